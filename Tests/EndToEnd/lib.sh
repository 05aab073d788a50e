# Shell functions of the end-to-end tests. Sourced, never run.
# shellcheck shell=bash
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
taizhang=${TAIZHANG:-$here/.build/debug/taizhang}
export TAIZHANG_HOME=${TAIZHANG_HOME:-$here} LANG=en_US.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

socket=${TAIZHANG_TEST_DATABASE#host=}
socket=${socket%% *}

fail() { printf '    ✗ %s\n' "$*" >&2; exit 1; }
pass() { printf '    ✓ %s\n' "$*" >&2; }
sql() { LC_ALL=C psql -XqAt -v ON_ERROR_STOP=1 -h "$socket" -U postgres "$@"; }

# A new database that the commands use from now on.
fresh_database() {
  database=$1
  sql -d postgres -c "drop database if exists $database with (force)" \
    -c "create database $database" 2>/dev/null
  export DATABASE_URL="host=$socket user=postgres dbname=$database"
}

# quiet command…: the command succeeds.
quiet() { "$taizhang" "$@" >/dev/null 2>"$scratch/err" || fail "$*: $(cat "$scratch/err")"; }

# refused CODE PLACE command…: the command ends with 2 and names the code and the place.
refused() {
  local code=$1 place=$2 status=0
  shift 2
  "$taizhang" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
  if [ "$status" != 2 ] || ! grep -q -F -- "$code" "$scratch/err" || ! grep -q -F -- "$place" "$scratch/err"; then
    fail "$code: ended with $status: $(head -c 600 "$scratch/err")"
  fi
}
