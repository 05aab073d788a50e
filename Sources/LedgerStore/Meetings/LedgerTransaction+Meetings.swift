public import LedgerDomain
import PostgresSupport

extension LedgerTransaction {
  /// The meetings that the account may know of, with all that belongs to them, the earliest first;
  /// one of them, or all.
  public func meetings(_ key: MeetingKey? = nil) throws -> [Meeting] {
    let only = [Parameter.optional(key?.description)]
    var meetings: [MeetingKey: Meeting] = [:]
    func each(
      _ statement: Statement, _ body: (Row, inout Meeting) throws -> Void
    ) throws {
      for row in try connection.execute(statement, only) {
        guard let key = MeetingKey(try row.text(0)) else {
          throw Unexpected.unreadable(statement.name)
        }
        guard var meeting = meetings[key] else { continue }
        try body(row, &meeting)
        meetings[key] = meeting
      }
    }
    for row in try connection.execute(MeetingStatements.plans, only) {
      let plan = try Self.plan(row)
      meetings[plan.key] = Meeting(key: plan.key, plan: plan.plan, planVersion: plan.version)
    }
    try each(MeetingStatements.steps) { $1.steps.append(try Self.step($0)) }
    try each(MeetingStatements.items) { $1.items.append(try Self.item($0)) }
    try each(MeetingStatements.attendance) { row, meeting in
      let unit = try row.text(1)
      meeting.attendance[unit] = MeetingAttendance(
        kept: unit, isPresent: try row.bool(3), posts: try row.text(4))
      meeting.attendanceVersion += Int(try row.int4(2))
    }
    try each(MeetingStatements.resolutions) {
      $1.resolutions.append(try Self.resolution($0))
    }
    try each(MeetingStatements.relays) { row, meeting in
      let relay = MeetingRelay(
        unit: try row.text(1), version: Int(try row.int4(2)),
        relayed: try row.date(3).calendar, groupFormed: try row.optionalDate(4)?.calendar,
        reportedBy: try row.text(5))
      meeting.relays[relay.unit] = relay
    }
    try each(MeetingStatements.addenda) { row, meeting in
      meeting.addenda.append(
        MeetingAddendum(
          number: Int(try row.int4(1)), words: try row.text(2), day: try row.date(3).calendar,
          by: try row.text(4)))
    }
    return meetings.values.sorted { $0.key < $1.key }
  }

  private static func plan(
    _ row: Row
  ) throws -> (key: MeetingKey, version: Int, plan: MeetingPlan) {
    guard let key = MeetingKey(try row.text(0)),
      let cadence = MeetingCadence(rawValue: try row.text(3))
    else { throw Unexpected.unreadable("meeting_plans") }
    return (
      key, Int(try row.int4(1)),
      MeetingPlan(
        kept: try row.text(2), cadence: cadence, day: try row.date(4).calendar,
        place: try row.text(5), invited: try row.textArray(6).compactMap { $0 })
    )
  }

  private static func step(_ row: Row) throws -> MeetingStepTaken {
    guard let step = MeetingStep(rawValue: try row.text(1)) else {
      throw Unexpected.unreadable("meeting_steps")
    }
    return MeetingStepTaken(
      step: step, day: try row.date(2).calendar, by: try row.text(4), seal: try row.text(3))
  }

  private static func item(_ row: Row) throws -> AgendaItem {
    AgendaItem(
      number: Int(try row.int4(1)), version: Int(try row.int4(2)),
      position: try row.optionalInt4(3).map(Int.init),
      content: AgendaProposal(
        kind: try row.text(4), subject: try row.text(5), unit: try row.optionalText(6),
        due: try row.optionalDate(7)?.calendar, linkKind: try row.text(8),
        linkKey: try row.text(9), detail: try row.text(10)),
      minutes: try row.optionalText(11) ?? "",
      minutesVersion: Int(try row.optionalInt4(12) ?? 0))
  }

  private static func resolution(_ row: Row) throws -> Resolution {
    let list = try row.optionalText(9).flatMap { ListKey($0) }
    let number = try row.optionalText(10)
    return Resolution(
      number: Int(try row.int4(1)), item: Int(try row.int4(3)), words: try row.text(4),
      lead: try row.optionalText(5), supporting: try row.textArray(6).compactMap { $0 },
      due: try row.optionalDate(7)?.calendar, isWithdrawn: try row.bool(8),
      task: list.flatMap { list in number.flatMap { TaskKey(list, $0) } })
  }

  /// The resolutions that became tasks, by task; of meetings that the account may know of.
  public func resolutionsOfTasks() throws -> [TaskKey: TaskOrigin] {
    var origins: [TaskKey: TaskOrigin] = [:]
    for row in try connection.execute(MeetingStatements.tasks) {
      guard let meeting = MeetingKey(try row.text(0)), let list = ListKey(try row.text(2)),
        let task = TaskKey(list, try row.text(3))
      else { throw Unexpected.unreadable("meeting_tasks") }
      origins[task] = TaskOrigin(
        meeting: meeting, resolution: Int(try row.int4(1)), title: try row.text(4))
    }
    return origins
  }

  /// How many times a resolution was stated so far; 0 for one that never was.
  public func resolutionVersion(_ number: Int, of key: MeetingKey) throws -> Int {
    let rows = try connection.execute(
      MeetingStatements.version, [.text(key.description), .int4(Int32(clamping: number))])
    return Int(try rows.first?.int4(0) ?? 0)
  }

