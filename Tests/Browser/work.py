"""The follow-up: one page leads to all of it, and shows each account what is its own."""
from browser import Visitor, check, signed_in
from settings import settings_pages


def first_page(browser, world):
    """Everything that an account may follow up is one link away."""
    for account in ("office", "director", "leader", "reporter.yunling", "assessor"):
        settings_pages(browser, world, account, ["/work"])
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go("/work")
    links = {link.removeprefix(world.address) for link in visitor.links()}
    missing = {"/ladder", "/responsibilities", "/campaigns", "/meetings", "/inspections", "/matters", "/nofraud", "/notices",
               "/external-ranks", "/honours", "/documents", "/assessments"} - links
    check(not missing, f"the follow-up lacks {missing}")
    check(visitor.page.inner_text(".top nav a[aria-current]") == "督办", "the entry is not marked")
    visitor.close()


CASES = [first_page]
