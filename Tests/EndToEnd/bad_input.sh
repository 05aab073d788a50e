#!/usr/bin/env bash
# Bad input: each gets a refusal with its code and place, and nothing is stored by halves.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
fresh_database bad_input
"$taizhang" migrate >/dev/null 2>&1
canada=$here/examples/canada
quiet account create --first system_admin system
quiet account create --first security_admin security
quiet account create --as system office director reporter reviewer both
quiet grant add --as security office office CA
quiet grant add --as security director director CA
quiet grant add --as security reporter reporter CA
quiet grant add --as security reviewer reviewer CA
quiet grant add --as security both reporter CA
quiet grant add --as security both reviewer CA
quiet units import --as office "$canada/units.csv"
quiet indicators import --as office --effective 2021-01 "$canada/indicators.json"
quiet forms import --as office "$canada/form.json"
quiet targets import --as office "$canada/targets.csv"
quiet rules import --as office --of CA "$canada/rules.json"
quiet rules approve --as director --of CA fraud-colours 1
quiet method import --as office --of CA "$canada/method.json"

# A row of figures in place of the first of a good submission.
good='CA-AB,2021-01,VICTIM_REPORTS,1
CA-AB,2021-01,VICTIMS,1
CA-AB,2021-01,LOSS_CAD,1'
row() { # code, place, the row
  printf 'unit,period,indicator,value,absence,note\n%s\n' "$3" >"$scratch/figures.csv"
  printf '%s\n' "$good" | sed 's/$/,,/' >>"$scratch/figures.csv"
  refused "$1" "$2" figures import --as reporter --form fraud-monthly --submit "$scratch/figures.csv"
}
row unit.unknown 'line 2' 'CA-XX,2021-01,REPORTS,5,,'
row submission.indicator_not_in_form 'line 2' 'CA-AB,2021-01,CASES,5,,'
row submission.period_malformed 'line 2' 'CA-AB,2021-13,REPORTS,5,,'
for period in 2021-W01 2021-01-15 2021-Q1 2021-1; do
  row submission.period_malformed 'line 2' "CA-AB,$period,REPORTS,5,,"
done
row submission.form_not_in_force 'line 2' 'CA-AB,2019-01,REPORTS,5,,'
row submission.period_not_ended 'line 2' 'CA-AB,9999-12,REPORTS,5,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,NaN,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,1e30,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,12abc,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,1234567890123456789012345678901234567890,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,1.5,,'
row submission. 'line 2' 'CA-AB,2021-01,REPORTS,-1,,'
row submission.figure_twice 'line 3' 'CA-AB,2021-01,REPORTS,5,,
CA-AB,2021-01,REPORTS,5,,'
row csv. 'line 2' 'CA-AB,2021-01,REPORTS'
row csv. 'line 2' 'CA-AB,2021-01,REPORTS,5,,,,'
row figure. 'line 2' 'CA-AB,2021-01,REPORTS,,sometime,'
row submission.note_refused 'line 2' 'CA-AB,2021-01,REPORTS,5,,call 13800138000'
row submission.note_refused 'line 2' 'CA-AB,2021-01,REPORTS,5,,11010519491231002X'
: >"$scratch/empty.csv"
refused csv.empty '' figures import --as reporter --form fraud-monthly --submit "$scratch/empty.csv"
printf 'unit,period,indicator\nCA-AB,2021-01,REPORTS\n' >"$scratch/short.csv"
refused csv. '' figures import --as reporter --form fraud-monthly --submit "$scratch/short.csv"
printf 'unit,period,indicator,value\nCA-AB,2021-01,REPORTS,\xff\xfe\n' >"$scratch/bytes.csv"
refused '' 'line 2' figures import --as reporter --form fraud-monthly --submit "$scratch/bytes.csv"
refused form.unknown '--form' figures import --as reporter --form none --submit "$scratch/short.csv"
[ "$(sql -d bad_input -c 'select count(*) from ledger.revisions')" = 0 ] || fail "rows were stored"
pass "rows and files of figures"

# What people's spreadsheets write is understood: full-width digits, separators, BOM, CRLF, GBK.
printf '\xef\xbb\xbfunit,period,indicator,value\r\nCA-AB,2021-01,REPORTS,１２\r\n' >"$scratch/made.csv"
printf 'CA-AB,2021-01,VICTIM_REPORTS,"1"\r\nCA-AB,2021-01,VICTIMS,3\r\n' >>"$scratch/made.csv"
printf 'CA-AB,2021-01,LOSS_CAD,"1,234"\r\n' >>"$scratch/made.csv"
quiet figures import --as reporter --form fraud-monthly --submit --key first-import "$scratch/made.csv"
[ "$(sql -d bad_input -c 'select figures from ledger.revisions')" = '{120000,10000,30000,12340000}' ] ||
  fail "the figures: $(sql -d bad_input -c 'select figures from ledger.revisions')"
quiet figures import --as reporter --form fraud-monthly --submit "$scratch/made.csv"
[ "$(sql -d bad_input -c 'select count(*) from ledger.revisions')" = 1 ] || fail "the same twice"
sed 's/,３\|,3/,4/' "$scratch/made.csv" >"$scratch/other.csv"
refused submission.revision_exists 'line' figures import --as reporter --form fraud-monthly --submit \
  "$scratch/other.csv"
pass "full-width digits, separators, BOM and CRLF; the same file twice adds nothing"

