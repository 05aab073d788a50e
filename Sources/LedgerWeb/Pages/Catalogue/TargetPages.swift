import LedgerDomain

/// What must be reached in a year: set, tried and shown.
enum TargetPages {
  static let all: [Endpoint] = []

  /// The page of this year.
  static let start = Link("catalogue", "targets")
}
