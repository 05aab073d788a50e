"""Units, populations, indicators, forms and working days: read by everybody, kept by the office."""
import pathlib

from browser import PICTURES, Visitor, check, inspect_all, lead_somewhere, signed_in

PAGES = ["/catalogue/units", "/catalogue/units/990121", "/catalogue/populations", "/catalogue/indicators",
         "/catalogue/indicators/CASE_CNT", "/catalogue/forms", "/catalogue/forms/county-monthly",
         "/catalogue/forms/county-monthly/paper", "/catalogue/calendar"]


def everybody_reads(browser, world):
    """Every page of the catalogue, for who keeps it and for who reads it."""
    seen = set()
    for account in ("office", "leader"):

        def look(visitor, path):
            forms = visitor.page.locator("main form[method=post]").count()
            check(account == "office" or forms == 0, f"{path}: a leader is offered a form")

        state = signed_in(browser, world, account)
        seen |= inspect_all(browser, world, state, account, dict.fromkeys(PAGES, 200), 85_000, look)
    tried = sorted(link for link in seen if "lang=" not in link)
    units = [link for link in tried if "/catalogue/units/" in link]
    some = [link for link in tried if link not in units] + units[:10]
    lead_somewhere(browser, world, signed_in(browser, world, "office"), "catalogue", some)


def a_county_changes_its_name(browser, world):
    """A bad change is refused in the form with everything typed; a good one is a new version."""
    state = signed_in(browser, world, "office")
    for language, script in (("zh", True), ("en", False)):
        visitor = Visitor(browser, world, language, storage_state=state, java_script_enabled=script)
        visitor.go("/catalogue/units/990121")
        page = visitor.page
        page.fill("#parent", "NOWHERE")
        page.fill("#name", "云岭新区")
        visitor.expected += 1
        page.click("main form button.btn-1")
        check(page.input_value("#name") == "云岭新区", "what was typed is lost")
        check(page.get_attribute("#errors a", "href") == "#parent", "the error is elsewhere")
        check("NOWHERE" in page.inner_text("#parent-wrong"), "nothing stands at the field")
        if script:
            visitor.inspect(f"unit refused {language}")
        page.fill("#parent", "990100")
        page.click("main form button.btn-1")
        text = page.inner_text("main")
        check(visitor.path().startswith("/catalogue/units/990121?added="), visitor.path())
        word = "更名" if language == "zh" else "Renamed"
        check(word in text, f"the history lacks “{word}”")
        visitor.inspect(f"unit changed {language}") if script else None
        visitor.close()
    visitor = Visitor(browser, world, storage_state=state).go("/catalogue/units?on=2025-06-01")
    check("云岭新区" not in visitor.page.inner_text("main"), "a past day has the new name")
    visitor.go("/catalogue/units")
    check("云岭新区" in visitor.page.inner_text("main"), "today lacks the new name")
    visitor.close()


def files_go_round(browser, world):
    """What is downloaded is imported again and adds nothing; a bad file says where it is bad."""
    state = signed_in(browser, world, "office")
    for section, form in (("units", "csv"), ("populations", "csv"), ("calendar", "csv"),
                          ("indicators", "json")):
        path = f"/catalogue/{section}"
        visitor = Visitor(browser, world, "zh", storage_state=state).go(path)
        with visitor.page.expect_download() as download:
            visitor.page.click("text=下载 " + form.upper())
        content = pathlib.Path(download.value.path()).read_bytes()
        name = download.value.suggested_filename
        if section == "indicators":
            visitor.page.fill("#effective", "2026-08")
        visitor.page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": content})
        visitor.page.click("main form button.btn-1 >> nth=0")
        said = visitor.page.inner_text("[role=status]")
        check("新增 0 条" in said, f"{section} downloaded and imported: {said}")
        visitor.inspect(f"{section} imported")
        bad = b"[{}]" if form == "json" else content.replace(b"\n", b",extra\n")
        visitor.page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": bad})
        visitor.expected += 1
        visitor.page.click("main form button.btn-1 >> nth=0")
        box = visitor.page.inner_text("#errors")
        check("第 " in box if form == "csv" else "/0" in box, f"{section}: {box}")
        check(visitor.page.evaluate("document.activeElement.id") == "errors", "errors have no focus")
        visitor.inspect(f"{section} refused")
        visitor.page.click("text=English")
        check(visitor.path() == path, f"the other language leads to {visitor.path()}")
        visitor.close()


def a_limit_is_set(browser, world):
    """The burden against a limit of the office: refused where it is none, kept with its history."""
    state = signed_in(browser, world, "office")
    visitor = Visitor(browser, world, "zh", storage_state=state).go("/catalogue/forms")
    page = visitor.page
    check("还没有定上限" in page.inner_text("main"), "there is a limit already")
    for figures, effective, field in (("many", "", "figures"), ("100", "2020-01", "effective")):
        page.fill("#figures", figures)
        if effective:
            page.fill("#effective >> nth=0", effective)
        visitor.expected += 1
        page.click("text=定上限 >> nth=-1")
        check(page.get_attribute("#errors a", "href") == "#" + field, "the error is elsewhere")
        check(page.input_value("#figures") == figures, "what was typed is lost")
        visitor.inspect(f"limit refused {figures}")
    visitor.go("/catalogue/forms")
    page.fill("#figures", "700")
    page.click("text=定上限 >> nth=-1")
    text = page.inner_text("main")
    check("已定上限" in text and "超过上限" in text and "历次上限" in text, text[:300])
    check(page.locator("meter").count() == 1, "no meter is drawn")
    visitor.inspect("limit set")
    visitor.close()


def an_empty_form_on_paper(browser, world):
    """The form for print has a line for every field, and no navigation on paper."""
    visitor = Visitor(browser, world, "zh", storage_state=signed_in(browser, world, "leader"))
    visitor.go("/catalogue/forms/county-monthly")
    fields = visitor.page.locator("tbody tr").count()
    visitor.page.click("text=空表（打印）")
    check(visitor.page.locator("tbody tr").count() == fields, "fields are missing")
    visitor.page.emulate_media(media="print")
    for part in (".top nav", ".tabs", ".crumb"):
        check(not visitor.page.locator(part).is_visible(), f"paper shows {part}")
    visitor.close()


def pictures(browser, world):
    """Pictures of units and forms for the manuals."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800,
                          storage_state=signed_in(browser, world, "office"))
        for name in ("units", "forms"):
            visitor.go("/catalogue/" + name)
            visitor.page.screenshot(path=PICTURES / f"catalogue-{name}-{language}.png",
                                    clip={"x": 0, "y": 0, "width": 1200, "height": 900}, full_page=True)
        visitor.close()


CASES = [everybody_reads, a_county_changes_its_name, files_go_round, a_limit_is_set, an_empty_form_on_paper]
