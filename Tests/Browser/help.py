"""The manuals: for everybody, one's own first."""
from browser import Visitor, check

ROLES = ["reporter", "reviewer", "verifier", "office", "director", "leader", "assessor", "auditor",
         "system-administrator", "security-administrator"]


def manuals_before_signing_in(browser, world):
    """Every manual is there without signing in, and the foot of every page leads to them."""
    for language in ("zh", "en"):
        for width in (320, 1360):
            visitor = Visitor(browser, world, language, width).go("/sign-in")
            visitor.page.click(".foot a")
            check(visitor.path() == "/help", visitor.path())
            visitor.inspect(f"help {language} {width}")
            check(visitor.page.locator("main .links a").count() == 10, "manuals are missing")
            for role in ROLES:
                visitor.go(f"/help/{role}")
                visitor.inspect(f"help {role} {language} {width}")
                check(visitor.page.locator("img").count() == 0, "a picture is loaded")
            visitor.close()
    visitor = Visitor(browser, world).go("/help/nobody", 404)
    visitor.close()


def own_manual_first(browser, world):
    """Who is signed in is led to the manual of their role."""
    visitor = Visitor(browser, world).sign_in("leader").go("/help")
    check(visitor.page.inner_text("main h2 >> nth=0") == "您的手册", "one's own is not first")
    check(visitor.page.inner_text("main .links a >> nth=0") == "领导手册", "another is first")
    visitor.inspect("help of a leader")
    visitor.page.click("text=领导手册")
    check(visitor.path() == "/help/leader", visitor.path())
    visitor.page.click("code:has-text('/catalogue/indicators')")
    check(visitor.path() == "/catalogue/indicators", visitor.path())
    visitor.close()


CASES = [manuals_before_signing_in, own_manual_first]
