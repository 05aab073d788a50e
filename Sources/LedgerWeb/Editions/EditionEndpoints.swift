import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// Editions: what was published, and whether it still comes out the same.
enum EditionEndpoints {
  static let all: [Endpoint] =
    [list, publish, read, difference, rerun, proof, whole] + EditionFigureEndpoints.all

  private static let list = Endpoint(
    method: .get, path: "/editions", name: "editions.list", noun: "editions",
    summary: BilingualText(zh: "期刊版一览。", en: "Every edition."),
    access: .permission(.readPublished),
    query: [
      .month(), .unit("of", "Only those of the units below this one."),
    ] + Endpoint.Parameter.page,
    answer: .json(PageSchema.of(headSchema)),
    handle: { call in
      let heads = try await call.web.editions.heads().filter { head in
        (call.queryMonth().map { $0 == head.period } ?? true)
          && (call.query["of"].map { $0 == head.scope } ?? true)
      }
      // Numbers of one length sort as texts do.
      let page = try Page(heads, of: call) { String($0.number + 1_000_000_000) }
      return .json(page.reply(json))
    })

  private static let publish = Endpoint(
    method: .post, path: "/editions", name: "editions.publish", noun: "editions",
    summary: BilingualText(
      zh: "提出发布；由第二人再次调用即发布。",
      en: "Propose to publish; the second person's call publishes."),
    access: .permission(.proposeEdition),
    content: .json(
      .object([
        .required("period", SharedSchemas.period), .required("of", SharedSchemas.code),
        .optional("kind", SharedSchemas.code),
      ])),
    answer: .json(
      .either([
        headSchema,
        .object([
          .required("proposed", .boolean), .required("evaluation", SharedSchemas.count),
          .required("sha256", SharedSchemas.hash),
        ]),
      ]), .created), isKeyed: true, isUnhurried: true,
    handle: { call in
      let period = try call.json.required("period")
      guard let month = Month(try period.string()) else {
        throw Refusal(MonthRefusal.periodMalformed, at: period.place, try period.string())
      }
      let scope = try call.json.required("of").string()
      let kind = try call.json.optional("kind")?.string()
      return try await call.once(publication) {
        try await call.ledger.publishEdition(month, scope: scope, kind: kind, by: $0)
      }
    })

  @Sendable private static func publication(_ publication: Publication) -> Reply {
    switch publication {
    case .proposed(let evaluation, let hash):
      return .json(
        ["proposed": true, "evaluation": .integer(evaluation), "sha256": .string(hash)], .created)
    case .published(let head):
      return Reply.json(json(head), .created).with(.location, "/api/v1/editions/\(head.number)")
    }
  }

  private static let read = Endpoint(
    method: .get, path: "/editions/{id}", name: "editions.read", noun: "editions",
    summary: BilingualText(
      zh: "一个期刊版的全文，一字不差。", en: "An edition's document, byte for byte."),
    access: .permission(.readPublished), answer: .json(.document),
    handle: { call in
      let number = try call.number("id")
      let head = try await call.web.editions.head(number)
      guard try await call.mayReadWhole(head) else {
        throw Refusal(AccountRefusal.notAllowed)
      }
      let document = try await call.ledger.publishedDocument(number)
      var reply = Reply()
      reply.headers[.contentType] = "application/json"
      reply.content = ByteBuffer(bytes: document)
      return reply.tagged("\"\(hexadecimal(head.sha256))\"", for: call)
    })

  private static let difference = Endpoint(
    method: .get, path: "/editions/{id}/diff/{other}", name: "editions.diff", noun: "editions",
    summary: BilingualText(
      zh: "两个期刊版的差异。", en: "What changed from one edition to another."),
    access: .permission(.readPublished),
    answer: .json(
      .object([
        .required("from", .document), .required("to", .document),
        .required("changes", .array(.document, max: 100_000)),
      ])),
    handle: { call in
      let before = try await call.web.editions.head(try call.number("id"))
      let after = try await call.web.editions.head(try call.number("other"))
      let scope = try await call.visibleScope()
      let changes = try await call.ledger.difference(
        fromPublished: before.number, to: after.number)
      return Reply.json([
        "from": before.json, "to": after.json,
        "changes": .array(changes.map { json($0, scope) }),
      ]).tagged("\"\(before.number)-\(after.number)\"", for: call)
    })

