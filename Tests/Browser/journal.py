"""The journal as auditors read it, and an edition verified in the reader's browser."""
import json
import pathlib
import subprocess
import sys
import tempfile

from browser import PICTURES, Visitor, check, inspect_all, signed_in

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EDITION = 1


def auditor(browser, world):
    """Entries newest first, filters, earlier pages, a file of what is shown, an entry with before and after."""
    state = signed_in(browser, world, "auditor")
    inspect_all(browser, world, state, "auditor", {
        "/journal": 200, "/journal?actor=office&act=edition.&chain=&period=&from=&to=": 200,
        "/journal?actor=nobody-at-all": 200, "/journal/*/1": 200, "/journal/990121/1": 200,
        "/journal/*/99999999": 404, "/journal?period=2026-13": 400, "/accounts": 403})
    visitor = Visitor(browser, world, storage_state=state).go("/journal")
    page = visitor.page
    check(page.locator("nav a[aria-current]").inner_text() == "留痕", "the entry of the navigation is not marked")
    rows = page.locator("table.journal tbody tr")
    check(rows.count() == 50, f"{rows.count()} rows")
    times = page.locator("table.journal tbody td:nth-of-type(1)").all_inner_texts()
    check(times == sorted(times, reverse=True), "the newest is not first")
    first = rows.nth(0).inner_text()
    page.click("text=更早的留痕")
    check(rows.nth(0).inner_text() != first, "the page does not go on")
    with page.expect_download() as download:
        page.click("text=下载所列")
    lines = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    check(lines[0].startswith("# 演示数据") and len(lines) == 52, f"{len(lines)} lines")
    check(lines[2].split(",")[1] == rows.nth(0).locator("th").inner_text(), "the file has other rows")
    page.click("text=回到最新")
    check(rows.nth(0).inner_text() == first, "there is no way back")
    page.select_option("#act", "month.close")
    page.fill("#period", "2026-06")
    page.click("form.filters button")
    check(0 < rows.count() < 5 and all("月结" in row for row in rows.all_inner_texts()), "the filter does not narrow")
    check(all("month/2026-06" in row for row in rows.all_inner_texts()), "another month is shown")
    check(page.input_value("#period") == "2026-06", "the filter is forgotten")
    visitor.close()


def nothing_runs_in_a_spreadsheet(browser, world):
    """What an account wrote into the journal cannot run where the file is opened."""
    state = signed_in(browser, world, "system")
    visitor = Visitor(browser, world, storage_state=state).go("/accounts/leader")
    visitor.page.fill("#disable-reason", "x")
    visitor.page.click("form[action$='/disable'] button")
    visitor.page.fill("#enable-reason", "x")
    visitor.page.click("form[action$='/enable'] button")
    visitor.close()
    security = signed_in(browser, world, "security")
    visitor = Visitor(browser, world, storage_state=security).go("/account-policy")
    visitor.page.fill("#reason", "=HYPERLINK(1)")
    visitor.page.click("main form button")
    visitor.close()
    state = signed_in(browser, world, "auditor")
    visitor = Visitor(browser, world, storage_state=state).go("/journal?act=policy.set")
    check("=HYPERLINK(1)" in visitor.page.inner_text("table.journal"), "the reason is not shown")
    answer = visitor.context.request.get(world.address + "/journal?act=policy.set&format=csv")
    check(",'=HYPERLINK(1)," in answer.text(), answer.text()[:400])
    visitor.go("/journal?act=account.disable")
    visitor.page.click("table.journal tbody th a")
    text = visitor.page.inner_text("table.fact")
    check("enabled" in text and "disabled" in text and "已变" in text, f"before and after are not told: {text}")
    visitor.inspect("before and after")
    visitor.close()


def verified_by_the_auditor(browser, world):
    """The auditor verifies the ledger; who reads the journal later sees when, and with which result."""
    state = signed_in(browser, world, "auditor")
    visitor = Visitor(browser, world, storage_state=state).go("/journal")
    page = visitor.page
    page.set_default_timeout(300_000)
    page.click("form[action='/journal/verifications'] button")
    page.wait_for_url("**/journal?done=*")
    text = page.inner_text("section.card")
    check("✓ 完好" in text and "auditor" in text, text)
    check("校验完毕：完好" in page.inner_text("main"), "the result is not told")
    visitor.inspect("verified")
    check("校验留痕" in page.locator("table.journal tbody tr").nth(0).inner_text(), "the journal does not keep it")
    visitor.close()


