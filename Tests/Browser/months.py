"""Closing a month and publishing it by two persons, then reopening and correcting it."""
import datetime

from browser import PICTURES, Visitor, check, inspect_all, signed_in
from review import FORM, SLUGS, figures, submit

MONTH = "2026-10"
PAGE = f"/months/{MONTH}"
PUBLICATION = f"{PAGE}/publication?of=990100"


def prepared(browser, world):
    """Two counties have submitted the month, and their reviewers approved it."""
    if getattr(world, "months_ready", False):
        return
    leader = Visitor(browser, world).sign_in("leader")
    for slug, unit in SLUGS.items():
        submit(world, slug, unit, MONTH, figures(leader, unit, "2025-10"))
        world.run("submissions", "approve", "--as", f"reviewer.{slug}", "--unit", unit, MONTH)
    leader.close()
    world.months_ready = True


def looks(browser, world):
    """The pages of the month: language × width, for the office and the director."""
    prepared(browser, world)
    for account in ("office", "director"):
        state = signed_in(browser, world, account)
        paths = [PAGE, "/months/2026-06", "/months/2026-11", PUBLICATION, "/months/2026-06/publication?of=990100",
                 f"/completeness?period={MONTH}"] + (["/review"] if account == "office" else [])
        inspect_all(browser, world, state, account, dict.fromkeys(paths, 200))
        visitor = Visitor(browser, world, storage_state=state).go("/months")
        check(visitor.path() == "/months/2026-07", f"the month in work is {visitor.path()}")
        entries = visitor.page.locator("nav[aria-label=主导航] a")
        check(entries.count() <= 5, "more than five entries")
        visitor.go("/months/2026-11")
        button = visitor.page.locator("button[aria-describedby=close-why]")
        check(account == "director" or button.count() == 1, "the button does not say why it waits")
        visitor.close()
    visitor = Visitor(browser, world).sign_in("leader").go(PAGE, 403)
    visitor.close()


