import Foundation
import LedgerDocuments
import LedgerDomain
import LedgerTestSupport
import Testing

/// Files of figures as people and programs send them; no input stops the program.
struct FigureFileTests {
  private static func form() throws -> Form {
    try Form(JSONValue(parsing: try Files.bytes("examples/canada/form.json")))
  }

  private static func read(
    _ bytes: [UInt8], encoding: TextEncoding = .utf8
  ) throws -> FigureFile {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "figures-\(UUID().uuidString).csv")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let form = try form()
    let last = try #require(CalendarDate("2024-12-31"))
    var file = FigureFile(
      form: form, decimals: form.fields.map { _ in 0 }, units: ["CA-AB", "CA-BC"],
      periods: form.periods(on: last))
    try file.read(CSVFile(path: path.path, encoding: encoding))
    return file
  }

  @Test(arguments: [
    ("unit,period,indicator,value\nCA-AB,2021-01,REPORTS,12\n", 1, 0),
    ("\u{FEFF}unit,period,indicator,value\r\nCA-AB,2021-01,REPORTS,12\r\n", 1, 0),
    ("value,indicator,period,unit\n\"1,234\",REPORTS,2021-01,CA-AB", 1, 0),
    ("unit,period,indicator,value\nCA-AB,2021-01,REPORTS,12\nCA-AB,2021-01,REPORTS,12\n", 2, 1),
    ("unit,period,indicator,value\nXX,2021-01,REPORTS,12\nCA-AB,2021-99,REPORTS,1\n", 2, 2),
    ("unit,period,indicator,value,absence\nCA-AB,2021-01,REPORTS,,missing\n", 1, 0),
    ("unit,period,indicator,value,absence\nCA-AB,2021-01,REPORTS,1,missing\n", 1, 1),
  ])
  func `rows are taken or refused one by one`(text: String, rows: Int, refused: Int) throws {
    let file = try Self.read(Array(text.utf8))
    #expect(file.rows == rows)
    #expect(file.refusedRows == refused)
  }

  @Test(arguments: ["=1+1 起", "-少 3 起", "+1", "@甲", "'=x", "平常"])
  func `a note comes back from our own file as it was`(
    note: String
  ) throws {
    let text = CSVWriter.text([
      ["unit", "period", "indicator", "value", "note"],
      ["CA-AB", "2021-01", "REPORTS", "12", CSVText.guarded(note)],
    ])
    let file = try Self.read(Array(text.utf8))
    let submissions = file.order().map(file.submission)
    #expect(submissions.flatMap(\.notes.values) == [note])
  }

  @Test(arguments: ["\n", "\r\n", "\n\n# more\n"])
  func `lines before the header that begin with a hash hold no record`(end: String) throws {
    let text =
      "\u{FEFF}# 演示数据，全部虚构 / \"invented\"" + end + "unit,period,indicator,value\n"
      + "CA-AB,2021-01,REPORTS,12\n#,2021-01,REPORTS,13\n"
    let file = try Self.read(Array(text.utf8))
    #expect(file.rows == 2 && file.refusedRows == 1, "a hash further down is a field")
    let line = text.utf8.dropLast().count { $0 == 0x0A } + 1
    #expect(file.refusals.map(\.place) == [.line(line, column: 1)])
    #expect(throws: Refusal.self) { try Self.read(Array("# nothing else\n".utf8)) }
    #expect(throws: Refusal.self) { try Self.read(Array("# not even a line".utf8)) }
  }

  @Test(arguments: [
    "", "\n", "unit,period\n", "unit,unit,period,indicator,value\n", "\"unit\n",
    "unit,period,indicator,value,weight\nCA-AB,2021-01,REPORTS,1,2\n",
  ])
  func `a file that cannot be read is refused as a whole`(text: String) {
    #expect(throws: Refusal.self) { try Self.read(Array(text.utf8)) }
  }

  @Test func `text in GBK is read where it is declared, and refused where it is not`() throws {
    // "缺报" in GBK.
    let row = Array("unit,period,indicator,value,note\nCA-AB,2021-01,REPORTS,1,".utf8)
    let bytes = row + [0xC8, 0xB1, 0xB1, 0xA8, 0x0A]
    let file = try Self.read(bytes, encoding: .gbk)
    #expect(file.refusedRows == 0)
    #expect(file.submission(0).notes == [0: "缺报"])
    // As UTF-8 these bytes are no text: the row or the file is refused, and nothing is guessed.
    do {
      #expect(try Self.read(bytes).refusedRows == 1)
    } catch is Refusal {}
  }

  @Test(arguments: [UInt64(1), 20_240_601, 7])
  func `no bytes stop the program`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let valid = Array(
      "unit,period,indicator,value,absence,note\nCA-AB,2021-01,REPORTS,12,,\"a \"\"b\"\"\"\n".utf8)
    for _ in 0..<400 {
      var bytes = valid
      for _ in 0..<(random.next() % 6 + 1) {
        let position = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[position] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: position)
        default: bytes.insert(contentsOf: valid.shuffled(using: &random).prefix(9), at: position)
        }
        if bytes.isEmpty { bytes = [0x22] }
      }
      for encoding in TextEncoding.allCases {
        do { _ = try Self.read(bytes, encoding: encoding) } catch is Refusal {}
      }
    }
  }

  @Test(arguments: [UInt64(3), 11])
  func `no JSON stops the program`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let valid = try Files.bytes("examples/canada/method.json")
    for _ in 0..<300 {
      var bytes = valid
      for _ in 0..<(random.next() % 4 + 1) {
        let position = Int(random.next() % UInt64(bytes.count))
        if random.next() % 2 == 0 {
          bytes[position] = UInt8(truncatingIfNeeded: random.next())
        } else {
          bytes.removeSubrange(position..<min(bytes.count, position + 7))
        }
      }
      _ = try? IndexMethod(JSONValue(parsing: bytes))
      _ = try? RuleSet(JSONValue(parsing: bytes))
    }
  }
}