def finished(visitor):
    visitor.page.locator("#verify-start:not([disabled])").wait_for()


def edition(browser, world):
    """Five steps fit in the browser; the same by a script of thirty lines; what was changed does not fit."""
    leader = Visitor(browser, world).sign_in("leader")
    state = leader.context.storage_state()
    path = f"/editions/{EDITION}/verify"
    inspect_all(browser, world, state, "leader", {path: 200, "/editions/999/verify": 404})
    leader.go("/rankings/2026-06?of=990100")
    leader.page.click("p.meta a:has-text('校验')")
    check(leader.path().endswith("/verify"), leader.path())
    leader.go(path)
    leader.page.click("#verify-start")
    finished(leader)
    outcome = leader.page.inner_text("#verify-outcome")
    states = leader.page.locator("[data-state]").all_inner_texts()
    check(all("相符" in one for one in states[:4]), f"{states} {outcome}")
    check(outcome.startswith(("✓", "○")), outcome)
    leader.inspect("verified edition")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, address in (("document", f"/api/v1/editions/{EDITION}"), ("proof", f"/api/v1/editions/{EDITION}/proof")):
            (folder / name).write_bytes(leader.context.request.get(world.address + address).body())
        script = [sys.executable, ROOT / "examples/proof/check_edition.py", folder / "document", folder / "proof"]
        result = subprocess.run(script, capture_output=True, text=True)
        check(result.returncode == 0, result.stderr)
        (folder / "document").write_bytes((folder / "document").read_bytes().replace(b"1", b"2", 1))
        check(subprocess.run(script, capture_output=True).returncode != 0, "a changed document verifies")
    # A document that was changed on its way, and an entry.
    leader.page.route(f"**/api/v1/editions/{EDITION}", lambda route: route.fulfill(body='{"changed": true}'))
    leader.page.click("#verify-start")
    leader.page.locator("#verify-outcome", has_text="✗").wait_for()
    leader.inspect("changed document")
    leader.page.unroute(f"**/api/v1/editions/{EDITION}")

    def tampered(route):
        proof = json.loads(route.fetch().body())
        proof["checkpoint"]["root"] = "00" * 32
        route.fulfill(json=proof)
    leader.page.route(f"**/api/v1/editions/{EDITION}/proof", tampered)
    leader.page.click("#verify-start")
    leader.page.locator("#step-tree [data-state]", has_text="✗").wait_for()
    leader.close()
    county = Visitor(browser, world).sign_in("reporter.yunling").go(path)
    check("不能看" not in county.page.inner_text("main") and "看不到全部" in county.page.inner_text("main"),
          "a county is not told about the document")
    county.page.click("#verify-start")
    finished(county)
    check(county.page.inner_text("#verify-outcome").startswith("○"), "a county’s check is told as whole")
    county.close()
    plain = Visitor(browser, world, storage_state=state, java_script_enabled=False).go(path)
    check(not plain.page.locator("#verify-start").is_visible(), "a button that does nothing is shown")
    check("check_edition.py" in plain.page.inner_text("main"), "there is no way without script")
    plain.close()


def pictures(browser, world):
    """Pictures of the journal and of an edition verified."""
    state = signed_in(browser, world, "auditor")
    reader = Visitor(browser, world).sign_in("leader")
    leader = reader.context.storage_state()
    reader.close()
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=state)
        visitor.go("/journal?chain=990121").page.screenshot(path=PICTURES / f"journal-{language}.png")
        visitor.close()
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=leader)
        visitor.go(f"/editions/{EDITION}/verify").page.click("#verify-start")
        finished(visitor)
        visitor.page.screenshot(path=PICTURES / f"verify-{language}.png", full_page=True)
        visitor.close()


CASES = [auditor, nothing_runs_in_a_spreadsheet, verified_by_the_auditor, edition]
