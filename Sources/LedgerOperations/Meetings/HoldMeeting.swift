import Crypto
public import LedgerDomain
import LedgerStore

/// What a meeting decides, as it is written down.
public struct ResolutionRequest: Sendable {
  /// The agenda item that it was taken on.
  public var item: Int
  /// What was decided.
  public var words: String
  /// The unit that leads; nil for a decision that asks nobody to do anything.
  public var lead: String?
  /// The units that support it.
  public var supporting: [String]
  /// The last day; nil for a decision without task.
  public var due: CalendarDate?

  /// Describes a resolution.
  public init(
    item: Int, words: String, lead: String? = nil, supporting: [String] = [],
    due: CalendarDate? = nil
  ) {
    self.item = item
    self.words = words
    self.lead = lead
    self.supporting = supporting
    self.due = due
  }
}

extension Ledger {
  /// Calls a meeting, starts it, or closes and seals it; the office, or its director for calling.
  ///
  /// Closing makes a task of every resolution with a lead unit, in the year's list of resolutions,
  /// and keeps the digest of all that it seals in the journal. Refused as
  /// ``Meeting/after(_:on:)`` says: a second closing, for one.
  public func takeMeetingStep(
    _ step: MeetingStep, of key: MeetingKey, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, as: step == .call ? .callMeeting : .keepMeetings, by: actor) {
      transaction, meeting, account in
      let today = try transaction.today()
      _ = try meeting.after(step, on: today)
      guard step == .close else {
        let taken = MeetingStepTaken(step: step, day: today, by: account)
        return Change([taken.fact(key)], "meeting.\(step.rawValue)")
      }
      let seal = hexadecimal(SHA256.hash(data: meeting.sealedDocument.canonicalBytes))
      let taken = MeetingStepTaken(step: step, day: today, by: account, seal: seal)
      return Change(
        try transaction.tasks(of: meeting, today) + [taken.fact(key)], "meeting.close",
        detail: "sha256 \(seal)")
    }
  }

  /// Records which units attended, and by which posts, over what the writer has seen; what is as it
  /// was adds nothing.
  public func keepAttendance(
    _ attendance: [MeetingAttendance], of key: MeetingKey, over version: Int, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, _ in
      try meeting.checkHeld()
      guard version == meeting.attendanceVersion else {
        throw Refusal(MeetingRefusal.changedMeanwhile)
      }
      let versions = try transaction.attendanceVersions(of: key)
      var facts: [Fact] = []
      for unit in attendance where meeting.attendance[unit.unit] != unit {
        guard meeting.plan.invited.contains(unit.unit) else {
          throw Refusal(MeetingRefusal.notInvited, at: .option("unit"), unit.unit)
        }
        facts.append(unit.fact(key, version: versions[unit.unit, default: 0] + 1))
      }
      return Change(facts, "meeting.attendance")
    }
  }

  /// Writes the minutes of an agenda item, over the version that the writer has seen.
  public func keepMinutes(
    _ words: String, on item: Int, of key: MeetingKey, over version: Int, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { _, meeting, account in
      try meeting.checkHeld()
      guard var kept = meeting.agenda.first(where: { $0.number == item }) else {
        throw Refusal(MeetingRefusal.itemUnknown, at: .option("item"), String(item))
      }
      guard version == kept.minutesVersion else {
        throw Refusal(MeetingRefusal.changedMeanwhile, at: .option("words"))
      }
      let words = try Paragraphs.checked(words, at: .option("words"))
      guard words != kept.minutes else { return Change([], "") }
      kept.minutes = words
      kept.minutesVersion += 1
      return Change([kept.minutesFact(key, by: account)], "meeting.minutes", detail: "\(item)")
    }
  }

  /// Writes down a resolution; gives the meeting, whose last resolution it is.
  public func resolve(
    _ request: ResolutionRequest, in key: MeetingKey, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, _ in
      try meeting.checkHeld()
      guard meeting.agenda.contains(where: { $0.number == request.item }) else {
        throw Refusal(MeetingRefusal.itemUnknown, at: .option("item"), String(request.item))
      }
      let words = try FreeText.checked(request.words, at: .option("words"), isNeeded: true)
      if let lead = request.lead {
        guard request.due != nil else {
          throw Refusal(MeetingRefusal.dueMissing, at: .option("due"))
        }
        try transaction.checkUnits([lead], at: "lead")
        try transaction.checkUnits(request.supporting, at: "supporting")
      } else if request.due != nil || !request.supporting.isEmpty {
        throw Refusal(MeetingRefusal.leadMissing, at: .option("lead"))
      }
      let resolution = Resolution(
        number: meeting.resolutions.count + 1, item: request.item, words: words,
        lead: request.lead, supporting: request.supporting, due: request.due)
      return Change([resolution.fact(key, version: 1)], "meeting.resolve")
    }
  }

  /// Withdraws a resolution before the meeting is closed.
  public func withdrawResolution(
    _ number: Int, of key: MeetingKey, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, _ in
      try meeting.checkHeld()
      guard let kept = meeting.standing.first(where: { $0.number == number }) else {
        throw Refusal(MeetingRefusal.resolutionUnknown, String(number))
      }
      let withdrawn = Resolution(
        number: number, item: kept.item, words: kept.words, lead: kept.lead,
        supporting: kept.supporting, due: kept.due, isWithdrawn: true)
      let version = try transaction.resolutionVersion(number, of: key) + 1
      return Change(
        [withdrawn.fact(key, version: version)], "meeting.withdraw", detail: "\(number)")
    }
  }

  /// Adds to minutes that are sealed.
  public func addAddendum(
    _ words: String, to key: MeetingKey, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, account in
      guard meeting.state == .closed else {
        throw Refusal(MeetingRefusal.notClosed, key.description)
      }
      let addendum = MeetingAddendum(
        number: meeting.addenda.count + 1,
        words: try Paragraphs.checked(words, at: .option("words")),
        day: try transaction.today(), by: account)
      return Change([addendum.fact(key)], "meeting.addendum")
    }
  }

  /// Reports, for an invited unit, on which day it passed the meeting on and on which it formed its
  /// group; a later report replaces it.
  ///
  /// Without a unit it is the first of the invited that the account may report for.
  public func relayMeeting(
    _ key: MeetingKey, unit: String?, relayed: CalendarDate, groupFormed: CalendarDate?,
    by actor: Actor
  ) async throws -> MeetingRelay {
    try await act(by: actor) { transaction, account in
      try transaction.require(.relayMeeting)
      try transaction.lockMeeting(key)
      let meeting = try transaction.meeting(key)
      let own =
        try unit
        ?? meeting.plan.invited.first {
          try transaction.may(.relayMeeting, unit: $0, form: Permission.tasksForm)
        }
      guard let own, try transaction.may(.relayMeeting, unit: own, form: Permission.tasksForm)
      else { throw Refusal(AccountRefusal.outOfScope) }
      try meeting.check(
        relayed: relayed, groupFormed: groupFormed, by: own, on: try transaction.today())
      let relay = MeetingRelay(
        unit: own, version: (meeting.relays[own]?.version ?? 0) + 1, relayed: relayed,
        groupFormed: groupFormed, reportedBy: account)
      try transaction.append(
        [relay.fact(key)], act: Act("meeting.relay", on: "meeting/\(key)/\(own)", chain: own))
      return relay
    }
  }
}

