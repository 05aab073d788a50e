"""Measures `taizhang serve` under wrk, beside pgbench doing the same SQL and beside the leanest SQL.

W1 is the submission of one county's month (30 figures, a new county and month each time), W2 the
ranking of a city of 13 counties. pgbench has at most 16 connections, as the service's pool does:
more would be slower.
"""
import http.client
import json
import os
import pathlib
import signal
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
POOL = 16
WARM_UP, SECONDS = 2, 6
INDICATORS = [f"I{number:02d}" for number in range(1, 31)]
W1 = ("POST /api/v1/submissions/@UNIT@/monthly/@MONTH@/revisions HTTP/1.1\r\nHost: bench\r\n"
      "Authorization: Bearer @TOKEN@\r\nIdempotency-Key: @KEY@\r\nContent-Type: application/json\r\n")
W2 = ("GET /api/v1/rankings/2024-06?of=N000000&kind=county&peersOf=@UNIT@ HTTP/1.1\r\nHost: bench\r\n"
      "Authorization: Bearer @TOKEN@\r\nAccept: application/json\r\n")
PAGES = [
    ("board", "/rankings/2026-06?of=990100", "leader"),
    ("map", "/map?period=2026-06&of=990100", "leader"),
    ("table", "/table?period=2026-06&of=990100", "leader"),
    ("own unit", "/units/990121", "reporter.yunling"),
    ("ladder", "/ladder", "leader"),
    ("responsibilities", "/responsibilities", "leader"),
]
SIGN_IN = "POST /api/v1/sessions HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"


