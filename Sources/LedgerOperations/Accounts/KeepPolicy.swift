public import LedgerDomain
import LedgerStore

extension Ledger {
  /// States how accounts prove who they are, from now on; the security administrator's act.
  ///
  /// Sessions that are open keep the limits they were opened with. The journal keeps the reason.
  public func setPolicy(
    _ document: JSONValue, reason: String = "", by actor: Actor
  ) async throws {
    let policy = try AccountPolicy(document)
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepPolicy)
      let reason = try FreeText.checked(reason, at: .option("reason"))
      try transaction.append(
        [try transaction.fact(of: policy)],
        act: Act("policy.set", on: "policy/accounts", detail: reason))
    }
  }

  /// The policy in force for accounts.
  public func policy() async throws -> AccountPolicy {
    try await actAtDoor(nil) { try $0.accountPolicy() }
  }
}
