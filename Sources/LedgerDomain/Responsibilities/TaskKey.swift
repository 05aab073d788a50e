/// Which responsibility list: the year and the list's number in it, written `2026-1`.
public struct ListKey: Hashable, Comparable, Sendable {
  /// The year that the list is of.
  public let year: Int
  /// Its number in the year, from 1.
  public let number: Int

  /// Reads `2026-1`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (1...4).contains(parts[1].count),
      parts[1].first != UInt8(ascii: "0"),
      let year = CalendarDate.number(parts[0]), let number = CalendarDate.number(parts[1]),
      (2000...2100).contains(year)
    else { return nil }
    self.year = year
    self.number = number
  }

  /// The earlier year first, in a year the smaller number.
  public static func < (left: ListKey, right: ListKey) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension ListKey: CustomStringConvertible {
  /// `2026-1`.
  public var description: String { "\(year)-\(number)" }
}

/// Which task: its list and its number there, written `2026-1-7.2`.
public struct TaskKey: Hashable, Sendable {
  /// The list.
  public let list: ListKey
  /// The number, as the list's paper has it.
  public let number: String

  /// Names a task of a list; nil where the number is none.
  public init?(_ list: ListKey, _ number: String) {
    guard Self.isNumber(number) else { return nil }
    self.list = list
    self.number = number
  }

  /// Reads `2026-1-7.2`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let list = ListKey("\(Substring(parts[0]))-\(Substring(parts[1]))")
    else { return nil }
    self.init(list, String(Substring(parts[2])))
  }

  /// Whether a text is a task's number: 1…20 of ASCII letters, digits, `.`, `_` and `-`, the first
  /// a letter or digit.
  public static func isNumber(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...20).contains(bytes.count), let first = bytes.first, isAlphanumeric(first) else {
      return false
    }
    return bytes.allSatisfy {
      isAlphanumeric($0) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}

extension TaskKey: CustomStringConvertible {
  /// `2026-1-7.2`.
  public var description: String { "\(list)-\(number)" }
}

extension TaskKey: Comparable {
  /// The order of the paper: numbers in a task's number count as numbers, so that 9 precedes 10.
  public static func < (left: TaskKey, right: TaskKey) -> Bool {
    guard left.list == right.list else { return left.list < right.list }
    let (mine, others) = (runs(left.number), runs(right.number))
    for (one, other) in zip(mine, others) where one != other {
      let (number, another) = (Int(one), Int(other))
      if let number, let another, number != another { return number < another }
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return mine.count < others.count
  }

  private static func runs(_ text: String) -> [String] {
    var runs: [String] = []
    var wasDigit: Bool?
    for byte in text.utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit != wasDigit { runs.append("") }
      runs[runs.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      wasDigit = isDigit
    }
    return runs
  }
}