  /// How many times a unit's attendance was recorded, by unit.
  public func attendanceVersions(of key: MeetingKey) throws -> [String: Int] {
    var versions: [String: Int] = [:]
    for row in try connection.execute(
      MeetingStatements.attendance, [.optional(key.description)])
    {
      versions[try row.text(1)] = Int(try row.int4(2))
    }
    return versions
  }

  /// Lets nobody else change a meeting, or draft one, before this transaction ends.
  public func lockMeeting(_ key: MeetingKey?) throws {
    try connection.execute(MeetingStatements.lock, [.text(key?.description ?? "*")])
  }

  /// What the ledger proposes to talk about, as far as statements find it.
  public func agendaProposals() throws -> [AgendaProposal] {
    try AgendaSource.all.flatMap { source in
      try connection.execute(source).map { row in
        AgendaProposal(
          kind: try row.text(0), subject: try row.text(1), unit: try row.optionalText(2),
          due: try row.optionalDate(3)?.calendar, linkKind: try row.text(4),
          linkKey: try row.text(5), detail: try row.text(6))
      }
    }
  }
}

/// The resolution that a task comes from.
public struct TaskOrigin: Hashable, Sendable {
  /// The meeting.
  public let meeting: MeetingKey
  /// The resolution's number there.
  public let resolution: Int
  /// What the meeting is called.
  public let title: String

  /// Names a resolution.
  public init(meeting: MeetingKey, resolution: Int, title: String) {
    self.meeting = meeting
    self.resolution = resolution
    self.title = title
  }
}

enum MeetingStatements {
  static let all =
    [
      plans, steps, items, attendance, resolutions, relays, addenda, tasks, version, lock,
    ] + AgendaSource.all

  static let plans = Statement(
    "meeting_plans_of",
    """
    select distinct on (meeting) meeting, version, title, cadence, planned_on, place, invited
    from ledger.meeting_plans
    where $1::text is null or meeting = $1
    order by meeting, version desc
    """)
  static let steps = Statement(
    "meeting_steps_of",
    """
    select meeting, step, taken_on, seal, taken_by
    from ledger.meeting_steps
    where $1::text is null or meeting = $1
    order by meeting, array_position(array['call', 'start', 'close'], step)
    """)
  static let items = Statement(
    "meeting_items_of",
    """
    select items.meeting, items.item, items.version, items.position, items.kind, items.subject,
      items.unit, items.due_on, items.link_kind, items.link_key, items.detail, minutes.words,
      minutes.version
    from (
      select distinct on (meeting, item) *
      from ledger.meeting_items
      where $1::text is null or meeting = $1
      order by meeting, item, version desc
    ) as items
    left join lateral (
      select kept.words, kept.version
      from ledger.meeting_minutes as kept
      where kept.meeting = items.meeting and kept.item = items.item
      order by kept.version desc
      limit 1
    ) as minutes on true
    order by items.meeting, items.item
    """)
  static let attendance = Statement(
    "meeting_attendance_of",
    """
    select distinct on (meeting, unit) meeting, unit, version, is_present, posts
    from ledger.meeting_attendance
    where $1::text is null or meeting = $1
    order by meeting, unit, version desc
    """)
  static let resolutions = Statement(
    "meeting_resolutions_of",
    """
    select distinct on (resolutions.meeting, resolutions.resolution)
      resolutions.meeting, resolutions.resolution, resolutions.version, resolutions.item,
      resolutions.words, resolutions.lead_unit, resolutions.supporting, resolutions.due_on,
      resolutions.is_withdrawn, tasks.list, tasks.task
    from ledger.meeting_resolutions as resolutions
    left join ledger.meeting_tasks as tasks
      on resolutions.meeting = tasks.meeting and resolutions.resolution = tasks.resolution
    where $1::text is null or resolutions.meeting = $1
    order by resolutions.meeting, resolutions.resolution, resolutions.version desc
    """)
  static let relays = Statement(
    "meeting_relays_of",
    """
    select distinct on (meeting, unit) meeting, unit, version, relayed_on, group_formed_on,
      reported_by
    from ledger.meeting_relays
    where $1::text is null or meeting = $1
    order by meeting, unit, version desc
    """)
  static let addenda = Statement(
    "meeting_addenda_of",
    """
    select meeting, number, words, added_on, added_by
    from ledger.meeting_addenda
    where $1::text is null or meeting = $1
    order by meeting, number
    """)
  static let tasks = Statement(
    "meeting_tasks_all",
    """
    select tasks.meeting, tasks.resolution, tasks.list, tasks.task, plans.title
    from ledger.meeting_tasks as tasks
    inner join lateral (
      select kept.title
      from ledger.meeting_plans as kept
      where kept.meeting = tasks.meeting
      order by kept.version desc
      limit 1
    ) as plans on true
    order by tasks.entry, tasks.meeting, tasks.resolution
    """)
  static let version = Statement(
    "meeting_resolution_version",
    """
    select coalesce(max(version), 0)::integer as version
    from ledger.meeting_resolutions
    where meeting = $1 and resolution = $2
    """)
  static let lock = Statement(
    "meeting_lock",
    "select pg_advisory_xact_lock(hashtextextended('meeting ' || $1, 0)) is null as locked")
}
