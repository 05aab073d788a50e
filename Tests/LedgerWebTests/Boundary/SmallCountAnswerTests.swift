import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDocuments
import LedgerDomain
import LedgerStore
import LedgerTestSupport
import Logging
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// What the service answers about small counts, and what it says of its boundary.
@Suite(.serialized)
struct SmallCountAnswerTests {
  private static let place = "/api/v1/submissions/SQ-A/abroad/2025-01"
  private static let month = Month(index: 2025 * 12)

  private let ledger: Ledger
  private let web: WebLedger
  private let secrets: [String: String]

  init() async throws {
    let database = try await TestDatabase.clone()
    ledger = Ledger(
      store: Store(pool: database.pool(role: "ledger_app")),
      console: Store(pool: database.pool(role: "ledger_auth", size: 2)),
      audit: Store(pool: database.pool(role: "ledger_audit", size: 1)),
      surroundings: Ledger.Surroundings(
        givenMoment: nil,
        machineMoment: {
          PostgresTimestamp(unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }),
      hasher: PasswordHasher(operations: 1, memoryBytes: 8_192))
    var logger = Logger(label: "test")
    logger.logLevel = .error
    web = WebLedger(ledger: ledger, configuration: WebConfiguration(), logger: logger)
    secrets = try await Self.people(ledger)
    try await Self.figures(ledger) { [secrets] in Ledger.Actor(session: secrets[$0] ?? "") }
    // The console's sessions become such as a sign-in opens; signing in takes longer.
    try await database.script(
      "update ledger.sessions set purpose = 'full' where purpose = 'console'")
  }

  private static func people(_ ledger: Ledger) async throws -> [String: String] {
    func account(_ name: String) -> Account {
      Account(name: name, displayName: name, unit: "SQ", post: "")
    }
    var secrets: [String: String] = [:]
    for (name, role) in [
      ("system", Role.systemAdministrator), ("security", .securityAdministrator),
    ] {
      try await ledger.createFirstAdministrator(account(name), role: role)
      secrets[name] = try await ledger.openConsoleSession(as: name).session
    }
    for role in [Role.office, .director, .reporter, .reviewer, .leader] {
      let name = role.rawValue
      try await ledger.createAccount(
        account(name), by: Ledger.Actor(session: secrets["system"] ?? ""))
      _ = try await ledger.addGrant(
        role, to: name, unit: "SQ", form: nil, until: nil,
        by: Ledger.Actor(session: secrets["security"] ?? ""))
      secrets[name] = try await ledger.openConsoleSession(as: name).session
    }
    return secrets
  }

  private static func figures(_ ledger: Ledger, _ actor: (String) -> Ledger.Actor) async throws {
    let units = file(
      """
      code,name,name_en,kind,parent,group,valid_from,valid_to
      SQ,示例市,Sample City,city,,,2000-01-01,
      SQ-A,甲县,County A,county,SQ,,2000-01-01,
      SQ-B,乙县,County B,county,SQ,,2000-01-01,
      SQ-C,丙县,County C,county,SQ,,2000-01-01,

      """)
    _ = try await ledger.importUnits(units, by: actor("office"))
    let indicator: JSONValue = [
      "code": "LEFT", "name": ["zh": "剩余数", "en": "Left"],
      "unit": ["zh": "人", "en": "persons"], "decimals": 0, "direction": "lower",
      "kind": "stock", "suppress_below": "5",
    ]
    _ = try await ledger.importIndicators([indicator], effective: month, by: actor("office"))
    _ = try await ledger.importForm(
      [
        "code": "abroad", "name": ["zh": "月报", "en": "Return"], "effective": "2025-01",
        "kind": "county", "frequency": "month", "due_working_days": 5,
        "fields": [["indicator": "LEFT"]],
      ], by: actor("office"))
    let rows = file(
      """
      unit,period,indicator,value,note
      SQ-A,2025-01,LEFT,3,上月 2 人
      SQ-B,2025-01,LEFT,40,
      SQ-C,2025-01,LEFT,9,

      """)
    _ = try await ledger.importFigures(
      FigureImport(files: [rows], form: "abroad"), by: actor("reporter"))
    for (stage, name) in [(Review.Stage.unit, "reviewer"), (.office, "office")] {
      _ = try await ledger.review(
        ReviewRequest(
          stage: stage, decision: .approve, form: nil, periods: [Period(month)], units: nil),
        by: actor(name))
    }
  }

  private static func file(_ text: String) -> CSVFile {
    CSVFile(name: "test.csv", text: text)
  }

  private func answer(
    _ path: String, as name: String, language: String = "en"
  ) async throws -> (json: JSONValue, tag: String) {
    let headers: HTTPFields = [
      .acceptLanguage: language, .authorization: "Bearer \(secrets[name] ?? "")",
    ]
    let application = Application(
      responder: Routes.router(web, version: "test").buildResponder(), logger: web.logger)
    let response = try await application.test(.router) { client in
      try await client.executeRequest(uri: path, method: .get, headers: headers, body: nil)
    }
    #expect(response.status == .ok, "\(path) \(name)")
    return (
      try JSONValue(parsing: Array(response.body.readableBytesView)),
      response.headers[.eTag] ?? ""
    )
  }

  private static func figure(_ answer: JSONValue) -> JSONValue? {
    answer["revisions"]?.first?["figures"]?.first
  }

  @Test func `a leader reads <5 where the reporter reads the number`() async throws {
    let exact = try await answer(Self.place, as: "reporter")
    #expect(Self.figure(exact.json)?["value"] == "3")
    #expect(Self.figure(exact.json)?["suppressed"] == .null)
    #expect(Self.figure(exact.json)?["note"] == "上月 2 人")
    for name in ["leader", "director"] {
      let hidden = try await answer(Self.place, as: name)
      #expect(
        Self.figure(hidden.json) == [
          "indicator": "LEFT", "value": .null, "absence": .null, "suppressed": "<5",
          "note": .null,
        ])
      #expect(hidden.tag != exact.tag)
    }
    let other = try await answer(
      Self.place.replacingOccurrences(of: "SQ-A", with: "SQ-C"), as: "leader")
    #expect(Self.figure(other.json)?["suppressed"] == "*")
  }

  @Test(arguments: [("zh-CN", Language.chinese), ("en", .english)])
  func `who acts is told the boundary in the language of the request`(
    header: String, language: Language
  ) async throws {
    let me = try await answer("/api/v1/me", as: "leader", language: header)
    #expect(me.json["boundary"] == .string(BoundaryText.text.text(in: language)))
  }
}

extension JSONValue {
  fileprivate var first: JSONValue? {
    if case .array(let items) = self { items.first } else { nil }
  }
}
