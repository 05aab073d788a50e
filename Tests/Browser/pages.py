"""Every page by every role that has a use for it, in both languages, on a phone, a screen and a wall."""
import argparse
import pathlib
import sys
import time
import traceback

from playwright.sync_api import Error

import accounts
import assessment
import board
import campaigns
import catalogue
import entry
import help as manuals
import inbox
import journal
import ladder
import map as tiles
import meetings
import methods
import months
import records
import responsibilities
import review
import settings
import targets
import work
from browser import (PICTURES, WIDTHS, Failed, Visitor, World, check, inspect_all, launched, lead_somewhere,
                     signed_in)

BOARD = "/rankings/2026-06?of=990100"
SUBMISSION = "/submissions/990121/county-monthly/2026-06"


def before_signing_in(browser, world):
    """The sign-in in both languages, with the boundary; wrong words are refused in place."""
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width).go("/")
            check(visitor.path().startswith("/sign-in?to="), "nobody is sent to the sign-in")
            visitor.inspect(f"sign-in {language} {width}")
            text = visitor.page.inner_text("main")
            boundary = "不得录入国家秘密" if language == "zh" else "no state secrets may be entered"
            check(boundary in text, "the boundary is missing")
            mark = "演示数据，全部虚构" if language == "zh" else "Invented demonstration data"
            check(mark in visitor.page.inner_text("header"), "the mark is missing")
            visitor.page.fill("#account", "nobody<b>")
            visitor.page.fill("#password", "wrong")
            visitor.expected += 1
            visitor.page.click("main form button")
            visitor.page.wait_for_load_state()
            check(visitor.page.evaluate("document.activeElement.id") == "errors", "errors have no focus")
            check(visitor.page.input_value("#account") == "nobody<b>", "the account is lost")
            visitor.inspect(f"sign-in refused {language} {width}")
            visitor.close()


def language_is_kept(browser, world):
    """The toggle holds on every page after it, and back."""
    visitor = Visitor(browser, world, "zh").go("/sign-in?to=%2Faccount")
    visitor.page.click("text=English")
    visitor.language = "en"
    check(visitor.path() == "/sign-in?to=%2Faccount", f"the toggle leads to {visitor.path()}")
    visitor.inspect("toggled")
    visitor.go("/sign-in")
    visitor.inspect("toggled, later")
    visitor.close()


def nothing_leads_elsewhere(browser, world):
    """A crafted way back is not followed, and a form of another site is refused."""
    for to in ("//evil.example/", "/\\evil.example", "https://evil.example/", "/%0d%0aX: y"):
        visitor = Visitor(browser, world).go("/sign-in?to=" + to.replace("%", "%25").replace(":", "%3A"))
        visitor.page.fill("#account", "leader")
        visitor.page.fill("#password", world.password)
        visitor.page.click("main form button")
        check(visitor.path() == BOARD, f"{to} leads to {visitor.page.url}")
        visitor.close()
    visitor = Visitor(browser, world).sign_in("leader")
    for form in ({}, {"csrf": "0" * 64}):
        answer = visitor.context.request.post(world.address + "/sign-out", form=form)
        check(answer.status == 403, f"a form without token is answered with {answer.status}")
    answer = visitor.context.request.get(world.address + "//evil.example/?lang=en", max_redirects=0)
    check("evil" not in answer.headers.get("location", ""), "the language toggle leads elsewhere")
    visitor.go("/account")
    visitor.close()


def pages_of(browser, world, account, paths):
    """Some pages of an account: language × width, and that every link on them leads somewhere."""
    state = signed_in(browser, world, account)
    lead_somewhere(browser, world, state, account, inspect_all(browser, world, state, account, paths))


def roles(browser, world):
    """Leader, county, office and auditor: what each may see, and the refusal page where not."""
    difference = "/editions/3/differences/4"
    pages_of(browser, world, "leader", {
        BOARD: 200, "/rankings/2026-05?of=990100": 200, "/units/990128?period=2026-06": 200,
        SUBMISSION: 200, "/account": 200, "/password": 200, "/second-factor": 200, difference: 200,
        "/nowhere": 404, "/rankings/2026-06?bogus=1": 400, "/rankings/1999-01": 404})
    pages_of(browser, world, "reporter.yunling", {
        BOARD: 200, "/units/990121": 200, SUBMISSION: 200, "/units/990128": 200,
        "/submissions/990128/county-monthly/2026-06": 404})
    pages_of(browser, world, "office", {BOARD: 200, "/units/990121": 200, "/account": 200})
    pages_of(browser, world, "auditor", {BOARD: 200, "/units/990121": 200, SUBMISSION: 403})


