"""The clerk's form: pasted, saved by itself, disputed, checked, submitted, returned; with and without
script. Each case has a county of its own, so that none finds what another left."""
import csv
import io
import pathlib
import re
import zipfile

from browser import PICTURES, WIDE, WIDTHS, Visitor, check

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SONGLAN = "/entry/990124/county-monthly/2026-07"
LONGQIU = "/entry/990126/county-monthly/2026-07"
HUWAN = "/entry/990128/county-monthly/2026-07"
HOSTILE = '"><img src=x onerror=alert(3)>{{7*7}}'
PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def signed_in(browser, world, account, path, **options):
    return Visitor(browser, world, **options).sign_in(account).go(path)


def status(visitor, text):
    """Waits until the status line says something."""
    visitor.page.locator("#save", has_text=text).wait_for(timeout=15_000)


def codes(page):
    return page.eval_on_selector_all("#entry tbody tr", "rows => rows.map(row => row.dataset.code)")


def fill_all(page):
    """Every figure one more than in the period before: possible, and seldom unusual."""
    for code in codes(page):
        before = page.locator(f"#r-{code} td.p2").first.text_content().replace(",", "")
        whole, _, decimals = before.partition(".")
        value = str(int(whole) + 1) + ("." + decimals if decimals else "") if whole.isdigit() else "0"
        page.fill(f"#v-{code}", value)


def explain_what_is_odd(page, note="与上月相比的变化属实"):
    """A note beside each figure that has to be explained; how many there were."""
    odd = page.locator("#entry tr.warn").all()
    for row in odd:
        row.locator("input.note").fill(note)
    return len(odd)


def workbook(rows):
    """The smallest XLSX file that holds some rows of texts and numbers."""
    def cell(value):
        return f"<c><v>{value}</v></c>" if isinstance(value, (int, float)) else \
            f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    sheet = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    parts = {
        "xl/workbook.xml": f'<workbook {main} {links}><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
        "xl/worksheets/a.xml": f"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def post(visitor, path, key, **content):
    me = visitor.context.request.get(visitor.world.address + "/api/v1/me").json()
    answer = visitor.context.request.post(visitor.world.address + "/api/v1" + path, data=content, headers={
        "X-CSRF-Token": me["csrfToken"], "Idempotency-Key": key})
    check(answer.status == 201, f"{path}: {answer.status} {answer.text()[:300]}")


def what_is_due(browser, world):
    """The list of what is due: for reporters, in both languages and widths."""
    state = signed_in(browser, world, "reporter.songlan", "/entry").context.storage_state()
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width, storage_state=state).go("/entry")
            visitor.inspect(f"due {language} {width}")
            text = visitor.page.inner_text("main")
            for word in ("未报", "待填报", "天") if language == "zh" else ("Missing", "Waiting", "late"):
                check(word in text, f"the list lacks “{word}”")
            check(visitor.page.locator(".top nav [aria-current]").count() == 1, "the entry is not marked")
            visitor.close()
    leader = Visitor(browser, world).sign_in("leader")
    check(leader.page.locator(".top nav a", has_text="填报").count() == 0, "a leader is asked to report")
    leader.go("/entry", 403)
    leader.close()
    other = Visitor(browser, world, storage_state=state)
    other.go(LONGQIU, 404)
    other.go("/entry/990124/agency-monthly/2026-07", 404)
    other.go("/entry/990124/county-monthly/2026-06")
    check(other.path() == "/submissions/990124/county-monthly/2026-06", f"a closed month: {other.path()}")
    other.close()


def blank_form(browser, world):
    """The form, and what it says when it is checked blank, in both languages and widths."""
    state = signed_in(browser, world, "reporter.songlan", SONGLAN).context.storage_state()
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width, storage_state=state).go(SONGLAN)
            page = visitor.page
            visitor.inspect(f"form {language} {width}")
            check(len(page.content()) + len(page.request.get(world.address + page.get_attribute(
                "link[rel=stylesheet]", "href")).text()) < 90_000, "the form is too heavy")
            boundary = "不得录入国家秘密" if language == "zh" else "no state secrets may be entered"
            check(boundary in page.inner_text("main"), "the boundary is missing")
            page.fill("#v-CASE_CNT", "abc")
            visitor.expected += 1
            page.click("button[value=check]")
            page.locator("#errors").wait_for()
            check(page.evaluate("document.activeElement.id") == "errors", "errors have no focus")
            check(page.title().startswith("有误：" if language == "zh" else "Error: "), page.title())
            check(page.input_value("#v-CASE_CNT") == "abc", "what was typed is lost")
            words = ("须改", "未填") if language == "zh" else ("Change", "Blank")
            for word in words:
                check(word in page.inner_text("#errors"), f"the summary lacks “{word}”")
            check(words[0] in page.inner_text("#m-CASE_CNT"), "nothing is said beside the field")
            visitor.inspect(f"form refused {language} {width}")
            page.click("#errors a >> nth=0")
            check(page.evaluate("document.activeElement.id") == "v-CASE_CNT", "the link leads elsewhere")
            page.fill("#v-CASE_CNT", "")
            status(visitor, "草稿已保存" if language == "zh" else "Draft saved")
            visitor.close()


