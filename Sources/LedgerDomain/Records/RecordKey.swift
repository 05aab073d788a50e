/// What a record of the follow-up is about: each noun is a small form with a life of its own.
public enum RecordNoun: String, Sendable, CaseIterable {
  /// A visit that finds what is to be put right (督导).
  case inspection
  /// A community, campus, enterprise or village that becomes a no-fraud unit (无诈单元).
  case noFraudUnit = "nofraud"
  /// What agencies have to settle among each other (部门间事项).
  case matter
  /// A notice or listing by a higher authority (上级通报挂牌).
  case notice
  /// A rank that a higher authority gave (上级位次).
  case externalRank = "external_rank"
  /// A recognition of a unit (荣誉).
  case honour
  /// A document that rules are taken from (制度文件).
  case policyDocument = "document"

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .inspection: BilingualText(zh: "督导", en: "Inspections")
    case .noFraudUnit: BilingualText(zh: "无诈单元", en: "No-fraud units")
    case .matter: BilingualText(zh: "部门间事项", en: "Matters between agencies")
    case .notice: BilingualText(zh: "上级通报挂牌", en: "Notices from above")
    case .externalRank: BilingualText(zh: "上级位次", en: "Ranks from above")
    case .honour: BilingualText(zh: "荣誉", en: "Honours")
    case .policyDocument: BilingualText(zh: "制度文件", en: "Policy documents")
    }
  }

  /// Whether all who take part read it, whichever unit it is about.
  public var isForAll: Bool { self == .externalRank || self == .policyDocument }

  /// Whether units add it themselves; the others are added by the office alone.
  public var isAddedByUnits: Bool { self == .noFraudUnit || self == .matter }
}

/// Which record: its noun and the year with the number in it, written `inspection/2026-3`.
public struct RecordKey: Hashable, Sendable {
  /// What it is.
  public let noun: RecordNoun
  /// The year in which it was recorded, and its number there.
  public let number: ListKey

  /// Names a record.
  public init(_ noun: RecordNoun, _ number: ListKey) {
    self.noun = noun
    self.number = number
  }

  /// Reads `inspection/2026-3`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let noun = RecordNoun(rawValue: String(Substring(parts[0]))),
      let number = ListKey(String(Substring(parts[1])))
    else { return nil }
    self.init(noun, number)
  }
}

extension RecordKey: CustomStringConvertible {
  /// `inspection/2026-3`.
  public var description: String { "\(noun.rawValue)/\(number)" }
}

extension RecordKey: Comparable {
  /// Noun by noun, the earlier number first.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    guard left.noun == right.noun else {
      return left.noun.rawValue.utf8.lexicographicallyPrecedes(right.noun.rawValue.utf8)
    }
    return left.number < right.number
  }
}
