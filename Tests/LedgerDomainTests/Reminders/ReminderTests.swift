import LedgerDomain
import Testing

/// When somebody is reminded, and in what order.
struct ReminderTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func reminder(
    _ kind: Reminder.Kind, due: String? = nil, task: String = "2026-1-1", occurrence: String = ""
  ) throws -> Reminder {
    Reminder(
      kind: kind, unit: nil, subject: BilingualText(zh: "任务", en: "Task"), due: try due.map(day),
      place: .task(try #require(TaskKey(task))), occurrence: occurrence)
  }

  @Test(
    arguments: [
      (nil, nil), ("2026-03-11", nil), ("2026-03-10", Reminder.Kind.dueSoon),
      ("2026-03-05", .dueSoon), ("2026-03-04", .overdue),
    ] as [(String?, Reminder.Kind?)])
  func `three working days before the last day something is due soon, after it overdue`(
    due: String?, kind: Reminder.Kind?
  ) throws {
    // A Thursday: the third working day after it is the Tuesday.
    let (today, calendar) = (try day("2026-03-05"), WorkingCalendar(exceptions: [:]))
    #expect(Reminder.Kind(due: try due.map(day), today: today, calendar: calendar) == kind)
  }

  @Test func `the graver comes first, then what is due sooner`() throws {
    let ordered = [
      try reminder(.returned), try reminder(.overdue, due: "2026-01-01"),
      try reminder(.overdue, due: "2026-01-02"), try reminder(.overdue),
      try reminder(.disputed), try reminder(.dueSoon), try reminder(.waiting),
      try reminder(.waiting, task: "2026-1-2"),
    ]
    #expect(ordered.reversed().sorted { $0.precedes($1) } == ordered)
  }

  @Test func `what happens again is new again`() throws {
    let reminders = [
      try reminder(.returned), try reminder(.overdue), try reminder(.returned, task: "2026-1-2"),
      try reminder(.returned, occurrence: "2"),
    ]
    #expect(Set(reminders.map(\.id)).count == reminders.count)
    #expect(try reminder(.returned).id == reminders[0].id)
  }
}
