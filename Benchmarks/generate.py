#!/usr/bin/env python3
"""The invented nation that the benchmarks close and import (standard library only).

    gen.py --scale 1  --out DIR      2,844 counties / 333 cities / 31 provinces, 13 months
    gen.py --scale 10 --out DIR     28,440 counties / 3,330 cities / 310 provinces, 13 months
    gen.py --scale 1  --out DIR --import-rows 1000000,100000   also import.csv (W4), import_100000.csv

Everything follows from --seed (default 20240601); no real place or person appears.
Files written (UTF-8, comma separated, one header line):
    units.csv       id,code,name,level,parent_id,province_id,city_id   level 1 nation .. 4 county
    indicators.csv  id,code,name,direction,min_value,max_value,scale,weight
    users.csv       id,login,name,org_unit_id,role
    tokens.csv      user_id,region_code,token,role       (clear text: benchmark only)
    targets.csv     org_unit_id,year,values              "{v1,..,v30}" in indicator order
    returns.csv     region_code,month,values             "{v1,..,v30}" in indicator order
    import.csv      region_code,month,indicator_code,value   (only with --import-rows)
    import.expect   counts that a correct importer must report
"""
import argparse, csv, hashlib, os, random

PROVINCES, CITIES, COUNTIES, BOARD_CITIES, BOARD_SIZE, NIND = 31, 333, 2844, 60, 13, 30
MONTHS = ["2023-%02d" % m for m in range(6, 13)] + ["2024-%02d" % m for m in range(1, 7)]
IMPORT_MONTHS = ["2022-%02d" % m for m in range(1, 12)] + ["2024-06"]
WEIGHTS = {1: 15, 2: 12, 3: 12, 5: 10, 8: 10, 11: 10, 14: 9, 17: 8, 21: 7, 26: 7}   # 10 weights, sum 100
PROV0, CITY0, COUNTY0 = 2, 1001, 10001


def city_sizes(rng):
    """333 sizes summing to 2,844; 60 cities have exactly 13 counties (the board cities)."""
    n, total = CITIES - BOARD_CITIES, COUNTIES - BOARD_CITIES * BOARD_SIZE
    sizes = [rng.randint(4, 11) for _ in range(n)]
    while sum(sizes) != total:
        i = rng.randrange(n)
        d = 1 if sum(sizes) < total else -1
        if 3 <= sizes[i] + d <= 12:
            sizes[i] += d
    sizes += [BOARD_SIZE] * BOARD_CITIES
    rng.shuffle(sizes)
    return sizes


def token(seed, uid):
    return "clt_" + hashlib.sha256(f"{seed}:token:{uid}".encode()).hexdigest()[:40]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--scale", type=int, default=1)
    ap.add_argument("--seed", type=int, default=20240601)
    ap.add_argument("--out", required=True)
    ap.add_argument("--import-rows", default="", help="e.g. 1000000,100000: the first is import.csv, others import_N.csv")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    rng = random.Random(a.seed)

    def out(name, header):
        f = open(os.path.join(a.out, name), "w", encoding="utf-8", newline="")
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        return f, w

    # catalogue
    inds = []
    for j in range(1, NIND + 1):
        direction = -1 if j % 6 == 0 or j == 17 else 1
        inds.append((j, "I%02d" % j, f"Indicator {j:02d}", direction, 0, 10_000_000, 2, WEIGHTS.get(j, "")))
    f, w = out("indicators.csv", "id code name direction min_value max_value scale weight".split())
    w.writerows(inds)
    f.close()

    # units, users, tokens
    fu, wu = out("units.csv", "id code name level parent_id province_id city_id".split())
    fs, ws = out("users.csv", "id login name org_unit_id role".split())
    ft, wt = out("tokens.csv", "user_id region_code token role".split())
    wu.writerow([1, "N000000", "Nation", 1, "", "", ""])

    def user(uid, code, unit, role):
        ws.writerow([uid, f"u{uid}", f"User {uid}", unit, role])
        wt.writerow([uid, code, token(a.seed, uid), role])

    user(1, "N000000", 1, "admin")
    counties, board = [], set()
    nprov = PROVINCES * a.scale
    for p in range(nprov):
        wu.writerow([PROV0 + p, f"P{p + 1:06d}", f"Province {p + 1}", 2, 1, PROV0 + p, ""])
        user(PROV0 + p, f"P{p + 1:06d}", PROV0 + p, "viewer")
    c = r = 0
    for _ in range(a.scale):
        for size in city_sizes(rng):
            prov = PROV0 + c * nprov // (CITIES * a.scale)
            cid = CITY0 + c
            c += 1
            wu.writerow([cid, f"C{c:06d}", f"City {c}", 3, prov, prov, cid])
            user(cid, f"C{c:06d}", cid, "viewer")
            if size == BOARD_SIZE:
                board.add(cid)
            for _ in range(size):
                uid = COUNTY0 + r
                r += 1
                code = f"R{r:06d}"
                wu.writerow([uid, code, f"County {r}", 4, cid, prov, cid])
                user(uid, code, uid, "submitter")
                counties.append((uid, code, cid))
    for f in (fu, fs, ft):
        f.close()

    # targets and returns: figures are cumulative for the year
    fr, _ = out("returns.csv", "region_code month values".split())
    fg, _ = out("targets.csv", "org_unit_id year values".split())
    parts = [(m, int(m[:4]), int(m[5:])) for m in MONTHS]
    for uid, code, cid in counties:
        g = random.Random(f"{a.seed}:{uid}")
        u = g.random
        base = [(50 + 950 * u()) * (1 + j % 7) for j in range(NIND)]
        grow = [0.97 + 0.12 * u() for _ in range(NIND)]
        for y in (2023, 2024):
            v = ",".join("%.2f" % (b * k ** (y - 2020) * (0.85 + 0.4 * u())) for b, k in zip(base, grow))
            fg.write(f'{uid},{y},"{{{v}}}"\n')
        for m, y, mm in parts:
            skip = u() < 0.01 and cid not in board      # 1 % of returns are missing
            v = ",".join("%.2f" % (b * k ** (y - 2020) * mm / 12 * (0.9 + 0.2 * u())) for b, k in zip(base, grow))
            if not skip:
                fr.write(f'{code},{m},"{{{v}}}"\n')
    fr.close()
    fg.close()

    for k, n in enumerate(int(x) for x in a.import_rows.split(",") if x):
        write_import(a, counties, n, "import" if k == 0 else f"import_{n}")
    print(f"{a.out}: {len(counties)} counties, {c} cities, {len(MONTHS)} months")


