import LedgerDomain
public import LedgerStore

extension Ledger {
  /// Every account as it is now; the administrators' to see.
  public func accounts(by actor: Actor) async throws -> [AccountOverview] {
    try await actAtSignIn(by: actor) { transaction, _ in
      try transaction.require(.readAccounts)
      return try transaction.overviews()
    }
  }

  /// The grants of an account, those that ended left out: one's own, or for administrators any.
  public func grants(of account: String, by actor: Actor) async throws -> [Grant] {
    try await act(by: actor) { transaction, acting in
      if account != acting { try transaction.require(.readAccounts) }
      return try transaction.grants(of: account)
    }
  }
}
