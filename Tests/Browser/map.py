"""The map of tiles: what it shows, to whom, without a script and on paper, and how its places are kept."""
import re

from browser import PICTURES, WIDTHS, Visitor, check, inspect_all, lead_somewhere, signed_in

MAP = "/map?period=2026-06&of=990100"
PLACES = "/catalogue/map"


def every_state(browser, world):
    """Map and places by leader, county and office: language × width, links."""
    for account, paths in (("leader", (MAP, "/map")), ("reporter.yunling", (MAP, PLACES)),
                           ("office", (MAP, PLACES, PLACES + "?map=990121%2Ftownship"))):
        state = signed_in(browser, world, account)
        links = inspect_all(browser, world, state, account, dict.fromkeys(paths, 200))
        lead_somewhere(browser, world, state, account, links)


def map_says(browser, world):
    """A tile for each county: shape, word, name and rank, where the office put it; the same as a table."""
    for width in WIDTHS:
        visitor = Visitor(browser, world, width=width).sign_in("leader").go(MAP)
        tiles = visitor.page.locator(".tiles .tile")
        check(tiles.count() == 12, f"{tiles.count()} tiles")
        for tile in tiles.all():
            text = tile.inner_text()
            check(re.search(r"[红黄蓝灰]", text) and re.search(r"第 \d+ 名|未排名", text), f"a tile says {text}")
            check(tile.locator("svg.li").count() == 1, "a colour without shape")
        box = {name: visitor.page.locator(f".tile[href*='{code}']").bounding_box()
               for name, code in (("临渚", "990102"), ("云岭", "990121"), ("东塘", "990103"))}
        check(box["云岭"]["y"] < box["临渚"]["y"] < box["东塘"]["y"], f"{box}")
        check(abs(box["云岭"]["x"] - box["临渚"]["x"]) > 20, f"{box}")
        visitor.page.click("summary")
        check(visitor.page.locator("details tbody tr").count() == 12, "the table lacks units")
        visitor.close()
    visitor = Visitor(browser, world).sign_in("leader").go("/rankings/2026-06?of=990100")
    visitor.page.click("text=方块地图")
    check(visitor.path().startswith("/map?"), visitor.path())
    visitor.page.emulate_media(media="print", forced_colors="active")
    check("红" in visitor.page.inner_text(".tiles"), "paper shows colour alone")
    check(not visitor.page.locator(".top nav").is_visible(), "paper shows the navigation")
    visitor.close()


def places_are_kept(browser, world):
    """Two on one tile are refused with both names and what was typed; then they change places."""
    state = signed_in(browser, world, "office")
    visitor = Visitor(browser, world, storage_state=state, java_script_enabled=False).go(PLACES)
    fields = {name: visitor.page.input_value(f"#{name}") for name in (
        "row-990121", "column-990121", "row-990122", "column-990122")}
    check(all(fields.values()), f"the city has no places: {fields}")
    visitor.page.fill("#row-990121", fields["row-990122"])
    visitor.page.fill("#column-990121", fields["column-990122"])
    visitor.expected += 1
    visitor.page.click("main form[method=post] .btn-1 >> nth=0")
    text = visitor.page.inner_text("#errors")
    check("云岭县" in text and "青石县" in text and "第 1 行" in text, text)
    check(visitor.page.input_value("#column-990121") == fields["column-990122"], "what was typed is lost")
    visitor.page.fill("#row-990122", fields["row-990121"])
    visitor.page.fill("#column-990122", fields["column-990121"])
    visitor.page.click("main form[method=post] .btn-1 >> nth=0")
    check("新增 2 条" in visitor.page.inner_text(".done"), visitor.page.inner_text("main")[:300])
    for name, value in fields.items():
        visitor.page.fill(f"#{name}", value)
    visitor.page.click("main form[method=post] .btn-1 >> nth=0")
    check("新增 2 条" in visitor.page.inner_text(".done"), "places do not come back")
    visitor.close()


def table_file(browser, world):
    """The whole table as a file: a row for each unit, the same numbers."""
    visitor = Visitor(browser, world).sign_in("leader").go("/table?period=2026-06&of=990100")
    with visitor.page.expect_download() as download:
        visitor.page.click("text=下载 CSV")
    lines = open(download.value.path(), encoding="utf-8-sig").read().splitlines()
    rows = visitor.page.locator("table.rug tbody tr")
    check(len(lines) == rows.count() + 2, f"{len(lines)} lines")
    for line, row in zip(lines[2:], rows.all()):
        check(line.startswith(row.locator("th").inner_text()), line)
        cell = row.locator("td a").first.inner_text().split("\n")[-1].strip()
        check(cell.split(" ")[-1] in line, f"{cell} is not in {line}")
    visitor.close()


def pictures(browser, world):
    """The map, and its places."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800).sign_in("leader").go(MAP)
        visitor.page.screenshot(path=PICTURES / f"map-{language}.png")
        visitor.close()


CASES = [every_state, map_says, places_are_kept, table_file]
