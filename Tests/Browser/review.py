"""Review, verification and completeness: the queue, returning with reasons, approving, approving
several at once, disputing; and what a wrong decision says."""
from decimal import Decimal

from browser import PICTURES, Visitor, check, inspect_all, signed_in

FORM = "county-monthly"
# Months of their own, so that the cases before and after find theirs as they were.
BEFORE, MONTH = "2026-08", "2026-09"
SLUGS = {"yunling": "990121", "huwan": "990128"}


def figures(visitor, unit, period):
    answer = visitor.context.request.get(
        f"{visitor.world.address}/api/v1/submissions/{unit}/{FORM}/{period}")
    check(answer.status == 200, f"{unit} {period}: {answer.status}")
    return answer.json()["revisions"][-1]["figures"]


def submit(world, slug, unit, month, known, changes=None, based_on=None):
    """Submits a month as the county's reporter, with the figures of another and some changes."""
    lines = ["unit,period,indicator,value,absence,note"]
    for figure in known:
        code, value = figure["indicator"], figure["value"] or ""
        note = "与来源核对无误"
        if changes and code in changes:
            value = changes[code]
        lines.append(f"{unit},{month},{code},{value},{'' if value else figure['absence'] or ''},{note}")
    path = world.secrets / f"{slug}-{month}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    extra = ["--revise"] if based_on else []
    world.run("figures", "import", "--as", f"reporter.{slug}", "--form", FORM, "--submit", *extra, str(path))


def prepared(browser, world):
    """Two counties with an accepted month and one to review: one unusual, the other like before."""
    if getattr(world, "review_ready", False):
        return
    leader = Visitor(browser, world).sign_in("leader")
    for slug, unit in SLUGS.items():
        known = figures(leader, unit, "2025-09")
        values = {figure["indicator"]: figure["value"] for figure in known}
        more = {code: str(Decimal(values[code]) + 1) for code in ("CASE_CNT", "LOSS_AMT", "CRIM_ALARM_CNT")}
        submit(world, slug, unit, BEFORE, known, more)
        world.run("submissions", "approve", "--as", f"reviewer.{slug}", "--unit", unit, BEFORE)
        world.run("submissions", "accept", "--as", "office", "--unit", unit, BEFORE)
        unusual = {"CASE_CNT": "999", "LOSS_AMT": "99999"}
        submit(world, slug, unit, MONTH, known, unusual if slug == "yunling" else None)
    leader.close()
    world.review_ready = True


def looks(browser, world):
    """Every page of the topic: language × width, for a reviewer and a verifier."""
    prepared(browser, world)
    unit = SLUGS["yunling"]
    for account, paths in (
            ("reviewer.yunling", ("/review", f"/review/{unit}/{FORM}/{MONTH}", f"/completeness?period={MONTH}")),
            ("verifier.police", ("/verification", f"/verification/{unit}/{FORM}/{MONTH}"))):
        state = signed_in(browser, world, account)
        inspect_all(browser, world, state, account, dict.fromkeys(paths, 200))
        visitor = Visitor(browser, world, storage_state=state)
        visitor.go(f"/review/990125/{FORM}/2026-07", 404 if account.startswith("reviewer") else 403)
        visitor.close()


def decisions(browser, world):
    """A return with reasons, wrong decisions that lose nothing, the corrected revision, approval."""
    prepared(browser, world)
    unit = SLUGS["yunling"]
    place = f"/review/{unit}/{FORM}/{MONTH}"
    visitor = Visitor(browser, world).sign_in("reviewer.yunling").go("/review")
    row = visitor.page.locator("#queue tbody tr", has_text=MONTH)
    check(row.count() == 1, f"{row.count()} rows")
    check(row.locator("input").count() == 0, "what is flagged can be ticked")
    row.locator("a").first.click()
    check(visitor.path() == place, visitor.path())
    text = visitor.page.inner_text("main")
    check("999" in text and "上年同期" in text and "与来源核对无误" in text, "the sheet is not told")
    check(visitor.page.locator("details.fold:not([open])").count() == 1, "the rest is not folded")

    visitor.expected += 1
    visitor.page.click("form.decide button")
    check("请选择通过或退回" in visitor.page.inner_text("#errors"), "a missing decision is not told")
    visitor.page.click("details.fold summary")
    visitor.page.fill("#reason-CASE_CNT", "与立案台账不一致，请核对")
    visitor.page.check("#decision")
    visitor.expected += 1
    visitor.page.click("form.decide button")
    check(visitor.page.get_attribute("#errors a", "href") == "#reason-CASE_CNT", "the error leads elsewhere")
    check(visitor.page.input_value("#reason-CASE_CNT") == "与立案台账不一致，请核对", "the reason is lost")
    check(visitor.page.is_checked("#decision"), "the decision is lost")
    visitor.inspect("a decision that was not taken")
    visitor.page.fill("#reason-CASE_CNT", "请打电话 13800138000 核对")
    visitor.page.check("#decision-return")
    visitor.expected += 1
    visitor.page.click("form.decide button")
    check("个人信息" in visitor.page.inner_text("#errors"), "a telephone number is taken")
    visitor.page.fill("#reason-CASE_CNT", "与立案台账不一致，请核对")

    # Somebody corrects it while the page is open: kindly refused, with the newer one shown.
    known = figures(visitor, unit, MONTH)
    submit(world, "yunling", unit, MONTH, known, {"CASE_CNT": "998"}, based_on=1)
    visitor.expected += 1
    visitor.page.click("form.decide button")
    errors = visitor.page.inner_text("#errors")
    check("第 1 版" in errors and "第 2 版" in errors, errors)
    check(visitor.page.input_value("#reason-CASE_CNT") == "与立案台账不一致，请核对", "the reason is lost")
    check("999" in visitor.page.locator("#line-CASE_CNT del").inner_text(), "what was before is not shown")
    check("998" in visitor.page.locator("#line-CASE_CNT ins").inner_text(), "what is now is not shown")
    visitor.inspect("a newer revision")
    visitor.page.click("form.decide button")
    check("已退回" in visitor.page.inner_text("[role=status]"), "the return is not told")
    visitor.inspect("returned")
    visitor.go(f"/submissions/{unit}/{FORM}/{MONTH}")
    check("与立案台账不一致" in visitor.page.inner_text("main"), "the reporter does not see why")
    visitor.go(place)
    check("现在不能审核" in visitor.page.inner_text("main"), "a decided revision can be decided")

    # The correction is approved, and the form of the approval sent twice does it once.
    submit(world, "yunling", unit, MONTH, known, {"CASE_CNT": "997"}, based_on=2)
    visitor.go(place)
    visitor.page.check("#decision")
    visitor.page.dblclick("form.decide button")
    visitor.page.wait_for_url("**/review?**")
    check("已通过" in visitor.page.inner_text("[role=status]"), "the approval is not told")
    answer = visitor.context.request.get(f"{world.address}/api/v1/submissions/{unit}/{FORM}/{MONTH}").json()
    approvals = [one for one in answer["reviews"] if one["revision"] == 3]
    check(len(approvals) == 1, f"{len(approvals)} approvals")
    visitor.close()


