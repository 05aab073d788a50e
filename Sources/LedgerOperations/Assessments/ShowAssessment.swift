import Crypto
public import LedgerDomain
public import LedgerStore

/// A year's assessment: sealed, or what it would be if it were sealed now.
public struct Assessment: Sendable {
  /// The unit below which units are assessed.
  public let scope: String
  /// The year.
  public let year: Int
  /// The sealed version that is shown; nil for what it would be now.
  public let sealed: SealedAssessment?
  /// Every sealed version of the year, the latest first.
  public let versions: [SealedAssessment]
  /// What the method is called; code and version.
  public let method: String
  /// The sheets that the account may see, sheet by sheet as the method has them.
  public let sheets: [ShownSheet]
  /// The editions that it rests on, the earliest month first.
  public let editions: [(month: Month, number: Int)]
  /// SHA-256 of the document.
  public let sha256: [UInt8]
  /// Whether the account may look at what the year would be now.
  public let mayPreview: Bool
  /// Whether the account may seal the year.
  public let maySeal: Bool
}

/// What the record says now of a year: computed, and not kept.
struct ComputedAssessment: Sendable {
  let method: AssessmentMethod
  let document: JSONValue
  let sha256: [UInt8]
  let sheets: [(unit: String, document: JSONValue)]
  /// The months of the year that were due to be published and are not.
  let lacking: [Month]
}

/// An edition as an assessment reads it.
struct AssessedEdition: Sendable {
  let head: EditionHead
  let months: [String: AssessedUnit.Month]
}

extension Ledger {
  /// Every sealed year, the latest first.
  public func sealedAssessments(by actor: Actor) async throws -> [SealedAssessment] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readAssessments)
      return try transaction.sealedAssessments()
    }
  }

  /// A year's assessment: its latest sealed version, or with `isPreview`, or before it is sealed,
  /// what it would be now, for those who may read unpublished results.
  ///
  /// Sheets of units outside the account's scope are left out. Refused where the year is not sealed
  /// and the account may not look ahead, and where no method is in force.
  public func assessment(
    of year: Int, scope wanted: String? = nil, isPreview: Bool = false, by actor: Actor
  ) async throws -> Assessment {
    let editions = try await assessedEditions(of: year)
    return try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readAssessments)
      let sealed = try transaction.sealedAssessments().filter { $0.year == year }
      let scope = try wanted ?? sealed.first?.scope ?? transaction.assessedScope(year)
      let versions = sealed.filter { $0.scope == scope }
      let mayPreview = try transaction.may(.readUnpublished, unit: scope)
      let maySeal = try transaction.may(.sealAssessment, unit: scope)
      if let latest = versions.first, !isPreview {
        return Assessment(
          scope: scope, year: year, sealed: latest, versions: versions, method: latest.method,
          sheets: try transaction.assessmentSheets(latest).map { try ShownSheet($0) }.inOrder,
          editions: try Self.editions(latest.document), sha256: latest.sha256,
          mayPreview: mayPreview, maySeal: maySeal)
      }
      guard mayPreview else { throw Refusal(AssessmentRefusal.notSealed, String(year)) }
      let now = try transaction.assess(year, scope: scope, editions)
      return Assessment(
        scope: scope, year: year, sealed: nil, versions: versions, method: now.method.name,
        sheets: try now.sheets.map { try ShownSheet($0.document) }.inOrder,
        editions: try Self.editions(now.document), sha256: now.sha256, mayPreview: mayPreview,
        maySeal: maySeal)
    }
  }

  private static func editions(
    _ document: JSONValue
  ) throws(Refusal) -> [(month: Month, number: Int)] {
    var editions: [(month: Month, number: Int)] = []
    for item in try JSONReader(document).required("editions").elements() {
      let period = try item.required("period")
      guard let month = Month(try period.string()) else {
        throw Refusal(MonthRefusal.periodMalformed, at: period.place, try period.string())
      }
      editions.append((month, try item.required("edition").integer(1...Int.max)))
    }
    return editions
  }

  /// The latest edition of each month of a year, read as ``publishedDocument(_:)``; which of it
  /// somebody sees, the assessment decides.
  func assessedEditions(of year: Int) async throws -> [AssessedEdition] {
    var latest: [String: EditionHead] = [:]
    for head in try await publishedEditions() where head.period.year == year {
      let name = "\(head.scope) \(head.kind) \(head.period)"
      if let known = latest[name], known.number > head.number { continue }
      latest[name] = head
    }
    var editions: [AssessedEdition] = []
    for head in latest.values.sorted(by: { $0.number < $1.number }) {
      let document = try JSONValue(
        parsing: try await publishedDocument(head.number), bytesMax: Int.max)
      editions.append(try AssessedEdition(head, document))
    }
    return editions
  }
}

