/// What a target demands of an indicator by the end of each month of its year.
public enum TargetKind: String, Sendable, CaseIterable {
  /// The year-to-date sum (or last stock) is at most the path's value of the month.
  case atMost = "at_most"
  /// The year-to-date sum (or last stock) is at least the path's value of the month.
  case atLeast = "at_least"
  /// The year-to-date change on last year is at most so many per cent.
  case yoyAtMostPercent = "yoy_at_most_percent"
  /// The year-to-date change on last year is at least so many per cent.
  case yoyAtLeastPercent = "yoy_at_least_percent"
  /// The value is below that of December last year by at least so much.
  case decreaseFromStart = "decrease_from_start"
  /// The value is zero.
  case zero

  /// The kind's place among all kinds.
  static func order(_ kind: TargetKind) -> Int { allCases.firstIndex(of: kind) ?? 0 }
}