def several_at_once(browser, world):
    """Only clean ones are ticked; one that is clean no more is left and named."""
    prepared(browser, world)
    unit = SLUGS["huwan"]
    visitor = Visitor(browser, world).sign_in("reviewer.huwan").go("/review")
    visitor.expected += 1
    visitor.page.click(".bar button")
    check("没有选中" in visitor.page.inner_text("#errors"), "nothing chosen is not told")
    visitor.inspect("nothing chosen")
    box = visitor.page.locator(f"input[name='pick.{unit}/{FORM}/{MONTH}/1']")
    check(box.count() == 1, "the clean one cannot be ticked")
    box.check()
    known = figures(visitor, unit, MONTH)
    submit(world, "huwan", unit, MONTH, known, {"CASE_CNT": "77"}, based_on=1)
    visitor.page.click(".bar button")
    text = visitor.page.inner_text("[role=status]")
    check("已通过 0 份" in text and MONTH in text, text)
    visitor.inspect("left alone")
    visitor.close()


def verification(browser, world):
    """A figure is confirmed once however often it is sent, another disputed with one's own figure."""
    prepared(browser, world)
    unit = SLUGS["huwan"]
    visitor = Visitor(browser, world).sign_in("verifier.police")
    check(visitor.page.locator("nav a", has_text="审核").count() == 1, "verifiers have no entry")
    visitor.go(f"/verification/{unit}/{FORM}/{MONTH}")
    line = visitor.page.locator("tbody tr").nth(1)
    line.locator("button").first.dblclick()
    visitor.page.wait_for_url("**done=confirm**")
    check("已核实" in visitor.page.inner_text("[role=status]"), "a confirmation is not told")
    row = visitor.page.locator("#line-CASE_CNT")
    row.locator("summary").click()
    row.locator("#figure-CASE_CNT").fill("80")
    visitor.expected += 1
    row.locator("details button").click()
    check(visitor.page.get_attribute("#errors a", "href") == "#reason-CASE_CNT", "the error leads elsewhere")
    check(visitor.page.input_value("#figure-CASE_CNT") == "80", "the figure is lost")
    visitor.inspect("a dispute without a reason")
    visitor.page.fill("#reason-CASE_CNT", "立案台账为 80 起")
    visitor.page.locator("#line-CASE_CNT details button").click()
    check("已提出异议" in visitor.page.inner_text("[role=status]"), "a dispute is not told")
    visitor.inspect("disputed")
    answer = visitor.context.request.get(f"{world.address}/api/v1/submissions/{unit}/{FORM}/{MONTH}")
    check(len(answer.json()["verifications"]) == 2, "not two verifications")
    visitor.close()


def completeness(browser, world):
    """The matrix names who is missing; another period is chosen without a script."""
    prepared(browser, world)
    visitor = Visitor(browser, world, java_script_enabled=False).sign_in("leader")
    visitor.go(f"/completeness?period={MONTH}")
    text = visitor.page.inner_text("main")
    check("未报" in text and "迟报" in text and "合计" in text, "the matrix says too little")
    visitor.page.fill("#period", "2026-06")
    visitor.page.click("text=查看")
    check(visitor.path() == "/completeness?period=2026-06", visitor.path())
    visitor.close()


def pictures(browser, world):
    """Pictures of the queue and of a case."""
    prepared(browser, world)
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 900).sign_in("reviewer.yunling")
        visitor.go(f"/review/{SLUGS['yunling']}/{FORM}/{MONTH}")
        visitor.page.screenshot(path=PICTURES / f"review-case-{language}.png")
        visitor.close()


CASES = [looks, decisions, several_at_once, verification, completeness]
