import Crypto
import LedgerDomain
import PostgresSupport

/// What a sign-in in two steps hands from the first to the second: account and password, sealed
/// with the service's key, so that a page may carry them and nobody reads them there.
struct SignInTicket: Sendable {
  /// How long somebody may look for their authenticator, in microseconds.
  static let lifetime: Int64 = 5 * 60 * 1_000_000

  let account: String
  let password: String
  let network: String
  /// When it was made, in microseconds since 2000.
  let madeAt: Int64
}

extension Ledger {
  /// Seals what somebody has shown so far, for whom the refusal ``SessionRefusal/codeNeeded`` asks
  /// for more.
  public func signInTicket(for request: SignInRequest) throws -> String {
    let content = JSONValue.array([
      .string(request.account), .string(request.password), .string(request.network),
      .number(String(moment.microsecondsSince2000)),
    ])
    let seal = try FactorSeal(surroundings.secretsKey)
    return hexadecimal(try seal.seal(content.canonicalBytes, for: Self.ticketName))
  }

  /// Signs in with a ticket and a code.
  ///
  /// Refused like ``signIn(_:)``, and for a ticket that is older than five minutes, comes from
  /// elsewhere or was not made here.
  public func signIn(
    ticket: String, code: String, network: String
  ) async throws -> OpenedSession {
    let seal = try FactorSeal(surroundings.secretsKey)
    guard ticket.utf8.count <= 4_096, let sealed = bytes(hexadecimal: ticket),
      let opened = try? seal.open(sealed, of: Self.ticketName),
      let ticket = try? SignInTicket(opened), ticket.network == network,
      (0...SignInTicket.lifetime).contains(moment.microsecondsSince2000 &- ticket.madeAt)
    else { throw Refusal(SessionRefusal.ticketOver) }
    return try await signIn(
      SignInRequest(
        account: ticket.account, password: ticket.password, code: code, network: network))
  }

  /// No account has this name: what is sealed for a sign-in opens as nobody's second factor.
  private static var ticketName: String { "* sign-in" }
}

extension SignInTicket {
  init(_ bytes: [UInt8]) throws(Refusal) {
    let parts = try JSONReader(try JSONValue(parsing: bytes)).elements()
    guard parts.count == 4, case .number(let digits) = parts[3].value, let madeAt = Int64(digits)
    else { throw Refusal(SessionRefusal.ticketOver) }
    self.init(
      account: try parts[0].string(), password: try parts[1].string(),
      network: try parts[2].string(), madeAt: madeAt)
  }
}
