/// A case: what follows from one accepted decision that took a unit onto a step.
public struct CaseKey: Hashable, Sendable, CustomStringConvertible {
  /// The unit below which the ladder is used.
  public let scope: String
  /// The unit.
  public let unit: String
  /// The decision's number among those on the unit.
  public let number: Int

  /// States a case.
  public init(scope: String, unit: String, number: Int) {
    self.scope = scope
    self.unit = unit
    self.number = number
  }

  /// Reads `990100.990121.2`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 3, UnitTree.isCode(parts[0]), UnitTree.isCode(parts[1]),
      (1...6).contains(parts[2].utf8.count), let number = Int(parts[2]), number > 0,
      String(number) == parts[2]
    else { return nil }
    self.init(scope: parts[0], unit: parts[1], number: number)
  }

  /// `990100.990121.2`.
  public var description: String { "\(scope).\(unit).\(number)" }
}

/// Something that happened in a case after its decision.
public struct CaseEvent: Hashable, Sendable {
  /// 1 for the first of the case.
  public var number: Int
  /// What.
  public let kind: Kind
  /// What was said.
  public let words: String
  /// The number of the paper that shows it; empty for none.
  public let evidence: String
  /// What an objection is against: an indicator's code, or empty for the step itself.
  public let against: String
  /// The post that held an interview; empty otherwise.
  public let presidingPost: String
  /// Where an interview was held; empty otherwise.
  public let place: String
  /// The day on which it happened.
  public let heldOn: CalendarDate
  /// In which role it was recorded.
  public let role: Role
  /// The day on which it was recorded.
  public let day: CalendarDate
  /// The account that recorded it.
  public let recordedBy: String

  /// What can happen.
  public enum Kind: String, CaseIterable, Sendable {
    case reply, plan, report, progress
    case objection
    case objectionUpheld = "objection_upheld"
    case objectionRejected = "objection_rejected"
    case interview
    case recheckPassed = "recheck_passed"
    case recheckFailed = "recheck_failed"
    case acceptancePassed = "acceptance_passed"
    case acceptanceFailed = "acceptance_failed"
    case continued
  }

  /// States an event.
  public init(
    number: Int, kind: Kind, words: String, evidence: String = "", against: String = "",
    presidingPost: String = "", place: String = "", heldOn: CalendarDate, role: Role,
    day: CalendarDate, recordedBy: String
  ) {
    self.number = number
    self.kind = kind
    self.words = words
    self.evidence = evidence
    self.against = against
    self.presidingPost = presidingPost
    self.place = place
    self.heldOn = heldOn
    self.role = role
    self.day = day
    self.recordedBy = recordedBy
  }
}

extension CaseEvent.Kind {
  /// What the unit sends.
  public static let ofUnit: [CaseEvent.Kind] = [.reply, .plan, .report, .progress]
  /// What the office records.
  public static let ofOffice: [CaseEvent.Kind] = [
    .interview, .recheckPassed, .recheckFailed, .acceptancePassed, .acceptanceFailed,
  ]

  /// What a deadline of a step waits for that this is; nil for what none waits for.
  public var deed: Ladder.Deed? {
    switch self {
    case .reply: .reply
    case .plan: .plan
    case .report: .report
    case .progress: .progress
    case .interview: .interview
    case .recheckPassed, .recheckFailed: .recheck
    case .acceptancePassed, .acceptanceFailed: .acceptance
    case .objection, .objectionUpheld, .objectionRejected, .continued: nil
    }
  }

  /// What it is called.
  public var name: BilingualText {
    switch self {
    case .reply: BilingualText(zh: "回复", en: "reply")
    case .plan: BilingualText(zh: "整改方案", en: "plan of rectification")
    case .report: BilingualText(zh: "整改报告", en: "report of rectification")
    case .progress: BilingualText(zh: "月度进展", en: "monthly progress")
    case .objection: BilingualText(zh: "申诉", en: "objection")
    case .objectionUpheld: BilingualText(zh: "申诉成立", en: "objection upheld")
    case .objectionRejected: BilingualText(zh: "申诉不成立", en: "objection rejected")
    case .interview: BilingualText(zh: "已约谈", en: "interview held")
    case .recheckPassed: BilingualText(zh: "复查合格", en: "re-check passed")
    case .recheckFailed: BilingualText(zh: "复查不合格", en: "re-check failed")
    case .acceptancePassed: BilingualText(zh: "验收合格", en: "acceptance passed")
    case .acceptanceFailed: BilingualText(zh: "验收不合格", en: "acceptance failed")
    case .continued: BilingualText(zh: "继续挂牌", en: "listing continued")
    }
  }
}

/// What somebody entered with a document's number, because no figure tells it.
public struct StepTrigger: Hashable, Sendable {
  /// 1 for the first of the unit.
  public let number: Int
  /// What: one of ``LadderFact/entered``.
  public let fact: LadderFact
  /// The authority that says so.
  public let authority: String
  /// The document's number.
  public let document: String
  /// The document's day.
  public let issued: CalendarDate
  /// How many decisions on the unit there were: a later one that rests on it uses it up.
  public let after: Int
  /// The day on which it was entered.
  public let day: CalendarDate
  /// The account that entered it.
  public let recordedBy: String

  /// States what was entered.
  public init(
    number: Int, fact: LadderFact, authority: String, document: String, issued: CalendarDate,
    after: Int, day: CalendarDate, recordedBy: String
  ) {
    self.number = number
    self.fact = fact
    self.authority = authority
    self.document = document
    self.issued = issued
    self.after = after
    self.day = day
    self.recordedBy = recordedBy
  }

  /// Whether no decision has used it yet.
  public func isOpen(_ decisions: some Sequence<StepDecision>) -> Bool {
    !decisions.contains { $0.number > after && $0.facts.contains(fact) }
  }
}
