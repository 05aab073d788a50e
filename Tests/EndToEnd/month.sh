#!/usr/bin/env bash
# The Canadian example, twice: the same hashes; one changed byte anywhere is found and named.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

for run in one two; do
  fresh_database "month_$run"
  "$taizhang" migrate >/dev/null 2>&1
  TAIZHANG=$taizhang "$here/examples/canada/run" >"$scratch/$run.out" 2>"$scratch/$run.err" ||
    fail "the example: $(tail -n 5 "$scratch/$run.err")"
  "$taizhang" edition list --as office --csv | cut -d, -f1,2,7 >"$scratch/$run.csv"
done
tail -n 1 "$scratch/two.out" | grep -qx '32 editions published, 32 re-run identical' ||
  fail "the last line: $(tail -n 1 "$scratch/two.out")"
cmp -s "$scratch/one.csv" "$scratch/two.csv" || fail "two runs gave different hashes"
diff "$here/Tests/Fixtures/canada/editions.csv" "$scratch/two.csv" >&2 ||
  fail "the hashes are not those of other machines"
pass "two runs and the kept list have the same 32 hashes"

"$taizhang" verify >"$scratch/clean" 2>&1 || fail "verify: $(cat "$scratch/clean")"
pass "verify is clean"

# The owner of the database changes one byte and the triggers are out of the way.
tampered() { # what must be named, the change, how it is taken back
  local status=0
  sql -d month_two -c "set session_replication_role = replica; $2" >/dev/null
  "$taizhang" verify >"$scratch/found" 2>&1 || status=$?
  [ "$status" = 1 ] || fail "verify ended with $status after: $2"
  grep -q -F "$1" "$scratch/found" || fail "not named: $1 in $(head -n 5 "$scratch/found")"
  sql -d month_two -c "set session_replication_role = replica; $3" >/dev/null
}
where="unit = 'CA-AB' and period = '2024-03-01'"
tampered 'revisions CA-AB/fraud-monthly/2024-03/1' \
  "update ledger.revisions set figures[1] = figures[1] + 10000 where $where" \
  "update ledger.revisions set figures[1] = figures[1] - 10000 where $where"
tampered 'standings 2024-03' \
  "update ledger.standings set score = score + 1 where $where" \
  "update ledger.standings set score = score - 1 where $where"
tampered 'ratings 2024-03' \
  "update ledger.ratings set colour = translate(colour, 'RYB', 'YBR') where $where" \
  "update ledger.ratings set colour = translate(colour, 'YBR', 'RYB') where $where"
tampered 'journal CA-AB/2 (review.approve' \
  "update ledger.reviews set decided_by = decided_by || 'x' where $where and stage = 'unit'" \
  "update ledger.reviews set decided_by = rtrim(decided_by, 'x') where $where and stage = 'unit'"
tampered 'journal CA-AB/2' \
  "update ledger.journal_entries set detail = detail || '.' where chain = 'CA-AB' and seq = 2" \
  "update ledger.journal_entries set detail = rtrim(detail, '.') where chain = 'CA-AB' and seq = 2"
flip="document = set_byte(document, 99, get_byte(document, 99) # 1)"
tampered 'edition 9' \
  "alter table ledger.editions drop constraint editions_hash_is_of_the_document;
   update ledger.editions set $flip where number = 9" \
  "update ledger.editions set $flip where number = 9"
tampered 'its end was cut' \
  "create table public.kept as select * from ledger.journal_entries
     where chain = 'CA-AB' order by seq desc limit 1;
   delete from ledger.journal_entries using public.kept
     where journal_entries.chain = kept.chain and journal_entries.seq = kept.seq" \
  "insert into ledger.journal_entries select * from public.kept"
"$taizhang" verify >/dev/null 2>&1 || fail "verify is not clean after everything was put back"
pass "a changed figure, standing, rating, review, entry, edition and a cut chain are each named"