def accepted_at_once(browser, world):
    """The office approves the clean ones together."""
    prepared(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    visitor.go("/review")
    visitor.page.select_option("#form", FORM)
    visitor.page.select_option("#period", MONTH)
    visitor.page.click("text=查看")
    boxes = visitor.page.locator("#queue tbody input")
    check(boxes.count() == 2, f"{boxes.count()} clean rows")
    visitor.page.locator("[data-check-all]").check()
    visitor.page.dblclick(".bar button")
    visitor.page.wait_for_url("**approved=2**")
    check("已通过 2 份" in visitor.page.inner_text("[role=status]"), "the approval is not told")
    visitor.go(f"/completeness?period={MONTH}")
    check("已接受" in visitor.page.inner_text("main"), "the acceptance is not seen")
    visitor.close()


def closed(visitor, world):
    """Closes the month with everything that lacks as an exception."""
    visitor.go(PAGE)
    visitor.expected += 1
    visitor.page.click("text=月结并评价")
    check("缺" in visitor.page.inner_text("#errors"), "what lacks is not told")
    visitor.inspect("closing refused")
    for box in visitor.page.locator("input[name^='except.']").all():
        box.check()
    visitor.expected += 1
    visitor.page.click("text=月结并评价")
    check(visitor.page.get_attribute("#errors a", "href") == "#close-reason", "the reason is not asked for")
    checked = visitor.page.locator("input[name^='except.']:checked").count()
    check(checked == visitor.page.locator("input[name^='except.']").count(), "the exceptions are lost")
    visitor.page.fill("#close-reason", "演示：其余单位本月不报")
    visitor.page.click("text=月结并评价")
    check("已月结" in visitor.page.inner_text("[role=status]"), "the closing is not told")


def published(browser, world, visitor):
    """One proposes and cannot publish; another publishes by a double click, once."""
    visitor.go(PUBLICATION)
    text = visitor.page.inner_text("main")
    for word in ("评价规则", "计分办法", "红色单位", "谁看到什么", "实测值"):
        check(word in text, f"the confirmation lacks “{word}”")
    visitor.page.dblclick("text=提出发布 >> nth=-1")
    visitor.page.wait_for_url("**done=propose**")
    check("等另一人发布" in visitor.page.inner_text("[role=status]"), "the proposal is not told")
    check("须由另一人发布" in visitor.page.inner_text("#publish-why"), "the waiting button does not say why")
    visitor.inspect("proposed")
    visitor.expected += 1
    visitor.page.click("button[aria-describedby=publish-why]", force=True)
    check(visitor.page.locator("#errors").count() == 1, "one person publishes alone")
    director = Visitor(browser, world, storage_state=signed_in(browser, world, "director")).go(PUBLICATION)
    director.inspect("to publish")
    director.page.dblclick("form .btn-1")
    director.page.wait_for_url("**done=publish**")
    check("已发布" in director.page.inner_text("[role=status]"), "the publication is not told")
    director.inspect("published")
    editions = director.context.request.get(f"{world.address}/api/v1/editions?period={MONTH}").json()["items"]
    return director, editions


def month(browser, world):
    """Close with exceptions, preview, propose, publish; reopen, correct, and publish the correction."""
    prepared(browser, world)
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    closed(visitor, world)
    director, editions = published(browser, world, visitor)
    check(len(editions) == 1, f"a double click published {len(editions)}")

    visitor.go(PAGE)
    visitor.page.fill("#reopen-reason", "云岭县立案归属有误")
    visitor.expected += 1
    visitor.page.click("text=提出重开 >> nth=-1")
    check(visitor.page.get_attribute("#errors a", "href") == "#until", "a missing end is not told")
    check(visitor.page.input_value("#reopen-reason") == "云岭县立案归属有误", "the reason is lost")
    visitor.inspect("reopening refused")
    until = (datetime.datetime.now() + datetime.timedelta(days=3)).strftime("%Y-%m-%dT18:00")
    visitor.page.fill("#until", until)
    visitor.page.locator("form[action$=reopenings] button").dblclick()
    visitor.page.wait_for_url(f"**{PAGE}")
    check("等主任同意" in visitor.page.inner_text("main"), "who agrees is not told")
    visitor.inspect("reopening proposed")
    director.go(PAGE)
    director.page.click("text=同意重开")
    check("已重开" in director.page.inner_text(".meta"), "the reopening is not told")
    director.inspect("reopened")

    unit = SLUGS["yunling"]
    known = figures(visitor, unit, MONTH)
    values = {figure["indicator"]: figure["value"] for figure in known}
    submit(world, "yunling", unit, MONTH, known, {"CASE_CNT": str(int(values["CASE_CNT"]) + 5)}, based_on=1)
    world.run("submissions", "approve", "--as", "reviewer.yunling", "--unit", unit, MONTH)
    world.run("submissions", "accept", "--as", "office", "--unit", unit, MONTH)
    closed(visitor, world)
    director.close()
    director, editions = published(browser, world, visitor)
    check(len(editions) == 2 and editions[1]["replaces"] == editions[0]["number"], f"{editions}")
    director.page.click("[role=status] a >> nth=1")
    check("/differences/" in director.path(), director.path())
    check("1 → 2" in director.page.inner_text("main"), "the corrected revision is not named")
    director.inspect("what the correction changed")
    visitor.go(PAGE)
    text = visitor.page.inner_text("main")
    check("演示：其余单位本月不报" in text and "期刊版" in text, "what was decided is not told")
    visitor.inspect("the month, corrected")
    visitor.close()
    director.close()


def pictures(browser, world):
    """Pictures of a month and of its publication."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 1000, storage_state=signed_in(browser, world, "office"))
        for name, path in (("review", "/review"), ("month", "/months/2026-07"),
                           ("publication", "/months/2026-06/publication?of=990100")):
            visitor.go(path)
            visitor.page.screenshot(path=PICTURES / f"{name}-{language}.png")
        visitor.close()


CASES = [looks, accepted_at_once, month]
