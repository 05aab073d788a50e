public import LedgerDomain
public import LedgerStore

extension Ledger {
  /// Every edition without its document, read as the auditor's role: for a cache that serves what
  /// everybody may see.
  public func publishedEditions() async throws -> [EditionHead] {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { try $0.editions() }
  }

  /// An edition's document, read as the auditor's role: for a cache that decides itself what of it
  /// somebody sees.
  public func publishedDocument(_ number: Int) async throws -> [UInt8] {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { transaction in
      guard let document = try transaction.editionDocument(number) else {
        throw Refusal(EditionRefusal.unknown, String(number))
      }
      return document
    }
  }

  /// The results of a month from the figures accepted now, in the form of an edition's document
  /// without revisions and targets, and what of them is not shown.
  ///
  /// Refused for who may not read them before they are published.
  public func unpublished(
    _ month: Month, scope: String, kind: String?, by actor: Actor
  ) async throws -> (document: JSONValue, disclosure: ResultDisclosure) {
    let (document, unshown) = try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readUnpublished, unit: scope)
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      guard catalogue.tree[scope] != nil else { throw Refusal(UnitRefusal.unknown, scope) }
      let plan = try transaction.evaluationPlan(
        month, scope: scope, kind: kind, transaction.methodVersions())
      let loaded = try transaction.evaluate(plan, catalogue)
      let inputs = try Self.inputs(loaded, number: 0, replaces: nil, transaction)
      let isIncomplete = try transaction.readsSmallCounts(plan, catalogue)
      return (EditionDocument.json(inputs, loaded.evaluation), isIncomplete ? plan : nil)
    }
    guard let unshown else { return (document, .complete) }
    return (document, try await disclosure(of: unshown))
  }

  /// The units in which an account may read details, and whether it may everywhere.
  public func visibleUnits(by actor: Actor) async throws -> (everywhere: Bool, units: Set<String>) {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.actingScope(Permission.readDetails.rule.roles)
    }
  }
}
