"""What always holds. Each check returns what is wrong, in words; an empty list is green.

The ledger is held against the clients' journal and against what the harness itself has kept: the
editions it has seen, the auditor's checkpoints, the secrets it handed out.
"""
import json
from collections import defaultdict
from fractions import Fraction

REVISIONS = """
    select
      coalesce(e.idempotency_key, ''), coalesce(e.actor, ''), r.unit, to_char(r.period, 'YYYY-MM'), r.number,
      e.chain, e.seq, array_to_string(r.figures, ' ', 'null')
    from ledger.revisions r
    left join ledger.journal_entries e on e.chain = r.unit and e.seq = r.entry
    where r.form = 'fraud-monthly'
"""


def stored(world):
    """The revisions that came after the set-up, each with the key of its journal entry."""
    rows = []
    for key, actor, unit, period, number, chain, seq, figures in world.server.sql(REVISIONS):
        if (unit, period, int(number)) not in world.baseline:
            rows.append({"key": key, "actor": actor, "unit": unit, "period": period, "number": int(number),
                         "chain": chain, "seq": int(seq or 0), "figures": [int(f) // 10_000 for f in figures.split()]})
    return rows


def i1_no_acknowledged_write_is_lost(world, rows):
    by_key = defaultdict(list)
    for row in rows:
        by_key[row["key"]].append(row)
    wrong = []
    for write in world.journal.of("acknowledged"):
        found = by_key.get(write.key, [])
        if not any(row["figures"] == write.figures and row["unit"] == write.unit and row["period"] == write.period
                   for row in found):
            wrong.append(f"{write.key} ({write.unit} {write.period}, {write.round}) was acknowledged and is not there")
            continue
        answer = write.answers[0][1]
        receipt = isinstance(answer, dict) and answer.get("receipt")
        if receipt and not any((row["chain"], row["seq"]) == (receipt["chain"], int(receipt["seq"])) for row in found):
            wrong.append(f"{write.key}: its receipt {receipt} names another entry")
    return wrong


def i2_one_effect_and_one_answer_per_key(world, rows):
    effects = defaultdict(int)
    for row in rows:
        effects[row["actor"], row["key"]] += 1
    wrong = [f"{key} of {actor} has {count} effects" for (actor, key), count in effects.items() if key and count > 1]
    keys = {row["key"] for row in rows}
    wrong += [f"{write.key} ({write.round}) was refused ({write.answers[0][1]}) and is there"
              for write in world.journal.of("refused") if write.key in keys]
    for write in world.journal.writes:
        answers = {repr(answer) for _, answer in write.answers}
        if len(answers) > 1:
            wrong.append(f"{write.key} got {len(answers)} answers: {sorted(answers)[:2]}")
    return wrong


def i3_nothing_appears_that_was_not_sent(world, rows):
    sent = {write.key: write for write in world.journal.writes if write.sent}
    wrong = []
    for row in rows:
        write = sent.get(row["key"])
        if write is None:
            wrong.append(f"{row['unit']} {row['period']}/{row['number']} was never sent (key {row['key']!r})")
        elif (write.figures, write.unit, write.period, write.account) != (
                row["figures"], row["unit"], row["period"], row["actor"]):
            wrong.append(f"{row['key']} is stored as something else: {row}")
    return wrong


def i4_revisions_are_numbered_without_holes(world, rows):
    return [f"{' '.join(row[:2])}: revisions {row[2]}" for row in world.server.sql("""
        select unit, period, array_agg(number order by number)
        from ledger.revisions
        group by unit, form, period
        having min(number) <> 1 or max(number) <> count(*) or count(distinct number) <> count(*)
        union all
        select unit, period, array_agg(revision)
        from ledger.reviews
        group by unit, form, period, revision, stage
        having count(*) > 1""")]


def i5_only_legal_paths(world, rows):
    return [" ".join(row) for row in world.server.sql("""
        select 'accepted without approval:', v.unit, v.period, v.revision
        from ledger.reviews v
        left join ledger.reviews u on (u.unit, u.form, u.period, u.revision) = (v.unit, v.form, v.period, v.revision)
          and u.stage = 'unit' and u.decision = 'approve' and u.entry < v.entry
        where v.stage = 'office' and v.decision = 'approve' and u.unit is null
        union all
        select 'reviewed before it was submitted:', v.unit, v.period, v.revision
        from ledger.reviews v
        join ledger.revisions r on (r.unit, r.form, r.period, r.number) = (v.unit, v.form, v.period, v.revision)
        where v.entry <= r.entry
        union all
        select 'submitted into a closed month:', r.unit, r.period, r.number
        from ledger.revisions r
        join ledger.month_events m on m.period = r.period and m.event = 'closed'
        left join ledger.month_events o on o.period = m.period and o.number > m.number and o.event = 'reopened'
        where o.period is null and pg_xact_commit_timestamp(r.xmin) > pg_xact_commit_timestamp(m.xmin)""")]


def i6_who_approves_did_not_submit(world, rows):
    return [" ".join(row) for row in world.server.sql("""
        with recursive above as (
          select code as unit, code as over from ledger.units
          union
          select above.unit, v.parent from above join ledger.unit_versions v on v.unit = above.over
          where v.parent is not null
        )
        select v.stage, 'review by the submitter:', v.unit, v.period, v.decided_by
        from ledger.reviews v
        join ledger.revisions r on (r.unit, r.form, r.period, r.number) = (v.unit, v.form, v.period, v.revision)
        where r.submitted_by = v.decided_by
        union all
        select v.stage, 'review out of scope:', v.unit, v.period, v.decided_by
        from ledger.reviews v
        where not exists (
          select from ledger.grants g join above a on a.unit = v.unit and a.over = g.unit
          where g.account = v.decided_by and g.role = case v.stage when 'unit' then 'reviewer' else 'office' end)""")]


def i7_a_parents_figure_is_the_sum_of_its_childrens(world, rows):
    """The latest editions compare each province's rate with the country's: both are added up here again.

    The country's is that of the provinces whose months of the year are all accepted; which revision is, is read
    from the reviews themselves.
    """
    wrong = []
    for number, month, document in world.server.sql("""
            select number, to_char(period, 'YYYY-MM'), encode(document, 'hex')
            from ledger.editions order by number desc limit 3"""):
        edition = json.loads(bytes.fromhex(document))
        residents = {unit["code"]: unit["populations"][0] for unit in edition["units"]}
        sums = accepted_sums(world, month)
        whole = {unit: total for unit, total in sums.items() if residents.get(unit)}
        if not whole or not sum(whole.values()):
            continue
        country = Fraction(sum(whole.values()), sum(residents[unit] for unit in whole))
        for standing in edition["rankings"][0]["standings"]:
            unit = standing["unit"]
            told = next(part["measured"] for part in standing["components"] if part["name"] == "report-rate")
            ought = Fraction(whole[unit], residents[unit]) / country if unit in whole else None
            told = Fraction(told) if isinstance(told, str) else None
            if told != ought:
                wrong.append(f"edition {number}, {unit}: {told} of the country's rate, by its sums {ought}")
    return wrong


def accepted_sums(world, month):
    """Accepted reports of victims from January to a month, of the units that have every month."""
    return {unit: Fraction(total) for unit, total in world.server.sql("""
        with accepted as (
          select distinct on (v.unit, v.period) v.unit, v.period, r.figures[2] as figure
          from ledger.reviews v
          join ledger.revisions r on (r.unit, r.form, r.period, r.number) = (v.unit, v.form, v.period, v.revision)
          where v.form = 'fraud-monthly' and v.stage = 'office' and v.decision = 'approve'
            and v.period between date_trunc('year', (:'month' || '-01')::date) and (:'month' || '-01')::date
          order by v.unit, v.period, v.revision desc)
        select unit, sum(figure) / 10000 from accepted group by unit
        having count(figure) = extract(month from (:'month' || '-01')::date)""", month=month)}


def i8_published_editions_never_change(world, rows):
    now = {number: (digest, md5) for number, digest, md5 in world.server.sql(
        "select number, encode(sha256, 'hex'), md5(document) from ledger.editions")}
    wrong = [f"edition {number} {'is gone' if number not in now else 'was changed'}"
             for number, seen in world.editions.items() if now.get(number) != seen]
    world.editions.update(now)
    return wrong


def i9_to_i12_verification_is_clean(world, rows):
    """The journal, every fact, every edition computed again, and every checkpoint the auditor kept."""
    arguments = [word for path in world.checkpoints for word in ("--checkpoint", path)]
    code, out, error = world.command_line.command("verify", *arguments, url=world.server.url(), timeout=300)
    return [] if code == 0 else [line for line in (out + error).splitlines() if line][:5] or [f"exit code {code}"]


def i13_an_account_reads_its_scope(world, rows):
    everything = {row[0] for row in world.server.sql("select distinct unit from ledger.revisions")}
    wrong = []
    for account, expected in world.scopes(everything).items():
        secret = world.secrets.get(account, "forged")
        seen = {row[0] for row in world.server.sql("""
            set role ledger_app;
            begin read only;
            select set_config('ledger.session', :'secret', true) \\g /dev/null
            select distinct unit from ledger.revisions;""", secret=secret)}
        if seen != expected:
            wrong.append(f"{account} sees {sorted(seen ^ expected)[:4]} by SQL")
        if world.adapter.name == "http" and account in world.secrets:
            try:
                # Every unit reported this month.
                seen = world.adapter.visible_units(account, ["2024-08"])
            except OSError as error:
                seen = set() if str(error).startswith("403") else {str(error)}
            if seen != expected:
                wrong.append(f"{account} sees {sorted(seen ^ expected)[:4]} by API")
    return wrong


def i14_no_secret_in_any_log(world, rows):
    wrong = []
    for path in world.logs():
        text = path.read_text(encoding="utf-8", errors="replace")
        wrong += [f"{path.name} holds the secret of {name}" for name, secret in world.secrets.items() if secret in text]
    return wrong


CHECKS = {
    "I1": i1_no_acknowledged_write_is_lost,
    "I2": i2_one_effect_and_one_answer_per_key,
    "I3": i3_nothing_appears_that_was_not_sent,
    "I4": i4_revisions_are_numbered_without_holes,
    "I5": i5_only_legal_paths,
    "I6": i6_who_approves_did_not_submit,
    "I7": i7_a_parents_figure_is_the_sum_of_its_childrens,
    "I8": i8_published_editions_never_change,
    "I9-I12": i9_to_i12_verification_is_clean,
    "I13": i13_an_account_reads_its_scope,
    "I14": i14_no_secret_in_any_log,
}


def check(world):
    """Every invariant; returns what is wrong by its name."""
    rows = stored(world)
    return {name: wrong for name, function in CHECKS.items() if (wrong := function(world, rows))}
