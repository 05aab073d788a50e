#!/usr/bin/env bash
# XLSX workbooks are imported like CSV files: numbers, dates, full-width text; broken ones are refused.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
fresh_database spreadsheet
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
for frequency in day week; do
  sed "s/\"month\"/\"$frequency\"/; s/fraud-monthly/fraud-$frequency/" "$canada/form.json" >"$scratch/form.json"
  quiet forms import --as office "$scratch/form.json"
done

"$here/.venv/bin/python" - "$scratch" <<'PYTHON'
import datetime, sys, zipfile, openpyxl
scratch = sys.argv[1]
rows = [["REPORTS", 12], ["VICTIM_REPORTS", "１"], ["VICTIMS", 3.0], ["LOSS_CAD", 1234567]]

def book(name, change=lambda sheet: None):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["unit", "period", "indicator", "value", "absence", "note"])
    for indicator, value in rows:
        sheet.append(["CA-AB", datetime.date(2021, 1, 1), indicator, value, None, None])
    sheet["B3"] = "2021-01"
    sheet["F5"] = "两行\n说明"
    change(sheet)
    workbook.save(f"{scratch}/{name}.xlsx")

book("good")
book("blank_row", lambda sheet: sheet.insert_rows(4))
def wrong(sheet): sheet["D4"] = "12abc"
book("wrong", wrong)
def half(sheet): sheet["D2"] = 1.5
book("half", half)
def middle(sheet): sheet["B4"] = datetime.date(2021, 1, 15)
book("middle", middle)
def first(sheet): sheet["B3"] = datetime.date(2021, 1, 1)
book("first", first)
def formula(sheet): sheet["D2"] = "=6*2"
book("formula", formula)

def patched(name, part, change):
    source = zipfile.ZipFile(f"{scratch}/good.xlsx")
    with zipfile.ZipFile(f"{scratch}/{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == part:
                data = change(data)
                if data is None:
                    continue
            target.writestr(entry, data)
sheet = "xl/worksheets/sheet1.xml"
patched("no_sheet", sheet, lambda data: None)
patched("cut_xml", sheet, lambda data: data[:len(data) // 2])
patched("doctype", sheet, lambda data: b'<!DOCTYPE a [<!ENTITY b "bbbb">]>' + data[data.index(b"<worksheet"):])
patched("far_row", sheet, lambda data: data.replace(b'<row r="5"', b'<row r="99999999"'))
patched("rows_back", sheet, lambda data: data.replace(b'<row r="5"', b'<row r="2"'))
whole = open(f"{scratch}/good.xlsx", "rb").read()
open(f"{scratch}/cut.xlsx", "wb").write(whole[:len(whole) // 2])
PYTHON

import() { printf '%s\n' figures import --as reporter --form "${2:-fraud-monthly}" --submit "$scratch/$1.xlsx"; }
stored() { sql -d spreadsheet -c 'select count(*) from ledger.revisions'; }
for case in 'csv.spreadsheet_broken no_sheet' 'csv.spreadsheet_broken cut_xml' \
  'csv.spreadsheet_broken doctype' 'csv.spreadsheet_too_large far_row' \
  'csv.spreadsheet_too_large rows_back' 'csv.spreadsheet_broken cut'; do
  mapfile -t words < <(import "${case#* }")
  refused "${case% *}" '' "${words[@]}"
done
for case in 'figure. wrong line_4' 'figure. half line_2' 'figure.blank formula line_2' \
  'submission.period_malformed middle line_4' 'submission.period_malformed first line_2 fraud-week'; do
  read -r code name line form <<<"$case"
  mapfile -t words < <(import "$name" "$form")
  refused "$code" "${line/_/ }" "${words[@]}"
done
[ "$(stored)" = 0 ] || fail "rows were stored"
pass "broken workbooks and wrong cells are refused, by the sheet's own row"

mapfile -t words < <(import good)
quiet "${words[@]}"
[ "$(sql -d spreadsheet -c 'select period, figures from ledger.revisions')" = \
  '2021-01-01|{120000,10000,30000,12345670000}' ] ||
  fail "the figures: $(sql -d spreadsheet -c 'select period, figures, notes from ledger.revisions')"
mapfile -t words < <(import blank_row)
quiet "${words[@]}"
[ "$(stored)" = 1 ] || fail "the same figures with an empty row between gave another revision"
mapfile -t words < <(import first fraud-day)
quiet "${words[@]}"
[ "$(sql -d spreadsheet -c "select period from ledger.revisions where form = 'fraud-day'")" = 2021-01-01 ] ||
  fail "the day of a daily form"
pass "dates, numbers and full-width digits of a workbook; a date is a daily form's day"
