"""Records of the follow-up: each noun's list and page, and one living case of each that is acted on."""
from browser import PICTURES, Visitor, check, signed_in
from settings import settings_pages

LISTS = ("/inspections", "/nofraud", "/matters", "/notices", "/external-ranks", "/honours", "/documents")


def first_of(browser, world, path, account="office"):
    """The address of the newest record of a list."""
    visitor = Visitor(browser, world, storage_state=signed_in(browser, world, account)).go(path)
    link = visitor.page.locator(".tb tbody th a").first.get_attribute("href")
    visitor.close()
    return link


def looks(browser, world):
    """Every list and a record of each in both languages, on a phone and a screen."""
    items = [first_of(browser, world, path) for path in LISTS]
    settings_pages(browser, world, "office", list(LISTS) + items)
    settings_pages(browser, world, "leader", ["/inspections", items[0]])
    settings_pages(browser, world, "reporter.education", ["/matters", first_of(browser, world, "/matters",
                                                                               "reporter.education")])


def scope(browser, world):
    """A unit sees its own and what is for all; others' records are not told to exist."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go("/nofraud")
    text = office.page.inner_text(".states[class] >> nth=1")
    check("共 44 条" in text, text)
    check("已撤销 2" in text, text)
    other = office.page.locator(".tb tbody tr", has_text="东塘区").first.locator("th a").get_attribute("href")
    office.close()
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling")).go("/nofraud")
    check(county.page.locator(".tb tbody tr").count() == 4, "a county sees others' no-fraud units")
    county.go(other, 404).inspect("another county's record")
    county.go("/documents")
    check(county.page.locator(".tb tbody tr").count() == 3, "policy documents are for all")
    county.go("/honours?state=held&unit=")
    county.close()


def inspected(browser, world):
    """The office inspects, is refused in the form with everything kept; the county puts right; a second check."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go("/inspections")
    page = office.page
    check(page.locator(".tag-bad").count() >= 1, "nothing is overdue")
    page.click("details.act summary")
    page.select_option("#unit", "990121")
    page.select_option("#by", "990100")
    page.select_option("#line", "business")
    page.fill("#title", "专项督导劝阻台账")
    page.fill("#day", "2026-08-03")
    page.fill("#findings", "台账缺签名\n未分级")
    office.expected += 1
    page.click("main form.narrow button")
    check(page.get_attribute("#errors a", "href") == "#due", page.inner_text("main")[:300])
    check(page.input_value("#findings") == "台账缺签名\n未分级", "what was typed is lost")
    office.inspect("refused in the form")
    page.fill("#due", "2026-08-20")
    page.dblclick("main form.narrow button")
    page.wait_for_url("**saved=**")
    office.inspect("added")
    address = office.path().split("?")[0]
    check(page.locator("#findings ~ .scroll tbody tr").count() == 2, "two findings are not two")
    check("逾期" in page.inner_text("#findings ~ .scroll"), "a finding is not overdue")
    check(page.locator("details.act").count() == 0, "the office puts right by itself")
    county = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.yunling")).go(address)
    page = county.page
    check(page.locator("details.act").count() == 2, "the county cannot put right")
    page.locator("details.act summary").first.click()
    page.fill("#words-rectify-1", "联系 13800138000")
    county.expected += 1
    page.locator("details.act button").first.click()
    check("手机号" in page.inner_text("#errors"), "a mobile number is taken")
    county.inspect("refused act")
    page.fill("#words-rectify-1", "已补签")
    page.locator("details.act button").first.click()
    page.wait_for_url("**saved=**")
    check("待复查" in page.inner_text("#findings ~ .scroll"), page.inner_text("main"))
    county.inspect("put right")
    county.close()
    page = office.go(address).page
    page.locator("details.act", has_text="复查通过").locator("summary").click()
    page.locator("details.act", has_text="复查通过").locator("button").click()
    page.wait_for_url("**saved=**")
    check("已销号" in page.inner_text("#findings ~ .scroll"), page.inner_text("main"))
    office.close()


def applied(browser, world):
    """A county applies for a no-fraud unit and has to tick every criterion; without script."""
    state = signed_in(browser, world, "reporter.yunling")
    county = Visitor(browser, world, storage_state=state, java_script_enabled=False).go("/nofraud")
    page = county.page
    page.click("details.act summary")
    page.select_option("#unit", "990121")
    page.select_option("#kind", "village")
    page.fill("#title", "岭上村")
    page.click("main form.narrow button")
    page.locator("details.act summary").click()
    page.check("#criterion-1-check-0")
    page.click("details.act button")
    check("只满足 1 条" in page.inner_text("#errors"), page.inner_text("main"))
    check(page.is_checked("#criterion-1-check-0"), "the ticks are lost")
    for number in (2, 3, 4):
        page.check(f"#criterion-{number}-check-0")
    page.click("details.act button")
    check("已自查" in page.inner_text("main .meta"), page.inner_text("main"))
    county.close()


def answered(browser, world):
    """Who is asked answers a matter once; the office puts it to a meeting."""
    address = first_of(browser, world, "/matters?state=open")
    youth = Visitor(browser, world, storage_state=signed_in(browser, world, "reporter.telecom")).go(address)
    page = youth.page
    page.locator("details.act summary").click()
    page.fill("#words-answer-0", "同意联合清理")
    page.click("details.act button")
    page.wait_for_url("**saved=**")
    check(page.locator("details.act").count() == 0, "it can be answered twice")
    youth.close()
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go(address)
    page = office.page
    page.locator("details.act summary").click()
    page.fill("#words-escalate-0", "提请联席会议研究")
    page.click("details.act button")
    page.wait_for_url("**saved=**")
    check("提交会议" in page.inner_text("main .meta"), page.inner_text("main"))
    office.close()


def lifted(browser, world):
    """A listing suspends the county's honour until it is lifted by a document."""
    office = Visitor(browser, world, storage_state=signed_in(browser, world, "office")).go("/honours")
    page = office.page
    check(page.locator(".tb tbody", has_text="挂牌期间暂停").count() == 1, "no honour is suspended")
    office.go(first_of(browser, world, "/notices?state=in_force"))
    page.locator("details.act summary").click()
    office.expected += 1
    page.click("details.act button")
    check(page.get_attribute("#errors a", "href") == "#document-lift-0", "a document is not asked for")
    page.fill("#document-lift-0", "省反诈联办〔2026〕60号")
    page.click("details.act button")
    page.wait_for_url("**saved=**")
    office.go("/honours")
    check("挂牌期间暂停" not in page.inner_text(".tb"), "the honour stays suspended")
    office.close()


def pictures(browser, world):
    """The list of inspections, and a no-fraud unit."""
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=signed_in(browser, world, "office"))
        visitor.go("/inspections")
        visitor.page.screenshot(path=PICTURES / f"inspections-{language}.png")
        visitor.close()


CASES = [looks, scope, inspected, applied, answered, lifted]
