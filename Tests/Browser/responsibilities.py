"""Responsibility lists: what is shown to whom, reporting, accepting, the file, the plain sheet."""
import csv
import io
import pathlib
import re

from browser import PICTURES, Visitor, check, signed_in
from settings import settings_pages

PAGE = "/responsibilities"
COUNTY = "990122"
STATES = ("逾期", "退回", "未开始", "推进中", "已完成", "销号")


def looks(browser, world):
    """Every page in both languages, on a phone and a screen, for office, county and leader."""
    year = first_list(browser, world)[:4]
    parts = f"{PAGE}/{year}-2-1"
    settings_pages(browser, world, "office", [PAGE, PAGE + "?state=overdue", parts, f"{PAGE}/{year}-2-5"])
    settings_pages(browser, world, "reporter.education", [PAGE + "?unit=990100-07", f"{PAGE}/{year}-2-2",
                                                       "/units/990100-07/sheet"])
    settings_pages(browser, world, "leader", [f"{PAGE}?list={year}-2", f"/units/{COUNTY}/sheet"])


def first_list(browser, world):
    """The first list's number, which depends on the demonstration's year."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(PAGE)
    value = visitor.page.locator("#list option").nth(1).get_attribute("value")
    visitor.close()
    return value


def refusals(browser, world):
    """What nobody may see or name: administrators, tasks that never were, filters that are none."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    visitor.go(PAGE + "/2026-9-9", 404).inspect("a task that never was")
    visitor.go(PAGE + "?state=forgotten", 400)
    visitor.go("/units/999999/sheet", 404)
    visitor.close()


def counts_and_file(browser, world):
    """The numbers are links to as many rows, overdue first, and the file holds exactly those."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(PAGE)
    page = visitor.page
    states = page.locator(".tasks tbody td:last-child").all_inner_texts()
    check(len(states) > 50, f"{len(states)} tasks")
    late = [state.startswith("逾期") for state in states]
    check(any(late) and late == sorted(late, reverse=True), "what is overdue does not come first")
    for state in STATES:
        visitor.go(PAGE)
        link = page.locator(".states a", has_text=state)
        number = int(re.search(r"\d+", link.inner_text()).group())
        link.click()
        rows = page.locator(".tasks tbody tr").count()
        check(rows == number, f"{state}: {rows} rows, {number} counted")
        check(page.locator(".states a[aria-current]").inner_text().startswith(state), f"{state} is not marked")
    visitor.go(PAGE + "?unit=990100-07")
    with page.expect_download() as download:
        page.click("text=下载 CSV")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    check(text.startswith("# 演示数据"), "the file bears no mark")
    lines = list(csv.reader(io.StringIO(text)))[1:]
    check(lines[0] == ["序号", "任务", "下发时间", "牵头·配合", "期限", "进展", "状态"], f"{lines[0]}")
    shown = [row.locator("th a").inner_text() for row in page.locator(".tasks tbody tr").all()]
    check([line[1] for line in lines[1:]] == shown and shown, f"{lines} ≠ {shown}")
    page.select_option("#unit", "")
    page.click("form.pick button:has-text('查看')")
    check(page.locator(".tasks tbody tr").count() == len(states), "every unit is not every unit")
    page.emulate_media(media="print")
    check(not page.locator(".states").is_hidden() and page.locator("form.pick").is_hidden(), "paper")
    visitor.close()


def reported_and_accepted(browser, world):
    """A unit reports in its row, is refused where it must be, keeps what it typed; the office accepts."""
    list_ = first_list(browser, world)[:4] + "-2"
    key = f"{list_}-2"
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.education"))
    page = county.go(f"{PAGE}?list={list_}").page
    check(page.locator("nav [aria-current]").inner_text() == "督办", "the entry is not there")
    check(page.locator("details.act").count() == 1, "others' tasks can be reported on")
    page.click("details.act summary")
    page.locator(f"[id='amount-{key}']").fill("12")
    page.locator(f"[id='sentence-{key}']").fill("第三批验收")
    page.check("input[name=done]")
    county.expected += 1
    page.click("details.act button")
    check("未达到目标值" in page.inner_text("#errors"), page.inner_text("#errors"))
    check(page.locator(f"[id='sentence-{key}']").input_value() == "第三批验收", "what was typed is lost")
    county.inspect("refused in the row")
    page.locator(f"[id='amount-{key}']").fill("18")
    page.locator(f"[id='sentence-{key}']").fill("联系人 13800138000")
    county.expected += 1
    page.click("details.act button")
    check("手机号" in page.inner_text("#errors"), "a mobile number is taken")
    page.locator(f"[id='sentence-{key}']").fill("十八所学校全部通过验收")
    page.dblclick("details.act button")
    page.wait_for_url("**saved=**")
    check("已更新" in page.inner_text("[role=status]"), "it is not said that it is recorded")
    row = page.locator(".tasks tbody tr", has_text="首批无诈校园验收")
    check("已完成" in row.inner_text() and "18 / 18" in row.inner_text(), row.inner_text())
    county.inspect("recorded")
    page.click("[role=status] a")
    history = page.locator("#history ~ .scroll tbody tr")
    check(history.count() == 3, f"{history.count()} reports after a double click")
    check("待销号" in history.first.inner_text(), "it does not await the office")
    county.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    page = office.go(f"{PAGE}/{key}").page
    page.click("details.act summary")
    office.expected += 1
    page.click("button[value=accept]")
    check(page.get_attribute("#errors a", "href") == f"#reason-{key}", "a reason is not asked for")
    office.inspect("no reason")
    page.locator(f"[id='reason-{key}']").fill("抽查三所属实")
    page.click("button[value=accept]")
    page.wait_for_url("**saved=**")
    check("销号：抽查三所属实" in page.inner_text("main"), page.inner_text("main"))
    check(page.locator("details.act").count() == 0, "an accepted task can be decided again")
    office.inspect("accepted")
    office.close()


def without_script(browser, world):
    """Reporting takes no script."""
    key = first_list(browser, world)[:4] + "-1-7"
    state = signed_in(browser, world, "reporter.education")
    visitor = Visitor(browser, world, storage_state=state, java_script_enabled=False)
    visitor.go(f"{PAGE}/{key}")
    page = visitor.page
    page.click("details.act summary")
    page.locator(f"[id='amount-{key}']").fill("3")
    page.locator(f"[id='sentence-{key}']").fill("三所学校完成宣讲")
    page.click("details.act button")
    check("三所学校完成宣讲" in page.inner_text("#main"), "it is not recorded")
    visitor.close()


def sheet(browser, world):
    """The plain sheet is one page of A4: tasks, state, whom to call, and no person."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader"))
    for unit in (COUNTY, "990100-07", "990100-02"):
        page = visitor.go(f"/units/{unit}/sheet").page
        text = page.inner_text("main")
        for word in ("做什么", "做到什么程度", "期限", "96110", "110", "联席会议办公室"):
            check(word in text, f"the sheet of {unit} lacks “{word}”")
        pages = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
        check(pages == 1, f"the sheet of {unit} has {pages} pages")
    visitor.close()


