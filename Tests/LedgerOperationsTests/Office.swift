import Crypto
import Foundation
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// A ledger with two provinces and one account per role.
struct Office {
  let database: TestDatabase
  let ledger: Ledger
  private(set) var actors: [String: Ledger.Actor] = [:]

  init() async throws {
    database = try await TestDatabase.clone()
    ledger = Ledger(
      store: Store(pool: database.pool(role: "ledger_app")),
      console: Store(pool: database.pool(role: "ledger_auth", size: 1)),
      audit: Store(pool: database.pool(role: "ledger_audit", size: 1)),
      surroundings: Ledger.Surroundings(
        givenMoment: nil,
        machineMoment: {
          PostgresTimestamp(unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }))
    try await people()
    try await catalogue()
  }

  private func account(_ name: String) -> Account {
    Account(name: name, displayName: name, unit: "CA", post: "")
  }

  private mutating func people() async throws {
    try await ledger.createFirstAdministrator(account("system"), role: .systemAdministrator)
    try await ledger.createFirstAdministrator(account("security"), role: .securityAdministrator)
    actors["system"] = try await ledger.openConsoleSession(as: "system")
    actors["security"] = try await ledger.openConsoleSession(as: "security")
    for (name, role) in [
      ("office", Role.office), ("director", .director), ("reporter", .reporter),
      ("reviewer", .reviewer), ("verifier", .verifier), ("assessor", .assessor),
    ] {
      try await ledger.createAccount(account(name), by: self("system"))
      _ = try await ledger.addGrant(
        role, to: name, unit: "CA", form: nil, until: nil, by: self("security"))
      actors[name] = try await ledger.openConsoleSession(as: name)
    }
  }

  private func catalogue() async throws {
    let units = try CSV(
      """
      code,name,name_en,kind,parent,group,valid_from,valid_to
      CA,加拿大,Canada,country,,,1867-07-01,
      CA-AB,艾伯塔省,Alberta,province,CA,,1999-04-01,
      CA-BC,不列颠哥伦比亚省,British Columbia,province,CA,,1999-04-01,

      """)
    _ = try await ledger.importUnits(units.file, by: self("office"))
    let month = try #require(Month("2021-01"))
    _ = try await ledger.importIndicators(
      Files.json("examples/canada/indicators.json"), effective: month, by: self("office"))
    _ = try await ledger.importForm(
      Files.json("examples/canada/form.json"), by: self("office"))
  }

  func callAsFunction(_ name: String) throws -> Ledger.Actor { try #require(actors[name]) }

  func submit(
    _ rows: String, form: String = "fraud-monthly", key: String? = nil, revises: Bool = false
  ) async throws -> Int {
    let csv = try CSV("unit,period,indicator,value\n" + rows)
    defer { withExtendedLifetime(csv) {} }
    var request = FigureImport(files: [csv.file], form: form)
    request.key = key
    request.revises = revises
    return try await ledger.importFigures(request, by: self("reporter")).submissions
  }

  func decide(
    _ stage: Review.Stage, _ name: String, _ periods: [String] = ["2021-01"],
    form: String? = nil
  ) async throws -> Int {
    try await ledger.review(
      ReviewRequest(
        stage: stage, decision: .approve, form: form, periods: periods.compactMap { Period($0) },
        units: nil),
      by: self(name))
  }
}

final class CSV {
  let file: CSVFile

  init(_ text: String) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "month-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: path)
    file = CSVFile(path: path.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: file.path) }
}

/// The code of the refusal with which an act ends; nil when it is done.
func refusal<Answer>(
  _ act: () async throws -> Answer
) async -> String? {
  do {
    _ = try await act()
    return nil
  } catch let refusal as Refusal {
    return refusal.code
  } catch let refusals as Refusals {
    return refusals.refusals.first?.code
  } catch {
    return "\(error)"
  }
}
