#!/usr/bin/env python3
"""Sends the service what it must survive: nothing answers 5xx, nothing dies, nothing is stored.

    hostile.py [--short] [--no-schemathesis]

First our own corpus, then schemathesis over /api/v1/openapi.json. At the end the ledger verifies, and
holds no revision that it did not hold before.
"""
import argparse
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid

import corpus
from adapters import INDICATORS
from faults import say
from world import ROOT, World

UNIT, PERIOD = "CA-AB", "2025-03"
ACCOUNT = "reporter.ca-ab"


class Attack:
    """Counts what was sent, and keeps what went wrong."""

    def __init__(self, world):
        self.world = world
        self.service = world.services[0]
        self.port = self.service.port
        self.sent = 0
        self.wrong = []

    def blame(self, what, why):
        self.wrong.append(f"{what[:120]}: {why}")

    def request(self, what, method, path, body=None, headers=None, account=ACCOUNT, refuses=False):
        """One request; a 5xx, a dead service, or a yes where only a no will do is wrong."""
        self.sent += 1
        sent = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        if account:
            sent["Authorization"] = f"Bearer {self.world.secrets[account]}"
        sent.update(headers or {})
        try:
            lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in {
                "Host": f"127.0.0.1:{self.port}", "Connection": "close", **sent}.items())]
            if body is not None:
                lines.append(f"Content-Length: {len(body)}")
            status = self.exchange("\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + (body or b""))
        except OSError as error:
            # The service may hang up on what is no request; it must still be there.
            status = None
            if isinstance(error, TimeoutError):
                self.blame(what, "no answer within 20 s")
        self.judge(what, status, refuses)
        return status

    def exchange(self, data, timeout=20, half_close=False):
        """Sends bytes; returns the status of the first answer, or None when the connection just ends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            try:
                connection.sendall(data)
                if half_close:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer = b""
            while b"\r\n" not in answer:
                piece = connection.recv(65536)
                if not piece:
                    break
                answer += piece
        words = answer.split(b"\r\n", 1)[0].split()
        return int(words[1]) if len(words) > 1 and words[1].isdigit() else None

    def judge(self, what, status, refuses=False):
        if status is not None and status >= 500:
            self.blame(what, f"answered {status}")
        if refuses and status is not None and status < 400:
            self.blame(what, f"was taken with {status}")
        if self.service.has_died():
            self.blame(what, f"the service died: {self.service.process.returncode}")
            self.service.restart()
            deadline = time.monotonic() + 20
            while not self.service.is_ready() and time.monotonic() < deadline:
                time.sleep(0.1)

    # The parts of the attack.

    def revisions(self, figures):
        return json.dumps({"basedOn": None, "figures": figures}).encode()

    @staticmethod
    def figures(**changed):
        return [{"indicator": name, "value": "1", **(changed if name == "REPORTS" else {})} for name in INDICATORS]

    def numbers(self):
        path = f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}"
        for number in corpus.NUMBERS:
            body = self.revisions(self.figures(value=number))
            # Asked first without storing: a yes that is stored would hide the next one.
            status = self.request(f"value {number[:40]!r} ({len(number)})", "POST", path + "/checks", body, refuses=True)
            if status is None or status >= 400:
                self.request(f"value {number[:40]!r} ({len(number)})", "POST", path + "/revisions", body, refuses=True)
        path += "/revisions"
        for token in corpus.NUMBER_TOKENS:
            body = self.revisions(self.figures(value="@")).replace(b'"@"', token.encode())
            self.request(f"value as the token {token}", "POST", path, body, refuses=True)
            body = self.revisions(self.figures()).replace(b"null", token.encode(), 1)
            self.request(f"basedOn as the token {token}", "POST", path, body, refuses=True)

    def texts(self):
        from urllib.parse import quote
        path = f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}/revisions"
        for text in corpus.TEXTS:
            what = f"text {text[:30]!r}"
            for field in ("indicator", "absence"):
                self.request(f"{what} as {field}", "POST", path, self.revisions(self.figures(**{field: text})), refuses=True)
            # A note may hold any honest text; what matters is that there is an answer.
            self.request(f"{what} as note", "POST", path, self.revisions(self.figures(value="x", note=text)), refuses=True)
            for place in range(3):
                parts = [UNIT, "fraud-monthly", PERIOD]
                parts[place] = quote(text, safe="")[:6_000]
                self.request(f"{what} in the path", "GET", f"/api/v1/submissions/{'/'.join(parts)}")
            self.request(f"{what} as account", "POST", "/api/v1/sessions", json.dumps(
                {"account": text, "password": text, "code": text}).encode(), account=None, refuses=True)

    def bodies(self):
        for path in (f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}/revisions", "/api/v1/sessions",
                     f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}/reviews"):
            for body in corpus.BODIES:
                self.request(f"body {body[:40]!r} ({len(body)} bytes)", "POST", path, body, refuses=True)

    def headers(self):
        for header in corpus.HEADERS:
            self.request(f"header {str(header)[:60]}", "GET", "/api/v1/me", headers=header)
            self.request(f"header {str(header)[:60]} on a write", "POST",
                         f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}/revisions",
                         self.revisions(self.figures(value="x")), headers=header)

    def paths(self):
        for path in corpus.PATHS:
            for account in (ACCOUNT, None):
                status = self.request(f"path {path[:60]}", "GET", path, account=account)
                if status == 200 and "passwd" in path:
                    self.blame(path, "gave a file")
        for method in corpus.METHODS:
            self.request(f"method {method[:20]!r}", method, "/api/v1/me")

    def wire(self):
        for name, data in corpus.wire():
            for half_close in (True, False):
                self.sent += 1
                try:
                    # What waits for more may wait as long as the service's idle time-out.
                    status = self.exchange(data, timeout=3, half_close=half_close)
                except OSError:
                    status = None
                self.judge(name, status)

    def slow_loris(self, count=300, seconds=8):
        """Hundreds of connections that send a byte now and then; others are served meanwhile."""
        held = []
        for _ in range(count):
            try:
                connection = socket.create_connection(("127.0.0.1", self.port), timeout=2)
                connection.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nX: ")
                held.append(connection)
            except OSError:
                break
        end = time.monotonic() + seconds
        slowest = 0.0
        while time.monotonic() < end:
            for connection in held:
                try:
                    connection.sendall(b"a")
                except OSError:
                    pass
            begin = time.monotonic()
            self.request("beside a slow-loris", "GET", "/healthz", account=None)
            slowest = max(slowest, time.monotonic() - begin)
            time.sleep(0.5)
        for connection in held:
            connection.close()
        if slowest > 2:
            self.blame("slow-loris", f"others waited {slowest:.1f} s")

    def slow_bodies(self, count=20, seconds=14):
        """Bodies of which the first byte comes and never another: longer than the service waits."""
        held = []
        for _ in range(count):
            self.sent += 1
            connection = socket.create_connection(("127.0.0.1", self.port), timeout=seconds)
            connection.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                               b"Content-Length: 100\r\n\r\n{")
            held.append(connection)
        for connection in held:
            try:
                words = connection.recv(65536).split()
                self.judge("a body that stops", int(words[1]) if len(words) > 1 else None, refuses=True)
            except OSError as error:
                self.blame("a body that stops", f"no answer: {error}")
            connection.close()
        time.sleep(0.5)
        self.judge("after bodies that stop", None)

    def endless_chunks(self, seconds=5):
        """A chunked body that never ends: the service hangs up soon after the limit."""
        end = time.monotonic() + seconds
        sent = 0
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                   b"Transfer-Encoding: chunked\r\n\r\n")
                while time.monotonic() < end:
                    connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
                    sent += 65536
            self.blame("endless chunks", f"were taken for {seconds} s: {sent >> 20} MB")
        except OSError:
            pass
        self.judge("endless chunks", None)

    def large_body(self):
        """100 MB, announced and sent."""
        self.sent += 1
        status = None
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
                connection.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                   b"Content-Length: 104857600\r\n\r\n")
                try:
                    for _ in range(100):
                        connection.sendall(b" " * (1 << 20))
                except OSError:
                    pass
                status = int(connection.recv(65536).split()[1])
        except (OSError, IndexError, ValueError):
            pass
        self.judge("a body of 100 MB", status, refuses=True)

    def connections(self, count=1_500):
        """Many connections at once that say nothing."""
        held = []
        try:
            for _ in range(count):
                held.append(socket.create_connection(("127.0.0.1", self.port), timeout=2))
        except OSError:
            pass
        self.request(f"beside {len(held)} silent connections", "GET", "/healthz", account=None)
        for connection in held:
            connection.close()

    def many_at_once(self):
        """Half of the corpus's bodies from sixteen threads."""
        def work(part):
            for body in part:
                self.request(f"body {body[:40]!r} at once", "POST",
                             f"/api/v1/submissions/{UNIT}/fraud-monthly/{PERIOD}/revisions", body, refuses=True)

        threads = [threading.Thread(target=work, args=(corpus.BODIES[n::16],)) for n in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    PARTS = [numbers, texts, bodies, headers, paths, wire, many_at_once, large_body, slow_bodies, endless_chunks, slow_loris, connections]


def schemathesis(world, is_short):
    """schemathesis over the described API, as a reporter; returns whether it found no server error."""
    program = ROOT / ".venv/bin/schemathesis"
    port = world.services[0].port
    done = subprocess.run(
        [program, "run", f"http://127.0.0.1:{port}/api/v1/openapi.json", "--checks",
         "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
         "--header", f"Authorization: Bearer {world.secrets[ACCOUNT]}", "--seed", str(world.seed), "--workers", "1",
         "--max-examples", "10" if is_short else "100", "--phases", "examples,coverage,fuzzing", "--continue-on-failure",
         "--exclude-path-regex", "events$", "--warnings", "off"],
        capture_output=True, text=True, cwd=world.folder, env=dict(os.environ, NO_COLOR="1"))
    (world.folder / "schemathesis.log").write_text(done.stdout + done.stderr)
    if done.returncode != 0:
        say(done.stdout[-4_000:])
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--no-schemathesis", action="store_true")
    parser.add_argument("--seed", type=int, default=20260115)
    options = parser.parse_args()
    taizhang = os.environ.get("TAIZHANG") or next(
        str(path) for path in (ROOT / ".build/release/taizhang", ROOT / ".build/debug/taizhang") if path.exists())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="taizhang-hostile."))
    folder.chmod(0o755)
    world = World(folder, taizhang, "http", options.seed)
    wrong = []
    try:
        world.build()
        before = world.server.value("select count(*) from ledger.revisions")
        attack = Attack(world)
        say("▶ hostile requests")
        for part in Attack.PARTS:
            begin, sent, known = time.monotonic(), attack.sent, len(attack.wrong)
            part(attack)
            found = attack.wrong[known:]
            say(f"  {'✗' if found else '✓'} {part.__name__}: {attack.sent - sent} sent ({time.monotonic() - begin:.0f} s)")
            for line in found[:10]:
                say(f"      {line}")
        wrong += attack.wrong
        after = world.server.value("select count(*) from ledger.revisions")
        if before != after:
            wrong.append(f"{after} revisions instead of {before}")
        if not options.no_schemathesis:
            found = schemathesis(world, options.short)
            say(f"  {'✓' if found else '✗'} schemathesis")
            wrong += [] if found else ["schemathesis found something"]
        if attack.service.restarts:
            wrong.append(f"the service had to be started {attack.service.restarts} times more")
        code, out, error = world.command_line.command("verify", url=world.server.url())
        if code != 0:
            wrong.append(f"verify: {out}{error}")
    finally:
        world.end()
        if not wrong:
            shutil.rmtree(folder, ignore_errors=True)
    say(f"✗ {len(wrong)} wrong; logs in {folder}" if wrong else f"✓ {attack.sent} hostile requests, no 5xx, no restart")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
