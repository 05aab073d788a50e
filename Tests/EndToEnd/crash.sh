#!/usr/bin/env bash
# The program and PostgreSQL are killed in the middle of imports and closes; the same command with
# the same key is given again. Nothing acknowledged is lost, nothing is doubled, nothing is half.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
fresh_database crash
# As every ledger's server must have it; without it these tests lose whole imports, as they should.
sql -d postgres -c "alter database crash set synchronous_commit = on"
"$taizhang" migrate >/dev/null 2>&1
canada=$here/examples/canada
quiet account create --first system_admin system
quiet account create --first security_admin security
quiet account create --as system office director reporter reviewer
for role in office director reporter reviewer; do quiet grant add --as security "$role" "$role" CA; done
quiet units import --as office "$canada/units.csv"
quiet populations import --as office "$canada/populations.csv"
quiet indicators import --as office --effective 2021-01 "$canada/indicators.json"
quiet forms import --as office "$canada/form.json"
quiet rules import --as office --of CA "$canada/rules.json"
quiet rules approve --as director --of CA fraud-colours 1
quiet method import --as office --of CA "$canada/method.json"
quiet method approve --as director --of CA fraud-index 1

# Begins a command, kills the program or the server while the command's transaction stands in front
# of a table that somebody else has locked, and gives the command again. Returns its status.
survive() { # victim: program | server, the table, then the command
  local victim=$1 table=$2 pid backend=
  shift 2
  mkfifo "$scratch/locker"
  LC_ALL=C psql -Xq -h "$socket" -U postgres -d crash <"$scratch/locker" >"$scratch/locked" 2>/dev/null &
  exec 7>"$scratch/locker"
  rm "$scratch/locker"
  printf 'begin; lock table ledger.%s in access exclusive mode;\n\\echo locked\n' "$table" >&7
  until grep -q locked "$scratch/locked"; do :; done
  "$taizhang" "$@" >"$scratch/first" 2>&1 7>&- &
  pid=$!
  until [ -n "$backend" ]; do
    kill -0 "$pid" 2>/dev/null || fail "$*: did not wait for $table: $(cat "$scratch/first")"
    backend=$(sql -d postgres -c "select pid from pg_stat_activity where datname = 'crash'
      and application_name = 'taizhang' and wait_event_type = 'Lock' limit 1")
  done
  if [ "$victim" = program ]; then kill -9 "$pid"; else kill -9 "$backend"; fi
  wait "$pid" 2>/dev/null || true
  exec 7>&-
  until sql -d crash -c 'select 1' >/dev/null 2>&1; do :; done
  "$taizhang" "$@" >/dev/null 2>"$scratch/err"
}

provinces=$(tail -n +3 "$canada/units.csv" | cut -d, -f1)
victim=program
for province in $provinces; do
  { head -n 1 "$canada/figures.csv"; grep "^$province," "$canada/figures.csv" | grep -v ',2024-09,'; } >"$scratch/$province.csv"
  survive "$victim" journal_heads figures import --as reporter --form fraud-monthly --submit \
    --key "import-$province" "$scratch/$province.csv" || fail "$province: $(cat "$scratch/err")"
  count=$(sql -d crash -c "select count(*), count(distinct period) from ledger.revisions where unit = '$province'")
  [ "$count" = '44|44' ] || fail "$province has $count revisions after the $victim died"
  if [ "$victim" = program ]; then victim=server; else victim=program; fi
done
pass "13 imports, each hit in the middle: 44 revisions each"

quiet submissions approve --as reviewer 2021-01:2022-06
quiet submissions accept --as office 2021-01:2022-06
for month in 2022-01 2022-02 2022-03 2022-04 2022-05 2022-06; do
  survive "$victim" ratings month close --as office "$month" || fail "$month: $(cat "$scratch/err")"
  count=$(sql -d crash -c "select (select count(*) from ledger.month_events where period = '$month-01'),
    (select count(*) from ledger.ratings where period = '$month-01')")
  [ "$count" = '1|13' ] || fail "$month has $count events and ratings"
  if [ "$victim" = program ]; then victim=server; else victim=program; fi
done
pass "6 closes, each hit in the middle: one event and 13 ratings each"
"$taizhang" verify >"$scratch/clean" 2>&1 || fail "verify: $(cat "$scratch/clean")"
pass "verify is clean"
