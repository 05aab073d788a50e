/// What a unit is from a day on.
public struct UnitVersion: Hashable, Sendable {
  /// The unit's code.
  public let code: String
  /// The first day of this version.
  public let validFrom: CalendarDate
  /// What people call it.
  public let name: BilingualText
  /// What it is: province, city, county, township, member_agency and others.
  public let kind: String
  /// The code of the unit above; nil for the root.
  public let parent: String?
  /// The group it is ranked in; nil for none.
  public let group: String?
  /// Whether the unit ends on this day.
  public let isEnded: Bool

  /// Describes a unit from a day on.
  public init(
    code: String, validFrom: CalendarDate, name: BilingualText, kind: String, parent: String?,
    group: String?, isEnded: Bool
  ) {
    self.code = code
    self.validFrom = validFrom
    self.name = name
    self.kind = kind
    self.parent = parent
    self.group = group
    self.isEnded = isEnded
  }
}

/// The organisation as it is on one day.
public struct UnitTree: Sendable {
  private let versions: [String: UnitVersion]

  /// Takes of each unit the version in force on a day; of two for one day the later in the list
  /// counts.
  public init(_ versions: [UnitVersion], on day: CalendarDate) {
    var inForce: [String: UnitVersion] = [:]
    inForce.reserveCapacity(versions.count)
    for version in versions where version.validFrom <= day {
      if let known = inForce[version.code], known.validFrom > version.validFrom { continue }
      inForce[version.code] = version
    }
    for (code, version) in inForce where version.isEnded { inForce[code] = nil }
    self.versions = inForce
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The unit of that code, when it exists on the day.
  public subscript(_ code: String) -> UnitVersion? { versions[code] }

  /// All units, in the order of their codes' bytes.
  public var all: [UnitVersion] {
    versions.values.sorted { Self.precedes($0.code, $1.code) }
  }

  /// The units without a parent.
  private var roots: [UnitVersion] {
    versions.values.filter { $0.parent == nil }.sorted { Self.precedes($0.code, $1.code) }
  }

  /// All units of a kind, in the order of their codes' bytes.
  public func units(of kind: String) -> [UnitVersion] {
    versions.values.filter { $0.kind == kind }.sorted { Self.precedes($0.code, $1.code) }
  }

  /// The units of a kind below a unit, in the order of their codes' bytes.
  public func units(of kind: String, below code: String) -> [UnitVersion] {
    units(of: kind).filter { isUnit($0, below: code) }
  }

  /// Looks upwards, which is a few steps; a circle ends after as many as there are units.
  private func isUnit(_ unit: UnitVersion, below code: String) -> Bool {
    var next = unit.parent
    for _ in 0..<versions.count {
      guard let parent = next else { return false }
      if parent == code { return versions[code] != nil }
      next = versions[parent]?.parent
    }
    return false
  }

  /// Refuses a unit whose parent does not exist, a circle, and a second root.
  public func check() throws(Refusal) {
    guard roots.count <= 1 else {
      throw Refusal(UnitRefusal.secondRoot, roots[0].code, roots[1].code)
    }
    for version in versions.values.sorted(by: { Self.precedes($0.code, $1.code) }) {
      var seen: Set<String> = [version.code]
      var next = version.parent
      while let parent = next {
        guard let above = versions[parent] else {
          throw Refusal(UnitRefusal.parentUnknown, version.code, parent)
        }
        guard seen.insert(parent).inserted else {
          throw Refusal(UnitRefusal.circle, version.code)
        }
        next = above.parent
      }
    }
  }

  /// Whether a text is a unit's code: 1…32 of ASCII letters, digits, `_` and `-`.
  public static func isCode(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...32).contains(bytes.count), let first = bytes.first else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
    return isAlphanumeric(first)
      && bytes.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}

/// Why units, populations or calendar days are refused.
public enum UnitRefusal: String, RefusalReason {
  case unknown = "unit.unknown"
  case codeMalformed = "unit.code_malformed"
  case dateMalformed = "unit.date_malformed"
  case kindMalformed = "unit.kind_malformed"
  case nameMissing = "unit.name_missing"
  case parentUnknown = "unit.parent_unknown"
  case circle = "unit.circle"
  case secondRoot = "unit.second_root"
  case twiceOnOneDay = "unit.twice_on_one_day"
  case populationMalformed = "unit.population_malformed"
  case dayMalformed = "calendar.day_malformed"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有单位“{0}”。", en: "There is no unit “{0}”.")
    case .codeMalformed:
      BilingualText(zh: "“{0}”不是单位代码。", en: "“{0}” is not a unit's code.")
    case .dateMalformed:
      BilingualText(zh: "“{0}”不是日期。", en: "“{0}” is not a date.")
    case .kindMalformed:
      BilingualText(zh: "“{0}”不是单位类别。", en: "“{0}” is not a kind of unit.")
    case .nameMissing: BilingualText(zh: "单位“{0}”没有名称。", en: "The unit “{0}” has no name.")
    case .parentUnknown:
      BilingualText(
        zh: "单位 {0} 的上级“{1}”不存在。", en: "The parent “{1}” of unit {0} does not exist.")
    case .circle:
      BilingualText(zh: "单位 {0} 的上级关系成环。", en: "The unit {0} stands above itself.")
    case .secondRoot:
      BilingualText(
        zh: "{0} 与 {1} 都没有上级；只能有一个最上级单位。",
        en: "Both {0} and {1} have no parent; there is one root.")
    case .twiceOnOneDay:
      BilingualText(
        zh: "{0} 在同一天有两条不同记录。", en: "{0} has two different lines for one day.")
    case .populationMalformed:
      BilingualText(
        zh: "“{0}”不是人口数。", en: "“{0}” is not a population.")
    case .dayMalformed:
      BilingualText(zh: "“{0}”应为 working 或 holiday。", en: "“{0}” is not working or holiday.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown:
      BilingualText(zh: "请核对代码，或先导入该单位。", en: "Check the code, or import the unit first.")
    case .dateMalformed:
      BilingualText(zh: "请写成 2026-01-15。", en: "Write it as 2026-01-15.")
    case .populationMalformed:
      BilingualText(zh: "请写 1 至 10000000000 的整数。", en: "Write a whole number 1…10000000000.")
    default: BilingualText(zh: "请改正该行后重新导入。", en: "Correct the line and import again.")
    }
  }
}
