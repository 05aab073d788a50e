"""A browser that notices what people would not: errors on the console, rules of accessibility that a
page breaks, text that runs over its edge, markup that became text."""
import contextlib
import pathlib
import re
import shutil
import subprocess
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PICTURES = pathlib.Path(__file__).resolve().parent.parent.parent / "docs/pictures"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 1360)
LOCALES = {"zh": "zh-CN", "en": "en-GB"}


# The elements that reach over the right edge.
WIDE = """[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth)
  .map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"""


class Failed(Exception):
    pass


def check(condition, text):
    if not condition:
        raise Failed(text)


class World:
    """The served demonstration, and how its accounts sign in."""

    def __init__(self, address, secrets, taizhang):
        self.address = address
        self.taizhang = taizhang
        self.secrets = secrets
        accounts = (secrets / "accounts").read_text()
        self.password = re.search(r"password: (\S+)", accounts)[1]
        self.factor = re.search(r"account code (\S+)", accounts)[1]
        self.one_time = {name: (secrets / name).read_text().strip() for name in ("newcomer", "hostile")}
        self.used = set()
        self.states = {}

    def run(self, *arguments):
        """What a command prints, which has to succeed."""
        done = subprocess.run([self.taizhang, *arguments], capture_output=True, text=True)
        check(done.returncode == 0, f"{' '.join(arguments)}: {done.stderr[-600:]}")
        return done.stdout

    def code(self, factor=None):
        """The code that an authenticator shows now."""
        return subprocess.run([self.taizhang, "account", "code", factor or self.factor], check=True,
                              capture_output=True, text=True).stdout.strip()

    def next_code(self, account):
        """A code that the account has not used: each counts once."""
        end = time.monotonic() + 40
        while (account, self.code()) in self.used and time.monotonic() < end:
            time.sleep(1)
        code = self.code()
        self.used.add((account, code))
        return code


@contextlib.contextmanager
def launched():
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """One window of somebody, in one language and width."""

    def __init__(self, browser, world, language="zh", width=1360, height=850, **options):
        self.world = world
        self.language = language
        self.context = browser.new_context(viewport={"width": width, "height": height},
                                           locale=LOCALES[language], timezone_id="Asia/Shanghai", **options)
        self.page = self.context.new_page()
        self.errors = []
        self.expected = 0
        self.page.on("console", lambda message: self.heard(message))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"a dialog: {dialog.message}"))

    def heard(self, message):
        if message.type not in ("error", "warning"):
            return
        # The browser notes the status of a refusal page that was asked for.
        if "Failed to load resource" in message.text and self.expected:
            self.expected -= 1
            return
        self.errors.append(message.text)

    def go(self, path, status=200):
        self.expected += status >= 400
        answer = self.page.goto(self.world.address + path)
        check(answer.status == status, f"{path}: {answer.status}, not {status}")
        return self

    def sign_in(self, account, password=None, code=False):
        self.go("/sign-in")
        self.page.fill("#account", account)
        self.page.fill("#password", password or self.world.password)
        self.page.click("main form button")
        if code:
            check(self.asks_for_code(), f"{account} is not asked for a code")
            self.give_code(account)
        return self

    def asks_for_code(self):
        return self.page.locator("#code").count() == 1

    def give_code(self, account):
        self.page.fill("#code", self.world.next_code(account))
        self.page.click("main form button")

    def path(self):
        return self.page.url.removeprefix(self.world.address)

    def inspect(self, where):
        """Everything that must hold on every page, in every state."""
        page = self.page
        check(not self.errors, f"{where}: the console says {self.errors[:3]}")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wide = over > 0 and page.evaluate(WIDE)
        check(over <= 0, f"{where}: {over} px too wide: {wide}")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        check(not found, f"{where}: " + "; ".join(
            f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found))
        text = page.inner_text("body")
        for sign in ("HTML(bytes", "</", "{0}", "{1}", "Optional("):
            check(sign not in text, f"{where}: “{sign}” is shown")
        lang = page.get_attribute("html", "lang")
        check(lang == ("zh-Hans" if self.language == "zh" else "en"), f"{where}: lang is {lang}")
        if self.language == "zh":
            bad = re.search(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]", text)
            check(not bad, f"{where}: half-width punctuation near {bad and bad[0]}")

    def links(self):
        """The addresses that the page links to."""
        return {link for link in self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
                if "#" not in link}

    def close(self):
        self.context.close()


def signed_in(browser, world, account):
    """The state of an account's session: signed in once, with a code where one is asked for, and again when
    the session has ended since."""
    if account in world.states:
        visitor = Visitor(browser, world, storage_state=world.states[account])
        answer = visitor.context.request.get(world.address + "/api/v1/me")
        visitor.close()
        if answer.status == 200:
            return world.states[account]
    visitor = Visitor(browser, world).sign_in(account)
    if visitor.asks_for_code():
        visitor.give_code(account)
    check(visitor.page.locator(".who form").count() == 1, f"{account} is not signed in: {visitor.path()}")
    world.states[account] = visitor.context.storage_state()
    visitor.close()
    return world.states[account]


def inspect_all(browser, world, state, name, paths, weight=70_000, look=None):
    """Pages, by the status that they are answered with, in both languages and widths; the links that they hold.

    `look` sees each page that is answered with 200."""
    links = set()
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width, storage_state=state)
            for path, status in paths.items():
                visitor.go(path, status)
                visitor.inspect(f"{name} {path} {language} {width}")
                if status != 200:
                    continue
                check(len(visitor.page.content()) < weight, f"{path} is too heavy")
                links |= visitor.links()
                if look:
                    look(visitor, path)
            visitor.close()
    return links


def lead_somewhere(browser, world, state, name, links):
    """That every link on a page is one of ours and is answered."""
    visitor = Visitor(browser, world, storage_state=state)
    for link in sorted(links):
        check(link.startswith(world.address), f"{name}: a link to {link}")
        answer = visitor.context.request.get(link)
        check(answer.status == 200, f"{name}: {link} is answered with {answer.status}")
    visitor.close()
