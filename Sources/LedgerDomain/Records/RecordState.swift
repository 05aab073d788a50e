/// Where a record, or one finding of an inspection, stands; it follows from what was done.
public enum RecordState: String, Sendable, CaseIterable {
  // Findings, and inspections by their findings
  case toRectify = "to_rectify"
  case rectified
  case passed
  // No-fraud units
  case applied
  case checked
  case accepted
  case named
  case withdrawn
  // Matters
  case open
  case answered
  case escalated
  case settled
  // Notices, honours, documents, ranks
  case inForce = "in_force"
  case lifted
  case effective
  case held
  case suspended
  case replaced
  case noted

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .toRectify: BilingualText(zh: "待整改", en: "To be put right")
    case .rectified: BilingualText(zh: "待复查", en: "To be checked again")
    case .passed: BilingualText(zh: "已销号", en: "Closed")
    case .applied: BilingualText(zh: "已申报", en: "Applied")
    case .checked: BilingualText(zh: "已自查", en: "Self-checked")
    case .accepted: BilingualText(zh: "验收通过", en: "Accepted")
    case .named: BilingualText(zh: "已命名", en: "Named")
    case .withdrawn: BilingualText(zh: "已撤销", en: "Withdrawn")
    case .open: BilingualText(zh: "待答复", en: "Open")
    case .answered: BilingualText(zh: "已答复", en: "Answered")
    case .escalated: BilingualText(zh: "提交会议", en: "Put to a meeting")
    case .settled: BilingualText(zh: "已办结", en: "Settled")
    case .inForce: BilingualText(zh: "有效", en: "In force")
    case .effective: BilingualText(zh: "现行", en: "In effect")
    case .lifted: BilingualText(zh: "已解除", en: "Lifted")
    case .held: BilingualText(zh: "有效", en: "Held")
    case .suspended: BilingualText(zh: "挂牌期间暂停", en: "Suspended while listed")
    case .replaced: BilingualText(zh: "已被替代", en: "Replaced")
    case .noted: BilingualText(zh: "已登记", en: "Recorded")
    }
  }

  /// Whether somebody has something left to do.
  public var isOpen: Bool {
    switch self {
    case .toRectify, .rectified, .applied, .checked, .accepted, .open, .answered, .escalated: true
    default: false
    }
  }

  /// The state that an act leads to; refused where it cannot be done now.
  public func next(_ act: RecordAct) throws(Refusal) -> RecordState {
    switch (self, act) {
    case (.toRectify, .rectify): .rectified
    case (.rectified, .pass): .passed
    case (.rectified, .fail): .toRectify
    case (.applied, .check): .checked
    case (.checked, .giveBack): .applied
    case (.checked, .accept): .accepted
    case (.accepted, .name), (.named, .review): .named
    case (.named, .withdraw), (.held, .withdraw), (.suspended, .withdraw): .withdrawn
    case (.open, .answer): .answered
    case (.open, .escalate), (.answered, .escalate): .escalated
    case (.answered, .settle), (.escalated, .settle): .settled
    case (.inForce, .lift): .lifted
    case (.effective, .replace): .replaced
    default: throw Refusal(RecordRefusal.notNow, text.zh, act.text.zh, text.en, act.text.en)
    }
  }
}

/// What can be done with a record.
public enum RecordAct: String, RecordWord {
  case rectify
  case pass
  case fail
  case check
  case giveBack = "return"
  case accept
  case name
  case review
  case withdraw
  case answer
  case settle
  case escalate
  case lift
  case replace

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .rectify: BilingualText(zh: "报整改", en: "Report what was put right")
    case .pass: BilingualText(zh: "复查通过", en: "Passed")
    case .fail: BilingualText(zh: "复查不通过", en: "Not passed")
    case .check: BilingualText(zh: "报自查", en: "Report the self-check")
    case .giveBack: BilingualText(zh: "退回", en: "Return")
    case .accept: BilingualText(zh: "验收通过", en: "Accept")
    case .name: BilingualText(zh: "命名", en: "Name")
    case .review: BilingualText(zh: "年度复审通过", en: "Passed the yearly review")
    case .withdraw: BilingualText(zh: "撤销", en: "Withdraw")
    case .answer: BilingualText(zh: "答复", en: "Answer")
    case .settle: BilingualText(zh: "办结", en: "Settle")
    case .escalate: BilingualText(zh: "提交会议", en: "Put to a meeting")
    case .lift: BilingualText(zh: "解除", en: "Lift")
    case .replace: BilingualText(zh: "被新文件替代", en: "Replaced by another")
    }
  }

  /// Whether the unit does it; the others are the office's.
  public var isOfUnit: Bool { self == .rectify || self == .check || self == .answer }

  /// Whether it needs the number of a document.
  public var needsDocument: Bool {
    switch self {
    case .name, .withdraw, .lift, .replace: true
    default: false
    }
  }

  /// Whether it needs words: what was done, answered or decided, and why.
  public var needsWords: Bool {
    switch self {
    case .rectify, .fail, .giveBack, .withdraw, .answer, .settle, .escalate: true
    default: false
    }
  }

  /// Whether it decides on what a unit reported, which the same account never does.
  public var isDecision: Bool {
    switch self {
    case .pass, .fail, .giveBack, .accept, .settle: true
    default: false
    }
  }

  /// Whether it needs a new last day.
  public var needsDue: Bool { self == .fail }

  /// Whether it is about one finding of an inspection.
  public var isOfFinding: Bool { self == .rectify || self == .pass || self == .fail }
}

/// Something that was done with a record.
public struct RecordEvent: Hashable, Sendable {
  /// Its number among the record's events, from 1.
  public let number: Int
  /// The finding that it is about; 0 for the whole record.
  public let item: Int
  /// What was done.
  public let act: RecordAct
  /// The unit that did it, or for which it was done.
  public let unit: String
  /// The day.
  public let day: CalendarDate
  /// What is said to it.
  public let words: String
  /// The number of the document that states it; empty for none.
  public let document: String
  /// The new last day, where the act sets one.
  public let due: CalendarDate?
  /// The account that recorded it.
  public let actedBy: String

  /// Describes an event.
  public init(
    number: Int, item: Int, act: RecordAct, unit: String, day: CalendarDate, words: String,
    document: String, due: CalendarDate?, actedBy: String
  ) {
    self.number = number
    self.item = item
    self.act = act
    self.unit = unit
    self.day = day
    self.words = words
    self.document = document
    self.due = due
    self.actedBy = actedBy
  }
}
