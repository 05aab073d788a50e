import Foundation
import LedgerDomain
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations

/// A ledger with two provinces, three administrators' worth of people, and a clock that tests give.
///
/// Sessions follow `ledger.now()` like everything else: one transaction knows one time, so that a
/// test moves time on by opening the same ledger later.
struct AccountDoor {
  static let password = "Marmots-dig-27-tunnels"
  static let factor = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
  /// 2026-01-05 09:00, China Standard Time.
  static let start = PostgresTimestamp(unixMicroseconds: 1_767_574_800_000_000)

  let database: TestDatabase
  private let connections: Connections
  private let stores: [Store]
  private let hasher = PasswordHasher(operations: 1, memoryBytes: 8_192)

  init() async throws {
    database = try await TestDatabase.clone()
    try await database.script(
      """
      update ledger.installations set clock = 'given';
      insert into ledger.units (code, entry) values
        ('CA', 0), ('CA-AB', 0), ('CA-BC', 0), ('AB-1', 0);
      insert into ledger.unit_versions (
        unit, valid_from, entry, name, name_en, kind, parent, is_ended
      )
      values
        ('CA', '2000-01-01', 0, '', '', 'country', null, false),
        ('CA-AB', '2000-01-01', 0, '', '', 'province', 'CA', false),
        ('CA-BC', '2000-01-01', 0, '', '', 'province', 'CA', false),
        ('AB-1', '2000-01-01', 0, '', '', 'county', 'CA-AB', false);
      """)
    connections = Connections([
      database.pool(role: "ledger_app", size: 2), database.pool(role: "ledger_auth"),
      database.pool(role: "ledger_audit", size: 1),
    ])
    stores = connections.pools.map { Store(pool: $0) }
    try await people()
  }

  private func people() async throws {
    let ledger = at(minutes: 0)
    try await ledger.createFirstAdministrator(account("system"), role: .systemAdministrator)
    try await ledger.createFirstAdministrator(account("security"), role: .securityAdministrator)
    let system = try await ledger.openConsoleSession(as: "system")
    let security = try await ledger.openConsoleSession(as: "security")
    for (name, role, unit) in [("reporter", Role.reporter, "CA-AB"), ("office", .office, "CA")] {
      try await ledger.createAccount(account(name), by: system)
      _ = try await ledger.addGrant(role, to: name, unit: unit, form: nil, until: nil, by: security)
      try await ledger.setDemonstrationPassword(of: name, to: Self.password)
    }
  }

  private func account(_ name: String) -> Account {
    Account(name: name, displayName: name, unit: "CA", post: "")
  }

  /// The ledger so many minutes after the start.
  func at(minutes: Int, seconds: Int = 0, hasKey: Bool = true) -> Ledger {
    let moment = Self.start.microsecondsSince2000 + Int64(minutes * 60 + seconds) * 1_000_000
    return Ledger(
      store: stores[0], console: stores[1], audit: stores[2],
      surroundings: Ledger.Surroundings(
        givenMoment: PostgresTimestamp(microsecondsSince2000: moment),
        machineMoment: { Self.start },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
        secretsKey: hasKey ? [UInt8](repeating: 7, count: 32) : nil,
        commonPasswords: {
          CommonPasswords(try Files.bytes("defaults/passwords/common.txt"))
        }),
      hasher: hasher)
  }

  func at(day: Int) -> Ledger { at(minutes: day * 1_440) }

  /// Signs in; returns the session, or the code of the refusal.
  func signIn(
    _ account: String, _ password: String = AccountDoor.password, code: String? = nil,
    from network: String = "10.1.1", minutes: Int = 0, seconds: Int = 0
  ) async -> (session: OpenedSession?, refusal: String?) {
    let ledger = at(minutes: minutes, seconds: seconds)
    let request = SignInRequest(
      account: account, password: password, code: code, network: network)
    do {
      return (try await ledger.signIn(request), nil)
    } catch let refusal as Refusal {
      return (nil, refusal.code)
    } catch {
      return (nil, "\(error)")
    }
  }

  /// What verification finds, but for the units, which no act of this ledger added.
  func findings() async throws -> [String] {
    try await at(minutes: 0).verify().findings.filter { !$0.hasPrefix("unit") }
  }

  /// The secret of a console session.
  func secret(of account: String) async throws -> String {
    try await console(account).session
  }

  /// Keeps an argon2id string as an account's password, as an earlier program did.
  func keep(_ phc: String, of account: String) async throws {
    try await at(minutes: 0).actAtConsole { transaction in
      let number = try transaction.credentials(of: account, last: 1).first?.number ?? 0
      let credential = Credential(
        account: account, number: number + 1, phc: phc, mustChange: false,
        setAt: try transaction.now(), validUntil: nil)
      try transaction.append([credential.fact], act: Act("password.change", on: "account/x"))
    }
  }

  /// The operator acts as an account, at a minute.
  func console(_ account: String, minutes: Int = 0) async throws -> Ledger.Actor {
    try await at(minutes: minutes).openConsoleSession(as: account)
  }
}

/// Connections that are given back when the last copy of a door is gone.
private final class Connections: Sendable {
  let pools: [ConnectionPool]

  init(_ pools: [ConnectionPool]) { self.pools = pools }

  deinit {
    let pools = pools
    Task { for pool in pools { await pool.shutdown() } }
  }
}
