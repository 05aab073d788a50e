import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The versions of rule sets and index methods.
enum MethodEndpoints {
  static let all: [Endpoint] = [list, propose, approve] + MethodTrialEndpoints.all

  static let kinds = ["rules", "index", "ladder", "assessment"]
  /// The kinds that evaluate a month, so that another version can be tried on it.
  static let evaluating = ["rules", "index"]

  private static let list = Endpoint(
    method: .get, path: "/methods", name: "methods.list", noun: "methods",
    summary: BilingualText(zh: "评价规则与指数方法的各版本。", en: "Every version of every method."),
    access: .permission(.readMethods),
    query: [
      .unit("of", "Only those for the units below this one."),
      .word("kind", "Rule sets or index methods.", of: kinds),
    ],
    answer: .json(.object([.required("items", .array(schema, max: 10_000))])),
    handle: { call in
      let versions = try await call.ledger.methodVersions(by: call.actor()).filter { version in
        (call.query["of"].map { $0 == version.scope } ?? true)
          && (call.query["kind"].map { $0 == version.kind.rawValue } ?? true)
      }
      return .json(["items": .array(versions.map(json))])
    })

  private static let propose = Endpoint(
    method: .post, path: "/methods", name: "methods.propose", noun: "methods",
    summary: BilingualText(
      zh: "提出一个版本，由第二人批准后生效。",
      en: "Propose a version; a second person's approval puts it in force."),
    access: .permission(.proposeMethod),
    content: .json(
      .object([
        .required("of", SharedSchemas.code), .required("kind", .word(kinds)),
        .optional("effective", SharedSchemas.period), .required("definition", .document),
      ])),
    answer: .json(schema, .created), isKeyed: true,
    handle: { call in
      let kind = try MethodVersion.Kind(rawValue: call.json.required("kind").string()) ?? .rules
      let scope = try call.json.required("of").string()
      let effective = try call.json.optional("effective").map { text throws(Refusal) in
        guard let month = Month(try text.string()) else {
          throw Refusal(MonthRefusal.periodMalformed, at: text.place, try text.string())
        }
        return month
      }
      let definition = try call.json.required("definition").value
      return try await call.once({ Reply.json(json($0), .created) }) {
        try await call.ledger.proposeMethod(
          definition, kind: kind, scope: scope, effective: effective, by: $0)
      }
    })

  private static let approve = Endpoint(
    method: .post, path: "/methods/{kind}/{of}/{code}/{version}/approvals",
    name: "methods.approve", noun: "methods",
    summary: BilingualText(zh: "批准一个版本。", en: "Approve a version, as the second person."),
    access: .permission(.approveMethod), answer: .nothing, isKeyed: true,
    handle: { call in
      guard let kind = MethodVersion.Kind(rawValue: call.part("kind")) else {
        throw Refusal(RequestRefusal.pathUnknown)
      }
      let scope = try call.unit("of")
      let version = try call.number("version")
      return try await call.once({ (_: Void) in .nothing() }) {
        try await call.ledger.approveMethod(
          kind: kind, scope: scope, code: call.part("code"), version: version, by: $0)
      }
    })

  private static let schema = Schema.object([
    .required("of", SharedSchemas.code), .required("kind", .word(kinds)),
    .required("code", SharedSchemas.code), .required("version", SharedSchemas.count),
    .required("effective", SharedSchemas.period), .required("sha256", SharedSchemas.hash),
    .required("proposedBy", SharedSchemas.code),
    .required("approvedBy", .orNull(SharedSchemas.code)), .required("definition", .document),
  ])

  private static func json(_ version: MethodVersion) -> JSONValue {
    [
      "of": .string(version.scope), "kind": .string(version.kind.rawValue),
      "code": .string(version.code), "version": .integer(version.version),
      "effective": .string(version.effective.description),
      "sha256": .string(hexadecimal(version.sha256)), "proposedBy": .string(version.proposedBy),
      "approvedBy": .optional(version.approvedBy), "definition": version.definition,
    ]
  }
}
