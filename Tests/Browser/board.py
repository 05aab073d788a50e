"""The board, the whole table and the page of a unit: what they say, and to whom."""
import pathlib
import re
from functools import partial

from browser import WIDTHS, Visitor, check, inspect_all, lead_somewhere, signed_in

BOARD = "/rankings/2026-06?of=990100"
TABLE = "/table?period=2026-06&of=990100"
UNIT = "/units/990128"
WEIGHT = 100_000


def weight(visitor, path):
    """What a page and everything that it loads weigh, uncompressed."""
    names = visitor.page.eval_on_selector_all(
        "link[rel=stylesheet],script[src]", "all => all.map(e => e.href || e.src)")
    sizes = [len(visitor.context.request.get(name).body()) for name in names]
    return sum(sizes) + len(visitor.context.request.get(visitor.world.address + path).body())


def every_state(browser, world):
    """Table and unit by who sees all, one county and nothing: language × width, weight, links."""
    pages = {
        "leader": (BOARD, TABLE, TABLE + "&figures=all", UNIT, UNIT + "?path=LOSS_AMT", "/table"),
        "reporter.yunling": (BOARD, TABLE, "/units/990121", UNIT)}
    for account, paths in pages.items():
        state = signed_in(browser, world, account)

        def look(visitor, path):
            if visitor.page.viewport_size["width"] == WIDTHS[-1]:
                heavy = weight(visitor, path)
                check(heavy <= WEIGHT, f"{account}: {path} weighs {heavy}")

        links = inspect_all(browser, world, state, account, dict.fromkeys(paths, 200), WEIGHT, look)
        lead_somewhere(browser, world, state, account, links)


def board_says(browser, world):
    """The city in the title, the raw rate with its unit, bands, and the same in the file."""
    visitor = Visitor(browser, world).sign_in("leader")
    title = visitor.page.inner_text("h1")
    check(title == "2026 年 6 月岚渚市四降指数排名", f"the title is “{title}”")
    heads = visitor.page.locator("table.rank thead th").all_inner_texts()
    check("名次区间" in heads, f"no band among {heads}")
    check(any("每万人" in head and "起/万人" in head for head in heads), f"no rate among {heads}")
    for row in visitor.page.locator("table.rank tbody tr").all():
        rank, band, rate = row.locator("td").nth(0), row.locator("td").nth(4), row.locator("td").nth(6)
        low, _, high = band.inner_text().partition("–")
        check(float(low) <= float(rank.inner_text()) <= float(high or low), row.inner_text())
        check(re.fullmatch(r"\d+\.\d\d|\d+", rate.inner_text()), f"the rate is {rate.inner_text()}")
    note = visitor.page.inner_text(".band-note")
    check("重排" in note and "种子" in note, "how bands are made is not told")
    with visitor.page.expect_download() as download:
        visitor.page.click("text=下载 CSV")
    lines = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    rows = visitor.page.locator("table.rank tbody tr").all()
    for line, row in zip(lines[2:], rows):
        cells = [cell.strip() for cell in row.locator("th,td").all_inner_texts()]
        fields = line.split(",")
        check([fields[0], fields[5], fields[6]] == [cells[0], cells[5], cells[7]], f"{line} ≠ {cells}")
    visitor.page.click("text=全表")
    check(visitor.path().startswith("/table?"), visitor.path())
    visitor.close()


def told_as(body, route):
    route.fulfill(content_type="text/event-stream", body=body)


