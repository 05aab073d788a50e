import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Signing in and out, one's own account, its password, second factor and tokens.
enum SessionEndpoints {
  static let all: [Endpoint] = [
    signIn, signOut, me, list, end, changePassword, startFactor, confirmFactor, tokens, addToken,
  ]

  private static let signIn = Endpoint(
    method: .post, path: "/sessions", name: "sessions.open", noun: "sessions",
    summary: BilingualText(
      zh: "登录：得到会话 cookie 和防伪标记。",
      en: "Sign in: gives the session's cookie and the token for writes."),
    access: .open,
    content: .json(
      .object([
        .required("account", .string(.init(max: 64))),
        .required("password", .string(.init(max: 256))),
        .optional("code", .orNull(.string(.init(max: 16))), "Six digits of the second factor."),
      ])),
    answer: .json(openedSchema, .created),
    handle: { call in
      guard call.web.signInRates.take(call.network) else { throw Refusal(RequestRefusal.tooMany) }
      let json = call.json
      let opened = try await call.ledger.signIn(
        SignInRequest(
          account: try json.required("account").string(),
          password: try json.required("password").string(), code: try code(json.optional("code")),
          network: call.network))
      return reply(opened)
    })

  private static func code(_ json: JSONReader?) throws(Refusal) -> String? {
    guard let json, json.value != .null else { return nil }
    return try json.string()
  }

  private static let signOut = Endpoint(
    method: .delete, path: "/sessions/current", name: "sessions.end_current", noun: "sessions",
    summary: BilingualText(zh: "退出登录。", en: "Sign out."), access: .signingIn, answer: .nothing,
    handle: { call in
      try await call.ledger.endSession(of: call.actor())
      if let session = call.session { call.web.sessions.forget(account: session.account) }
      return Reply.nothing().with(.setCookie, SessionCookie.removal)
    })

  private static let me = Endpoint(
    method: .get, path: "/me", name: "me.read", noun: "sessions",
    summary: BilingualText(
      zh: "当前账号、角色和范围。", en: "Who acts, with which roles, for which units."),
    access: .signingIn,
    answer: .json(
      .object([
        .required("account", SharedSchemas.code), .required("displayName", SharedSchemas.text),
        .required("unit", SharedSchemas.code),
        .required("purpose", .word(SessionPurpose.allCases.map(\.rawValue))),
        .required("grants", .array(grantSchema, max: 10_000)),
        .required("expiresAt", SharedSchemas.moment),
        .required("idleSeconds", .orNull(SharedSchemas.count)),
        .required("csrfToken", SharedSchemas.hash), .required("demonstration", .boolean),
        .required(
          "boundary", SharedSchemas.text, "What may not be entered, for every page to say."),
      ])),
    handle: { call in
      guard let session = call.session, let secret = call.secret else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      return .json([
        "account": .string(session.account), "displayName": .string(session.displayName),
        "unit": .string(session.unit), "purpose": .string(session.purpose.rawValue),
        "grants": .array(session.grants.map(json)),
        "expiresAt": .string(MomentText.text(session.expiresAt)),
        "idleSeconds": .optional(session.idleSeconds),
        "csrfToken": .string(SessionCookie.csrfToken(of: secret)),
        "demonstration": .bool(call.web.configuration.isDemonstration),
        "boundary": .string(BoundaryText.text.text(in: call.language)),
      ])
    })

  private static let list = Endpoint(
    method: .get, path: "/sessions", name: "sessions.list", noun: "sessions",
    summary: BilingualText(zh: "自己的会话。", en: "One's own sessions."),
    access: .permission(.endOwnSession),
    answer: .json(.object([.required("items", .array(summarySchema, max: 10_000))])),
    handle: { call in
      let sessions = try await call.ledger.sessions(by: call.actor())
      return .json(["items": .array(sessions.map { json($0, call) })])
    })

  private static let end = Endpoint(
    method: .delete, path: "/sessions/{id}", name: "sessions.end", noun: "sessions",
    summary: BilingualText(zh: "结束一个会话或令牌。", en: "End a session or a token."),
    access: .permission(.endOwnSession), answer: .nothing,
    handle: { call in
      try await call.ledger.endSession(id: call.part("id"), by: call.actor())
      return .nothing()
    })

  private static let changePassword = Endpoint(
    method: .post, path: "/me/password", name: "me.change_password", noun: "sessions",
    summary: BilingualText(
      zh: "修改口令；其他会话随即结束。", en: "Change the password; all other sessions end."),
    access: .signingIn,
    content: .json(
      .object([
        .required("from", .string(.init(max: 256))), .required("to", .string(.init(max: 256))),
      ])),
    answer: .json(openedSchema, .created),
    handle: { call in
      guard let secret = call.secret, let session = call.session else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      let opened = try await call.ledger.changePassword(
        from: try call.json.required("from").string(),
        to: try call.json.required("to").string(), bySecret: secret)
      call.web.sessions.forget(account: session.account)
      return reply(opened)
    })

