public import LedgerDomain
import LedgerStore

/// What a month still lacks.
public struct MonthStatus: Sendable {
  /// The month.
  public let month: Month
  /// `open`, `closed`, `reopening_proposed` or `reopened`.
  public let state: String
  /// How many submissions are expected.
  public let expected: Int
  /// How many were received.
  public let received: Int
  /// How many were accepted.
  public let accepted: Int
  /// The submissions that are not accepted, with where each stands: `unit/form`, for a week or a
  /// quarter `unit/form/period`.
  public let lacking: [(submission: String, state: String)]
}

/// What closing a month did.
public struct MonthClosing: Sendable {
  /// The month.
  public let month: Month
  /// The submissions that were let go by name.
  public let exceptions: [String]
  /// The evaluations that were stored: scope, kind, number, how many units.
  public let evaluations: [(scope: String, kind: String, number: Int, units: Int)]
}

extension Ledger {
  /// The month's check-list: what is expected, received, accepted, and what is lacking.
  ///
  /// Units of which the account may not see submissions are left out.
  public func monthStatus(_ month: Month, by actor: Actor) async throws -> MonthStatus {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let scope = try transaction.actingScope(Permission.readSubmissions.rule.roles)
      return try Self.status(month, Catalogue(transaction, on: month.lastDay), transaction) {
        scope.everywhere || scope.units.contains($0.unit)
          || scope.units.contains("\($0.unit)/\($0.form.code)")
      }
    }
  }

  static func status(
    _ month: Month, _ catalogue: Catalogue, _ transaction: LedgerTransaction,
    counting isCounted: (Expectation) -> Bool = { _ in true }
  ) throws -> MonthStatus {
    let state = try transaction.monthState(month)
    let isOpen = state.isOpen(at: try transaction.now())
    let expectations = catalogue.expectations(endingIn: month).filter(isCounted)
    let expected = expectations.map(\.name)
    let periods = Set(expectations.map(\.period)).sorted()
    var submissions: [String: SubmissionState] = [:]
    for submission in try transaction.submissionStates(form: nil, periods: periods) {
      submissions[Expectation.name(of: submission.latest)] = submission
    }
    var accepted: Set<String> = []
    try transaction.forEachAccepted(periods: periods) { revision, _ in
      accepted.insert(Expectation.name(of: revision.key))
    }
    let disputed = try transaction.disputed(periods: periods)
    let lacking = expected.filter { !accepted.contains($0) }.map { name in
      (
        submission: name,
        state: submissions[name].map { word($0, isDisputed: disputed.contains($0.latest)) }
          ?? "missing"
      )
    }
    return MonthStatus(
      month: month, state: isOpen ? state.event?.rawValue ?? "open" : "closed",
      expected: expected.count, received: expected.count { submissions[$0] != nil },
      accepted: expected.count - lacking.count, lacking: lacking)
  }

  private static func word(_ submission: SubmissionState, isDisputed: Bool) -> String {
    if submission.officeDecision == "return" || submission.unitDecision == "return" {
      return "returned"
    }
    if isDisputed { return "disputed" }
    return submission.unitDecision == nil ? "submitted" : "approved"
  }

  /// Closes a month, evaluates it for every scope that has rules or a method in force, and stores
  /// the results, all in one transaction.
  ///
  /// Refused, in this order: no office role; the month has not ended; it is closed already; a
  /// reason with personal numbers; it lacks accepted submissions that are not named as exceptions;
  /// an exception that is not lacking.
  public func closeMonth(
    _ month: Month, exceptions: [String] = [], reason: String = "", by actor: Actor
  ) async throws -> MonthClosing {
    try await act(by: actor) { transaction, account in
      try transaction.require(.closeMonth)
      try transaction.lockMonths([month], exclusively: true)
      guard month.lastDay < (try transaction.today()) else {
        throw Refusal(MonthRefusal.notEnded, month.description)
      }
      let state = try transaction.monthState(month)
      guard state.event == nil || state.event == .reopened else {
        throw Refusal(MonthRefusal.alreadyClosed, month.description)
      }
      let reason = try FreeText.checked(reason, at: .option("--reason"))
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      let named = try Self.refuseIncomplete(month, exceptions, reason, catalogue, transaction)
      try transaction.append(
        [
          LedgerTransaction.monthFact(
            month, number: state.number + 1, event: .closed, reason: reason,
            exceptions: named, reopenedUntil: nil, by: account)
        ], act: Act("month.close", on: "month/\(month)"))
      let evaluations = try Self.evaluateAll(month, catalogue, by: account, transaction)
      return MonthClosing(month: month, exceptions: named, evaluations: evaluations)
    }
  }

  private static func refuseIncomplete(
    _ month: Month, _ exceptions: [String], _ reason: String, _ catalogue: Catalogue,
    _ transaction: LedgerTransaction
  ) throws -> [String] {
    let lacking = try status(month, catalogue, transaction).lacking.map(\.submission)
    func names(_ exception: String, _ submission: String) -> Bool {
      submission == exception || submission.hasPrefix(exception + "/")
    }
    for exception in exceptions where !lacking.contains(where: { names(exception, $0) }) {
      throw Refusal(
        MonthRefusal.exceptionUnknown, at: .option("--except"), exception, month.description)
    }
    let open = lacking.filter { name in !exceptions.contains { names($0, name) } }
    guard open.isEmpty else {
      throw Refusal(
        MonthRefusal.incomplete, month.description, String(open.count),
        open.prefix(10).joined(separator: ", ") + (open.count > 10 ? " …" : ""))
    }
    guard exceptions.isEmpty || !reason.isEmpty else {
      throw Refusal(MonthRefusal.reasonMissing, at: .option("--reason"))
    }
    return lacking
  }

  private static func evaluateAll(
    _ month: Month, _ catalogue: Catalogue, by account: String, _ transaction: LedgerTransaction
  ) throws -> [(scope: String, kind: String, number: Int, units: Int)] {
    let versions = try transaction.methodVersions()
    let scopes = Set(versions.filter { $0.approvedBy != nil && $0.effective <= month }.map(\.scope))
    var stored: [(scope: String, kind: String, number: Int, units: Int)] = []
    for scope in scopes.sorted() where catalogue.tree[scope] != nil {
      let plan = try transaction.evaluationPlan(month, scope: scope, kind: nil, versions)
      let loaded = try transaction.evaluate(plan, catalogue, withReasons: false)
      let latest = try transaction.latestEvaluation(month, scope: scope, kind: plan.kind)
      let head = EvaluationHead(
        period: month, scope: scope, kind: plan.kind, number: (latest?.number ?? 0) + 1,
        ruleSet: plan.ruleSet.map { "\($0.id)/\($0.version)" } ?? "",
        indexMethod: plan.method.map { "\($0.id)/\($0.version)" } ?? "",
        inputsSHA256: loaded.inputsSHA256,
        indicators: plan.ruleSet?.colouredIndicators ?? [],
        components: plan.method?.components.map(\.name) ?? [], evaluatedBy: account)
      try transaction.append(
        head, ratings: loaded.ratingRows(head), standings: loaded.standingRows(head))
      stored.append((scope, plan.kind, head.number, loaded.units.count))
    }
    return stored
  }
}

extension LoadedEvaluation {
  func ratingRows(_ head: EvaluationHead) -> [[FactValue]] {
    zip(evaluation.cube.units, evaluation.ratings).map { unit, rating in
      head.key + [
        .text(unit.code), .text(String(rating.colour.letter)),
        .texts(rating.hits.map(\.rule)),
        .text(String(rating.indicatorColours.map(\.letter))),
      ]
    }
  }

  func standingRows(_ head: EvaluationHead) -> [[FactValue]] {
    evaluation.rankings.flatMap { ranking in
      ranking.standings.map { standing in
        head.key + [
          .text(ranking.peersOf), .text(evaluation.cube.units[standing.unit].code),
          .optional(standing.doubledRank.map(Int64.init)), .integer(Int64(ranking.ranked)),
          .optional(standing.score), .integers(standing.components.map(\.marks)),
        ]
      }
    }
  }
}
