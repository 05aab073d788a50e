import HTTPTypes
import LedgerDomain
import LedgerOperations

/// Campaigns: what they are, their boards, and what the office decides about them.
enum CampaignEndpoints {
  static let all: [Endpoint] = [list, add, read, extend, end, close]

  private static let list = Endpoint(
    method: .get, path: "/campaigns", name: "campaigns.list", noun: "campaigns",
    summary: BilingualText(zh: "攻坚行动。", en: "The campaigns."),
    access: .permission(.readCampaigns), query: Endpoint.Parameter.page,
    answer: .json(PageSchema.of(.object(CampaignJSON.members))),
    handle: { call in
      let campaigns = try await call.ledger.campaigns(by: call.actor())
      return .json(
        try Page(inOwnOrder: campaigns, of: call, key: \.history.campaign.code).reply {
          .object(CampaignJSON.values($0))
        })
    })

  private static let add = Endpoint(
    method: .post, path: "/campaigns", name: "campaigns.import", noun: "campaigns",
    summary: BilingualText(zh: "导入一个攻坚行动。", en: "Import a campaign."),
    access: .permission(.keepCampaigns), content: .json(.document), answer: ImportReply.answer,
    isKeyed: true,
    handle: { call in
      let document = call.body
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importCampaign(document, by: $0)
      }
    })

  private static let read = Endpoint(
    method: .get, path: "/campaigns/{code}", name: "campaigns.read", noun: "campaigns",
    summary: BilingualText(
      zh: "一个攻坚行动及其看板（不是官方排名）。", en: "One campaign with its board, which ranks nobody."),
    access: .permission(.readCampaigns), answer: .json(CampaignJSON.whole),
    handle: { call in
      .json(try CampaignJSON.json(await call.ledger.campaign(call.campaign(), by: call.actor())))
    })

  private static let decision = Schema.object([
    .required("until", SharedSchemas.date, "The last day from now on."),
    .required("document", .string(), "The number of the document that says so."),
    .required("issuer", .string()), .required("issued", SharedSchemas.date),
  ])

  private static let extend = deciding(
    "extensions", "campaigns.extend", isExtension: true,
    BilingualText(zh: "延期，凭文件。", en: "Extend a campaign, by a document."))
  private static let end = deciding(
    "endings", "campaigns.end", isExtension: false,
    BilingualText(zh: "决定结束，凭文件。", en: "End a campaign, by a document."))

  private static func deciding(
    _ path: String, _ name: String, isExtension: Bool, _ summary: BilingualText
  ) -> Endpoint {
    Endpoint(
      method: .post, path: "/campaigns/{code}/\(path)", name: name, noun: "campaigns",
      summary: summary, access: .permission(.keepCampaigns), content: .json(decision),
      answer: .json(CampaignJSON.event, .created), isKeyed: true,
      handle: { call in
        let code = try call.campaign()
        func day(_ name: String) throws(Refusal) -> CalendarDate {
          let json = try call.json.required(name)
          guard let day = CalendarDate(try json.string()) else {
            throw Refusal(UnitRefusal.dateMalformed, at: json.place, try json.string())
          }
          return day
        }
        let request = CampaignRequest(
          campaign: code, isExtension: isExtension, until: try day("until"),
          document: try call.json.required("document").string(),
          issuer: try call.json.required("issuer").string(), issued: try day("issued"))
        return try await call.once({ (event: CampaignEvent) in
          .json(CampaignJSON.json(event), .created)
        }) { try await call.ledger.decideCampaign(request, by: $0) }
      })
  }

  private static let close = Endpoint(
    method: .post, path: "/campaigns/{code}/closing", name: "campaigns.close", noun: "campaigns",
    summary: BilingualText(
      zh: "总结并封存：由数值生成的句子，加办公室的话。",
      en: "Sum a campaign up and seal it: sentences from the figures, and the office's own words."),
    access: .permission(.keepCampaigns),
    content: .json(.object([.required("closing", SharedSchemas.text)])),
    answer: .json(CampaignJSON.event, .created), isKeyed: true,
    handle: { call in
      let code = try call.campaign()
      let closing = try call.json.required("closing").string()
      return try await call.once({ (event: CampaignEvent) in
        .json(CampaignJSON.json(event), .created)
      }) { try await call.ledger.closeCampaign(code, closing: closing, by: $0) }
    })
}

extension Call {
  /// The campaign in the path.
  func campaign() throws(Refusal) -> String {
    guard Campaign.isCode(part("code")) else {
      throw Refusal(CampaignRefusal.unknown, at: .option("code"), part("code"))
    }
    return part("code")
  }
}

/// Campaigns in JSON.
enum CampaignJSON {
  static let members: [Schema.Member] = [
    .required("code", SharedSchemas.code), .required("name", .named("BilingualText")),
    .required("start", SharedSchemas.date), .required("end", .orNull(SharedSchemas.date)),
    .required("days", .word(Campaign.Days.allCases.map(\.rawValue))),
    .required("state", .word(CampaignState.allCases.map(\.rawValue))),
    .required("phase", .orNull(.named("BilingualText"))),
  ]

  private static let document = Schema.object([
    .required("number", SharedSchemas.text), .required("issuer", SharedSchemas.text),
    .required("issued", SharedSchemas.date),
  ])

  static let event = Schema.object([
    .required("act", .word(["extend", "end", "close"])),
    .required("until", .orNull(SharedSchemas.date)), .required("document", .orNull(document)),
    .required("digest", .orNull(SharedSchemas.hash)), .required("by", SharedSchemas.code),
    .required("on", SharedSchemas.date),
  ])

