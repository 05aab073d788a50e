public import LedgerDomain
public import LedgerStore

/// What another version would have given in one month, unit by unit.
public struct MethodTrial: Sendable {
  /// The month.
  public let month: Month
  /// How many decimals scores have: before, and as tried.
  public let decimals: (before: Int, after: Int)
  /// Every unit: whose rank moves most first, then whose colour changes, then by code.
  public let units: [Unit]

  /// One unit.
  public struct Unit: Sendable {
    /// The unit's code.
    public let unit: String
    /// Its name.
    public let name: BilingualText
    /// What the versions in force give; nil where none is.
    public let before: Outcome?
    /// What the tried version gives.
    public let after: Outcome
    /// Why it differs; nil where it does not.
    public let reason: Reason?

    /// Whether rank, score or colour differ.
    public var isMoved: Bool { before != after }
  }

  /// Where a unit stands.
  public struct Outcome: Hashable, Sendable {
    /// Its colour; nil where nothing is rated.
    public let colour: Colour?
    /// Twice its rank; nil where it is not ranked.
    public let doubledRank: Int?
    /// Its score, in units of the last decimal.
    public let score: Int64?
  }

  /// What made the difference.
  public enum Reason: Hashable, Sendable {
    /// Rules that hit now and did not, and rules that no longer do, by their ids.
    case rules(hitting: [String], noLonger: [String])
    /// The component whose marks changed most; the marks are left out for who may not read the
    /// small counts behind them.
    case component(Int, before: Int64?, after: Int64?)
  }
}

extension Ledger {
  /// Tries a document as if it had been in force in some months; nothing is kept.
  ///
  /// Refused for who may not propose a version, and for a document that would not be taken.
  public func tryMethod(
    _ document: JSONValue, kind: MethodVersion.Kind, scope: String, through last: Month?,
    months: Int, by actor: Actor
  ) async throws -> [MethodTrial] {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.require(.proposeMethod)
      let version = try Self.version(
        document, kind: kind, scope: scope, effective: nil, by: account, transaction)
      return try Self.trials(of: version, through: last, months: months, transaction)
    }
  }

  /// Tries a version that is proposed or approved, for who may read unpublished results.
  public func tryMethod(
    kind: MethodVersion.Kind, scope: String, code: String, version: Int, through last: Month?,
    months: Int, by actor: Actor
  ) async throws -> [MethodTrial] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readUnpublished, unit: scope)
      let known = try transaction.methodVersions().first {
        $0.scope == scope && $0.kind == kind && $0.code == code && $0.version == version
      }
      guard let known else { throw Refusal(MethodRefusal.unknown, code, String(version)) }
      return try Self.trials(of: known, through: last, months: months, transaction)
    }
  }

  /// The months up to the last published one, the latest first; those without units are left out.
  private static func trials(
    of version: MethodVersion, through last: Month?, months: Int, _ transaction: LedgerTransaction
  ) throws -> [MethodTrial] {
    let published = try transaction.editions().filter { $0.scope == version.scope }
      .map(\.period).max()
    guard let last = last ?? published else { return [] }
    let versions = try transaction.methodVersions()
    return try (0..<max(1, min(months, 24))).map { last.adding(months: -$0) }.compactMap { month in
      try trial(version, in: month, versions, transaction)
    }
  }

  private static func trial(
    _ version: MethodVersion, in month: Month, _ versions: [MethodVersion],
    _ transaction: LedgerTransaction
  ) throws -> MethodTrial? {
    let rules = version.kind == .rules ? try RuleSet(version.definition) : nil
    let method = version.kind == .index ? try IndexMethod(version.definition) : nil
    let known = try transaction.evaluationPlan(
      month, scope: version.scope, kind: method?.peers.kind ?? rules?.kind, versions)
    let plan = EvaluationPlan(
      month: month, scope: version.scope, kind: known.kind, ruleSet: rules ?? known.ruleSet,
      method: method ?? known.method)
    let catalogue = try Catalogue(transaction, on: month.lastDay)
    guard !catalogue.tree.units(of: plan.kind, below: plan.scope).isEmpty else { return nil }
    let before = try transaction.evaluate(known, catalogue, withReasons: false)
    let after = try transaction.evaluate(plan, catalogue, withReasons: false)
    let seesMarks =
      try transaction.may(.readSmallCounts, unit: version.scope)
      || !transaction.readsSmallCounts(plan, catalogue)
        && !transaction.readsSmallCounts(known, catalogue)
    let comparison = TrialComparison(
      before: before, after: after, kind: version.kind, seesMarks: seesMarks)
    return MethodTrial(
      month: month,
      decimals: (known.method?.score.decimals ?? 0, plan.method?.score.decimals ?? 0),
      units: comparison.units)
  }
}