def numbers(browser, world):
    """The script writes what people type as the server does, and leaves the rest alone."""
    visitor = signed_in(browser, world, "reporter.huwan", HUWAN)
    page = visitor.page
    page.route("**" + HUWAN, lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    with open(ROOT / "Tests/Fixtures/figure-texts.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            page.fill("#v-CASE_CNT", row["typed"])
            page.focus("#n-CASE_CNT")
            shown = page.input_value("#v-CASE_CNT")
            bad = page.get_attribute("#v-CASE_CNT", "aria-invalid")
            if row["written"]:
                check(shown == row["written"], f"{row['typed']} became {shown}")
            else:
                check(shown == row["typed"] and bad == "true", f"{row['typed']} became {shown}, {bad}")
            page.evaluate("document.getElementById('r-CASE_CNT').classList.remove('bad')")
    page.evaluate("localStorage.clear()")
    visitor.close()


def pasting(browser, world):
    """Forty rows from a spreadsheet, a paste that is too large, and what the server says beside fields."""
    visitor = signed_in(browser, world, "reporter.songlan", SONGLAN)
    page = visitor.page
    all_codes = codes(page)
    rows = [f"指标 {place}\t{100 - place}" for place in range(40)]
    rows[0] = '"两行\n""名称"""\t"1,176"'
    rows[1] = "其中\t４，３００"
    rows[2] = "损失\t0.2万"
    rows[3] = "破案\t约 9"
    page.focus("#v-CASE_CNT")
    page.evaluate(PASTE, "\r\n".join(rows) + "\r\n")
    check(f"已粘贴 {len(all_codes)} 格" in page.inner_text("#save") and str(40 - len(all_codes)) in
          page.inner_text("#save"), page.inner_text("#save"))
    values = [page.input_value("#v-" + code) for code in all_codes]
    check(values[:5] == ["1176", "4300", "2000", "约 9", "96"], f"pasted: {values[:5]}")
    page.locator("#m-SOLVED_CNT", has_text="须改").wait_for()
    status(visitor, "草稿已保存")
    page.locator("#m-BIGCASE_CNT", has_text="须改").wait_for()
    check("大于其整体“" in page.inner_text("#m-BIGCASE_CNT"), page.inner_text("#m-BIGCASE_CNT"))
    check("请说明" in page.inner_text("#m-CASE_CNT") and page.get_attribute("#r-CASE_CNT", "class") == "warn",
          "what is unusual is not told apart")
    check("CASE_CNT" not in page.inner_text("main"), "codes are told instead of names")
    visitor.inspect("pasted")
    page.focus("#v-LOSS_AMT")
    page.evaluate("size => (" + PASTE + ")('9\\n'.repeat(size))", 5 << 20)
    check("太多" in page.inner_text("#save"), "ten megabytes were pasted")
    check(page.input_value("#v-LOSS_AMT") == "2000", "the field is changed")
    # As many bytes sent all the same are refused on a page.
    answer = visitor.context.request.post(world.address + SONGLAN, headers={
        "content-type": "application/x-www-form-urlencoded"}, data="n-CASE_CNT=" + "9" * (10 << 20))
    check(answer.status == 413 and "262144" in answer.text(), f"10 MB: {answer.status}")
    page.reload()
    check(page.input_value("#v-SOLVED_CNT") == "约 9", "the draft is lost")
    visitor.close()


def session_ends(browser, world):
    """A session that ends in mid-form: one signs in on the spot, and nothing is lost."""
    for language in ("zh", "en"):
        visitor = signed_in(browser, world, "reporter.songlan", SONGLAN, language=language,
                            width=320 if language == "en" else 1360)
        page = visitor.page
        page.fill("#n-CASE_CNT", HOSTILE)
        status(visitor, "草稿已保存" if language == "zh" else "Draft saved")
        visitor.context.clear_cookies()
        page.fill("#v-FROZEN_AMT", "77")
        visitor.expected += 1
        page.locator("#relogin").wait_for()
        visitor.inspect(f"signed out {language}")
        page.fill("#relogin-password", "wrong")
        visitor.expected += 1
        page.click("#relogin .btn-1")
        page.locator("#relogin-error").wait_for()
        visitor.inspect(f"signed out, wrong password {language}")
        page.fill("#relogin-password", world.password)
        page.click("#relogin .btn-1")
        page.locator("#relogin").wait_for(state="hidden")
        status(visitor, "草稿已保存" if language == "zh" else "Draft saved")
        page.reload()
        check(page.input_value("#v-FROZEN_AMT") == "77", "the figure is lost")
        check(page.input_value("#n-CASE_CNT") == HOSTILE, "the note is changed")
        check(page.locator("main img").count() == 0, "markup came through")
        page.fill("#v-FROZEN_AMT", "")
        status(visitor, "草稿已保存" if language == "zh" else "Draft saved")
        visitor.close()
    # Signed in again in another window: the form takes the new token by itself.
    visitor = signed_in(browser, world, "reporter.songlan", SONGLAN)
    page = visitor.page
    visitor.context.clear_cookies()
    other = visitor.context.new_page()
    other.goto(world.address + "/sign-in")
    other.fill("#account", "reporter.songlan")
    other.fill("#password", world.password)
    other.click("main form button")
    visitor.expected += 1
    page.fill("#v-FROZEN_AMT", "78")
    status(visitor, "草稿已保存")
    # Where the account has a second factor, its code is asked for.
    visitor.context.clear_cookies()
    page.route("**/api/v1/sessions", lambda route: route.fulfill(
        status=401, content_type="application/problem+json", body='{"code": "session.code_needed", "title": "…"}'))
    visitor.expected += 2
    page.fill("#v-FROZEN_AMT", "")
    page.locator("#relogin").wait_for()
    page.fill("#relogin-password", "x")
    page.click("#relogin .btn-1")
    page.locator("#relogin-code").wait_for()
    visitor.inspect("signed out, code asked for")
    page.unroute("**/api/v1/sessions")
    page.fill("#relogin-code", "")
    page.fill("#relogin-password", world.password)
    page.click("#relogin .btn-1")
    status(visitor, "草稿已保存")
    visitor.close()


def network_is_lost(browser, world):
    """Without network everything is kept on the computer and saved later, even by another window."""
    visitor = signed_in(browser, world, "reporter.songlan", SONGLAN)
    page = visitor.page
    status_before = page.inner_text("#save")
    visitor.context.set_offline(True)
    visitor.expected += 5
    page.fill("#v-WARN_CNT", "4321")
    status(visitor, "网络不通")
    visitor.context.set_offline(False)
    status(visitor, "草稿已保存")
    visitor.context.set_offline(True)
    page.fill("#v-WARN_CNT", "4322")
    status(visitor, "网络不通")
    page.close()
    visitor.context.set_offline(False)
    visitor.page = visitor.context.new_page()
    visitor.go(SONGLAN)
    check(visitor.page.input_value("#v-WARN_CNT") == "4322", f"lost; it was {status_before}")
    status(visitor, "草稿已保存")
    check(visitor.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('taizhang-entry')).length") == 0,
          "the copy is kept for ever")
    visitor.close()


def two_windows(browser, world):
    """What two people type differs: shown field by field, chosen, and saved once."""
    first = signed_in(browser, world, "reporter.huwan", HUWAN)
    second = signed_in(browser, world, "reporter.huwan", HUWAN)
    first.page.fill("#v-CASE_CNT", "120")
    first.page.fill("#v-SOLVED_CNT", "30")
    status(first, "草稿已保存")
    second.expected += 1
    second.page.fill("#v-CASE_CNT", "125")
    second.page.fill("#n-LOSS_AMT", "第二个窗口")
    second.page.locator("#conflict").wait_for()
    second.inspect("conflict")
    text = second.page.inner_text("#conflict")
    for word in ("我的", "对方的", "120", "125", "30", "第二个窗口"):
        check(word in text, f"the differences lack “{word}”: {text}")
    second.page.check("input[name=k-SOLVED_CNT][value=theirs]")
    second.page.click("#conflict button")
    second.page.locator("#conflict").wait_for(state="detached")
    values = [second.page.input_value(name) for name in ("#v-CASE_CNT", "#v-SOLVED_CNT", "#n-LOSS_AMT")]
    check(values == ["125", "30", "第二个窗口"], f"saved: {values}")
    first.expected += 1
    first.page.fill("#v-CASE_CNT", "121")
    first.page.locator("#conflict").wait_for()
    first.page.check("input[name=k-CASE_CNT][value=theirs]")
    first.page.check("input[name=k-LOSS_AMT][value=theirs]")
    first.page.click("#conflict button")
    first.page.locator("#conflict").wait_for(state="detached")
    check(first.page.input_value("#v-CASE_CNT") == "125", "theirs was not taken")
    first.close()
    second.close()


def keys(browser, world):
    """Enter and arrows move; Enter that chooses a word does not; leaving asks only where it must."""
    visitor = signed_in(browser, world, "reporter.huwan", HUWAN)
    page = visitor.page
    focus = "document.activeElement.id"
    first, second = codes(page)[:2]
    page.focus("#v-" + first)
    page.keyboard.press("Enter")
    check(page.evaluate(focus) == "v-" + second, "Enter does not move")
    page.keyboard.press("ArrowUp")
    check(page.evaluate(focus) == "v-" + first, "↑ does not move")
    for options in ("isComposing: true", "keyCode: 229"):
        page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
                      f"{{ key: 'Enter', bubbles: true, cancelable: true, {options} }}))")
        check(page.evaluate(focus) == "v-" + first, f"Enter of an input method moves ({options})")
    page.focus(f"#n-{first}")
    page.keyboard.press("Enter")
    check(page.evaluate(focus) == "v-" + second, "Enter in a note does not move")
    page.focus("#v-" + codes(page)[-1])
    page.keyboard.press("Enter")
    check(page.evaluate("document.activeElement.value") == "check", "the end leads nowhere")
    page.click("#v-CASE_CNT")
    leaves = "(() => { const e = new Event('beforeunload', { cancelable: true }); dispatchEvent(e); " \
             "return e.defaultPrevented })()"
    check(not page.evaluate(leaves), "leaving asks although nothing was typed")
    page.keyboard.press("End")
    page.keyboard.type("1")
    check(page.evaluate(leaves), "leaving does not ask")
    status(visitor, "草稿已保存")
    check(not page.evaluate(leaves), "leaving asks although all is saved")
    visitor.close()


