import LedgerDocuments
import Testing

/// A file that leaves the ledger runs nothing in a spreadsheet, and comes back as it was.
struct CSVTextTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-起", "'-起"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("''@", "'''@"),
    ("", ""), ("'", "'"), ("'x", "'x"), ("甲县", "甲县"), ("a=b", "a=b"), (" =x", " =x"),
    ("=\u{301}x", "'=\u{301}x"),
  ])
  func `a text that a spreadsheet would run is guarded, and comes back`(
    text: String, cell: String
  ) {
    #expect(CSVText.guarded(text).utf8.elementsEqual(cell.utf8))
    #expect(CSVText.unguarded(CSVText.guarded(text)).utf8.elementsEqual(text.utf8))
  }

  @Test func `a line guards nothing by itself, so that a number stays one`() {
    #expect(CSVWriter.line(["-3", "+0.5", CSVText.guarded("-3")]) == "-3,+0.5,'-3\n")
  }

  @Test func `a cell that nobody guarded stays as it is`() {
    for cell in ["'x", "x'", "'", "", "=1"] { #expect(CSVText.unguarded(cell) == cell) }
  }
}
