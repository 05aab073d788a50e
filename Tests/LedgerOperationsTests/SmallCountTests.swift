import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import Testing

/// Small counts do not leave the ledger where figures of several units do.
@Suite(.serialized)
struct SmallCountTests {
  private static let january = Month(index: 2021 * 12)
  private static let form = "abroad-monthly"

  /// Four provinces that report a form of counts of people abroad: AB 3, BC 12, MB 40, ON 90.
  private static func office() async throws -> Office {
    let office = try await Office()
    let units = try CSV(
      """
      code,name,name_en,kind,parent,group,valid_from,valid_to
      CA-MB,曼尼托巴省,Manitoba,province,CA,,1999-04-01,
      CA-ON,安大略省,Ontario,province,CA,,1999-04-01,

      """)
    _ = try await office.ledger.importUnits(units.file, by: office("office"))
    guard case .array(let all) = try Files.json("defaults/indicators.json") else { return office }
    let abroad = all.filter { indicator in
      guard case .string(let code) = indicator["code"] else { return false }
      return ["OVS_BASE", "OVS_REDUCED", "OVS_REMAIN", "OVS_RATE"].contains(code)
    }
    _ = try await office.ledger.importIndicators(
      .array(abroad), effective: january, by: office("office"))
    _ = try await office.ledger.importForm(
      JSONValue(
        parsing: Array(
          """
          {"code": "\(form)", "name": {"zh": "境外月报", "en": "Return"}, "effective": "2021-01",
           "kind": "province", "frequency": "month", "due_working_days": 2,
           "fields": [{"indicator": "OVS_BASE"}, {"indicator": "OVS_REDUCED"},
                      {"indicator": "OVS_REMAIN"}]}
          """.utf8)), by: office("office"))
    _ = try await office.submit(rows, form: form)
    #expect(try await office.decide(.unit, "reviewer", form: form) == 4)
    #expect(try await office.decide(.office, "office", form: form) == 4)
    return office
  }

  private static let rows = [("AB", 200, 3), ("BC", 60, 12), ("MB", 90, 40), ("ON", 100, 90)]
    .map { unit, base, remain in
      """
      CA-\(unit),2021-01,OVS_BASE,\(base)
      CA-\(unit),2021-01,OVS_REDUCED,\(base - remain)
      CA-\(unit),2021-01,OVS_REMAIN,\(remain)

      """
    }.joined()

  private static func account(
    _ name: String, _ role: Role, _ unit: String, _ office: Office
  ) async throws -> Ledger.Actor {
    try await office.ledger.createAccount(
      Account(name: name, displayName: name, unit: unit, post: ""), by: office("system"))
    _ = try await office.ledger.addGrant(
      role, to: name, unit: unit, form: nil, until: nil, by: office("security"))
    return try await office.ledger.openConsoleSession(as: name)
  }