extension LedgerTransaction {
  /// What the list of a year's resolutions is called where a meeting is the first to need one.
  private static let listTitle = "联席会议议定事项"
  private static let listSource = "联席会议纪要"

  /// Makes tasks of a meeting's resolutions; gives the facts.
  func tasks(of meeting: Meeting, _ today: CalendarDate) throws -> [Fact] {
    let leading = meeting.standing.filter { $0.lead != nil && $0.due != nil }
    guard !leading.isEmpty else { return [] }
    // Numbers of lists and tasks are given once, whoever closes what at the same time.
    try lockMeeting(nil)
    var facts: [Fact] = []
    let year = meeting.key.year
    let used = try resolutionsOfTasks().keys.map(\.list).filter { $0.year == year }.max()
    let number = try responsibilityLists().map(\.key).filter { $0.year == year }.map(\.number).max()
    guard let list = used ?? ListKey("\(year)-\((number ?? 0) + 1)") else {
      throw Refusal(TaskRefusal.listUnknown, String(year))
    }
    if used == nil {
      facts.append(
        try ResponsibilityList(
          key: list, title: Self.listTitle, source: Self.listSource, issued: today
        ).fact)
    }
    for var resolution in leading {
      guard let lead = resolution.lead,
        let key = TaskKey(list, "M\(meeting.key.number).\(resolution.number)")
      else { continue }
      var task = ListedTask(key: key, validFrom: today, words: resolution.words, lead: lead)
      task.supporting = resolution.supporting
      task.due = resolution.due
      resolution.task = key
      facts += [task.taskFact, task.fact]
      if let fact = resolution.taskFact(meeting.key) { facts.append(fact) }
    }
    return facts
  }
}
