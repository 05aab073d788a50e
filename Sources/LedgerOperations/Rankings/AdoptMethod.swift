import Crypto
public import LedgerDomain
public import LedgerStore

extension Ledger {
  /// Proposes a version of a rule set, index method, ladder or assessment for the units below one.
  ///
  /// Refused when it is not understood, reads an unknown indicator, has a version that exists with
  /// other content, or would take effect in a published month. The same version again is no change.
  public func proposeMethod(
    _ document: JSONValue, kind: MethodVersion.Kind, scope: String, effective: Month?,
    by actor: Actor
  ) async throws -> MethodVersion {
    try await act(by: actor) { transaction, account in
      try transaction.require(.proposeMethod)
      let version = try Self.version(
        document, kind: kind, scope: scope, effective: effective, by: account, transaction)
      let known = try transaction.methodVersions().first {
        $0.scope == scope && $0.kind == kind && $0.code == version.code
          && $0.version == version.version
      }
      if let known {
        guard known.sha256 == version.sha256, known.effective == version.effective else {
          throw Refusal(MethodRefusal.versionExists, version.code, String(version.version))
        }
        return known
      }
      if kind == .assessment {
        // A year that is sealed was assessed by the methods of its time.
        let sealed = try transaction.sealedAssessments().filter { $0.scope == scope }
        if let year = sealed.map(\.year).max(), version.effective.year <= year {
          throw Refusal(MethodRefusal.effectiveInClosedMonth, String(year))
        }
      }
      let published = try transaction.editions().filter { $0.scope == scope }.map(\.period).max()
      if let published, kind != .assessment, version.effective <= published {
        throw Refusal(MethodRefusal.effectiveInClosedMonth, published.description)
      }
      try transaction.append(
        [version.fact], act: Act("method.propose", on: "method/\(scope)/\(version.name)"))
      return version
    }
  }

  static func version(
    _ document: JSONValue, kind: MethodVersion.Kind, scope: String, effective: Month?,
    by account: String, _ transaction: LedgerTransaction
  ) throws -> MethodVersion {
    let code: String
    let number: Int
    let month: Month
    let today = try transaction.today()
    let catalogue = try Catalogue(transaction, on: today)
    guard catalogue.tree[scope] != nil else {
      throw Refusal(UnitRefusal.unknown, at: .option("--of"), scope)
    }
    try FreeText.check(document)
    let indicators = Set(catalogue.indicators.keys)
    switch kind {
    case .rules:
      let rules = try RuleSet(document)
      try rules.check(catalogue: indicators)
      (code, number, month) = (rules.id, rules.version, effective ?? rules.effective)
    case .index:
      let method = try IndexMethod(document)
      try method.check(catalogue: indicators)
      try method.checkSmallCounts(
        try transaction.countLimits(), formulas: catalogue.formulas)
      (code, number, month) = (method.id, method.version, effective ?? method.effective)
    case .ladder:
      let ladder = try Ladder(document)
      (code, number, month) = (ladder.id, ladder.version, effective ?? ladder.effective)
    case .assessment:
      let method = try AssessmentMethod(document)
      (code, number, month) = (method.id, method.version, effective ?? method.effective)
    }
    return MethodVersion(
      scope: scope, kind: kind, code: code, version: number, effective: month,
      definition: document, sha256: Array(SHA256.hash(data: document.canonicalBytes)),
      proposedBy: account)
  }

  /// Approves a proposed version; refused for who proposed it.
  public func approveMethod(
    kind: MethodVersion.Kind, scope: String, code: String, version: Int, by actor: Actor
  ) async throws {
    try await act(by: actor) { transaction, account in
      try transaction.require(.approveMethod)
      let known = try transaction.methodVersions().first {
        $0.scope == scope && $0.kind == kind && $0.code == code && $0.version == version
      }
      guard let known else {
        throw Refusal(MethodRefusal.unknown, code, String(version))
      }
      guard known.proposedBy != account else { throw Refusal(MethodRefusal.approverIsProposer) }
      guard known.approvedBy == nil else {
        throw Refusal(MethodRefusal.alreadyApproved, code, String(version))
      }
      // A limit may have been set since it was proposed.
      if kind == .index {
        let formulas = try Catalogue(transaction, on: try transaction.today()).formulas
        try IndexMethod(known.definition).checkSmallCounts(
          try transaction.countLimits(), formulas: formulas)
      }
      try transaction.append(
        [known.approvalFact(by: account)],
        act: Act("method.approve", on: "method/\(scope)/\(known.name)"))
    }
  }
}

extension [MethodVersion] {
  /// The approved version that counts for a scope in a month: of the latest to take effect, the
  /// highest.
  public func inForce(_ kind: MethodVersion.Kind, scope: String, in month: Month) -> MethodVersion?
  {
    last { version in
      version.kind == kind && version.scope == scope && version.approvedBy != nil
        && version.effective <= month
    }
  }
}
