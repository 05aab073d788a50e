import LedgerDomain
import LedgerStore
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// What is tried is what adopting it gives, and trying keeps nothing.
@Suite struct TrialTests {
  private static let january = Month(index: 2026 * 12)

  /// Red from so many cases, yellow where the target is missed.
  private static func rules(from cases: String, version: Int) -> JSONValue {
    [
      "id": "colours", "version": .number(String(version)), "effective": "2026-01",
      "kind": "county",
      "rules": [
        [
          "id": "R1", "colour": "red", "text": ["zh": "发案多", "en": "Many cases"],
          "when": [
            "measure": ["sum": "CASES", "window": "month"], "op": ">=", "value": .string(cases),
          ],
        ],
        [
          "id": "T1", "colour": "yellow", "text": ["zh": "未达目标", "en": "Target missed"],
          "when": ["measure": ["against_target": "CASES"], "op": "==", "value": "0"],
        ],
      ],
    ]
  }

  private static func method(full: String) -> JSONValue {
    func changed(_ value: JSONValue) -> JSONValue {
      switch value {
      case .array(let items): .array(items.map(changed))
      case .object(let members):
        .object(
          members.map {
            $0.name == "full"
              ? JSONValue.Member("full", .string(full))
              : JSONValue.Member($0.name, changed($0.value))
          })
      default: value
      }
    }
    return changed(Sample.method(version: 2))
  }

  /// January with every figure accepted.
  private func accepted() async throws -> ServedOffice {
    let office = try await ServedOffice()
    for (stage, name) in [
      (Review.Stage.unit, "reviewer"), (.unit, "reviewer-b"), (.office, "office"),
    ] {
      _ = try await office.ledger.review(
        ReviewRequest(
          stage: stage, decision: .approve, form: "monthly", periods: [Period(Self.january)],
          units: nil), by: office.actor(name))
    }
    return office
  }

  private func adopt(
    _ document: JSONValue, _ kind: MethodVersion.Kind, _ office: ServedOffice
  ) async throws -> MethodVersion {
    let version = try await office.ledger.proposeMethod(
      document, kind: kind, scope: "SQ", effective: Self.january, by: office.actor("office"))
    try await office.ledger.approveMethod(
      kind: kind, scope: "SQ", code: version.code, version: version.version,
      by: office.actor("director"))
    return version
  }

  private func result(_ office: ServedOffice) async throws -> [String: [String?]] {
    let (document, _) = try await office.ledger.unpublished(
      Self.january, scope: "SQ", kind: nil, by: office.actor("director"))
    let result = try EditionResult(document: document)
    var units: [String: [String?]] = [:]
    for standing in result.rankings.first?.standings ?? [] {
      units[standing.unit] = [
        result.ratings[standing.unit]?.colour.rawValue,
        standing.doubledRank.map(String.init), standing.score.map { String($0) },
      ]
    }
    return units
  }

  private static func outcomes(
    _ trial: MethodTrial?, _ outcome: (MethodTrial.Unit) -> MethodTrial.Outcome?
  ) -> [String: [String?]] {
    var units: [String: [String?]] = [:]
    for unit in trial?.units ?? [] {
      guard let outcome = outcome(unit) else { continue }
      units[unit.unit] = [
        outcome.colour?.rawValue, outcome.doubledRank.map(String.init),
        outcome.score.map { String($0) },
      ]
    }
    return units
  }

  // MARK: - Rule sets and methods

