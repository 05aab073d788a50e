import HTTPTypes
import LedgerDomain
import LedgerOperations

/// Records of the follow-up: inspections, no-fraud units, matters, notices and ranks from above,
/// honours, policy documents.
enum RecordEndpoints {
  static let all: [Endpoint] = [list, read, add, act, places, standards]

  private static let nounWords = RecordNoun.allCases.map(\.rawValue)

  static let filter: [Endpoint.Parameter] = [
    .unit("unit", "Only records that concern this unit."),
    .word("state", "Only records in this state.", of: RecordState.allCases.map(\.rawValue)),
  ]

  private static let list = Endpoint(
    method: .get, path: "/records", name: "records.list", noun: "records",
    summary: BilingualText(
      zh: "督导、无诈单元、事项、通报、位次、荣誉、文件。",
      en: "Inspections, no-fraud units, matters, notices, ranks, honours, documents."),
    access: .permission(.readRecords),
    query: [.word("noun", "Only records of this noun.", of: nounWords)] + filter
      + Endpoint.Parameter.page,
    answer: .json(PageSchema.of(RecordJSON.schema)),
    handle: { call in
      let overview = try await call.ledger.records(
        of: call.query["noun"].flatMap(RecordNoun.init(rawValue:)), unit: call.query["unit"],
        by: call.actor())
      let state = call.query["state"].flatMap(RecordState.init(rawValue:))
      let fitting = overview.records.filter { state == nil || $0.standing.state == state }
      let page = try Page(inOwnOrder: fitting, of: call, key: \.record.key.description)
      return .json(page.reply { RecordJSON.json($0) })
    })

  private static let read = Endpoint(
    method: .get, path: "/records/{noun}/{id}", name: "records.read", noun: "records",
    summary: BilingualText(zh: "一条记录及其经过。", en: "One record with all that was done."),
    access: .permission(.readRecords), answer: .json(RecordJSON.wholeSchema),
    handle: { call in
      let shown = try await call.ledger.record(call.recordKey(), by: call.actor())
      return .json(RecordJSON.whole(shown.record, shown.overview))
    })

  private static let created = Endpoint.Answer.json(
    .object([.required("id", SharedSchemas.code)]), .created)

  private static let add = Endpoint(
    method: .post, path: "/records/{noun}", name: "records.add", noun: "records",
    summary: BilingualText(
      zh: "登记一条记录；字段按类别，见页面表单。",
      en: "Add a record; which members it takes depends on the noun."),
    access: .signedIn([.keepRecords, .answerRecord]), content: .json(RecordJSON.form),
    answer: created, isKeyed: true,
    handle: { call in
      let noun = try call.recordNoun()
      var values: [String: String] = [:]
      for name in try call.json.memberNames() {
        if let member = try call.json.optional(name), member.value != .null {
          values[name] = try member.string()
        }
      }
      return try await call.once({ (key: RecordKey) in
        .json(["id": .string(key.description)], .created)
      }) { [values] in try await call.ledger.addRecord(noun, values, by: $0) }
    })

  private static let act = Endpoint(
    method: .post, path: "/records/{noun}/{id}/acts", name: "records.act", noun: "records",
    summary: BilingualText(
      zh: "办理：整改、复查、验收、命名、答复、解除……",
      en: "Do something with a record: rectify, check, name, answer, lift …"),
    access: .signedIn([.keepRecords, .answerRecord]),
    content: .json(
      .object([
        .required("act", .word(RecordAct.allCases.map(\.rawValue))),
        .optional("item", .integer(0...1_000), "The finding that it is about."),
        .optional("words", .string()), .optional("document", .string()),
        .optional("day", SharedSchemas.date), .optional("due", SharedSchemas.date),
        .optional(
          "criteria", .array(.integer(1...1_000), max: 1_000),
          "The criteria that are met, for a self-check."),
      ])),
    answer: created, isKeyed: true,
    handle: { call in
      let key = try call.recordKey()
      func text(_ name: String) throws(Refusal) -> String {
        try call.json.optional(name)?.string() ?? ""
      }
      guard let act = RecordAct(rawValue: try text("act")) else {
        throw Refusal(RecordRefusal.wordUnknown, at: .pointer("/act"), "", "")
      }
      var request = RecordActRequest(
        key, act, words: try text("words"), document: try text("document"),
        day: try text("day"), due: try text("due"))
      request.item = try call.json.optional("item")?.integer(0...1_000) ?? 0
      for criterion in try call.json.optional("criteria")?.elements() ?? [] {
        request.criteria.insert(try criterion.integer(1...1_000))
      }
      return try await call.once({ (key: RecordKey) in
        .json(["id": .string(key.description)], .created)
      }) { [request] in try await call.ledger.actOnRecord(request, by: $0) }
    })

  private static let places = Endpoint(
    method: .post, path: "/no-fraud-units", name: "records.import", noun: "records",
    summary: BilingualText(
      zh: "导入申报的无诈单元（全部或全不）。", en: "Import no-fraud units that apply, all or none."),
    access: .permission(.keepRecords), content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importNoFraudUnits(upload.file, by: $0)
      }
    })

  private static let standards = Endpoint(
    method: .post, path: "/no-fraud-standards", name: "records.import_standards",
    noun: "records",
    summary: BilingualText(
      zh: "导入无诈单元创建标准。", en: "Import standards of no-fraud units."),
    access: .permission(.keepRecords), content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importNoFraudStandards(upload.file, by: $0)
      }
    })
}

extension Call {
  /// The noun in the path.
  func recordNoun() throws(Refusal) -> RecordNoun {
    guard let noun = RecordNoun(rawValue: part("noun")) else {
      throw Refusal(RecordRefusal.unknown, at: .option("noun"), part("noun"))
    }
    return noun
  }

  /// The record in the path.
  func recordKey() throws(Refusal) -> RecordKey {
    guard let key = RecordKey(part("noun") + "/" + part("id")) else {
      throw Refusal(RecordRefusal.unknown, at: .option("id"), part("id"))
    }
    return key
  }
}
