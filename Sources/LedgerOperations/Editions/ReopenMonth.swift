public import LedgerDomain
import LedgerStore
public import PostgresSupport

extension Ledger {
  /// Proposes to reopen a closed month until a moment, with a reason; a further proposal takes the
  /// place of one that nobody has agreed to.
  ///
  /// Refused, in this order: no office role; a month that is not closed; no reason; a moment that
  /// has passed.
  public func proposeReopening(
    _ month: Month, reason: String, until: PostgresTimestamp, by actor: Actor
  ) async throws {
    try await act(by: actor) { transaction, account in
      try transaction.require(.proposeReopening)
      try transaction.lockMonths([month], exclusively: true)
      let state = try transaction.monthState(month)
      guard state.event != nil, state.event != .reopened else {
        throw Refusal(MonthRefusal.notClosed, month.description)
      }
      let text = try FreeText.checked(reason, at: .option("--reason"))
      guard !text.isEmpty else {
        throw Refusal(MonthRefusal.reasonMissing, at: .option("--reason"))
      }
      guard until > (try transaction.now()) else {
        throw Refusal(MonthRefusal.reopeningEnded, at: .option("--until"))
      }
      try transaction.append(
        [
          LedgerTransaction.monthFact(
            month, number: state.number + 1, event: .reopeningProposed, reason: text,
            exceptions: [], reopenedUntil: until, by: account)
        ], act: Act("month.propose_reopening", on: "month/\(month)"))
    }
  }

  /// Agrees to a proposed reopening; refused for who proposed it.
  public func agreeToReopening(_ month: Month, by actor: Actor) async throws {
    try await act(by: actor) { transaction, account in
      try transaction.require(.agreeToReopening)
      try transaction.lockMonths([month], exclusively: true)
      let state = try transaction.monthState(month)
      guard state.event == .reopeningProposed else {
        throw Refusal(MonthRefusal.nothingProposed, month.description)
      }
      guard state.decidedBy != account else { throw Refusal(MonthRefusal.secondPersonIsFirst) }
      try transaction.append(
        [
          LedgerTransaction.monthFact(
            month, number: state.number + 1, event: .reopened, reason: "", exceptions: [],
            reopenedUntil: nil, by: account)
        ], act: Act("month.reopen", on: "month/\(month)"))
    }
  }
}
