public import LedgerDomain
public import LedgerStore

extension Ledger {
  /// The unit that administrators' grants name: they keep the installation, not a part of the tree.
  public static let installationUnit = "*"

  /// Creates the installation's first system or security administrator, at the console.
  ///
  /// Returns a one-time password, which is shown this once. Refused once the ledger has that
  /// administrator.
  @discardableResult
  public func createFirstAdministrator(_ account: Account, role: Role) async throws -> String {
    guard role == .systemAdministrator || role == .securityAdministrator else {
      throw Refusal(AccountRefusal.notAllowed)
    }
    let account = try Self.checked(account)
    let (password, phc) = try await oneTimePassword()
    try await actAtConsole { transaction in
      guard try transaction.account(named: account.name) == nil else {
        throw Refusal(AccountRefusal.exists, account.name)
      }
      let grant = Grant(
        account: account.name, number: 1, role: role, unit: Self.installationUnit, form: nil,
        validUntil: nil)
      guard try transaction.lacksAdministrator(role) else {
        throw Refusal(AccountRefusal.administratorExists)
      }
      let credential = try Self.oneTimeCredential(phc, of: account.name, transaction)
      try transaction.append(
        [
          account.fact, Self.state("enabled", of: account.name, number: 1), grant.fact,
          credential.fact,
        ], act: Act("account.create_first", on: "account/\(account.name)"))
    }
    return password
  }

  /// Creates an account; the system administrator's act.
  public func createAccount(_ account: Account, by actor: Actor) async throws {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepAccounts)
      let account = try Self.checked(account)
      guard try transaction.account(named: account.name) == nil else {
        throw Refusal(AccountRefusal.exists, account.name)
      }
      try transaction.append(
        [account.fact, Self.state("enabled", of: account.name, number: 1)],
        act: Act("account.create", on: "account/\(account.name)"))
    }
  }

  /// Disables or enables an account, with a reason; in force at once.
  public func setAccount(
    _ name: String, enabled: Bool, reason: String, by actor: Actor
  ) async throws {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepAccounts)
      guard try transaction.account(named: name) != nil else {
        throw Refusal(AccountRefusal.unknown, name)
      }
      let reason = try FreeText.checked(reason, at: .option("--reason"))
      let (_, next) = try transaction.accountState(of: name)
      let state = enabled ? "enabled" : "disabled"
      try transaction.append(
        [Self.state(state, of: name, number: next, reason: reason)],
        act: Act("account.\(enabled ? "enable" : "disable")", on: "account/\(name)"))
    }
  }

  /// Grants a role; the security administrator's act.
  ///
  /// Refused for an unknown account, for a part where the role acts on the whole ledger, and where
  /// roles exclude each other.
  public func addGrant(
    _ role: Role, to account: String, unit: String, form: String?, until: CalendarDate?,
    by actor: Actor
  ) async throws -> Grant {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepGrants)
      guard try transaction.account(named: account) != nil else {
        throw Refusal(AccountRefusal.unknown, account)
      }
      guard try transaction.mayHold(role, unit: unit, form: form) else {
        throw Refusal(AccountRefusal.roleOfTheWhole, at: .option("unit"), role.rawValue)
      }
      let grant = Grant(
        account: account, number: try transaction.nextGrantNumber(of: account), role: role,
        unit: unit, form: form, validUntil: until)
      try transaction.append(
        [grant.fact], act: Act("grant.add", on: "grant/\(account)/\(grant.number)"))
      return grant
    }
  }

  /// Ends a grant before its day, with a reason; refused for one's own.
  public func endGrant(
    of account: String, number: Int, reason: String, by actor: Actor
  ) async throws {
    try await act(by: actor) { transaction, acting in
      try transaction.require(.keepGrants)
      guard account != acting else { throw Refusal(AccountRefusal.notAllowed) }
      let reason = try FreeText.checked(reason, at: .option("--reason"))
      let end = Fact(
        .grantEnds, [.text(account), .integer(Int64(number)), .text(reason)])
      try transaction.append([end], act: Act("grant.end", on: "grant/\(account)/\(number)"))
    }
  }

  /// An account's names, which are an office's and no telephone's.
  private static func checked(_ account: Account) throws(Refusal) -> Account {
    let name = try FreeText.checked(account.name, at: .pointer("/name"), isNeeded: true)
    guard Account.isName(name) else {
      throw Refusal(AccountRefusal.nameMalformed, at: .pointer("/name"), name)
    }
    return Account(
      name: name,
      displayName: try FreeText.checked(account.displayName, at: .pointer("/displayName")),
      unit: account.unit, post: try FreeText.checked(account.post, at: .pointer("/post")))
  }

  private static func state(
    _ state: String, of account: String, number: Int, reason: String = ""
  ) -> Fact {
    Fact(.accountStates, [.text(account), .integer(Int64(number)), .text(state), .text(reason)])
  }
}
