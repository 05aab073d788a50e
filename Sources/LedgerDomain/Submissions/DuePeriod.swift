/// A form's period, and the day on which it is due.
public struct DuePeriod: Hashable, Sendable {
  /// The version of the form that counts for it.
  public let form: Form
  /// The period.
  public let period: Period
  /// The day on which its figures are due.
  public let due: CalendarDate

  /// The next periods of one form that are due on a day or later, the earliest first.
  ///
  /// `versions` are those of one form. Of versions that begin at different months each period has
  /// the one of the month in which it ends; a period before the first version is not asked for, and
  /// neither is one outside the campaigns that the form is for.
  public static func next(
    _ count: Int, of versions: [Form], from day: CalendarDate, by calendar: WorkingCalendar,
    days: CampaignDays = .none
  ) -> [DuePeriod] {
    let versions = versions.sorted { $0.effective < $1.effective }
    guard let first = versions.first, let slowest = versions.map(\.dueWorkingDays).max() else {
      return []
    }
    // No sixty working days take longer than this, holidays and all.
    let early = day.adding(days: -(slowest * 2 + 40))
    var period = Period(first.frequency, containing: max(early, first.effective.firstDay))
    var found: [DuePeriod] = []
    for _ in 0..<1_000 where found.count < count {
      if let form = versions.last(where: { $0.effective <= period.month }),
        days.asks(form.code, period)
      {
        let due = calendar.workingDay(form.dueWorkingDays, after: period.lastDay)
        if due >= day { found.append(DuePeriod(form: form, period: period, due: due)) }
      }
      period = Period(first.frequency, containing: period.lastDay.adding(days: 1))
    }
    return found
  }
}
