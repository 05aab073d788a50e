import HTTPTypes
import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// What an account sees and may add by SQL, should somebody get past the program: table by table,
/// as the application's role with that account's session.
struct AccessSQLTests {
  private static let table: (roles: [String], rows: [(table: String, cells: [String])]) = {
    let lines = (try? Files.csv("Tests/Fixtures/access/sql.csv")) ?? []
    return (
      Array((lines.first ?? []).dropFirst()),
      lines.dropFirst().map { ($0[0], Array($0.dropFirst())) }
    )
  }()

  @Test func `every table is seen and added to as expected`() async throws {
    let office = try await ServedOffice()
    try await Self.fill(office)
    try await office.addNarrowOffice()
    var wrong: [String] = []
    for (position, role) in Self.table.roles.enumerated() {
      let limit = role == "clerk" ? "extra" : role == "token" ? "monthly" : nil
      let account = role == "token" ? "reporter" : role
      let rows = Self.table.rows
      wrong += try await office.asApplication(role == "stranger" ? nil : role) { connection in
        try rows.compactMap { row in
          let expected = row.cells[position].split(separator: " ").map(String.init)
          let seen = try connection.execute(
            Self.seen,
            [.text(row.table), .text(expected[0]), .text(account), .optional(limit)])
          let added = try Self.added(row.table, account, limit, connection)
          let isSeen = try seen.first?.bool(0) ?? false
          guard !isSeen || added != expected[1] else { return nil }
          let counts = try seen.first?.text(1) ?? ""
          return "\(row.table) \(role): sees \(counts), wanted \(expected[0]); "
            + "adds \(added), wanted \(expected[1])"
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `what an entry covers is for auditors, without figures and secrets`() async throws {
    let office = try await ServedOffice()
    for role in Self.table.roles where !["stranger", "token", "branch"].contains(role) {
      let (tables, text) = try await office.asApplication(role) { connection in
        let rows = try connection.execute(Self.facts)
        return (try rows.map { try $0.text(0) }, try rows.map { try $0.text(1) }.joined())
      }
      guard role == "auditor" else {
        #expect(tables.isEmpty, "\(role)")
        continue
      }
      for table in ["accounts", "grants", "forms", "revisions", "reviews", "month_events"] {
        #expect(tables.contains(table), "\(table)")
      }
      for hidden in ["figures", "notes", "phc", "sealed", "\"document\"", "row_sha256"] {
        #expect(!text.contains(hidden), "\(hidden)")
      }
    }
  }

  private static let facts = Statement(
    "test_facts",
    """
    select covered.fact, covered.content
    from ledger.journal_heads as heads
    cross join generate_series(1, heads.seq) as places (seq)
    cross join lateral ledger.facts_of_entry(heads.chain, places.seq) as covered
    """)

  @Test func `every table is in the expectation`() async throws {
    let database = try await TestDatabase.clone()
    let pool = database.pool(size: 1)
    let known = try await pool.withConnection { connection in
      Set(try connection.execute(Self.relations).map { try $0.text(0) })
    }
    await pool.shutdown()
    let expected = Set(Self.table.rows.map(\.table))
    #expect(known == expected, "\(known.symmetricDifference(expected).sorted())")
  }

  /// Where rows may be added: for oneself or one's own unit, for others, for any, or not at all.
  private static func added(
    _ table: String, _ account: String, _ limit: String?, _ connection: Connection
  ) throws -> String {
    func isTaken(account holder: String, unit: String) throws -> Bool {
      let rows = try connection.execute(
        adds,
        [.text(table), .text(account), .text(holder), .text(unit), .optional(limit)])
      return try rows.first?.bool(0) ?? false
    }
    switch (
      try isTaken(account: account, unit: "SQ-A"), try isTaken(account: "mayor", unit: "SQ-B")
    ) {
    case (true, true): return "any"
    case (true, false): return "own"
    case (false, true): return "others"
    case (false, false): return "-"
    }
  }

  /// Leaves a row in every table, of both counties and of what is not published.
  private static func fill(_ office: ServedOffice) async throws {
    let ledger = office.ledger
    let token = try await office.post(
      "/me/tokens",
      ["label": "program", "unit": "SQ-A", "form": "monthly", "until": "2026-06-30"],
      as: "reporter")
    office.keep(try #require(token.json["token"]?.text), as: "token")
    try await ledger.verifyFigure(
      VerificationRequest(
        unit: "SQ-A", form: "monthly", period: Period(try #require(Month(ServedOffice.open))),
        indicator: "CASES"), by: office.actor("verifier"))
    _ = try await office.send(
      .post, "/figures?form=extra", as: "clerk", [:],
      .csv("unit,period,indicator,value\nSQ-A,2026-01,CASES,1\nSQ-A,2026-01,LOSS,2\n"))
    let key = try #require(TaskKey("2026-1-2"))
    _ = try await ledger.reportTask(
      TaskProgressRequest(task: key, sentence: "已启动"), by: office.actor("reporter"))
    _ = try await ledger.decideTask(
      key, report: 1, accept: false, reason: "x", by: office.actor("office"))
    _ = try await office.post("/accounts/mayor/unlocks", ["reason": "x"], as: "security")
    _ = try await office.post("/accounts/mayor/expiries", ["until": .null], as: "system")
    _ = try await ledger.signCheckpoint(key: [UInt8](repeating: 9, count: 32), every: .seconds(0))
    try await office.database.script(AccessSQL.setup)
  }

  private static let seen = Statement(
    "test_seen", "select is_as_expected, counts from testing.seen($1, $2, $3, $4)")
  private static let adds = Statement(
    "test_adds", "select testing.adds($1, $2, $3, $4, $5) as is_taken")
  private static let relations = Statement(
    "test_relations",
    """
    select relname::text
    from pg_catalog.pg_class
    where relnamespace = 'ledger'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      and not relispartition
    """)
}
