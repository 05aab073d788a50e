import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// Does the acts of the demonstration, each by an account that may and at its moment.
struct Performer: Sendable {
  let ledger: Ledger
  private(set) var actors: [String: Ledger.Actor] = [:]

  /// How many submissions are on their way at once; each unit has a chain of its own.
  private static let width = 4

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// The ledger at a moment.
  func at(_ moment: InventedMoment) -> Ledger { ledger.dated(moment.timestamp) }

  /// The session of an account; refused for one that has none.
  func by(_ name: String) throws -> Ledger.Actor {
    guard let actor = actors[name] else { throw Refusal(AccountRefusal.unknown, name) }
    return actor
  }

  /// Ten years: longer than any demonstration.
  private static let sessionSeconds: Int64 = 10 * 366 * 86_400

  mutating func signIn(_ names: [String], at moment: InventedMoment) async throws {
    for name in names {
      actors[name] = try await at(moment).openConsoleSession(
        as: name, seconds: Self.sessionSeconds)
    }
  }

  func signOut() async throws {
    for actor in actors.values { try await ledger.endSession(of: actor) }
  }

  /// Works through several timelines, some at once.
  func perform(_ timelines: [Timeline]) async throws {
    try await each(timelines) { try await perform($0) }
  }

  /// Does something for each item, a few at once.
  func each<Item: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (position, item) in items.enumerated() {
        if position >= Self.width { try await group.next() }
        group.addTask { try await body(item) }
      }
      try await group.waitForAll()
    }
  }

  private func perform(_ line: Timeline) async throws {
    for (moment, step) in line.steps {
      let ledger = at(moment)
      switch step {
      case .submit(let item, let revises):
        try await submit(
          [item], line.form, revises: revises, by: "reporter.\(line.slug)", at: moment)
      case .approve:
        try await decide(
          .unit, .approve, line.form, [line.month], units: [line.unit],
          by: "reviewer.\(line.slug)", at: moment)
      case .returnByOffice(let reason):
        try await decide(
          .office, .return, line.form, [line.month], units: [line.unit], reason: reason,
          by: "office", at: moment)
      case .confirm(let indicator, let account):
        try await ledger.verifyFigure(line.request(indicator), by: by(account))
      case .dispute(let indicator, let figure, let reason, let account):
        var request = line.request(indicator)
        request.figure = figure
        request.reason = reason
        try await ledger.verifyFigure(request, by: by(account))
      }
    }
  }

  func submit(
    _ items: [InventedReturn], _ form: Form, revises: Bool = false, by name: String,
    at moment: InventedMoment
  ) async throws {
    var request = FigureImport(
      files: [InventedReturns.file(items, form: form)], form: form.code)
    request.revises = revises
    _ = try await at(moment).importFigures(request, by: by(name))
  }

  func decide(
    _ stage: Review.Stage, _ decision: Review.Decision, _ form: Form?, _ months: [Month],
    units: [String]? = nil, reason: String = "", by name: String, at moment: InventedMoment
  ) async throws {
    let request = ReviewRequest(
      stage: stage, decision: decision, form: form?.code, periods: months.map { Period($0) },
      units: units,
      reason: reason)
    _ = try await at(moment).review(request, by: by(name))
  }
}

extension Timeline {
  fileprivate func request(_ indicator: String) -> VerificationRequest {
    VerificationRequest(unit: unit, form: form.code, period: Period(month), indicator: indicator)
  }
}

extension InventedMoment {
  /// The same moment as the record keeps it; the city's clocks are eight hours ahead.
  var timestamp: PostgresTimestamp {
    PostgresTimestamp(
      microsecondsSince2000: Int64(day.daysSince2000) * 86_400_000_000
        + Int64(minute - 8 * 60) * 60_000_000)
  }
}
