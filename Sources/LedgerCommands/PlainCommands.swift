import ArgumentParser
import LedgerDocuments
import LedgerDomain

/// The engine over a plain table, without a database.
enum PlainTables {
  static func read(_ data: String, groups: String?) throws -> PlainTable {
    var groupOf: [String: String] = [:]
    if let groups {
      for (line, fields) in try CSVFile(path: groups).rows().dropFirst() {
        guard fields.count == 2 else {
          throw Refusal(
            CSVRefusal.fieldsMissing, at: .line(line, column: nil), String(fields.count), "2")
        }
        groupOf[fields[0]] = fields[1]
      }
    }
    let rows = try CSVFile(path: data).rows()
    guard let header = rows.first else { throw Refusal(CSVRefusal.empty) }
    for (line, fields) in rows where fields.count != header.fields.count {
      throw Refusal(
        fields.count < header.fields.count ? CSVRefusal.fieldsMissing : CSVRefusal.fieldsExtra,
        at: .line(line, column: nil), String(fields.count), String(header.fields.count))
    }
    return try PlainTable(
      header: header.fields, rows: rows.dropFirst().map(\.fields),
      lines: rows.dropFirst().map(\.line), groups: groupOf)
  }
}

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Score and rank a plain table by an index method. 对普通表格计分排名。")

  @Flag(name: .long, help: "Print how sure the ranks are instead.")
  var robustness = false
  @OptionGroup var draw: RobustnessOptions

  @Option(name: .long, help: "The method's JSON file.")
  var method: String
  @Option(name: .long, help: "The table: unit code first, then columns of numbers.")
  var data: String
  @Option(name: .long, help: "unit,group: ranks within each group.")
  var groups: String?

  func run() throws {
    let method = try IndexMethod(JSONValue(parsing: SmallFile.bytes(method)))
    let table = try PlainTables.read(data, groups: groups)
    let answer =
      robustness
      ? try PlainIndex.robustness(
        method, table, draws: draw.draws, seed: draw.seed, worst: draw.worst)
      : try PlainIndex.answer(method, table)
    Terminal.write(CSVWriter.text(answer))
  }
}

struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate", abstract: "Colour a plain table by a rule set. 对普通表格评色。")

  @Option(name: .long, help: "The rule set's JSON file.")
  var rules: String
  @Option(name: .long, help: "The table: unit code first, then columns of numbers.")
  var data: String
  @Option(name: .long, help: "unit,group: peers are those of one group.")
  var groups: String?

  func run() throws {
    let rules = try RuleSet(JSONValue(parsing: SmallFile.bytes(rules)))
    let table = try PlainTables.read(data, groups: groups)
    Terminal.write(CSVWriter.text(try PlainRatings.answer(rules, table)))
  }
}
