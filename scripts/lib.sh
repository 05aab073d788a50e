# Shell functions that the scripts share. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by those who source this file
data=${TAIZHANG_DATA:-$root/.data}

say() { printf '%s\n' "$*" >&2; }
die() { say "✗ $*"; exit 1; }

# Runs a step with its name, time and outcome.
stage() {
  local name=$1 begin=$SECONDS
  shift
  say "▶ $name"
  if "$@"; then
    say "✓ $name ($((SECONDS - begin)) s)"
  else
    say "✗ $name ($((SECONDS - begin)) s)"
    return 1
  fi
}

# The folder of the newest PostgreSQL server programs.
pg_bin() {
  local folder
  folder=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
  [ -n "$folder" ] || folder=$(pg_config --bindir 2>/dev/null || true)
  [ -x "$folder/initdb" ] || die "没有 PostgreSQL 服务器程序 / no PostgreSQL server programs: scripts/install"
  printf '%s' "$folder"
}

# PostgreSQL refuses to run as root: then the server's user runs it.
as_server() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups "$@"
  else
    "$@"
  fi
}
server_user() { if [ "$(id -u)" = 0 ]; then printf postgres; else id -un; fi; }

# A folder that the server's user owns and can reach.
server_folder() {
  mkdir -p "$1"
  [ "$(id -u)" != 0 ] || chown postgres "$1"
  chmod 700 "$1"
  as_server test -w "$1"
}

# A throw-away server without fsync, for tests; sets TAIZHANG_TEST_DATABASE.
throwaway_start() {
  local bin
  bin=$(pg_bin)
  throwaway=$(mktemp -d "${TMPDIR:-/tmp}/taizhang-test.XXXXXX")
  server_folder "$throwaway"
  as_server "$bin/initdb" -D "$throwaway/data" --no-sync --no-instructions -A trust -U postgres \
    -E UTF8 --locale=C.UTF-8 >/dev/null
  as_server tee -a "$throwaway/data/postgresql.conf" >/dev/null <<EOF
listen_addresses = ''
unix_socket_directories = '$throwaway'
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
max_connections = 400
shared_buffers = 128MB
EOF
  as_server "$bin/pg_ctl" -D "$throwaway/data" -w -s -l "$throwaway/log" start
  export TAIZHANG_TEST_DATABASE="host=$throwaway port=5432 user=postgres dbname=postgres"
}
throwaway_stop() {
  [ -n "${throwaway:-}" ] || return 0
  as_server "$(pg_bin)/pg_ctl" -D "$throwaway/data" -m immediate -s stop || true
  rm -rf "$throwaway"
  throwaway=
}
