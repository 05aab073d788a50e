import LedgerDocuments
import LedgerDomain
import LedgerOperations
import Testing

/// Records of the follow-up: who adds them, who acts on them, and what is refused.
struct RecordTests {
  private static let standards = """
    类别,版本,施行日期,标准
    无诈社区,1,2020-01-01,一年内无发案
    无诈社区,1,2020-01-01,宣传覆盖不低于 45%
    无诈校园,1,2020-01-01,宣传覆盖全体师生

    """

  private func add(
    _ noun: RecordNoun, _ values: [String: String], _ office: Office, by name: String = "office"
  ) async throws -> RecordKey {
    let common = ["unit": "CA-AB", "title": "内容", "day": "2021-01-05", "document": "1号"]
    return try await office.ledger.addRecord(
      noun, common.merging(values) { $1 }, by: office(name))
  }

  private func act(
    _ key: RecordKey, _ act: RecordAct, words: String = "说明", item: Int = 0,
    document: String = "2号", day: String = "", due: String = "", met: Set<Int> = [],
    _ office: Office, by name: String = "office"
  ) async throws -> RecordKey {
    try await office.ledger.actOnRecord(
      RecordActRequest(
        key, act, item: item, words: words, document: document, day: day, due: due,
        criteria: met), by: office(name))
  }

  private func state(_ key: RecordKey, _ office: Office) async throws -> RecordState {
    try await office.ledger.record(key, by: office("office")).record.standing.state
  }

  private static let inspection = [
    "by": "CA", "line": "leadership", "findings": "甲\n乙", "due": "2021-02-01",
  ]

