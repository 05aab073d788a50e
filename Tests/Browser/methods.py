"""Rule sets and methods: read in words, tried, refused, proposed, approved by somebody else."""
import json
import pathlib

from browser import PICTURES, Visitor, check, signed_in
from settings import settings_pages

DEFAULTS = pathlib.Path(__file__).resolve().parent.parent.parent / "defaults"
RULES = "/catalogue/rule-sets/990100/county-colours/1"
METHOD = "/catalogue/methods/990100/four-declines/1"


def file(document, name="rules.json"):
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def stricter():
    """The second version: a lower threshold, and a rule that reads targets."""
    rules = json.loads((DEFAULTS / "rules/county-colours.json").read_text())
    rules["version"] = 2
    for rule in rules["rules"]:
        if rule["id"] == "R2":
            rule["when"]["value"] = "1.10"
            rule["text"] = {"zh": "万人发案数达全市的 1.1 倍",
                            "en": "Cases per 10,000 residents are 1.1 times the city's rate or more"}
    rules["rules"].append({
        "id": "T1", "colour": "yellow",
        "text": {"zh": "发案未达到目标", "en": "Cases miss their target"},
        "when": {"measure": {"against_target": "CASE_CNT"}, "op": "==", "value": "0"}})
    return rules


def looks(browser, world):
    """Lists and versions in every language and width; the file is the document."""
    pages = ["/catalogue/rule-sets", "/catalogue/methods", RULES + "?months=3", METHOD]
    settings_pages(browser, world, "office", pages)
    settings_pages(browser, world, "reporter.yunling", [RULES, "/catalogue/methods"])
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(RULES)
    text = visitor.page.inner_text("main")
    for words in ("当每万人电诈发案数（累计）与全域之比不低于 1.5，评红。", "现行", "不全的单位评灰", "都不变"):
        check(words in text, f"the rules lack “{words}”")
    answer = visitor.context.request.get(world.address + RULES + "/file")
    check(json.loads(answer.text()) == json.loads((DEFAULTS / "rules/county-colours.json").read_text()),
          "the file is another document")
    check("attachment" in answer.headers["content-disposition"], "the file is not one to keep")
    visitor.go(METHOD)
    text = visitor.page.inner_text("main")
    for words in ("权重 15，占 30%", "1.5 得 0，0.7 得满分", "同分并列", "缺报得 0", "每 1 扣"):
        check(words in text, f"the method lacks “{words}”")
    visitor.go("/catalogue/rule-sets/990100/county-colours/7", 404)
    visitor.close()
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling")).go(RULES)
    check(county.page.locator("#trial").count() == 0, "a county tries versions")
    county.close()


def refused(browser, world):
    """A bad file is refused in the form: where it is wrong, and the way out."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    page = visitor.page
    visitor.go("/catalogue/rule-sets")
    page.fill("#effective", "2026-08")
    visitor.expected += 1
    page.click("button[value=propose]")
    check("没有选文件" in page.inner_text("#errors"), page.inner_text("#errors"))
    purple = stricter()
    purple["rules"][0]["colour"] = "purple"
    unknown = stricter()
    unknown["rules"][1]["when"]["measure"]["ratio_to_parent"]["of"] = "NO_SUCH"
    for document, words in (
            ("{\n  \"id\": }", "第 2 行"), (purple, "/rules/0/colour"), (purple, "red、yellow 或 blue"),
            (unknown, "NO_SUCH"), (json.dumps(stricter())[:-1], "JSON")):
        for act in ("try", "propose"):
            visitor.expected += 1
            page.set_input_files("#file", file(document))
            page.click(f"button[value={act}]")
            check(words in page.inner_text("#errors"), f"{words}: {page.inner_text('#errors')}")
            check(page.input_value("#effective") == "2026-08", "what was typed is lost")
            check(page.evaluate("document.activeElement.id") == "errors", "errors have no focus")
    visitor.inspect("a refused file")
    for effective, words in (("2026-06", "已发布"), ("八月", "不是月份")):
        visitor.expected += 1
        page.fill("#effective", effective)
        page.set_input_files("#file", file(stricter()))
        page.click("button[value=propose]")
        check(words in page.inner_text("#errors"), page.inner_text("#errors"))
        check(page.get_attribute("#errors a", "href") == "#effective", "the error is not at the month")
    visitor.go("/catalogue/rule-sets")
    check(page.locator("main tbody tr").count() == 1, "something was kept")
    visitor.close()


def adopted(browser, world):
    """A good file is tried, proposed once, tried again, and approved by the other person only."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    page = office.page
    office.go("/catalogue/rule-sets")
    page.fill("#effective", "2026-07")
    page.set_input_files("#file", file(stricter()))
    page.click("button[value=try]")
    text = page.inner_text("main")
    check("什么也没有保存" in text and "发案未达到目标" in text, "the trial is not shown")
    check("新命中" in text and "R2" in text, "it is not told why units move")
    check(page.locator("#trial ~ h3").count() == 3, "three months are not tried")
    office.inspect("a tried file")
    check(page.locator("main > .scroll tbody tr").count() == 1, "the trial was kept")
    tried = page.locator("#trial ~ .scroll").first.inner_text()
    page.dblclick("button[value=propose]")
    page.wait_for_url("**/county-colours/2?done=proposed")
    check("已提出，待第二人批准" in page.inner_text("[role=status]"), "it is not told what was done")
    check("主任批准" in page.inner_text("main"), "it is not told who approves")
    check(page.locator("form[action$=approvals]").count() == 0, "the office may approve its own")
    check(page.locator("#trial ~ .scroll").first.inner_text() == tried, "another trial once proposed")
    office.inspect("proposed")
    office.close()
    other = Visitor(browser, world, "en", storage_state=signed_in(browser, world, "director"))
    page = other.page
    other.go("/catalogue/rule-sets")
    check("Proposed" in page.inner_text("main tbody"), page.inner_text("main tbody"))
    page.click("main tbody a >> nth=0")
    check(other.path().endswith("/county-colours/2"), other.path())
    page.select_option("#months", "3")
    page.click("form.pick button")
    check(page.locator("#trial ~ h3").count() == 3, "three months are not tried")
    check("now hit by" in page.inner_text("main"), "it is not told why units move")
    other.inspect("tried by the director")
    page.click("form[action$=approvals] button")
    check("Approved." in page.inner_text("[role=status]"), page.inner_text("main"))
    check("director" in page.inner_text(".facts"), "it is not told who approved")
    other.inspect("approved")
    other.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office"))
    office.go("/catalogue/targets/2026?indicator=CASE_CNT&kind=yoy_at_most_percent")
    text = office.page.inner_text("main")
    check("county-colours/2" in text and "它读取这项指标的目标" in text, "the rules to come do not try targets")
    row = office.page.locator("table.goals tbody tr").first.inner_text()
    check("红" in row or "黄" in row or "蓝" in row, f"no colours are counted: {row}")
    office.inspect("colours in the trial of targets")
    office.close()


def pictures(browser, world):
    """A picture of a rule set in each language."""
    state = signed_in(browser, world, "office")
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 900, storage_state=state)
        visitor.go(RULES.replace("/1", "/2") if visitor.context.request.get(
            world.address + RULES.replace("/1", "/2")).status == 200 else RULES)
        area = {"x": 0, "y": 0, "width": 1200, "height": 1600}
        visitor.page.screenshot(path=PICTURES / f"rules-{language}.png", clip=area, full_page=True)
        visitor.close()


CASES = [looks, refused, adopted]