/// Two evaluations of the same units, side by side.
private struct TrialComparison {
  let before: LoadedEvaluation
  let after: LoadedEvaluation
  let kind: MethodVersion.Kind
  let seesMarks: Bool

  var units: [MethodTrial.Unit] {
    let (old, new) = (standings(before.evaluation), standings(after.evaluation))
    let isUsed = before.plan.ruleSet != nil || before.plan.method != nil
    let units = after.units.enumerated().map { position, unit in
      MethodTrial.Unit(
        unit: unit.unit.code, name: unit.name,
        before: isUsed ? outcome(before.evaluation, old, position) : nil,
        after: outcome(after.evaluation, new, position),
        reason: kind == .rules ? rules(position) : component(old[position], new[position]))
    }
    return units.sorted { left, right in
      let (a, b) = (Self.weight(left), Self.weight(right))
      return a == b ? left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8) : a > b
    }
  }

  /// Twice the places that a unit moves, then whether its colour changes.
  private static func weight(_ unit: MethodTrial.Unit) -> Int {
    guard let before = unit.before else { return 0 }
    let move = abs((before.doubledRank ?? 0) - (unit.after.doubledRank ?? 0))
    return move * 4 + (before.colour != unit.after.colour ? 2 : 0) + (unit.isMoved ? 1 : 0)
  }

  /// Each unit's standing among its siblings, by its position; in the whole scope where the method
  /// ranks there only.
  private func standings(_ evaluation: Evaluation) -> [Int: Standing] {
    var standings: [Int: Standing] = [:]
    for ranking in evaluation.rankings {
      for standing in ranking.standings where standings[standing.unit] == nil {
        standings[standing.unit] = standing
      }
    }
    return standings
  }

  private func outcome(
    _ evaluation: Evaluation, _ standings: [Int: Standing], _ unit: Int
  ) -> MethodTrial.Outcome {
    let ratings = evaluation.ratings
    return MethodTrial.Outcome(
      colour: ratings.indices.contains(unit) ? ratings[unit].colour : nil,
      doubledRank: standings[unit]?.doubledRank, score: standings[unit]?.score)
  }

  private func rules(_ unit: Int) -> MethodTrial.Reason? {
    func hits(_ evaluation: Evaluation) -> [String] {
      let ratings = evaluation.ratings
      return ratings.indices.contains(unit) ? ratings[unit].hits.map(\.rule) : []
    }
    let (old, new) = (hits(before.evaluation), hits(after.evaluation))
    let hitting = new.filter { !old.contains($0) }
    let noLonger = old.filter { !new.contains($0) }
    return hitting.isEmpty && noLonger.isEmpty
      ? nil : .rules(hitting: hitting, noLonger: noLonger)
  }

  /// The component of the tried method whose marks differ most from those of the same name.
  private func component(_ old: Standing?, _ new: Standing?) -> MethodTrial.Reason? {
    guard let new else { return nil }
    var marks: [String: Int64] = [:]
    let known = before.plan.method?.components.map(\.name) ?? []
    for (name, one) in zip(known, old?.components ?? []) { marks[name] = one.marks ?? 0 }
    let names = after.plan.method?.components.map(\.name) ?? []
    var worst: (position: Int, before: Int64, after: Int64)?
    for (position, (name, one)) in zip(names, new.components).enumerated() {
      let (then, now) = (marks[name] ?? 0, one.marks ?? 0)
      if then != now,
        (now &- then).magnitude > worst.map({ ($0.after &- $0.before).magnitude }) ?? 0
      {
        worst = (position, then, now)
      }
    }
    return worst.map {
      .component(
        $0.position, before: seesMarks ? $0.before : nil, after: seesMarks ? $0.after : nil)
    }
  }
}