def everybody(browser, world):
    """Tab reaches every control of the form in order, and wide text cuts nothing off."""
    visitor = signed_in(browser, world, "reporter.huwan", HUWAN)
    page = visitor.page
    controls = page.evaluate("""() => {
      const all = [...document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')]
        .filter(e => e.type !== 'hidden' && e.checkVisibility());
      all.forEach((e, place) => e.dataset.place = place);
      return all.length;
    }""")
    page.locator(".skip").focus()
    reached = [0]
    for _ in range(controls - 1):
        page.keyboard.press("Tab")
        reached.append(int(page.evaluate("document.activeElement.dataset.place ?? -1")))
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        check(ring != "none", f"the focus is not seen at {reached[-1]}")
    check(reached == list(range(controls)), f"Tab goes {reached[:20]}… of {controls}")
    visitor.close()
    for width in (320, 640):
        wide = signed_in(browser, world, "reporter.huwan", HUWAN, bypass_csp=True, width=width)
        wide.page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                                " word-spacing: .16em !important } p { margin-bottom: 2em !important }")
        over = wide.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(over <= 0, f"{over} px too wide with wide text at {width}: {wide.page.evaluate(WIDE)}")
        wide.close()


def files(browser, world):
    """The template is filled in and sent back: into the draft, by code, and never submitted."""
    visitor = signed_in(browser, world, "reporter.huwan", HUWAN)
    page = visitor.page
    with page.expect_download() as download:
        page.click("text=下载模板")
    lines = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    check(lines[0].startswith("# 演示数据"), "the file bears no mark")
    rows = list(csv.DictReader(lines[1:]))
    check(len(rows) == 27 and rows[0]["indicator"] == "CASE_CNT" and rows[0]["before"], f"{rows[:1]}")
    text = "指标代码,数值,说明,合计列\r\nCASE_CNT,\"1,2３4\",来自文件,9\r\nNOT_THERE,5,,\r\n,7,,\r\nSOLVED_CNT,x9,,\r\n"
    for name, content in (("a.csv", text.encode()), ("b.csv", text.encode("gbk"))):
        page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
        page.click("#entry-file button")
        report = page.inner_text("#file-report")
        for word in ("2 项", "合计列", "NOT_THERE", "1 行"):
            check(word in report, f"{name}: the report lacks “{word}”: {report}")
        values = [page.input_value(field) for field in ("#v-CASE_CNT", "#n-CASE_CNT", "#v-SOLVED_CNT")]
        check(values == ["1234", "来自文件", "x9"], f"{name}: {values}")
        check("须改" in page.inner_text("#m-SOLVED_CNT"), "what is no number is not marked")
    visitor.inspect("filled in from a file")
    book = workbook([["代码", "名称", "数值"], ["CASE_CNT", "x", 77], ["LOSS_AMT", "x", 12.5], ["合计", "", 89.5]])
    page.set_input_files("input[type=file]", {"name": "a.xlsx", "mimeType": "application/zip", "buffer": book})
    page.click("#entry-file button")
    check("2 项" in page.inner_text("#file-report") and "名称" in page.inner_text("#file-report"),
          page.inner_text("#file-report"))
    values = [page.input_value(field) for field in ("#v-CASE_CNT", "#n-CASE_CNT", "#v-LOSS_AMT")]
    check(values == ["77", "来自文件", "12.5"], f"from a workbook: {values}")
    for content in (b"", b"\x00\x01\x02", b"PK\x03\x04broken", "名称,数\n甲,1\n".encode()):
        page.set_input_files("input[type=file]", {"name": "c.xlsx", "mimeType": "text/csv", "buffer": content})
        visitor.expected += 1
        page.click("#entry-file button")
        check(page.locator(".note-box[role=alert]").count() == 1, f"{content[:9]} was taken")
    visitor.inspect("file refused")
    read = visitor.context.request.get(world.address + "/api/v1/submissions/990128/county-monthly/2026-07").json()
    check(read["revision"] is None, "the file was submitted")
    visitor.close()


