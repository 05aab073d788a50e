"""Meetings: an agenda that builds itself, minutes that are sealed, resolutions that become tasks."""
import datetime

from browser import PICTURES, Visitor, check, inspect_all, lead_somewhere, signed_in

PAGE = "/meetings"


def today():
    """The day by the city's clocks."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()


def closed_one(browser, world, title="调度会"):
    """The address of the last meeting that is closed."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(PAGE)
    link = visitor.page.locator("section:has(#past) tbody tr", has_text=title).first.locator("th a")
    path = link.get_attribute("href")
    visitor.close()
    return path


def looks(browser, world):
    """Every page in both languages and widths, for the office, a county and a leader."""
    path = closed_one(browser, world)
    for account, paths in (("office", [PAGE, path, PAGE + "/new"]), ("reporter.yunling", [PAGE, path]),
                           ("leader", [PAGE, path])):
        state = signed_in(browser, world, account)
        links = inspect_all(browser, world, state, account, dict.fromkeys(paths, 200))
        lead_somewhere(browser, world, state, account, links)


def who_may(browser, world):
    """A unit that is not invited is told of no meeting; nobody may name one that never was."""
    path = closed_one(browser, world)
    stranger = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.education"))
    stranger.go(path, 404).inspect("not invited")
    stranger.go(PAGE)
    check("调度会" not in stranger.page.inner_text("main"), "a meeting of others is listed")
    check(stranger.page.locator("text=起草会议").count() == 0, "a unit can draft")
    stranger.go(PAGE + "/new", 403)
    stranger.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    office.go(PAGE + "/2026-999", 404)
    text = office.go(PAGE).page.inner_text("main")
    for word in ("接下来", "工作调度会", "已召集", "已结束"):
        check(word in text, f"the list lacks “{word}”")
    office.close()


def held(browser, world):
    """Drafted, called, held, closed: the agenda builds itself, the resolution is a task, and no second close."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(PAGE + "/new")
    page = office.page
    page.fill("#plan-title", "专题会")
    page.select_option("#plan-cadence", "event")
    page.fill("#plan-day", today().isoformat())
    office.expected += 1
    page.click("main form button.btn-1")
    check("没有选择参会单位" in page.inner_text("#errors"), page.inner_text("main"))
    check(page.input_value("#plan-title") == "专题会", "what was typed is lost")
    office.inspect("nobody invited")
    # Other cases give units other names.
    page.check("[name='invite-990121']")
    page.check("[name='invite-990100-07']")
    page.click("main form button.btn-1")
    path = office.path().split("?")[0]
    items = page.locator("ol.agenda > li")
    check(items.count() >= 1, "the agenda did not build itself")
    stranger = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling"))
    stranger.go(path, 404)
    stranger.close()
    page.click("summary:has-text('添加议题')")
    page.fill("#own-words", "银行网点劝阻")
    page.click("#own button")
    check("银行网点劝阻" in items.last.inner_text(), items.last.inner_text())
    items.last.locator("button:has-text('上移')").click()
    check("银行网点劝阻" not in page.locator("ol.agenda > li").last.inner_text(), "it did not move")
    while items.count() > 1:
        other = items.filter(has_not_text="银行网点劝阻").first
        other.locator("button:has-text('撤下')").click()
        page.wait_for_load_state()
    office.inspect("draft")
    page.click("button:has-text('召集')")
    check("已召集" in page.inner_text(".meta"), page.inner_text(".meta"))
    page.click("button:has-text('开始会议')")
    office.inspect("in progress")
    office.expected += 1
    page.click("button:has-text('结束并封存')")
    check("还没有登记到会" in page.inner_text("#errors"), "it closes without attendance")
    record(office)
    second = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(path)
    page.click("button:has-text('结束并封存')")
    check("已结束" in page.inner_text(".meta"), page.inner_text(".meta"))
    office.inspect("closed")
    second.expected += 1
    second.page.click("button:has-text('结束并封存')")
    check("已经结束" in second.page.inner_text("#errors"), second.page.inner_text("main"))
    check("写补记" in second.page.inner_text("#errors"), "no way out")
    second.inspect("closed twice")
    second.close()
    page.click("#resolutions table a")
    check("来自“专题会”议定事项 1" in page.inner_text("main"), "the task does not name its meeting")
    office.close()
    relayed(browser, world, path)


def record(office):
    """Attendance, minutes, a resolution; what was refused is kept."""
    page = office.page
    page.click("summary:has-text('登记到会')")
    page.locator("#attend input[type=checkbox]").first.check()
    page.locator("#attend tbody input:not([type=checkbox])").first.fill("副县长、联络员")
    page.click("#attend button")
    check("副县长、联络员" in page.inner_text("#attendance"), "attendance is not shown")
    page.click("summary:has-text('写纪要')")
    page.locator("textarea").fill("联系 13800138000")
    office.expected += 1
    page.click("ol.agenda details button")
    check("手机号" in page.inner_text("#errors"), "a mobile number is taken")
    check(page.locator("textarea").input_value() == "联系 13800138000", "the minutes are lost")
    page.locator("textarea").fill("逐家核对。\n每月调度。")
    page.click("ol.agenda details button")
    check(page.locator(".minutes p").count() == 2, "the minutes have no two paragraphs")
    page.click("summary:has-text('添加议定事项')")
    page.fill("#resolve-words", "核对网点劝阻流程")
    page.select_option("#resolve-lead", "990121")
    office.expected += 1
    page.click("#resolve button")
    check("期限" in page.inner_text("#errors"), "a lead without a day is taken")
    office.inspect("no last day")
    page.fill("#resolve-due", (today() + datetime.timedelta(days=30)).isoformat())
    page.click("#resolve button")
    check("会议结束时成为任务" in page.inner_text("#resolutions"), "the resolution is not kept")


def relayed(browser, world, path):
    """The unit reads it, reports a day that cannot be, then one that can."""
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling")).go(path)
    page = county.page
    check(page.locator("summary:has-text('写纪要')").count() == 0, "a unit can write minutes")
    page.click("summary:has-text('报传达情况')")
    page.fill("#relaying-relayed", (today() - datetime.timedelta(days=3)).isoformat())
    county.expected += 1
    page.click("#relaying button")
    check("早于会议日期" in page.inner_text("#errors"), "a day before the meeting is taken")
    county.inspect("relay refused")
    page.fill("#relaying-relayed", today().isoformat())
    page.click("#relaying button")
    check("1 / 2 个单位已传达" in page.inner_text("#relay"), page.inner_text("#relay"))
    county.inspect("relayed")
    county.close()


def pictures(browser, world):
    """The list, and a meeting that was held."""
    path = closed_one(browser, world)
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800,
                          storage_state=signed_in(browser, world, "office")).go(path)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1000}
        visitor.page.screenshot(path=PICTURES / f"meeting-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, who_may, held]
