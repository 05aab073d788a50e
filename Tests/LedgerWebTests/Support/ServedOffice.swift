import Hummingbird
import LedgerDocuments
import LedgerDomain
import LedgerStore
import LedgerTestSupport
import Logging
import NIOConcurrencyHelpers
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// A city's office, served: two counties, an account per role, two closed months and an open one.
///
/// Time stands still at ``now``; ``later(by:)`` serves the same ledger at another time.
final class ServedOffice: Sendable {
  /// 2026-02-10 09:00, China Standard Time.
  static let now = PostgresTimestamp(unixMicroseconds: 1_770_685_200_000_000)
  /// Closed and published, and somebody has proposed to reopen it.
  static let reopening = "2025-11"
  /// Closed and published.
  static let published = "2025-12"
  /// Takes figures.
  static let open = "2026-01"
  static let password = "Marmots-dig-27-tunnels"
  static let factor = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

  let database: TestDatabase
  let ledger: Ledger
  let web: WebLedger
  let application: Application<RouterResponder<WebContext>>
  /// Its connections; none where another office's are used.
  private let pools: [ConnectionPool]
  /// The office whose ledger is served later; kept, since its connections end with it.
  private let first: ServedOffice?
  private let answered = NIOLockedValueBox<Set<String>>([])
  private let secrets = NIOLockedValueBox<[String: String]>([:])

  /// Opens the office; without months nothing was ever submitted.
  init(months: Bool = true, _ configure: (inout WebConfiguration) -> Void = { _ in }) async throws {
    database = try await TestDatabase.clone()
    first = nil
    try await database.script("update ledger.installations set clock = 'given'")
    pools = [
      database.pool(role: "ledger_app", size: 2), database.pool(role: "ledger_auth", size: 1),
      database.pool(role: "ledger_audit", size: 1),
    ]
    ledger = Self.ledger(pools.map { Store(pool: $0) }, at: Self.now)
    var configuration = WebConfiguration()
    (configuration.requestsPerSecond, configuration.signInsPerMinute) = (0, 0)
    configure(&configuration)
    // A failure is worth a line; a handler that keeps nothing would lose the request's number.
    var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    web = WebLedger(ledger: ledger, configuration: configuration, logger: logger)
    application = Application(
      responder: Routes.router(web, version: "test").buildResponder(), logger: web.logger)
    try await people()
    try await catalogue()
    if months { try await self.months() }
    try await beOfSignIns()
  }

  /// The console's sessions become such as a sign-in opens; signing in takes longer.
  private func beOfSignIns() async throws {
    try await database.script(
      "update ledger.sessions set purpose = 'full' where purpose = 'console'")
  }

  private init(_ office: ServedOffice, at moment: PostgresTimestamp) {
    database = office.database
    pools = []
    first = office
    ledger = office.ledger.dated(moment)
    web = WebLedger(
      ledger: ledger, configuration: office.web.configuration, logger: office.web.logger)
    application = Application(
      responder: Routes.router(web, version: "test").buildResponder(), logger: web.logger)
    secrets.withLockedValue { $0 = office.secrets.withLockedValue { $0 } }
  }

  deinit {
    let pools = pools
    Task { for pool in pools { await pool.shutdown() } }
  }

  private static func ledger(_ stores: [Store], at moment: PostgresTimestamp) -> Ledger {
    Ledger(
      store: stores[0], console: stores[1], audit: stores[2],
      surroundings: Ledger.Surroundings(
        givenMoment: moment, machineMoment: { now },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
        secretsKey: [UInt8](repeating: 7, count: 32),
        commonPasswords: { CommonPasswords(try Files.bytes("defaults/passwords/common.txt")) }),
      hasher: PasswordHasher(operations: 1, memoryBytes: 8_192))
  }

  /// The same ledger, served so many seconds later by another process.
  func later(by seconds: Int64) -> ServedOffice {
    ServedOffice(self, at: Self.now.adding(seconds: seconds))
  }

  /// The secret of an account's session.
  func secret(_ name: String) -> String { secrets.withLockedValue { $0[name] ?? "" } }

  /// Keeps the secret of a session or token under a name.
  func keep(_ secret: String, as name: String) {
    secrets.withLockedValue { $0[name] = secret }
  }

  /// The endpoints that answered what was asked.
  var exercised: Set<String> { answered.withLockedValue { $0 } }

  func note(_ endpoint: String) { answered.withLockedValue { _ = $0.insert(endpoint) } }

  func actor(_ name: String) -> Ledger.Actor { Ledger.Actor(session: secret(name)) }

  /// Opens a further session of an account and keeps it under a name.
  func open(_ account: String, as name: String) async throws {
    try await openConsole(account, as: name)
    try await beOfSignIns()
  }

  private func openConsole(_ account: String, as name: String) async throws {
    keep(try await ledger.openConsoleSession(as: account).session, as: name)
  }
}

// MARK: - Who and what there is

