import HTTPTypes
import LedgerDomain
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// Everybody sees what is published; what it is made of only inside their scope.
struct ResultScopeTests {
  private let office: ServedOffice

  init() async throws { office = try await ServedOffice() }

  /// The units whose details an answer tells.
  private static func detailed(_ answer: Answer, _ list: String) -> [String] {
    (answer.json[list]?.elements ?? []).filter { $0["details"] != .null }
      .compactMap { $0["unit"]?.text }
  }

  @Test(arguments: [
    ("reporter", ["SQ-A"]), ("clerk", []), ("reviewer", ["SQ-A"]), ("leader", ["SQ-A"]),
    ("reporter-b", ["SQ-B"]), ("office", ["SQ-A", "SQ-B"]), ("director", ["SQ-A", "SQ-B"]),
    ("mayor", ["SQ-A", "SQ-B"]), ("auditor", []), ("system", []), ("security", []),
    ("nobody", []),
  ])
  func `all ranks are seen, and only own details`(name: String, own: [String]) async throws {
    let ranking = try await office.get("/rankings/2025-12?of=SQ", as: name)
    #expect(ranking.json["standings"]?.elements.map { $0["rank"] } == ["1", "2"])
    #expect(ranking.json["standings"]?.elements.map { $0["score"] } == ["85.00", "25.00"])
    #expect(ranking.json["standings"]?.elements.map { $0["colour"] } == ["blue", "red"])
    #expect(Self.detailed(ranking, "standings") == own)
    let ratings = try await office.get("/ratings/2025-12?of=SQ", as: name)
    #expect(Self.detailed(ratings, "ratings") == own)
    if !own.contains("SQ-B") {
      #expect(!ranking.text.contains("150"), "the figure of the other county")
      #expect(!ratings.text.contains("R1"), "the rule that the other county hit")
    }
    let difference = try await office.get("/editions/1/diff/2", as: name)
    let revised = (difference.json["changes"]?.elements ?? []).filter {
      $0["revisions"] != .null
    }.compactMap { $0["unit"]?.text }
    #expect(Set(revised).isSubset(of: own))
  }

  @Test(arguments: [
    ("reporter", ["SQ-A"]), ("reporter-b", ["SQ-B"]), ("office", ["SQ-A", "SQ-B"]),
    ("leader", ["SQ-A"]), ("auditor", []), ("nobody", []), ("system", []),
  ])
  func `marks and rules are null by SQL, too`(name: String, own: [String]) async throws {
    let seen = try await office.asApplication(name) { connection in
      let marks = try connection.execute(Self.marks)
      let rules = try connection.execute(Self.rules)
      return (
        marks: try marks.map { (unit: try $0.text(0), isSeen: try $0.bool(1)) },
        rules: try rules.map { (unit: try $0.text(0), isSeen: try $0.bool(1)) },
        document: try connection.execute(Self.document).first?.bool(0)
      )
    }
    #expect(seen.marks.map(\.unit) == ["SQ-A", "SQ-B"], "every standing is seen")
    #expect(seen.marks.filter(\.isSeen).map(\.unit) == own)
    #expect(seen.rules.filter(\.isSeen).map(\.unit) == own)
    #expect(seen.document == (own.count == 2 || name == "auditor"))
  }

  private static let marks = Statement(
    "test_visible_marks",
    """
    select unit, marks is not null as is_seen
    from ledger.visible_standings
    where period = '2025-12-01'
    order by unit
    """)
  private static let rules = Statement(
    "test_visible_rules",
    """
    select unit, rules is not null as is_seen
    from ledger.visible_ratings
    where period = '2025-12-01'
    order by unit
    """)

  private static let document = Statement(
    "test_visible_document", "select ledger.edition_document(1) is not null as is_seen")

