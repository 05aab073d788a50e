import LedgerDomain
import LedgerStore

extension Ledger {
  /// Marks this ledger as one of invented figures, for ever, and lets its acts be dated.
  ///
  /// The ledger's first act, at the console. Refused where anything was done with it already.
  public func markDemonstration() async throws {
    try await actAtConsole { transaction in
      guard try transaction.markDemonstration() else {
        throw Refusal(DemonstrationRefusal.ledgerNotEmpty)
      }
      try transaction.append([], act: Act(LedgerTransaction.markingAct, on: "installation"))
    }
  }

  /// Whether every figure of this ledger is invented, for everybody to know.
  ///
  /// Once true it stays true; false can change only before the ledger's first act.
  public func isDemonstration() async throws -> Bool {
    try await store.act(by: nobodyAtAll, readOnly: true) { try $0.isDemonstration() }
  }

  /// What the journal says of the mark, against the mark itself.
  static func verifyMark(_ transaction: LedgerTransaction) throws -> [String] {
    guard try transaction.isDemonstration() != transaction.isMarkJournaled() else { return [] }
    return ["installations: the mark of invented figures is not what the journal says"]
  }
}
