public import LedgerDomain
import PostgresSupport

/// One numbered version of a unit's figures of one form and period.
public struct Revision: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The form's code.
  public let form: String
  /// What the figures are for.
  public let period: Period
  /// 1 for the first.
  public let number: Int
  /// From when on the form's version counts whose fields the figures follow.
  public let formEffective: CalendarDate
  /// One figure per field.
  public let figures: [Figure]
  /// What was explained, per field; empty when nothing was.
  public let notes: [String?]
  /// The account that submitted it.
  public let submittedBy: String

  /// Describes a revision.
  public init(
    unit: String, form: String, period: Period, number: Int, formEffective: CalendarDate,
    figures: [Figure], notes: [String?], submittedBy: String
  ) {
    self.unit = unit
    self.form = form
    self.period = period
    self.number = number
    self.formEffective = formEffective
    self.figures = figures
    self.notes = notes
    self.submittedBy = submittedBy
  }

  /// What names it.
  public var key: RevisionKey {
    RevisionKey(unit: unit, form: form, period: period, number: number)
  }

  /// The revision as a fact.
  public var fact: Fact {
    let numbers = figures.map { figure -> Int64? in
      guard case .number(let number) = figure else { return nil }
      return number.tenThousandths
    }
    let absences = figures.map { figure -> String? in
      guard case .absent(let absence) = figure else { return nil }
      return absence.rawValue
    }
    let hasAbsences = absences.contains { $0 != nil }
    return Fact(
      .revisions,
      [
        .text(unit), .text(form), .day(period.firstDay), .integer(Int64(number)),
        .day(formEffective), .integers(numbers), hasAbsences ? .texts(absences) : .null,
        notes.contains { $0 != nil } ? .texts(notes) : .null, .text(submittedBy),
      ])
  }

  init(
    key: RevisionKey, formEffective: PostgresDate, numbers: [Int64?], absences: [String?]?,
    notes: [String?]?, submittedBy: String
  ) throws {
    self.init(
      unit: key.unit, form: key.form, period: key.period, number: key.number,
      formEffective: formEffective.calendar,
      figures: try numbers.enumerated().map { position, number in
        if let number {
          guard let figure = FigureNumber(tenThousandths: number) else {
            throw Unexpected.unreadable("revisions")
          }
          return .number(figure)
        }
        let word = absences.flatMap { $0.indices.contains(position) ? $0[position] : nil }
        return .absent(word.flatMap(Absence.init(rawValue:)) ?? .missing)
      }, notes: notes ?? [], submittedBy: submittedBy)
  }
}

/// A decision on a revision: the unit's reviewer's, or the office's.
public struct Review: Hashable, Sendable {
  /// Who decides at this stage.
  public enum Stage: String, Sendable {
    case unit
    case office
  }

  /// What is decided.
  public enum Decision: String, Sendable {
    case approve
    case `return`
  }

  /// The revision, `unit/form/period/number`.
  public let revision: RevisionKey
  /// Who decides.
  public let stage: Stage
  /// What is decided.
  public let decision: Decision
  /// Why, as a JSON list of indicator and text; `[]` for an approval.
  public let reasons: String
  /// The account that decides.
  public let decidedBy: String

  /// Describes a review.
  public init(
    revision: RevisionKey, stage: Stage, decision: Decision, reasons: String, decidedBy: String
  ) {
    self.revision = revision
    self.stage = stage
    self.decision = decision
    self.reasons = reasons
    self.decidedBy = decidedBy
  }

  /// The review as a fact.
  public var fact: Fact {
    Fact(
      .reviews,
      [
        .text(revision.unit), .text(revision.form), .day(revision.period.firstDay),
        .integer(Int64(revision.number)), .text(stage.rawValue), .text(decision.rawValue),
        .text(reasons), .text(decidedBy),
      ])
  }
}

/// What names one revision.
public struct RevisionKey: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The form's code.
  public let form: String
  /// What the figures are for.
  public let period: Period
  /// The revision's number.
  public let number: Int

  /// Names a revision.
  public init(unit: String, form: String, period: Period, number: Int) {
    self.unit = unit
    self.form = form
    self.period = period
    self.number = number
  }

  /// How the journal and people name it: `CA-AB/fraud-monthly/2022-01/1`.
  public var object: String { "\(unit)/\(form)/\(period)/\(number)" }
}

/// Where a submission stands.
public struct SubmissionState: Hashable, Sendable {
  /// The latest revision.
  public let latest: RevisionKey
  /// Who submitted it.
  public let submittedBy: String
  /// The unit's decision on it, if any.
  public let unitDecision: String?
  /// The office's decision on it, if any.
  public let officeDecision: String?
}
