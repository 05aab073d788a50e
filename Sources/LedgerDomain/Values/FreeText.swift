/// Short free text that names no person: the boundary that the ledger keeps for itself.
public enum FreeText {
  /// The greatest length, in Unicode scalars.
  public static let lengthMax = 200

  /// The text trimmed of spaces, or nil when it is refused: too long, control or direction-changing
  /// characters, or a resident's identity number, mobile number or card number in any spacing.
  public static func accepted(_ text: String) -> String? {
    try? checked(text)
  }

  /// The text trimmed of spaces; refused like ``accepted(_:)``, and where it is needed and blank.
  public static func checked(
    _ text: String, at place: Place = .whole, lengthMax: Int = lengthMax, isNeeded: Bool = false
  ) throws(Refusal) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    scalars = scalars.drop { $0.properties.isWhitespace }
    guard !isNeeded || !scalars.isEmpty else { throw Refusal(TextRefusal.missing, at: place) }
    guard scalars.count <= lengthMax, !scalars.contains(where: isForbidden) else {
      throw Refusal(TextRefusal.malformed, at: place, String(lengthMax))
    }
    guard !PersonalNumbers.isIn(scalars) else { throw Refusal(TextRefusal.personal, at: place) }
    return String(scalars)
  }

  /// Refuses a document of which a text or a member's name holds a personal number.
  ///
  /// Texts may be long there; `numbersIn` names the members whose texts are figures.
  public static func check(
    _ document: JSONValue, numbersIn: Set<String> = []
  ) throws(Refusal) {
    try check(document, "", numbersIn)
  }

  private static func check(
    _ value: JSONValue, _ pointer: String, _ numbersIn: Set<String>
  ) throws(Refusal) {
    switch value {
    case .string(let text):
      guard !PersonalNumbers.isIn(text.unicodeScalars[...]) else {
        throw Refusal(TextRefusal.personal, at: .pointer(pointer))
      }
    case .array(let items):
      for (position, item) in items.enumerated() {
        try check(item, "\(pointer)/\(position)", numbersIn)
      }
    case .object(let members):
      for member in members {
        try check(.string(member.name), pointer, [])
        if numbersIn.contains(member.name), case .string(let text) = member.value,
          case .success = FigureText.number(text, decimals: 4)
        {
          continue
        }
        try check(member.value, "\(pointer)/\(member.name)", numbersIn)
      }
    default: break
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }
}

/// Numbers that name a person: a resident's, of a mobile telephone, of a bank card.
enum PersonalNumbers {
  /// What a closing X counts as.
  private static let ten: UInt8 = 10

  /// Whether such a number stands in a text, its digits in any script, together or in groups with
  /// spaces and hyphens between.
  static func isIn(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var groups: [[UInt8]] = []
    var isGroupOpen = false
    for scalar in scalars {
      if let digit = digit(scalar) {
        if !isGroupOpen { groups.append([]) }
        groups[groups.count - 1].append(digit)
        isGroupOpen = true
      } else if isX(scalar), let last = groups.last, !last.isEmpty {
        groups[groups.count - 1].append(ten)
        isGroupOpen = false
      } else if isInvisible(scalar) {
        continue
      } else if isSeparator(scalar) {
        isGroupOpen = false
      } else {
        if isPersonal(groups) { return true }
        groups = []
        isGroupOpen = false
      }
    }
    return isPersonal(groups)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) ? UInt8(scalar.value - 48) : nil
    }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.flatMap { UInt8(exactly: $0) }
  }

  private static func isX(_ scalar: Unicode.Scalar) -> Bool {
    [0x58, 0x78, 0xFF38, 0xFF58].contains(scalar.value)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: true
    default: scalar.properties.isWhitespace
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Tries every sequence of neighbouring groups that is short enough to be such a number.
  private static func isPersonal(_ groups: [[UInt8]]) -> Bool {
    for first in groups.indices {
      var joined: [UInt8] = []
      // Dates beside each other are no card, whose groups are longer.
      var mayBeCard = true
      for group in groups[first...] {
        joined += group
        if isMobile(joined) || hasResidentNumber(joined) || (mayBeCard && isCard(joined)) {
          return true
        }
        mayBeCard = mayBeCard && group.count >= 3
        guard joined.count < 20 else { break }
      }
    }
    return false
  }

  /// Eleven digits from 13 to 19, perhaps after the country's 86 or 0086.
  private static func isMobile(_ digits: [UInt8]) -> Bool {
    let bare =
      switch digits.count {
      case 11: digits[...]
      case 13 where digits.starts(with: [8, 6]): digits.dropFirst(2)
      case 15 where digits.starts(with: [0, 0, 8, 6]): digits.dropFirst(4)
      default: digits.prefix(0)
      }
    guard bare.count == 11, !bare.contains(ten) else { return false }
    return bare.first == 1 && (3...9).contains(bare[bare.startIndex + 1])
  }

  private static func isCard(_ digits: [UInt8]) -> Bool {
    (16...19).contains(digits.count) && !digits.contains(ten) && passesLuhn(digits)
  }

  private static func hasResidentNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 18 else { return false }
    return (0...digits.count - 18).contains { isResidentNumber(digits[$0..<$0 + 18]) }
  }

  /// GB 11643: the weighted sum modulo 11 names the check digit.
  private static func isResidentNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    guard !digits.dropLast().contains(ten) else { return false }
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return checks[sum % 11] == digits.last
  }

  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.element) * (item.offset % 2 == 1 ? 2 : 1)
      return sum + (digit > 9 ? digit - 9 : digit)
    }
    return sum % 10 == 0
  }
}
