"""Targets: what they would have done, setting them, and how they came about."""
import pathlib
import re

from browser import PICTURES, Visitor, check, signed_in
from settings import settings_pages

PAGE = "/catalogue/targets/2026?indicator=CASE_CNT&kind=yoy_at_most_percent"
PATHS = "/catalogue/targets/2026?indicator=CASE_CNT&kind=at_most"
FIRST = "#goal-990121"


def looks(browser, world):
    """The page in every state and language: to be filled in, and to be read only."""
    settings_pages(browser, world, "office", [PAGE, PATHS, "/catalogue/targets/2027"])
    settings_pages(browser, world, "director", [PAGE])
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "director")).go(PAGE)
    check(visitor.page.locator("input.cell").count() == 0, "a director may change targets")
    check("不设第二人批准" in visitor.page.inner_text("main"), "it is not said who confirms")
    visitor.go("/catalogue/targets/2027?indicator=CASE_P10K", 422)
    visitor.go("/catalogue/targets/1066", 422)
    visitor.close()


def changed(browser, world):
    """A target is typed, tried, refused without a reason, saved once, and stands in the history."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(PATHS)
    page = visitor.page
    check("自 2026 年 7 月起" in page.inner_text(".meta"), page.inner_text(".meta"))
    page.fill(FIRST, "一百")
    visitor.expected += 1
    page.click("button[value=try]")
    check(page.get_attribute("#errors a", "href") == FIRST, "the error is not at the field")
    check(page.input_value(FIRST) == "一百", "what was typed is lost")
    visitor.inspect("a target that is no number")
    page.fill(FIRST, "100")
    page.fill("#goal-990100", "90")
    page.click("button[value=try]")
    check("没有保存" in page.inner_text("[role=status]"), "the trial is not called one")
    row = page.locator("tr", has=page.locator(FIRST))
    text = row.inner_text()
    months = [int(number) for number in re.findall(r"(\d+) 个月", text)]
    check("未达" in text and sum(months) == 12, f"the trial says {text!r}")
    check("比上级下达 90 多 10" in page.inner_text("tfoot"), page.inner_text("tfoot"))
    visitor.inspect("a trial")
    visitor.expected += 1
    page.click("button[value=save]")
    check(page.get_attribute("#errors a", "href") == "#reason", "a reason is not asked for")
    check(page.input_value(FIRST) == "100", "what was typed is lost")
    visitor.inspect("no reason")
    page.fill("#reason", "联席会议 2026 年第 6 次会议")
    key = page.input_value("form[action='/catalogue/targets/2026'] input[name=key]")
    page.dblclick("button[value=save]")
    page.wait_for_url("**saved=2**")
    check("已下达 2 项目标" in page.inner_text("[role=status]"), page.inner_text("[role=status]"))
    visitor.inspect("saved")
    history = page.locator("#changes ~ .scroll tbody tr").all_inner_texts()
    check(len([row for row in history if "全年不超过 100" in row]) == 1, f"the history: {history}")
    check(any("第 6 次会议" in row and "office" in row and "首次" in row for row in history), f"{history}")
    check(page.locator("svg.spark").count() == 1, "no path is drawn")
    label = page.get_attribute("svg.spark", "aria-label")
    check(label.endswith("12 月 100") and "1 月 8，" not in label, f"the path: {label}")
    answer = visitor.context.request.post(world.address + "/catalogue/targets/2026", form={
        "csrf": page.input_value("input[name=csrf] >> nth=-1"), "key": key, "indicator": "CASE_CNT",
        "of": "990100", "kind": "at_most", "goal-990121": "50", "reason": "x", "act": "save"})
    check(answer.status == 409, f"a key used for something else is answered with {answer.status}")
    visitor.go(PATHS)
    check(page.input_value(FIRST) == "100", "the target is not shown")
    page.fill(FIRST, "110")
    page.fill("#reason", "更正")
    page.click("button[value=save]")
    page.wait_for_url("**saved=1**")
    history = page.locator("#changes ~ .scroll tbody tr").first.inner_text()
    check("全年不超过 100" in history and "全年不超过 110" in history, history)
    visitor.close()


def without_script(browser, world):
    """Choosing, trying and saving take no script."""
    state = signed_in(browser, world, "office")
    visitor = Visitor(browser, world, storage_state=state, java_script_enabled=False).go(PAGE)
    page = visitor.page
    page.select_option("#indicator", "LOSS_AMT")
    page.click("form.pick button")
    check(page.locator("h1").inner_text().startswith("2026 年目标："), page.inner_text("h1"))
    check("indicator=LOSS_AMT" in visitor.path(), visitor.path())
    page.fill("#goal-990122", "-20")
    page.click("button[value=try]")
    check("没有保存" in page.inner_text("[role=status]"), "nothing was tried")
    page.fill("#reason", "年中调整")
    page.click("button[value=save]")
    check("saved=1" in visitor.path(), visitor.path())
    visitor.close()


def by_spreadsheet(browser, world):
    """The table is downloaded, changed, refused with its line, taken once, and read back the same."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    page = visitor.page
    place = "/catalogue/targets/2026?indicator=CARD_OPEN_LEAD&kind=at_most"
    visitor.go(place)
    with page.expect_download() as download:
        page.click("text=下载 CSV")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    check("CARD_OPEN_LEAD,2026,yoy_at_most_percent,-20" in text, text[:300])

    def upload(rows, reason):
        page.set_input_files("#file", {"name": "targets.csv", "mimeType": "text/csv",
                                       "buffer": (text + rows).encode()})
        page.fill("#file-reason", reason)
        page.click("text=上传并下达")

    line = len(text.splitlines()) + 1
    path = " ".join(str(month * 10) for month in range(1, 13))
    for rows, words in (
            (f"990121,CARD_OPEN_LEAD,2026,at_most,x,,\n", f"第 {line} 行"),
            (f"990121,CARD_OPEN_LEAD,2026,at_most,100,,{path}\n", "十二月等于目标值"),
            (f"NONE,CARD_OPEN_LEAD,2026,at_most,120,,{path}\n", "NONE")):
        visitor.expected += 1
        upload(rows, "季度会议")
        check(words in page.inner_text("#errors"), page.inner_text("#errors"))
        check(page.input_value("#file-reason") == "季度会议", "the reason is lost")
    visitor.inspect("a refused table")
    visitor.expected += 1
    upload(f"990121,CARD_OPEN_LEAD,2026,at_most,120,,{path}\n", "")
    check(page.get_attribute("#errors a", "href") == "#file-reason", "a reason is not asked for")
    upload(f"990121,CARD_OPEN_LEAD,2026,at_most,120,,{path}\n", "季度会议")
    page.wait_for_url("**saved=1**")
    check("1 月 10，6 月 60，12 月 120" in page.get_attribute("svg.spark", "aria-label"), "another path")
    with page.expect_download() as download:
        page.click("text=下载 CSV")
    again = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    check(path in again, "the path is not in the file")
    text = again
    upload("", "原样")
    page.wait_for_url("**saved=0**")
    visitor.close()


def pictures(browser, world):
    """A picture of the page in each language."""
    state = signed_in(browser, world, "office")
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 900, storage_state=state).go(PAGE)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1500}
        visitor.page.screenshot(path=PICTURES / f"targets-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, changed, by_spreadsheet, without_script]
