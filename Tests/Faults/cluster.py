"""PostgreSQL servers of our own: made, killed, promoted, filled up; none of them survives the run."""
import csv
import io
import os
import pathlib
import shutil
import signal
import subprocess
import time

AS_SERVER = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
ENVIRONMENT = dict({name: value for name, value in os.environ.items() if not name.startswith("PG")}, LC_ALL="C.UTF-8")


def programs():
    """The folder of the newest server programs."""
    versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    if not versions:
        raise SystemExit("no PostgreSQL server programs: scripts/install")
    return versions[-1].parent


BIN = programs()


def run(*command, check=True, as_server=True, **options):
    options.setdefault("env", ENVIRONMENT)
    return subprocess.run([*(AS_SERVER if as_server else []), *map(str, command)],
                          check=check, capture_output=True, text=True, **options)


def server_folder(path):
    """A folder that the server's user owns."""
    path.mkdir(parents=True, exist_ok=True)
    if AS_SERVER:
        shutil.chown(path, "postgres")
    path.chmod(0o700)
    return path


def children(pid):
    """The processes that a process started, by /proc."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(stat.parent.name))
        except (OSError, ValueError):
            pass
    return found


def kill(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def wait_until(condition, seconds, what, pause=0.05):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(pause)
    raise TimeoutError(f"{what}: not within {seconds} s")


class Server:
    """One server with its data and its socket below a folder."""

    def __init__(self, folder, name, settings=()):
        self.name = name
        self.home = folder / name
        self.data = self.home / "data"
        self.socket = self.home / "run"
        self.log = self.home / "log"
        self.settings = list(settings)

    def create(self):
        """An empty server with fsync and checksums; the folder may be a mounted file system."""
        server_folder(self.home)
        server_folder(self.socket)
        run(BIN / "initdb", "-D", self.data, "-k", "--no-instructions", "-A", "trust", "-U", "postgres",
            "-E", "UTF8", "--locale=C.UTF-8")
        self._configure()
        return self

    def _configure(self):
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write("\n".join([
                "listen_addresses = ''", f"unix_socket_directories = '{self.socket}'", "fsync = on",
                "synchronous_commit = on", "full_page_writes = on", "max_connections = 200", "shared_buffers = 128MB",
                "log_parameter_max_length = 0", "log_parameter_max_length_on_error = 0",
                "wal_receiver_timeout = 5s", "hot_standby = on", *self.settings, ""]))

    def standby(self, folder, name):
        """A streaming standby, by pg_basebackup -R."""
        other = Server(folder, name, self.settings)
        server_folder(other.home)
        server_folder(other.socket)
        run(BIN / "pg_basebackup", "-d", f"host={self.socket} user=postgres application_name={name}",
            "-D", other.data, "-R", "-X", "stream", "-c", "fast")
        with open(other.data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write(f"unix_socket_directories = '{other.socket}'\n")
        return other

    def start(self):
        # The log is a file of ours: pg_ctl's server must not hold our pipe open.
        def attempt():
            return run(BIN / "pg_ctl", "-D", self.data, "-w", "-s", "-l", self.log, "start", check=False,
                       cwd="/").returncode == 0

        if not attempt():
            # What a killed server leaves, its last children hold for a moment.
            wait_until(attempt, 30, f"{self.name} does not start: {self.log}", pause=0.2)
        return self

    @property
    def pid(self):
        return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])

    def kill(self):
        """kill -9 of the server and all its processes at once, as a power cut does."""
        pid = self.pid
        everyone = [pid, *children(pid)]
        kill(everyone)
        wait_until(lambda: not any(pathlib.Path(f"/proc/{one}/cmdline").exists() and
                                   pathlib.Path(f"/proc/{one}/cmdline").read_bytes() for one in everyone),
                   10, f"{self.name} does not die")

    def signal_children(self, title, number):
        """Sends a signal to the server's processes of a kind: walreceiver, walsender."""
        for pid in children(self.pid):
            try:
                if title in pathlib.Path(f"/proc/{pid}/cmdline").read_text():
                    os.kill(pid, number)
            except OSError:
                pass

    def stop(self):
        run(BIN / "pg_ctl", "-D", self.data, "-m", "immediate", "-s", "stop", check=False, cwd="/")

    def promote(self):
        run(BIN / "pg_ctl", "-D", self.data, "-w", "-s", "-t", "60", "promote", cwd="/")

    def is_ready(self):
        return run(BIN / "pg_isready", "-q", "-h", self.socket, check=False).returncode == 0

    def url(self, database="ledger"):
        return f"host={self.socket} user=postgres dbname={database}"

    def sql(self, text, database="ledger", **variables):
        """The rows of a query, or of the last of several, as lists of strings; null is the empty one."""
        given = [word for name, value in variables.items() for word in ("-v", f"{name}={value}")]
        done = run(BIN / "psql", "-Xq", "--csv", "-t", "-v", "ON_ERROR_STOP=1", *given, "-h", self.socket,
                   "-U", "postgres", "-d", database, input=text, check=False)
        if done.returncode != 0:
            raise SQLFailed(done.stderr.strip())
        return list(csv.reader(io.StringIO(done.stdout)))

    def value(self, text, database="ledger", **variables):
        rows = self.sql(text, database, **variables)
        return rows[0][0] if rows else None


class SQLFailed(Exception):
    """psql said no."""
