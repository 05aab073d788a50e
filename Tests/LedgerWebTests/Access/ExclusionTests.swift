import LedgerDomain
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// Who may not, although the role is held: who submitted, who proposed, and for oneself.
struct ExclusionTests {
  private let office: ServedOffice

  init() async throws { office = try await ServedOffice() }

  private func grant(_ role: Role, to account: String, _ unit: String) async throws {
    _ = try await office.ledger.addGrant(
      role, to: account, unit: unit, form: nil, until: nil, by: office.actor("security"))
  }

  @Test func `who submitted neither reviews nor verifies`() async throws {
    let place = "/submissions/SQ-A/monthly/2026-01"
    for (position, name) in ["reviewer", "verifier"].enumerated() {
      try await grant(.reporter, to: name, "SQ-A")
      let taken = try await office.post(
        place + "/revisions",
        [
          "basedOn": .number("\(position + 1)"),
          "figures": [
            ["indicator": "CASES", "value": "7"], ["indicator": "LOSS", "value": "7"],
          ],
        ], as: name)
      #expect(taken.status == 201, "\(taken.text)")
      let revision = taken.json["revision"] ?? .null
      let refused =
        name == "reviewer"
        ? try await office.post(
          place + "/reviews", ["revision": revision, "decision": "approve"], as: name)
        : try await office.post(
          place + "/verifications",
          ["revision": revision, "indicator": "CASES", "decision": "confirm"], as: name)
      #expect(
        refused.status == 403 && refused.code == "submission.reviewer_is_submitter", "\(name)")
    }
  }

  @Test func `who proposed does not approve`() async throws {
    try await grant(.office, to: "director", "SQ")
    _ = try await office.post(
      "/methods",
      [
        "of": "SQ", "kind": "rules", "effective": "2026-01",
        "definition": Sample.rules(version: 2),
      ], as: "director")
    let method = try await office.post("/methods/rules/SQ/colours/2/approvals", as: "director")
    #expect(method.status == 403 && method.code == "method.approver_is_proposer")

    let month = "/months/2025-12/reopenings"
    _ = try await office.post(
      month, ["reason": "补录", "until": "2026-02-11T00:00:00Z"], as: "director")
    let reopening = try await office.post(month + "/agreements", as: "director")
    #expect(reopening.status == 403 && reopening.code == "month.second_person_is_first")

    _ = try await office.post(
      "/months/2026-01/close",
      ["exceptions": ["SQ-A", "SQ-B"], "reason": "x"], as: "office")
    let edition: JSONValue = ["period": "2026-01", "of": "SQ"]
    #expect(
      try await office.post("/editions", edition, as: "director").json["proposed"] == true)
    let again = try await office.post("/editions", edition, as: "director")
    #expect(again.status == 403 && again.code == "edition.second_person_is_first")
  }

  @Test func `a security administrator does nothing for the own account`() async throws {
    let own = "/accounts/security"
    for (path, content) in [
      ("/grants", ["role": "security_admin", "unit": "*"]),
      ("/grants/1/end", ["reason": "x"]), ("/password-resets", nil),
      ("/unlocks", ["reason": "x"]),
    ] as [(String, JSONValue?)] {
      let refused = try await office.post(own + path, content, as: "security")
      #expect(refused.status == 403 && refused.code == "account.not_allowed", "\(path)")
    }
  }

  @Test func `administrators hold no other role, and the other way round`() async throws {
    for (account, role) in [
      ("auditor", "leader"), ("system", "security_admin"), ("reporter", "auditor"),
      ("system", "reporter"), ("office", "system_admin"),
    ] {
      let refused = try await office.post(
        "/accounts/\(account)/grants", ["role": .string(role), "unit": "SQ"], as: "security")
      #expect(refused.status == 403 && refused.code == "account.roles_exclude", "\(account)")
    }
  }
}
