import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The accounts: who may sign in, as what, and what keeps them from it.
enum AccountListPage {
  static let all: [Endpoint] =
    [list] + NewAccountPage.all + AccountPage.all + AccountPolicyPage.all

  private static let list = Endpoint.page(
    .get, "/accounts", "page.accounts", access: .permission(.readAccounts),
    query: [
      Endpoint.Parameter(
        name: "q", text: "Only those whose name, display name or unit has this.", form: "…",
        isValid: { $0.utf8.count <= 200 }),
      .choice("state", "Only those in this state.", of: AccountState.allCases.map(\.rawValue)),
      .choice("role", "Only those with this role.", of: Role.allCases.map(\.rawValue)),
      .text("cursor", "Where the page before ended."),
    ],
    handle: { call in
      let records = try await call.ledger.accountRecords(by: call.actor())
        .filter { fits($0, call.query) }
        .sorted {
          $0.overview.account.name.utf8.lexicographicallyPrecedes($1.overview.account.name.utf8)
        }
      let page = try Page(records, of: call, key: \.overview.account.name)
      let names = try await call.knownUnits()
      return call.frame.reply(
        call.say(AccountText.title), entry: .accounts,
        """
        <div class="hd"><h1>\(call.say(AccountText.title))</h1><p>\(acts(call))</p></div>
        \(filters(call))
        \(records.isEmpty
          ? "<p class=\"lead\">\(call.say(AccountText.none))</p>"
          : table(page, count: records.count, names, call))
        """)
    })

  private static func fits(_ record: AccountRecord, _ query: [String: String]) -> Bool {
    let account = record.overview.account
    if let text = query["q"], !text.isEmpty,
      ![account.name, account.displayName, account.unit].contains(where: { $0.contains(text) })
    {
      return false
    }
    if let state = query["state"].flatMap(AccountState.init(rawValue:)),
      !record.states.contains(state)
    {
      return false
    }
    guard let role = query["role"].flatMap(Role.init(rawValue:)) else { return true }
    return record.overview.grants.contains { $0.role == role }
  }

  private static func acts(_ call: Call) -> HTML {
    let policy: HTML = """
      <a class="btn" href="\(Link("account-policy"))">\(call.say(AccountText.policy))</a>
      """
    guard call.session?.holds(.keepAccounts) ?? false else { return policy }
    return """
      <a class="btn btn-1" href="\(Link("new-account"))">\(call.say(AccountText.new))</a> \(policy)
      """
  }

  private static func filters(_ call: Call) -> HTML {
    let say = call.say
    func options(_ chosen: String?, _ items: [(value: String, text: String)]) -> HTML {
      HTML(each: items) { item in
        """
        <option value="\(item.value)"\(" selected", if: item.value == chosen ?? "")>\
        \(item.text)</option>
        """
      }
    }
    let states =
      [("", say(AccountText.anyState))]
      + AccountState.allCases.map { ($0.rawValue, say($0.label)) }
    let roles =
      [("", say(AccountText.anyRole))]
      + Role.allCases.map { ($0.rawValue, say($0.name)) }
    return """
      <form class="pick" action="\(Link("accounts"))">
      <label class="vh" for="q">\(say(AccountText.search))</label>
      <input id="q" name="q" value="\(call.query["q"] ?? "")" maxlength="64" \
      placeholder="\(say(AccountText.search))">
      <label class="vh" for="state">\(say(AccountText.state))</label>
      <select id="state" name="state">\(options(call.query["state"], states))</select>
      <label class="vh" for="role">\(say(AccountText.role))</label>
      <select id="role" name="role">\(options(call.query["role"], roles))</select>
      <button class="btn">\(say(AccountText.filter))</button></form>
      """
  }

  private static func table(
    _ page: Page<AccountRecord>, count: Int, _ names: UnitNames, _ call: Call
  ) -> HTML {
    let say = call.say
    let rows = HTML(each: page.items) { record in
      let account = record.overview.account
      let roles = record.overview.grants.map {
        "\(say($0.role.name)) · \(names.name($0.unit, say))"
      }
      return """
        <tr><th scope="row"><a href="\(Link("accounts", account.name))">\(account.name)</a></th>
        <td>\(account.displayName)</td><td class="p2">\(names.name(account.unit, say))</td>
        <td class="p2">\(HTML(each: Set(roles).sorted()) { "<div>\($0)</div>" })</td>
        <td>\(AccountTags.of(record.states, say))</td>
        <td class="p2">\(say(record.overview.hasSecondFactor ? AccountText.yes : .no))</td>
        <td class="p2">\(record.overview.signedInAt.map { say.moment($0) }
          ?? say(AccountText.never))</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="accounts-caption">
      <table class="tb accounts"><caption id="accounts-caption">\
      \(say(AccountText.count, String(count)))</caption>
      <thead><tr><th scope="col">\(say(AccountText.account))</th>
      <th scope="col">\(say(AccountText.name))</th>
      <th scope="col" class="p2">\(say(AccountText.unit))</th>
      <th scope="col" class="p2">\(say(AccountText.roles))</th>
      <th scope="col">\(say(AccountText.state))</th>
      <th scope="col" class="p2">\(say(AccountText.factor))</th>
      <th scope="col" class="p2">\(say(AccountText.signedIn))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      \(next(page.next, call))
      """
  }

  private static func next(_ cursor: String?, _ call: Call) -> HTML {
    guard let cursor else { return .nothing }
    var query = ["q", "state", "role"].compactMap { name in
      call.query[name].map { (name: name, value: $0) }
    }
    query.append((name: "cursor", value: cursor))
    return """
      <p><a class="btn" href="\(Link("accounts", query: query))">\
      \(call.say(AccountText.next))</a></p>
      """
  }
}

/// An account's state: a word with a shade that only says it again.
enum AccountTags {
  static func of(_ states: [AccountState], _ say: Say) -> HTML {
    HTML(each: states) { state in
      "<span class=\"tag \(kind(state))\">\(say(state.label))</span> "
    }
  }

  private static func kind(_ state: AccountState) -> String {
    switch state {
    case .active: "tag-ok"
    case .disabled, .expired, .locked: "tag-bad"
    case .dormant, .mustChange: "tag-warn"
    case .withoutPassword: "tag-none"
    }
  }
}

extension AccountState {
  var label: AccountText {
    switch self {
    case .active: .stateActive
    case .disabled: .stateDisabled
    case .expired: .stateExpired
    case .dormant: .stateDormant
    case .locked: .stateLocked
    case .withoutPassword: .stateNoPassword
    case .mustChange: .stateMustChange
    }
  }
}

extension Endpoint.Parameter {
  /// One of some words, or nothing: how a form sends a choice that was not made.
  static func choice(_ name: String, _ text: String, of words: [String]) -> Self {
    Self(
      name: name, text: text, schema: .word([""] + words), form: words.joined(separator: " | "),
      isValid: { $0.isEmpty || words.contains($0) })
  }
}