extension AssessedEdition {
  fileprivate init(_ head: EditionHead, _ document: JSONValue) throws {
    self.head = head
    let inputs = try EditionInputs(document: document)
    let result = try EditionResult(document: document)
    var one = Fraction.one
    for _ in 0..<max(0, inputs.plan.method?.score.decimals ?? 0) { one = one * Fraction(10) }
    let full = one * (inputs.plan.method?.score.scale ?? .one)
    let ranking = result.rankings.first { $0.peersOf == head.scope } ?? result.rankings.first
    var scores: [String: Fraction] = [:]
    for standing in ranking?.standings ?? [] {
      guard let score = standing.score, let share = Fraction(Int128(score)) / full else { continue }
      scores[standing.unit] = min(max(share, .zero), .one)
    }
    var months: [String: AssessedUnit.Month] = [:]
    for (unit, _) in inputs.units {
      months[unit.code] = AssessedUnit.Month(
        month: head.period, edition: head.number,
        colour: result.ratings[unit.code]?.colour ?? .grey, score: scores[unit.code])
    }
    self.months = months
  }
}

extension [ShownSheet] {
  /// Kind by kind as they come, and of a kind the best first.
  fileprivate var inOrder: [ShownSheet] {
    var kinds: [String] = []
    for sheet in self where !kinds.contains(sheet.kind) { kinds.append(sheet.kind) }
    return kinds.sorted().flatMap { kind in
      filter { $0.kind == kind }.sorted { ($0.rank, $0.unit) < ($1.rank, $1.unit) }
    }
  }
}

extension LedgerTransaction {
  /// The unit below which a year is assessed where nobody names one.
  fileprivate func assessedScope(_ year: Int) throws -> String {
    let scopes = try methodVersions().filter { $0.kind == .assessment && $0.approvedBy != nil }
    guard let scope = scopes.map(\.scope).min() else {
      throw Refusal(AssessmentRefusal.noMethod, String(year))
    }
    return scope
  }

