import LedgerDomain
import LedgerStore
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// Somebody whose grant is for one form is told by the interface what the pages show.
struct PartSightTests {
  @Test func `components of one's form are told, and nothing that the whole unit gave`()
    async throws
  {
    let office = try await ServedOffice()
    _ = try await office.ledger.createAccount(
      Account(name: "narrow", displayName: "narrow", unit: "SQ-A", post: ""),
      by: office.actor("system"))
    _ = try await office.ledger.addGrant(
      .reporter, to: "narrow", unit: "SQ-A", form: "monthly", until: nil,
      by: office.actor("security"))
    try await office.open("narrow", as: "narrow")
    let path = "/rankings/\(ServedOffice.published)?of=SQ"
    func details(_ name: String, _ unit: String) async throws -> JSONValue? {
      try await office.get(path, as: name).json["standings"]?.elements
        .first { $0["unit"]?.text == unit }?["details"]
    }
    let whole = try await details("reporter", "SQ-A")
    let part = try await details("narrow", "SQ-A")
    #expect(part?["components"] == whole?["components"] && part?["components"] != [])
    #expect(part?["rules"] == [] && part?["deductions"] == [])
    #expect(try await details("narrow", "SQ-B") == .null)
    // The bytes that are kept for one are not another's: `extra` held none of these figures.
    #expect(try await details("clerk", "SQ-A") == .null)
    let table = try await office.get(
      "//table?period=\(ServedOffice.published)&of=SQ", as: "narrow")
    #expect(table.text.contains("/units/SQ-A?period=2025-12#why"), "the page tells the same")
    #expect(!table.text.contains("/units/SQ-B?period=2025-12#why"))
  }
}
