"""The annual assessment: a sealed year, what another would be, one unit's sheet, sealing; and what the records say."""
import csv
import io
import pathlib

from browser import PICTURES, Visitor, check, inspect_all, signed_in

PAGE = "/assessments"
COUNTY = "990122"


def sealed_year(browser, world):
    """The last year that was sealed, which depends on the demonstration's months."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "assessor")).go(PAGE)
    year = int(visitor.path().rsplit("/", 1)[1].split("?")[0])
    visitor.close()
    return year


def looks(browser, world):
    """Every page in both languages, on a phone and a screen, for who seals, reads and is assessed."""
    year = sealed_year(browser, world)
    pages = {f"{PAGE}/{year}": 200, f"{PAGE}/{year}/{COUNTY}": 200, f"{PAGE}/{year}?state=unsealed": 200,
             f"{PAGE}/{year + 1}": 200, f"{PAGE}/{year + 1}/990100-07?state=unsealed": 200}
    inspect_all(browser, world, signed_in(browser, world, "assessor"), "assessor", pages)
    inspect_all(browser, world, signed_in(browser, world, "office"), "office",
                {"/catalogue/assessments": 200, "/catalogue/assessments/990100/safe-city/1": 200})


def refusals(browser, world):
    """Others' sheets and years that are not sealed do not exist for who may not see them."""
    year = sealed_year(browser, world)
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.education"))
    county.go(f"{PAGE}/{year + 1}", 404)
    county.go(f"{PAGE}/{year}/{COUNTY}", 404)
    county.go(f"{PAGE}/1999", 422)
    page = county.go(f"{PAGE}/{year}").page
    check(page.locator("main tbody tr").count() == 1, "an agency sees others' marks")
    check(page.locator("text=按现在的记录试算").count() == 0, "an agency can look ahead")
    county.close()


def marks_and_sources(browser, world):
    """Every mark says where it went, the sums are right, and the file holds the same."""
    year = sealed_year(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(f"{PAGE}/{year}")
    page = visitor.page
    check("已定稿" in page.inner_text("main"), "the year is not sealed")
    rows = page.locator("section table").first.locator("tbody tr")
    check(rows.count() == 12, f"{rows.count()} counties")
    ranks = [int(text) for text in page.locator("section table").first.locator("tbody tr td:first-child")
             .all_inner_texts()]
    check(ranks == sorted(ranks) and ranks[0] == 1, f"{ranks}")
    with page.expect_download() as download:
        page.click("text=下载 CSV")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))[1:]
    check(lines[0] == ["名次", "单位", "考核项", "分值", "得分"], f"{lines[0]}")
    rows.last.locator("a").click()
    table = page.locator("main table").first.locator("tbody tr")
    got = [float(text) for text in table.locator("td:last-child").all_inner_texts()]
    check(abs(sum(got[:-1]) - got[-1]) < 0.03, f"{got}")
    check(page.locator("h2:has-text('失分及出处') ~ div a").count() > 3, "nothing says where marks went")
    page.locator("a:has-text('指数')").first.click()
    check(visitor.path().startswith("/units/"), visitor.path())
    visitor.close()


def sealing(browser, world):
    """A year that is not over cannot be sealed; to seal again what has not changed is refused, what was typed stays."""
    year = sealed_year(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "assessor"))
    page = visitor.go(f"{PAGE}/{year + 1}").page
    page.fill("#reason", "试一试")
    visitor.expected += 1
    page.click("main form.decide button")
    check("尚未结束" in page.inner_text("#errors"), page.inner_text("#errors"))
    check(page.input_value("#reason") == "试一试", "what was typed is lost")
    visitor.go(f"{PAGE}/{year}?state=unsealed")
    visitor.close()


def records(browser, world):
    """The office's reporter looks at what the records say, submits it, and nothing is left to submit."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.office")).go("/entry")
    page = visitor.page
    link = page.locator("text=看账面数值").first
    check(link.count() == 1, "the entry does not lead to the records")
    link.click()
    path = visitor.path().split("?")[0]
    check("责任清单：" in page.inner_text("main"), "no source")
    inspect_all(browser, world, signed_in(browser, world, "reporter.office"), "reporter.office", {path: 200})
    visitor.go(path)
    page.locator("button#records").click()
    check("已报送" in page.inner_text("[role=status]"), page.inner_text("main"))
    check("其中 0 个" in page.inner_text("main"), "something is left")
    visitor.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(path)
    check(office.page.locator("button#records").count() == 0, "who does not report may submit")
    office.close()


def pictures(browser, world):
    """A sealed year, and what the records say."""
    year = sealed_year(browser, world)
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=signed_in(browser, world, "leader"))
        visitor.go(f"{PAGE}/{year}")
        area = {"x": 0, "y": 0, "width": 1200, "height": 1100}
        visitor.page.screenshot(path=PICTURES / f"assessment-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, refusals, marks_and_sources, sealing, records]
