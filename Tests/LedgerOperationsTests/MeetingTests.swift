import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Meetings: prepared by the office, read by those invited, sealed once.
struct MeetingTests {
  /// An office with a unit's account that is invited and one that is not.
  private struct Place {
    let office: Office
    let own: Ledger.Actor
    let stranger: Ledger.Actor
    let today: CalendarDate

    init() async throws {
      let office = try await Office()
      func actor(_ name: String, _ unit: String) async throws -> Ledger.Actor {
        try await office.ledger.createAccount(
          Account(name: name, displayName: name, unit: unit, post: ""), by: office("system"))
        _ = try await office.ledger.addGrant(
          .reporter, to: name, unit: unit, form: Permission.tasksForm, until: nil,
          by: office("security"))
        return try await office.ledger.openConsoleSession(as: name)
      }
      own = try await actor("alberta", "CA-AB")
      stranger = try await actor("columbia", "CA-BC")
      today = try await office.ledger.meetings(by: office("office")).today
      self.office = office
    }

    func plan(_ invited: [String] = ["CA-AB"], on day: CalendarDate? = nil) throws -> MeetingPlan {
      try MeetingPlan(
        title: "季度联席会议", cadence: .quarter, day: day ?? today, place: "市政府", invited: invited)
    }

    /// A meeting in progress with one item.
    func held() async throws -> Meeting {
      let ledger = office.ledger
      let draft = try await ledger.draftMeeting(plan(), by: office("office"))
      _ = try await ledger.addAgendaItem("研判形势", unit: nil, to: draft.key, by: office("office"))
      _ = try await ledger.takeMeetingStep(.call, of: draft.key, by: office("director"))
      return try await ledger.takeMeetingStep(.start, of: draft.key, by: office("office"))
    }
  }