  @Test func `an export of several units says <5, whoever asks`() async throws {
    let office = try await Self.office()
    let leader = try await Self.account("leader", .leader, "CA", office)
    for actor in [try office("office"), leader] {
      let rows = try await office.ledger.exportFigures([Period(Self.january)], by: actor)
      let values = Dictionary(
        rows.map { ("\($0[0]) \($0[2])", $0[3]) }, uniquingKeysWith: { $1 })
      #expect(values["CA-AB OVS_REMAIN"] == "<5")
      #expect(values["CA-AB OVS_BASE"] == "*" && values["CA-AB OVS_REDUCED"] == "*")
      #expect(values["CA-BC OVS_REMAIN"] == "*", "else the total less the others tells it")
      #expect(values["CA-MB OVS_REMAIN"] == "40" && values["CA-ON OVS_BASE"] == "100")
    }
    #expect(
      await refusal {
        try await office.submit("CA-AB,2021-01,OVS_REMAIN,<5\n", form: Self.form, revises: true)
      } == "figure.not_a_number")
  }

  @Test func `a reader of some units sees what a reader of all sees of them`() async throws {
    let office = try await Self.office()
    let leader = try await Self.account("leader", .leader, "CA-BC", office)
    let rows = try await office.ledger.exportFigures([Period(Self.january)], by: leader)
    #expect(rows.map { $0[3] } == ["*", "*", "*"])
  }

  @Test func `a unit's own reporter exports its figures as they are`() async throws {
    let office = try await Self.office()
    let own = try await Self.account("alberta", .reporter, "CA-AB", office)
    let rows = try await office.ledger.exportFigures([Period(Self.january)], by: own)
    #expect(rows.map { $0[3] } == ["200", "197", "3"])
  }

  @Test(arguments: [
    (Role.leader, "CA", true), (.assessor, "CA", true), (.director, "CA", true),
    (.reporter, "CA-AB", false), (.reviewer, "CA-AB", false), (.verifier, "CA", false),
    (.office, "CA", false),
  ])
  func `a submission's small counts are read by who works with them`(
    role: Role, unit: String, isHidden: Bool
  ) async throws {
    let office = try await Self.office()
    let reader = try await Self.account("reader", role, unit, office)
    let view = try await office.ledger.submission(
      "CA-AB", Self.form, Period(Self.january), by: reader)
    #expect(view.isComplete == !isHidden)
    #expect(view.mark(revision: 0, field: 2)?.text == (isHidden ? "<5" : nil))
    #expect(view.mark(revision: 0, field: 0)?.text == (isHidden ? "*" : nil))
    #expect(view.hides("OVS_REMAIN") == isHidden)
  }

  @Test func `a small count is hidden before it is accepted, and in the revision before`()
    async throws
  {
    let office = try await Self.office()
    let leader = try await Self.account("leader", .leader, "CA", office)
    let row = "CA-ON,2021-01,OVS_BASE,100\nCA-ON,2021-01,OVS_REDUCED,96\n"
    _ = try await office.submit(
      row + "CA-ON,2021-01,OVS_REMAIN,4\n", form: Self.form, revises: true)
    let view = try await office.ledger.submission(
      "CA-ON", Self.form, Period(Self.january), by: leader)
    #expect(view.submission.revisions.count == 2)
    #expect(view.mark(revision: 0, field: 2)?.text == "*")
    #expect(view.mark(revision: 1, field: 2)?.text == "<5")
  }

  @Test func `results that read small counts are hidden, in editions too`() async throws {
    let office = try await Self.office()
    let ledger = office.ledger
    let rules = try JSONValue(
      parsing: Array(
        """
        {"id": "abroad", "version": 1, "effective": "2021-01", "kind": "province", "requires": [],
         "rules": [{"id": "R1", "colour": "red", "text": {"zh": "有", "en": "some"},
           "when": {"measure": {"last": "OVS_REMAIN"}, "op": ">=", "value": "0"}},
          {"id": "Y1", "colour": "yellow", "text": {"zh": "率", "en": "rate"},
           "when": {"measure": {"indicator": "OVS_RATE"}, "op": ">=", "value": "0"}}]}
        """.utf8))
    _ = try await ledger.proposeMethod(
      rules, kind: .rules, scope: "CA", effective: nil, by: office("office"))
    try await ledger.approveMethod(
      kind: .rules, scope: "CA", code: "abroad", version: 1, by: office("director"))
    let remain = Measure.last("OVS_REMAIN", monthsBack: 0)
    func check(_ mark: (Measure, String) -> SuppressionMark?) {
      #expect(mark(remain, "CA-AB") == .below(5) && mark(remain, "CA-BC") == .hidden)
      #expect(mark(remain, "CA-MB") == nil)
      #expect(mark(.indicator("OVS_RATE"), "CA-AB") == .hidden)
      #expect(mark(.indicator("OVS_RATE"), "CA-MB") == nil)
    }
    let result = try await ledger.result(
      of: Self.january, scope: "CA", kind: nil, by: office("office"))
    check { measure, unit in
      result.units.firstIndex { $0.unit.code == unit }.flatMap { result.mark(measure, of: $0) }
    }
    let unpublished = try await ledger.unpublished(
      Self.january, scope: "CA", kind: nil, by: office("office"))
    check { unpublished.disclosure.mark($0, of: $1) }

    _ = try await ledger.closeMonth(
      Self.january, exceptions: ["CA-AB", "CA-BC", "CA-MB", "CA-ON"], reason: "只试一张表",
      by: office("office"))
    for name in ["office", "director"] {
      _ = try await ledger.publishEdition(Self.january, scope: "CA", kind: nil, by: office(name))
    }
    let document = try JSONValue(parsing: try await ledger.publishedDocument(1))
    check(try await ledger.disclosure(ofEdition: document).mark)
    #expect(try await ledger.rerunEdition(1).difference == nil)
  }
}
