public import LedgerDomain
import LedgerStore

extension Ledger {
  /// Drafts a meeting, with the next number of its year and the agenda that the ledger proposes.
  ///
  /// Refused for an invited unit that there is not.
  public func draftMeeting(_ plan: MeetingPlan, by actor: Actor) async throws -> Meeting {
    try await act(by: actor) { transaction, account in
      try transaction.require(.keepMeetings)
      try transaction.lockMeeting(nil)
      try transaction.checkUnits(plan.invited, at: "invited")
      let (year, _, _) = plan.day.components
      let before = try transaction.meetings().filter { $0.key.year == year }
      guard let key = MeetingKey("\(year)-\((before.map(\.key.number).max() ?? 0) + 1)") else {
        throw Refusal(MeetingRefusal.unknown, String(year))
      }
      var meeting = Meeting(key: key, plan: plan, planVersion: 1)
      meeting.items = meeting.added(
        try transaction.proposals(Self.overview(transaction, account)))
      try transaction.append(
        [plan.fact(key, version: 1, by: account)] + meeting.items.map { $0.fact(key) },
        act: Act("meeting.draft", on: "meeting/\(key)"))
      return meeting
    }
  }

  /// Changes a meeting's name, day, place or invitation before it begins, over the version that the
  /// writer has seen.
  public func changeMeeting(
    _ key: MeetingKey, to plan: MeetingPlan, over version: Int, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, account in
      try meeting.checkPlan(over: version)
      try transaction.checkUnits(plan.invited, at: "invited")
      meeting.plan = plan
      meeting.planVersion += 1
      return Change(
        [plan.fact(key, version: meeting.planVersion, by: account)], "meeting.change")
    }
  }

  /// Puts on the agenda what the ledger proposes and it does not hold; gives the meeting.
  public func buildAgenda(_ key: MeetingKey, by actor: Actor) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, account in
      try meeting.checkOpen()
      let items = meeting.added(try transaction.proposals(Self.overview(transaction, account)))
      meeting.items += items
      return Change(items.map { $0.fact(key) }, "meeting.build_agenda")
    }
  }

  /// Puts an item of the office's own at the end of the agenda.
  public func addAgendaItem(
    _ words: String, unit: String?, to key: MeetingKey, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { transaction, meeting, _ in
      try meeting.checkOpen()
      let words = try FreeText.checked(words, at: .option("words"), isNeeded: true)
      if let unit { try transaction.checkUnits([unit], at: "unit") }
      let items = meeting.added([
        AgendaProposal(kind: AgendaKind.own.rawValue, subject: words, unit: unit)
      ])
      meeting.items += items
      return Change(items.map { $0.fact(key) }, "meeting.add_item")
    }
  }

  /// Puts the agenda in another order, over the version that the writer has seen; items that are
  /// left out are taken off.
  public func orderAgenda(
    _ order: [Int], of key: MeetingKey, over version: Int, by actor: Actor
  ) async throws -> Meeting {
    try await change(key, by: actor) { _, meeting, _ in
      let changed = try meeting.reordered(order, over: version)
      return Change(changed.map { $0.fact(key) }, "meeting.order_agenda")
    }
  }

  /// What a change of a meeting adds to the record.
  struct Change {
    let facts: [Fact]
    let name: String
    let detail: String

    init(_ facts: [Fact], _ name: String, detail: String = "") {
      self.facts = facts
      self.name = name
      self.detail = detail
    }
  }

  /// Changes a meeting as somebody who may, alone; gives it as it is kept afterwards.
  func change(
    _ key: MeetingKey, as permission: Permission = .keepMeetings, by actor: Actor,
    _ body:
      @escaping @Sendable (LedgerTransaction, inout Meeting, String) throws -> Change
  ) async throws -> Meeting {
    try await act(by: actor) { transaction, account in
      try transaction.require(permission)
      try transaction.lockMeeting(key)
      var meeting = try transaction.meeting(key)
      let change = try body(transaction, &meeting, account)
      guard !change.facts.isEmpty else { return meeting }
      try transaction.append(
        change.facts, act: Act(change.name, on: "meeting/\(key)", detail: change.detail))
      return try transaction.meeting(key)
    }
  }
}

extension LedgerTransaction {
  /// Refuses a unit that there is not today.
  func checkUnits(_ codes: [String], at option: String) throws {
    let tree = UnitTree(try unitVersions(), on: try today())
    for code in codes where tree[code] == nil {
      throw Refusal(MeetingRefusal.unitUnknown, at: .option(option), code)
    }
  }
}
