#!/usr/bin/env bash
# A month over HTTP with curl gives the same edition, byte for byte, as the same month by command.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

fresh_database http_month
"$taizhang" migrate --given-clock >/dev/null 2>&1
PORT=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
export PORT
PROOF=$scratch/proof.json TAIZHANG=$taizhang "$here/examples/http/run" >"$scratch/out" 2>"$scratch/err" ||
  fail "the example: $(tail -n 5 "$scratch/out" "$scratch/err")"
wanted=$(awk -F, '$2 == "2022-01" { print $3 }' "$here/Tests/Fixtures/canada/editions.csv")
[ "$(tail -n 1 "$scratch/out")" = "$wanted" ] || fail "the hash: $(tail -n 1 "$scratch/out"), not $wanted"
"$taizhang" verify >"$scratch/clean" 2>&1 || fail "verify: $(cat "$scratch/clean")"
pass "a month over HTTP has the hash of the same month by command, and verifies"
python3 "$(dirname "$0")/check_proof.py" "$scratch/proof.json" CA-AB >/dev/null || fail "the proof"
python3 - "$scratch/proof.json" <<'CHANGED'
import json, sys
proof = json.load(open(sys.argv[1]))
proof["facts"][0] = proof["facts"][0][:-1] + ("0" if proof["facts"][0][-1] != "0" else "1")
json.dump(proof, open(sys.argv[1], "w"))
CHANGED
if python3 "$(dirname "$0")/check_proof.py" "$scratch/proof.json" CA-AB >/dev/null 2>&1; then
  fail "a changed proof holds"
fi
pass "a province's standing is proved under a signed checkpoint, and a changed one is not"
