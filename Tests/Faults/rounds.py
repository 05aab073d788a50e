"""The faults, one a round: each harms the way or the ledger while sixteen clients write."""
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

from cluster import Server, server_folder, wait_until
from proxy import CutAfterCommit, CutBeforeCommit, CutReply, CutRequest, Dribble, Down, Fault, Slow, StallRequest
from world import SETTINGS


@dataclass
class Round:
    """A fault, and what it takes."""

    harm: Callable
    # What is set up before the clients write.
    prepare: Callable = None
    # Whether the short run has it.
    is_short: bool = True
    # Why it cannot be run in this world, or None.
    lacks: Callable = lambda world: None
    # Whether the service is killed on purpose.
    kills: bool = False

    @property
    def name(self):
        return self.harm.__name__


def no_service(world):
    return "the command line has no service" if world.through == "cli" else None


def no_mounts(world):
    return "only root mounts a file system" if os.getuid() != 0 else None


def calm(world, seconds):
    """Nothing goes wrong: what is red here is red everywhere."""
    time.sleep(seconds)


def program_killed(world, seconds):
    """kill -9 of the service (of every running command), again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(world.random.uniform(0.5, 1.5))
        if world.through == "cli":
            world.command_line.kill_running()
        for service in world.services:
            service.restart()


def postgres_killed(world, seconds):
    """kill -9 of PostgreSQL and all its processes, and a start."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(world.random.uniform(1, 2))
        world.server.kill()
        world.server.start()


def _through_proxy(world, seconds, fault):
    world.proxy.fault = fault
    time.sleep(seconds)
    world.proxy.fault = Fault()
    if not fault.hits:
        raise AssertionError("the proxy did no harm")


def cut_before_commit(world, seconds):
    """The connection to PostgreSQL is cut before COMMIT arrives."""
    _through_proxy(world, seconds, CutBeforeCommit(0.1, world.seed))


def cut_after_commit(world, seconds):
    """PostgreSQL commits, and the connection is cut before anybody hears of it."""
    _through_proxy(world, seconds, CutAfterCommit(0.1, world.seed))


def slow_database(world, seconds):
    """Every answer of PostgreSQL is late."""
    _through_proxy(world, seconds, Slow(0.1, world.seed))


def dribbling_database(world, seconds):
    """PostgreSQL's bytes arrive a few at a time."""
    _through_proxy(world, seconds, Dribble(world.seed))


def database_unreachable(world, seconds):
    """PostgreSQL cannot be reached for a while."""
    world.proxy.fault = Down()
    world.proxy.cut_all()
    time.sleep(seconds / 2)
    world.proxy.fault = Fault()
    time.sleep(seconds / 2)


def _in_front(world, seconds, fault):
    world.front.fault = fault
    time.sleep(seconds)
    world.front.fault = Fault()
    if not fault.hits:
        raise AssertionError("the proxy did no harm")


def reply_cut(world, seconds):
    """The service answers, and part or nothing of it arrives."""
    _in_front(world, seconds, CutReply(0.2, world.seed))


def request_cut(world, seconds):
    """Part of a request arrives, and the connection ends."""
    _in_front(world, seconds, CutRequest(0.2, world.seed))


def request_stalled(world, seconds):
    """Part of a request arrives, and nothing more, and nobody hangs up."""
    _in_front(world, seconds, StallRequest(0.1, world.seed))


def slow_clients(world, seconds):
    """Answers dribble to the clients."""
    _in_front(world, seconds, Dribble(world.seed))


def two_services(world, seconds):
    """Two processes on one database; one of them dies and comes back."""
    world.use(world.url_through_proxy(), services=2)
    time.sleep(seconds / 2)
    world.services[1].restart()
    time.sleep(seconds / 2)


def service_upgraded(world, seconds):
    """Two processes behind a proxy, stopped as systemd does and started again, one after the other."""
    world.use(world.url_through_proxy(), services=2)
    world.adapter.ports = [world.front.port]
    for service in world.services:
        time.sleep(seconds / 4)
        service.stop()
        if service.process.returncode != 0:
            raise AssertionError(f"SIGTERM ended with {service.process.returncode}")
        service.start(service.database_url)
        wait_until(service.is_ready, 30, "the service is not ready again")
    time.sleep(seconds / 4)


