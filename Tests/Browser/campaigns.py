"""Campaigns: the list, a sealed one with its summary, a standing one whose board follows what a county
enters; the office ends and seals it."""
import csv
import datetime
import io
import json
import pathlib
import subprocess

from browser import PICTURES, Visitor, check, signed_in
from settings import settings_pages

PAGE = "/campaigns"
COUNTY = "qingshi"
UNIT = "990122"


def standing(browser, world):
    """The codes of the campaign that runs and of the one that is sealed, which depend on the day."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(PAGE)
    links = [link.get_attribute("href") for link in visitor.page.locator("table.tb tbody th a").all()]
    visitor.close()
    return (next(link for link in links if "/normal-" in link), next(link for link in links if "/winter-" in link))


def looks(browser, world):
    """Every page in both languages, on a phone and a screen, for office, county and leader."""
    running, sealed = standing(browser, world)
    for account in ("office", "reporter." + COUNTY, "leader"):
        settings_pages(browser, world, account, [PAGE, running, sealed])


def refusals(browser, world):
    """What nobody may see: a campaign that never was, and the acts for who is not of the office."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader"))
    visitor.go(PAGE + "/never-was", 404).inspect("a campaign that never was")
    running, _ = standing(browser, world)
    page = visitor.go(running).page
    check(page.locator("details.act").count() == 0, "a leader is offered the office's acts")
    visitor.close()


