"""What the cases of the settings share: who is signed in."""
from browser import Visitor, check

WIDTHS = (320, 1360)
STATES = {}


def signed_in(browser, world, account, code=True):
    """The state of an account's session; signed in once, since a code counts once."""
    if account not in STATES:
        visitor = Visitor(browser, world).sign_in(account, code=code)
        STATES[account] = visitor.context.storage_state()
        visitor.close()
    return STATES[account]


def inspect_all(browser, world, account, paths, code=True):
    """Some pages in both languages and widths, and that their links lead somewhere."""
    state = signed_in(browser, world, account, code)
    seen = set()
    for language in ("zh", "en"):
        for width in WIDTHS:
            visitor = Visitor(browser, world, language, width, storage_state=state)
            for path in paths:
                visitor.go(path)
                visitor.inspect(f"{account} {path} {language} {width}")
                check(len(visitor.page.content()) < 70_000, f"{path} is too heavy")
                seen |= visitor.links()
            visitor.close()
    visitor = Visitor(browser, world, storage_state=state)
    for link in sorted(seen):
        path = link.removeprefix(world.address)
        if "lang=" in path:
            continue
        answer = visitor.context.request.get(link)
        check(answer.status == 200, f"{account}: {path} is answered with {answer.status}")
    visitor.close()


def first_page(browser, world):
    """The settings lead everywhere, and only office and director have the entry."""
    inspect_all(browser, world, "office", ["/catalogue"])
    visitor = Visitor(browser, world, storage_state=STATES["office"]).go("/catalogue")
    links = {link.removeprefix(world.address) for link in visitor.links()}
    missing = {f"/catalogue/{name}" for name in ("targets", "rule-sets", "methods", "units", "populations", "indicators",
                                            "forms", "calendar")}
    check(missing <= links, f"the settings lack {missing - links}")
    check(visitor.page.inner_text(".top nav a[aria-current]") == "设置", "the entry is not marked")
    visitor.close()
    leader = Visitor(browser, world).sign_in("leader")
    check("设置" not in leader.page.inner_text(".top nav"), "a leader has the entry")
    leader.close()


CASES = [first_page]