  @Test func `a trial is refused for who may not propose, and for what would not be taken`()
    async throws
  {
    let office = try await ServedOffice()
    let ledger = office.ledger
    let good = Self.rules(from: "15", version: 2)
    for name in ["reporter", "director", "mayor", "auditor", "nobody"] {
      #expect(
        await code {
          try await ledger.tryMethod(
            good, kind: .rules, scope: "SQ", through: nil, months: 1, by: office.actor(name))
        } == "account.not_allowed")
    }
    for name in ["reporter", "leader", "auditor"] {
      #expect(
        await code {
          try await ledger.tryMethod(
            kind: .rules, scope: "SQ", code: "colours", version: 1, through: nil, months: 1,
            by: office.actor(name))
        } == "account.out_of_scope")
    }
    for (document, scope, refusal) in [
      (good, "SQ-X", "unit.unknown"), ([:], "SQ", "json.member_missing"),
      (Sample.rules().replacing("CASES", by: "NONE"), "SQ", "measure.indicator_unknown"),
    ] {
      #expect(
        await code {
          try await ledger.tryMethod(
            document, kind: .rules, scope: scope, through: nil, months: 1,
            by: office.actor("office"))
        } == refusal)
    }
    #expect(
      await code {
        try await ledger.tryMethod(
          kind: .rules, scope: "SQ", code: "colours", version: 2, through: nil, months: 1,
          by: office.actor("office"))
      } == "method.unknown")
  }

  @Test func `a trial of rules and of a method gives what their adoption gives`() async throws {
    let office = try await accepted()
    let versions: [(MethodVersion.Kind, JSONValue)] = [
      (.rules, Self.rules(from: "15", version: 2)), (.index, Self.method(full: "100")),
    ]
    for (kind, document) in versions {
      let before = try await result(office)
      let entries = try await office.ledger.verify().entries
      let trial = try await office.ledger.tryMethod(
        document, kind: kind, scope: "SQ", through: Self.january, months: 1,
        by: office.actor("office")
      ).first
      #expect(try await office.ledger.verify().entries == entries, "trying keeps nothing")
      #expect(Self.outcomes(trial) { $0.before } == before)
      #expect(try await result(office) == before)
      let version = try await adopt(document, kind, office)
      let after = try await result(office)
      #expect(Self.outcomes(trial) { $0.after } == after)
      #expect(before != after, "\(kind) changes nothing, so that nothing was tried")
      let known = try await office.ledger.tryMethod(
        kind: kind, scope: "SQ", code: version.code, version: 2, through: Self.january, months: 1,
        by: office.actor("director")
      ).first
      #expect(known?.units.contains { $0.isMoved } == false)
      #expect(Self.outcomes(known) { $0.after } == after)
    }
  }

  @Test func `a trial tells why, and the last published months where none is named`() async throws {
    let office = try await ServedOffice()
    let trials = try await office.ledger.tryMethod(
      Self.rules(from: "15", version: 2), kind: .rules, scope: "SQ", through: nil, months: 2,
      by: office.actor("office"))
    #expect(trials.map(\.month.description) == [ServedOffice.published, ServedOffice.reopening])
    let unit = try #require(trials.first?.units.first)
    #expect(unit.unit == "SQ-A" && unit.before?.colour == .blue && unit.after.colour == .red)
    #expect(unit.reason == .rules(hitting: ["R1"], noLonger: []))
    #expect(trials.first?.units.map(\.isMoved) == [true, false])
    let method = try await office.ledger.tryMethod(
      Self.method(full: "100"), kind: .index, scope: "SQ", through: nil, months: 1,
      by: office.actor("office"))
    guard case .component(0, let before?, let after?) = method.first?.units.first?.reason else {
      Issue.record("\(String(describing: method.first?.units.first))")
      return
    }
    // 30 cases: 85 of 100 marks down to none at 200; all marks below 100.
    #expect(before == 8_500 && after == 10_000)
  }

  // MARK: - Targets

  private func target(
    _ goal: Int64, _ kind: TargetKind = .atMost, of unit: String = "SQ-A"
  ) throws -> Target {
    try Target(
      unit: unit, indicator: "CASES", year: 2026, kind: kind,
      goal: #require(FigureNumber(tenThousandths: goal * 10_000)))
  }

  @Test func `a trial of targets is refused as setting them would be`() async throws {
    let office = try await ServedOffice()
    func tried(
      _ targets: [Target], _ indicator: String = "CASES", year: Int = 2026,
      scope: String? = nil, by name: String = "office"
    ) async -> String? {
      await code {
        try await office.ledger.tryTargets(
          targets, of: indicator, year: year, scope: scope, by: office.actor(name))
      }
    }
    for name in ["reporter", "director", "mayor", "auditor", "nobody"] {
      #expect(await tried([try target(1)], by: name) == "account.not_allowed")
    }
    #expect(await tried([try target(1, of: "SQ-X")]) == "unit.unknown")
    #expect(await tried([], scope: "SQ-X") == "unit.unknown")
    #expect(await tried([], "NONE") == "measure.indicator_unknown")
    #expect(await tried([], year: 1999) == "target.year_out_of_range")
    #expect(await tried([try target(400, .atLeast)]) == "target.contradictory")
    #expect(
      await code {
        try await office.ledger.keepTargets(
          [try target(1)], reason: " ", by: office.actor("office"))
      } == "text.missing")
  }

  @Test func `a trial of targets rates as the month was rated, and a published month stays`()
    async throws
  {
    let office = try await accepted()
    _ = try await adopt(Self.rules(from: "100", version: 2), .rules, office)
    _ = try await office.ledger.closeMonth(
      Self.january, exceptions: ["SQ-A/extra", "SQ-B/extra"], reason: "缺",
      by: office.actor("office"))
    for name in ["office", "director"] {
      _ = try await office.ledger.publishEdition(
        Self.january, scope: "SQ", kind: nil, by: office.actor(name))
    }
    let published = try await result(office)
    #expect(published["SQ-A"]?.first == "blue")
    func trial(_ targets: [Target]) async throws -> TargetTrial {
      let trials = try await office.ledger.tryTargets(
        targets, of: "CASES", year: 2026, scope: nil, by: office.actor("office"))
      #expect(trials.rulesReadTargets && trials.months.count == 12)
      #expect(trials.months.last == Self.january)
      return try #require(trials.units.first { $0.unit == "SQ-A" }?.trial)
    }
    // By January 300 a year allow 25 cases, 120 allow 10; there were 20. Of the year before, the
    // months up to October are absent.
    let now = try await trial([])
    #expect(now.met == 1 && now.missed == 0 && now.unknown == 11)
    #expect(now.colours[.yellow] == nil)
    let strict = try await trial([try target(120)])
    #expect(strict.met == 0 && strict.missed == 1 && strict.unknown == 11)
    #expect(strict.colours[.yellow] == 1)
    #expect(
      try await office.ledger.targets(year: 2026, by: office.actor("office")).map(
        \.goal.description)
        == ["300", "400"], "trying keeps nothing")

    _ = try await office.ledger.keepTargets(
      [try target(120)], reason: "年中调整", by: office.actor("office"))
    #expect(try await trial([]) == strict)
    #expect(try await result(office) == published, "a published month is not touched")
    let sheet = try await office.ledger.targetSheet(
      year: 2026, indicator: nil, scope: nil, by: office.actor("director"))
    #expect(sheet.effective == Self.january.adding(months: 1) && sheet.indicator.code == "CASES")
    #expect(sheet.rows.map(\.unit.code) == ["SQ-A", "SQ-B"])
    #expect(sheet.rows.first?.lastYear == .incomplete(Fraction(70)))
  }

  @Test func `who set a target, when, and from what, is told within one's scope`() async throws {
    let office = try await ServedOffice()
    _ = try await office.ledger.keepTargets(
      [try target(280), try target(380, of: "SQ-B")], reason: "第 6 次会议", by: office.actor("office"))
    func changes(_ name: String) async throws -> [TargetChange] {
      try await office.ledger.targetChanges(
        year: 2026, indicator: "CASES", by: office.actor(name))
    }
    #expect(await code { try await changes("auditor") } == "account.not_allowed")
    let own = try await changes("reporter")
    #expect(own.map(\.target.unit) == ["SQ-A", "SQ-A"])
    #expect(own.map { $0.previous?.goal.description } == ["300", nil])
    #expect(own.first?.recordedBy == "office" && own.first?.reason == "第 6 次会议")
    #expect(try await changes("director").count == 4)
  }
}

/// The code of the refusal that an act ends with; nil where it is done.
private func code<Answer>(_ act: () async throws -> Answer) async -> String? {
  do {
    _ = try await act()
    return nil
  } catch let refusal as Refusal {
    return refusal.code
  } catch {
    return "\(error)"
  }
}

extension JSONValue {
  /// The document with every text that is one replaced by another.
  fileprivate func replacing(_ text: String, by other: String) -> JSONValue {
    switch self {
    case .string(text): .string(other)
    case .array(let items): .array(items.map { $0.replacing(text, by: other) })
    case .object(let members):
      .object(members.map { Member($0.name, $0.value.replacing(text, by: other)) })
    default: self
    }
  }
}