def write_import(a, counties, n, name):
    """W4: grouped by month and region as an export would be; 0.12 % bad lines; some lines out of place."""
    g = random.Random(f"{a.seed}:import")
    kinds = (["unknown_indicator"] * 400 + ["unknown_region"] * 300 + ["bad_number"] * 150 +
             ["out_of_range"] * 100 + ["bad_month"] * 50 + ["duplicate"] * 200)
    if n < 1_000_000:
        kinds = g.sample(kinds, max(6, len(kinds) * n // 1_000_000))
    at = dict(zip(sorted(g.sample(range(NIND * 2, n), len(kinds))), g.sample(kinds, len(kinds))))
    path = os.path.join(a.out, name + ".csv")
    counts, late, written, good, prev = {}, [], 0, 0, None
    with open(path, "w", encoding="utf-8") as f:
        f.write("region_code,month,indicator_code,value\n")

        def rows():
            for m in IMPORT_MONTHS:
                for uid, code, _ in counties:
                    for j in range(1, NIND + 1):
                        yield code, m, "I%02d" % j, "%.2f" % (1 + 9999 * g.random())
        it = rows()
        while written < n:
            if written + len(late) >= n:
                for line in late:
                    f.write(line)
                    written += 1
                break
            k = at.get(written)
            if k:
                code, m, i, v = prev
                if k == "unknown_indicator": line = f"{code},{m},X{g.randint(10, 99)},{v}\n"
                elif k == "unknown_region": line = f"Z{g.randint(100000, 999999)},{m},{i},{v}\n"
                elif k == "bad_number": line = f"{code},{m},{i},{v[0]}o{v[1:]}\n"
                elif k == "out_of_range": line = f"{code},{m},{i},-{v}\n"
                elif k == "bad_month": line = f"{code},{m[:4]}-13,{i},{v}\n"
                else: line = f"{code},{m},{i},{v}\n"           # duplicate of the line written before
                counts[k] = counts.get(k, 0) + 1
                f.write(line)
                written += 1
                continue
            row = next(it)
            line = ",".join(row) + "\n"
            if g.random() < 0.002 and (written + 1) not in at:
                late.append(line)                                # an out-of-place line: goes to the end
                good += 1
                continue
            prev = row
            f.write(line)
            written += 1
            good += 1
    with open(os.path.join(a.out, name + ".expect"), "w") as f:
        f.write(f"rows {written}\naccepted {good}\nrejected {sum(counts.values())}\n")
        for k in sorted(counts):
            f.write(f"{k} {counts[k]}\n")


if __name__ == "__main__":
    main()