  /// What the record says of a year below a unit, as it is now.
  func assess(
    _ year: Int, scope: String, _ editions: [AssessedEdition]
  ) throws -> ComputedAssessment {
    let december = Month(index: year * 12 + 11)
    guard
      let version = try methodVersions().inForce(.assessment, scope: scope, in: december)
    else { throw Refusal(AssessmentRefusal.noMethod, String(year)) }
    let method = try AssessmentMethod(version.definition)
    let today = try today()
    let last = min(december.lastDay, today.adding(days: -1))
    let catalogue = try Catalogue(self, on: last)
    let own = editions.filter { $0.head.scope == scope }
    var units: [String: AssessedUnit] = [:]
    for kind in method.sheets.map(\.kind) {
      for unit in catalogue.tree.units(of: kind, below: scope) {
        units[unit.code] = AssessedUnit(unit: unit.code, name: unit.name, kind: kind)
      }
    }
    for edition in own.sorted(by: { $0.head.period < $1.head.period }) {
      for (unit, month) in edition.months { units[unit]?.months.append(month) }
    }
    try addSteps(scope, year, &units)
    try addDuties(december.january.firstDay...max(december.january.firstDay, last), &units)
    try addReports(december, until: today, &units)
    let sheets = method.sheets(Array(units.values)).map { ($0.unit, $0.document(method)) }
    let document: JSONValue = [
      "year": .number(String(year)), "of": .string(scope),
      "method": [
        "id": .string(method.id), "version": .number(String(method.version)),
        "sha256": .string(hexadecimal(version.sha256)),
      ],
      "editions": .array(
        own.sorted { $0.head.period < $1.head.period }.map {
          [
            "period": .string($0.head.period.description),
            "edition": .number(String($0.head.number)),
          ]
        }),
      "sheets": .array(
        sheets.map {
          [
            "unit": .string($0.0),
            "sha256": .string(hexadecimal(SHA256.hash(data: $0.1.canonicalBytes))),
          ]
        }),
    ]
    let first = try self.editions().filter { $0.scope == scope }.map(\.period).min()
    let published = Set(own.map(\.head.period))
    // What lies before the first edition was never to be published.
    let months = (december.january.index...december.index).map(Month.init(index:))
    let lacking = first.map { first in
      months.filter { $0 >= first && !published.contains($0) }
    }
    return ComputedAssessment(
      method: method, document: document,
      sha256: Array(SHA256.hash(data: document.canonicalBytes)), sheets: sheets,
      lacking: lacking ?? [])
  }

  private func addSteps(
    _ scope: String, _ year: Int, _ units: inout [String: AssessedUnit]
  ) throws {
    for (unit, kept) in Dictionary(grouping: try stepDecisions(scope: scope), by: \.unit) {
      var entered: [KeptDecision] = []
      for item in kept.sorted(by: { $0.decision.number < $1.decision.number })
      where item.decision.isAccepted {
        switch item.decision.move {
        case .enter: entered.append(item)
        case .withdraw: _ = entered.popLast()
        case .exit: break
        }
      }
      units[unit]?.steps = entered.filter { $0.decision.month.year == year }.map {
        AssessedUnit.Step(
          step: $0.decision.to, month: $0.decision.month, edition: $0.decision.edition,
          document: $0.document)
      }
    }
  }

  private func addDuties(
    _ span: ClosedRange<CalendarDate>, _ units: inout [String: AssessedUnit]
  ) throws {
    let lists = try responsibilityLists()
    let tree = TaskTree(try taskVersions(), on: span.upperBound)
    let today = try today()
    let counts = tree.duties(
      try taskReports(), issued: Dictionary(lists.map { ($0.key, $0.issued) }) { $1 },
      endingIn: span, calendar: try workingCalendar())
    // What may still be done in time is not late.
    for (unit, count) in counts { units[unit]?.lateTasks = count.late.filter { $0.last < today } }
  }

  private func addReports(
    _ december: Month, until today: CalendarDate, _ units: inout [String: AssessedUnit]
  ) throws {
    for month in (december.january.index...december.index).map(Month.init(index:))
    where month.lastDay < today {
      let expected = try Catalogue(self, on: month.lastDay).expectations(endingIn: month).filter {
        $0.form.field(of: RecordIndicator.reportDue.rawValue) == nil && units[$0.unit] != nil
      }
      for (period, expected) in Dictionary(grouping: expected, by: \.period) {
        for item in try completeness(of: expected, receipts(period))
        where !item.isOnTime && item.due < today {
          units[item.unit]?.lateReports.append(
            AssessedUnit.Report(form: item.form, period: period))
        }
      }
    }
    for unit in units.keys {
      units[unit]?.lateReports.sort {
        ($0.period.firstDay.daysSince2000, $0.form) < ($1.period.firstDay.daysSince2000, $1.form)
      }
    }
  }
}
