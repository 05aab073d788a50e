import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Reviewing: what waits, approving several at once, and one submission figure by figure.
enum ReviewPages {
  static let all: [Endpoint] =
    [queue, approve, ReviewCasePage.show, ReviewCasePage.decide] + VerificationPages.all
    + [CompletenessPage.choose]

  private static let access = Endpoint.Access.signedIn([.reviewForUnit, .acceptForOffice])

  private static let queue = Endpoint.page(
    .get, "/review", "page.review", access: access,
    query: [
      Endpoint.Parameter(
        name: "period", text: "Only of this period; all where it is empty.", form: "2026-01",
        isValid: { $0.isEmpty || Period($0) != nil }),
      Endpoint.Parameter(
        name: "form", text: "Only of this form; all where it is empty.", form: "…",
        isValid: { $0.utf8.count <= 64 }),
      Endpoint.Parameter(
        name: "approved", text: "How many were approved just now.", form: "1",
        isValid: { Int($0).map { (0...9_999).contains($0) } ?? false }),
      Endpoint.Parameter(
        name: "left", text: "Those that were not.", form: "…",
        isValid: { $0.utf8.count <= 2_000 }),
      .word("done", "What was decided just now.", of: ["approve", "return"]),
      .text("of", "Of which revision."),
    ],
    handle: { call in try await reply(call, nil) })

  private static let approve = Endpoint.act(
    "/review/approvals", "page.review.approve", access: access,
    handle: { call in
      let names = call.form.names(after: "pick.")
      let keys = names.compactMap { RevisionKey(object: $0) }
      guard keys.count == names.count else { throw Refusal(RequestRefusal.formMalformed) }
      guard !keys.isEmpty else { return try await reply(call, call.say(ReviewText.chosenNone)) }
      return try await call.once(
        { (done: BulkApproval) in .see(link(after: done)) },
        { try await call.ledger.approveClean(keys, by: $0) })
    })

  private static func link(after done: BulkApproval) -> Link {
    var query = [(name: "approved", value: String(done.approved.count))]
    if !done.refused.isEmpty {
      let left = done.refused.prefix(30).map(\.revision.object).joined(separator: ",")
      query.append(("left", left))
    }
    return Link("review", query: query)
  }

  private static func reply(_ call: Call, _ error: String?) async throws -> Reply {
    let page = ReviewQueuePage(
      items: try await call.ledger.reviewQueue(by: call.actor()),
      names: try await ReviewNames(call), query: call.query, frame: call.frame,
      now: call.ledger.moment, error: error)
    return page.reply
  }
}
