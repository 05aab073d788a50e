/// Something that a meeting should talk about, as the ledger proposes it.
///
/// The words are neutral: who reads them puts the kind and the unit in front, in either language.
public struct AgendaProposal: Hashable, Sendable {
  /// What sort of thing: one of ``AgendaKind``, or a word of a newer source.
  public let kind: String
  /// What it is about.
  public let subject: String
  /// The unit that it is about; nil for none.
  public let unit: String?
  /// By when it is to be settled; nil where nothing is stated.
  public let due: CalendarDate?
  /// The kind of thing that it links to: `unit`, `task`, `list`, `ladder` …; empty for none.
  public let linkKind: String
  /// Which one.
  public let linkKey: String
  /// What a reader should know besides.
  public let detail: String

  /// Describes a proposal.
  public init(
    kind: String, subject: String, unit: String? = nil, due: CalendarDate? = nil,
    linkKind: String = "", linkKey: String = "", detail: String = ""
  ) {
    self.kind = kind
    self.subject = subject
    self.unit = unit
    self.due = due
    self.linkKind = linkKind
    self.linkKey = linkKey
    self.detail = detail
  }

  /// Whether two proposals are about the same thing, however it is worded by now.
  public func isSame(as other: AgendaProposal) -> Bool {
    (kind, unit, linkKind, linkKey) == (other.kind, other.unit, other.linkKind, other.linkKey)
      && (!linkKey.isEmpty || subject == other.subject)
  }
}

/// The sorts of agenda items that the pages have words for.
public enum AgendaKind: String, Sendable, CaseIterable {
  /// What the office wrote itself.
  case own
  /// A unit that turned red in the newest edition.
  case newRed = "new_red"
  /// A unit that the ladder proposes to move.
  case ladder
  /// A task whose last day is over.
  case overdueTask = "overdue_task"
  /// An objection that is not decided.
  case objection
  /// A matter between agencies.
  case matter
  /// A campaign that runs or ends.
  case campaign
  /// An inspection's findings.
  case inspection

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .own: BilingualText(zh: "其他事项", en: "Other business")
    case .newRed: BilingualText(zh: "新转红", en: "Newly red")
    case .ladder: BilingualText(zh: "阶梯升降", en: "Step on the ladder")
    case .overdueTask: BilingualText(zh: "逾期任务", en: "Overdue task")
    case .objection: BilingualText(zh: "待办异议", en: "Open objection")
    case .matter: BilingualText(zh: "跨部门事项", en: "Matter between agencies")
    case .campaign: BilingualText(zh: "专项行动", en: "Campaign")
    case .inspection: BilingualText(zh: "督导检查", en: "Inspection")
    }
  }
}

/// One item of a meeting's agenda.
public struct AgendaItem: Hashable, Sendable {
  /// Its number, which stays while the order changes.
  public let number: Int
  /// How often it was placed, from 1.
  public let version: Int
  /// Its place on the agenda, from 1; nil once it is taken off.
  public let position: Int?
  /// What it is about.
  public let content: AgendaProposal
  /// What the minutes say of it; empty while nothing is written.
  public var minutes: String
  /// How often its minutes were written.
  public var minutesVersion: Int

  /// Describes an item.
  public init(
    number: Int, version: Int, position: Int?, content: AgendaProposal, minutes: String = "",
    minutesVersion: Int = 0
  ) {
    self.number = number
    self.version = version
    self.position = position
    self.content = content
    self.minutes = minutes
    self.minutesVersion = minutesVersion
  }
}