  @Test func `an inspection is the office's, what it found the unit's to put right`() async throws {
    let office = try await Office()
    let given = Self.inspection
    #expect(
      await refusal { try await add(.inspection, given, office, by: "reporter") }
        == "account.not_allowed")
    for (changed, code) in [
      (["unit": "CA-X"], "record.unit_unknown"), (["by": "局"], "record.unit_unknown"),
      (["day": "2999-01-01"], "record.day_ahead"), (["due": "2020-12-01"], "record.due_before"),
    ] {
      let values = given.merging(changed) { $1 }
      #expect(await refusal { try await add(.inspection, values, office) } == code, "\(changed)")
    }
    let key = try await add(.inspection, given, office)
    let missing = try #require(RecordKey("inspection/2021-9"))
    for (wanted, done) in [
      (
        "account.not_allowed",
        await refusal { try await act(key, .pass, item: 1, office, by: "reporter") }
      ),
      (
        "account.not_allowed", await refusal { try await act(key, .rectify, item: 1, office) }
      ),
      (
        "record.unknown",
        await refusal { try await act(missing, .rectify, item: 1, office, by: "reporter") }
      ),
      (
        "record.finding_unknown",
        await refusal { try await act(key, .rectify, item: 3, office, by: "reporter") }
      ),
      ("record.not_now", await refusal { try await act(key, .pass, item: 1, office) }),
      (
        "text.missing",
        await refusal { try await act(key, .rectify, words: " ", item: 1, office, by: "reporter") }
      ),
    ] { #expect(done == wanted) }
    _ = try await act(key, .rectify, item: 1, office, by: "reporter")
    #expect(await refusal { try await act(key, .fail, item: 1, office) } == "text.missing")
    #expect(
      await refusal { try await act(key, .fail, item: 1, due: "2021-01-01", office) }
        == "record.due_before")
    #expect(
      await refusal { try await act(key, .pass, item: 1, day: "2021-01-06", office) }
        == "record.due_before", "checked before it was put right")
    _ = try await act(key, .fail, item: 1, due: "2099-01-01", office)
    _ = try await act(key, .rectify, item: 1, office, by: "reporter")
    _ = try await act(key, .pass, item: 1, office)
    _ = try await act(key, .rectify, item: 2, office, by: "reporter")
    _ = try await act(key, .pass, item: 2, office)
    #expect(try await state(key, office) == .passed)
  }

  @Test func `no-fraud units go their way from the application to the withdrawal`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    func places(_ rows: String) async throws -> ImportReport {
      try await ledger.importNoFraudUnits(
        CSVFile(name: "p.csv", text: "所在单位,类别,名称,申报日期\n" + rows), by: office("office"))
    }
    #expect(
      await refusal { try await places("CA-AB,无诈社区,甲,2021-01-05\n") }
        == "record.standard_unknown")
    func standards(_ rows: String) async throws -> ImportReport {
      try await ledger.importNoFraudStandards(
        CSVFile(name: "s.csv", text: rows), by: office("office"))
    }
    #expect(try await standards(Self.standards).added == 2)
    #expect(try await standards(Self.standards).unchanged == 2)
    #expect(
      await refusal { try await standards("类别,版本,施行日期,标准\n无诈校园,1,2020-01-01,别的\n") }
        == "record.standard_exists")
    for (row, code) in [
      ("CA-X,无诈社区,甲,2021-01-05", "record.unit_unknown"),
      ("CA-AB,无诈市,甲,2021-01-05", "record.word_unknown"),
      ("CA-AB,无诈社区,,2021-01-05", "text.missing"),
      ("CA-AB,无诈村,甲,2021-01-05", "record.standard_unknown"),
    ] { #expect(await refusal { try await places(row + "\n") } == code, "\(row)") }
    let rows = "CA-AB,无诈社区,甲,2021-01-05\nCA-BC,无诈校园,乙,2021-01-05\n"
    #expect(try await places(rows).added == 2)
    #expect(try await places(rows).unchanged == 2)
    let year = ledger.today.components.year
    let key = try #require(RecordKey("nofraud/\(year)-1"))
    #expect(
      await refusal { try await act(key, .check, met: [1], office, by: "reporter") }
        == "record.criteria_missing")
    _ = try await act(key, .check, met: [1, 2], office, by: "reporter")
    _ = try await act(key, .giveBack, office)
    _ = try await act(key, .check, met: [1, 2], office, by: "reporter")
    #expect(await refusal { try await act(key, .name, office) } == "record.not_now")
    _ = try await act(key, .accept, words: "", office)
    #expect(await refusal { try await act(key, .name, document: "", office) } == "text.missing")
    _ = try await act(key, .name, office)
    _ = try await act(key, .review, office)
    #expect(await refusal { try await act(key, .withdraw, words: "", office) } == "text.missing")
    _ = try await act(key, .withdraw, office)
    #expect(try await state(key, office) == .withdrawn)
    let own = [
      "unit": "CA-AB", "kind": "community", "title": "丙", "day": "2021-01-05",
    ]
    _ = try await add(.noFraudUnit, own, office, by: "reporter")
    #expect(
      await refusal { try await add(.noFraudUnit, own, office, by: "reporter") }
        == "record.place_exists")
  }

  @Test func `a matter needs the answer of all, and a notice suspends honours`() async throws {
    let office = try await Office()
    let matter = try await add(
      .matter, ["needs": "CA-BC CA", "due": "2021-02-01"], office, by: "reporter")
    #expect(await refusal { try await act(matter, .settle, office) } == "record.not_now")
    _ = try await act(matter, .answer, office, by: "reporter")
    #expect(try await state(matter, office) == .open)
    _ = try await act(matter, .answer, office, by: "reporter")
    #expect(try await state(matter, office) == .answered)
    _ = try await act(matter, .settle, office)
    #expect(try await state(matter, office) == .settled)

    let honour = try await add(.honour, ["kind": "praised", "issuer": "省"], office)
    let notice = try await add(.notice, ["kind": "listing", "authority": "省"], office)
    #expect(try await state(honour, office) == .suspended)
    #expect(await refusal { try await act(notice, .lift, document: "", office) } == "text.missing")
    _ = try await act(notice, .lift, office)
    #expect(try await state(honour, office) == .held)

    let policy = ["document": "7号", "issuer": "市", "from": "2021-01-05", "clauses": "甲\n乙"]
    let old = try await add(.policyDocument, policy, office)
    #expect(
      await refusal { try await add(.policyDocument, policy, office) } == "record.document_exists")
    #expect(
      await refusal { try await act(old, .replace, document: "8号", office) }
        == "record.replacement_unknown")
    _ = try await add(.policyDocument, policy.merging(["document": "8号"]) { $1 }, office)
    _ = try await act(old, .replace, document: "8号", office)
    #expect(try await state(old, office) == .replaced)
  }

  @Test func `who reported does not decide`() async throws {
    let office = try await Office()
    _ = try await office.ledger.addGrant(
      .office, to: "reporter", unit: "CA", form: nil, until: nil, by: office("security"))
    let key = try await add(.inspection, Self.inspection, office)
    _ = try await act(key, .rectify, item: 1, office, by: "reporter")
    #expect(
      await refusal { try await act(key, .pass, item: 1, office, by: "reporter") }
        == "record.decider_is_reporter")
  }
}
