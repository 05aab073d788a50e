public import LedgerDomain
public import PostgresSupport

/// A figure that the ledger's own records know.
public struct RecordedFigure: Sendable {
  /// The unit's code.
  public let unit: String
  /// The indicator's code.
  public let indicator: String
  /// What is counted.
  public let numerator: Int64
  /// What it is divided by; 1 for a count.
  public let denominator: Int64
  /// Where it comes from, in one sentence.
  public let source: BilingualText

  /// States a figure and its source.
  public init(
    unit: String, indicator: String, numerator: Int64, denominator: Int64 = 1,
    source: BilingualText
  ) {
    self.unit = unit
    self.indicator = indicator
    self.numerator = numerator
    self.denominator = denominator
    self.source = source
  }

  /// The figure with so many decimals, rounded half away from zero; nil where it is divided by
  /// nothing, or too great.
  public func number(decimals: Int) -> FigureNumber? {
    guard denominator != 0 else { return nil }
    let text = Fraction(Int128(numerator), over: Int128(denominator)).text(decimals: decimals)
    guard case .success(let number) = FigureText.number(text, decimals: decimals) else {
      return nil
    }
    return number
  }
}

/// Statements that tell figures from records: each takes a period's first and last day and gives
/// `(unit text, indicator text, numerator bigint, denominator bigint, source text)`.
public enum RecordFigureSource {
  /// Every such statement.
  public static let all = [
    Statement("figures_nofraud", RecordSource.noFraudUnits),
    Statement("figures_listed", RecordSource.listedFlags),
    Statement("figures_meeting_relay", meetingRelay),
  ]
}

extension LedgerTransaction {
  /// What the statements of ``RecordFigureSource`` say of a period.
  public func recordedFigures(of period: Period) throws -> [RecordedFigure] {
    try RecordFigureSource.all.flatMap { statement in
      try connection.execute(
        statement, [.date(period.firstDay.postgres), .date(period.lastDay.postgres)]
      ).map { row in
        let source = try row.text(4)
        return RecordedFigure(
          unit: try row.text(0), indicator: try row.text(1), numerator: try row.int8(2),
          denominator: try row.int8(3), source: BilingualText(zh: source, en: source))
      }
    }
  }
}
