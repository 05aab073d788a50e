import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// Closing a month and correcting it: the task list, and the acts.
enum MonthPages {
  static let all: [Endpoint] =
    [start, show, close, propose, agree] + PublicationPages.all

  static let access = Endpoint.Access.permission(.proposeEdition)

  private static let start = Endpoint.page(
    .get, "/months", "page.months", access: access, query: [.month()],
    handle: { call in
      if let month = call.queryMonth() { return .see(link(month)) }
      let months = try await call.ledger.months(by: call.actor())
      guard let month = months.inWork else { throw Refusal(RequestRefusal.formMalformed) }
      return .see(link(month.month))
    })

  private static let show = Endpoint.page(
    .get, "/months/{period}", "page.month", access: access,
    query: [.word("done", "What was done just now.", of: ["close"])],
    handle: { call in try await reply(call, nil) })

  private static let close = Endpoint.act(
    "/months/{period}/close", "page.month.close", access: .permission(.closeMonth),
    isUnhurried: true,
    handle: { call in
      let month = try call.month()
      var exceptions = call.form.names(after: "except.")
      if let stated = call.form["rest"] {
        let rest = try await unlisted(month, call)
        guard stated == String(rest.count) else { return try await changed(call, rest.count) }
        exceptions += rest
      }
      let all = exceptions
      let reason = try call.form.text("close-reason", max: 1_000)
      return try await call.see(
        { (_: MonthClosing) in link(month).adding("done", "close") },
        field: { refusal in
          refusal.place == .option("--reason") ? "close-reason" : "close"
        }, again: { try await reply(call, $0) },
        {
          try await call.ledger.closeMonth(
            month, exceptions: all, reason: reason, by: $0)
        })
    })

  private static let propose = Endpoint.act(
    "/months/{period}/reopenings", "page.month.propose_reopening",
    access: .permission(.proposeReopening),
    handle: { call in
      let month = try call.month()
      let reason = try call.form.text("reopen-reason", max: 1_000)
      let text = try call.form.text("until", max: 40)
      guard let until = moment(text) else {
        let malformed = Refusal(MonthRefusal.reopeningEnded, at: .option("--until"))
        var attempt = FormAttempt(call, [malformed]) { _ in "until" }
        attempt.errors = [(call.say(MonthText.untilMalformed), "until")]
        return try await reply(call, attempt)
      }
      return try await call.see(
        { (_: Void) in link(month) },
        field: { refusal in
          switch refusal.place {
          case .option("--reason"): "reopen-reason"
          case .option("--until"): "until"
          default: "reopen"
          }
        }, again: { try await reply(call, $0) },
        { try await call.ledger.proposeReopening(month, reason: reason, until: until, by: $0) })
    })

  private static let agree = Endpoint.act(
    "/months/{period}/reopenings/agreements", "page.month.agree",
    access: .permission(.agreeToReopening),
    handle: { call in
      let month = try call.month()
      return try await call.see(
        { (_: Void) in link(month) }, field: { _ in "reopen" },
        again: { try await reply(call, $0) },
        { try await call.ledger.agreeToReopening(month, by: $0) })
    })

  /// The lacking submissions for which the page has no room, in the order of its list.
  private static func unlisted(_ month: Month, _ call: Call) async throws -> [String] {
    let status = try await call.ledger.monthStatus(month, by: call.actor())
    return status.lacking.dropFirst(MonthPage.exceptionsMax).map(\.submission)
  }

  /// Says how many there are now; nobody excepts what came after they looked.
  private static func changed(_ call: Call, _ count: Int) async throws -> Reply {
    let refusal = Refusal(MonthRefusal.incomplete, at: .whole, "", String(count), "")
    var attempt = FormAttempt(call, [refusal]) { _ in "close" }
    attempt.errors = [(call.say(MonthText.restChanged, String(count)), "close")]
    return try await reply(call, attempt)
  }

  static func link(_ month: Month) -> Link { Link("months", month.description) }

  /// `2026-08-01T18:00` in the ledger's time zone.
  private static func moment(_ text: String) -> PostgresTimestamp? {
    let seconds = text.utf8.count == 16 ? ":00" : ""
    return MomentText.moment(text + seconds + "+08:00")
  }

  private static func reply(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    let month = try call.month()
    var frame = call.frame
    frame.target = link(month)
    let page = MonthPage(
      work: try await call.ledger.monthWork(month, by: call.actor()),
      months: try await call.ledger.months(by: call.actor()),
      names: try await ReviewNames(call, on: month.lastDay), frame: frame, attempt: attempt,
      isClosedNow: call.query["done"] == "close")
    return page.reply
  }
}
