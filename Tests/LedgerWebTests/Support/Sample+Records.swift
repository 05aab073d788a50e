import LedgerDocuments
import LedgerDomain
import LedgerOperations

extension Sample {
  static let standards = """
    类别,版本,施行日期,标准
    无诈社区,1,2020-01-01,一年内无发案
    无诈社区,1,2020-01-01,宣传覆盖不低于 45%

    """
  static let places = """
    所在单位,类别,名称,申报日期
    SQ-A,无诈社区,中心社区,2026-01-12
    SQ-B,无诈社区,中心社区,2026-01-12

    """

  /// A no-fraud unit in each county that has applied, and an inspection that found something.
  static func addRecords(_ ledger: Ledger, by office: Ledger.Actor) async throws {
    _ = try await ledger.importNoFraudStandards(
      CSVFile(name: "standards.csv", text: standards), by: office)
    _ = try await ledger.importNoFraudUnits(
      CSVFile(name: "places.csv", text: places), by: office)
    _ = try await ledger.addRecord(
      .inspection,
      [
        "unit": "SQ-A", "by": "SQ", "line": "business", "title": "业务督导", "day": "2026-01-15",
        "findings": "台账不全", "due": "2026-01-31",
      ], by: office)
  }
}
