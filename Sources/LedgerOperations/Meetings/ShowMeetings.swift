public import LedgerDomain
import LedgerStore

/// The meetings that somebody may know of, with what they are read with.
public struct MeetingOverview: Sendable {
  /// The meetings, the earliest number first.
  public let meetings: [Meeting]
  /// Which should be prepared next, by their cadence; empty for who does not prepare them.
  public let next: [NextMeeting]
  /// The day they are shown as of.
  public let today: CalendarDate
  /// What units are called, by code; of one that ended the last that was kept.
  public let units: [String: UnitVersion]
  /// Whether the account prepares and records meetings.
  public let mayKeep: Bool
}

/// A meeting that its cadence makes due.
public struct NextMeeting: Sendable {
  /// The one before it.
  public let after: Meeting
  /// The day, one that is worked.
  public let day: CalendarDate
}

/// One meeting as it stands today.
public struct ShownMeeting: Sendable {
  /// The meeting.
  public let meeting: Meeting
  /// The tasks that its resolutions became, by the resolution's number.
  public let tasks: [Int: ShownTask]
  /// What the ledger proposes and the agenda does not hold; empty for who does not prepare it.
  public let proposals: [AgendaProposal]
  /// The invited units for which the account may report.
  public let relaying: [String]
  /// Whether the account prepares and records it.
  public let mayKeep: Bool
  /// Whether the account may call it.
  public let mayCall: Bool
  /// The day it is shown as of.
  public let today: CalendarDate
  /// What units are called, by code.
  public let units: [String: UnitVersion]
}

extension Ledger {
  /// The meetings: for the office and its director all, for others those that were called and to
  /// which a unit of theirs is invited.
  public func meetings(by actor: Actor) async throws -> MeetingOverview {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readMeetings)
      let meetings = try transaction.meetings()
      let today = try transaction.today()
      let mayKeep = try transaction.may(.keepMeetings)
      return MeetingOverview(
        meetings: meetings,
        next: mayKeep ? Self.next(meetings, today, try transaction.workingCalendar()) : [],
        today: today, units: try transaction.unitNames(on: today), mayKeep: mayKeep)
    }
  }

  /// One meeting; refused as unknown where the account may not know of it.
  public func meeting(_ key: MeetingKey, by actor: Actor) async throws -> ShownMeeting {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.require(.readMeetings)
      let meeting = try transaction.meeting(key)
      let overview = try Self.overview(transaction, account)
      let mayKeep = try transaction.may(.keepMeetings)
      var tasks: [Int: ShownTask] = [:]
      for resolution in meeting.standing {
        tasks[resolution.number] = resolution.task.flatMap { overview[$0] }
      }
      let isHeld = meeting.state == .inProgress || meeting.state == .closed
      let relaying = try meeting.plan.invited.filter {
        try isHeld && transaction.may(.relayMeeting, unit: $0, form: Permission.tasksForm)
      }
      let isOpen = mayKeep && meeting.state != .closed
      let proposals = try isOpen ? meeting.added(transaction.proposals(overview)) : []
      return ShownMeeting(
        meeting: meeting, tasks: tasks, proposals: proposals.map(\.content), relaying: relaying,
        mayKeep: mayKeep, mayCall: try transaction.may(.callMeeting), today: overview.today,
        units: overview.units)
    }
  }

  /// Of each cadence the next one: after the latest, unless that one is still ahead.
  static func next(
    _ meetings: [Meeting], _ today: CalendarDate, _ calendar: WorkingCalendar
  ) -> [NextMeeting] {
    MeetingCadence.allCases.compactMap { cadence in
      let latest = meetings.filter { $0.plan.cadence == cadence }
        .max { ($0.plan.day, $0.key) < ($1.plan.day, $1.key) }
      guard let latest, latest.state == .closed || latest.state == .inProgress else { return nil }
      var day = cadence.next(after: latest.plan.day, calendar)
      while let missed = day, missed < today { day = cadence.next(after: missed, calendar) }
      return day.map { NextMeeting(after: latest, day: $0) }
    }
  }
}

extension LedgerTransaction {
  /// One meeting; refused as unknown where the account may not know of it.
  func meeting(_ key: MeetingKey) throws -> Meeting {
    guard let meeting = try meetings(key).first else {
      throw Refusal(MeetingRefusal.unknown, at: .option("id"), key.description)
    }
    return meeting
  }

  /// What units are called on a day, by code; of one that ended the last that was kept.
  func unitNames(on day: CalendarDate) throws -> [String: UnitVersion] {
    var units: [String: UnitVersion] = [:]
    for version in try unitVersions() where version.validFrom <= day {
      if let known = units[version.code], known.validFrom > version.validFrom { continue }
      units[version.code] = version
    }
    return units
  }

  /// Everything that a meeting called now should talk about: what statements find, what the ladder
  /// proposes, and the tasks that are overdue.
  func proposals(_ overview: TaskOverview) throws -> [AgendaProposal] {
    try agendaProposals() + ladderProposals() + Self.overdue(overview)
  }

  private func ladderProposals() throws -> [AgendaProposal] {
    let scopes = Set(
      try methodVersions().filter { $0.kind == .ladder && $0.approvedBy != nil }.map(\.scope))
    return try scopes.sorted().flatMap { scope in
      try openUnits(scope).compactMap { unit in
        unit.proposal.map { proposal in
          AgendaProposal(
            kind: AgendaKind.ladder.rawValue, subject: "\(proposal.from) → \(proposal.to)",
            unit: unit.code, linkKind: "ladder",
            linkKey: "\(unit.code)/\(proposal.month)/\(proposal.to)", detail: scope)
        }
      }
    }
  }

  /// The units of a ladder; none before it is in force.
  private func openUnits(_ scope: String) throws -> [Escalations.Unit] {
    do {
      return try escalations(of: scope).units
    } catch let refusal as Refusal where refusal.code == EscalationRefusal.noLadder.rawValue {
      return []
    }
  }

  /// As many of one list as are told one by one; of more the list is told as a whole.
  private static let overdueMax = 5

  private static func overdue(_ overview: TaskOverview) -> [AgendaProposal] {
    let kind = AgendaKind.overdueTask.rawValue
    let late = overview.tasks.filter { $0.parts.isEmpty && $0.status.state == .overdue }
    return overview.lists.flatMap { list -> [AgendaProposal] in
      let tasks = late.filter { $0.task.key.list == list.key }
      guard tasks.count > overdueMax else {
        return tasks.map { shown in
          AgendaProposal(
            kind: kind, subject: shown.task.words, unit: shown.task.lead, due: shown.status.due,
            linkKind: "task", linkKey: shown.task.key.description)
        }
      }
      return [
        AgendaProposal(
          kind: kind, subject: "\(list.title) × \(tasks.count)", linkKind: "list",
          linkKey: list.key.description, detail: String(tasks.count))
      ]
    }
  }
}
