/// The versioned way in which a year is assessed: one sheet of marks for each kind of unit.
///
/// Every mark that is lost names what it was lost by: an edition, a step of the ladder, a task, a
/// submission.
public struct AssessmentMethod: Hashable, Sendable {
  /// Its code.
  public let id: String
  /// Its version; a version never changes.
  public let version: Int
  /// The first month it is for; the one in force in December assesses the year.
  public let effective: Month
  /// What it is called.
  public let title: BilingualText
  /// The full marks of every sheet.
  public let full: Fraction
  /// The sheets, in the file's order.
  public let sheets: [Sheet]
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// What units of one kind are assessed by.
  public struct Sheet: Hashable, Sendable {
    /// The kind.
    public let kind: String
    /// The items, in the file's order.
    public let items: [Item]
  }

  /// One item of a sheet.
  public struct Item: Hashable, Sendable {
    /// Its code.
    public let id: String
    /// What it says, for people.
    public let text: BilingualText
    /// Its full marks.
    public let marks: Fraction
    /// How marks are lost.
    public let rule: Rule
  }

  /// How marks are lost.
  public enum Rule: Hashable, Sendable {
    /// Each month of the year gives an equal share of the marks, of which the month's index score
    /// says how much is kept.
    case index
    /// Each event costs so many marks, until none are left.
    case deduct([Deduction])
  }

  /// What an event costs.
  public struct Deduction: Hashable, Sendable {
    /// The event.
    public let event: Event
    /// The marks, each time.
    public let marks: Fraction
  }

  /// What may cost marks.
  public enum Event: Hashable, Sendable {
    /// A published month in a colour.
    case colour(Colour)
    /// A decision that took the unit up to a step.
    case step(Int)
    /// A task that was not done by its last day.
    case lateTask
    /// A submission that did not come by its due day.
    case lateReport
  }

  /// `safe-city/1`.
  public var name: String { "\(id)/\(version)" }
}

extension AssessmentMethod {
  /// Reads a method's file and refuses one whose marks do not add up.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly("id", "version", "effective", "title", "full", "sheets")
    id = try json.required("id").string()
    version = try json.required("version").integer(1...1_000_000)
    effective = try RuleSet.month(try json.required("effective"))
    title = try json.required("title").bilingualText()
    let full = try Self.marks(try json.required("full"))
    let list = try json.required("sheets")
    let items = try list.elements()
    guard !items.isEmpty else { throw Refusal(AssessmentRefusal.noSheets, at: list.place) }
    var sheets: [Sheet] = []
    for item in items {
      let sheet = try Sheet(item)
      guard !sheets.contains(where: { $0.kind == sheet.kind }) else {
        throw Refusal(AssessmentRefusal.kindTwice, at: item.place, sheet.kind)
      }
      let sum = sheet.items.map(\.marks).reduce(.zero, +)
      guard sum == full else {
        throw Refusal(
          AssessmentRefusal.marksNotWhole, at: item.place, sheet.kind, sum.text(decimals: 2),
          full.text(decimals: 2))
      }
      sheets.append(sheet)
    }
    self.full = full
    self.sheets = sheets
    self.definition = definition
  }

  /// The sheet of a kind of unit; nil where such units are not assessed.
  public func sheet(of kind: String) -> Sheet? { sheets.first { $0.kind == kind } }

  fileprivate static func marks(_ json: JSONReader) throws(Refusal) -> Fraction {
    let marks = try json.fraction()
    guard marks.signum > 0 else {
      throw Refusal(AssessmentRefusal.marksNotPositive, at: json.place)
    }
    return marks
  }
}

extension AssessmentMethod.Sheet {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("kind", "items")
    kind = try json.required("kind").string()
    var items: [AssessmentMethod.Item] = []
    for item in try json.required("items").elements() {
      items.append(try AssessmentMethod.Item(item))
    }
    self.items = items
  }
}

extension AssessmentMethod.Item {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("id", "text", "marks", "index", "deduct")
    id = try json.required("id").string()
    text = try json.required("text").bilingualText()
    marks = try AssessmentMethod.marks(try json.required("marks"))
    let index = try json.optional("index")?.bool() ?? false
    let deduct = try json.optional("deduct")
    switch (index, deduct) {
    case (true, nil): rule = .index
    case (false, let list?):
      var deductions: [AssessmentMethod.Deduction] = []
      for item in try list.elements() {
        deductions.append(try AssessmentMethod.Deduction(item))
      }
      rule = .deduct(deductions)
    default: throw Refusal(AssessmentRefusal.ruleMissing, at: json.place, id)
    }
  }
}

extension AssessmentMethod.Deduction {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("on", "step", "marks")
    let word = try json.required("on")
    let name = try word.string()
    switch name {
    case "late_task": event = .lateTask
    case "late_report": event = .lateReport
    case "step": event = .step(try json.required("step").integer(1...Ladder.stepsMax))
    default:
      guard let colour = Colour(rawValue: name), colour != .blue else {
        throw Refusal(AssessmentRefusal.eventUnknown, at: word.place, name)
      }
      event = .colour(colour)
    }
    marks = try AssessmentMethod.marks(try json.required("marks"))
  }
}
