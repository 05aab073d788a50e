"""The ladder: who stands where, what is proposed, and a decision that is taken once."""
from browser import PICTURES, Visitor, check, inspect_all, signed_in

LADDER = "/ladder?of=990100"


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


def pictures(browser, world):
    """Pictures for the documentation."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800).sign_in("leader").go(LADDER)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1400}
        visitor.page.screenshot(path=PICTURES / f"ladder-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [pages, what_it_says, a_decision]
