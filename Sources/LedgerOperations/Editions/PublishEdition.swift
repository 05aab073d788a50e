import Crypto
public import LedgerDomain
public import LedgerStore

/// What a call to publish did.
public enum Publication: Sendable {
  /// The first of two persons has proposed; the hash is what the second will publish.
  case proposed(evaluation: Int, sha256: String)
  /// The edition is published.
  case published(EditionHead)
}

/// The two steps of publishing an edition, each of another person.
public enum PublicationStep: String, Sendable, CaseIterable {
  case propose
  case publish
}

extension Ledger {
  /// Proposes, or as the second person publishes, the latest evaluation of a closed month.
  ///
  /// `step` is what the caller means to do; nil for whichever is due. Refused, in this order: no
  /// office or director role; the month is not closed; this evaluation is published already; the
  /// figures have changed since the closing; the only proposal is one's own; another step is due
  /// than the one that is meant.
  public func publishEdition(
    _ month: Month, scope: String, kind: String?, step: PublicationStep? = nil, by actor: Actor
  ) async throws -> Publication {
    try await act(by: actor) { transaction, account in
      try transaction.require(.proposeEdition)
      try transaction.lockMonths([month])
      try transaction.lockEditions()
      let state = try transaction.monthState(month)
      guard state.event == .closed || state.event == .reopeningProposed else {
        throw Refusal(EditionRefusal.monthNotClosed, month.description)
      }
      let versions = try transaction.methodVersions()
      let plan = try transaction.evaluationPlan(month, scope: scope, kind: kind, versions)
      guard
        let head = try transaction.latestEvaluation(month, scope: scope, kind: plan.kind)
      else { throw Refusal(EditionRefusal.monthNotClosed, month.description) }
      let editions = try transaction.editions()
      let same = editions.filter {
        $0.period == month && $0.scope == scope && $0.kind == plan.kind
      }
      if let known = same.first(where: { $0.evaluation == head.number }) {
        throw Refusal(
          EditionRefusal.alreadyPublished, month.description, String(known.number))
      }
      let loaded = try transaction.evaluate(plan, Catalogue(transaction, on: month.lastDay))
      guard loaded.inputsSHA256 == head.inputsSHA256 else {
        throw Refusal(EditionRefusal.proposalOutdated)
      }
      let number = (editions.last?.number ?? 0) + 1
      let document = try Self.document(
        loaded, number: number, replaces: same.last?.number, transaction)
      let hash = Array(SHA256.hash(data: document))
      let proposals = try transaction.editionProposals(head)
      guard let proposal = proposals.first(where: { $0.account != account }) else {
        guard proposals.isEmpty else { throw Refusal(EditionRefusal.secondPersonIsFirst) }
        guard step != .publish else { throw Refusal(EditionRefusal.stepChanged) }
        try transaction.append(
          [LedgerTransaction.proposalFact(head, sha256: hash, by: account)],
          act: Act(
            "edition.propose", on: "evaluation/\(scope)/\(plan.kind)/\(month)/\(head.number)"))
        return .proposed(evaluation: head.number, sha256: hexadecimal(hash))
      }
      guard step != .propose else { throw Refusal(EditionRefusal.stepChanged) }
      try transaction.append(
        [
          LedgerTransaction.editionFact(
            number: number, head, replaces: same.last?.number, document: document,
            sha256: hash, proposedBy: proposal.account, publishedBy: account)
        ],
        act: Act(
          "edition.publish", on: "edition/\(number)", detail: hexadecimal(hash)))
      guard let edition = try transaction.editions().last else {
        throw Unexpected.noRow("editions")
      }
      return .published(edition)
    }
  }

  static func document(
    _ loaded: LoadedEvaluation, number: Int, replaces: Int?, _ transaction: LedgerTransaction
  ) throws -> [UInt8] {
    let inputs = try inputs(loaded, number: number, replaces: replaces, transaction)
    return EditionDocument.json(inputs, loaded.evaluation).canonicalBytes
  }

  /// What an edition of that number would be made from.
  static func inputs(
    _ loaded: LoadedEvaluation, number: Int, replaces: Int?, _ transaction: LedgerTransaction
  ) throws -> EditionInputs {
    let previous = try transaction.publishedStandings(
      before: loaded.plan.month, scope: loaded.plan.scope, kind: loaded.plan.kind)
    return EditionInputs(
      plan: loaded.plan, number: number, replaces: replaces, units: loaded.units,
      indicators: loaded.indicators, revisions: loaded.revisions,
      targets: loaded.evaluation.cube.targets,
      previous: previous.map { edition, rows in
        EditionInputs.Previous(
          edition: edition,
          rows: rows.map {
            EditionInputs.Previous.Row(
              peersOf: $0.peersOf, unit: $0.unit, doubledRank: $0.doubledRank, score: $0.score)
          })
      })
  }

  /// Every edition.
  public func editions(by actor: Actor) async throws -> [EditionHead] {
    try await act(by: actor, readOnly: true) { transaction, _ in try transaction.editions() }
  }

  /// An edition's document; refused when there is none of that number.
  public func edition(_ number: Int, by actor: Actor) async throws -> JSONValue {
    try await act(by: actor, readOnly: true) { transaction, _ in
      guard let document = try transaction.editionDocument(number) else {
        throw Refusal(EditionRefusal.unknown, String(number))
      }
      return try JSONValue(parsing: document, bytesMax: Int.max)
    }
  }
}
