"""The ladder: who stands where, what is proposed, and a decision that is taken once."""
from browser import PICTURES, Visitor, check, inspect_all, signed_in

LADDER = "/ladder?of=990100"
COUNTY = "990121"


def pages(browser, world):
    """The ladder and its versions, in both languages and widths, for who decides and who reads."""
    for account, paths in (
            ("leader", [LADDER]), ("reporter.yunling", [LADDER]),
            ("office", [LADDER, "/catalogue/ladders", "/catalogue/ladders/990100/county-ladder/1"])):
        state = signed_in(browser, world, account)
        inspect_all(browser, world, state, account, dict.fromkeys(paths, 200))


def what_it_says(browser, world):
    """Five boxes with their rules, evidence with editions; a county sees only itself."""
    visitor = Visitor(browser, world).sign_in("leader").go(LADDER)
    check(visitor.page.locator("main ol.steps > li").count() == 5, "five steps")
    text = visitor.page.inner_text("main")
    for word in ("提醒", "通报", "约谈", "挂牌", "问责建议", "连续 2 个月为红", "待定的升降", "号期刊版",
                 "下月如果和本月一样", "试算：过去 24 个月", "已作的决定"):
        check(word in text, f"the ladder lacks “{word}”")
    check(visitor.page.locator("article.move").count() >= 1, "nothing is proposed")
    visitor.go("/").page.click("text=看督导升级阶梯")
    check(visitor.path().startswith("/ladder"), "the board does not lead to the ladder")
    visitor.close()
    county = Visitor(browser, world).sign_in("reporter.yunling").go(LADDER)
    text = county.page.inner_text("main")
    check("湖口县" not in text and county.page.locator("form.narrow").count() == 0, "a county sees others' steps")
    county.close()


def a_decision(browser, world):
    """A refusal needs a reason and keeps what was typed; an acceptance is recorded, once."""
    visitor = Visitor(browser, world).sign_in("leader").go(LADDER)
    forms = visitor.page.locator("article.move form")
    check(forms.count() >= 1, "the leader has nothing to decide")
    before = visitor.page.locator("article.move").count()
    name = visitor.page.locator("article.move:has(form) h3 a").first.inner_text()
    form = forms.first
    form.locator("[name=document]").fill("岚领〔2026〕9号")
    visitor.expected += 1
    form.locator("button[value=refuse]").click()
    check("不同意须写明理由" in visitor.page.inner_text("#errors"), "no reason was asked for")
    kept = visitor.page.locator("article.move form [name=document]").first.input_value()
    check(kept == "岚领〔2026〕9号", f"what was typed is lost: {kept}")
    visitor.inspect("refused without reason")
    visitor.page.locator("article.move form button[value=accept]").first.click()
    check("已记录决定" in visitor.page.inner_text("[role=status]"), "the decision is not told")
    check(visitor.page.locator("article.move").count() == before - 1, "the proposal is still open")
    check(name in visitor.page.inner_text("ol.steps"), f"{name} stands nowhere")
    check("岚领〔2026〕9号" in visitor.page.inner_text("main"), "the number is not shown")
    visitor.page.click(f"ol.steps >> text={name}")
    check("督导升级阶梯" in visitor.page.inner_text("main"), "the unit's page does not tell its step")
    visitor.inspect("unit")
    visitor.close()


