"""A proxy that harms the connections which pass through it, at the moments that matter.

It stands between the service and PostgreSQL, where it follows the protocol far enough to know when a
transaction commits, and between clients and the service, where bytes are enough.
"""
import random
import socket
import struct
import threading
import time


class Last(bytes):
    """The last bytes that pass before both sides are cut."""


class Fault:
    """What happens to connections; the plain one does nothing."""

    def __init__(self, seed=0):
        self.random = random.Random(seed)
        self.hits = 0

    def accepts(self):
        """Whether a new connection is let in."""
        return True

    def from_client(self, flow, data):
        """The bytes to pass on to the server, or None to cut both sides."""
        return data

    def from_server(self, flow, data):
        """The bytes to pass on to the client, or None to cut both sides."""
        return data

    def hit(self, chance):
        if self.random.random() >= chance:
            return False
        self.hits += 1
        return True


class CutBeforeCommit(Fault):
    """The commit never reaches the server."""

    def __init__(self, chance, seed=0):
        super().__init__(seed)
        self.chance = chance

    def from_client(self, flow, data):
        return None if flow.commits_now and self.hit(self.chance) else data


class CutAfterCommit(Fault):
    """The server commits; nobody hears of it."""

    def __init__(self, chance, seed=0):
        super().__init__(seed)
        self.chance = chance

    def from_client(self, flow, data):
        if flow.commits_now and self.hit(self.chance):
            flow.is_doomed = True
        return data

    def from_server(self, flow, data):
        if not flow.is_doomed:
            return data
        return None if flow.idle_now else b""


class CutReply(Fault):
    """Of some answers nothing arrives, of some the first bytes, and then the connection ends."""

    def __init__(self, chance, seed=0):
        super().__init__(seed)
        self.chance = chance

    def from_server(self, flow, data):
        return self.cut(data) if self.hit(self.chance) else data

    def cut(self, data):
        return Last(data[:self.random.randrange(len(data))])


class CutRequest(CutReply):
    """Of some requests only the first bytes arrive, and then the connection ends."""

    def from_client(self, flow, data):
        return self.cut(data) if self.hit(self.chance) else data

    def from_server(self, flow, data):
        return data


class StallRequest(CutRequest):
    """Of some requests only the first bytes arrive, and the connection stays."""

    def from_client(self, flow, data):
        if flow.is_doomed:
            return b""
        if not self.hit(self.chance):
            return data
        flow.is_doomed = True
        return bytes(self.cut(data))


class Slow(Fault):
    """Everything arrives late."""

    def __init__(self, seconds, seed=0):
        super().__init__(seed)
        self.seconds = seconds

    def from_server(self, flow, data):
        self.hits += 1
        time.sleep(self.random.uniform(0, 2 * self.seconds))
        return data


class Dribble(Fault):
    """The server's bytes arrive a few at a time."""

    def from_server(self, flow, data):
        self.hits += 1
        for start in range(0, len(data) - 1, 7):
            flow.client.sendall(data[start:min(start + 7, len(data) - 1)])
            time.sleep(0.0005)
        return data[-1:]


class Down(Fault):
    """Nobody is let in, and nothing passes."""

    def accepts(self):
        self.hits += 1
        return False

    def from_client(self, flow, data):
        return None


class Flow:
    """One connection, and what is known of its protocol."""

    def __init__(self, client, server):
        self.client, self.server = client, server
        self.is_doomed = False
        self.has_started = False
        self.sent, self.answered = b"", b""
        self.names = {}
        self.portals = {}
        self.is_idle = True
        self.commits = False
        self.commits_now = False
        self.idle_now = False

    def client_commits(self, data):
        """Whether these bytes hold the end of a transaction: COMMIT, or a Sync outside of one."""
        self.sent += data
        found = False
        if not self.has_started:
            if len(self.sent) < 4:
                return False
            length = struct.unpack("!i", self.sent[:4])[0]
            if len(self.sent) < length:
                return False
            self.sent, self.has_started = self.sent[length:], True
        for kind, body in self._messages("sent"):
            if kind == b"P":
                name, text = body.split(b"\0", 2)[:2]
                self.names[name] = text.strip().lower()
            elif kind == b"B":
                portal, name = body.split(b"\0", 2)[:2]
                self.portals[portal] = self.names.get(name, b"")
            elif kind in (b"E", b"Q"):
                text = self.portals.get(body.split(b"\0", 1)[0], b"") if kind == b"E" else body[:-1].strip().lower()
                if text.startswith(b"begin"):
                    self.is_idle = False
                elif text.startswith((b"commit", b"rollback")):
                    self.commits = text.startswith(b"commit")
                    self.is_idle = True
                elif self.is_idle:
                    self.commits = True
            if kind in (b"S", b"Q") and self.commits:
                found, self.commits = True, False
        return found

    def server_is_idle(self, data):
        """Whether the server ended by these bytes what it was asked, outside a transaction."""
        self.answered += data
        return any(kind == b"Z" and body == b"I" for kind, body in self._messages("answered"))

    def _messages(self, side):
        rest = getattr(self, side)
        messages = []
        while len(rest) >= 5:
            length = struct.unpack("!i", rest[1:5])[0] + 1
            if len(rest) < length:
                break
            messages.append((rest[:1], rest[5:length]))
            rest = rest[length:]
        setattr(self, side, rest)
        return messages


class Proxy:
    """Listens on a port of this machine; `upstream` is PostgreSQL's Unix socket, or the services' ports."""

    def __init__(self, upstream):
        self.upstream = upstream
        self.is_postgres = not isinstance(upstream, list)
        self.fault = Fault()
        self.flows = set()
        self.lock = threading.Lock()
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_all(self):
        """Ends every open connection."""
        with self.lock:
            flows = list(self.flows)
        for flow in flows:
            self._end(flow)

    def stop(self):
        self.listening.close()
        self.cut_all()

    def _accept(self):
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            if not self.fault.accepts():
                client.close()
                continue
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        try:
            if not self.is_postgres:
                server = self._first_that_answers()
            else:
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self.upstream))
        except OSError:
            client.close()
            return
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        flow = Flow(client, server)
        with self.lock:
            self.flows.add(flow)
        for arguments in ((flow, client, server, "from_client"), (flow, server, client, "from_server")):
            threading.Thread(target=self._pump, args=arguments, daemon=True).start()

    def _first_that_answers(self):
        """A connection to one of the services; one that is away is passed over."""
        for port in self.upstream:
            try:
                server = socket.create_connection(("127.0.0.1", port), timeout=5)
            except OSError:
                continue
            server.settimeout(None)
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return server
        raise OSError("no service answers")

    def _pump(self, flow, source, target, direction):
        try:
            while data := source.recv(65536):
                if self.is_postgres and direction == "from_client":
                    flow.commits_now = flow.client_commits(data)
                elif self.is_postgres:
                    flow.idle_now = flow.server_is_idle(data)
                # Asked for each piece, so that a new fault holds for connections that are open.
                passed = getattr(self.fault, direction)(flow, data)
                if passed is None:
                    break
                if passed:
                    target.sendall(passed)
                if isinstance(passed, Last):
                    break
        except OSError:
            pass
        self._end(flow)

    def _end(self, flow):
        with self.lock:
            self.flows.discard(flow)
        for side in (flow.client, flow.server):
            try:
                # A reset, not a farewell: a cut cable says nothing.
                side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            side.close()
