import Crypto
import Foundation
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerDemonstration

enum Sample {
  static let today = CalendarDate(year: 2026, month: 11, day: 25) ?? CalendarDate(daysSince2000: 0)

  static func month(_ text: String) throws -> Month { try #require(Month(text)) }

  static func plan(_ last: String = "2026-06", months: Int = 24) throws -> DemonstrationPlan {
    try DemonstrationPlan(through: month(last), months: months, today: today)
  }

  static func defaults() throws -> DemonstrationDefaults {
    DemonstrationDefaults(
      indicators: try Files.json("defaults/indicators.json"),
      forms: (
        county: try Files.json("defaults/forms/county-monthly.json"),
        agency: try Files.json("defaults/forms/agency-monthly.json"),
        office: try Files.json("defaults/forms/office-monthly.json")
      ),
      rules: try Files.json("defaults/rules/county-colours.json"),
      method: try Files.json("defaults/methods/four-declines.json"),
      ladder: try Files.json("defaults/ladder.json"),
      assessment: try Files.json("defaults/assessments/safe-city.json"),
      targets: CSVFile(
        path: Files.root.appending(path: "defaults/targets/four-declines-2026.csv").path),
      responsibilities: CSVFile(
        path: Files.root.appending(path: "defaults/responsibilities/member-units.csv").path),
      standards: CSVFile(
        path: Files.root.appending(path: "defaults/nofraud-standards.csv").path))
  }

  static func forms() throws -> Story.Forms {
    let defaults = try defaults()
    return Story.Forms(
      county: try Form(defaults.forms.county), agency: try Form(defaults.forms.agency),
      office: try Form(defaults.forms.office))
  }

  static func story(_ plan: DemonstrationPlan, seed: UInt64 = 2026) throws -> Story {
    Story(plan: plan, figures: InventedFigures(seed: seed), forms: try forms())
  }

  static func ledger(_ database: TestDatabase) -> Ledger {
    Ledger(
      store: Store(pool: database.pool(role: "ledger_app")),
      console: Store(pool: database.pool(role: "ledger_auth", size: 1)),
      audit: Store(pool: database.pool(role: "ledger_audit", size: 1)),
      surroundings: Ledger.Surroundings(
        givenMoment: nil,
        machineMoment: {
          PostgresTimestamp(unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }))
  }

  static func load(_ plan: DemonstrationPlan, into ledger: Ledger) async throws
    -> DemonstrationReport
  {
    try await Demonstration(plan, defaults(), into: ledger).load(
      signedWith: Curve25519.Signing.PrivateKey(), today: today)
  }
}

/// The code of the refusal that an act ends with; nil where it is done.
func refusal<Answer>(_ act: () async throws -> Answer) async -> String? {
  do {
    _ = try await act()
    return nil
  } catch let refusal as Refusal {
    return refusal.code
  } catch {
    return "\(error)"
  }
}
