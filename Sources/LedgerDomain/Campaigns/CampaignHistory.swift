/// Where a campaign stands on a day.
public enum CampaignState: String, Sendable, CaseIterable {
  /// Its first day is to come.
  case planned
  /// It runs.
  case running
  /// Its last day is over; the summary is to be written.
  case ended
  /// It is summed up and sealed.
  case closed

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .planned: BilingualText(zh: "未开始", en: "Planned")
    case .running: BilingualText(zh: "进行中", en: "Running")
    case .ended: BilingualText(zh: "已结束，待总结", en: "Ended, to be summed up")
    case .closed: BilingualText(zh: "已总结封存", en: "Closed and sealed")
    }
  }
}

/// What is done with a campaign after it began.
public enum CampaignAct: Hashable, Sendable {
  /// It goes on until a later day.
  case extend(to: CalendarDate)
  /// It ends with a day, earlier than was set or where none was.
  case end(with: CalendarDate)
  /// It is summed up and sealed.
  case close

  /// The word that is kept.
  public var word: String {
    switch self {
    case .extend: "extend"
    case .end: "end"
    case .close: "close"
    }
  }

  /// The day that it sets, if any.
  public var lastDay: CalendarDate? {
    switch self {
    case .extend(let day), .end(let day): day
    case .close: nil
    }
  }

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .extend: BilingualText(zh: "延期", en: "Extended")
    case .end: BilingualText(zh: "决定结束", en: "End decided")
    case .close: BilingualText(zh: "总结封存", en: "Closed")
    }
  }

  /// Reads what is kept; nil for anything else.
  public init?(word: String, lastDay: CalendarDate?) {
    switch (word, lastDay) {
    case ("extend", let day?): self = .extend(to: day)
    case ("end", let day?): self = .end(with: day)
    case ("close", nil): self = .close
    default: return nil
    }
  }
}

/// One act on a campaign, as it is kept.
public struct CampaignEvent: Hashable, Sendable {
  /// What was done.
  public let act: CampaignAct
  /// The document that it follows from; nil for the closing, whose summary speaks for itself.
  public let document: Campaign.Document?
  /// The sealed summary, canonical JSON; nil unless closed.
  public let summary: String?
  /// SHA-256 of the summary, hexadecimal; nil unless closed.
  public let digest: String?
  /// The account.
  public let decidedBy: String
  /// The day.
  public let day: CalendarDate

  /// States an act.
  public init(
    act: CampaignAct, document: Campaign.Document?, summary: String? = nil,
    digest: String? = nil, decidedBy: String, day: CalendarDate
  ) {
    self.act = act
    self.document = document
    self.summary = summary
    self.digest = digest
    self.decidedBy = decidedBy
    self.day = day
  }
}

/// A campaign with everything that was decided about it since.
public struct CampaignHistory: Hashable, Sendable {
  /// The campaign as its file defines it.
  public let campaign: Campaign
  /// What was decided, in order.
  public let events: [CampaignEvent]

  /// Joins a campaign with its events.
  public init(_ campaign: Campaign, events: [CampaignEvent] = []) {
    self.campaign = campaign
    self.events = events
  }

  /// The last day as it is set now; nil for none.
  public var end: CalendarDate? { events.compactMap(\.act.lastDay).last ?? campaign.end }

  /// The act that sealed it; nil until then.
  public var closing: CampaignEvent? { events.last { $0.act == .close } }

  /// Where it stands on a day.
  public func state(on day: CalendarDate) -> CampaignState {
    if closing != nil { return .closed }
    if day < campaign.start { return .planned }
    return end.map { day > $0 } ?? false ? .ended : .running
  }

  /// Refuses what may not be done with it on a day.
  ///
  /// Extended while it runs, to a later day than is set; ended while it runs, once, with today or a
  /// later day before the one that is set; closed once it has ended. A decided end is final.
  public func check(_ act: CampaignAct, on day: CalendarDate) throws(Refusal) {
    let code = campaign.code
    let state = state(on: day)
    if state == .closed { throw Refusal(CampaignRefusal.alreadyClosed, code) }
    if act == .close {
      guard state == .ended else { throw Refusal(CampaignRefusal.notEnded, code) }
      return
    }
    if state == .planned { throw Refusal(CampaignRefusal.notStarted, code) }
    if state == .ended {
      throw Refusal(CampaignRefusal.alreadyEnded, code, end?.description ?? "")
    }
    let isDecided = events.contains { event in
      if case .end = event.act { true } else { false }
    }
    if isDecided { throw Refusal(CampaignRefusal.endDecided, code, end?.description ?? "") }
    switch act {
    case .extend(let later):
      guard let end else { throw Refusal(CampaignRefusal.openEnded, at: .option("until"), code) }
      guard later > end else {
        throw Refusal(
          CampaignRefusal.endNotLater, at: .option("until"), later.description, end.description)
      }
    case .end(let last):
      guard last >= day, end.map({ last < $0 }) ?? true else {
        throw Refusal(CampaignRefusal.endNotAhead, at: .option("until"), last.description)
      }
    case .close: return
    }
  }

  /// Whether a day is one of the campaign's, whatever was decided when.
  public func covers(_ day: CalendarDate, _ calendar: WorkingCalendar) -> Bool {
    day >= campaign.start && end.map { day <= $0 } ?? true && campaign.counts(day, calendar)
  }
}

/// On which days the forms of campaigns are due, and of whom.
///
/// A daily form that a campaign names is due on that campaign's days only; one that none names,
/// every day.
public struct CampaignDays: Sendable {
  private let campaigns: [String: [CampaignHistory]]
  private let calendar: WorkingCalendar

  /// No campaigns.
  public static let none = CampaignDays([], WorkingCalendar(exceptions: [:]))

  /// Takes every campaign there is.
  public init(_ campaigns: [CampaignHistory], _ calendar: WorkingCalendar) {
    var known: [String: [CampaignHistory]] = [:]
    for history in campaigns {
      for form in history.campaign.forms { known[form, default: []].append(history) }
    }
    self.campaigns = known
    self.calendar = calendar
  }

  /// Whether a form is due for a period, of one unit or of any.
  public func asks(_ form: String, _ period: Period, unit: String? = nil) -> Bool {
    guard period.frequency == .day, let campaigns = campaigns[form] else { return true }
    return campaigns.contains { history in
      let units = history.campaign.units
      return (unit.map { units.isEmpty || units.contains($0) } ?? true)
        && history.covers(period.firstDay, calendar)
    }
  }
}