def listed(browser, world):
    """The office enters a listing by a higher authority, the leader decides; gives the case's address."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(LADDER)
    office.page.click("text=登记触发事项")
    office.page.select_option("#unit", COUNTY)
    office.page.select_option("#fact", "listed_by_higher")
    for name, value in (("authority", "省联席会议办公室"), ("document", "岭反诈办〔2026〕21号"),
                        ("issued", "2999-01-01")):
        office.page.fill("#" + name, value)
    office.expected += 1
    office.page.click("main form button")
    check("日期应在" in office.page.inner_text("#errors"), "a document of the future is taken")
    check(office.page.input_value("#document") == "岭反诈办〔2026〕21号", "the number is lost")
    office.inspect("trigger refused")
    office.page.fill("#issued", "2026-07-20")
    office.page.click("main form button")
    check("已登记触发事项" in office.page.inner_text("[role=status]"), "it is not told")
    office.inspect("trigger")
    office.close()
    leader = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(LADDER)
    move = leader.page.locator(f"article.move:has(a[href='/units/{COUNTY}'])")
    text = move.inner_text()
    check("挂牌" in text and "岭反诈办〔2026〕21号" in text, f"the document is no evidence: {text}")
    move.locator("[name=document]").fill("岚领〔2026〕11号")
    move.locator("button[value=accept]").click()
    check("已记录决定" in leader.page.inner_text("[role=status]"), "the decision is not told")
    leader.page.locator("ol.steps li", has=leader.page.locator(f"a[href='/units/{COUNTY}']")).locator(
        "a[href^='/ladder/cases/']").last.click()
    path = leader.path()
    text = leader.page.inner_text("main")
    for word in ("申诉期内", "每月报送整改进展", "挂牌整治期满", "验收期", "提请上级", "岚领〔2026〕11号", "被上级挂牌"):
        check(word in text, f"the case lacks “{word}”")
    check("决定申诉" not in text, "an objection is decided that nobody raised")
    leader.close()
    return path


def a_case(browser, world):
    """A county is listed, reports, objects and is right: as county, office, leader, director and auditor see it."""
    path = listed(browser, world)
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling")).go(path)
    county.page.click("summary:has-text('回复和报送')")
    county.page.select_option("#send-kind", "progress")
    county.page.fill("#send-words", "联系人 13800138000")
    county.page.fill("#send-evidence", "岭函〔2026〕3号")
    county.expected += 1
    county.page.click("details[open] button")
    check("手机号" in county.page.inner_text("#errors"), "a number of a person is taken")
    check(county.page.input_value("#send-evidence") == "岭函〔2026〕3号", "what was typed is lost")
    check(county.page.input_value("#send-kind") == "progress", "the choice is lost")
    county.inspect("reply refused")
    county.page.fill("#send-words", "本月重点镇已驻点整治")
    county.page.click("details[open] button")
    check("已登记：月度进展" in county.page.inner_text("[role=status]"), "the progress is not told")
    county.page.click("summary:has-text('申诉')")
    county.page.fill("#object-against", "CASE_CNT")
    county.page.fill("#object-words", "上月两起案件应归邻县")
    county.page.click("details[open] button")
    text = county.page.inner_text("main")
    check("待决：不生效" in text and "暂停计时" in text, "an open objection stops nothing")
    county.inspect("objected")
    county.close()
    leader = Visitor(browser, world, storage_state=signed_in(browser, world, "leader")).go(path)
    check(leader.page.locator("summary:has-text('决定申诉')").count() == 0, "who decided may decide again")
    leader.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(path)
    check("现在没有您要办的事" in office.page.inner_text("main"), "the office acts in a paused case")
    office.close()
    director = Visitor(browser, world, storage_state=signed_in(browser, world, "director")).go(path)
    director.page.click("summary:has-text('决定申诉')")
    director.page.fill("#answer-words", "经复核归属有误，撤销挂牌")
    director.page.click("button[value=uphold]")
    text = director.page.inner_text("main")
    check("已登记：申诉成立" in director.page.inner_text("[role=status]"), "the decision is not told")
    check("案卷于" in text and "经复核归属有误，撤销挂牌" in text, "the step is not withdrawn")
    director.inspect("upheld")
    director.close()
    auditor = signed_in(browser, world, "auditor")
    journal = Visitor(browser, world, storage_state=auditor).go(f"/journal?act=step.&chain={COUNTY}")
    text = journal.page.inner_text("main")
    for act in ("step.trigger", "step.accept", "step.progress", "step.objection", "step.objection_upheld"):
        check(act in text, f"the journal lacks {act}")
    journal.close()
    for account in ("reporter.yunling", "leader"):
        state = signed_in(browser, world, account)
        inspect_all(browser, world, state, account, {path: 200})
    other = signed_in(browser, world, "reporter.huwan")
    visitor = Visitor(browser, world, storage_state=other).go(path, 404)
    visitor.close()
    inspect_all(browser, world, signed_in(browser, world, "office"), "office",
                {path: 200, "/ladder/triggers?of=990100": 200})


def pictures(browser, world):
    """Pictures for the documentation."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800).sign_in("leader").go(LADDER)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1400}
        visitor.page.screenshot(path=PICTURES / f"ladder-{language}.png", clip=area, full_page=True)
        visitor.page.locator(f"a[href^='/ladder/cases/990100.{COUNTY}']").first.click()
        area = {"x": 0, "y": 0, "width": 1200, "height": 1500}
        visitor.page.screenshot(path=PICTURES / f"case-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [pages, what_it_says, a_decision, a_case]
