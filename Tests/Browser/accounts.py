"""Accounts, their grants and sessions, one's own tokens, and the policy, as administrators use them."""
import datetime
import re

from browser import PICTURES, Visitor, check, inspect_all, signed_in



def system_administrator(browser, world):
    """The list and its filter, a new account, its state and last day; what is wrong is told in the form."""
    state = signed_in(browser, world, "system")
    inspect_all(browser, world, state, "system", {
        "/accounts": 200, "/accounts?q=yunling&state=&role=reporter": 200, "/accounts?q=nobody-at-all": 200,
        "/accounts/reporter.yunling": 200, "/new-account": 200, "/account-policy": 200, "/accounts/no-such": 404,
        "/journal": 403})
    visitor = Visitor(browser, world, storage_state=state).go("/accounts")
    page = visitor.page
    check(page.locator("nav a[aria-current]").inner_text() == "账号", "the entry of the navigation is not marked")
    check(page.locator("tbody tr").count() > 20, "accounts are missing")
    page.fill("#q", "reporter.yunling")
    page.click("form.pick button")
    check(page.locator("tbody tr").count() == 1, "the filter does not narrow")
    check("正常" in page.inner_text("tbody"), "the state is not told")
    visitor.go("/new-account")
    name = "clerk.yunling"
    for field, value in (("name", "Ü"), ("displayName", "县中心内勤"), ("unit", "990121"), ("post", "内勤岗")):
        page.fill("#" + field, value)
    visitor.expected += 1
    page.click("main form button")
    check(page.evaluate("document.activeElement.id") == "errors", "errors have no focus")
    check(page.input_value("#displayName") == "县中心内勤", "what was typed is lost")
    check(page.get_attribute("#name", "aria-invalid") == "true", "the field is not marked")
    visitor.inspect("new account refused")
    page.fill("#name", name)
    page.click("main form button")
    check(page.url.startswith(world.address + "/accounts/" + name), page.url)
    text = page.inner_text("main")
    check("账号已新建" in text and "未设密码" in text, text[:200])
    check(page.locator("form[action$='/grants']").count() == 0, "the system administrator grants")
    check(page.locator("form[action$='/reset']").count() == 0, "the system administrator resets")
    page.fill("#disable-reason", "调离")
    page.click("form[action$='/disable'] button")
    check("已停用" in page.inner_text("dl.facts") and "账号状态已改" in page.inner_text("main"), "not disabled")
    visitor.inspect("disabled")
    page.fill("#enable-reason", "复岗")
    page.click("form[action$='/enable'] button")
    check("已停用" not in page.inner_text("dl.facts"), "not enabled")
    page.fill("#until", "2026-12-31")
    page.click("form[action$='/expiry'] button")
    check("2026-12-31" in page.inner_text("dl.facts"), "the last day is not set")
    visitor.go("/account-policy")
    check(page.locator("main form").count() == 0, "the system administrator changes the policy")
    visitor.close()


def security_administrator(browser, world):
    """Grants and their end, a role of the whole refused for a county, a one-time password, sessions, unlocking."""
    state = signed_in(browser, world, "security")
    inspect_all(browser, world, state, "security", {
        "/accounts/reviewer.yunling": 200, "/accounts/security": 200, "/account-policy": 200, "/new-account": 403})
    visitor = Visitor(browser, world, storage_state=state).go("/accounts/reviewer.yunling")
    page = visitor.page
    page.click("summary")
    page.select_option("#role", "office")
    page.fill("#unit", "990121")
    visitor.expected += 1
    page.click("form[action$='/grants'] button")
    text = page.inner_text("#errors")
    check("全库事务" in text, text)
    check(page.get_attribute("#errors a", "href") == "#unit", "the error is not at the unit")
    check(page.input_value("#unit") == "990121" and page.input_value("#role") == "office", "what was typed is lost")
    visitor.inspect("grant refused")
    page.select_option("#role", "leader")
    page.fill("#until", "2027-06-30")
    page.dblclick("form[action$='/grants'] button")
    page.wait_for_url("**/accounts/reviewer.yunling?done=*")
    check(page.locator("h2#grants + .scroll tbody tr").count() == 2, "the grant was added twice, or not")
    check("2027-06-30" in page.inner_text("main") and "已授权" in page.inner_text("main"), "the grant is not shown")
    page.fill("#end-2", "调岗")
    page.click("form[action$='/grants/2/end'] button")
    check(page.locator("h2#grants + .scroll tbody tr").count() == 1, "the grant was not ended")
    visitor.go("/accounts/security")
    check("另一位安全管理员" in page.inner_text("main"), "one's own account is not told apart")
    check(page.locator("form[action$='/grants']").count() == 0, "one grants oneself")
    # Another's sessions end at once.
    other = Visitor(browser, world).sign_in("reporter.qingshi")
    visitor.go("/accounts/reporter.qingshi")
    page.click("#sessions ~ .scroll button >> nth=0")
    check("会话已结束" in page.inner_text("main"), "the end is not told")
    other.go("/account")
    check(other.path().startswith("/sign-in"), "the ended session goes on")
    other.close()
    page.fill("#unlock-reason", "本人来电")
    page.click("form[action$='/unlock'] button")
    check("已解除锁定" in page.inner_text("main"), "not unlocked")
    page.click("form[action$='/reset'] button")
    secret = page.inner_text("#secret")
    check(re.fullmatch(r"[0-9a-z]{5}(-[0-9a-z]{5}){3}", secret) is not None, f"{secret} is no one-time password")
    visitor.inspect("one-time password")
    visitor.expected += 1
    page.reload()
    check("只显示一次" in page.inner_text("main"), "a reload resets again")
    visitor.inspect("reset again")
    newcomer = Visitor(browser, world).sign_in("reporter.qingshi", secret)
    check(newcomer.path() == "/password", newcomer.path())
    newcomer.close()
    visitor.go("/accounts?state=must_change")
    check("reporter.qingshi" in page.inner_text("tbody"), "who must change a password is not found")
    visitor.close()


