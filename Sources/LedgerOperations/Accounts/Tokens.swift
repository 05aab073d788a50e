import Crypto
public import LedgerDomain
public import LedgerStore
import PostgresSupport

extension Ledger {
  /// Makes a token, with which a program acts for the account within a unit and a form, to a day.
  ///
  /// Refused for roles that need no program, and where it would reach beyond the account. The
  /// secret is shown this once. Resetting the account's credentials ends it; changing the password
  /// does not. With a key a second time is refused: the first has shown the secret.
  public func createToken(
    label: String, unit: String, form: String?, until: CalendarDate, key: String? = nil,
    by actor: Actor
  ) async throws -> (id: String, secret: String) {
    let secret = newSecret()
    return try await actAtSignIn(by: actor) { transaction, session in
      let rule = Permission.createOwnToken.rule
      try transaction.require(.createOwnToken)
      let label = try FreeText.checked(label, at: .pointer("/label"))
      guard (1...64).contains(label.unicodeScalars.count) else {
        throw Refusal(TokenRefusal.labelMalformed)
      }
      let scope = try transaction.actingScope(rule.roles)
      let isInside =
        scope.everywhere || scope.units.contains(unit)
        || form.map { scope.units.contains("\(unit)/\($0)") } ?? false
      guard isInside else { throw Refusal(TokenRefusal.outside) }
      let days = try transaction.accountPolicy().session.tokenDaysMax
      let today = try transaction.today()
      guard today <= until, until <= today.adding(days: days) else {
        throw Refusal(TokenRefusal.untilOutOfRange, String(days))
      }
      let token = NewSession(
        purpose: .token, account: session.account, expiresAt: Self.end(of: until),
        network: session.network, label: label, limitedUnit: unit, limitedForm: form,
        id: key.map { Self.tokenName(of: session.account, key: $0) })
      let id = try transaction.open(token, secret: secret)
      try transaction.append(
        [],
        act: Act(
          "token.create", on: "token/\(session.account)/\(id)",
          detail: "\(unit) \(form ?? "*") \(until)"))
      return (id, secret)
    }
  }

  /// The name of the one token that an account creates under a key.
  private static func tokenName(of account: String, key: String) -> String {
    let digest = SHA256.hash(data: Array("token \(account) \(key)".utf8))
    return hexadecimal(Array(digest.prefix(16)))
  }

  /// One's own tokens in force.
  public func tokens(by actor: Actor) async throws -> [SessionSummary] {
    try await sessions(by: actor).filter { $0.purpose == .token }
  }

  /// Ends a token, at once: one's own, or for the security administrator any.
  public func endToken(id: String, by actor: Actor) async throws {
    try await endSession(id: id, by: actor)
  }

  /// Midnight after a day, in the ledger's time zone.
  private static func end(of day: CalendarDate) -> PostgresTimestamp {
    let midnight = (Int64(day.daysSince2000) + 1) * 86_400 - 8 * 3_600
    return PostgresTimestamp(microsecondsSince2000: midnight * 1_000_000)
  }
}