def sealed_summary(browser, world):
    """The winter's campaign crosses the turn of the year, is summed up and sealed, and ranks nobody."""
    _, sealed = standing(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(sealed)
    page = visitor.page
    text = page.inner_text("main")
    for word in ("已总结封存", "集中研判", "突出重点", "分批收网", "校验码", "不是官方排名", "12 个单位参加", "联席办〔"):
        check(word in text, f"the page lacks “{word}”")
    check(page.locator("table.campaign tbody tr").count() == 12, "twelve counties")
    check(page.locator("table.campaign tfoot tr").count() == 1, "a sum")
    check(page.locator("svg.bump").count() == 2, "the days are not drawn")
    with page.expect_download() as download:
        page.click("text=下载 CSV")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    check(text.startswith("# 演示数据"), "the file bears no mark")
    lines = list(csv.reader(io.StringIO(text)))[1:]
    shown = [[cell.inner_text().strip() for cell in row.locator("th,td").all()]
             for row in page.locator("table.campaign tbody tr, table.campaign tfoot tr").all()]
    check(lines[1:] == shown, f"{lines[1]} ≠ {shown[0]}")
    visitor.close()


def entered_and_shown(browser, world):
    """A county finds yesterday's form among what is due, sends it, and the board shows it."""
    running, _ = standing(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter." + COUNTY))
    page = visitor.go(running).page
    row = page.locator("table.campaign tbody tr")
    check(row.count() == 1, "a county sees others' rows")
    check("显示您范围内的 1 个" in page.inner_text("main"), "it is not said that others take part")
    check(row.locator("td").first.inner_text() == "—", "yesterday has a figure already")
    missing = int(row.locator("td").nth(4).inner_text())
    page.click("text=填日报")
    yesterday = datetime.date.fromisoformat(today(world)) - datetime.timedelta(days=1)
    link = page.locator(f"a[href='/entry/{UNIT}/campaign-daily/{yesterday}']").first
    check(link.count() == 1 or link.is_visible(), "yesterday's form is not due")
    link.click()
    page.wait_for_load_state()
    check(f"/campaign-daily/{yesterday}" in page.url, page.url)
    visitor.inspect("a day's form")
    for name, value in (("DAY_VISIT_CNT", "73"), ("DAY_DISSUADE_CNT", "4"), ("DAY_CASE_CNT", "1")):
        page.fill(f"#v-{name}", value)
    page.click("main button[value=check]")
    page.click("#submit")
    page.wait_for_url("**/receipt?revision=1")
    page = visitor.go(running).page
    row = page.locator("table.campaign tbody tr")
    check(row.locator("td").first.inner_text() == "73", f"the board shows {row.inner_text()}")
    check(int(row.locator("td").nth(4).inner_text()) == missing - 1, "the day is still missing")
    visitor.close()


def today(world):
    """The day by the ledger's clock, eight hours east."""
    now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)
    return now.date().isoformat()


def ended_extended_sealed(browser, world):
    """The office extends a campaign and ends it, is refused where it must be; one that ended is sealed."""
    first = datetime.date.fromisoformat(today(world))
    day = lambda offset: (first + datetime.timedelta(days=offset)).isoformat()
    for code, start, end in (("spring-test", -3, 5), ("past-test", -5, -1)):
        make(world, code, day(start), day(end))
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    page = visitor.go(PAGE + "/spring-test").page
    forms = page.locator("details.act")
    check(forms.count() == 2, f"{forms.count()} acts")
    forms.first.locator("summary").click()
    fill(page, "extend", day(2), "联席办〔2026〕30号", day(0))
    visitor.expected += 1
    forms.first.locator("button").click()
    check("不晚于现定的" in page.inner_text("#errors"), "an earlier day extends")
    check(page.input_value("#extend-document") == "联席办〔2026〕30号", "what was typed is lost")
    visitor.inspect("refused extension")
    page.fill("#extend-until", day(9))
    page.dblclick("details.act[open] button")
    page.wait_for_url("**done=extend**")
    check("已记录：延期" in page.inner_text("[role=status]"), "it is not said that it is recorded")
    check(page.locator("#decided ~ .scroll tbody tr").count() == 1, "a double click extends twice")
    page.locator("details.act").last.locator("summary").click()
    fill(page, "end", day(0), "联席办〔2026〕31号", day(0))
    page.locator("details.act").last.locator("button").click()
    page.wait_for_url("**done=end**")
    check(page.locator("details.act").count() == 0, "a campaign can be ended twice")
    visitor.inspect("end decided")
    page = visitor.go(PAGE + "/past-test").page
    check("由数值生成的句子" in page.inner_text("main"), "the sentences are not shown before")
    visitor.inspect("to be summed up")
    page.fill("#close-closing", "联系人 13800138000")
    visitor.expected += 1
    page.click("main form button.btn-1")
    check("手机号" in page.inner_text("#errors"), "a mobile number is taken")
    page.fill("#close-closing", "行动收官。\n转入常态化。")
    page.click("main form button.btn-1")
    page.wait_for_url("**done=close**")
    text = page.inner_text("main")
    check("已总结封存" in text and "转入常态化" in text and "校验码" in text, text)
    visitor.inspect("sealed")
    visitor.close()


def make(world, code, start, end):
    """Imports a campaign as the office does."""
    document = {"code": code, "name": {"zh": "测试行动 " + code, "en": "Test " + code}, "start": start, "end": end,
                "forms": ["campaign-daily"], "units": ["990102"],
                "documents": [{"number": "联席办〔2026〕1号", "issuer": "联席办", "date": start}]}
    path = pathlib.Path(world.secrets) / f"{code}.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    subprocess.run([world.taizhang, "campaign", "import", "--as", "office", str(path)], check=True,
                   capture_output=True)


def fill(page, act, until, document, issued):
    """Fills the form of an act."""
    page.fill(f"#{act}-until", until)
    page.fill(f"#{act}-document", document)
    page.fill(f"#{act}-issuer", "市联席会议办公室")
    page.fill(f"#{act}-issued", issued)


def pictures(browser, world):
    """The sealed campaign, as the leader sees it."""
    _, sealed = standing(browser, world)
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 900,
                          storage_state=signed_in(browser, world, "leader"))
        visitor.go(sealed)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1500}
        visitor.page.screenshot(path=PICTURES / f"campaign-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, refusals, sealed_summary, entered_and_shown, ended_extended_sealed]
