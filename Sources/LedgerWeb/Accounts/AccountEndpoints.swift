import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Accounts, their grants and credentials, and the policy: the two administrators' acts.
enum AccountEndpoints {
  static let all: [Endpoint] = [
    list, create, setState, setExpiry, addGrant, endGrant, reset, unlock, readPolicy, setPolicy,
  ]

  private static let list = Endpoint(
    method: .get, path: "/accounts", name: "accounts.list", noun: "accounts",
    summary: BilingualText(zh: "账号一览。", en: "The accounts."),
    access: .permission(.readAccounts), query: Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("name", SharedSchemas.code), .required("displayName", SharedSchemas.text),
          .required("unit", SharedSchemas.code), .required("post", SharedSchemas.text),
          .required("enabled", .boolean),
          .required("states", .array(.word(AccountState.allCases.map(\.rawValue)), max: 7)),
          .required("expiresOn", .orNull(SharedSchemas.date)),
          .required("secondFactor", .boolean),
          .required("signedInAt", .orNull(SharedSchemas.moment)),
          .required("grants", .array(SessionEndpoints.grantSchema, max: 10_000)),
        ]))),
    handle: { call in
      let accounts = try await call.ledger.accountRecords(by: call.actor()).sorted {
        $0.overview.account.name.utf8.lexicographicallyPrecedes($1.overview.account.name.utf8)
      }
      return .json(try Page(accounts, of: call, key: \.overview.account.name).reply(json))
    })

  private static let create = Endpoint(
    method: .post, path: "/accounts", name: "accounts.create", noun: "accounts",
    summary: BilingualText(
      zh: "新建账号；授权由安全管理员另行办理。",
      en: "Create an account; the security administrator grants."),
    access: .permission(.keepAccounts),
    content: .json(
      .object([
        .required("name", .string(.init(max: 64))),
        .required("displayName", .string(.init(max: 64))),
        .required("unit", SharedSchemas.code), .required("post", .string(.init(max: 64))),
      ])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let account = Account(
        name: try call.json.required("name").string(),
        displayName: try call.json.required("displayName").string(),
        unit: try call.json.required("unit").string(),
        post: try call.json.required("post").string())
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.createAccount(account, by: $0)
      }
    })

  private static let setState = Endpoint(
    method: .post, path: "/accounts/{name}/states", name: "accounts.set_state", noun: "accounts",
    summary: BilingualText(zh: "启用或停用，立即生效。", en: "Enable or disable, in force at once."),
    access: .permission(.keepAccounts),
    content: .json(
      .object([
        .required("state", .word(["enabled", "disabled"])), .required("reason", .string()),
      ])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let isEnabled = try call.json.required("state").string() == "enabled"
      let reason = try call.json.required("reason").string()
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.setAccount(
          call.part("name"), enabled: isEnabled, reason: reason, by: $0)
      }
    })

  private static let setExpiry = Endpoint(
    method: .post, path: "/accounts/{name}/expiries", name: "accounts.set_expiry",
    noun: "accounts",
    summary: BilingualText(zh: "设定账号到期日。", en: "Set the day after which it expires."),
    access: .permission(.keepAccounts),
    content: .json(.object([.required("until", .orNull(SharedSchemas.date))])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let until = try day(call.json.required("until"))
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.setExpiry(of: call.part("name"), until: until, by: $0)
      }
    })

  private static let addGrant = Endpoint(
    method: .post, path: "/accounts/{name}/grants", name: "grants.add", noun: "accounts",
    summary: BilingualText(
      zh: "授权：角色、单位及其下级、报表、期限。",
      en: "Grant a role for a unit and all below it, for one form or all, until a day."),
    access: .permission(.keepGrants),
    content: .json(
      .object([
        .required("role", .word(Role.allCases.map(\.rawValue))),
        .required("unit", SharedSchemas.code), .optional("form", .orNull(SharedSchemas.code)),
        .optional("until", .orNull(SharedSchemas.date)),
      ])),
    answer: .json(.object([.required("number", SharedSchemas.count)]), .created), isKeyed: true,
    handle: { call in
      let role = try Role(rawValue: call.json.required("role").string()) ?? .leader
      let unit = try call.json.required("unit").string()
      let form = try text(call.json.optional("form"))
      let until = try call.json.optional("until").flatMap(day)
      return try await call.once({ (grant: Grant) in
        .json(["number": .integer(grant.number)], .created)
      }) {
        try await call.ledger.addGrant(
          role, to: call.part("name"), unit: unit, form: form, until: until, by: $0)
      }
    })

  private static let endGrant = Endpoint(
    method: .post, path: "/accounts/{name}/grants/{number}/end", name: "grants.end",
    noun: "accounts",
    summary: BilingualText(zh: "提前终止授权，立即生效。", en: "End a grant, in force at once."),
    access: .permission(.keepGrants), content: .json(.object([.required("reason", .string())])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let number = try call.number("number")
      let reason = try call.json.required("reason").string()
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.endGrant(
          of: call.part("name"), number: number, reason: reason, by: $0)
      }
    })

  private static let reset = Endpoint(
    method: .post, path: "/accounts/{name}/password-resets", name: "accounts.reset",
    noun: "accounts",
    summary: BilingualText(
      zh: "重置口令和第二因子：得到一次性口令，只显示一次。",
      en: "Reset password and second factor: gives a one-time password, shown once."),
    access: .permission(.resetCredentials),
    answer: .json(.object([.required("oneTimePassword", SharedSchemas.text)]), .created),
    handle: { call in
      let password = try await call.ledger.resetCredentials(
        of: call.part("name"), by: call.actor())
      return .json(["oneTimePassword": .string(password)], .created)
    })

  private static let unlock = Endpoint(
    method: .post, path: "/accounts/{name}/unlocks", name: "accounts.unlock", noun: "accounts",
    summary: BilingualText(zh: "解除锁定。", en: "Unlock an account."),
    access: .permission(.resetCredentials),
    content: .json(.object([.optional("reason", .string())])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let reason = try call.json.optional("reason")?.string() ?? ""
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.unlock(call.part("name"), reason: reason, by: $0)
      }
    })

  private static let readPolicy = Endpoint(
    method: .get, path: "/policies/accounts", name: "policies.read", noun: "accounts",
    summary: BilingualText(zh: "账号策略。", en: "The policy of accounts."),
    access: .permission(.readSelf), answer: .json(.document),
    handle: { call in .json(try await call.ledger.policy().document) })

  private static let setPolicy = Endpoint(
    method: .post, path: "/policies/accounts", name: "policies.set", noun: "accounts",
    summary: BilingualText(zh: "修改账号策略。", en: "Set the policy of accounts."),
    access: .permission(.keepPolicy), content: .json(.document),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let document = call.body
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.setPolicy(document, by: $0)
      }
    })

  // MARK: - Reading

  private static func text(_ json: JSONReader?) throws(Refusal) -> String? {
    guard let json, json.value != .null else { return nil }
    return try json.string()
  }

  private static func day(_ json: JSONReader) throws(Refusal) -> CalendarDate? {
    guard let text = try text(json) else { return nil }
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: json.place, text)
    }
    return day
  }

  private static func json(_ record: AccountRecord) -> JSONValue {
    let overview = record.overview
    return [
      "name": .string(overview.account.name),
      "displayName": .string(overview.account.displayName),
      "unit": .string(overview.account.unit), "post": .string(overview.account.post),
      "enabled": .bool(overview.isEnabled),
      "states": .array(record.states.map { .string($0.rawValue) }),
      "expiresOn": .optional(overview.expiresOn?.description),
      "secondFactor": .bool(overview.hasSecondFactor),
      "signedInAt": .optional(overview.signedInAt.map(MomentText.text)),
      "grants": .array(
        overview.grants.map {
          [
            "role": .string($0.role.rawValue), "unit": .string($0.unit),
            "form": .optional($0.form),
          ]
        }),
    ]
  }
}