  private static let number = Schema.orNull(.string(.init(max: 60)))

  private static let comparison = Schema.object([
    .required("pairs", SharedSchemas.count, "Days that have figures on both sides."),
    .required("of", SharedSchemas.count), .required("current", number),
    .required("reference", number),
    .required("change", number, "The exact share of the reference: a decimal or a fraction."),
  ])

  private static let sum = Schema.object([
    .required("indicator", SharedSchemas.code), .required("last", number),
    .required("total", number), .required("received", SharedSchemas.count),
    .required("expected", SharedSchemas.count), .required("before", comparison),
    .required("lastYear", comparison),
    .required(
      "suppressed", .orNull(.string(.init(max: 8))), "What stands for sums that are not shown."),
  ])

  static let whole = Schema.object(
    members + [
      .required("forms", .array(SharedSchemas.code, max: 5)),
      .required(
        "phases",
        .array(
          .object([
            .required("label", .named("BilingualText")), .required("from", SharedSchemas.date),
            .required("to", .orNull(SharedSchemas.date)),
          ]), max: 1_000)),
      .required("documents", .array(document, max: 20)),
      .required("events", .array(event, max: 100_000)),
      .required(
        "summary", .orNull(.document), "As it was sealed; its SHA-256 stands in the journal."),
      .required("daysOver", SharedSchemas.count), .required("participants", SharedSchemas.count),
      .required("totals", .array(sum, max: 1_000)),
      .required(
        "units",
        .array(
          .object([
            .required("unit", SharedSchemas.code), .required("name", .named("BilingualText")),
            .required("sums", .array(sum, max: 1_000)),
          ]), max: 100_000), "In the order of their codes: no ranking."),
    ])

  static func values(_ standing: CampaignStanding) -> [JSONValue.Member] {
    let campaign = standing.history.campaign
    let values: [(String, JSONValue)] = [
      ("code", .string(campaign.code)), ("name", campaign.name.json),
      ("start", .string(campaign.start.description)),
      ("end", .optional(standing.history.end?.description)),
      ("days", .string(campaign.days.rawValue)), ("state", .string(standing.state.rawValue)),
      ("phase", standing.phase?.label.json ?? .null),
    ]
    return values.map { JSONValue.Member($0.0, $0.1) }
  }

  static func json(_ shown: ShownCampaign) throws -> JSONValue {
    let (campaign, board, sight) = (shown.campaign, shown.board, shown.sight)
    let summary = try shown.standing.history.closing?.summary.map {
      try JSONValue(parsing: Array($0.utf8))
    }
    let values: [(String, JSONValue)] = [
      ("forms", .array(campaign.forms.map { .string($0) })),
      (
        "phases",
        .array(
          campaign.phases.map {
            [
              "label": $0.label.json, "from": .string($0.from.description),
              "to": .optional($0.to?.description),
            ]
          })
      ),
      ("documents", .array(campaign.documents.map(json))),
      ("events", .array(shown.standing.history.events.map(json))),
      ("summary", summary ?? .null), ("daysOver", .integer(board.windows.days.count)),
      ("participants", .integer(shown.participants)),
      (
        "totals",
        .array(
          board.totals.enumerated().map { indicator, sum in
            json(
              sum, board.indicators[indicator],
              sight.hidesTotal(indicator: indicator) ? .hidden : nil,
              hidesDay: sight.hidesTotal(indicator: indicator))
          })
      ),
      (
        "units",
        .array(
          shown.units.enumerated().map { unit, version in
            [
              "unit": .string(version.code), "name": version.name.json,
              "sums": .array(
                board.sums[unit].enumerated().map { indicator, sum in
                  json(
                    sum, board.indicators[indicator],
                    sight.mark(unit: unit, indicator: indicator),
                    hidesDay: sight.hidesDay(indicator: indicator))
                }),
            ]
          })
      ),
    ]
    return .object(
      Self.values(shown.standing) + values.map { JSONValue.Member($0.0, $0.1) })
  }

  private static func json(
    _ sum: CampaignSum, _ indicator: String, _ mark: SuppressionMark?, hidesDay: Bool
  ) -> JSONValue {
    let isShown = mark == nil
    func text(_ number: Int128) -> JSONValue {
      isShown ? .string(Fraction(number, over: 10_000).exactText) : .null
    }
    func json(_ comparison: CampaignComparison) -> JSONValue {
      [
        "pairs": .integer(comparison.pairs), "of": .integer(comparison.of),
        "current": text(comparison.current), "reference": text(comparison.reference),
        "change": isShown ? .optional(comparison.change?.exactText) : .null,
      ]
    }
    return [
      "indicator": .string(indicator),
      "last": hidesDay ? .null : .optional(sum.last?.description),
      "total": text(sum.cumulative), "received": .integer(sum.received),
      "expected": .integer(sum.expected), "before": json(sum.before),
      "lastYear": json(sum.lastYear), "suppressed": .optional(mark?.text),
    ]
  }

  private static func json(_ document: Campaign.Document) -> JSONValue {
    [
      "number": .string(document.number), "issuer": .string(document.issuer),
      "issued": .string(document.issued.description),
    ]
  }

  static func json(_ event: CampaignEvent) -> JSONValue {
    [
      "act": .string(event.act.word), "until": .optional(event.act.lastDay?.description),
      "document": event.document.map(json) ?? .null, "digest": .optional(event.digest),
      "by": .string(event.decidedBy), "on": .string(event.day.description),
    ]
  }
}
