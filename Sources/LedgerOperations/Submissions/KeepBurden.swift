public import LedgerDomain
import LedgerStore

extension Ledger {
  /// How many figures a month asks for, against the limit that holds in it.
  public func burden(in month: Month, by actor: Actor) async throws -> Burden {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      return Burden(
        month, forms: catalogue.forms(in: month), tree: catalogue.tree,
        limits: try transaction.burdenLimits(), days: catalogue.campaignDays)
    }
  }

  /// How many figures a month may ask for, the earlier limit first.
  public func burdenLimits(by actor: Actor) async throws -> [BurdenLimit] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.burdenLimits()
    }
  }

  /// Sets how many figures a month may ask for, from a month on.
  ///
  /// Refused where it is no such number, and for a month that is over. The limit that holds already
  /// adds nothing; false then.
  @discardableResult
  public func setBurdenLimit(_ limit: BurdenLimit, by actor: Actor) async throws -> Bool {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      try limit.check(on: try transaction.today())
      guard try !transaction.burdenLimits().contains(limit) else { return false }
      try transaction.append(
        [limit.fact], act: Act("burden.limit", on: "burden/\(limit.effective)"))
      return true
    }
  }
}
