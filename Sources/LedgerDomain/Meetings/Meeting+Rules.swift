extension Meeting {
  /// The state after a step, taken on a day; refused, in this order, for a step that is none here,
  /// for calling without agenda or too late, for starting too early, and for closing before
  /// attendance and the minutes of every item are written.
  public func after(_ step: MeetingStep, on today: CalendarDate) throws(Refusal) -> MeetingState {
    let next = try state.after(step, of: key)
    switch step {
    case .call:
      guard !agenda.isEmpty else { throw Refusal(MeetingRefusal.agendaEmpty, key.description) }
      guard plan.day >= today else {
        throw Refusal(MeetingRefusal.dayOver, plan.day.description)
      }
    case .start:
      guard plan.day <= today else {
        throw Refusal(MeetingRefusal.dayAhead, plan.day.description)
      }
    case .close:
      guard attendance.values.contains(where: \.isPresent) else {
        throw Refusal(MeetingRefusal.attendanceMissing)
      }
      for (place, item) in agenda.enumerated() where item.minutes.isEmpty {
        throw Refusal(MeetingRefusal.minutesMissing, String(place + 1))
      }
    }
    return next
  }

  /// Refuses a change of name, day, place or invitation once the meeting has begun.
  public func checkPlan(over version: Int) throws(Refusal) {
    try checkOpen()
    guard state != .inProgress else {
      throw Refusal(MeetingRefusal.alreadyStarted, key.description)
    }
    guard version == planVersion else { throw Refusal(MeetingRefusal.changedMeanwhile) }
  }

  /// Refuses every change once the minutes are sealed.
  public func checkOpen() throws(Refusal) {
    guard state != .closed else { throw Refusal(MeetingRefusal.sealed, key.description) }
  }

  /// Refuses what is only written while a meeting is held.
  public func checkHeld() throws(Refusal) {
    try checkOpen()
    guard state == .inProgress else {
      throw Refusal(MeetingRefusal.notStarted, key.description)
    }
  }

  /// The agenda in another order: what changes, as new versions of its items.
  ///
  /// Items that the order leaves out are taken off. Refused for one that is no item of the meeting,
  /// or stands there twice, and over an agenda that changed since.
  public func reordered(_ order: [Int], over version: Int) throws(Refusal) -> [AgendaItem] {
    try checkOpen()
    guard version == agendaVersion else { throw Refusal(MeetingRefusal.changedMeanwhile) }
    let known = Set(items.map(\.number))
    guard Set(order).count == order.count, known.isSuperset(of: order) else {
      throw Refusal(MeetingRefusal.orderUnfit, at: .option("order"))
    }
    var places: [Int: Int] = [:]
    for (place, number) in order.enumerated() { places[number] = place + 1 }
    return items.compactMap { item in
      let position = places[item.number]
      guard position != item.position else { return nil }
      return AgendaItem(
        number: item.number, version: item.version + 1, position: position, content: item.content)
    }
  }

  /// The items that some proposals add at the end of the agenda.
  ///
  /// What stands there stays once; what somebody took off does not come back by itself.
  public func added(_ proposals: [AgendaProposal]) -> [AgendaItem] {
    var known = items.map(\.content)
    var number = items.map(\.number).max() ?? 0
    var position = items.compactMap(\.position).max() ?? 0
    return proposals.compactMap { proposal in
      guard !known.contains(where: proposal.isSame) else { return nil }
      known.append(proposal)
      number += 1
      position += 1
      return AgendaItem(number: number, version: 1, position: position, content: proposal)
    }
  }

  /// Refuses a relay of a meeting that has not been held, by a unit that was not invited, or on
  /// days that cannot be.
  public func check(
    relayed: CalendarDate, groupFormed: CalendarDate?, by unit: String, on today: CalendarDate
  ) throws(Refusal) {
    guard plan.invited.contains(unit) else {
      throw Refusal(MeetingRefusal.notInvited, at: .option("unit"), unit)
    }
    guard state == .inProgress || state == .closed else {
      throw Refusal(MeetingRefusal.notStarted, key.description)
    }
    for (day, name) in [(relayed, "relayed"), (groupFormed ?? relayed, "groupFormed")] {
      guard day >= plan.day else {
        throw Refusal(
          MeetingRefusal.relayTooEarly, at: .option(name), day.description, plan.day.description)
      }
      guard day <= today else {
        throw Refusal(MeetingRefusal.relayAhead, at: .option(name), day.description)
      }
    }
  }

  /// Days from the meeting to a day (MEETING_RELAY_DAYS, GROUP_FORM_DAYS).
  public func days(to day: CalendarDate) -> Int {
    Int(day.daysSince2000) - Int(plan.day.daysSince2000)
  }

  /// Everything that closing seals: what was planned, discussed, attended and decided.
  public var sealedDocument: JSONValue {
    [
      "meeting": .string(key.description), "title": .string(plan.title),
      "cadence": .string(plan.cadence.rawValue), "day": .string(plan.day.description),
      "place": .string(plan.place), "invited": .array(plan.invited.map { .string($0) }),
      "agenda": .array(agenda.map(Self.document)),
      "attendance": .array(
        plan.invited.compactMap { attendance[$0] }.map { attendance in
          [
            "unit": .string(attendance.unit), "present": .bool(attendance.isPresent),
            "posts": .string(attendance.posts),
          ]
        }),
      "resolutions": .array(standing.map(Self.document)),
    ]
  }

  private static func document(_ item: AgendaItem) -> JSONValue {
    let content = item.content
    return [
      "number": .string(String(item.number)), "kind": .string(content.kind),
      "subject": .string(content.subject), "unit": content.unit.map(JSONValue.string) ?? .null,
      "due": content.due.map { .string($0.description) } ?? .null,
      "linkKind": .string(content.linkKind),
      "linkKey": .string(content.linkKey), "detail": .string(content.detail),
      "minutes": .string(item.minutes),
    ]
  }

  private static func document(_ resolution: Resolution) -> JSONValue {
    [
      "number": .string(String(resolution.number)), "item": .string(String(resolution.item)),
      "words": .string(resolution.words), "lead": resolution.lead.map(JSONValue.string) ?? .null,
      "supporting": .array(resolution.supporting.map { .string($0) }),
      "due": resolution.due.map { .string($0.description) } ?? .null,
    ]
  }
}

/// Text of several paragraphs.
public enum Paragraphs {
  /// The greatest length, in Unicode scalars.
  public static let lengthMax = 2_000

  /// The text with its lines kept, each trimmed; refused like
  /// ``FreeText/checked(_:at:lengthMax:isNeeded:)``, with numbers that run over a line's end too.
  public static func checked(_ text: String, at place: Place) throws(Refusal) -> String {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      guard scalar == "\n" else {
        line.append(scalar)
        continue
      }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    }
    lines.append(String(line))
    _ = try FreeText.checked(
      lines.joined(separator: " "), at: place, lengthMax: lengthMax, isNeeded: true)
    var kept: [String] = []
    for line in lines { kept.append(try FreeText.checked(line, at: place, lengthMax: lengthMax)) }
    while kept.last?.isEmpty ?? false { kept.removeLast() }
    return kept.joined(separator: "\n")
  }
}
