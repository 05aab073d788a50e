import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// The journal and its checkpoints.
enum JournalEndpoints {
  static let all: [Endpoint] = [list, entry, state, verify, checkpoints, checkpoint]

  private static let list = Endpoint(
    method: .get, path: "/journal", name: "journal.list", noun: "journal",
    summary: BilingualText(
      zh: "日志，最新的在前；CSV 与所列相同。", en: "The journal, newest first; as CSV the same rows."),
    access: .permission(.readJournal),
    query: filters + [
      .word("format", "CSV instead of JSON.", of: ["json", "csv"])
    ] + Endpoint.Parameter.page,
    answer: Endpoint.Answer(
      schema: PageSchema.of(schema), mediaTypes: ["application/json", "text/csv"]),
    handle: { call in
      let (shown, next) = try await entries(call, call.query, limit: call.limit)
      if call.wantsCSV {
        let mark = call.web.configuration.isDemonstration ? InventedMark.comment : ""
        return .text(mark + csv(shown), "text/csv; charset=utf-8")
      }
      return .json(["items": .array(shown.map(json)), "next": .optional(next)])
    })

  /// What a list of entries may be narrowed by.
  static let filters: [Endpoint.Parameter] = [
    .text("chain", "Only this chain: a unit's code, or *."),
    .text("actor", "Only what this account did."),
    .text("act", "Only this act, or acts that begin with it: `revision.`"),
    .text("object", "Only objects that begin with this."),
    .month(), .day("from", "From this day on."), .day("to", "To this day."),
  ]

  /// The entries that a query asks for, and where the next page begins.
  static func entries(
    _ call: Call, _ query: [String: String], limit: Int
  ) async throws -> (shown: ArraySlice<JournalEntry>, next: String?) {
    let filter = JournalFilter(
      chain: query["chain"], actor: query["actor"], act: query["act"], object: query["object"],
      period: query["period"], from: query["from"].flatMap { CalendarDate($0) },
      to: query["to"].flatMap { CalendarDate($0) }, before: try cursor(query["cursor"]),
      limit: limit + 1)
    let entries = try await call.ledger.journal(filter, by: call.actor())
    let shown = entries.prefix(limit)
    return (shown, entries.count > limit ? shown.last.map(cursor) : nil)
  }

  private static let entry = Endpoint(
    method: .get, path: "/journal/{chain}/{seq}", name: "journal.read", noun: "journal",
    summary: BilingualText(
      zh: "一条留痕及其所含事实；不含数值和密钥。",
      en: "An entry with the facts that it covers, without figures and secrets."),
    access: .permission(.readJournal),
    answer: .json(
      .object([
        .required("entry", schema), .required("facts", .array(factSchema, max: 5_000)),
      ])),
    handle: { call in
      let (entry, facts) = try await call.ledger.journalEntry(
        chain: call.part("chain"), seq: Int64(try call.number("seq")), by: call.actor())
      return .json([
        "entry": json(entry),
        "facts": .array(
          facts.map {
            ["table": .string($0.table), "content": $0.content, "before": $0.before ?? .null]
          }),
      ])
    })

  private static let state = Endpoint(
    method: .get, path: "/journal/state", name: "journal.state", noun: "journal",
    summary: BilingualText(
      zh: "日志有多长，最近签署和最近校验的情况。",
      en: "How long the journal is, what was signed last, and who verified it last."),
    access: .permission(.readJournal),
    answer: .json(
      .object([
        .required("entries", SharedSchemas.count), .required("chains", SharedSchemas.count),
        .required("checkpoint", .orNull(checkpointSchema)),
        .required("verified", .orNull(schema)),
      ])),
    handle: { call in
      let state = try await call.ledger.journalState(by: call.actor())
      return .json([
        "entries": .integer(state.entries), "chains": .integer(state.chains),
        "checkpoint": state.checkpoint.map { .object(members(of: $0)) } ?? .null,
        "verified": state.verified.map { json($0.entry) } ?? .null,
      ])
    })

  private static let verify = Endpoint(
    method: .post, path: "/journal/verifications", name: "journal.verify", noun: "journal",
    summary: BilingualText(
      zh: "校验全部日志、事实、检查点和期刊版，结果记入日志。",
      en: "Verify every entry, fact, checkpoint and edition; the journal keeps the result."),
    access: .permission(.readJournal),
    answer: .json(
      .object([
        .required("entries", SharedSchemas.count), .required("rows", SharedSchemas.count),
        .required("checkpoints", SharedSchemas.count),
        .required("editions", SharedSchemas.count),
        .required("findings", .array(SharedSchemas.text, max: 1_000_000)),
      ]), .created), isKeyed: true, isUnhurried: true,
    handle: { call in
      try await call.once({ (verification: Verification) in
        .json(
          [
            "entries": .integer(verification.entries), "rows": .integer(verification.rows),
            "checkpoints": .integer(verification.checkpoints),
            "editions": .integer(verification.editions),
            "findings": .array(verification.findings.map(JSONValue.string)),
          ], .created)
      }) {
        try await call.ledger.verifyLedger(by: $0)
      }
    })

