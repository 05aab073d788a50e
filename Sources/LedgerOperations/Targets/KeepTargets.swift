public import LedgerDocuments
public import LedgerDomain
import LedgerStore

extension Ledger {
  /// Imports targets: all rows or none; refused where targets contradict each other.
  public func importTargets(
    _ file: CSVFile, reason: String? = nil, by actor: Actor
  ) async throws -> ImportReport {
    try await keepTargets(try CatalogueFiles.targets(file), reason: reason, by: actor)
  }

  /// Sets targets: all or none; the reason stands in the journal, where one is given not blank.
  ///
  /// They count from the first month that is not published; see ``TargetSheet/effective``. Refused
  /// for an unknown unit or indicator, and where targets contradict each other.
  public func keepTargets(
    _ targets: [Target], reason: String?, by actor: Actor
  ) async throws -> ImportReport {
    let reason = try reason.map { text throws(Refusal) in
      try FreeText.checked(text, at: .option("reason"), isNeeded: true)
    }
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepTargets)
      let today = try transaction.today()
      let catalogue = try Catalogue(transaction, on: today)
      for target in targets {
        guard catalogue.tree[target.unit] != nil else {
          throw Refusal(UnitRefusal.unknown, target.unit)
        }
        guard catalogue.indicators[target.indicator] != nil else {
          throw Refusal(MeasureRefusal.indicatorUnknown, target.indicator)
        }
      }
      // A new goal of the same kind replaces the old one; one of another kind stands beside it.
      var known: [Target.Key: Target] = [:]
      try transaction.forEachTarget(years: Set(targets.map(\.year))) { known[$0.key] = $0 }
      let fresh = Self.fresh(targets.filter { known[$0.key] != $0 }, known: [])
      for target in targets { known[target.key] = nil }
      try Target.check(known.values + targets)
      return try Self.append(
        fresh.map(\.fact), "targets.import", count: fresh.count, of: targets.count,
        detail: reason ?? "", transaction)
    }
  }
}