def without_script_to_the_receipt(browser, world):
    """Filled in, saved, refused, explained, checked and submitted without any script."""
    visitor = signed_in(browser, world, "reporter.longqiu", LONGQIU, java_script_enabled=False)
    page = visitor.page
    fill_all(page)
    page.fill("#v-CASE_CNT", "１，000")
    page.press("#v-SOLVED_CNT", "Enter")
    check(page.input_value("#v-CASE_CNT") == "1000", "Enter does not save the draft")
    check("草稿已保存" in page.inner_text("#save"), "nothing says that it is saved")
    page.fill("#v-LOSS_AMT", "")
    page.fill("#v-BIGCASE_CNT", "1001")
    visitor.expected += 1
    page.click("button[value=check]")
    for word in ("未填", "须改", "请说明"):
        check(word in page.inner_text("#errors"), f"the summary lacks “{word}”")
    page.click("button[value=zero]")
    check(page.input_value("#v-LOSS_AMT") == "0", "the blank is not zero")
    page.fill("#v-LOSS_AMT", "250.55")
    page.fill("#v-BIGCASE_CNT", "10")
    visitor.expected += 1
    page.click("button[value=check]")
    check(explain_what_is_odd(page, HOSTILE) > 0, "nothing is odd")
    page.click("button[value=check]")
    check(visitor.path() == LONGQIU + "/check", f"not checked: {visitor.path()} {page.inner_text('main')[:600]}")
    check("无异常" in page.inner_text("main") and "已说明" in page.inner_text("main"), "odd and plain are not told apart")
    check(page.locator("main img").count() == 0 and HOSTILE in page.inner_text("main"), "the note is no text")
    check("龙湫县填报员" in page.inner_text("main"), "who submits is not said")
    page.click("#submit")
    check(visitor.path() == LONGQIU + "/receipt?revision=1", visitor.path())
    check(re.search(r"日志 990126 第 \d+ 条", page.inner_text("main")), page.inner_text("main"))
    visitor.close()


