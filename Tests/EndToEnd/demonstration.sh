#!/usr/bin/env bash
# The demonstration city on the command line: everything that it shows or hands out says that it is
# invented, and no ledger that was used takes it.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
line='演示数据，全部虚构 / Invented demonstration data'
comment='# 演示数据，全部虚构 / invented demonstration data'

fresh_database demonstration
"$taizhang" migrate >/dev/null 2>&1
refused demonstration.month_not_over --through demo --through 9998-12
refused demonstration.month_too_early --through demo --through 1999-12
"$taizhang" demo --through 2026-06 --months 1 >"$scratch/loaded" 2>"$scratch/err" ||
  fail "demo: $(tail -n 3 "$scratch/err")"
refused demonstration.ledger_not_empty '' demo --through 2026-06
pass "it is loaded once, into an empty ledger"

below() { # command…: the table ends with the mark
  "$taizhang" "$@" >"$scratch/out" 2>"$scratch/err" || fail "$*: $(cat "$scratch/err")"
  grep -q -x -F -- "$line" "$scratch/out" || fail "no mark below: $*"
}
below ranking show 2026-06 --as office --of 990100
below ranking robustness 2026-06 --as office --of 990100 --draws 20
below rating show 2026-06 --as office --of 990100
below unit show 990128 2026-06 --as office --of 990100
below completeness 2026-06 --as office
below month status 2026-06 --as office
below month status 2026-07 --as office
below edition list --as office
below edition diff 1 2 --as office
pass "every table ends with the mark"

above() { # command…: the file begins with the mark
  "$taizhang" "$@" >"$scratch/out" 2>"$scratch/err" || fail "$*: $(cat "$scratch/err")"
  [ "$(head -n 1 "$scratch/out")" = "$comment" ] || fail "no mark above: $*"
}
above rating show 2026-06 --as office --of 990100 --csv
above edition list --as office --csv
above export figures 2026-06 --as office
above export journal
"$taizhang" rating show 2026-06 --as office --of 990100 --json >"$scratch/out"
python3 - "$scratch/out" <<'PYTHON' || fail "a row of JSON lacks the mark"
import json, sys
rows = json.load(open(sys.argv[1]))
sys.exit(not rows or not all(row["invented"] is True for row in rows))
PYTHON
pass "every file begins with the mark, every row of JSON carries it"

# What was handed out is taken in again: the comment above the header is no record.
"$taizhang" export figures 2026-06 --as office >"$scratch/all.csv"
others='DUTY_|REPORT_|LATE_|CORRECTION_|LISTED_|MEETING_'
{
  head -n 2 "$scratch/all.csv"
  grep '^990121,' "$scratch/all.csv" | grep -v -E "$others"
} >"$scratch/one.csv"
refused submission.period_closed 'line 3' figures import --as reporter.yunling --form county-monthly \
  --dry-run "$scratch/one.csv"
[ "$(grep -c '^line' "$scratch/err")" = 1 ] || fail "more is refused: $(cat "$scratch/err")"
"$taizhang" edition show 1 --as office 2>"$scratch/err" | python3 -c '
import json, sys
sys.exit("invented" in json.load(sys.stdin))' || fail "the edition was changed"
grep -q -x -F -- "$line" "$scratch/err" || fail "no mark beside the edition"
"$taizhang" verify >/dev/null 2>&1 || fail "verify"
pass "exports are read again, editions stay as they were published"