def new_edition_is_told(browser, world):
    """A new edition shows in a quiet bar, of this area and not before this month; nothing moves."""
    visitor = Visitor(browser, world, height=700).sign_in("leader")
    # The page hears what this notes, in the same turn.
    visitor.page.add_init_script("""window.EventSource = class extends EventSource { constructor(address) {
        super(address);
        this.addEventListener('edition.publish', () => { document.documentElement.dataset.heard = 'yes'; }); } };""")
    with visitor.page.expect_response("**/api/v1/events") as stream:
        visitor.go(BOARD)
    check(stream.value.status == 200, f"the stream is answered with {stream.value.status}")
    check(visitor.page.get_attribute(".news", "role") == "status", "the bar is no status")
    visitor.page.evaluate("scrollTo(0, 400)")
    before = visitor.page.locator("table.rank").bounding_box()
    for edition, shown in ((90, "990200", "2026-07"), False), ((90, "990100", "2026-05"), False), \
            ((1, "990100", "2026-06"), False), ((90, "990100", "2026-07"), True):
        data = '{"act":"edition.publish","edition":{"number":%d,"of":"%s","period":"%s"}}' % edition
        body = f"retry: 60000\nevent: edition.publish\ndata: {data}\n\n"
        visitor.page.route("**/api/v1/events", partial(told_as, body))
        visitor.go(BOARD)
        visitor.page.locator("html[data-heard]").wait_for(state="attached")
        visitor.page.evaluate("scrollTo(0, 400)")
        bar = visitor.page.locator(".news a")
        if shown:
            bar.wait_for(state="visible")
        check(bar.is_visible() == shown, f"the bar of {edition} is wrong")
        visitor.page.unroute("**/api/v1/events")
    check(visitor.page.locator("table.rank").bounding_box() == before, "what is read has moved")
    visitor.inspect("with news")
    bar.click()
    check(visitor.path() == BOARD, visitor.path())
    visitor.close()


def table_says(browser, world):
    """A colour, a shape and a number in each cell; the first column stays; a county sees its row."""
    visitor = Visitor(browser, world, width=320).sign_in("leader").go(TABLE)
    check(visitor.page.locator("table.rug tbody tr").count() == 12, "rows are missing")
    coloured = visitor.page.locator("td.rg-red, td.rg-yellow, td.rg-blue")
    check(coloured.count() > 60, f"{coloured.count()} coloured cells")
    check(visitor.page.locator("td.rg-red svg.li").count()
          == visitor.page.locator("td.rg-red").count(), "a colour without shape")
    reds = sum(int(cell) for cell in visitor.page.locator("table.rug tbody td.num").all_inner_texts())
    check(reds == visitor.page.locator("td.rg-red").count(), "the reds do not add up")
    first = visitor.page.locator("table.rug tbody th").first
    before = first.bounding_box()["x"]
    visitor.page.evaluate("document.querySelector('.scroll').scrollLeft = 300")
    check(first.bounding_box()["x"] == before, "the first column moves")
    check("得满分" in visitor.page.inner_text("main"), "the rule is not told")
    visitor.close()
    county = Visitor(browser, world).sign_in("reporter.yunling").go(TABLE)
    rows = county.page.locator("table.rug tbody tr")
    shown = [row for row in rows.all() if row.locator("td a").count()]
    check(len(shown) == 1 and "云岭" in shown[0].inner_text(), "a county sees others' cells")
    check("不在您的范围" in rows.last.inner_html(), "why a cell is empty is not told")
    county.close()


def unit_says(browser, world):
    """The sentence that is quoted, the scorecard, what would gain places, and evidence behind figures."""
    visitor = Visitor(browser, world).sign_in("leader").go(UNIT)
    sentence = visitor.page.inner_text("#year + .lead")
    check(re.match(r"照目前速度，12 月底预计 [\d,]+ 起（[\d,]+–[\d,]+）", sentence), sentence)
    check("近 3 个月的平均数" in visitor.page.inner_text("main"), "the method is not told")
    for part in ("path.band", "path.prj", "path.ly", "path.tgt"):
        check(visitor.page.locator(f".only-w {part}").count() >= 1, f"the chart lacks {part}")
    check(visitor.page.locator("#targets").count() == 1, "no scorecard")
    text = visitor.page.inner_text("main")
    check(re.search(r"升到第 \d+ 位：至少再得 \d+\.\d\d 分", text), "nothing is said about gaining")
    link = visitor.page.locator("#why").locator("xpath=..").locator("tbody td a").first
    target = link.get_attribute("href")
    link.click()
    check(visitor.page.locator(target[target.index("#"):]).count() == 1, f"{target} leads nowhere")
    check("日志" in visitor.page.inner_text("main"), "the revision names no entry")
    visitor.close()
    county = Visitor(browser, world).sign_in("reporter.yunling").go("/units/990121")
    check(county.page.locator("#why").count() == 1, "a county does not see why its own rank is")
    check("您的授权限于部分报表" in county.page.inner_text("main"), "what is left out is not told")
    check(county.page.locator("svg.rail").count() == 1, "a county sees others' values")
    county.go(UNIT)
    check(county.page.locator("#why, #year, #targets").count() == 0, "a county sees another's details")
    county.close()


CASES = [every_state, board_says, table_says, unit_says, new_edition_is_told]
