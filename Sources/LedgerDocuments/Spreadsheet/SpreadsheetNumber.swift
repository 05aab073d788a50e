import LedgerDomain

/// Numbers as workbooks write them: the shortest text of a binary number, up to 17 digits.
enum SpreadsheetNumber {
  /// The digits that a spreadsheet keeps and shows.
  private static let digitsMax = 15

  /// The number without an exponent, rounded to 15 digits half away from zero; nil for other text.
  static func plain(_ text: String) -> String? {
    guard var (isNegative, digits, exponent) = parse(text) else { return nil }
    if digits.count > digitsMax {
      exponent += digits.count - digitsMax
      let roundsUp = digits[digitsMax] >= 5
      digits.removeLast(digits.count - digitsMax)
      var position = roundsUp ? digitsMax - 1 : -1
      while position >= 0 {
        digits[position] += 1
        guard digits[position] == 10 else { break }
        digits[position] = 0
        position -= 1
      }
      if roundsUp, digits.allSatisfy({ $0 == 0 }) {
        digits = [1]
        exponent += digitsMax
      }
    }
    while digits.count > 1, digits.last == 0, exponent < 0 {
      digits.removeLast()
      exponent += 1
    }
    guard (-40...40).contains(exponent) else { return nil }
    if digits.allSatisfy({ $0 == 0 }) { return "0" }
    var whole = digits.map(String.init).joined() + String(repeating: "0", count: max(0, exponent))
    var decimals = ""
    if exponent < 0 {
      whole = String(repeating: "0", count: max(0, 1 - exponent - whole.count)) + whole
      decimals = "." + whole.suffix(-exponent)
      whole = String(whole.dropLast(-exponent))
    }
    isNegative = isNegative && !digits.isEmpty
    return (isNegative ? "-" : "") + whole + decimals
  }

  /// The date of a serial number, its time of day left out.
  static func date(_ text: String, from1904: Bool) -> String? {
    guard let plain = plain(text), let days = Int32(plain.prefix { $0 != "." }),
      (0..<2_958_466).contains(days)
    else { return nil }
    // Day 0 is 1899-12-30, which is 36,526 days before 2000-01-01; or 1904-01-01.
    return CalendarDate(daysSince2000: days - (from1904 ? 35_064 : 36_526)).description
  }

  /// Sign, digits and the power of ten of the last digit; leading zeros are left out.
  private static func parse(_ text: String) -> (Bool, [Int], Int)? {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    var digits: [Int] = []
    var exponent = 0
    var hasPoint = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits.append(Int(byte - UInt8(ascii: "0")))
        if hasPoint { exponent -= 1 }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard !digits.isEmpty, digits.count <= 400 else { return nil }
    if let mark = bytes.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"),
        let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(power) < 400
      else { return nil }
      exponent += power
    }
    while digits.count > 1, digits.first == 0 { digits.removeFirst() }
    return (isNegative, digits, exponent)
  }
}
