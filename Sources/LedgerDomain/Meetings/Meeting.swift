/// What a meeting is: its name, day and place, and which units are invited.
public struct MeetingPlan: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// How often such a meeting is held.
  public let cadence: MeetingCadence
  /// The day.
  public let day: CalendarDate
  /// Where; empty where nothing is stated.
  public let place: String
  /// The units that are invited, by their codes, each once.
  public let invited: [String]

  /// Describes a meeting; refuses texts that are missing, too long or hold personal numbers, and a
  /// meeting to which nobody is invited.
  public init(
    title: String, cadence: MeetingCadence, day: CalendarDate, place: String, invited: [String]
  ) throws(Refusal) {
    self.title = try FreeText.checked(
      title, at: .option("title"), lengthMax: 100, isNeeded: true)
    self.cadence = cadence
    self.day = day
    self.place = try FreeText.checked(place, at: .option("place"), lengthMax: 100)
    var known: Set<String> = []
    self.invited = invited.filter { known.insert($0).inserted }
    guard !self.invited.isEmpty else {
      throw Refusal(MeetingRefusal.nobodyInvited, at: .option("invited"))
    }
  }

  /// Takes a plan as it is kept.
  public init(
    kept title: String, cadence: MeetingCadence, day: CalendarDate, place: String,
    invited: [String]
  ) {
    self.title = title
    self.cadence = cadence
    self.day = day
    self.place = place
    self.invited = invited
  }
}

/// Whether a unit attended, and by which posts: never by which persons.
public struct MeetingAttendance: Hashable, Sendable {
  /// The unit.
  public let unit: String
  /// Whether it attended.
  public let isPresent: Bool
  /// The posts that attended for it; empty where nothing is stated.
  public let posts: String

  /// Describes an attendance; refuses posts that are too long or hold personal numbers.
  public init(unit: String, isPresent: Bool, posts: String) throws(Refusal) {
    self.unit = unit
    self.isPresent = isPresent
    self.posts = try FreeText.checked(posts, at: .option("posts-\(unit)"), lengthMax: 100)
  }

  /// Takes an attendance as it is kept.
  public init(kept unit: String, isPresent: Bool, posts: String) {
    self.unit = unit
    self.isPresent = isPresent
    self.posts = posts
  }
}

/// What a meeting decided: a decision, or one that becomes a task when the meeting is closed.
public struct Resolution: Hashable, Sendable {
  /// Its number in the meeting, from 1.
  public let number: Int
  /// The agenda item that it was taken on.
  public let item: Int
  /// What was decided.
  public let words: String
  /// The unit that leads the task; nil for a decision that asks nobody to do anything.
  public let lead: String?
  /// The units that support it.
  public let supporting: [String]
  /// The task's last day.
  public let due: CalendarDate?
  /// Whether it was withdrawn before the meeting was closed.
  public let isWithdrawn: Bool
  /// The task that it became; nil before the meeting is closed.
  public var task: TaskKey?

  /// Describes a resolution.
  public init(
    number: Int, item: Int, words: String, lead: String?, supporting: [String],
    due: CalendarDate?, isWithdrawn: Bool = false, task: TaskKey? = nil
  ) {
    self.number = number
    self.item = item
    self.words = words
    self.lead = lead
    self.supporting = supporting
    self.due = due
    self.isWithdrawn = isWithdrawn
    self.task = task
  }
}

/// What a unit did after a meeting: passed it on (传达), and formed its group.
public struct MeetingRelay: Hashable, Sendable {
  /// The unit.
  public let unit: String
  /// How often it has reported, from 1; the latest counts.
  public let version: Int
  /// The day on which it passed the meeting on.
  public let relayed: CalendarDate
  /// The day on which its group was formed; nil where it was not.
  public let groupFormed: CalendarDate?
  /// The account that reported.
  public let reportedBy: String

  /// Describes a relay.
  public init(
    unit: String, version: Int, relayed: CalendarDate, groupFormed: CalendarDate?,
    reportedBy: String
  ) {
    self.unit = unit
    self.version = version
    self.relayed = relayed
    self.groupFormed = groupFormed
    self.reportedBy = reportedBy
  }
}

/// What was added after the minutes were sealed: the only way to correct them.
public struct MeetingAddendum: Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// What it says.
  public let words: String
  /// The day.
  public let day: CalendarDate
  /// The account.
  public let by: String

  /// Describes an addendum.
  public init(number: Int, words: String, day: CalendarDate, by: String) {
    self.number = number
    self.words = words
    self.day = day
    self.by = by
  }
}

/// A meeting with everything that belongs to it.
public struct Meeting: Sendable {
  /// Which.
  public let key: MeetingKey
  /// What it is.
  public var plan: MeetingPlan
  /// How often that was stated.
  public var planVersion: Int
  /// The steps that were taken, in their order.
  public var steps: [MeetingStepTaken] = []
  /// Every item that ever stood on the agenda, by number.
  public var items: [AgendaItem] = []
  /// Attendance as it was recorded last, by unit.
  public var attendance: [String: MeetingAttendance] = [:]
  /// How many records of attendance there are.
  public var attendanceVersion = 0
  /// The resolutions, by number.
  public var resolutions: [Resolution] = []
  /// What units reported last, by unit.
  public var relays: [String: MeetingRelay] = [:]
  /// The addenda, by number.
  public var addenda: [MeetingAddendum] = []

  /// Takes a meeting of which nothing else is known.
  public init(key: MeetingKey, plan: MeetingPlan, planVersion: Int) {
    self.key = key
    self.plan = plan
    self.planVersion = planVersion
  }

  /// How far it has come.
  public var state: MeetingState {
    switch steps.last?.step {
    case nil: .draft
    case .call: .called
    case .start: .inProgress
    case .close: .closed
    }
  }

  /// The agenda in its order.
  public var agenda: [AgendaItem] {
    items.filter { $0.position != nil }.sorted { ($0.position ?? 0) < ($1.position ?? 0) }
  }

  /// How often the agenda was changed.
  public var agendaVersion: Int { items.reduce(0) { $0 + $1.version } }

  /// The resolutions that were not withdrawn.
  public var standing: [Resolution] { resolutions.filter { !$0.isWithdrawn } }

  /// The seal of a closed meeting: hexadecimal digits of a SHA-256.
  public var seal: String? { steps.last { $0.step == .close }?.seal }
}
