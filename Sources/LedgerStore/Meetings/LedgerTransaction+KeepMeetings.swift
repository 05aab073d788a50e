public import LedgerDomain

extension MeetingPlan {
  /// The plan as a fact.
  public func fact(_ key: MeetingKey, version: Int, by account: String) -> Fact {
    Fact(
      .meetingPlans,
      [
        .text(key.description), .integer(Int64(version)), .text(title), .text(cadence.rawValue),
        .day(day), .text(place), .texts(invited), .text(account),
      ])
  }
}

extension AgendaItem {
  /// The item as a fact, in its version.
  public func fact(_ key: MeetingKey) -> Fact {
    Fact(
      .meetingItems,
      [
        .text(key.description), .integer(Int64(number)), .integer(Int64(version)),
        .optional(position.map(Int64.init)), .text(content.kind), .text(content.subject),
        .optional(content.unit), content.due.map(FactValue.day) ?? .null,
        .text(content.linkKind), .text(content.linkKey), .text(content.detail),
      ])
  }

  /// What the minutes say of it, as a fact.
  public func minutesFact(_ key: MeetingKey, by account: String) -> Fact {
    Fact(
      .meetingMinutes,
      [
        .text(key.description), .integer(Int64(number)), .integer(Int64(minutesVersion)),
        .text(minutes), .text(account),
      ])
  }
}

extension MeetingStepTaken {
  /// The step as a fact.
  public func fact(_ key: MeetingKey) -> Fact {
    Fact(
      .meetingSteps,
      [.text(key.description), .text(step.rawValue), .day(day), .text(seal), .text(by)])
  }
}

extension MeetingAttendance {
  /// The attendance as a fact.
  public func fact(_ key: MeetingKey, version: Int) -> Fact {
    Fact(
      .meetingAttendance,
      [
        .text(key.description), .text(unit), .integer(Int64(version)), .bool(isPresent),
        .text(posts),
      ])
  }
}

extension Resolution {
  /// The resolution as a fact, in a version.
  public func fact(_ key: MeetingKey, version: Int) -> Fact {
    Fact(
      .meetingResolutions,
      [
        .text(key.description), .integer(Int64(number)), .integer(Int64(version)),
        .integer(Int64(item)), .text(words), .optional(lead), .texts(supporting),
        due.map(FactValue.day) ?? .null, .bool(isWithdrawn),
      ])
  }

  /// That it became a task; nil where it did not.
  public func taskFact(_ key: MeetingKey) -> Fact? {
    task.map { task in
      Fact(
        .meetingTasks,
        [
          .text(key.description), .integer(Int64(number)), .text(task.list.description),
          .text(task.number),
        ])
    }
  }
}

extension MeetingRelay {
  /// The relay as a fact.
  public func fact(_ key: MeetingKey) -> Fact {
    Fact(
      .meetingRelays,
      [
        .text(key.description), .text(unit), .integer(Int64(version)), .day(relayed),
        groupFormed.map(FactValue.day) ?? .null, .text(reportedBy),
      ])
  }
}

extension MeetingAddendum {
  /// The addendum as a fact.
  public func fact(_ key: MeetingKey) -> Fact {
    Fact(
      .meetingAddenda,
      [.text(key.description), .integer(Int64(number)), .text(words), .day(day), .text(by)])
  }
}
