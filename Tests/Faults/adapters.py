"""The two ways into the ledger that the fault suite takes: HTTP and the command line.

An adapter does four things: it submits a write, reads a submission back, lists what an account sees,
and does the desk's acts. Everything else of the suite is the same for both.
"""
import http.client
import json
import os
import pathlib
import socket
import subprocess
import threading
from urllib.parse import quote

from journal import Outcome

FORM = "fraud-monthly"
INDICATORS = ["REPORTS", "VICTIM_REPORTS", "VICTIMS", "LOSS_CAD"]


class CommandLine:
    """taizhang, one process per act."""

    name = "cli"

    def __init__(self, taizhang, home, scratch):
        self.taizhang, self.home, self.scratch = taizhang, home, pathlib.Path(scratch)
        self.scratch.mkdir(exist_ok=True)
        self.database_url = None
        self.running = set()
        self.lock = threading.Lock()

    def command(self, *arguments, url=None, timeout=60):
        """Runs a command; returns its exit code (None: it was killed or hung), output and errors."""
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("PG", "TAIZHANG"))}
        environment.update(DATABASE_URL=url or self.database_url, TAIZHANG_HOME=str(self.home), LC_ALL="C.UTF-8",
                           TAIZHANG_LANG="en", SWIFT_BACKTRACE="enable=no")
        process = subprocess.Popen([self.taizhang, *map(str, arguments)], env=environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with self.lock:
            self.running.add(process)
        try:
            out, error = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            out, error = process.communicate()
            return None, out, "hung\n" + error
        finally:
            with self.lock:
                self.running.discard(process)
        return (process.returncode if process.returncode >= 0 else None), out, error

    def kill_running(self):
        """kill -9 of every command that is under way; returns how many."""
        with self.lock:
            victims = list(self.running)
        for process in victims:
            process.kill()
        return len(victims)

    def current(self, account, unit, period):
        """The command line revises whatever is there."""
        return None

    def submit(self, write):
        path = self.scratch / f"{write.client}.csv"
        lines = ["unit,period,indicator,value"]
        lines += [f"{write.unit},{write.period},{name},{value}" for name, value in zip(INDICATORS, write.figures)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        code, out, error = self.command("figures", "import", "--as", write.account, "--form", FORM, "--submit",
                                        "--revise", "--key", write.key, path)
        if code == 0:
            return Outcome("acknowledged", out.strip())
        if code == 2:
            return Outcome("refused", error.split(":", 2)[-2].strip().split(" ")[-1] if ":" in error else error)
        return Outcome("unknown", error.strip()[:200])

    def approve(self, account, unit, period):
        return self._desk("submissions", "approve", "--as", account, "--form", FORM, "--unit", unit, period)

    def accept(self, account, unit, period):
        return self._desk("submissions", "accept", "--as", account, "--form", FORM, "--unit", unit, period)

    def _desk(self, *arguments):
        code, _, error = self.command(*arguments)
        return {0: "acknowledged", 2: "refused"}.get(code, "unknown"), error.strip()[:200]


class API:
    """The HTTP API: a base address, a bearer token per account, and four calls."""

    name = "http"
    timeout = 15

    def __init__(self, port, tokens):
        self.ports = [port]
        self.tokens = tokens
        self.connections = threading.local()

    def call(self, method, path, account=None, body=None, headers=None, port=None, is_again=False):
        """One request on this thread's connection; returns status, headers and body, or raises OSError."""
        port = port or self.ports[threading.get_ident() % len(self.ports)]
        known = getattr(self.connections, "by_port", None)
        if known is None:
            known = self.connections.by_port = {}
        connection = known.get(port)
        if connection is None:
            connection = known[port] = http.client.HTTPConnection("127.0.0.1", port, timeout=self.timeout)
        sent = {"Accept": "application/json", "Accept-Language": "en", **(headers or {})}
        if account:
            sent["Authorization"] = f"Bearer {self.tokens[account]}"
        if body is not None:
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            if method == "GET" and not is_again:
                # The connection may have ended long ago; nobody told.
                return self.call(method, path, account, None, headers, port, is_again=True)
            raise OSError(str(error) or type(error).__name__) from error

    @staticmethod
    def read(body):
        """The JSON of an answer; half of one is no answer."""
        try:
            return json.loads(body)
        except ValueError as error:
            raise OSError(f"not an answer: {body[:100]!r}") from error

    @staticmethod
    def path(unit, period, rest=""):
        return f"/api/v1/submissions/{quote(unit)}/{FORM}/{period}{rest}"

    def current(self, account, unit, period):
        """The number of the newest revision; None when there is none. Raises OSError when nobody answers."""
        status, _, body = self.call("GET", self.path(unit, period), account)
        if status == 404:
            return None
        if status != 200:
            raise OSError(f"{status} {body[:200]!r}")
        return self.read(body)["revision"]

    def submit(self, write):
        figures = [{"indicator": name, "value": str(value)} for name, value in zip(INDICATORS, write.figures)]
        try:
            status, _, body = self.call(
                "POST", self.path(write.unit, write.period, "/revisions"), write.account,
                {"basedOn": write.based_on, "figures": figures}, {"Idempotency-Key": write.key})
            answer = json.loads(body)
        except (OSError, ValueError) as error:
            return Outcome("unknown", str(error)[:200])
        if status in (200, 201):
            return Outcome("acknowledged", {"revision": answer.get("revision"), "receipt": answer.get("receipt")})
        if status >= 500 or status == 429 or status == 408:
            return Outcome("unknown", f"{status} {answer.get('code')}")
        return Outcome("refused", answer.get("code"))

    def approve(self, account, unit, period):
        return self._review(account, unit, period)

    def accept(self, account, unit, period):
        return self._review(account, unit, period)

    def _review(self, account, unit, period):
        try:
            number = self.current(account, unit, period)
            if number is None:
                return "refused", "nothing there"
            status, _, body = self.call(
                "POST", self.path(unit, period, "/reviews"), account,
                {"revision": number, "decision": "approve", "reasons": []},
                {"Idempotency-Key": f"review-{account}-{unit}-{period}-{number}"})
        except OSError as error:
            return "unknown", str(error)
        kind = "acknowledged" if status in (200, 201) else "unknown" if status >= 500 else "refused"
        return kind, f"{status} {body[:200]!r}"

    def visible_units(self, account, periods):
        """The units whose submissions of some periods an account is shown."""
        units = set()
        for period in periods:
            cursor = ""
            while cursor is not None:
                status, _, body = self.call("GET", f"/api/v1/submissions?period={period}&limit=1000{cursor}", account)
                if status != 200:
                    raise OSError(f"{status} {body[:200]!r}")
                page = self.read(body)
                units |= {item["unit"] for item in page["items"]}
                cursor = f"&cursor={quote(page['next'])}" if page.get("next") else None
        return units


class Service:
    """One `taizhang serve` of ours."""

    def __init__(self, taizhang, home, log, options=()):
        self.taizhang, self.home, self.log, self.options = taizhang, home, log, list(options)
        self.port = free_port()
        self.process = None
        self.restarts = 0

    def start(self, database_url):
        self.database_url = database_url
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("PG", "TAIZHANG"))}
        environment.update(DATABASE_URL=database_url, TAIZHANG_HOME=str(self.home), LC_ALL="C.UTF-8",
                           TAIZHANG_SECRETS_KEY=str(pathlib.Path(self.log).with_name("secrets.key")),
                           SWIFT_BACKTRACE="enable=no")
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.taizhang, "serve", "--host", "127.0.0.1", "--port", str(self.port),
                 # The suite is no guest: its sixteen clients ask as fast as they can.
                 "--requests-per-second", "0", "--sign-ins-per-minute", "0", *self.options],
                env=environment, stdout=log, stderr=log)
        return self

    def is_ready(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False

    def kill(self):
        self.process.kill()
        self.process.wait()

    def restart(self):
        self.kill()
        self.restarts += 1
        return self.start(self.database_url)

    def has_died(self):
        """Whether it ended without having been told to."""
        return self.process is not None and self.process.poll() is not None

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
