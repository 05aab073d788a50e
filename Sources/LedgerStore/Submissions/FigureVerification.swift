public import LedgerDomain
import PostgresSupport

/// What the agency that knows the source says of one figure.
public struct FigureVerification: Hashable, Sendable {
  /// Whether the figure is right.
  public enum Decision: String, Sendable {
    case confirm
    case dispute
  }

  /// The revision that reported the figure.
  public let revision: RevisionKey
  /// The figure's indicator.
  public let indicator: String
  /// The verifier's own figure where it disputes; nil where it confirms.
  public let figure: FigureNumber?
  /// Why it disputes.
  public let reason: String
  /// The account that says so.
  public let decidedBy: String

  /// Describes a verification; with a figure of its own it is a dispute.
  public init(
    revision: RevisionKey, indicator: String, figure: FigureNumber?, reason: String,
    decidedBy: String
  ) {
    self.revision = revision
    self.indicator = indicator
    self.figure = figure
    self.reason = reason
    self.decidedBy = decidedBy
  }

  /// Whether the figure is confirmed or disputed.
  public var decision: Decision { figure == nil ? .confirm : .dispute }

  /// The verification as a fact.
  public var fact: Fact {
    Fact(
      .verifications,
      [
        .text(revision.unit), .text(revision.form), .day(revision.period.firstDay),
        .integer(Int64(revision.number)), .text(indicator), .text(decision.rawValue),
        .optional(figure?.tenThousandths), .text(reason), .text(decidedBy),
      ])
  }
}

/// When a submission came, and how often it was corrected.
public struct SubmissionReceipt: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The form's code.
  public let form: String
  /// The day of its first revision, in the ledger's time zone.
  public let received: CalendarDate
  /// How many revisions there are.
  public let revisions: Int
}

extension LedgerTransaction {
  /// Adds a verification to its unit's chain.
  public func append(_ verification: FigureVerification) throws {
    let act = Act(
      "figure.\(verification.decision.rawValue)",
      on: "\(verification.revision.object)/\(verification.indicator)",
      chain: verification.revision.unit)
    _ = try append([verification.fact], act: act)
  }

  /// The revisions of some periods, or of all, of which a figure is disputed.
  public func disputed(periods: [Period]?) throws -> Set<RevisionKey> {
    let wanted = try WantedPeriods(periods, self)
    let rows = try connection.execute(
      VerificationStatements.disputed, [periods == nil ? .null(.dateArray) : wanted.days])
    return Set(
      try rows.compactMap { row in
        wanted.key(try row.text(0), try row.text(1), try row.date(2), try row.int4(3))
      })
  }

  /// When each submission of a period came that the account may see; with `ofEveryForm`, of every
  /// form of the units that it works on.
  public func receipts(
    _ period: Period, ofEveryForm: Bool = false
  ) throws -> [SubmissionReceipt] {
    let frequencies = try self.frequencies()
    return try connection.execute(
      ofEveryForm ? VerificationStatements.receiptsOfUnits : VerificationStatements.receipts,
      [.date(period.firstDay.postgres)]
    ).map { row in
      SubmissionReceipt(
        unit: try row.text(0), form: try row.text(1),
        received: Self.day(of: try row.timestamp(2)), revisions: Int(try row.int4(3)))
    }.filter { frequencies[$0.form] == period.frequency }
  }
}

enum VerificationStatements {
  static let all = [disputed, receipts, receiptsOfUnits]

  static let disputed = Statement(
    "verifications_disputed",
    """
    select distinct unit, form, period, revision
    from ledger.verifications
    where decision = 'dispute' and ($1::date[] is null or period = any($1))
    """)
  static let receipts = Statement(
    "submission_receipts",
    """
    select unit, form, min(recorded_at), max(number)
    from ledger.revisions
    where period = $1
    group by unit, form
    """)
  static let receiptsOfUnits = Statement(
    "submission_receipts_of_units",
    "select unit, form, received_at, revisions from ledger.receipts_of($1)")
}
