import LedgerDomain
import LedgerTestSupport
import Testing

/// What people write: free text without personal data, numbers that are sure.
struct TextTests {
  @Test(arguments: [
    "11010519491231002X", "身份证 11010519491231002x", "6200000000000005",
    "4111 1111 1111 1111", "4111-1111-1111-1111", "13800138000", "１３８００１３８０００",
    "138 0013 8000", "138-0013-8000", "3 起，13800138000", "3 13800138000", "+86 13800138000",
    "0086-138-0013-8000", "8613800138000", "联系13800138000。", "١٣٨٠٠١٣٨٠٠٠", "138\u{200B}00138000",
    "110105 19491231 002X", "110105-1949-1231-002x", "１１０１０５１９４９１２３１００２Ｘ",
    "见 11010519491231002X2 号", "6222 0212 3456 7890 128", "卡 ４１１１１１１１１１１１１１１１ 3 起",
  ])
  func `personal numbers are refused in free text`(text: String) {
    #expect(FreeText.accepted(text) == nil)
  }

  @Test(arguments: [
    "", "上月补录 3 起", "110105194912310021", "4111111111111112", "2026-01-15",
    "2026-01-15 2026-01-16", "12345678901", "2026-01-15 至 2026-01-19", "1 380 013", "2023",
    "损失 1380 万元，同比 -45.18%", "0793-8123456",
  ])
  func `other text is taken`(text: String) {
    #expect(FreeText.accepted(text) != nil)
  }

  @Test(arguments: [
    "", " ", "NaN", "inf", "1e30", "12abc", "1,23", "1,2345", "１,2３4,5", "1.2.3", "--1", "+-1",
    "1234567890123456789012345678901234567890", "1.23456", ".", "-", "0x10", "1 2", "①", "٣", "½",
  ])
  func `what is no sure number is refused`(text: String) {
    guard case .failure = FigureText.number(text, decimals: 2) else {
      Issue.record("\(text) was taken")
      return
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0.01", -100), ("12", 120_000), ("１２", 120_000), ("1,234", 12_340_000),
    ("1.50", 15_000), (" 7 ", 70_000),
  ])
  func `a sure number is exact`(text: String, tenThousandths: Int) {
    #expect(
      FigureText.number(text, decimals: 2)
        == FigureNumber(tenThousandths: Int64(tenThousandths)).map(Result.success))
  }

  @Test func `the last month's last day is in its month`() throws {
    for index in 2000 * 12..<2101 * 12 {
      let month = Month(index: index)
      #expect(Month(containing: month.lastDay) == month)
      #expect(Month(month.description) == month)
    }
  }
}

/// What people type as a number and how it is written: the server's and the page script's
/// clean-ups are held to one table.
struct FigureTextTableTests {
  @Test func `texts are written as the table says`() throws {
    let text = String(decoding: try Files.bytes("Tests/Fixtures/figure-texts.csv"), as: UTF8.self)
    let rows = text.split(separator: "\n").dropFirst().map(Self.fields)
    #expect(rows.count > 30)
    for row in rows {
      let (typed, written) = (row[0], row[1])
      switch FigureText.number(typed, decimals: 4) {
      case .success(let number): #expect(number.description == written, "\(typed)")
      case .failure: #expect(written.isEmpty, "\(typed) was refused")
      }
    }
  }

  /// The two fields of a line, the first perhaps quoted.
  private static func fields(_ line: Substring) -> [String] {
    guard line.hasPrefix("\"") else {
      return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return line.dropFirst().split(
      separator: "\",", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
  }
}