extension ServedOffice {
  /// Who holds which role, for which unit and form.
  static let people: [(account: String, role: Role?, unit: String, form: String?)] = [
    ("office", .office, "SQ", nil), ("director", .director, "SQ", nil),
    ("reporter", .reporter, "SQ-A", nil), ("reviewer", .reviewer, "SQ-A", nil),
    ("verifier", .verifier, "SQ-A", nil), ("leader", .leader, "SQ-A", nil),
    ("assessor", .assessor, "SQ-A", nil), ("auditor", .auditor, "*", nil),
    ("mayor", .leader, "SQ", nil), ("clerk", .reporter, "SQ-A", "extra"),
    ("reporter-b", .reporter, "SQ-B", nil), ("reviewer-b", .reviewer, "SQ-B", nil),
    ("judge", .assessor, "SQ", nil), ("nobody", nil, "SQ", nil),
  ]

  private func people() async throws {
    func account(_ name: String) -> Account {
      Account(name: name, displayName: name, unit: "SQ", post: "")
    }
    for (name, role) in [
      ("system", Role.systemAdministrator), ("security", .securityAdministrator),
    ] {
      try await ledger.createFirstAdministrator(account(name), role: role)
      try await openConsole(name, as: name)
    }
    for person in Self.people {
      try await ledger.createAccount(account(person.account), by: actor("system"))
      if let role = person.role {
        _ = try await ledger.addGrant(
          role, to: person.account, unit: person.unit, form: person.form, until: nil,
          by: actor("security"))
      }
      try await openConsole(person.account, as: person.account)
    }
  }

  private func catalogue() async throws {
    let office = actor("office")
    let from = try #require(Month("2025-01"))
    _ = try await ledger.importUnits(CSVFile(name: "units.csv", text: Sample.units), by: office)
    _ = try await ledger.importPopulations(
      CSVFile(name: "populations.csv", text: Sample.populations), by: office)
    _ = try await ledger.importIndicators(Sample.indicators, effective: from, by: office)
    for form in [Sample.form("monthly"), Sample.form("extra", from: "2026-01")] {
      _ = try await ledger.importForm(form, by: office)
    }
    _ = try await ledger.importTargets(
      CSVFile(name: "targets.csv", text: Sample.targets), by: office)
    let list = try ResponsibilityList(
      key: #require(ListKey("2026-1")), title: "年度清单", source: "会议纪要",
      issued: #require(CalendarDate("2026-01-05")))
    _ = try await ledger.importTasks(
      CSVFile(name: "tasks.csv", text: Sample.tasks), list: list, by: office)
    try await Sample.addRecords(ledger, by: office)
    let meeting = try await ledger.draftMeeting(
      MeetingPlan(
        title: "二月联席会议", cadence: .month, day: #require(CalendarDate("2026-02-20")),
        place: "市政府", invited: ["SQ-A", "SQ-B"]), by: office)
    _ = try await ledger.addAgendaItem("研判形势", unit: nil, to: meeting.key, by: office)
    _ = try await ledger.takeMeetingStep(.call, of: meeting.key, by: actor("director"))
    for (kind, document) in [
      (MethodVersion.Kind.rules, Sample.rules()), (.index, Sample.method()),
    ] {
      let version = try await ledger.proposeMethod(
        document, kind: kind, scope: "SQ", effective: nil, by: office)
      try await ledger.approveMethod(
        kind: kind, scope: "SQ", code: version.code, version: 1, by: actor("director"))
    }
  }

  private func months() async throws {
    for (month, cases) in [(Self.reopening, 40), (Self.published, 30)] {
      try await submit("SQ-A", month, cases: cases, by: "reporter")
      try await submit("SQ-B", month, cases: cases * 5, by: "reporter-b")
      let period = try #require(Month(month))
      for (stage, name) in [
        (Review.Stage.unit, "reviewer"), (.unit, "reviewer-b"), (.office, "office"),
      ] {
        _ = try await ledger.review(
          ReviewRequest(
            stage: stage, decision: .approve, form: nil, periods: [Period(period)], units: nil),
          by: actor(name))
      }
      _ = try await ledger.closeMonth(period, by: actor("office"))
      for name in ["office", "director"] {
        _ = try await ledger.publishEdition(period, scope: "SQ", kind: nil, by: actor(name))
      }
    }
    try await ledger.proposeReopening(
      try #require(Month(Self.reopening)), reason: "补录", until: Self.now.adding(seconds: 86_400),
      by: actor("office"))
    try await submit("SQ-A", Self.open, cases: 20, by: "reporter")
    try await submit("SQ-B", Self.open, cases: 200, by: "reporter-b")
    for (name, unit) in [("reporter", "SQ-A"), ("reporter-b", "SQ-B")] {
      _ = try await ledger.saveDraft(
        unit, "monthly", Period(try #require(Month(Self.open))), over: 0,
        content: ["CASES": "21"], by: actor(name))
    }
  }

  private func submit(
    _ unit: String, _ month: String, cases: Int, by name: String
  ) async throws {
    let text = """
      unit,period,indicator,value
      \(unit),\(month),CASES,\(cases)
      \(unit),\(month),LOSS,\(cases).50

      """
    _ = try await ledger.importFigures(
      FigureImport(files: [CSVFile(name: "figures.csv", text: text)], form: "monthly"),
      by: actor(name))
  }
}
