#!/usr/bin/env python3
"""Writes the generated nation (generate.py) as the ledger's own files.

    ledger_files.py FROM TO

FROM holds units.csv, indicators.csv, targets.csv, returns.csv; TO gets units.csv, indicators.json,
form.json, targets.csv, rules.json, method.json, figures.csv and, where FROM has import*.csv, the
same with the ledger's header.
"""
import csv
import json
import pathlib
import shutil
import sys

csv.field_size_limit(1 << 30)
source, target = (pathlib.Path(name) for name in sys.argv[1:3])
target.mkdir(parents=True, exist_ok=True)
KINDS = {"1": "country", "2": "province", "3": "city", "4": "county"}


def rows(name):
    with open(source / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write_json(name, value):
    (target / name).write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def both(text):
    return {"zh": text, "en": text}


codes, units = {}, list(rows("units.csv"))
with open(target / "units.csv", "w", encoding="utf-8") as file:
    file.write("code,name,name_en,kind,parent,group,valid_from,valid_to\n")
    for unit in units:
        codes[unit["id"]] = unit["code"]
        parent = codes.get(unit["parent_id"], "")
        file.write(f'{unit["code"]},{unit["name"]},{unit["name"]},{KINDS[unit["level"]]},{parent},,2020-01-01,\n')

indicators = list(rows("indicators.csv"))
lower = {i["code"]: i["direction"] == "-1" for i in indicators}
write_json("indicators.json", [
    {"code": i["code"], "name": both(i["name"]), "unit": both("件"), "decimals": 2, "kind": "stock",
     "direction": "lower" if lower[i["code"]] else "higher"} for i in indicators])
write_json("form.json", {
    "code": "monthly", "name": both("Monthly return"), "effective": "2022-01", "kind": "county",
    "frequency": "month", "due_working_days": 5,
    "fields": [{"indicator": i["code"], "minimum": "0", "maximum": "10000000"} for i in indicators]})


def compare(measure, op, value):
    return {"measure": measure, "op": op, "value": value}


rules = []
for code in (i["code"] for i in indicators):
    attained, change = {"attainment": code, "window": "month"}, {"yoy": {"last": code}}
    worse = (">", "0.1", ">", "0") if lower[code] else ("<", "-0.1", "<", "0")
    rules.append({"id": f"R-{code}", "colour": "red", "indicator": code, "text": both("far below target or falling"),
                  "when": {"any": [compare(attained, "<", "0.8"), compare(change, worse[0], worse[1])]}})
    rules.append({"id": f"Y-{code}", "colour": "yellow", "indicator": code, "text": both("below target or falling"),
                  "when": {"any": [compare(attained, "<", "1"), compare(change, worse[2], worse[3])]}})
write_json("rules.json", {"id": "nation-colours", "version": 1, "effective": "2023-06", "kind": "county",
                          "requires": [], "rules": rules})
write_json("method.json", {
    "id": "nation-index", "version": 1, "effective": "2023-06", "title": both("Nation"),
    "peers": {"kind": "county", "group": None, "within": ["parent", "scope"]},
    "score": {"scale": 100, "decimals": 4},
    "rank": {"ties": "competition", "order": "descending", "unranked": []},
    "root": {"name": "index", "aggregation": "arithmetic", "children": [
        {"name": i["code"].lower(), "weight": i["weight"], "measure": {"last": i["code"]},
         "direction": "lower" if lower[i["code"]] else "higher", "normalise": {"min_max": {}}}
        for i in indicators if i["weight"]]},
    "deductions": []})

names = [i["code"] for i in indicators]
with open(target / "targets.csv", "w", encoding="utf-8") as file:
    file.write("unit,indicator,year,kind,value\n")
    for row in rows("targets.csv"):
        for name, value in zip(names, row["values"].strip("{}").split(",")):
            kind = "at_most" if lower[name] else "at_least"
            file.write(f'{codes[row["org_unit_id"]]},{name},{row["year"]},{kind},{value}\n')

# One file a month, so that a set-up at ten times the size is ten imports' worth and no more.
files = {}
for row in rows("returns.csv"):
    month = row["month"]
    if month not in files:
        files[month] = open(target / f"figures-{month}.csv", "w", encoding="utf-8")
        files[month].write("unit,period,indicator,value\n")
    files[month].writelines(
        f'{row["region_code"]},{month},{name},{value}\n'
        for name, value in zip(names, row["values"].strip("{}").split(",")))
for file in files.values():
    file.close()

for path in source.glob("import*.csv"):
    with open(path, encoding="utf-8") as old, open(target / path.name, "w", encoding="utf-8") as new:
        old.readline()
        new.write("unit,period,indicator,value\n")
        shutil.copyfileobj(old, new)
