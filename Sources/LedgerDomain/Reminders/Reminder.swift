/// Something that waits for an account: what it is about and until when.
///
/// A reminder is computed from the facts and the day, never kept.
public struct Reminder: Hashable, Sendable {
  /// Why somebody is reminded.
  public let kind: Kind
  /// The unit that it is about, by its name; nil where it is about several.
  public let unit: BilingualText?
  /// What it is about, for people: no figures, no free text.
  public let subject: BilingualText
  /// More words; nil for none.
  public var detail: BilingualText?
  /// The last day on which it is on time; nil where none is stated.
  public let due: CalendarDate?
  /// Where the account does something about it.
  public let place: Place
  /// What tells this reminder from an earlier one of the same place, so that what was read before
  /// comes again when something new happens.
  public let occurrence: String

  /// So many working days before its last day something is due soon.
  public static let soonWorkingDays = 3

  /// Describes a reminder.
  public init(
    kind: Kind, unit: BilingualText?, subject: BilingualText, due: CalendarDate?, place: Place,
    occurrence: String = ""
  ) {
    self.kind = kind
    self.unit = unit
    self.subject = subject
    self.due = due
    self.place = place
    self.occurrence = occurrence
  }

  /// Why somebody is reminded; the gravest first.
  public enum Kind: String, CaseIterable, Sendable {
    case returned
    case overdue
    case disputed
    case dueSoon = "due_soon"
    case waiting
  }

  /// Where something is done.
  public enum Place: Hashable, Sendable {
    case submission(unit: String, form: String, period: Period)
    case review(form: String, period: Period)
    case verification(form: String, period: Period)
    case task(TaskKey)
    case ladder(scope: String)

    var words: [String] {
      switch self {
      case .submission(let unit, let form, let period):
        ["submission", unit, form, period.description]
      case .review(let form, let period): ["review", form, period.description]
      case .verification(let form, let period): ["verification", form, period.description]
      case .task(let key): ["task", key.description]
      case .ladder(let scope): ["ladder", scope]
      }
    }
  }

  /// What names it; at most 200 characters.
  public var id: String {
    ([kind.rawValue] + place.words + [occurrence]).joined(separator: ":")
  }

  /// Whether it comes before another: the graver first, then the sooner due.
  public func precedes(_ other: Reminder) -> Bool {
    let ranks = [self, other].map { Kind.allCases.firstIndex(of: $0.kind) ?? 0 }
    if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
    let days = [self, other].map { $0.due?.daysSince2000 ?? .max }
    return days[0] != days[1] ? days[0] < days[1] : id < other.id
  }
}

extension Reminder.Kind {
  /// The kind of what is to be done until a day; nil while there is time.
  public init?(due: CalendarDate?, today: CalendarDate, calendar: WorkingCalendar) {
    guard let due else { return nil }
    if due < today {
      self = .overdue
    } else if due <= calendar.workingDay(Reminder.soonWorkingDays, after: today) {
      self = .dueSoon
    } else {
      return nil
    }
  }

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .returned: BilingualText(zh: "被退回", en: "Returned")
    case .overdue: BilingualText(zh: "已逾期", en: "Overdue")
    case .disputed: BilingualText(zh: "有疑义", en: "Disputed")
    case .dueSoon: BilingualText(zh: "即将到期", en: "Due soon")
    case .waiting: BilingualText(zh: "等您处理", en: "Waiting for you")
    }
  }
}
