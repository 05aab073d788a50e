import HTTPTypes
import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// What small counts hide follows the definitions of today, in editions that are open already.
@Suite(.serialized)
struct DefinitionsAnnouncedTests {
  private static let path = "/rankings/\(ServedOffice.published)?of=SQ"

  /// `CASES` with a limit below which its counts are small.
  private static func indicators(below limit: String) throws -> JSONValue {
    guard case .array(var items) = Sample.indicators, case .object(let members) = items[0] else {
      return .null
    }
    items[0] = .object(members + [JSONValue.Member("suppress_below", .string(limit))])
    return .array(items)
  }

  private static func measured(_ answer: Answer) -> String {
    let own = answer.json["standings"]?.elements.first { $0["unit"] == "SQ-A" }
    return own?["details"]?.compactText ?? ""
  }

  @Test func `a changed limit reaches an edition that is open`() async throws {
    let office = try await ServedOffice()
    let listener = Listener(
      ConnectionConfiguration(office.database.connectionString, applicationName: "test"),
      channels: LedgerChannel.all)
    var events = listener.events().makeAsyncIterator()
    let first = try #require(await events.next())
    office.web.editions.take(first)
    let open = try await office.get(Self.path, as: "mayor")
    #expect(!Self.measured(open).contains("<50"))
    let cached = try await office.get(
      Self.path, as: "mayor", ["If-None-Match": open.headers[.eTag] ?? ""])
    #expect(cached.status == 304)

    _ = try await office.ledger.importIndicators(
      try Self.indicators(below: "50"), effective: try #require(Month("2026-02")),
      by: office.actor("office"))
    let heard = try #require(await events.next())
    #expect(heard == .notification(channel: LedgerChannel.indicators, payload: ""))
    #expect(
      try await office.get(Self.path, as: "mayor").bytes == open.bytes, "it was not remembered")
    office.web.editions.take(heard)
    let hidden = try await office.get(
      Self.path, as: "mayor", ["If-None-Match": open.headers[.eTag] ?? ""])
    #expect(hidden.status == 200, "the tag of other bytes counts")
    #expect(Self.measured(hidden).contains("<50"), "\(Self.measured(hidden))")
  }

  @Test func `while nobody listens nothing opened is remembered`() async throws {
    let office = try await ServedOffice()
    _ = try await office.get(Self.path, as: "mayor")
    _ = try await office.ledger.importIndicators(
      try Self.indicators(below: "50"), effective: try #require(Month("2026-02")),
      by: office.actor("office"))
    #expect(Self.measured(try await office.get(Self.path, as: "mayor")).contains("<50"))
  }
}
