public import LedgerDomain
public import LedgerStore
import PostgresSupport

/// An account as administrators see it.
public struct AccountRecord: Sendable {
  /// The account, its grants and last sign-in.
  public let overview: AccountOverview
  /// What keeps it from being used, or has to be done first; ``AccountState/active`` alone where
  /// nothing does.
  public let states: [AccountState]
  /// The number of its password; 0 where it never had one.
  public let credential: Int
}

extension Ledger {
  /// Every account as it is now; the administrators' to see.
  public func accounts(by actor: Actor) async throws -> [AccountOverview] {
    try await accountRecords(by: actor).map(\.overview)
  }

  /// Every account with its state, in the order of their names; the administrators' to see.
  public func accountRecords(by actor: Actor) async throws -> [AccountRecord] {
    try await actAtSignIn(by: actor) { transaction, _ in
      try transaction.require(.readAccounts)
      let policy = try transaction.accountPolicy()
      let conditions = try transaction.accountConditions(policy.attempts)
      let (now, today) = (try transaction.now(), try transaction.today())
      return try transaction.overviews().map { overview in
        let condition = conditions[overview.account.name]
        return AccountRecord(
          overview: overview,
          states: Self.states(of: overview, condition, policy, now: now, today: today),
          credential: condition?.credential ?? 0)
      }
    }
  }

  private static func states(
    of overview: AccountOverview, _ condition: AccountCondition?, _ policy: AccountPolicy,
    now: PostgresTimestamp, today: CalendarDate
  ) -> [AccountState] {
    var states: [AccountState] = []
    if !overview.isEnabled { states.append(.disabled) }
    if let last = overview.expiresOn, last < today { states.append(.expired) }
    if Attempt.isDormant(overview, policy, now: now) { states.append(.dormant) }
    guard let condition, condition.credential > 0 else { return states + [.withoutPassword] }
    if condition.isLocked { states.append(.locked) }
    if condition.mustChange { states.append(.mustChange) }
    return states.isEmpty ? [.active] : states
  }

  /// The grants of an account, those that ended left out: one's own, or for administrators any.
  public func grants(of account: String, by actor: Actor) async throws -> [Grant] {
    try await act(by: actor) { transaction, acting in
      if account != acting { try transaction.require(.readAccounts) }
      return try transaction.grants(of: account)
    }
  }
}
