"""The ledger under test: its servers, its accounts, the proxies around it, and what the harness keeps."""
import os
import pathlib
import random
import secrets
import subprocess
import threading
import time

import cluster
from adapters import API, CommandLine, Service
from cluster import Server, wait_until
from journal import Journal
from proxy import Fault, Proxy

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETTINGS = ["track_commit_timestamp = on", "wal_level = replica"]


class World:
    """One ledger with the example in it, reached by a way that can be harmed."""

    def __init__(self, folder, taizhang, through, seed):
        self.folder, self.taizhang, self.through, self.seed = pathlib.Path(folder), taizhang, through, seed
        self.random = random.Random(seed)
        self.journal = Journal(self.folder / "journal.jsonl")
        self.command_line = CommandLine(taizhang, ROOT, self.folder / "files")
        self.servers, self.services = [], []
        self.baseline, self.editions, self.checkpoints, self.secrets = set(), {}, [], {}
        self.serial, self.lock = 10_000_000, threading.Lock()
        self.round, self.rounds_begun = "set-up", 0
        self.units, self.months = [], []
        self.front = None

    # The set-up.

    def build(self):
        """A server, the example, and a session for each account that the clients use."""
        self.server = self._own(Server(self.folder, "one", SETTINGS).create().start())
        self.server.sql("create database ledger", "postgres")
        self._taizhang("migrate")
        environment = dict(os.environ, TAIZHANG=str(self.taizhang), TAIZHANG_HOME=str(ROOT), TAIZHANG_LANG="en",
                           DATABASE_URL=self.server.url(), TAIZHANG_CHECKPOINT_KEY=str(self.folder / "key"))
        done = subprocess.run([ROOT / "examples/canada/run"], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"the example does not run: {done.stderr[-2000:]}")
        self.units = [row[0] for row in self.server.sql(
            "select distinct unit from ledger.revisions order by unit")]
        self.baseline = {(unit, period, int(number)) for unit, period, number in self.server.sql(
            "select unit, to_char(period, 'YYYY-MM'), number from ledger.revisions")}
        self.months = [row[0] for row in self.server.sql("""
            select to_char(m, 'YYYY-MM')
            from generate_series(date '2024-09-01', date_trunc('month', now()) - interval '1 month', '1 month') m""")]
        for unit in self.units:
            self.open_session(f"reporter.{unit.lower()}")
            self.open_session(f"reviewer.{unit.lower()}")
        for account in ("office", "director", "auditor", "system"):
            self.open_session(account)
        self.proxy = Proxy(self.server.socket / ".s.PGSQL.5432")
        self.use(self.url_through_proxy())

    def open_session(self, account):
        """A session as the console opens it; its secret is what a program shows as its token."""
        secret = secrets.token_hex(32)
        self.server.sql("""
            insert into ledger.sessions (token_sha256, account, expires_at)
            values (sha256(convert_to(:'secret', 'UTF8')), :'account', now() + interval '1 day')""",
                        secret=secret, account=account)
        self.secrets[account] = secret

    def _own(self, server):
        self.servers.append(server)
        return server

    def _taizhang(self, *arguments):
        code, out, error = self.command_line.command(*arguments, url=self.server.url())
        if code != 0:
            raise SystemExit(f"taizhang {' '.join(map(str, arguments))}: {code}\n{out}{error}")
        return out

    # The way to the ledger.

    def url_through_proxy(self):
        return f"host=127.0.0.1 port={self.proxy.port} user=postgres dbname=ledger sslmode=disable gssencmode=disable"

    def use(self, database_url, services=1):
        """Lets the clients reach the ledger by this connection string."""
        self.command_line.database_url = database_url
        if self.through == "cli":
            self.adapter = self.command_line
            return
        for service in self.services:
            service.stop()
        self.services = [Service(self.taizhang, ROOT, self.folder / f"service-{number}.log").start(database_url)
                         for number in range(services)]
        for service in self.services:
            wait_until(service.is_ready, 30, f"the service is not ready: {service.log}")
        if self.front:
            self.front.stop()
        self.front = Proxy([service.port for service in self.services])
        self.adapter = API(self.front.port, self.secrets)
        self.adapter.ports = [self.front.port, *(service.port for service in self.services[1:])]

    def heal(self):
        """Every fault ends; the ledger is ready again. Returns the services that had died by themselves."""
        self.proxy.fault = Fault()
        self.proxy.cut_all()
        if self.front:
            self.front.fault = Fault()
        died = [service for service in self.services if service.has_died()]
        for service in died:
            service.restart()
        for service in self.services:
            wait_until(service.is_ready, 60, f"the service does not come back: {service.log}")
        return died

    # What the clients and checks ask.

    def next_serial(self):
        with self.lock:
            self.serial += 1
            return self.serial

    def open_months(self):
        return self.months

    def scopes(self, everything):
        """What some accounts may read."""
        first, second = self.units[:2]
        return {f"reporter.{first.lower()}": {first} & everything, f"reviewer.{second.lower()}": {second} & everything,
                "office": everything, "system": set(), "nobody": set()}

    def logs(self):
        return [server.log for server in self.servers if server.log.exists()] + [
            service.log for service in self.services]

    # What happens between rounds.

    def close_a_month(self):
        """The office closes the earliest open month and two persons publish it."""
        month, self.months = self.months[0], self.months[1:]
        for unit in self.units:
            self.command_line.command("submissions", "approve", "--as", f"reviewer.{unit.lower()}", month,
                                      url=self.server.url())
        self.command_line.command("submissions", "accept", "--as", "office", month, url=self.server.url())
        _, out, _ = self.command_line.command("month", "status", month, "--as", "office", "--csv",
                                              url=self.server.url())
        lacking = [word for line in out.splitlines()[1:] for word in ("--except", line.split(",")[0])]
        self._taizhang("month", "close", month, "--as", "office", *lacking, "--reason", "not reported")
        self._taizhang("edition", "publish", "--as", "office", "--of", "CA", month)
        self._taizhang("edition", "publish", "--as", "director", "--of", "CA", month)

    def keep_checkpoint(self):
        path = self.folder / f"checkpoint-{len(self.checkpoints) + 1}"
        self._taizhang("checkpoint", "--as", "office", "--key", self.folder / "key", "--out", path)
        self.checkpoints.append(path)

    def send_again(self, most=20):
        """Some keys once more, long after their answer."""
        acknowledged = self.journal.of("acknowledged")
        for write in self.random.sample(acknowledged, min(most, len(acknowledged))):
            self.journal.sending(write)
            self.journal.heard(write, self.adapter.submit(write))

    def end(self):
        for service in self.services:
            service.stop()
        for server in self.servers:
            server.stop()
