import LedgerDocuments
import LedgerDomain
import Testing

/// Files that fill a form: read by code, everything else left out and said.
struct EntryFileTests {
  private static func read(_ text: String) throws -> EntryFile {
    let month = try #require(Month("2026-07"))
    return try EntryFile(
      reading: CSVFile(name: "file.csv", text: text), unit: "SQ-A", period: Period(month),
      codes: ["CASES", "LOSS"])
  }

  @Test(arguments: [
    "", "CASES,1\n", "indicator,amount\nCASES,1\n", "value\n1\n", "\"indicator\n",
  ])
  func `a file without codes and numbers is refused`(text: String) {
    #expect(throws: Refusal.self) { try Self.read(text) }
  }

  @Test func `fields are found by their codes, whatever the order and the names`() throws {
    let file = try Self.read("备注,数值,指标代码\nx,12,LOSS\ny, 3 ,CASES\n")
    #expect(file.entries.mapValues(\.value) == ["LOSS": "12", "CASES": "3"])
    #expect(file.unknownColumns == ["备注"])
    #expect(file.entries["LOSS"]?.note == nil, "a file without notes leaves them alone")
  }

  @Test func `other units, other periods, totals and unknown codes are left out and counted`()
    throws
  {
    let file = try Self.read(
      """
      unit,period,indicator,value,absence,note
      SQ-A,2026-07,CASES,1,,由于
      SQ-B,2026-07,CASES,2,,
      SQ-A,2026-06,CASES,3,,
      SQ-A,2026-07-01,LOSS,,missing,
      ,,,10,,
      ,,OTHER,4,,

      """)
    #expect(file.entries.mapValues(\.value) == ["CASES": "1", "LOSS": ""])
    #expect(file.entries["LOSS"]?.absence == "missing" && file.entries["CASES"]?.note == "由于")
    #expect(file.unknownCodes == ["OTHER"] && file.otherRows == 3)
  }

  @Test func `short rows and a mark above the header do no harm`() throws {
    let file = try Self.read("\u{FEFF}# 演示\nindicator,value,note\nCASES\nLOSS,5\n")
    #expect(file.entries.mapValues(\.value) == ["CASES": "", "LOSS": "5"])
    #expect(file.entries["CASES"]?.note == "")
  }
}