def disk_full(world, seconds):
    """The file system of PostgreSQL's WAL and data has no space left, and gets some again."""
    filler = world.disk / "filler"
    free = os.statvfs(world.disk)
    with open(filler, "wb") as file:
        left = free.f_bavail * free.f_frsize - (256 << 10)
        os.posix_fallocate(file.fileno(), 0, max(left, 1))
    time.sleep(seconds * 2 / 3)
    filler.unlink()
    # PostgreSQL stops where it cannot write WAL; its supervisor starts it again.
    if not world.server.is_ready():
        world.server.start()
    time.sleep(seconds / 3)


def standby_promoted(world, seconds):
    """The primary dies in the middle of writes and the synchronous standby takes over.

    Before that the standby is deaf for a moment: what commits then is acknowledged by nobody.
    """
    time.sleep(seconds / 3)
    primary, standby = world.server, world.standby
    primary.signal_children("walsender", signal.SIGSTOP)
    time.sleep(1)
    primary.kill()
    standby.promote()
    world.server = standby
    standby.sql("alter system reset synchronous_standby_names; select pg_reload_conf()", "postgres")
    time.sleep(seconds / 2)


def clock_jumps(world, seconds):
    """The clock goes back by a day and forward by one, in a ledger whose clock is given."""
    world.server.sql("create database clock", "postgres")
    url = world.server.url("clock")

    def taizhang(*arguments):
        return world.command_line.command(*arguments, url=url)

    taizhang("migrate", "--given-clock")
    taizhang("account", "create", "--first", "system_admin", "system", "--at", "2026-01-15T09:00")
    steps = [("later", "2026-01-16T09:00", 0, ""), ("earlier", "2026-01-15T10:00", 2, "journal.clock_went_back"),
             ("again", "2026-01-16T09:01", 0, "")]
    for name, moment, expected, text in steps:
        code, _, error = taizhang("account", "create", "--as", "system", name, "--at", moment)
        if code != expected or text not in error:
            raise AssertionError(f"at {moment}: {code} {error}")
    if taizhang("verify")[0] != 0:
        raise AssertionError("the ledger whose clock jumped does not verify")


def with_standby(world):
    """A synchronous standby, and a connection string that names both servers."""
    world.standby = world._own(world.server.standby(world.folder, "s1").start())
    world.server.sql("alter system set synchronous_standby_names = 'ANY 1 (s1)'; select pg_reload_conf()", "postgres")
    wait_until(lambda: world.server.value("select sync_state from pg_stat_replication", "postgres") == "quorum",
               30, "the standby does not follow")
    world.use(f"host={world.server.socket},{world.standby.socket} user=postgres dbname=ledger "
              "target_session_attrs=read-write")


def on_small_disk(world):
    """Moves the ledger to a file system of its own, which only this process and its children see."""
    world.disk = world.folder / "disk"
    world.disk.mkdir()
    # WAL is recycled, so that it grows by what is written and not by whole files kept in advance.
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256m,mode=755", "tmpfs", world.disk], check=True)
    world.server.stop()
    server = Server(world.disk, "small", SETTINGS)
    server_folder(server.home)
    server_folder(server.socket)
    subprocess.run(["cp", "-a", world.server.data, server.data], check=True)
    with open(server.data / "postgresql.conf", "a", encoding="utf-8") as file:
        file.write(f"unix_socket_directories = '{server.socket}'\nmax_wal_size = 64MB\nmin_wal_size = 32MB\n")
    world.small = world.server
    world.server = world._own(server.start())
    world.proxy.upstream = server.socket / ".s.PGSQL.5432"
    world.use(world.url_through_proxy())


ROUNDS = [
    Round(calm),
    Round(program_killed, kills=True),
    Round(postgres_killed),
    Round(cut_before_commit),
    Round(cut_after_commit),
    Round(database_unreachable, is_short=False),
    Round(slow_database, is_short=False),
    Round(dribbling_database, is_short=False),
    Round(reply_cut, lacks=no_service),
    Round(request_cut, is_short=False, lacks=no_service),
    Round(request_stalled, is_short=False, lacks=no_service),
    Round(slow_clients, is_short=False, lacks=no_service),
    Round(two_services, lacks=no_service, kills=True),
    Round(service_upgraded, is_short=False, lacks=no_service, kills=True),
    Round(clock_jumps),
    Round(disk_full, prepare=on_small_disk, lacks=no_mounts),
    Round(standby_promoted, prepare=with_standby),
]
