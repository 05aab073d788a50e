import ArgumentParser
import Crypto
import Foundation
import LedgerDemonstration
import LedgerDocuments
import LedgerDomain

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Load a city that exists nowhere into an empty ledger. 装入虚构的演示城市。",
    discussion: """
      Twelve counties, forty agencies, their accounts, and two years of months, each done act by \
      act by who may. The same seed and the same last month give the same editions on every \
      machine. The ledger is marked as invented for ever.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(name: .long, help: "From what the figures are drawn.")
  var seed = DemonstrationPlan.usualSeed
  @Option(
    name: .long,
    help: "The last published month, 2026-06; the one before the last that ended otherwise.")
  var through: String?
  @Option(name: .long, help: "How many months are published.")
  var months = 24
  @Option(name: .long, help: "The key that signs the checkpoint, made when it does not exist.")
  var key: String?

  @Option(
    name: .long, help: "Let people sign in; the file that says how, which only its owner reads.")
  var accounts: String?

  func validate() throws {
    guard (1...60).contains(months) else { throw ValidationError("--months is 1 to 60.") }
  }

  func run() async throws {
    let today = Self.today
    let last =
      try through.map { try Arguments.month($0, option: "--through") }
      ?? DemonstrationPlan.usualMonth(on: today)
    let plan = try DemonstrationPlan(through: last, months: months, seed: seed, today: today)
    let signing = try key.map(CheckpointCommand.key) ?? Curve25519.Signing.PrivateKey()
    let ledger = try await database.ledger(width: 4)
    var demonstration = try Demonstration(plan, Self.defaults(), into: ledger)
    demonstration.progress = { Terminal.progress($0, of: $1, $2) }
    let report = try await demonstration.load(signedWith: signing, today: today)
    if let accounts { try await DemonstrationSignIns().set(in: ledger, writingTo: accounts) }
    Terminal.print(
      Terminal.say(
        zh: "已装入 \(InventedCity.name.zh)：\(report.accounts) 个账号，\(report.published.count) 个月，"
          + "\(report.editions) 个期刊版；\(report.open) 待办。",
        en: "\(InventedCity.name.en): \(report.accounts) accounts, "
          + "\(report.published.count) months, \(report.editions) editions; \(report.open) is open."
      ))
    Terminal.print(InventedMark.line)
  }

  /// Today's date in the ledger's time zone.
  private static var today: CalendarDate {
    let days = (Date().timeIntervalSince1970 / 3_600 + 8) / 24
    return CalendarDate(daysSince2000: (Int32(exactly: days.rounded(.down)) ?? 0) - 10_957)
  }

  private static func defaults() throws -> DemonstrationDefaults {
    let folder = try DatabaseOptions.home().appending(path: "defaults")
    func json(_ name: String) throws -> JSONValue {
      try JSONValue(parsing: SmallFile.bytes(folder.appending(path: name).path))
    }
    return DemonstrationDefaults(
      indicators: try json("indicators.json"),
      forms: (
        county: try json("forms/county-monthly.json"),
        agency: try json("forms/agency-monthly.json"),
        office: try json("forms/office-monthly.json")
      ),
      rules: try json("rules/county-colours.json"),
      method: try json("methods/four-declines.json"), ladder: try json("ladder.json"),
      assessment: try json("assessments/safe-city.json"),
      targets: CSVFile(path: folder.appending(path: "targets/four-declines-2026.csv").path),
      responsibilities: CSVFile(
        path: folder.appending(path: "responsibilities/member-units.csv").path),
      standards: CSVFile(path: folder.appending(path: "nofraud-standards.csv").path))
  }
}
