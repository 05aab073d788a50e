"""The inbox: what waits for an account, and what was read."""
from browser import PICTURES, Visitor, check, inspect_all, signed_in


def pages(browser, world):
    """In both languages and widths, for accounts with and without anything that waits."""
    for account in ("reporter.yunling", "office", "auditor"):
        state = signed_in(browser, world, account)
        inspect_all(browser, world, state, account, {"/inbox": 200})


def acts(browser, world):
    """The head leads to it; a reminder is read and new again."""
    visitor = Visitor(browser, world).sign_in("reporter.yunling")
    visitor.page.click(".who a[href='/inbox']")
    check(visitor.path() == "/inbox", visitor.path())
    rows = visitor.page.locator("#new ~ .scroll tbody tr")
    check(rows.count() > 1, f"{rows.count()} overdue: {visitor.page.inner_text('main')[:600]}")
    before = rows.count()
    rows.first.locator("button").click()
    check("已更新" in visitor.page.inner_text("[role=status]"), "nothing is told")
    check(visitor.page.locator("#new ~ .scroll tbody tr").count() == before - 1, "it is still new")
    visitor.page.locator("#read ~ .scroll tbody tr button").first.click()
    check(visitor.page.locator("#new ~ .scroll tbody tr").count() == before, "it is still read")
    visitor.page.get_by_role("button", name="全部标为已读").click()
    check(visitor.page.locator("#new").count() == 0, "some are still new")
    check(visitor.page.inner_text(".who a[href='/inbox']") == "提醒", "the head still counts")
    visitor.inspect("read")
    for _ in range(2):
        visitor.page.locator("#read ~ .scroll tbody tr button").first.click()
    check("2" in visitor.page.inner_text(".who a[href='/inbox']"), "the head does not count")
    visitor.close()


def pictures(browser, world):
    """Pictures for the documentation."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800).sign_in("reporter.yunling").go("/inbox")
        visitor.page.screenshot(path=PICTURES / f"inbox-{language}.png")
        visitor.close()


CASES = [pages, acts]
