"""The clients' own journal: what was sent, and what was heard. It is written before anything is sent
and never reads the ledger, so that it can be held against it."""
import json
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Write:
    """One revision that a client wants stored, under one key however often it is sent."""

    serial: int
    key: str
    client: int
    account: str
    unit: str
    period: str
    figures: list
    round: str
    based_on: object = None
    sent: int = 0
    # None while nothing definite was heard; then "acknowledged" or "refused".
    outcome: str = None
    answers: list = field(default_factory=list)


@dataclass
class Outcome:
    """What one attempt gave: acknowledged with an answer, refused with a code, or unknown with why."""

    kind: str
    answer: object = None


class Journal:
    """Every write of every client, in memory and in a file."""

    def __init__(self, path):
        self.writes = []
        self.lock = threading.Lock()
        self.file = open(path, "a", encoding="utf-8")

    def plan(self, **fields):
        """A write with the next serial number, noted before anybody sends it."""
        with self.lock:
            write = Write(serial=len(self.writes) + 1, **fields)
            self.writes.append(write)
            self._note("planned", write, figures=write.figures, unit=write.unit, period=write.period)
        return write

    def sending(self, write):
        with self.lock:
            write.sent += 1
            self._note("sent", write, attempt=write.sent)

    def heard(self, write, outcome):
        with self.lock:
            if outcome.kind != "unknown":
                write.outcome = outcome.kind if write.outcome is None else write.outcome
                write.answers.append((outcome.kind, outcome.answer))
            self._note(outcome.kind, write, answer=outcome.answer)

    def of(self, outcome):
        with self.lock:
            return [write for write in self.writes if write.outcome == outcome]

    def _note(self, event, write, **fields):
        self.file.write(json.dumps({"at": round(time.time(), 3), "event": event, "key": write.key, **fields},
                                   ensure_ascii=False) + "\n")
        self.file.flush()
