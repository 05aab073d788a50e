/// How far a meeting has come.
public enum MeetingState: String, Sendable, CaseIterable {
  /// The office prepares it; nobody else sees it.
  case draft
  /// The units are invited.
  case called
  /// It is held, or its minutes are written.
  case inProgress = "in_progress"
  /// Its minutes are sealed.
  case closed

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .draft: BilingualText(zh: "起草", en: "Draft")
    case .called: BilingualText(zh: "已召集", en: "Called")
    case .inProgress: BilingualText(zh: "进行中", en: "In progress")
    case .closed: BilingualText(zh: "已结束", en: "Closed")
    }
  }

  /// Whether units have heard of it.
  public var isKnownToUnits: Bool { self != .draft }

  /// The state after a step; refused for a step that is none here.
  public func after(_ step: MeetingStep, of key: MeetingKey) throws(Refusal) -> MeetingState {
    switch (self, step) {
    case (.draft, .call): .called
    case (.called, .start): .inProgress
    case (.inProgress, .close): .closed
    case (.closed, _): throw Refusal(MeetingRefusal.alreadyClosed, key.description)
    case (.inProgress, .call), (.inProgress, .start):
      throw Refusal(MeetingRefusal.alreadyStarted, key.description)
    case (.called, .call): throw Refusal(MeetingRefusal.alreadyCalled, key.description)
    case (.draft, .start): throw Refusal(MeetingRefusal.notCalled, key.description)
    case (.draft, .close), (.called, .close):
      throw Refusal(MeetingRefusal.notStarted, key.description)
    }
  }
}

/// What takes a meeting from one state to the next.
public enum MeetingStep: String, Sendable, CaseIterable {
  case call
  case start
  case close

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .call: BilingualText(zh: "召集", en: "Call")
    case .start: BilingualText(zh: "开始", en: "Start")
    case .close: BilingualText(zh: "结束并封存", en: "Close and seal")
    }
  }
}

/// A step that was taken.
public struct MeetingStepTaken: Hashable, Sendable {
  /// Which.
  public let step: MeetingStep
  /// The day.
  public let day: CalendarDate
  /// The account.
  public let by: String
  /// Of closing: the SHA-256 of ``Meeting/sealedDocument``, in hexadecimal digits; empty otherwise.
  public let seal: String

  /// Describes a step.
  public init(step: MeetingStep, day: CalendarDate, by: String, seal: String = "") {
    self.step = step
    self.day = day
    self.by = by
    self.seal = seal
  }
}