def session_ends_without_script(browser, world):
    """Without script, what was typed comes back as a file that fills the form again."""
    for language in ("zh", "en"):
        visitor = signed_in(browser, world, "reporter.huwan", HUWAN, language=language, width=320,
                            java_script_enabled=False)
        visitor.page.fill("#n-CASE_CNT", HOSTILE)
        visitor.context.clear_cookies()
        visitor.expected += 1
        visitor.page.click("button[value=save] >> nth=1")
        text = visitor.page.input_value("main textarea")
        check(HOSTILE.replace('"', '""') in text and text.startswith("indicator,value,absence,note\n"), text)
        check(visitor.page.locator("main img").count() == 0, "markup came through")
        over = visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(over <= 0, f"{over} px too wide")
        visitor.close()


def returned(browser, world):
    """A return: the reasons stand beside the fields and on top; corrected, and submitted once."""
    reviewer = Visitor(browser, world).sign_in("reviewer.longqiu")
    post(reviewer, "/submissions/990126/county-monthly/2026-07/reviews", "return-longqiu-1", revision=1,
         decision="return", reasons=[{"indicator": "LOSS_AMT", "text": "与返还凭证不符 " + HOSTILE},
                                     {"text": "请重报整表"}])
    reviewer.close()
    state = signed_in(browser, world, "reporter.longqiu", "/entry").context.storage_state()
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width, storage_state=state).go("/entry")
            first = visitor.page.locator("tbody tr").first.inner_text()
            check(("已退回" if language == "zh" else "Returned") in first, f"not first: {first}")
            visitor.inspect(f"due, returned {language} {width}")
            visitor.go(LONGQIU)
            visitor.inspect(f"returned {language} {width}")
            check("与返还凭证不符" in visitor.page.inner_text("#m-LOSS_AMT"), "the reason is not beside the field")
            for word in ("与返还凭证不符", "请重报整表", "reviewer.longqiu"):
                check(word in visitor.page.inner_text("#returned"), f"on top lacks “{word}”")
            check(visitor.page.locator("main img").count() == 0, "markup came through")
            check(visitor.page.input_value("#v-LOSS_AMT") == "250.55", "the last figures are not there")
            visitor.close()
    visitor = Visitor(browser, world, storage_state=state).go(LONGQIU)
    page = visitor.page
    stale = visitor.context.new_page()
    stale.goto(world.address + LONGQIU)
    page.fill("#v-LOSS_AMT", "251.5")
    page.click("button[value=check]")
    page.wait_for_url("**/check")
    for language in ("zh", "en"):
        for width in WIDTHS:
            other = Visitor(browser, world, language, width, storage_state=state).go(LONGQIU + "/check")
            other.inspect(f"check {language} {width}")
            other.close()
    check("上一版 250.55" in page.inner_text("#looked ~ .scroll"), "what is changed is not open")
    form = page.eval_on_selector_all("main form input", "all => Object.fromEntries(all.map(i => [i.name, i.value]))")
    page.dblclick("#submit")
    page.wait_for_url("**/receipt?revision=2")
    for language in ("zh", "en"):
        for width in WIDTHS:
            other = Visitor(browser, world, language, width, storage_state=state)
            other.go(LONGQIU + "/receipt?revision=2")
            other.inspect(f"receipt {language} {width}")
            other.close()
    page.go_back()
    check("receipt" in page.url, f"back leads to {page.url}")
    again = visitor.context.request.post(world.address + LONGQIU + "/check", form=form, max_redirects=0)
    check(again.status == 303 and again.headers["location"].endswith("receipt?revision=2"),
          f"sent again: {again.status} {again.headers.get('location')}")
    form["key"] = "0" * 32
    other = visitor.context.request.post(world.address + LONGQIU + "/check", form=form, max_redirects=0)
    check(other.status == 303 and "receipt" in other.headers["location"], f"another key: {other.status}")
    # A window that was open all the time does no harm: it is told what was submitted.
    stale.fill("#v-LOSS_AMT", "999")
    stale.locator("#conflict").wait_for()
    check("251.5" in stale.inner_text("#conflict") and "第 2 版" in stale.inner_text("#conflict"), "not told")
    read = visitor.context.request.get(world.address + "/api/v1/submissions/990126/county-monthly/2026-07").json()
    check(len(read["revisions"]) == 2, "more was submitted than asked")
    visitor.close()


def pictures(browser, world):
    """The entry form for the documentation."""
    for language in ("zh", "en"):
        visitor = signed_in(browser, world, "reporter.huwan", HUWAN, language=language, width=1200, height=1000)
        page = visitor.page
        fill_all(page)
        page.fill("#v-CASE_CNT", "431")
        page.fill("#v-BIGCASE_CNT", "500")
        page.fill("#v-SOLVED_CNT", "")
        page.focus("#n-CASE_CNT")
        status(visitor, "草稿已保存" if language == "zh" else "Draft saved")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=PICTURES / f"entry-{language}.png")
        visitor.close()


CASES = [what_is_due, blank_form, numbers, pasting, session_ends, network_is_lost, two_windows, keys,
         everybody, files,
         without_script_to_the_receipt,
         session_ends_without_script, returned]
