import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// What waits for whom, what a reviewer sees of it, and approving several at once.
@Suite(.serialized)
struct ReviewQueueTests {
  private static let january = Period(Month(index: 2021 * 12))
  private static let form = "fraud-monthly"

  private static func rows(_ unit: String, _ reports: Int, _ month: String = "2021-01") -> String {
    """
    \(unit),\(month),REPORTS,\(reports)
    \(unit),\(month),VICTIM_REPORTS,5
    \(unit),\(month),VICTIMS,6
    \(unit),\(month),LOSS_CAD,700

    """
  }

  private static func key(_ unit: String, _ number: Int = 1) -> RevisionKey {
    RevisionKey(unit: unit, form: form, period: january, number: number)
  }

  private static func codes(_ done: BulkApproval) -> [String] { done.refused.map(\.why.code) }

  @Test func `what waits is told to whoever decides next, and to nobody else`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    _ = try await office.submit(Self.rows("CA-AB", 10) + Self.rows("CA-BC", 20))
    #expect(try await ledger.reviewQueue(by: office("office")).isEmpty)
    #expect(try await ledger.reviewQueue(by: office("reporter")).isEmpty)
    #expect(try await ledger.reviewQueue(by: office("verifier")).isEmpty)
    #expect(try await ledger.verificationQueue(by: office("reviewer")).isEmpty)
    let units = try await ledger.reviewQueue(by: office("reviewer"))
    #expect(units.map(\.waiting.key.unit) == ["CA-AB", "CA-BC"])
    #expect(units.allSatisfy { $0.waiting.stage == .unit })
    #expect(try await office.decide(.unit, "reviewer") == 2)
    #expect(try await ledger.reviewQueue(by: office("reviewer")).isEmpty)
    let offices = try await ledger.reviewQueue(by: office("office"))
    #expect(offices.count == 2 && offices.allSatisfy { $0.waiting.stage == .office })
    #expect(try await office.decide(.office, "office") == 2)
    #expect(try await ledger.reviewQueue(by: office("office")).isEmpty)
    _ = try await ledger.closeMonth(Self.january.month, by: office("office"))
    let status = try await ledger.monthWork(Self.january.month, by: office("director"))
    #expect(!status.isOpen && status.events.map(\.event) == [.closed])
    #expect(
      await refusal { try await ledger.monthWork(Self.january.month, by: office("reporter")) }
        == "account.not_allowed")
  }

  @Test func `only clean revisions are approved with others; the rest is named`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    _ = try await office.submit(Self.rows("CA-AB", 10) + Self.rows("CA-BC", 20))
    func approve(_ name: String, _ keys: [RevisionKey]) async throws -> BulkApproval {
      try await ledger.approveClean(keys, by: office(name))
    }
    #expect(
      Self.codes(try await approve("reporter", [Self.key("CA-AB")])) == ["account.out_of_scope"])
    #expect(
      Self.codes(try await approve("office", [Self.key("CA-AB")])) == ["submission.not_approved"])
    #expect(
      Self.codes(try await approve("reviewer", [Self.key("CA-AB", 2), Self.key("CA-ZZ")]))
        == ["submission.revision_unknown", "submission.revision_unknown"])
    _ = try await office.submit(Self.rows("CA-AB", 11), revises: true)
    let both = try await approve(
      "reviewer", [Self.key("CA-AB"), Self.key("CA-AB", 2), Self.key("CA-BC"), Self.key("CA-BC")])
    #expect(Self.codes(both) == ["submission.revision_stale", "submission.not_clean"])
    #expect(both.approved == [Self.key("CA-BC")], "once, however often it is named")
    #expect(
      Self.codes(try await approve("reviewer", [Self.key("CA-BC")])) == [
        "submission.already_reviewed"
      ])
    try await ledger.verifyFigure(
      VerificationRequest(
        unit: "CA-BC", form: Self.form, period: Self.january, indicator: "REPORTS", figure: "9",
        reason: "口径"), by: office("verifier"))
    #expect(
      Self.codes(try await approve("office", [Self.key("CA-BC")])) == ["submission.not_clean"])
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `a closed month's revisions are not approved`() async throws {
    let office = try await Office()
    _ = try await office.submit(Self.rows("CA-AB", 10))
    _ = try await office.ledger.closeMonth(
      Self.january.month, exceptions: ["CA-AB", "CA-BC"], reason: "延期", by: office("office"))
    let done = try await office.ledger.approveClean([Self.key("CA-AB")], by: office("reviewer"))
    #expect(Self.codes(done) == ["submission.period_closed"])
    #expect(try await office.ledger.reviewQueue(by: office("reviewer")).isEmpty)
  }

  @Test func `a sheet shows what was before, last year and in the revision before`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    for month in ["2021-01", "2021-12"] {
      _ = try await office.submit(Self.rows("CA-AB", 100, month))
      _ = try await office.decide(.unit, "reviewer", [month])
      _ = try await office.decide(.office, "office", [month])
    }
    let period = try #require(Period("2022-01"))
    _ = try await office.submit(Self.rows("CA-AB", 100, "2022-01"))
    _ = try await office.submit(Self.rows("CA-AB", 120, "2022-01"), revises: true)
    #expect(
      await refusal {
        try await ledger.reviewCase("CA-AB", Self.form, period, by: office("reporter"))
      } == "account.out_of_scope")
    let known = try await ledger.reviewCase("CA-AB", Self.form, period, by: office("reviewer"))
    #expect(known.stage == .unit && known.obstacle == nil && !known.mayVerify)
    let sheet = try #require(known.sheet)
    let line = try #require(sheet.lines.first { $0.indicator == "REPORTS" })
    let hundred = FigureNumber(tenThousandths: 1_000_000).map(Figure.number)
    #expect(line.previous == hundred && line.before == hundred && line.yearEarlier == hundred)
    #expect(line.isChanged && line.isFlagged && sheet.greatestChange?.indicator == "REPORTS")
    #expect(sheet.lines.count { $0.isChanged } == 1)
    let offices = try await ledger.reviewCase("CA-AB", Self.form, period, by: office("office"))
    #expect(offices.obstacle?.code == "submission.not_approved")
  }

  @Test func `publishing does the step that is meant, or says that another is due`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    let month = Self.january.month
    for (kind, path) in [
      (MethodVersion.Kind.rules, "examples/canada/rules.json"),
      (.index, "examples/canada/method.json"),
    ] {
      let version = try await ledger.proposeMethod(
        try Files.json(path), kind: kind, scope: "CA", effective: month, by: office("office"))
      try await ledger.approveMethod(
        kind: kind, scope: "CA", code: version.code, version: version.version,
        by: office("director"))
    }
    _ = try await office.submit(Self.rows("CA-AB", 10) + Self.rows("CA-BC", 20))
    _ = try await office.decide(.unit, "reviewer")
    _ = try await office.decide(.office, "office")
    _ = try await ledger.closeMonth(month, by: office("office"))
    func publish(_ step: PublicationStep, _ name: String) async -> String? {
      await refusal {
        try await ledger.publishEdition(
          month, scope: "CA", kind: nil, step: step, by: office(name))
      }
    }
    #expect(await publish(.publish, "director") == "edition.step_changed")
    #expect(await publish(.propose, "office") == nil)
    #expect(await publish(.publish, "office") == "edition.second_person_is_first")
    #expect(await publish(.propose, "director") == "edition.step_changed")
    #expect(await publish(.publish, "director") == nil)
    let work = try await ledger.monthWork(month, by: office("office"))
    #expect(work.publications.map(\.published?.number) == [1])
  }
}
