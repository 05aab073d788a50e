#!/usr/bin/env python3
"""Harms the ledger in every way we can think of, and holds it against what clients sent and heard.

    faults.py [--short] [--only ROUND,…] [--without GUARD,…|all] [--through http|cli] [--seed N]

After every round each invariant is checked. With --without, a guard is taken away first and the run
is good only when the invariants that the guard stands for turn red. Exit code 0: as it should be.
"""
import argparse
import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import clients
import invariants
from guards import GUARDS
from rounds import ROUNDS
from world import ROOT, World


def say(text):
    print(text, file=sys.stderr, flush=True)


def play(world, round, seconds, name=None):
    """One round; returns what is wrong by invariant."""
    world.round = name or round.name
    world.rounds_begun += 1
    before = len(world.journal.writes)
    begin = time.monotonic()
    if round.prepare:
        round.prepare(world)
    slowest, hanging = clients.load(world, seconds, lambda seconds: round.harm(world, seconds))
    died = world.heal()
    wrong = settle(world)
    if died and not round.kills:
        wrong["service"] = [f"{len(died)} processes died: {died[0].log}"]
    writes = world.journal.writes[before:]
    unanswered = [write for write in writes if write.outcome is None]
    if unanswered or hanging:
        wrong["answers"] = [f"{len(unanswered)} writes without an answer, {hanging} clients hang"]
    if not any(write.outcome == "acknowledged" for write in writes):
        wrong["answers"] = wrong.get("answers", []) + ["no write was acknowledged"]
    count = {kind: sum(write.outcome == kind for write in writes) for kind in ("acknowledged", "refused")}
    tries = sum(write.sent for write in writes)
    # Without a guard red is right; whoever took it away says so.
    mark = "…" if name else "✗" if wrong else "✓"
    say(f"  {mark} {world.round}: {count['acknowledged']} acknowledged, {count['refused']} refused, "
        f"{tries - len(writes)} sent again, slowest answer {slowest:.1f} s ({time.monotonic() - begin:.0f} s)")
    return wrong


def settle(world):
    """What is wrong after a round, once old keys were sent again and the office has closed a month."""
    try:
        world.send_again()
        world.close_a_month()
        world.keep_checkpoint()
    except SystemExit as failure:
        return {"desk": [str(failure)], **invariants.check(world)}
    return invariants.check(world)


def tell(wrong):
    for name, findings in wrong.items():
        for finding in findings[:5]:
            say(f"      {name}: {finding}")
        if len(findings) > 5:
            say(f"      {name}: … {len(findings)} in all")


def run_rounds(options, folder):
    """All rounds on one ledger, one after the other; returns how many were red."""
    world = World(folder, options.taizhang, options.through, options.seed)
    red = 0
    try:
        world.build()
        for round in ROUNDS:
            if round.name not in options.only if options.only else options.short and not round.is_short:
                continue
            if lacking := round.lacks(world):
                say(f"  – {round.name}: {lacking}")
                continue
            wrong = play(world, round, options.seconds)
            tell(wrong)
            red += bool(wrong)
        total = len(world.journal.of("acknowledged"))
        say(f"  {total} acknowledged writes, {len(world.journal.writes)} in all; journal: {folder}/journal.jsonl")
    finally:
        world.end()
    return red


def run_without(options, folder):
    """Each guard is taken away from a ledger of its own; returns how many stayed green."""
    rounds = {round.name: round for round in ROUNDS}
    names = list(GUARDS) if options.without == ["all"] else options.without
    world = World(folder, options.taizhang, options.through, options.seed)
    missed = 0
    try:
        world.build()
        # A calm round first: what the guards protect must be there, and green.
        if wrong := play(world, rounds["calm"], options.seconds):
            tell(wrong)
            return 1
        kept = folder / "kept"
        world.server.stop()
        shutil.copytree(world.server.data, kept, symlinks=True, copy_function=shutil.copy2)
        owner = world.server.data.stat()
        memory = (dict(world.editions), list(world.checkpoints), list(world.months), list(world.journal.writes))
        first = world.server
        for name in names:
            what, round_name, expected, statements = GUARDS[name]
            restore(world, first, kept, owner, memory)
            wrong = without(world, name, rounds[round_name], statements, options.seconds)
            seen = set(wrong) & expected
            say(f"  {'✓' if seen == expected else '✗'} without {name} ({what}): "
                f"{', '.join(sorted(expected))} expected red, {', '.join(sorted(wrong)) or 'nothing'} is")
            tell({key: value[:2] for key, value in wrong.items()})
            missed += seen != expected
    finally:
        world.end()
    return missed


def restore(world, first, kept, owner, memory):
    """The ledger as it was before any guard was taken away."""
    world.end()
    for server in world.servers[1:]:
        shutil.rmtree(server.home, ignore_errors=True)
    shutil.rmtree(first.data)
    shutil.copytree(kept, first.data, symlinks=True)
    for path in (first.data, *first.data.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
    first.log.unlink(missing_ok=True)
    world.server, world.servers, world.services = first.start(), [first], []
    world.editions, world.checkpoints, world.months = dict(memory[0]), list(memory[1]), list(memory[2])
    world.journal.writes = list(memory[3])
    world.proxy.upstream = first.socket / ".s.PGSQL.5432"
    world.use(world.url_through_proxy())


def without(world, name, round, statements, seconds):
    """A round without a guard, which is taken away once everything is set up."""
    def prepare(world):
        if round.prepare:
            round.prepare(world)
        world.server.sql(statements)

    bare = dataclasses.replace(round, prepare=prepare)
    try:
        return play(world, bare, seconds, f"without {name}")
    except (AssertionError, TimeoutError) as failure:
        return {"round": [str(failure)], **invariants.check(world)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="the rounds that are marked, a few seconds each")
    parser.add_argument("--only", default="", help="only these rounds")
    parser.add_argument("--without", default="", help="take these guards away and expect red, or all")
    parser.add_argument("--through", choices=["http", "cli"], help="http where there is a service")
    parser.add_argument("--seconds", type=float, help="how long the clients write in a round")
    parser.add_argument("--seed", type=int, default=20260115)
    options = parser.parse_args()
    options.only = [name for name in options.only.split(",") if name]
    options.without = [name for name in options.without.split(",") if name]
    options.seconds = options.seconds or (5 if options.short else 15)
    options.taizhang = pathlib.Path(os.environ["TAIZHANG"]) if "TAIZHANG" in os.environ else next(
        (path for path in (ROOT / ".build/release/taizhang", ROOT / ".build/debug/taizhang") if path.exists()), None)
    unknown = set(options.only) - {round.name for round in ROUNDS} | set(options.without) - {*GUARDS, "all"}
    if unknown or options.taizhang is None:
        parser.error(f"unknown: {', '.join(sorted(unknown))}" if unknown else "not built yet: scripts/start")
    if not options.through:
        told = subprocess.run([options.taizhang, "serve", "--help"], capture_output=True, text=True).stdout
        options.through = "http" if "--port" in told else "cli"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="taizhang-faults."))
    folder.chmod(0o755)
    say(f"▶ faults through {options.through}, seed {options.seed}")
    red = 1
    try:
        red = (run_without if options.without else run_rounds)(options, folder)
    finally:
        if (folder / "disk").is_mount():
            subprocess.run(["umount", "-l", folder / "disk"], check=False)
        if not red:
            shutil.rmtree(folder, ignore_errors=True)
    say(f"✗ {red} red; everything is kept in {folder}" if red else "✓ everything is as it should be")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
