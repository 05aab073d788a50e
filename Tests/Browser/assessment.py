"""The annual assessment: a sealed year, what another would be, one unit's sheet, sealing; and what the records say."""
import csv
import io
import pathlib

from browser import PICTURES, Visitor, check, inspect_all, signed_in

PAGE = "/assessments"
COUNTY = "990122"


# The browser's city has three months of the year: nothing is sealed, and what the year would be can be looked at.
YEAR = 2026


def looks(browser, world):
    """Every page in both languages, on a phone and a screen, for who seals and for who proposes the method."""
    pages = {PAGE: 200, f"{PAGE}/{YEAR}": 200, f"{PAGE}/{YEAR}/{COUNTY}?state=unsealed": 200,
             f"{PAGE}/{YEAR}/990100-07?state=unsealed": 200}
    inspect_all(browser, world, signed_in(browser, world, "assessor"), "assessor", pages)
    inspect_all(browser, world, signed_in(browser, world, "office"), "office",
                {"/catalogue/assessments": 200, "/catalogue/assessments/990100/safe-city/1": 200})


def refusals(browser, world):
    """A year that is not sealed does not exist for who may not look ahead."""
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.education"))
    county.go(f"{PAGE}/{YEAR}", 404)
    county.go(f"{PAGE}/{YEAR}/{COUNTY}", 404)
    county.go(f"{PAGE}/1999", 422)
    check("没有" in county.go(PAGE).page.inner_text("main"), "nothing says that no year is sealed")
    county.close()


def marks_and_sources(browser, world):
    """Every mark says where it went, the sums are right, and the file holds the same."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "assessor")).go(f"{PAGE}/{YEAR}")
    page = visitor.page
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
    """A year that is not over cannot be sealed; what was typed stays."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "assessor"))
    page = visitor.go(f"{PAGE}/{YEAR}").page
    page.fill("#reason", "试一试")
    visitor.expected += 1
    page.click("main form.decide button")
    check("尚未结束" in page.inner_text("#errors"), page.inner_text("#errors"))
    check(page.input_value("#reason") == "试一试", "what was typed is lost")
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
    """A year as it stands."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=signed_in(browser, world, "assessor"))
        visitor.go(f"{PAGE}/{YEAR}")
        area = {"x": 0, "y": 0, "width": 1200, "height": 1100}
        visitor.page.screenshot(path=PICTURES / f"assessment-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, refusals, marks_and_sources, sealing, records]