  private static let rerun = Endpoint(
    method: .get, path: "/editions/{id}/verification", name: "editions.verify", noun: "editions",
    summary: BilingualText(
      zh: "从冻结的输入重新计算，比对每一字节。",
      en: "Computes the edition again from its frozen inputs and compares every byte."),
    access: .permission(.readPublished),
    answer: .json(
      .object([
        .required("number", SharedSchemas.count), .required("sha256", SharedSchemas.hash),
        .required("identical", .boolean), .required("difference", .orNull(SharedSchemas.text)),
      ])), isUnhurried: true,
    handle: { call in
      let rerun = try await call.ledger.rerunEdition(try call.number("id"))
      return .json([
        "number": .integer(rerun.number), "sha256": .string(rerun.sha256),
        "identical": .bool(rerun.difference == nil), "difference": .optional(rerun.difference),
      ])
    })

  private static let proof = Endpoint(
    method: .get, path: "/editions/{id}/proof/{unit}", name: "editions.prove", noun: "editions",
    summary: BilingualText(
      zh: "一个单位的评色与位次确在签名检查点之下的证明，可离线核对。",
      en: "Proof that a unit's colour and place lie under a signed checkpoint, to be checked "
        + "without the ledger."),
    access: .permission(.readDetails), answer: .json(.document),
    handle: { call in
      let head = try await call.web.editions.head(try call.number("id"))
      let unit = try call.unit()
      guard try await call.visibleScope().covers(unit) else {
        throw Refusal(AccountRefusal.outOfScope)
      }
      return .json(try await call.ledger.proof(of: unit, in: head).json)
    })

  private static let whole = Endpoint(
    method: .get, path: "/editions/{id}/proof", name: "editions.prove_whole", noun: "editions",
    summary: BilingualText(
      zh: "期刊版原文确为所发布者、并在签名检查点之下的证明，可离线核对。",
      en: "Proof that the document is what was published, under a signed checkpoint, to be "
        + "checked without the ledger."),
    access: .signedIn([.readDetails, .readJournal]), answer: .json(.document),
    handle: { call in
      let head = try await call.web.editions.head(try call.number("id"))
      return .json(try await call.ledger.proof(of: head).json)
    })

  private static let headSchema = Schema.object([
    .required("number", SharedSchemas.count), .required("period", SharedSchemas.period),
    .required("of", SharedSchemas.code), .required("kind", SharedSchemas.code),
    .required("replaces", .orNull(SharedSchemas.count)), .required("sha256", SharedSchemas.hash),
    .required("publishedAt", SharedSchemas.moment),
  ])

  private static func json(_ head: EditionHead) -> JSONValue {
    [
      "number": .integer(head.number), "period": .string(head.period.description),
      "of": .string(head.scope), "kind": .string(head.kind), "replaces": .optional(head.replaces),
      "sha256": .string(hexadecimal(head.sha256)),
      "publishedAt": .string(MomentText.text(head.recordedAt)),
    ]
  }

  private static func json(_ change: EditionChange, _ scope: VisibleScope) -> JSONValue {
    func pair(_ texts: (before: String, after: String)) -> JSONValue {
      ["before": .string(texts.before), "after": .string(texts.after)]
    }
    return [
      "unit": .string(change.unit), "rank": pair(change.ranks), "score": pair(change.scores),
      "colour": pair(change.colours),
      "revisions": scope.covers(change.unit)
        ? .array(change.revisions.map(JSONValue.string)) : .null,
    ]
  }
}

extension Call {
  /// Whether the session may read the whole document of an edition: it sees all details of it, or
  /// audits.
  func mayReadWhole(_ head: EditionHead) async throws -> Bool {
    if session?.wholeRoles.contains(.auditor) ?? false { return true }
    return try await visibleScope().covers(head.scope)
  }
}
