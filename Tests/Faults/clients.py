"""Sixteen clients that submit revisions and send each again until they hear something definite."""
import random
import threading
import time
import uuid

CLIENTS = 16


class Client(threading.Thread):
    """Two clients write to each unit, so that they meet in the same submissions."""

    def __init__(self, number, world, seed):
        super().__init__(daemon=True)
        self.number, self.world = number, world
        self.random = random.Random(seed * 1000 + number)
        units = world.units[:CLIENTS // 2]
        self.unit = units[number % len(units)]
        self.account = f"reporter.{self.unit.lower()}"
        self.stopping = threading.Event()
        self.slowest = 0.0

    def run(self):
        while not self.stopping.is_set():
            write = self.plan()
            if write is not None:
                self.insist(write)

    def plan(self):
        """The next write: mostly a submission of its own, often one that another client writes to as well."""
        world = self.world
        period = self.random.choice(world.open_months()[:6])
        try:
            based_on = world.adapter.current(self.account, self.unit, period)
        except OSError:
            time.sleep(0.05)
            return None
        return world.journal.plan(
            key=str(uuid.UUID(int=self.random.getrandbits(128), version=4)), client=self.number, account=self.account,
            unit=self.unit, period=period, figures=self.figures(), round=world.round, based_on=based_on)

    def figures(self):
        # The first figure is unlike any other's, so that a row in the ledger names its write.
        serial = self.world.next_serial()
        return [serial, self.random.randint(0, min(serial, 1_000)), self.random.randint(0, 1_000),
                self.random.randint(0, 100_000_000)]

    def insist(self, write, patience=90):
        """Sends a write with the same key until the answer is definite."""
        begin = time.monotonic()
        pause = 0.02
        while write.outcome is None and time.monotonic() - begin < patience:
            self.world.journal.sending(write)
            self.world.journal.heard(write, self.world.adapter.submit(write))
            if write.outcome is None:
                time.sleep(pause * self.random.uniform(0.5, 1.5))
                pause = min(pause * 2, 1.0)
        self.slowest = max(self.slowest, time.monotonic() - begin)


class Desk(threading.Thread):
    """The reviewers and the office: approve and accept while the clients write."""

    def __init__(self, world, seed):
        super().__init__(daemon=True)
        self.world = world
        self.random = random.Random(seed)
        self.stopping = threading.Event()
        self.done = []

    def run(self):
        world = self.world
        while not self.stopping.is_set():
            unit = self.random.choice(world.units[:CLIENTS // 2])
            period = self.random.choice(world.open_months()[:6])
            for act, account in ((world.adapter.approve, f"reviewer.{unit.lower()}"), (world.adapter.accept, "office")):
                self.done.append((act.__name__, unit, period, *act(account, unit, period)))
            self.stopping.wait(0.1)


def load(world, seconds, harm):
    """Lets the clients write for some seconds while `harm` is done, then waits until each has its answer."""
    clients = [Client(number, world, world.seed + world.rounds_begun) for number in range(CLIENTS)]
    desk = Desk(world, world.seed + world.rounds_begun)
    for thread in (*clients, desk):
        thread.start()
    try:
        harm(seconds)
    finally:
        for thread in (*clients, desk):
            thread.stopping.set()
    for thread in (*clients, desk):
        thread.join(120)
    hanging = sum(thread.is_alive() for thread in clients)
    return max(client.slowest for client in clients), hanging
