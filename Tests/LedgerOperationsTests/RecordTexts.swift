import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// Adds a record, or acts on one, with a text where one is asked for.
struct RecordTexts {
  let input: FreeTextInputTests.Input
  let text: String
  let office: Office

  private func add(_ noun: RecordNoun, _ values: [String: String]) async throws -> RecordKey {
    let common = ["unit": "CA-AB", "title": "内容", "day": "2021-01-05", "document": "1号"]
    return try await office.ledger.addRecord(
      noun, common.merging(values) { $1 }, by: office("office"))
  }

  func act() async throws {
    switch input {
    case .recordTitle, .recordDocument, .recordAuthority, .recordActDocument:
      let key = try await add(
        .notice,
        [
          "title": input == .recordTitle ? text : "通报", "kind": "notice",
          "document": input == .recordDocument ? text : "1号",
          "authority": input == .recordAuthority ? text : "省联席办",
        ])
      guard input == .recordActDocument else { return }
      _ = try await office.ledger.actOnRecord(
        RecordActRequest(key, .lift, document: text), by: office("office"))
    case .recordFinding:
      _ = try await add(
        .inspection,
        ["by": "CA", "line": "business", "findings": "台账不全\n\(text)", "due": "2021-02-01"])
    case .recordWords:
      let key = try await add(
        .inspection,
        ["by": "CA", "line": "business", "findings": "台账不全", "due": "2021-02-01"])
      _ = try await office.ledger.actOnRecord(
        RecordActRequest(key, .rectify, item: 1, words: text), by: office("reporter"))
    case .recordIssuer:
      _ = try await add(.honour, ["kind": "praised", "issuer": text])
    case .recordClause:
      _ = try await add(
        .policyDocument,
        ["document": "2号", "issuer": "市联席会议", "from": "2021-01-05", "clauses": text])
    case .noFraudCriterion:
      let rows = "类别,版本,施行日期,标准\n无诈村,1,2020-01-01,无发案 \(text)\n"
      _ = try await office.ledger.importNoFraudStandards(
        CSVFile(name: "standards.csv", text: rows), by: office("office"))
    default:
      let rows = "类别,版本,施行日期,标准\n无诈村,7,2020-01-01,无发案\n"
      _ = try await office.ledger.importNoFraudStandards(
        CSVFile(name: "standards.csv", text: rows), by: office("office"))
      let places = "所在单位,类别,名称,申报日期\nCA-AB,无诈村,村 \(text),2021-01-05\n"
      _ = try await office.ledger.importNoFraudUnits(
        CSVFile(name: "places.csv", text: places), by: office("office"))
    }
  }
}