def what_the_board_says(browser, world):
    """The words that matter, the file of exactly what is shown, the wall, and paper."""
    visitor = Visitor(browser, world, height=1080, width=1920).sign_in("leader")
    rows = visitor.page.locator("table.rank tbody tr")
    check(rows.count() == 12, f"{rows.count()} rows")
    text = visitor.page.inner_text("main")
    for word in ("满分线", "失", "看差异", "校验码", "名次变化"):
        check(word in text, f"the board lacks “{word}”")
    check(visitor.page.locator("table.rank svg.spark").count() == 12, "sparklines are missing")
    with visitor.page.expect_download() as download:
        visitor.page.click("text=下载 CSV")
    lines = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    check(lines[0].startswith("# 演示数据"), "the file bears no mark")
    check(len(lines) == 14, f"{len(lines)} lines")
    for line, row in zip(lines[2:], rows.all()):
        cells = row.locator("th,td").all_inner_texts()
        fields = line.split(",")
        check(fields[0] == cells[0].strip() and fields[4] == cells[4].strip(), f"{line} ≠ {cells}")
    visitor.go(BOARD + "&view=big")
    height = visitor.page.evaluate("document.documentElement.scrollHeight")
    check(height <= 1080, f"the wall view is {height} px high")
    visitor.inspect("wall")
    visitor.page.emulate_media(media="print")
    check(not visitor.page.locator(".top nav").is_visible(), "paper shows the navigation")
    visitor.close()
    county = Visitor(browser, world).sign_in("reporter.yunling")
    check(county.page.locator("table.rank svg.spark").count() == 1, "a county sees others' values")
    check("失" not in county.page.inner_text("table.rank"), "a county sees others' reasons")
    county.close()


def keyboard(browser, world):
    """Tab reaches everything that can be used, and the focus is seen."""
    visitor = Visitor(browser, world).sign_in("leader")
    for path in (BOARD, "/units/990128", "/account", "/password"):
        visitor.go(path)
        all_of = visitor.page.evaluate("""() => {
          const all = [...document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')]
            .filter(e => e.type !== 'hidden' && e.checkVisibility());
          all.forEach((e, i) => e.dataset.place = i);
          return all.length;
        }""")
        reached = set()
        for _ in range(all_of + 4):
            visitor.page.keyboard.press("Tab")
            place = visitor.page.evaluate("document.activeElement.dataset.place")
            if place is not None:
                reached.add(place)
                ring = visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                check(ring != "none", f"{path}: the focus is not seen")
        check(len(reached) == all_of, f"{path}: Tab reaches {len(reached)} of {all_of}")
    visitor.close()


def text_spacing(browser, world):
    """Wider text (WCAG 1.4.12) and twice the size cut nothing off."""
    visitor = Visitor(browser, world, bypass_csp=True, width=640).sign_in("leader")
    for path in (BOARD, "/units/990128"):
        visitor.go(path)
        visitor.page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                                   " word-spacing: .16em !important } p { margin-bottom: 2em !important }")
        over = visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(over <= 0, f"{path}: {over} px too wide with wide text")
    visitor.close()


def without_script(browser, world):
    """Signing in, choosing a month and signing out take no script."""
    visitor = Visitor(browser, world, java_script_enabled=False).sign_in("leader")
    visitor.page.select_option("#period", "2026-05")
    visitor.page.click("text=查看")
    check(visitor.path() == "/rankings/2026-05?of=990100", visitor.path())
    visitor.page.click("text=退出")
    check(visitor.path() == "/sign-in", visitor.path())
    visitor.go("/account")
    check(visitor.path().startswith("/sign-in?to="), "the session goes on")
    visitor.close()


def new_account(browser, world):
    """A one-time password leads to another, then to a second factor; the QR code's key works."""
    visitor = Visitor(browser, world, "en").sign_in("newcomer", world.one_time["newcomer"])
    check(visitor.path() == "/password", visitor.path())
    visitor.inspect("forced change")
    visitor.go("/account")
    check(visitor.path() == "/password", "what comes first can be left out")
    new = "Geese fly south in 11 lines"
    for present, first, second, field in (
            (world.one_time["newcomer"], new, new + "x", "repeated"), ("wrong", new, new, "present"),
            (world.one_time["newcomer"], "short", "short", "new")):
        for name, value in (("present", present), ("new", first), ("repeated", second)):
            visitor.page.fill("#" + name, value)
        visitor.expected += 1
        visitor.page.click("main form button")
        href = visitor.page.get_attribute("#errors a", "href")
        check(href == "#" + field, f"the error is at {href}")
        visitor.inspect("change refused")
    for name, value in (("present", world.one_time["newcomer"]), ("new", new), ("repeated", new)):
        visitor.page.fill("#" + name, value)
    visitor.page.click("main form button")
    check(visitor.path() == "/second-factor", visitor.path())
    visitor.inspect("second factor")
    visitor.page.click("main form button")
    check(visitor.page.locator("svg.qr").count() == 1, "no QR code is drawn")
    visitor.inspect("QR code")
    key = visitor.page.inner_text("code.key").replace(" ", "")
    visitor.page.fill("#code", "000000")
    visitor.expected += 1
    visitor.page.click("main form.narrow button")
    visitor.inspect("wrong code")
    visitor.page.fill("#code", world.code(key))
    visitor.page.click("main form.narrow button")
    check(visitor.path() == BOARD, visitor.path())
    visitor.close()