  private static let checkpoints = Endpoint(
    method: .get, path: "/checkpoints", name: "checkpoints.list", noun: "journal",
    summary: BilingualText(zh: "检查点一览，最新的在前。", en: "The checkpoints, newest first."),
    access: .permission(.readCheckpoints), query: Endpoint.Parameter.page,
    answer: .json(PageSchema.of(checkpointSchema)),
    handle: { call in
      let heads = try await call.ledger.checkpointHeads(by: call.actor())
      let page = try Page(heads, of: call) { String(2_000_000_000 - $0.number) }
      return .json(page.reply { .object(members(of: $0)) })
    })

  private static let checkpoint = Endpoint(
    method: .get, path: "/checkpoints/{id}", name: "checkpoints.read", noun: "journal",
    summary: BilingualText(
      zh: "一个检查点及其各链链头，可另行保存。",
      en: "A checkpoint with the heads that it joins: to be kept elsewhere."),
    access: .permission(.readCheckpoints), answer: .json(.document),
    handle: { call in
      let found = try await call.ledger.checkpoint(try call.number("id"), by: call.actor())
      let heads = found.heads.map { head -> JSONValue in
        [
          "chain": .string(head.chain), "seq": .integer(head.seq),
          "hash": .string(hexadecimal(head.hash)),
        ]
      }
      return .json(.object(members(of: found) + [JSONValue.Member("heads", .array(heads))]))
    })

  // MARK: - Shapes

  private static let schema = Schema.object([
    .required("chain", SharedSchemas.code), .required("seq", SharedSchemas.count),
    .required("at", SharedSchemas.moment), .required("actor", .orNull(SharedSchemas.code)),
    .required("act", SharedSchemas.code), .required("object", SharedSchemas.text),
    .required("detail", SharedSchemas.text), .required("key", .orNull(SharedSchemas.text)),
    .required("content", SharedSchemas.hash), .required("hash", SharedSchemas.hash),
  ])

  private static let factSchema = Schema.object([
    .required("table", SharedSchemas.text), .required("content", .document),
    .required("before", .orNull(.document)),
  ])

  private static let checkpointSchema = Schema.object([
    .required("number", SharedSchemas.count), .required("at", SharedSchemas.moment),
    .required("chains", SharedSchemas.count), .required("root", SharedSchemas.hash),
    .required("publicKey", SharedSchemas.hash),
    .required("signature", .string(.init(max: 128, pattern: "^[0-9a-f]{128}$"))),
  ])

  private static func members(of checkpoint: Checkpoint) -> [JSONValue.Member] {
    [
      JSONValue.Member("number", .integer(checkpoint.number)),
      JSONValue.Member("at", .string(MomentText.text(checkpoint.recordedAt))),
      JSONValue.Member("chains", .integer(checkpoint.heads.count)),
      JSONValue.Member("root", .string(hexadecimal(checkpoint.root))),
      JSONValue.Member("publicKey", .string(hexadecimal(checkpoint.publicKey))),
      JSONValue.Member("signature", .string(hexadecimal(checkpoint.signature))),
    ]
  }

  private static func json(_ entry: JournalEntry) -> JSONValue {
    [
      "chain": .string(entry.chain), "seq": .integer(entry.seq),
      "at": .string(MomentText.text(entry.recordedAt)), "actor": .optional(entry.actor),
      "act": .string(entry.act), "object": .string(entry.object),
      "detail": .string(entry.detail), "key": .optional(entry.key),
      "content": .string(hexadecimal(entry.content)), "hash": .string(hexadecimal(entry.hash)),
    ]
  }

  private static func csv(_ entries: some Sequence<JournalEntry>) -> String {
    let header = [
      "chain", "seq", "at", "actor", "act", "object", "detail", "key", "content", "hash",
    ]
    return entries.reduce(into: CSVWriter.line(header)) { text, entry in
      text += CSVWriter.line([
        entry.chain, String(entry.seq), MomentText.text(entry.recordedAt), entry.actor ?? "",
        entry.act, CSVText.guarded(entry.object), CSVText.guarded(entry.detail),
        CSVText.guarded(entry.key ?? ""),
        hexadecimal(entry.content), hexadecimal(entry.hash),
      ])
    }
  }

  /// A place in the journal: the moment, the chain, the number.
  private static func cursor(_ entry: JournalEntry) -> String {
    "\(entry.recordedAt.microsecondsSince2000)~\(entry.seq)~\(entry.chain)"
  }

  private static func cursor(_ text: String?) throws(Refusal) -> JournalFilter.Place? {
    guard let text else { return nil }
    let parts = text.split(separator: "~", maxSplits: 2)
    guard parts.count == 3, let moment = Int64(parts[0]), let seq = Int64(parts[1]) else {
      throw Refusal(RequestRefusal.cursorUnknown)
    }
    return JournalFilter.Place(
      microsecondsSince2000: moment, chain: String(parts[2]), seq: seq)
  }
}
