import LedgerDomain
import LedgerStore

extension LedgerTransaction {
  /// Keeps the months that govern some periods from being closed while this transaction runs, and
  /// returns those that are closed already.
  func closedMonths(governing periods: [Period]) throws -> Set<Month> {
    let months = Set(periods.map(\.month)).sorted()
    try lockMonths(months)
    let now = try now()
    return Set(try months.filter { try !monthState($0).isOpen(at: now) })
  }

  /// Refuses a period whose month is closed, and keeps the others from being closed meanwhile.
  func refuseClosed(_ periods: [Period]) throws {
    let closed = try closedMonths(governing: periods)
    for period in periods where closed.contains(period.month) {
      throw Refusal.closed(period, at: .whole)
    }
  }
}

extension Refusal {
  /// A period is locked with the month in which it ends.
  static func closed(_ period: Period, at place: Place) -> Refusal {
    Refusal(
      SubmissionRefusal.periodClosed, at: place, period.description, period.month.description)
  }
}

extension Catalogue {
  /// Refuses an unknown form, and periods of another frequency than a form's.
  func check(_ periods: [Period], of code: String) throws(Refusal) {
    guard let form = forms.first(where: { $0.code == code }) else {
      throw Refusal(FormRefusal.unknown, at: .option("--form"), code)
    }
    for period in periods { try form.check(period, at: .option("PERIOD")) }
  }
}
