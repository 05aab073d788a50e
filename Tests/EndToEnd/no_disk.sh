#!/usr/bin/env bash
# The disk of the database server fills up in the middle of imports. The program says so and ends
# with 1; nothing is stored by halves, nothing acknowledged is lost, and when there is space again
# the same import with the same key is done once.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$here/scripts/lib.sh"

# The small disk is mounted where nobody else sees it, and goes with the processes that use it. It
# holds the tables, or the server's log of changes, without which the server itself breaks down.
if [ "${1:-}" != mounted ]; then
  if ! unshare -m mount -t tmpfs -o size=1m none "$scratch" 2>/dev/null; then
    printf '    - skipped: a small disk cannot be mounted here (needs root)\n' >&2
    exit 0
  fi
  for what in tables log; do
    status=0
    unshare -m bash "$0" mounted "$what" || status=$?
    [ "$status" = 0 ] || exit "$status"
  done
  exit 0
fi

what=$2
bin=$(pg_bin)
disk=$scratch/disk
server=$scratch/server
data=$server/data
log=$server/wal
if [ "$what" = tables ]; then data=$disk/data; else log=$disk/wal; fi
control() { as_server "$bin/pg_ctl" -D "$data" -s -w -l "$server/messages" "$@"; }
leave() {
  control -m immediate stop 2>/dev/null || true
  umount "$disk" || true
  rm -rf "$scratch"
}
trap leave EXIT
chmod 755 "$scratch"
mkdir "$disk"
mount -t tmpfs -o size=160m none "$disk"
server_folder "$disk"
server_folder "$server"
as_server "$bin/initdb" -D "$data" -X "$log" --wal-segsize=1 --no-sync --no-instructions -A trust \
  -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
as_server tee -a "$data/postgresql.conf" >/dev/null <<END
listen_addresses = ''
unix_socket_directories = '$server'
autovacuum = off
wal_recycle = off
END
control start
socket=$server

fresh_database no_disk
"$taizhang" migrate >/dev/null 2>&1
canada=$here/examples/canada
quiet account create --first system_admin system
quiet account create --first security_admin security
quiet account create --as system office reporter
quiet grant add --as security office office CA
quiet grant add --as security reporter reporter CA
quiet units import --as office "$canada/units.csv"
quiet indicators import --as office --effective 2021-01 "$canada/indicators.json"
quiet forms import --as office "$canada/form.json"

# Takes all space but so many kilobytes; of the log also what is left of its files.
fill() {
  local free
  free=$(df --output=avail -k "$disk" | tail -n 1)
  head -c "$(((free - $1) * 1024))" /dev/zero >>"$disk/ballast"
  [ "$what" = log ] || return 0
  while [ "$(sql -d postgres -c 'select pg_walfile_name(pg_current_wal_insert_lsn())')" != \
    "$(sql -d postgres -c 'select max(name) from pg_ls_waldir()')" ]; do
    sql -d postgres -c "select pg_logical_emit_message(false, '', repeat('x', 99999))" >/dev/null
  done
  sql -d postgres -c "select pg_logical_emit_message(false, '', repeat('x', 1000000 - file_offset))
    from pg_walfile_name_offset(pg_current_wal_insert_lsn()) where file_offset < 1000000" >/dev/null
}
import() {
  "$taizhang" figures import --as reporter --form fraud-monthly --submit --key "import-$1" \
    "$scratch/$1.csv" >"$scratch/out" 2>"$scratch/err"
}
revisions() { sql -d no_disk -c "select count(*) from ledger.revisions where unit = '$1'"; }

mapfile -t provinces < <(tail -n +3 "$canada/units.csv" | cut -d, -f1)
for province in "${provinces[@]}"; do
  { head -n 1 "$canada/figures.csv"; grep "^$province," "$canada/figures.csv"; } >"$scratch/$province.csv"
done
expected=$(grep -c ',REPORTS,' "$scratch/${provinces[0]}.csv")
import "${provinces[0]}" || fail "with space: $(cat "$scratch/err")"
fill 64
full=
for province in "${provinces[@]:1}"; do
  status=0
  import "$province" || status=$?
  if [ "$status" = 0 ]; then
    [ "$(revisions "$province")" = "$expected" ] || fail "$province was acknowledged by halves"
    continue
  fi
  full=$province
  break
done
[ -n "$full" ] || fail "the disk did not fill up: $(df -k "$disk" | tail -n 1)"
[ "$status" = 1 ] || fail "a full disk ended with $status: $(cat "$scratch/err")"
if [ "$what" = tables ]; then
  grep -q 'the disk of the database server is full' "$scratch/err" || fail "not said: $(cat "$scratch/err")"
  TAIZHANG_LANG=zh import "$full" && fail "the disk is not full any more"
  grep -q '磁盘已满' "$scratch/err" || fail "not said in Chinese: $(cat "$scratch/err")"
  [ "$(revisions "$full")" = 0 ] || fail "$full was stored by halves"
  pass "a full disk is a failure in plain words; nothing is stored by halves"
else
  for words in 'the outcome is unknown: check, then retry' 'No space left on device'; do
    grep -q "$words" "$scratch/err" || fail "not said: $(cat "$scratch/err")"
  done
  pass "a server that breaks down for want of disk leaves the outcome open, and that is said"
fi

: >"$disk/ballast"
until sql -d no_disk -c 'select 1' >/dev/null 2>&1; do
  control status >/dev/null 2>&1 || control start 2>/dev/null || true
done
for province in "${provinces[@]}"; do
  import "$province" || fail "$province with space again: $(cat "$scratch/err")"
  [ "$(revisions "$province")" = "$expected" ] || fail "$province has $(revisions "$province") revisions"
done
"$taizhang" verify >"$scratch/clean" 2>&1 || fail "verify: $(cat "$scratch/clean")"
pass "with space again the same keys give each submission once, and verify is clean"
