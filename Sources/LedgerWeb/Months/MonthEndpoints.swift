import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// Months: their check-list, closing and the governed reopening.
enum MonthEndpoints {
  static let all: [Endpoint] = [status, close, propose, agree]

  private static let status = Endpoint(
    method: .get, path: "/months/{period}", name: "months.read", noun: "months",
    summary: BilingualText(zh: "月结核对单。", en: "The month's check-list."),
    access: .permission(.readMonth),
    answer: .json(
      .object([
        .required("period", SharedSchemas.period),
        .required("state", .word(["open", "closed", "reopening_proposed", "reopened"])),
        .required("expected", SharedSchemas.count), .required("received", SharedSchemas.count),
        .required("accepted", SharedSchemas.count),
        .required(
          "lacking",
          .array(
            .object([
              .required("submission", SharedSchemas.text), .required("state", SharedSchemas.code),
            ]), max: 100_000)),
      ])),
    handle: { call in
      let status = try await call.ledger.monthStatus(try call.month(), by: call.actor())
      return .json([
        "period": .string(status.month.description), "state": .string(status.state),
        "expected": .integer(status.expected), "received": .integer(status.received),
        "accepted": .integer(status.accepted),
        "lacking": .array(
          status.lacking.map {
            ["submission": .string($0.submission), "state": .string($0.state)]
          }),
      ])
    })

  private static let close = Endpoint(
    method: .post, path: "/months/{period}/close", name: "months.close", noun: "months",
    summary: BilingualText(zh: "月结。", en: "Close the month and evaluate it."),
    access: .permission(.closeMonth),
    content: .json(
      .object([
        .optional("exceptions", .array(SharedSchemas.text, max: 10_000), "unit or unit/form"),
        .optional("reason", .string()),
      ])),
    answer: .json(
      .object([
        .required("period", SharedSchemas.period),
        .required("exceptions", .array(SharedSchemas.text, max: 10_000)),
        .required(
          "evaluations",
          .array(
            .object([
              .required("of", SharedSchemas.code), .required("kind", SharedSchemas.code),
              .required("number", SharedSchemas.count), .required("units", SharedSchemas.count),
            ]), max: 1_000)),
      ]), .created), isKeyed: true, isUnhurried: true,
    handle: { call in
      let month = try call.month()
      var exceptions: [String] = []
      for item in try call.json.optional("exceptions")?.elements() ?? [] {
        exceptions.append(try item.string())
      }
      let named = exceptions
      let reason = try call.json.optional("reason")?.string() ?? ""
      return try await call.once(closing) {
        try await call.ledger.closeMonth(month, exceptions: named, reason: reason, by: $0)
      }
    })

  @Sendable private static func closing(_ closing: MonthClosing) -> Reply {
    .json(
      [
        "period": .string(closing.month.description),
        "exceptions": .array(closing.exceptions.map(JSONValue.string)),
        "evaluations": .array(
          closing.evaluations.map {
            [
              "of": .string($0.scope), "kind": .string($0.kind), "number": .integer($0.number),
              "units": .integer($0.units),
            ]
          }),
      ], .created)
  }

  private static let propose = Endpoint(
    method: .post, path: "/months/{period}/reopenings", name: "months.propose_reopening",
    noun: "months",
    summary: BilingualText(
      zh: "提出重开，由第二人同意。", en: "Propose to reopen; a second person agrees."),
    access: .permission(.proposeReopening),
    content: .json(
      .object([.required("reason", .string()), .required("until", SharedSchemas.moment)])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let month = try call.month()
      let until = try MomentText.read(call.json.required("until"))
      let reason = try call.json.required("reason").string()
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.proposeReopening(month, reason: reason, until: until, by: $0)
      }
    })

  private static let agree = Endpoint(
    method: .post, path: "/months/{period}/reopenings/agreements",
    name: "months.agree_to_reopening",
    noun: "months",
    summary: BilingualText(zh: "同意重开。", en: "Agree to a proposed reopening."),
    access: .permission(.agreeToReopening),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let month = try call.month()
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.agreeToReopening(month, by: $0)
      }
    })
}
