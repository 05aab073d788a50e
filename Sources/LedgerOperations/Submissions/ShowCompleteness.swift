public import LedgerDomain
import LedgerStore

/// What a period expects of one unit and form, and what came.
public struct Completeness: Sendable {
  /// The unit's code.
  public let unit: String
  /// The form's code.
  public let form: String
  /// The day on which it is due.
  public let due: CalendarDate
  /// The day of its first revision; nil when nothing came.
  public let received: CalendarDate?
  /// How many revisions there are.
  public let revisions: Int

  /// Whether it came by the day on which it is due.
  public var isOnTime: Bool { received.map { $0 <= due } ?? false }
  /// Whether it was corrected.
  public var isRevised: Bool { revisions > 1 }
}

extension Ledger {
  /// What a period expects, by unit and form, in the order of their codes, and what came by when:
  /// of a month its monthly forms, of a week its weekly ones.
  ///
  /// Units of which the account may not see submissions are left out.
  public func completeness(of period: Period, by actor: Actor) async throws -> [Completeness] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let catalogue = try Catalogue(transaction, on: period.lastDay)
      let scope = try transaction.actingScope(Permission.readSubmissions.rule.roles)
      return try transaction.completeness(
        of: catalogue.expectations(of: period).filter { item in
          scope.everywhere || scope.units.contains(item.unit)
            || scope.units.contains("\(item.unit)/\(item.form.code)")
        }, transaction.receipts(period))
    }
  }
}

extension LedgerTransaction {
  /// What came of what a period expects, and by when it was due.
  func completeness(
    of expected: [Expectation], _ receipts: [SubmissionReceipt]
  ) throws -> [Completeness] {
    let calendar = try workingCalendar()
    var known: [String: SubmissionReceipt] = [:]
    for receipt in receipts { known["\(receipt.unit)/\(receipt.form)"] = receipt }
    return expected.map { item in
      let receipt = known["\(item.unit)/\(item.form.code)"]
      return Completeness(
        unit: item.unit, form: item.form.code,
        due: calendar.workingDay(item.form.dueWorkingDays, after: item.period.lastDay),
        received: receipt?.received, revisions: receipt?.revisions ?? 0)
    }
  }
}