def three_lists(browser, world):
    """A list as tasks, duties and measures, on the page and as files; everybody of the joint meeting may read it."""
    list_ = first_list(browser, world)[:4] + "-2"
    settings_pages(browser, world, "office", [f"{PAGE}/lists/{list_}", f"{PAGE}/import"])
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader"))
    page = visitor.go(f"{PAGE}/lists/{list_}").page
    check(page.locator("main section table").count() == 3, "three lists are not three")
    for name, heading in (("任务清单", "下发时间"), ("责任清单", "联络岗位"), ("措施清单", "标准")):
        table = page.locator(f"section:has(h2:text-is('{name}')) table")
        check(heading in table.locator("thead").inner_text(), f"{name} lacks {heading}")
    check("牵头" in page.locator("#duties ~ div table").inner_text(), "nobody leads")
    with page.expect_download() as download:
        page.click("text=下载措施清单")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))[1:]
    check(lines[0][2] == "措施" and len(lines) > 15, f"{lines[0]}")
    visitor.go(f"{PAGE}/lists/2026-99", 404)
    visitor.go(f"{PAGE}/lists/{list_}/none", 404)
    visitor.go(f"{PAGE}/import", 403)
    visitor.close()


def brought_in(browser, world):
    """A list is brought in on the page: what is wrong stands in the form, and what was typed stays."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(f"{PAGE}/import")
    page = visitor.page
    fields = {"list": "2099-7", "title": "临时清单", "source": "会议纪要", "issued": "2026-13-01"}
    for name, value in fields.items():
        page.fill(f"#{name}", value)
    bad = "序号,任务,牵头单位,期限\n1,检查,没有这个局,2099-01-31\n"
    page.set_input_files("#file", {"name": "a.csv", "mimeType": "text/csv", "buffer": bad.encode()})
    visitor.expected += 1
    page.click("main form button")
    check("2026-13-01" in page.inner_text("#errors"), page.inner_text("#errors"))
    check(page.input_value("#title") == "临时清单", "what was typed is lost")
    page.fill("#issued", "2026-01-05")
    page.set_input_files("#file", {"name": "a.csv", "mimeType": "text/csv", "buffer": bad.encode()})
    visitor.expected += 1
    page.click("main form button")
    check("没有这个局" in page.inner_text("#errors"), page.inner_text("#errors"))
    good = bad.replace("没有这个局", "市教育局")
    page.set_input_files("#file", {"name": "a.csv", "mimeType": "text/csv", "buffer": good.encode()})
    page.click("main form button")
    check(visitor.path().startswith(f"{PAGE}/lists/2099-7"), visitor.path())
    check("1 项" in page.inner_text("[role=status]"), page.inner_text("[role=status]"))
    visitor.close()


def pictures(browser, world):
    """The list of the office, and a sheet."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800,
                          storage_state=signed_in(browser, world, "office"))
        visitor.go(PAGE)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1200}
        visitor.page.screenshot(path=PICTURES / f"responsibilities-{language}.png", clip=area, full_page=True)
        visitor.go(f"/units/{COUNTY}/sheet")
        visitor.page.screenshot(path=PICTURES / f"sheet-{language}.png", full_page=True)
        visitor.close()


CASES = [looks, refusals, counts_and_file, reported_and_accepted, without_script, sheet, three_lists, brought_in]
