import LedgerDomain
import Testing

/// Where records stand follows from what was done; what cannot be done now is refused.
struct RecordStandingTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func read(
    _ noun: RecordNoun, _ values: [String: String], standards: [NoFraudStandard] = []
  ) throws -> LedgerRecord {
    let common = ["unit": "A", "title": "内容", "day": "2026-01-10", "document": "1号"]
    return try RecordReader(common.merging(values) { $1 }).record(
      RecordKey(noun, #require(ListKey("2026-1"))), standards: standards,
      today: day("2026-03-01"), by: "office")
  }

  private func refusal(
    _ noun: RecordNoun, _ values: [String: String]
  ) -> String? {
    do {
      _ = try read(noun, values)
      return nil
    } catch { return (error as? Refusal)?.code }
  }

  private func event(
    _ number: Int, _ act: RecordAct, item: Int = 0, unit: String = "A", due: String? = nil,
    on text: String = "2026-01-20"
  ) throws -> RecordEvent {
    RecordEvent(
      number: number, item: item, act: act, unit: unit, day: try day(text), words: "",
      document: "", due: try due.map(day), actedBy: "x")
  }

  private static let inspection = [
    "by": "B", "line": "business", "findings": "甲\r\n\n乙", "due": "2026-02-01",
  ]

  @Test func `what is not filled in rightly is refused at its field`() throws {
    let all: [(RecordNoun, [String: String], String)] = [
      (.inspection, ["unit": " "], "text.missing"), (.inspection, ["title": ""], "text.missing"),
      (.inspection, ["day": "2026-02-30"], "unit.date_malformed"),
      (.inspection, ["day": "2026-03-02"], "record.day_ahead"),
      (.inspection, ["by": "B", "line": "both"], "record.word_unknown"),
      (.inspection, Self.inspection.merging(["due": "2026-01-09"]) { $1 }, "record.due_before"),
      (.inspection, Self.inspection.merging(["due": ""]) { $1 }, "text.missing"),
      (.noFraudUnit, ["kind": "campus"], "record.standard_unknown"),
      (.matter, ["needs": " ", "due": "2026-02-01"], "record.needs_nobody"),
      (.matter, ["needs": "B A", "due": "2026-02-01"], "record.needs_nobody"),
      (.notice, ["kind": "notice", "authority": "省", "document": ""], "text.missing"),
      (.honour, ["kind": "promoted"], "text.missing"),
      (.policyDocument, ["issuer": "市", "from": "x"], "unit.date_malformed"),
    ]
    for (noun, values, code) in all { #expect(refusal(noun, values) == code, "\(noun) \(values)") }
    let rank = ["authority": "省", "period": "2026-Q1", "kind": "exact", "place": "8"]
    #expect(refusal(.externalRank, rank) == nil)
    for (name, value, code) in [
      ("period", "一季度", "record.word_unknown"), ("place", "0", "record.number_malformed"),
      ("ranked", "7", "record.number_malformed"), ("kind", "", "text.missing"),
    ] {
      #expect(refusal(.externalRank, rank.merging([name: value]) { $1 }) == code, "\(name)")
    }
  }

  @Test func `only what follows on a state can be done in it`() {
    let allowed: [RecordState: Set<RecordAct>] = [
      .toRectify: [.rectify], .rectified: [.pass, .fail], .applied: [.check],
      .checked: [.giveBack, .accept], .accepted: [.name], .named: [.review, .withdraw],
      .open: [.answer, .escalate], .answered: [.settle, .escalate], .escalated: [.settle],
      .inForce: [.lift], .effective: [.replace], .held: [.withdraw], .suspended: [.withdraw],
    ]
    for state in RecordState.allCases {
      for act in RecordAct.allCases {
        let isDone = (try? state.next(act)) != nil
        #expect(isDone == (allowed[state]?.contains(act) ?? false), "\(state) \(act)")
      }
    }
  }

  @Test func `a finding is put right, checked again, and may fall back with a new day`() throws {
    let record = try read(.inspection, Self.inspection)
    #expect(record.concerns == ["A", "B"])
    func standing(_ events: [RecordEvent], _ today: String) throws -> RecordStanding {
      RecordStanding(record, events, today: try day(today))
    }
    let fresh = try standing([], "2026-02-01")
    #expect(fresh.findings.map(\.finding.words) == ["甲", "乙"] && !fresh.isOverdue)
    #expect(try standing([], "2026-02-02").isOverdue)
    var events = [try event(1, .rectify, item: 1), try event(2, .rectify, item: 2)]
    #expect(try standing(events, "2026-02-02").state == .rectified, "checking is not the unit's")
    #expect(try !standing(events, "2026-02-02").isOverdue)
    events += [
      try event(3, .fail, item: 1, due: "2026-02-20"), try event(4, .pass, item: 2),
    ]
    let fallen = try standing(events, "2026-02-20")
    #expect(fallen.state == .toRectify && fallen.due?.description == "2026-02-20")
    #expect(fallen.acts().map(\.item) == [1] && !fallen.isOverdue)
    events += [try event(5, .rectify, item: 1), try event(6, .pass, item: 1)]
    #expect(try standing(events, "2026-09-01").state == .passed)
    #expect(throws: Refusal.self) { try fallen.state(ofItem: 3, for: .rectify) }
  }

  @Test func `a matter is answered when all have, and settled after`() throws {
    let record = try read(.matter, ["needs": "B、C B", "due": "2026-02-01"])
    #expect(record.concerns == ["A", "B", "C"])
    let one = [try event(1, .answer, unit: "B")]
    let first = RecordStanding(record, one, today: try day("2026-02-02"))
    #expect(first.state == .open && first.isOverdue && first.answered == ["B"])
    let both = RecordStanding(
      record, one + [try event(2, .answer, unit: "C")], today: try day("2026-02-02"))
    #expect(both.state == .answered && !both.isOverdue)
  }

  @Test func `a name lasts a year until the next review, and a listing suspends honours`() throws {
    let standard = NoFraudStandard(
      kind: .campus, version: 2, effective: try day("2026-01-01"), criteria: ["x"])
    let place = try read(.noFraudUnit, ["kind": "无诈校园"], standards: [standard])
    let events = try [RecordAct.check, .accept, .name].enumerated().map {
      try event($0.offset + 1, $0.element)
    }
    #expect(RecordStanding(place, events, today: try day("2027-01-20")).isOverdue == false)
    #expect(RecordStanding(place, events, today: try day("2027-01-21")).isOverdue)
    let reviewed = try events + [event(4, .review, on: "2027-01-15")]
    #expect(!RecordStanding(place, reviewed, today: try day("2027-02-01")).isOverdue)
    let honour = try read(.honour, ["kind": "praised", "issuer": "省"])
    #expect(RecordStanding(honour, [], today: try day("2026-02-01")).state == .held)
    let listed = RecordStanding(honour, [], today: try day("2026-02-01"), isListed: true)
    #expect(listed.state == .suspended)
  }

  @Test func `a rank is a place or a bound`() throws {
    let rank = ["authority": "国家", "period": "2026-Q1", "kind": "outside", "place": "50"]
    guard case .externalRank(let bound) = try read(.externalRank, rank).content else {
      Issue.record("no rank")
      return
    }
    #expect(bound.text == BilingualText(zh: "未进前 50 位", en: "not among the first 50"))
    #expect(try read(.externalRank, rank).concerns.isEmpty, "ranks are read by all")
  }
}