class ServiceBench:
    """Measures one service; `tools` is the module bench, which loads databases and runs programs."""

    def __init__(self, tools, data, socket, program):
        self.tools, self.data, self.socket, self.program = tools, data, socket, program
        self.memory = 0.0

    # The data.

    def prepare(self):
        """Templates with the nation, June 2024 closed and published, and everybody's sessions."""
        tools = self.tools
        tools.prepare(1)
        if not tools.exists("service"):
            tools.say("  loading service")
            tools.create("building", "ledger1")
            tools.close("building", tools.MONTH)
            for account in ("office", "director"):
                tools.taizhang("building", "edition", "publish", tools.MONTH, "--of", "N000000", "--as", account)
            tools.psql("building", "-f", str(HERE / "limit/people.sql"), "-c", "vacuum analyze")
            tools.psql("postgres", "-c", "alter database building rename to service")
        if not tools.exists("service_lean"):
            tools.create("building", "limit1")
            tools.psql("building", "-v", f"month={tools.MONTH}", "-f", str(HERE / "limit/close.sql"))
            tools.psql("building", "-f", str(HERE / "limit/people_lean.sql"), "-c", "vacuum analyze")
            tools.psql("postgres", "-c", "alter database building rename to service_lean")
        self.cities = tools.psql("service_lean", "-c", """
            select c.code from org_unit c join org_unit u on u.city_id = c.id and u.level = 4
            where c.level = 3 group by c.id having count(*) = 13 order by c.id limit 60""").split("\n")
        self.counties = tools.psql("service_lean", "-c", "select code from org_unit where level = 4 order by id").split("\n")
        # Months of the form that have ended and are not closed.
        self.months = tools.psql("service", "-c", """
            select to_char(m, 'YYYY-MM')
            from generate_series(date '2022-01-01', date_trunc('month', now()) - interval '1 month', '1 month') as m
            where not exists (select from ledger.month_events as e where e.period = m)
            and not exists (select from ledger.revisions as r where r.period = m)
            order by m""").split("\n")

    def bodies(self):
        """A few hundred bodies; the figures repeat, the county, month and key do not."""
        return [json.dumps({"basedOn": None, "figures": [
            {"indicator": name, "value": f"{(index * 7919 + place * 104_729) % 10_000_000 / 100:.2f}"}
            for place, name in enumerate(INDICATORS)]}, separators=(",", ":")) for index in range(200)]

    # The three sides.

    def serve(self, database):
        """Starts the service; returns its process and port."""
        with __import__("socket").create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        environment = dict(os.environ, DATABASE_URL=self.tools.url(database), TAIZHANG_HOME=str(HERE.parent))
        log = open(self.data / "service.log", "ab")
        process = subprocess.Popen([self.program, "serve", "--host", "127.0.0.1", "--port", str(port),
                                    "--requests-per-second", "0", "--sign-ins-per-minute", "0", "--log-level", "warning"],
                                   env=environment, stdout=log, stderr=log)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return process, port
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"the service is not ready: {self.data}/service.log")

    def wrk(self, port, connections, seconds, name="w", **plan):
        """Sends requests; returns what load.lua counted."""
        requests, result = self.data / f"{name}.requests.lua", self.data / f"{name}.result.json"
        requests.write_text("return " + lua({"bodies": [], "advance": False, "first": 0, **plan}))
        environment = dict(os.environ, BENCH_REQUESTS=str(requests), BENCH_RESULT=str(result))
        subprocess.run(["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "10s", "-s",
                        HERE / "load.lua", f"http://127.0.0.1:{port}"], env=environment, check=True, capture_output=True)
        return json.loads(result.read_text())

    def service(self, work, connections):
        """Requests a second of the service, on a fresh copy."""
        tools = self.tools
        tools.create("run_service", "service")
        process, port = self.serve("run_service")
        plan = ({"head": W1, "units": self.counties, "months": self.months, "bodies": self.bodies(), "advance": True}
                if work == "w1" else {"head": W2, "units": self.cities, "months": [tools.MONTH]})
        try:
            # One request fills what the service keeps; then many.
            self.wrk(port, 1, 1, **plan)
            warm = self.wrk(port, connections, WARM_UP, **{**plan, "first": 1_000})
            before = self.stored() if work == "w1" else 0
            tools.psql("postgres", "-c", "checkpoint")
            counted = self.wrk(port, connections, SECONDS, **{**plan, "first": warm["next"]})
            if counted["refused"] or counted["broken"] or not counted["requests"]:
                raise SystemExit(f"{work}: {counted}")
            if work == "w1":
                # What was under way at the end of either run is stored and not counted.
                stored = self.stored() - before
                if not counted["requests"] <= stored <= counted["requests"] + 2 * connections:
                    raise SystemExit(f"w1: {counted['requests']} answers, {stored} revisions")
            self.memory = max(self.memory, resident(process.pid))
        finally:
            stop(process)
        return counted["requests"] / counted["microseconds"] * 1e6, counted

    def stored(self):
        return int(self.tools.psql("run_service", "-c", "select count(*) from ledger.revisions"))

    def pgbench(self, script, template, connections):
        """Transactions a second of the same work without a service, on a fresh copy."""
        tools = self.tools
        tools.create("run_limit", template)
        connections = min(connections, POOL)
        environment = dict(os.environ, PGOPTIONS="" if script.endswith("lean") else
                           "-c role=ledger_app -c search_path=pg_catalog -c TimeZone=UTC")
        figures = [index * 7919 % 10_000_000 * 100 for index in range(30)]

        def run(seconds, first):
            out = subprocess.run(
                ["pgbench", "-n", "-M", "prepared", "-c", str(connections), "-j", "1", "-T", str(seconds), "-h", self.socket,
                 "-U", "postgres", "-D", "k=0", "-D", f"first={first}", "-D", f"clients={connections}",
                 "-D", "months={" + ",".join(f"{month}-01" for month in self.months) + "}",
                 "-D", "figures={" + ",".join(map(str, figures)) + "}", "-D", "cities={" + ",".join(self.cities) + "}",
                 "-f", HERE / f"limit/{script}.sql", "run_limit"],
                check=True, capture_output=True, text=True, env=environment).stdout
            return float(next(line for line in out.splitlines() if line.startswith("tps")).split()[2])

        # The copy's pages are read once before it counts, as the service's are.
        warm = run(WARM_UP, 0)
        tools.psql("postgres", "-c", "checkpoint")
        return run(SECONDS, int(warm * WARM_UP * 2) + 2_000)

    def compare(self, work, connections, reps):
        """Medians: the service, the leanest SQL, for W1 also the SQL of the service; and wrk's last counts."""
        rates = {"service": [], "lean": [], **({"same": []} if work == "w1" else {})}
        counted = {}
        for _ in range(reps):
            if work == "w1":
                rates["same"].append(self.pgbench("submit", "service", connections))
            script = {"w1": "submit_lean", "w2": "board_lean"}[work]
            rates["lean"].append(self.pgbench(script, "service_lean", connections))
            rate, counted = self.service(work, connections)
            rates["service"].append(rate)
        for side, values in rates.items():
            self.tools.say(f"  {side} " + " ".join(f"{value:.0f}" for value in values))
        return {side: statistics.median(values) for side, values in rates.items()}, counted

    def pages(self, connections):
        """What each page of the invented city takes under so many clients: wrk's counts by page and reader."""
        tools = self.tools
        if not tools.exists("city"):
            tools.say("  loading the invented city")
            tools.create("building")
            tools.taizhang("building", "migrate")
            tools.taizhang("building", "demo", "--through", "2026-06")
            tools.psql("building", "-c", "vacuum analyze")
            tools.psql("postgres", "-c", "alter database building rename to city")
        tools.create("run_service", "city")
        for account in ("leader", "reporter.yunling"):
            # A session as the console opens it: what is measured is no sign-in.
            tools.psql("run_service", "-c", f"""
                insert into ledger.sessions (token_sha256, account, expires_at)
                values (sha256('bench-{account}'), '{account}', now() + interval '1 day')""")
        process, port = self.serve("run_service")
        counted = {}
        try:
            for name, path, account in PAGES:
                plan = {"head": f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer bench-{account}\r\n"
                                "Accept-Language: zh\r\n", "units": ["x"], "months": ["x"]}
                # One request fills what the service keeps; then many.
                self.wrk(port, 1, 1, **plan)
                self.wrk(port, connections, WARM_UP, **plan)
                counted[name] = self.wrk(port, connections, SECONDS, **plan)
                if counted[name]["refused"] or counted[name]["broken"] or not counted[name]["requests"]:
                    raise SystemExit(f"{path}: {counted[name]}")
        finally:
            stop(process)
        return counted

    def sign_in(self, account, password):
        """Sign-ins a second, and how many W2 requests are served beside them over how many without."""
        self.tools.create("run_service", "service")
        process, port = self.serve("run_service")
        body = json.dumps({"account": account, "password": password})
        plan = {"head": W2, "units": self.cities, "months": [self.tools.MONTH]}
        signing = {"head": SIGN_IN, "units": ["x"], "months": ["x"], "bodies": [body], "name": "sign-in"}
        try:
            self.wrk(port, 64, WARM_UP, **plan)
            alone = self.wrk(port, 64, SECONDS, **plan)["requests"]
            from concurrent.futures import ThreadPoolExecutor
            with ThreadPoolExecutor(1) as beside:
                signed = beside.submit(self.wrk, port, 8, SECONDS, **signing)
                served = self.wrk(port, 64, SECONDS, **plan)["requests"]
                signed = signed.result()
        finally:
            stop(process)
        return (signed["requests"] - signed["refused"]) / SECONDS, served / alone


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()


def resident(pid):
    """The proportional set size of a process, in MiB: what it takes of the machine's memory."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def lua(value):
    """A value as Lua writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {lua(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "{" + ", ".join(map(lua, value)) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n") + '"'
    return str(value)