def hostile_names(browser, world):
    """What an account is called comes out as text, on every page that shows it."""
    visitor = Visitor(browser, world).sign_in("hostile", world.one_time["hostile"])
    new = "Marmots dig 27 tunnels"
    for name, value in (("present", world.one_time["hostile"]), ("new", new), ("repeated", new)):
        visitor.page.fill("#" + name, value)
    visitor.page.click("main form button")
    for path in ("/account", BOARD, "/units/990121", "/nowhere"):
        visitor.go(path, 404 if path == "/nowhere" else 200)
        check(visitor.page.locator("img").count() == 0, f"{path}: markup came through")
        check("onerror=alert(2)>{{7*7}}" in visitor.page.inner_text(".who"), f"{path}: the name is changed")
        check(not visitor.errors, f"{path}: {visitor.errors}")
    visitor.go("/units/990121")
    check(visitor.page.locator("#why").count() == 1, "a county does not see why its own rank is")
    check(visitor.page.locator("svg.rail").count() == 1, "a county sees others' values")
    visitor.close()


def sessions_end(browser, world):
    """Another of one's sessions is ended from the list, and the warning comes two minutes before."""
    first = Visitor(browser, world).sign_in("assessor")
    second = Visitor(browser, world).sign_in("assessor").go("/account")
    second.page.click("main table button >> nth=0")
    check(second.path() == "/account", second.path())
    first.go("/account")
    check(first.path().startswith("/sign-in"), "the ended session goes on")
    first.close()
    second.page.clock.install()
    second.go("/account")
    idle = int(second.page.get_attribute("#timeout", "data-idle"))
    second.page.clock.fast_forward((idle - 121) * 1000)
    check(not second.page.locator("#timeout").is_visible(), "the warning comes too early")
    second.page.clock.run_for(62_000)
    check(second.page.locator("#timeout").is_visible(), "no warning comes")
    second.inspect("warning")
    second.page.click("#timeout button")
    second.page.locator("#timeout").wait_for(state="hidden")
    second.page.clock.fast_forward((idle + 5) * 1000)
    second.page.clock.run_for(31_000)
    check("会话已结束" in second.page.inner_text("#timeout"), "the end is not told")
    second.close()


def pictures(browser, world):
    """Pictures of the main pages for the documentation."""
    folder = PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800).go("/sign-in")
        visitor.page.screenshot(path=folder / f"sign-in-{language}.png")
        visitor.sign_in("leader")
        area = {"x": 0, "y": 0, "width": 1200, "height": 1200}
        visitor.page.screenshot(path=folder / f"board-{language}.png", clip=area, full_page=True)
        visitor.go("/units/990128")
        visitor.page.screenshot(path=folder / f"unit-{language}.png", clip=area, full_page=True)
        visitor.go("/table")
        visitor.page.screenshot(path=folder / f"table-{language}.png", clip=area | {"height": 800}, full_page=True)
        visitor.close()


CASES = [before_signing_in, language_is_kept, nothing_leads_elsewhere, roles, what_the_board_says, keyboard,
         text_spacing, without_script, new_account, hostile_names, sessions_end]
# Cases and pictures that stand in files of their own.
# The inbox comes before what it waits for is done; the months come last: they publish another one.
TOPICS = [board, inbox, tiles, settings, targets, methods, catalogue, manuals, entry, review, work, responsibilities,
          ladder, campaigns, records, assessment, meetings, accounts, journal, months]


def name_of(case):
    """`topic.case`; the cases of this file have no topic."""
    topic = "" if case.__module__ == "__main__" else case.__module__ + "."
    return topic + case.__name__


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--secrets", type=pathlib.Path, required=True)
    parser.add_argument("--taizhang", required=True)
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--only", action="append", default=[], help="how names of cases begin: topic.case")
    options = parser.parse_args()
    world = World(options.address, options.secrets, options.taizhang)
    cases = CASES + [case for topic in TOPICS for case in topic.CASES]
    if options.pictures:
        cases += [pictures] + [topic.pictures for topic in TOPICS if hasattr(topic, "pictures")]
    failed = 0
    with launched() as browser:
        for case in cases:
            if options.only and not name_of(case).startswith(tuple(options.only)):
                continue
            begin = time.monotonic()
            try:
                case(browser, world)
                print(f"    ✓ {case.__doc__.splitlines()[0]} ({time.monotonic() - begin:.0f} s)", file=sys.stderr)
            except (Failed, Error) as failure:
                failed += 1
                print(f"    ✗ {name_of(case)}: {failure}", file=sys.stderr)
            except Exception:
                # A mistake in one case does not hide what the others find.
                failed += 1
                print(f"    ✗ {name_of(case)}: {traceback.format_exc(limit=-3)}", file=sys.stderr)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