def policy(browser, world):
    """The policy is changed with a reason; what contradicts is refused in place."""
    state = signed_in(browser, world, "security")
    visitor = Visitor(browser, world, "en", storage_state=state).go("/account-policy")
    page = visitor.page
    page.fill("#length_min", "4")
    page.fill("#reason", "exercise")
    visitor.expected += 1
    page.click("main form button")
    check(page.get_attribute("#errors a", "href") == "#length_min", page.inner_text("#errors"))
    check(page.input_value("#reason") == "exercise", "the reason is lost")
    visitor.inspect("policy refused")
    page.fill("#length_min", "14")
    page.click("main form button")
    check("The policy was set" in page.inner_text("main"), page.inner_text("main")[:200])
    check(page.input_value("#length_min") == "14", "the policy is not in force")
    page.fill("#length_min", "12")
    page.fill("#reason", "as before")
    page.click("main form button")
    visitor.close()


def tokens(browser, world):
    """A token within one's own reach is shown once, works for a program, and ends at once."""
    visitor = Visitor(browser, world).sign_in("reporter.dabu")
    page = visitor.page
    state = visitor.context.storage_state()
    inspect_all(browser, world, state, "reporter", {"/account": 200, "/account/tokens": 200})
    visitor.go("/account")
    page.click("text=我的令牌")
    units = page.eval_on_selector_all("#unit option", "all => all.map(one => one.value)")
    check(units[0].startswith("9901") and "990100" not in units and "990121" not in units, f"{units} are offered")
    check(page.input_value("#form") == "campaign-daily", f"{page.input_value('#form')}: the first single form is not chosen")
    page.select_option("#form", "county-monthly")
    page.fill("#label", "月报接口")
    page.fill("#until", "2199-01-01")
    visitor.expected += 1
    page.click("form.narrow button")
    check(page.get_attribute("#errors a", "href") == "#until", page.inner_text("#errors"))
    check(page.input_value("#label") == "月报接口", "what was typed is lost")
    visitor.inspect("token refused")
    page.fill("#until", str(datetime.date.today() + datetime.timedelta(days=30)))
    page.click("form.narrow button")
    token = page.inner_text("#secret")
    check(re.fullmatch("[0-9a-f]{64}", token) is not None, "no token is shown")
    visitor.inspect("new token")
    visitor.expected += 1
    page.reload()
    check("已经建好" in page.inner_text("#errors"), "a reload creates another token")
    check(page.locator("#tokens ~ .scroll tbody tr").count() == 1, "there are two tokens")
    bearer = {"authorization": "Bearer " + token}
    answer = visitor.context.request.get(world.address + "/api/v1/me", headers={**bearer, "cookie": ""})
    check(answer.status == 200 and answer.json()["purpose"] == "token", answer.text()[:200])
    visitor.go("/account/tokens")
    check(token not in page.content(), "the token is shown again")
    page.click("#tokens ~ .scroll button")
    check("令牌已收回" in page.inner_text("main"), "the end is not told")
    answer = visitor.context.request.get(world.address + "/api/v1/me", headers={**bearer, "cookie": ""})
    check(answer.status == 401, f"the ended token is answered with {answer.status}")
    visitor.close()


def without_script(browser, world):
    """An account is kept without script."""
    state = signed_in(browser, world, "security")
    visitor = Visitor(browser, world, storage_state=state, java_script_enabled=False)
    visitor.go("/accounts/reviewer.longqiu")
    page = visitor.page
    page.click("summary")
    page.select_option("#role", "leader")
    page.click("form[action$='/grants'] button")
    check("已授权" in page.inner_text("main"), "not granted")
    page.fill("#end-2", "试")
    page.click("form[action$='/grants/2/end'] button")
    check("授权已终止" in page.inner_text("main"), "not ended")
    visitor.close()


def pictures(browser, world):
    """Pictures of the accounts."""
    state = signed_in(browser, world, "security")
    for language in ("zh", "en"):
        visitor = Visitor(browser, world, language, 1200, 800, storage_state=state)
        visitor.go("/accounts?q=reporter.").page.screenshot(path=PICTURES / f"accounts-{language}.png")
        visitor.go("/accounts/reporter.yunling")
        visitor.page.screenshot(path=PICTURES / f"account-{language}.png", full_page=True)
        visitor.close()


CASES = [system_administrator, security_administrator, policy, tokens, without_script]
