#!/usr/bin/env bash
# index and rate over plain tables: the handbook's published ranks and normalisations, no database.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
unset DATABASE_URL
tai=$here/Tests/Fixtures/tai

python3 - "$tai/tai_goalposts_undp2001.csv" "$scratch" <<'PYTHON'
import csv, json, sys
def method(name, children):
    both = {"zh": name, "en": name}
    document = {
        "id": name, "version": 1, "effective": "2026-01", "title": both, "peers": {"kind": "country", "group": None},
        "score": {"scale": 1, "decimals": 6}, "rank": {"ties": "competition", "order": "descending", "unranked": []},
        "root": {"name": "index", "aggregation": "arithmetic", "children": children}, "deductions": []}
    json.dump(document, open(f"{sys.argv[2]}/{name}.json", "w"))
method("tai", [
    {"name": row["indicator"].replace("_", "-"), "weight": "1", "measure": {"column": row["indicator"]}, "direction": "higher",
     "normalise": {"goalposts": {"zero": row["low"], "full": row["high"], "clip": True}}}
    for row in csv.DictReader(open(sys.argv[1]))])
for name, normalise in (("zscore", {"z_score": {"sd": "sample"}}), ("minmax", {"min_max": {}}),
                        ("best", {"distance_to_best": {}}), ("mean", {"distance_to_mean": {}})):
    method(name, [{"name": "schooling", "weight": "1", "measure": {"column": "schooling"}, "direction": "higher",
                   "normalise": normalise}])
PYTHON
for name in tai zscore minmax best mean; do
  "$taizhang" index --method "$scratch/$name.json" --data "$tai/tai_raw.csv" >"$scratch/$name.csv"
done
python3 - "$scratch" "$tai" <<'PYTHON' || fail "the handbook's figures"
import csv, decimal, sys
scratch, tai = sys.argv[1:]
def table(path):
    return list(csv.DictReader(open(path)))
ranks = {row["unit"]: row["rank"] for row in table(f"{scratch}/tai.csv")}
published = table(f"{tai}/tai_ranks_handout_EW.csv")
wrong = [row for row in published if ranks[row["country"]] != row["T23_EW"]]
cells = 0
for name, column in (("zscore", "zscore"), ("minmax", "minmax"), ("best", "ratio_to_best"), ("mean", "ratio_to_mean")):
    values = {row["unit"]: decimal.Decimal(row["schooling"]) for row in table(f"{scratch}/{name}.csv")}
    for row in table(f"{tai}/tai_table15_normalisation_schooling.csv"):
        expected = decimal.Decimal(row[column])
        got = values[row["country"]].quantize(expected, decimal.ROUND_HALF_UP)
        cells += 1
        if got != expected:
            wrong.append((name, row["country"], got, expected))
print(f"    {len(published)} ranks and {cells} normalised values, {len(wrong)} differ {wrong[:3]}", file=sys.stderr)
sys.exit(bool(wrong))
PYTHON
pass "the handbook's equal-weight ranks and its table of normalisations"

printf 'unit,cases,last_year\nA,120,100\nB,105,100\nC,80,100\nD,,100\n' >"$scratch/rate.csv"
cat >"$scratch/rules.json" <<'JSON'
{"id": "plain", "version": 1, "effective": "2026-01", "rules": [
  {"id": "R1", "colour": "red", "text": {"zh": "上升 15% 及以上", "en": "up 15% or more"},
   "when": {"measure": {"quotient": [{"column": "cases"}, {"column": "last_year"}]}, "op": ">=", "value": "1.15"}},
  {"id": "Y1", "colour": "yellow", "text": {"zh": "上升", "en": "up"},
   "when": {"measure": {"quotient": [{"column": "cases"}, {"column": "last_year"}]}, "op": ">", "value": "1"}}]}
JSON
"$taizhang" rate --rules "$scratch/rules.json" --data "$scratch/rate.csv" >"$scratch/rated.csv" ||
  fail "rate: $(cat "$scratch/rated.csv")"
for line in A,red B,yellow C,blue; do
  grep -q "^$line," "$scratch/rated.csv" || fail "no $line in: $(cat "$scratch/rated.csv")"
done
pass "rate gives three colours"

# Robustness: the same seed prints the same, another one does not, and the published ranks stand beside the bands.
robust() { "$taizhang" index --method "$scratch/tai.json" --data "$tai/tai_raw.csv" --robustness --draws 500 "$@"; }
robust --seed 7 >"$scratch/robust.csv"
robust --seed 7 | cmp -s - "$scratch/robust.csv" || fail "the same seed printed something else"
if robust --seed 8 | cmp -s - "$scratch/robust.csv"; then fail "another seed printed the same"; fi
python3 - "$scratch" <<'PYTHON' || fail "the bands"
import csv, sys
rows = list(csv.DictReader(open(f"{sys.argv[1]}/robust.csv")))
ranks = {row["unit"]: row["rank"] for row in csv.DictReader(open(f"{sys.argv[1]}/tai.csv"))}
assert {row["unit"]: row["rank"] for row in rows} == ranks
assert all(int(row["low"]) <= int(row["rank"]) <= int(row["high"]) for row in rows), rows
# Three places are the worst, and every draw fills them.
assert abs(sum(float(row["in_worst_percent"]) for row in rows) - 300) < 2, rows
PYTHON
refused index.draws_out_of_range --draws index --method "$scratch/tai.json" --data "$tai/tai_raw.csv" \
  --robustness --draws 0
pass "robustness prints bands around the published ranks"