  @Test func `what is not published is the office's and leaders' alone`() async throws {
    #expect(
      try await office.get("/rankings/2026-01?of=SQ", as: "office").code == "edition.not_published")
    let path = "/rankings/2026-01?of=SQ&state=unpublished"
    for name in ["reporter", "reviewer", "verifier", "leader", "assessor", "nobody", "auditor"] {
      let refused = try await office.get(path, as: name)
      #expect(refused.status == 404 && refused.code == "account.out_of_scope", "\(name)")
      let ratings = try await office.get(path.replacing("rankings", with: "ratings"), as: name)
      #expect(ratings.status == 404, "\(name)")
    }
    for name in ["office", "director", "mayor"] {
      #expect(try await office.get(path, as: name).status == 200, "\(name)")
    }
  }

  @Test func `an edition is asked for by its month and its units`() async throws {
    let path = "/rankings/2025-12?of=SQ"
    #expect(try await office.get(path + "&edition=2", as: "reporter").status == 200)
    for wrong in [
      path + "&edition=1", path + "&edition=9", "/rankings/2025-12?of=SQ-A&edition=2",
    ] {
      #expect(try await office.get(wrong, as: "office").code == "edition.unknown", "\(wrong)")
    }
    #expect(
      try await office.get("/rankings/2025-12?of=SQ-A", as: "office").code
        == "edition.not_published")
    #expect(try await office.get("/rankings/2025-13?of=SQ", as: "office").code == "month.malformed")
    #expect(try await office.get("/editions/0", as: "office").code == "edition.unknown")
    #expect(try await office.get("/editions/x", as: "office").status == 400)
  }

  @Test func `a published ranking stays as it was after a correction`() async throws {
    let before = try await office.get("/editions/1", as: "office")
    try await office.ledger.agreeToReopening(
      try #require(Month(ServedOffice.reopening)), by: office.actor("director"))
    let place = "/submissions/SQ-A/monthly/2025-11"
    _ = try await office.post(
      place + "/revisions",
      [
        "basedOn": 1,
        "figures": [
          ["indicator": "CASES", "value": "99"], ["indicator": "LOSS", "value": "2"],
        ],
      ], as: "reporter")
    for name in ["reviewer", "office"] {
      _ = try await office.post(
        place + "/reviews", ["revision": 2, "decision": "approve"], as: name)
    }
    _ = try await office.post("/months/2025-11/close", [:], as: "office")
    for name in ["office", "director"] {
      _ = try await office.post("/editions", ["period": "2025-11", "of": "SQ"], as: name)
    }
    let again = try await office.get("/editions/1", as: "office")
    #expect(again.bytes == before.bytes && again.headers[.eTag] == before.headers[.eTag])
    let latest = try await office.get("/rankings/2025-11?of=SQ", as: "reporter")
    #expect(latest.json["edition"]?["number"] == 3 && latest.json["edition"]?["replaces"] == 1)
  }

  @Test func `drafts are the reporters' of the unit and form`() async throws {
    let path = "/submissions/SQ-A/monthly/2026-01"
    #expect(try await office.get(path, as: "reporter").json["draft"] != .null)
    for name in ["reviewer", "verifier", "leader", "office", "mayor"] {
      let read = try await office.get(path, as: name)
      #expect(read.status == 200 && read.json["draft"] == .null, "\(name)")
    }
    for name in ["reporter-b", "clerk"] {
      #expect(try await office.get(path, as: name).code == "account.out_of_scope", "\(name)")
    }
  }

  @Test func `what is outside the scope is answered like what is not there`() async throws {
    for (there, notThere) in [
      ("/submissions/SQ-B/monthly/2026-01", "/submissions/SQ-Z/monthly/2026-01")
    ] {
      let outside = try await office.get(there, as: "reporter")
      let missing = try await office.get(notThere, as: "reporter")
      #expect(outside.status == 404 && outside.bytes == missing.bytes)
    }
    #expect(try await office.get("/submissions?unit=SQ-B", as: "reporter").items.isEmpty)
    #expect(
      try await office.get("/completeness?period=2026-01&of=SQ-B", as: "reporter").items.isEmpty)
    #expect(try await office.get("/targets?year=2026", as: "reporter").items.count == 1)
    let month = try await office.get("/months/2026-01", as: "reporter")
    #expect(month.json["expected"] == 2 && !month.text.contains("SQ-B"), "of its own forms")
    #expect(try await office.get("/months/2026-01", as: "nobody").json["expected"] == 0)
  }
}
