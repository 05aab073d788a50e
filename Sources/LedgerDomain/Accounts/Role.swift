/// What an account may do; the exclusions stand in `docs/operations.md` and in the schema.
public enum Role: String, Sendable, CaseIterable {
  /// Submits a unit's figures.
  case reporter
  /// Approves or returns a unit's figures before they leave it.
  case reviewer
  /// Confirms or disputes figures for the agency that holds their source.
  case verifier
  /// Keeps indicators, targets and methods; accepts, closes and proposes to publish.
  case office
  /// The second person of the office.
  case director
  /// Reads, annotates and decides on the ladder.
  case leader
  /// Reads and scores the year.
  case assessor
  /// Reads the journal; changes nothing.
  case auditor
  /// Keeps accounts and operation.
  case systemAdministrator = "system_admin"
  /// Keeps grants and policy.
  case securityAdministrator = "security_admin"

  /// The roles that do the ledger's business: they read figures in their scope.
  public static let business: [Role] = [
    .reporter, .reviewer, .verifier, .office, .director, .leader, .assessor,
  ]
}