  private static let startFactor = Endpoint(
    method: .post, path: "/me/second-factor", name: "me.start_second_factor", noun: "sessions",
    summary: BilingualText(
      zh: "开始登记第二因子：得到密钥。", en: "Begin to enrol a second factor: gives its key."),
    access: .signingIn,
    answer: .json(
      .object([
        .required("secret", SharedSchemas.text), .required("uri", SharedSchemas.text),
      ]), .created),
    handle: { call in
      guard let secret = call.secret else { throw Refusal(AccountRefusal.nobodyActs) }
      let (base32, uri) = try await call.ledger.startSecondFactor(bySecret: secret)
      return .json(["secret": .string(base32), "uri": .string(uri)], .created)
    })

  private static let confirmFactor = Endpoint(
    method: .put, path: "/me/second-factor", name: "me.confirm_second_factor", noun: "sessions",
    summary: BilingualText(
      zh: "用一个动态码确认登记。", en: "Confirm the second factor with a code of it."),
    access: .signingIn,
    content: .json(.object([.required("code", .string(.init(max: 16)))])),
    answer: .json(openedSchema, .created),
    handle: { call in
      guard let secret = call.secret, let session = call.session else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      let opened = try await call.ledger.confirmSecondFactor(
        code: try call.json.required("code").string(), bySecret: secret)
      call.web.sessions.forget(account: session.account)
      return reply(opened)
    })

  private static let tokens = Endpoint(
    method: .get, path: "/me/tokens", name: "me.tokens", noun: "sessions",
    summary: BilingualText(zh: "自己的令牌。", en: "One's own tokens."),
    access: .permission(.createOwnToken),
    answer: .json(.object([.required("items", .array(summarySchema, max: 10_000))])),
    handle: { call in
      let tokens = try await call.ledger.tokens(by: call.actor())
      return .json(["items": .array(tokens.map { json($0, call) })])
    })

  private static let addToken = Endpoint(
    method: .post, path: "/me/tokens", name: "me.create_token", noun: "sessions",
    summary: BilingualText(
      zh: "新建令牌，供程序使用；只显示一次。",
      en: "Create a token for a program; it is shown once."),
    access: .permission(.createOwnToken),
    content: .json(
      .object([
        .required("label", .string(.init(max: 64))), .required("unit", SharedSchemas.code),
        .optional("form", .orNull(SharedSchemas.code)), .required("until", SharedSchemas.date),
      ])),
    answer: .json(
      .object([
        .required("id", SharedSchemas.code), .required("token", SharedSchemas.hash),
      ]), .created),
    handle: { call in
      let until = try call.json.required("until")
      guard let day = CalendarDate(try until.string()) else {
        throw Refusal(UnitRefusal.dateMalformed, at: until.place, try until.string())
      }
      let token = try await call.ledger.createToken(
        label: try call.json.required("label").string(),
        unit: try call.json.required("unit").string(),
        form: try code(call.json.optional("form")), until: day, by: call.actor())
      return .json(["id": .string(token.id), "token": .string(token.secret)], .created)
    })

  // MARK: - Shapes

  private static let openedSchema = Schema.object([
    .required("id", SharedSchemas.code), .required("account", SharedSchemas.code),
    .required("purpose", .word(SessionPurpose.allCases.map(\.rawValue))),
    .required("expiresAt", SharedSchemas.moment), .required("csrfToken", SharedSchemas.hash),
  ])

  static let grantSchema = Schema.object([
    .required("role", .word(Role.allCases.map(\.rawValue))), .required("unit", SharedSchemas.code),
    .required("form", .orNull(SharedSchemas.code)),
  ])

  private static let summarySchema = Schema.object([
    .required("id", SharedSchemas.code), .required("purpose", SharedSchemas.code),
    .required("label", SharedSchemas.text), .required("network", SharedSchemas.text),
    .required("openedAt", SharedSchemas.moment), .required("expiresAt", SharedSchemas.moment),
    .required("unit", .orNull(SharedSchemas.code)), .required("form", .orNull(SharedSchemas.code)),
    .required("current", .boolean),
  ])

  private static func reply(_ opened: OpenedSession) -> Reply {
    Reply.json(
      [
        "id": .string(opened.id), "account": .string(opened.account),
        "purpose": .string(opened.purpose.rawValue),
        "expiresAt": .string(MomentText.text(opened.expiresAt)),
        "csrfToken": .string(SessionCookie.csrfToken(of: opened.secret)),
      ], .created
    ).with(.setCookie, SessionCookie.setting(opened.secret))
  }

  private static func json(_ grant: ActingSession.Grant) -> JSONValue {
    [
      "role": .string(grant.role.rawValue), "unit": .string(grant.unit),
      "form": .optional(grant.form),
    ]
  }

  private static func json(_ session: SessionSummary, _ call: Call) -> JSONValue {
    [
      "id": .string(session.id), "purpose": .string(session.purpose.rawValue),
      "label": .string(session.label), "network": .string(session.network),
      "openedAt": .string(MomentText.text(session.openedAt)),
      "expiresAt": .string(MomentText.text(session.expiresAt)),
      "unit": .optional(session.limitedUnit), "form": .optional(session.limitedForm),
      "current": .bool(session.isCurrent),
    ]
  }
}
