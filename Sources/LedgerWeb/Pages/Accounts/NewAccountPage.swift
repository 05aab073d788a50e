import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// A new account, which has no role and no password yet.
enum NewAccountPage {
  static let all: [Endpoint] = [show, create]

  private static let show = Endpoint.page(
    .get, "/new-account", "page.accounts.new", access: .permission(.keepAccounts),
    handle: { call in
      page(call, AdminForm(say: call.say), try await call.knownUnits(), .ok)
    })

  private static let create = Endpoint.page(
    .post, "/new-account", "page.accounts.create", access: .permission(.keepAccounts),
    isKeyed: true,
    handle: { call in
      let name = try call.form.text("name", max: 64)
      let account = Account(
        name: name, displayName: try call.form.text("displayName", max: 64),
        unit: try call.form.text("unit", max: 32), post: try call.form.text("post", max: 64))
      do {
        return try await call.once({ (_: Void) in
          .see(Link("accounts", name, query: [("done", AccountText.doneCreated.rawValue)]))
        }) {
          try await call.ledger.createAccount(account, by: $0)
        }
      } catch let refusal as Refusal where refusal.concernsInput {
        var form = AdminForm(say: call.say)
        form.values = call.typed(["name", "displayName", "unit", "post"])
        form.error = (call.sentence(refusal), field(refusal))
        return page(
          call, form, try await call.knownUnits(), Problem.status(of: refusal.kind, refusal.code))
      }
    }
  )

  private static func field(_ refusal: Refusal) -> String {
    if case .pointer(let pointer) = refusal.place { return String(pointer.dropFirst()) }
    return "name"
  }

  private static func page(
    _ call: Call, _ form: AdminForm, _ units: UnitNames, _ status: HTTPResponse.Status
  ) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("new-account")
    let title = say(AccountText.newTitle)
    return frame.reply(
      (form.error == nil ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: .accounts,
      """
      <h1>\(title)</h1>
      \(frame.errors(form.errors))
      <p>\(say(AccountText.createNote))</p>
      <form class="narrow" method="post" action="\(Link("new-account"))">\(frame.hiddenFields)
      \(form.input(
        "name", say(AccountText.account), hint: say(AccountText.nameHint), isNeeded: true))
      \(form.input("displayName", say(AccountText.name), isNeeded: true))
      \(form.input(
        "unit", say(AccountText.unit), hint: say(AccountText.unitHint), max: 32, isNeeded: true,
        list: "units"))
      \(form.input("post", say(AccountText.post)))
      <p><button class="btn btn-1">\(say(AccountText.create))</button>
      <a class="btn" href="\(Link("accounts"))">\(say(AccountText.title))</a></p>
      \(units.list("units", say))
      </form>
      """)
  }
}
