#!/usr/bin/env bash
# Small counts by command line: what holds several units says <5, and hides what would tell it.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

fresh_database small_counts
quiet migrate
quiet account create --first system_admin system
quiet account create --first security_admin security
quiet account create --as system office director reporter reviewer
for role in office director reporter reviewer; do
  quiet grant add --as security "$role" "$role" 990100
done

cat >"$scratch/units.csv" <<'CSV'
code,name,kind,parent,valid_from
990100,示例市,city,,2020-01-01
990101,甲县,county,990100,2020-01-01
990102,乙县,county,990100,2020-01-01
990103,丙县,county,990100,2020-01-01
CSV
cat >"$scratch/form.json" <<'JSON'
{"code": "abroad", "name": {"zh": "月报", "en": "Return"}, "effective": "2025-01",
 "kind": "county", "frequency": "month", "due_working_days": 5,
 "fields": [{"indicator": "OVS_BASE"}, {"indicator": "OVS_REDUCED"}, {"indicator": "OVS_REMAIN"}]}
JSON
cat >"$scratch/rules.json" <<'JSON'
{"id": "abroad", "version": 1, "effective": "2025-01", "kind": "county", "requires": [],
 "rules": [{"id": "Y1", "colour": "yellow", "text": {"zh": "有剩余", "en": "some remain"},
   "when": {"measure": {"last": "OVS_REMAIN"}, "op": ">", "value": "0"}}]}
JSON
cat >"$scratch/figures.csv" <<'CSV'
unit,period,indicator,value
990101,2025-01,OVS_BASE,200
990101,2025-01,OVS_REDUCED,197
990101,2025-01,OVS_REMAIN,3
990102,2025-01,OVS_BASE,60
990102,2025-01,OVS_REDUCED,48
990102,2025-01,OVS_REMAIN,12
990103,2025-01,OVS_BASE,90
990103,2025-01,OVS_REDUCED,50
990103,2025-01,OVS_REMAIN,40
CSV
quiet units import "$scratch/units.csv" --as office
quiet indicators import "$here/defaults/indicators.json" --effective 2025-01 --as office
quiet forms import "$scratch/form.json" --as office
quiet rules import --as office --of 990100 "$scratch/rules.json"
quiet rules approve --as director --of 990100 abroad 1
quiet figures import --as reporter --form abroad --submit "$scratch/figures.csv"
quiet submissions approve --as reviewer 2025-01
quiet submissions accept --as office 2025-01

"$taizhang" export figures 2025-01 --as office >"$scratch/export.csv"
grep -qx '990101,2025-01,OVS_REMAIN,<5,,' "$scratch/export.csv" || fail "the export: $(cat "$scratch/export.csv")"
[ "$(grep -c ',\*,' "$scratch/export.csv")" = 5 ] || fail "what tells it: $(cat "$scratch/export.csv")"
grep -qx '990103,2025-01,OVS_REMAIN,40,,' "$scratch/export.csv" || fail "what need not be hidden"
refused figure.not_a_number "" \
  figures import "$scratch/export.csv" --form abroad --submit --revise --as reporter
pass "an export says <5, hides what would tell it, and is not taken back"

"$taizhang" rating show 2025-01 --of 990100 --as office >"$scratch/rating"
grep -q '990101.*OVS_REMAIN <5' "$scratch/rating" || fail "the rating: $(cat "$scratch/rating")"
grep -q '990102.*OVS_REMAIN \*' "$scratch/rating" || fail "the rating: $(cat "$scratch/rating")"
grep -q '990103.*OVS_REMAIN 40' "$scratch/rating" || fail "the rating: $(cat "$scratch/rating")"
"$taizhang" unit show 990101 2025-01 --of 990100 --as office >"$scratch/unit"
grep -q 'OVS_REMAIN: <5' "$scratch/unit" || fail "the unit: $(cat "$scratch/unit")"
pass "ratings and a unit's page say the same"

"$taizhang" boundary | grep -q '^This ledger records agency duties' || fail "the boundary"
"$taizhang" --help | tr '\n' ' ' | grep -q 'no state secrets may be entered' || fail "the help"
pass "the terminal says the boundary"
