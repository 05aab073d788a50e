import Crypto
public import LedgerDomain
import LedgerStore

/// That a campaign goes on or ends, as the office decides by a document.
public struct CampaignRequest: Sendable {
  /// The campaign's code.
  public var campaign: String
  /// Whether it goes on longer; else it ends.
  public var isExtension: Bool
  /// The last day from now on.
  public var until: CalendarDate
  /// The number of the document that says so.
  public var document: String
  /// Who issued the document.
  public var issuer: String
  /// The day of its issue.
  public var issued: CalendarDate

  /// Describes a decision.
  public init(
    campaign: String, isExtension: Bool, until: CalendarDate, document: String, issuer: String,
    issued: CalendarDate
  ) {
    self.campaign = campaign
    self.isExtension = isExtension
    self.until = until
    self.document = document
    self.issuer = issuer
    self.issued = issued
  }
}

extension Ledger {
  /// The greatest length of what is added to a summary, in Unicode scalars.
  static let closingTextMax = 2_000

  /// Imports a campaign from its file; until it begins, another file takes the place of the first.
  ///
  /// Refused for whoever is not of the office; for a file that is malformed; for forms that do not
  /// exist or are not daily, indicators that are in none of them or do not add up, units that
  /// report none of them; and for other content of a campaign that has begun.
  public func importCampaign(
    _ document: JSONValue, by actor: Actor
  ) async throws -> ImportReport {
    let campaign = try Campaign(document)
    try FreeText.check(document)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCampaigns)
      try transaction.lockCampaign(campaign.code)
      let today = try transaction.today()
      let catalogue = try Catalogue(transaction, on: max(today, campaign.start))
      try campaign.check(
        forms: catalogue.forms, catalogue: catalogue.indicators, tree: catalogue.tree)
      if let known = try transaction.campaigns().first(where: {
        $0.campaign.code == campaign.code
      }) {
        if known.campaign.definition.canonicalText == document.canonicalText {
          return ImportReport(added: 0, unchanged: 1)
        }
        guard known.state(on: today) == .planned else {
          throw Refusal(CampaignRefusal.exists, campaign.code)
        }
      }
      try transaction.append(
        [campaign.fact], act: Act("campaign.import", on: "campaign/\(campaign.code)"))
      return ImportReport(added: 1, unchanged: 0)
    }
  }

  /// Lets a campaign go on until a later day, or end.
  ///
  /// Refused, in this order: whoever is not of the office; an unknown campaign; a document whose
  /// number or issuer is missing or not taken; what may not be done with it now.
  public func decideCampaign(
    _ request: CampaignRequest, by actor: Actor
  ) async throws -> CampaignEvent {
    try await act(by: actor) { transaction, account in
      try transaction.require(.keepCampaigns)
      let history = try transaction.campaignToChange(request.campaign)
      let document = try Campaign.Document(
        number: request.document, issuer: request.issuer, issued: request.issued)
      let act: CampaignAct =
        request.isExtension ? .extend(to: request.until) : .end(with: request.until)
      let today = try transaction.today()
      try history.check(act, on: today)
      let event = CampaignEvent(act: act, document: document, decidedBy: account, day: today)
      try transaction.append(event, number: history.events.count + 1, of: request.campaign)
      return event
    }
  }

  /// Sums a campaign up and seals it: sentences from the figures of all units as they are now, and
  /// a text of the office's own.
  ///
  /// The journal keeps the summary's SHA-256. Refused, in this order: whoever is not of the office;
  /// an unknown campaign; one that has not ended, or is closed; a text that is missing or not
  /// taken.
  public func closeCampaign(
    _ code: String, closing: String, by actor: Actor
  ) async throws -> CampaignEvent {
    try await act(by: actor) { transaction, account in
      try transaction.require(.keepCampaigns)
      let history = try transaction.campaignToChange(code)
      let today = try transaction.today()
      try history.check(.close, on: today)
      let text = try FreeText.checked(
        closing, at: .option("closing"), lengthMax: Self.closingTextMax, isNeeded: true)
      let place = try CampaignPlace(history, transaction)
      let summary = CampaignSummary(
        history, try place.board(of: place.participants, transaction), place.catalogue.indicators,
        closing: text)
      let sealed = summary.document.canonicalText
      let event = CampaignEvent(
        act: .close, document: nil, summary: sealed,
        digest: hexadecimal(SHA256.hash(data: Array(sealed.utf8))), decidedBy: account, day: today)
      try transaction.append(event, number: history.events.count + 1, of: code)
      return event
    }
  }
}

extension LedgerTransaction {
  /// A campaign that is about to be changed, by nobody else meanwhile.
  fileprivate func campaignToChange(_ code: String) throws -> CampaignHistory {
    try lockCampaign(code)
    return try campaignHistory(code)
  }

  /// A campaign with what was decided about it; refused for a code that never was.
  func campaignHistory(_ code: String) throws -> CampaignHistory {
    guard let history = try campaigns().first(where: { $0.campaign.code == code }) else {
      throw Refusal(CampaignRefusal.unknown, code)
    }
    return history
  }
}
