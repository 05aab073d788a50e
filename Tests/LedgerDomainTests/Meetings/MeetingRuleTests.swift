import LedgerDomain
import Testing

/// What a meeting may become, its agenda, and when the next one is.
struct MeetingRuleTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func meeting(_ steps: MeetingStep...) throws -> Meeting {
    let plan = try MeetingPlan(
      title: "联席会议", cadence: .month, day: day("2026-04-15"), place: "", invited: ["A", "B", "A"])
    var meeting = Meeting(key: try #require(MeetingKey("2026-3")), plan: plan, planVersion: 1)
    meeting.steps = try steps.map {
      MeetingStepTaken(step: $0, day: try day("2026-04-15"), by: "x")
    }
    meeting.items = meeting.added([
      AgendaProposal(kind: "own", subject: "甲"), AgendaProposal(kind: "own", subject: "乙"),
      AgendaProposal(
        kind: "new_red", subject: "2026-03", unit: "A", linkKind: "unit", linkKey: "A"),
    ])
    return meeting
  }

  private func code(_ act: () throws -> Void) -> String? {
    do {
      try act()
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch {
      return "\(error)"
    }
  }

  @Test func `a step that is none is refused, a second closing above all`() throws {
    let today = try day("2026-04-15")
    for (steps, step, expected) in [
      ([], MeetingStep.start, "meeting.not_called"), ([], .close, "meeting.not_started"),
      ([.call], .call, "meeting.already_called"), ([.call], .close, "meeting.not_started"),
      ([.call, .start], .call, "meeting.already_started"),
      ([.call, .start], .start, "meeting.already_started"),
      ([.call, .start, .close], .call, "meeting.already_closed"),
      ([.call, .start, .close], .start, "meeting.already_closed"),
      ([.call, .start, .close], .close, "meeting.already_closed"),
    ] as [([MeetingStep], MeetingStep, String)] {
      var found = try meeting()
      found.steps = steps.map { MeetingStepTaken(step: $0, day: today, by: "x") }
      #expect(code { _ = try found.after(step, on: today) } == expected, "\(steps) \(step)")
    }
  }

  @Test func `calling takes an agenda in time, closing attendance and all minutes`() throws {
    var draft = try meeting()
    #expect(code { _ = try draft.after(.call, on: day("2026-04-16")) } == "meeting.day_over")
    #expect(try draft.after(.call, on: day("2026-04-10")) == .called)
    draft.items = []
    #expect(code { _ = try draft.after(.call, on: day("2026-04-10")) } == "meeting.agenda_empty")
    let called = try meeting(.call)
    #expect(code { _ = try called.after(.start, on: day("2026-04-14")) } == "meeting.day_ahead")
    var held = try meeting(.call, .start)
    let today = try day("2026-04-16")
    #expect(code { _ = try held.after(.close, on: today) } == "meeting.attendance_missing")
    held.attendance["A"] = try MeetingAttendance(unit: "A", isPresent: true, posts: "副局长")
    #expect(code { _ = try held.after(.close, on: today) } == "meeting.minutes_missing")
    for index in held.items.indices { held.items[index].minutes = "同意" }
    #expect(try held.after(.close, on: today) == .closed)
  }

  @Test func `nobody invited is no meeting, and a number that names a person no text`() throws {
    let day = try day("2026-04-15")
    func plan(_ title: String, _ place: String = "", _ invited: [String] = ["A"]) throws {
      _ = try MeetingPlan(
        title: title, cadence: .event, day: day, place: place, invited: invited)
    }
    #expect(code { try plan("会", "", []) } == "meeting.nobody_invited")
    #expect(code { try plan(" ") } == "text.missing")
    #expect(code { try plan("会", "电话 13800138000") } == "text.personal")
    #expect(code { _ = try Paragraphs.checked("一\n138-0013\n8000", at: .whole) } == "text.personal")
    #expect(code { _ = try Paragraphs.checked(" \n ", at: .whole) } == "text.missing")
    #expect(try Paragraphs.checked("一 \r\n\r\n二\n", at: .whole) == "一\n\n二")
    #expect(try meeting().plan.invited == ["A", "B"])
  }

  @Test func `the agenda takes each thing once, and another order only over what was seen`() throws
  {
    let meeting = try meeting()
    #expect(meeting.agenda.map(\.number) == [1, 2, 3])
    let again = AgendaProposal(
      kind: "new_red", subject: "2026-04", unit: "A", linkKind: "unit", linkKey: "A")
    #expect(meeting.added([again]).isEmpty)
    #expect(code { _ = try meeting.reordered([1], over: 2) } == "meeting.changed_meanwhile")
    #expect(code { _ = try meeting.reordered([1, 1], over: 3) } == "meeting.order_unfit")
    #expect(code { _ = try meeting.reordered([9], over: 3) } == "meeting.order_unfit")
    let changed = try meeting.reordered([3, 1], over: 3)
    #expect(changed.map(\.position) == [2, nil, 1] && changed.map(\.version) == [2, 2, 2])
    let closed = try self.meeting(.call, .start, .close)
    #expect(code { _ = try closed.reordered([1], over: 3) } == "meeting.sealed")
    #expect(code { try closed.checkPlan(over: 1) } == "meeting.sealed")
  }

  @Test func `a relay is of an invited unit, after the meeting and not ahead`() throws {
    let held = try meeting(.call, .start)
    func check(_ unit: String, _ relayed: String, _ group: String? = nil) -> String? {
      code {
        try held.check(
          relayed: day(relayed), groupFormed: group.map { try day($0) }, by: unit,
          on: day("2026-04-25"))
      }
    }
    #expect(check("C", "2026-04-19") == "meeting.not_invited")
    #expect(check("A", "2026-04-14") == "meeting.relay_too_early")
    #expect(check("A", "2026-04-26") == "meeting.relay_ahead")
    #expect(check("A", "2026-04-19", "2026-04-01") == "meeting.relay_too_early")
    #expect(check("A", "2026-04-19", "2026-04-21") == nil)
    // The work summaries: 19 November, passed on the 23rd, the group formed on the 25th.
    #expect(try held.days(to: day("2026-04-19")) == 4)
    #expect(try held.days(to: day("2026-04-21")) == 6)
  }

  @Test func `the next one of a cadence falls on a day that is worked`() throws {
    let calendar = WorkingCalendar(exceptions: [
      try day("2026-05-01"): false, try day("2026-05-09"): true,
    ])
    for (cadence, from, next) in [
      (MeetingCadence.day, "2026-04-30", "2026-05-04"), (.week, "2026-05-02", "2026-05-09"),
      (.month, "2026-01-31", "2026-03-02"), (.month, "2026-04-01", "2026-05-04"),
      (.quarter, "2026-01-15", "2026-04-15"),
    ] {
      #expect(
        try cadence.next(after: day(from), calendar)?.description == next, "\(cadence) \(from)")
    }
    #expect(try MeetingCadence.event.next(after: day("2026-04-01"), calendar) == nil)
  }
}