  @Test func `who is not invited finds no meeting, and nobody a draft`() async throws {
    let place = try await Place()
    let (ledger, office) = (place.office.ledger, place.office)
    let plan = try place.plan()
    for name in ["reporter", "director"] {
      #expect(
        await refusal { try await ledger.draftMeeting(plan, by: office(name)) }
          == "account.not_allowed")
    }
    let bad = try place.plan(["CA-XX"])
    #expect(
      await refusal { try await ledger.draftMeeting(bad, by: office("office")) }
        == "meeting.unit_unknown")
    let meeting = try await ledger.draftMeeting(plan, by: office("office"))
    #expect(meeting.key.number == 1)
    let key = meeting.key
    #expect(await refusal { try await ledger.meeting(key, by: place.own) } == "meeting.unknown")
    #expect(
      await refusal { try await ledger.takeMeetingStep(.call, of: key, by: office("office")) }
        == "meeting.agenda_empty")
    _ = try await ledger.addAgendaItem("研判形势", unit: "CA-AB", to: key, by: office("office"))
    #expect(
      await refusal { try await ledger.takeMeetingStep(.call, of: key, by: place.own) }
        == "account.not_allowed")
    _ = try await ledger.takeMeetingStep(.call, of: key, by: office("director"))
    #expect(try await ledger.meetings(by: place.own).meetings.map(\.key) == [key])
    #expect(try await ledger.meetings(by: place.stranger).meetings.isEmpty)
    #expect(
      await refusal { try await ledger.meeting(key, by: place.stranger) } == "meeting.unknown")
    #expect(
      await refusal {
        try await ledger.relayMeeting(
          key, unit: "CA-BC", relayed: place.today, groupFormed: nil, by: place.stranger)
      } == "meeting.unknown")
    #expect(try await ledger.meetings(by: office("reporter")).meetings.count == 1)
  }

  @Test func `nothing is written before a meeting begins, and not over others' words`() async throws
  {
    let place = try await Place()
    let (ledger, office) = (place.office.ledger, place.office)
    let key = try await place.held().key
    let item = 1
    func minutes(_ words: String, over version: Int) async throws -> Meeting {
      try await ledger.keepMinutes(
        words, on: item, of: key, over: version, by: office("office"))
    }
    #expect(await refusal { try await minutes(" ", over: 0) } == "text.missing")
    #expect(try await minutes("甲", over: 0).agenda[0].minutesVersion == 1)
    #expect(await refusal { try await minutes("乙", over: 0) } == "meeting.changed_meanwhile")
    #expect(try await minutes("乙", over: 1).agenda[0].minutes == "乙")
    #expect(
      await refusal {
        try await ledger.changeMeeting(key, to: place.plan(), over: 1, by: office("office"))
      } == "meeting.already_started")
    let alien = try MeetingAttendance(unit: "CA-BC", isPresent: true, posts: "")
    #expect(
      await refusal {
        try await ledger.keepAttendance([alien], of: key, over: 0, by: office("office"))
      } == "meeting.not_invited")
    #expect(
      await refusal { try await ledger.addAddendum("x", to: key, by: office("office")) }
        == "meeting.not_closed")
    for (request, code) in [
      (ResolutionRequest(item: 9, words: "x"), "meeting.item_unknown"),
      (ResolutionRequest(item: 1, words: "x", lead: "CA-AB"), "meeting.due_missing"),
      (ResolutionRequest(item: 1, words: "x", due: place.today), "meeting.lead_missing"),
      (
        ResolutionRequest(item: 1, words: "x", lead: "CA-XX", due: place.today),
        "meeting.unit_unknown"
      ),
    ] {
      #expect(
        await refusal { try await ledger.resolve(request, in: key, by: office("office")) } == code)
    }
  }

  @Test func `closing seals, makes tasks of resolutions, and is done once`() async throws {
    let place = try await Place()
    let (ledger, office) = (place.office.ledger, place.office)
    let key = try await place.held().key
    let present = try MeetingAttendance(unit: "CA-AB", isPresent: true, posts: "副局长")
    _ = try await ledger.keepAttendance([present], of: key, over: 0, by: office("office"))
    _ = try await ledger.keepMinutes("议定", on: 1, of: key, over: 0, by: office("office"))
    let due = place.today.adding(days: 30)
    for request in [
      ResolutionRequest(item: 1, words: "核查长期不动户", lead: "CA-AB", due: due),
      ResolutionRequest(item: 1, words: "同意通报"),
      ResolutionRequest(item: 1, words: "撤回的", lead: "CA-AB", due: due),
    ] { _ = try await ledger.resolve(request, in: key, by: office("office")) }
    _ = try await ledger.withdrawResolution(3, of: key, by: office("office"))
    #expect(try await ledger.tasks(by: office("office")).tasks.isEmpty)
    let closed = try await ledger.takeMeetingStep(.close, of: key, by: office("office"))
    #expect(closed.seal?.utf8.count == 64)
    func code(_ act: () async throws -> Meeting) async -> String? { await refusal(act) }
    #expect(
      await code { try await ledger.takeMeetingStep(.close, of: key, by: office("office")) }
        == "meeting.already_closed")
    #expect(
      await code {
        try await ledger.keepMinutes("改", on: 1, of: key, over: 1, by: office("office"))
      } == "meeting.sealed")
    #expect(
      await code { try await ledger.addAgendaItem("x", unit: nil, to: key, by: office("office")) }
        == "meeting.sealed")
    let tasks = try await ledger.tasks(by: place.own).tasks
    #expect(tasks.map(\.task.words) == ["核查长期不动户"] && tasks[0].task.due == due)
    #expect(tasks[0].origin?.meeting == key && tasks[0].origin?.resolution == 1)
    let shown = try await ledger.meeting(key, by: place.own)
    #expect(shown.tasks[1]?.status.state == .notStarted && shown.tasks.count == 1)
    // A unit that was not invited sees the task and no meeting behind it.
    #expect(try await ledger.tasks(by: place.stranger).tasks[0].origin == nil)
    _ = try await ledger.addAddendum("第一项应为三家", to: key, by: office("office"))
    #expect(try await ledger.meeting(key, by: place.own).meeting.addenda.count == 1)
    #expect(try await ledger.meetings(by: office("office")).next.map(\.after.key) == [key])
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `sealed minutes take no row, whoever writes it`() async throws {
    let place = try await Place()
    let (ledger, office) = (place.office.ledger, place.office)
    let key = try await place.held().key
    let present = try MeetingAttendance(unit: "CA-AB", isPresent: true, posts: "")
    _ = try await ledger.keepAttendance([present], of: key, over: 0, by: office("office"))
    _ = try await ledger.keepMinutes("议定", on: 1, of: key, over: 0, by: office("office"))
    // Of two who close at once one is refused, and nothing is sealed twice.
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<2 {
        group.addTask {
          await refusal {
            try await ledger.takeMeetingStep(.close, of: key, by: office("office"))
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1)
    #expect(outcomes.contains("meeting.already_closed"))
    await #expect(throws: (any Error).self) {
      try await office.database.script(
        """
        insert into ledger.meeting_minutes (meeting, item, version, words, kept_by, entry)
        values ('\(key)', 1, 2, 'x', 'office', 1)
        """)
    }
  }

  @Test func `a unit reports its relay, and the longest counts as the month's figure`() async throws
  {
    let place = try await Place()
    let (ledger, office) = (place.office.ledger, place.office)
    let key = try await place.held().key
    func relay(_ day: CalendarDate, unit: String? = nil) async throws -> MeetingRelay {
      try await ledger.relayMeeting(
        key, unit: unit, relayed: day, groupFormed: nil, by: place.own)
    }
    #expect(
      await refusal { try await relay(place.today.adding(days: -1)) } == "meeting.relay_too_early")
    #expect(await refusal { try await relay(place.today, unit: "CA-BC") } == "account.out_of_scope")
    #expect(try await relay(place.today).version == 1)
    #expect(try await relay(place.today).version == 2)
    let pool = place.office.database.pool(size: 1)
    let rows = try await pool.withConnection { connection in
      try connection.execute(
        Self.figures,
        Array(
          repeating: .date(PostgresDate(daysSince2000: place.today.daysSince2000)), count: 2)
      ).map { [try $0.text(0), try $0.text(1), String(try $0.int8(2))] }
    }
    await pool.shutdown()
    #expect(rows == [["CA-AB", "MEETING_RELAY_DAYS", "0"]])
    let shown = try await ledger.meeting(key, by: office("office"))
    #expect(shown.meeting.relays["CA-AB"]?.version == 2)
  }

  private static let figures = Statement(
    "test_meeting_relay", RecordFigureSource.meetingRelay)
}
