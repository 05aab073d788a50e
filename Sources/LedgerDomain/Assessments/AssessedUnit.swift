/// What the record says of one unit in a year: what its marks are made from.
public struct AssessedUnit: Hashable, Sendable {
  /// Its code.
  public let unit: String
  /// Its name.
  public let name: BilingualText
  /// Its kind.
  public let kind: String
  /// Its published months, the earliest first.
  public var months: [Month] = []
  /// What took it up the ladder, in order; what was withdrawn afterwards is not among them.
  public var steps: [Step] = []
  /// The tasks that were not done by their last day.
  public var lateTasks: [Duty] = []
  /// The submissions that did not come by their due day.
  public var lateReports: [Report] = []

  /// What an edition says of it for a month.
  public struct Month: Hashable, Sendable {
    /// The month.
    public let month: LedgerDomain.Month
    /// The month's latest edition.
    public let edition: Int
    /// Its colour.
    public let colour: Colour
    /// Its index score as a share of the full score, 0…1; nil where it is not scored.
    public let score: Fraction?

    /// States a month.
    public init(month: LedgerDomain.Month, edition: Int, colour: Colour, score: Fraction?) {
      self.month = month
      self.edition = edition
      self.colour = colour
      self.score = score
    }
  }

  /// A decision that took it up to a step.
  public struct Step: Hashable, Sendable {
    /// The step.
    public let step: Int
    /// The month that gave the reason.
    public let month: LedgerDomain.Month
    /// The edition of that month.
    public let edition: Int
    /// The number of the letter or notice; empty for none.
    public let document: String

    /// States a step.
    public init(step: Int, month: LedgerDomain.Month, edition: Int, document: String) {
      self.step = step
      self.month = month
      self.edition = edition
      self.document = document
    }
  }

  /// A submission.
  public struct Report: Hashable, Sendable {
    /// The form's code.
    public let form: String
    /// What it was for.
    public let period: Period

    /// States a submission.
    public init(form: String, period: Period) {
      self.form = form
      self.period = period
    }
  }

  /// Describes a unit of which nothing is known yet.
  public init(unit: String, name: BilingualText, kind: String) {
    self.unit = unit
    self.name = name
    self.kind = kind
  }
}

/// One unit's marks of a year.
public struct AssessmentSheet: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// Its name.
  public let name: BilingualText
  /// Its kind.
  public let kind: String
  /// The items, in the method's order.
  public let items: [Item]
  /// The marks, of the method's full ones.
  public let score: Fraction
  /// Its place among the units of its kind; equals share the better one.
  public fileprivate(set) var rank = 0
  /// How many units of its kind are assessed.
  public fileprivate(set) var ranked = 0

  /// The marks of one item.
  public struct Item: Hashable, Sendable {
    /// The item's code.
    public let id: String
    /// Its full marks.
    public let marks: Fraction
    /// What is left of them; nil where nothing is known to assess, so that the item does not count.
    public let score: Fraction?
    /// What cost marks, in order.
    public let lost: [Loss]
  }

  /// Marks that are lost, and by what.
  public struct Loss: Hashable, Sendable {
    /// How many; together they may be more than the item had.
    public let marks: Fraction
    /// By what.
    public let source: Source
  }

  /// What cost marks.
  public enum Source: Hashable, Sendable {
    /// A month's index score.
    case score(AssessedUnit.Month)
    /// A month's colour.
    case colour(AssessedUnit.Month)
    /// A step of the ladder.
    case step(AssessedUnit.Step)
    /// A task.
    case task(Duty)
    /// A submission.
    case report(AssessedUnit.Report)
  }
}

extension AssessmentMethod {
  /// The sheets of units, in the order of their kinds' sheets and within it of their codes; units
  /// whose kind has no sheet are left out.
  public func sheets(_ units: [AssessedUnit]) -> [AssessmentSheet] {
    sheets.flatMap { sheet in
      let own = units.filter { $0.kind == sheet.kind }.sorted { $0.unit < $1.unit }
      let others = own.map { marked($0, by: sheet) }
      return others.map { sheet in
        var one = sheet
        let better = others.filter { $0.score > one.score }
        one.rank = 1 + better.count
        one.ranked = others.count
        return one
      }
    }
  }

  private func marked(_ unit: AssessedUnit, by sheet: Sheet) -> AssessmentSheet {
    let items = sheet.items.map { $0.marked(unit) }
    let (known, kept) = items.reduce((Fraction.zero, Fraction.zero)) { sum, item in
      item.score.map { (sum.0 + item.marks, sum.1 + $0) } ?? sum
    }
    // What could not be assessed gives and takes nothing: the others stand for the whole.
    let score = kept * full / known
    return AssessmentSheet(
      unit: unit.unit, name: unit.name, kind: unit.kind, items: items, score: score ?? full)
  }
}

extension AssessmentMethod.Item {
  fileprivate func marked(_ unit: AssessedUnit) -> AssessmentSheet.Item {
    var lost: [AssessmentSheet.Loss] = []
    switch rule {
    case .index:
      let scored = unit.months.filter { $0.score != nil }
      guard !scored.isEmpty else {
        return AssessmentSheet.Item(id: id, marks: marks, score: nil, lost: [])
      }
      let share = marks * Fraction(1, over: Int128(scored.count))
      for month in scored {
        let loss = share * (Fraction.one - (month.score ?? .zero))
        if loss.signum > 0 {
          lost.append(AssessmentSheet.Loss(marks: loss, source: .score(month)))
        }
      }
    case .deduct(let deductions):
      lost = deductions.flatMap { deduction in
        unit.sources(of: deduction.event).map {
          AssessmentSheet.Loss(marks: deduction.marks, source: $0)
        }
      }
    }
    let rest = marks - lost.map(\.marks).reduce(.zero, +)
    return AssessmentSheet.Item(
      id: id, marks: marks, score: rest.signum > 0 ? rest : .zero, lost: lost)
  }
}

extension AssessedUnit {
  fileprivate func sources(
    of event: AssessmentMethod.Event
  ) -> [AssessmentSheet.Source] {
    switch event {
    case .colour(let colour):
      months.filter { $0.colour == colour }.map { .colour($0) }
    case .step(let number): steps.filter { $0.step == number }.map { .step($0) }
    case .lateTask: lateTasks.map { .task($0) }
    case .lateReport: lateReports.map { .report($0) }
    }
  }
}
