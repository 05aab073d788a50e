"""What the cases of the settings share: who is signed in."""
from browser import Visitor, check, inspect_all, lead_somewhere, signed_in

def settings_pages(browser, world, account, paths):
    """Some pages in both languages and widths, and that their links lead somewhere."""
    state = signed_in(browser, world, account)
    lead_somewhere(browser, world, state, account,
                   inspect_all(browser, world, state, account, dict.fromkeys(paths, 200)))


def first_page(browser, world):
    """The settings lead everywhere, and only office and director have the entry."""
    settings_pages(browser, world, "office", ["/catalogue"])
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go("/catalogue")
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
