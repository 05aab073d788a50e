import HTTPTypes
import LedgerDomain
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// A request that is sent again is done once and answered as the first time.
@Suite(.serialized)
struct IdempotencyTests {
  private static let place = "/submissions/SQ-A/monthly/2026-01"
  private let office: ServedOffice

  init() async throws { office = try await ServedOffice() }

  private static func figures(_ cases: String) -> JSONValue {
    [
      "basedOn": 1,
      "figures": [
        ["indicator": "CASES", "value": .string(cases)], ["indicator": "LOSS", "value": "2"],
      ],
    ]
  }

  @Test func `a write without a key, or with one that is none, is refused`() async throws {
    for endpoint in ServedOffice.endpoints where endpoint.isKeyed {
      let address = RefusedRequestTests.address(endpoint)
      let caller = RefusedRequestTests.caller(endpoint)
      let body: Content? =
        switch endpoint.content {
        case .nothing, .form, .upload: nil
        case .json(let schema): .json(Self.example(schema))
        case .scanned: .json([:])
        case .file: .csv("x\n")
        }
      for (key, code) in [
        ("", "request.header_missing"), ("short", "request.header_unreadable"),
        ("with space in it", "request.header_unreadable"),
        (String(repeating: "k", count: 129), "request.header_unreadable"),
      ] {
        let refused = try await office.send(
          endpoint.method, address, as: caller, ["Idempotency-Key": key], body)
        #expect(refused.status == 400 && refused.code == code, "\(endpoint.name) “\(key)”")
      }
    }
  }

  /// The least content that a schema takes.
  private static func example(_ schema: Schema) -> JSONValue {
    switch schema {
    case .object(let members):
      .object(
        members.filter(\.isRequired).map { JSONValue.Member($0.name, example($0.schema)) })
    case .string(let text): .string(text.words.first ?? "x")
    case .integer(let range): .number(String(range.lowerBound))
    case .either(let schemas): schemas.first.map(example) ?? .null
    case .boolean: false
    case .array: []
    default: .object([])
    }
  }

  @Test func `the same key and content get the same answer, byte for byte`() async throws {
    let key = ["Idempotency-Key": "first-key-of-a"]
    let path = Self.place + "/revisions"
    let first = try await office.post(path, Self.figures("20"), as: "reporter", key)
    let entries = try await office.ledger.verify().entries
    for headers in [key, key.merging(["Accept-Language": "en"]) { $1 }] {
      let again = try await office.post(path, Self.figures("20"), as: "reporter", headers)
      #expect(again.status == 201 && again.bytes == first.bytes)
      for name in [HTTPField.Name.eTag, .location, .contentType] {
        #expect(again.headers[name] == first.headers[name], "\(name)")
      }
    }
    #expect(try await office.ledger.verify().entries == entries, "nothing was added")
    let other = try await office.post(path, Self.figures("21"), as: "reporter", key)
    #expect(other.status == 409 && other.code == "journal.key_reused")
    let elsewhere = try await office.post(
      Self.place.replacing("SQ-A", with: "SQ-B") + "/revisions", Self.figures("20"),
      as: "reporter", key)
    #expect(elsewhere.status == 404, "a place outside the scope tells nothing of keys")
    let otherPlace = try await office.post(
      Self.place.replacing("2026-01", with: "2025-10") + "/revisions", Self.figures("20"),
      as: "reporter", key)
    #expect(otherPlace.code == "journal.key_reused")
  }

  @Test func `another account's same key is another request`() async throws {
    let key = ["Idempotency-Key": "shared-by-chance"]
    let own = try await office.post(
      Self.place + "/revisions", Self.figures("20"), as: "reporter", key)
    let others = try await office.post(
      Self.place.replacing("SQ-A", with: "SQ-B") + "/revisions", Self.figures("220"),
      as: "reporter-b", key)
    #expect(own.status == 201 && others.status == 201)
    #expect(others.json["unit"] == "SQ-B")
  }

  @Test func `acts of every kind are repeated in the same way`() async throws {
    let acts: [(path: String, content: Content?, name: String)] = [
      (Self.place + "/reviews", .json(["revision": 1, "decision": "approve"]), "reviewer"),
      (Self.place + "/reviews", .json(["revision": 1, "decision": "approve"]), "office"),
      ("/units", .csv(Sample.units), "office"),
      (
        "/months/2026-01/close", .json(["exceptions": ["SQ-A/extra", "SQ-B"], "reason": "x"]),
        "office"
      ),
      ("/editions", .json(["period": "2026-01", "of": "SQ"]), "office"),
      ("/editions", .json(["period": "2026-01", "of": "SQ"]), "director"),
      (
        "/accounts",
        .json(["name": "twice", "displayName": "x", "unit": "SQ", "post": "x"]), "system"
      ),
      ("/accounts/nobody/grants", .json(["role": "leader", "unit": "SQ"]), "security"),
    ]
    for act in acts {
      let key = ["Idempotency-Key": ServedOffice.freshKey()]
      let first = try await office.send(.post, act.path, as: act.name, key, act.content)
      #expect(first.status == 201, "\(act.path) \(first.text)")
      let again = try await office.send(.post, act.path, as: act.name, key, act.content)
      #expect(again.status == first.status && again.bytes == first.bytes, "\(act.path)")
      #expect(again.headers[.location] == first.headers[.location], "\(act.path)")
    }
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `a refusal is not kept: the same key may be sent again, put right`() async throws {
    let key = ["Idempotency-Key": "put-right-later"]
    let path = Self.place + "/revisions"
    #expect(try await office.post(path, Self.figures("x"), as: "reporter", key).status == 422)
    #expect(try await office.post(path, Self.figures("22"), as: "reporter", key).status == 201)
  }

  @Test func `what builds on an older version is refused`() async throws {
    let path = Self.place + "/revisions"
    for basedOn in [JSONValue.null, 0, 2] {
      let stale = try await office.post(
        path,
        [
          "basedOn": basedOn,
          "figures": Self.figures("1")["figures"] ?? [],
        ], as: "reporter")
      #expect(stale.status == 409 && stale.code == "submission.revision_stale", "\(basedOn)")
    }
    let unreadable = try await office.post(
      path, Self.figures("1"), as: "reporter", ["If-Match": "1"])
    #expect(unreadable.status == 400 && unreadable.code == "request.header_unreadable")
    let stale = try await office.post(
      path, Self.figures("1"), as: "reporter", ["If-Match": "\"0\""])
    #expect(stale.code == "submission.revision_stale", "If-Match says it before basedOn")
    let taken = try await office.post(
      path, ["figures": Self.figures("1")["figures"] ?? []], as: "reporter",
      ["If-Match": "\"1\""])
    #expect(taken.status == 201 && taken.headers[.eTag] == "\"2\"")
    let draft = try await office.send(
      .put, Self.place + "/draft", as: "reporter", [:], .json(["version": 7, "content": .null]))
    #expect(draft.status == 409 && draft.code == "submission.draft_stale")
    let review = try await office.post(
      Self.place + "/reviews", ["revision": 1, "decision": "approve"], as: "reviewer")
    #expect(review.status == 409 && review.code == "submission.revision_stale")
  }
}