# A figure that is absent for a reason, beside numbers.
sed 's/2021-01/2021-03/; s/VICTIMS,3/VICTIMS,,missing/; s/value/value,absence/; /VICTIMS/!{/value/!s/\r$/,\r/}' \
  "$scratch/made.csv" >"$scratch/absent.csv"
quiet figures import --as reporter --form fraud-monthly --submit "$scratch/absent.csv"
[ "$(sql -d bad_input -c "select figures, absences from ledger.revisions where period = '2021-03-01'")" = \
  '{120000,10000,NULL,12340000}|{NULL,NULL,missing,NULL}' ] || fail "an absent figure"
pass "an absent figure keeps its reason"

# Who submitted does not review; a month that lacks figures does not close.
sed 's/2021-01/2021-02/; s/２/３/' "$scratch/made.csv" >"$scratch/both.csv"
quiet figures import --as both --form fraud-monthly --submit "$scratch/both.csv"
"$taizhang" submissions approve --as both --form fraud-monthly 2021-02 >"$scratch/out"
grep -q '^0 ' "$scratch/out" || fail "a reporter reviewed its own submission: $(cat "$scratch/out")"
refused account. '' submissions approve --as reporter --form fraud-monthly 2021-01
refused month.incomplete '2021-01' month close --as office 2021-01
refused account. '' month close --as reporter 2021-01
refused edition. '2021-01' edition publish --as office --of CA 2021-01
quiet submissions approve --as reviewer 2021-01
quiet submissions accept --as office 2021-01
exceptions=$(tail -n +3 "$canada/units.csv" | cut -d, -f1 | grep -v CA-AB | sed 's/^/--except /')
# shellcheck disable=SC2086 # one word per option
quiet month close --as office $exceptions --reason 未报 2021-01
printf 'unit,period,indicator,value\nCA-BC,2021-01,REPORTS,1\n%s\n' "${good//CA-AB/CA-BC}" >"$scratch/late.csv"
refused submission.period_closed 'line' figures import --as reporter --form fraud-monthly --submit "$scratch/late.csv"
refused month. '2021-01' month close --as office 2021-01
pass "own submissions, other roles, incomplete and closed months"

for period in 2021-W54 2021-02-29 2021-Q5 2021-W03:2021-02 2021-03:2021-01 0001-01-01:9999-12-31 :; do
  refused submission.period_malformed PERIOD submissions approve --as reviewer "$period"
done
refused submission.period_malformed 2026-01 submissions approve --as reviewer --form fraud-monthly 2021-W01
refused form.unknown --form submissions approve --as reviewer --form none 2021-02
sed 's/"month"/"week"/; s/"2021-01"/"2021-06"/' "$canada/form.json" >"$scratch/weekly.json"
refused form.frequency_changed /frequency forms import --as office "$scratch/weekly.json"
pass "periods that are none, and a form's frequency"

# Targets, rules and methods.
printf 'unit,indicator,year,kind,value\nCA-AB,LOSS_CAD,2030,at_most,5\nCA-AB,LOSS_CAD,2030,at_least,9\n' >"$scratch/targets.csv"
refused target.contradictory '' targets import --as office "$scratch/targets.csv"
broken() { # command, file, code, sed expression
  sed "$4" "$canada/$2" >"$scratch/broken.json"
  refused "$3" '' "$1" import --as office --of CA "$scratch/broken.json"
}
broken rules rules.json measure.indicator_unknown 's/"VICTIM_REPORTS"/"NOBODY"/'
broken method method.json measure.indicator_unknown 's/"VICTIM_REPORTS"/"NOBODY"/'
broken method method.json index. 's/"weight": "[0-9]*"/"weight": "0"/'
broken method method.json index. 's/"full": "-\?0\.[0-9]*"/"full": "1.5"/; s/"zero": "[0-9.]*"/"zero": "1.5"/'
broken rules rules.json json. 's/"effective"/"id"/'
broken rules rules.json json. '1,20d'
pass "targets, rules and methods"

# A clock before the last entry; a schema that is newer, or older, than the program.
fresh_database bad_clock
"$taizhang" migrate --given-clock >/dev/null 2>&1
TAIZHANG_AT=2026-03-02 quiet account create --first system_admin system
TAIZHANG_AT=2026-03-02 quiet account create --first security_admin security
TAIZHANG_AT=2026-03-01 refused journal.clock_went_back '' account create --as system office
[ "$(sql -d bad_clock -c 'select count(*) from ledger.accounts')" = 2 ] || fail "an account was stored"
sql -d bad_clock -c "insert into migrations.applied values (9999, 'later', 'x')"
refused '9999' 'newer' migrate
TAIZHANG_AT=2026-03-03 refused '9999' 'newer' account create --as system office
sql -d bad_clock -c 'delete from migrations.applied where number >= 11'
TAIZHANG_AT=2026-03-03 refused 'older' 'taizhang migrate' account create --as system office
fresh_database bad_empty
refused 'older' 'taizhang migrate' month status 2021-01 --as office
export DATABASE_URL="host=$socket user=postgres dbname=bad_input"
pass "a clock that went back, a schema of another time"

# No server is a failure, not a refusal.
status=0
DATABASE_URL="host=$scratch user=postgres dbname=none" "$taizhang" month status 2021-01 --as office \
  >/dev/null 2>"$scratch/err" || status=$?
[ "$status" = 1 ] || fail "no server: $status"
pass "no server is a failure, not a refusal"
"$taizhang" verify >/dev/null 2>&1 || fail "verify is not clean afterwards"
