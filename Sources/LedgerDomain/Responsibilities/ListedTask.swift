/// A responsibility list as it was issued.
public struct ResponsibilityList: Hashable, Sendable {
  /// Which list.
  public let key: ListKey
  /// What it is called.
  public let title: String
  /// The document that it comes from.
  public let source: String
  /// The day on which it was issued.
  public let issued: CalendarDate

  /// Describes a list; refuses texts that are missing, too long or hold personal numbers.
  public init(
    key: ListKey, title: String, source: String, issued: CalendarDate
  ) throws(Refusal) {
    self.key = key
    self.title = try FreeText.checked(title, at: .option("title"), isNeeded: true)
    self.source = try FreeText.checked(source, at: .option("source"), isNeeded: true)
    self.issued = issued
  }
}

/// What a task must reach, where it is a number.
public struct TaskGoal: Hashable, Sendable {
  /// Whether the number is a floor or a ceiling.
  public enum Kind: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
  }

  /// Floor or ceiling.
  public let kind: Kind
  /// The number.
  public let value: FigureNumber

  /// States a goal.
  public init(kind: Kind, value: FigureNumber) {
    self.kind = kind
    self.value = value
  }

  /// Whether a number reaches it.
  public func isReached(by amount: FigureNumber) -> Bool {
    kind == .atLeast ? amount >= value : amount <= value
  }
}

/// The posts, never persons, that answer for a task in its unit.
public struct TaskPosts: Hashable, Sendable {
  /// Who answers for it.
  public let principal: String
  /// Who directs it.
  public let deputy: String
  /// Who is called.
  public let liaison: String

  /// Names the posts.
  public init(principal: String = "", deputy: String = "", liaison: String = "") {
    self.principal = principal
    self.deputy = deputy
    self.liaison = liaison
  }
}

/// A task of a responsibility list, from a day on.
public struct ListedTask: Hashable, Sendable {
  /// Which task.
  public let key: TaskKey
  /// The first day of this version.
  public var validFrom: CalendarDate
  /// What is to be done.
  public let words: String
  /// The task in the same list that this one is a part of; nil for none.
  public var parent: String?
  /// The unit that leads (牵头), by its code.
  public var lead: String
  /// The units that are responsible besides (责任), by their codes.
  public var responsible: [String] = []
  /// The units that support (配合), by their codes.
  public var supporting: [String] = []
  /// What is to be reached, in words.
  public var target = ""
  /// The indicator that the goal is a value of, or the count's unit of measure.
  public var indicator = ""
  /// What is to be reached, as a number; nil for words alone.
  public var goal: TaskGoal?
  /// The last day; nil where none is stated, or where the task recurs.
  public var due: CalendarDate?
  /// How often it is to be done; nil for once.
  public var recurrence: Recurrence?
  /// The posts that answer for it.
  public var posts = TaskPosts()
  /// How it is done.
  public var measure = ""
  /// To what standard.
  public var standard = ""

  /// Describes a task.
  public init(key: TaskKey, validFrom: CalendarDate, words: String, lead: String) {
    self.key = key
    self.validFrom = validFrom
    self.words = words
    self.lead = lead
  }

  /// The task above, in the same list.
  public var parentKey: TaskKey? { parent.flatMap { TaskKey(key.list, $0) } }

  /// The units that may report: the lead first.
  public var reporting: [String] { [lead] + responsible.filter { $0 != lead } }

  /// Whether a unit has any part in it.
  public func concerns(_ unit: String) -> Bool {
    lead == unit || responsible.contains(unit) || supporting.contains(unit)
  }
}

/// How often a task is to be done.
public enum Recurrence: String, Sendable, CaseIterable {
  case week
  case month
  case quarter
  case halfYear = "half_year"
  case year

  /// The first and last day of the occurrence that a day lies in.
  public func occurrence(
    on day: CalendarDate
  ) -> (first: CalendarDate, last: CalendarDate) {
    guard let months else {
      let first = day.adding(days: 1 - day.weekday)
      return (first, first.adding(days: 6))
    }
    let (year, month, _) = day.components
    let first = (month - 1) / months * months + 1
    let last = first + months - 1
    return (
      CalendarDate(prolepticYear: year, month: first, day: 1),
      CalendarDate(
        prolepticYear: year, month: last,
        day: CalendarDate.length(ofMonth: last, year: year))
    )
  }

  private var months: Int? {
    switch self {
    case .week: nil
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .week: BilingualText(zh: "每周", en: "weekly")
    case .month: BilingualText(zh: "每月", en: "monthly")
    case .quarter: BilingualText(zh: "每季", en: "quarterly")
    case .halfYear: BilingualText(zh: "每半年", en: "half-yearly")
    case .year: BilingualText(zh: "每年", en: "yearly")
    }
  }

  /// Reads a word of either language, or the code; nil for anything else.
  public init?(word: String) {
    guard
      let known = Self.allCases.first(where: {
        $0.rawValue == word || $0.text.zh == word || $0.text.en == word
      })
    else { return nil }
    self = known
  }
}
