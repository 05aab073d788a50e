import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The policy of accounts: shown to administrators, changed by the security administrator.
enum AccountPolicyPage {
  static let all: [Endpoint] = [show, change]

  /// A group of the policy's members, as its document has them.
  private struct Part {
    let title: PolicyText
    /// The member that holds the group; nil for members of the policy itself.
    let name: String?
    let members: [PolicyText]
  }

  private static let parts = [
    Part(
      title: .passwords, name: "password",
      members: [
        .lengthMin, .lengthMax, .classesMin, .classesWaivedFrom, .history, .rotationDays,
        .oneTimeDays,
      ]),
    Part(
      title: .sessions, name: "session", members: [.idleMinutes, .hoursMax, .tokenDaysMax]),
    Part(
      title: .attempts, name: "attempts",
      members: [
        .failuresMax, .windowMinutes, .waitMinutes, .dayFailuresMax, .familiarDays,
      ]),
    Part(title: .others, name: nil, members: [.dormantDays, .signInDays]),
  ]

  private static let show = Endpoint.page(
    .get, "/account-policy", "page.accounts.policy", access: .permission(.readAccounts),
    query: [.word("done", "What was just done.", of: [AccountText.donePolicy.rawValue])],
    handle: { call in
      page(call, try await call.ledger.policy(), AdminForm(say: call.say), .ok)
    })

  private static let change = Endpoint.page(
    .post, "/account-policy", "page.accounts.set_policy", access: .permission(.keepPolicy),
    isKeyed: true,
    handle: { call in
      do {
        let reason = try call.form.text("reason", max: 200)
        guard !reason.isEmpty else {
          throw Refusal(MonthRefusal.reasonMissing, at: .option("reason"))
        }
        let document = try document(call.form)
        return try await call.once({ (_: Void) in
          .see(Link("account-policy", query: [("done", AccountText.donePolicy.rawValue)]))
        }) {
          try await call.ledger.setPolicy(document, reason: reason, by: $0)
        }
      } catch let refusal as Refusal where refusal.concernsInput {
        var form = AdminForm(say: call.say)
        form.values = call.typed(
          parts.flatMap(\.members).map(\.rawValue) + ["reason"]
            + Role.allCases.map { "role-\($0.rawValue)" })
        form.error = (call.sentence(refusal), field(of: refusal))
        return page(
          call, try await call.ledger.policy(), form,
          Problem.status(of: refusal.kind, refusal.code))
      }
    }
  )

  /// The document that the fields make.
  private static func document(_ form: FormFields) throws(Refusal) -> JSONValue {
    var members: [JSONValue.Member] = []
    for part in parts {
      var inner: [JSONValue.Member] = []
      for member in part.members {
        let text = try form.text(member.rawValue, max: 6)
        guard let number = Int(text), number >= 0 else {
          throw Refusal(
            RequestRefusal.parameterMalformed, at: .option(member.rawValue), member.rawValue, text,
            "1")
        }
        inner.append(JSONValue.Member(member.rawValue, .integer(number)))
      }
      if let name = part.name {
        members.append(JSONValue.Member(name, .object(inner)))
      } else {
        members += inner
      }
    }
    let roles = Role.allCases.filter { form["role-\($0.rawValue)"] != nil }
    return .object(
      members + [
        JSONValue.Member(
          "second_factor_roles", .array(roles.map { .string($0.rawValue) }))
      ])
  }

  /// The field that a refusal is about: the last part of its place in the document.
  private static func field(of refusal: Refusal) -> String {
    switch refusal.place {
    case .option(let name): name
    case .pointer(let pointer):
      pointer.split(separator: "/").last.map(String.init).flatMap(PolicyText.init(rawValue:))?
        .rawValue ?? refusal.details.first.flatMap(PolicyText.init(rawValue:))?.rawValue
        ?? "reason"
    default: "reason"
    }
  }

  private static func value(_ member: PolicyText, _ part: Part, _ document: JSONReader) -> Int {
    let holder = part.name.flatMap { try? document.required($0) } ?? document
    return (try? holder.required(member.rawValue).integer(0...1_000_000)) ?? 0
  }

  private static func page(
    _ call: Call, _ policy: AccountPolicy, _ form: AdminForm, _ status: HTTPResponse.Status
  ) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("account-policy")
    let title = say(AccountText.policy)
    let done: HTML =
      call.query["done"] == nil
      ? .nothing : "<p class=\"done\" role=\"status\">\(say(AccountText.donePolicy))</p>"
    let mayChange = call.session?.holds(.keepPolicy) ?? false
    return frame.reply(
      (form.error == nil ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: .accounts,
      """
      <nav class="crumb" aria-label="\(say(AccountText.title))"><ol>\
      <li><a href="\(Link("accounts"))">\(say(AccountText.title))</a></li>\
      <li aria-current="page">\(title)</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(form.errors))
      \(done)
      \(mayChange ? inputs(policy, form, frame) : list(policy, say))
      """)
  }

  private static func list(_ policy: AccountPolicy, _ say: Say) -> HTML {
    let document = JSONReader(policy.document)
    let sections = HTML(each: parts) { part in
      let items = HTML(each: part.members) { member in
        "<dt>\(say(member))</dt><dd>\(value(member, part, document))</dd>"
      }
      return "<section><h2>\(say(part.title))</h2><dl class=\"facts\">\(items)</dl></section>"
    }
    let roles = Role.allCases.filter(policy.secondFactorRoles.contains).map { say($0.name) }
    return """
      \(sections)<section><h2>\(say(PolicyText.factorRoles))</h2>
      <p>\(say.list(roles))</p></section>
      """
  }

  private static func inputs(
    _ policy: AccountPolicy, _ form: AdminForm, _ frame: PageFrame
  ) -> HTML {
    let say = frame.say
    let document = JSONReader(policy.document)
    let sections = HTML(each: parts) { part in
      let fields = HTML(each: part.members) { member in
        form.number(member.rawValue, say(member), value(member, part, document))
      }
      return """
        <fieldset><legend>\(say(part.title))</legend><div class="grid">\(fields)</div></fieldset>
        """
    }
    let isAgain = form.error != nil
    let roles = HTML(each: Role.allCases) { role in
      let id = "role-\(role.rawValue)"
      let isOn = isAgain ? form.values[id] != nil : policy.secondFactorRoles.contains(role)
      return """
        <p class="tick"><input id="\(id)" name="\(id)" type="checkbox" value="yes"\
        \(" checked", if: isOn)> <label for="\(id)">\(say(role.name))</label></p>
        """
    }
    return """
      <p>\(say(PolicyText.since))</p>
      <form class="narrow wide" method="post" action="\(Link("account-policy"))">\
      \(frame.hiddenFields)
      \(sections)
      <fieldset><legend>\(say(PolicyText.factorRoles))</legend>\
      <div class="grid">\(roles)</div></fieldset>
      \(form.input(
        "reason", say(AccountText.reason), hint: say(PolicyText.reasonHint), max: 200,
        isNeeded: true))
      <p><button class="btn btn-1">\(say(PolicyText.save))</button></p></form>
      """
  }
}
