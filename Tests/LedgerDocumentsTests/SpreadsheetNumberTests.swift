import Testing

@testable import LedgerDocuments

/// What workbooks write for numbers and dates.
struct SpreadsheetNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("1E3", "1000"), ("1.5E-3", "0.0015"), ("-2.50", "-2.5"),
    ("0.30000000000000004", "0.3"), ("1234567.1000000001", "1234567.1"),
    ("0.99999999999999989", "1"), ("123456789012345678", "123456789012346000"),
    ("9999999999999999", "10000000000000000"), ("007", "7"),
  ])
  func `a number keeps 15 digits and no exponent`(written: String, read: String) {
    #expect(SpreadsheetNumber.plain(written) == read)
  }

  @Test(arguments: ["", "-", ".", "1e", "abc", "1e999", "1 2", "12abc", "NaN", "1e50"])
  func `other text is no number`(text: String) {
    #expect(SpreadsheetNumber.plain(text) == nil)
  }

  @Test
  func `a serial number is a date`() {
    #expect(SpreadsheetNumber.date("44197", from1904: false) == "2021-01-01")
    #expect(SpreadsheetNumber.date("45351.75", from1904: false) == "2024-02-29")
    #expect(SpreadsheetNumber.date("42735", from1904: true) == "2021-01-01")
    #expect(SpreadsheetNumber.date("-1", from1904: false) == nil)
    #expect(SpreadsheetNumber.date("99999999", from1904: false) == nil)
  }
}
