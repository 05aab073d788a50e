import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// Campaigns: the list, each one's board, and what the office decides about it.
enum CampaignPages {
  static let all: [Endpoint] = [list, show, file, extend, end, close]

  static let link = Link("campaigns")

  private static let list = Endpoint.page(
    .get, "/campaigns", "page.campaigns", access: .permission(.readCampaigns),
    handle: { call in
      CampaignListPage(
        call: call, campaigns: try await call.ledger.campaigns(by: call.actor())
      ).reply
    })

  /// By which indicator the board is shown; what is none of the campaign's is the first.
  private static let by = Endpoint.Parameter.text("by", "The indicator of the board.")

  private static let show = Endpoint.page(
    .get, "/campaigns/{code}", "page.campaign", access: .permission(.readCampaigns),
    query: [by, .word("done", "What was just done.", of: ["extend", "end", "close"])],
    handle: { call in try await page(call, nil) })

  private static let file = Endpoint.page(
    .get, "/campaigns/{code}/file", "page.campaign.file", access: .permission(.readCampaigns),
    query: [by],
    handle: { call in
      let shown = try await call.ledger.campaign(call.campaign(), by: call.actor())
      let table = CampaignTable(shown, say: call.say, by: call.query["by"])
      let isInvented = call.web.configuration.isDemonstration
      return Reply.text(
        "\u{FEFF}" + (isInvented ? InventedMark.comment : "")
          + CSVWriter.text(table.map { [$0.headings] + $0.cells } ?? []),
        "text/csv; charset=utf-8"
      ).with(
        .contentDisposition, "attachment; filename=\"campaign-\(shown.campaign.code).csv\"")
    })

  private static let extend = deciding("extend", isExtension: true)
  private static let end = deciding("end", isExtension: false)

  private static func deciding(_ act: String, isExtension: Bool) -> Endpoint {
    .act(
      "/campaigns/{code}/\(act)", "page.campaign.\(act)", access: .permission(.keepCampaigns),
      handle: { call in
        let code = try call.campaign()
        return try await call.see(
          { (_: CampaignEvent) in Link("campaigns", code).adding("done", act) },
          field: { field($0, act) }, again: { try await page(call, $0) }
        ) { actor in
          func day(_ name: String) throws(Refusal) -> CalendarDate {
            let text = try call.form.text("\(act)-\(name)", max: 10)
            guard let day = CalendarDate(text) else {
              throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
            }
            return day
          }
          return try await call.ledger.decideCampaign(
            CampaignRequest(
              campaign: code, isExtension: isExtension, until: try day("until"),
              document: try call.form.text("\(act)-document", max: 200),
              issuer: try call.form.text("\(act)-issuer", max: 200), issued: try day("issued")),
            by: actor)
        }
      })
  }

  private static let close = Endpoint.act(
    "/campaigns/{code}/close", "page.campaign.close", access: .permission(.keepCampaigns),
    handle: { call in
      let code = try call.campaign()
      return try await call.see(
        { (_: CampaignEvent) in Link("campaigns", code).adding("done", "close") },
        field: { _ in "close-closing" }, again: { try await page(call, $0) }
      ) { actor in
        try await call.ledger.closeCampaign(
          code, closing: joined(try call.form.text("close-closing", max: 2_400)), by: actor)
      }
    })

  /// The lines of a text as one: what is kept has no control characters.
  private static func joined(_ text: String) -> String {
    text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// The field of a form at which a refusal is told.
  private static func field(_ refusal: Refusal, _ act: String) -> String {
    if case .option(let name) = refusal.place, ["document", "issuer", "issued"].contains(name) {
      return "\(act)-\(name)"
    }
    return "\(act)-until"
  }

  private static func page(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    let shown = try await call.ledger.campaign(call.campaign(), by: call.actor())
    return CampaignPage(call: call, shown: shown, attempt: attempt).reply
  }
}

/// Every campaign, the one that began last first.
struct CampaignListPage: Sendable {
  let call: Call
  let campaigns: [CampaignStanding]

  private var say: Say { call.say }

  var reply: Reply {
    var frame = call.frame
    frame.target = CampaignPages.link
    let title = say(CampaignText.title)
    return frame.reply(
      title, entry: .tasks,
      """
      <h1>\(title)</h1>
      <p class="meta">\(say(CampaignText.intro))</p>
      \(campaigns.isEmpty ? "<p>\(say(CampaignText.none))</p>" : table)
      """)
  }

  private var table: HTML {
    let rows = HTML(each: campaigns) { standing in
      let campaign = standing.history.campaign
      return """
        <tr><th scope="row"><a href="\(Link("campaigns", campaign.code))">\
        \(say(campaign.name))</a></th>
        <td class="day">\(campaign.start.description)</td>
        <td class="day">\(standing.history.end?.description ?? say(CampaignText.openEnd))</td>
        <td class="p2">\(standing.phase.map { say($0.label) } ?? "—")</td>
        <td>\(CampaignPage.tag(standing.state, say))</td>
        <td class="p2">\(campaign.documents.first?.number ?? "")</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(CampaignText.title))">\
      <table class="tb"><thead><tr><th scope="col">\(say(CampaignText.name))</th>\
      <th scope="col">\(say(CampaignText.from))</th><th scope="col">\(say(CampaignText.until))</th>\
      <th scope="col" class="p2">\(say(CampaignText.phase))</th>\
      <th scope="col">\(say(CampaignText.state))</th>\
      <th scope="col" class="p2">\(say(CampaignText.documents))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }
}
