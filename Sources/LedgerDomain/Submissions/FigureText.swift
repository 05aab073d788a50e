/// Why a text is not a figure.
public enum FigureRefusal: String, RefusalReason {
  case blank = "figure.blank"
  case notANumber = "figure.not_a_number"
  case tooLarge = "figure.too_large"
  case tooManyDecimals = "figure.too_many_decimals"
  case absenceUnknown = "figure.absence_unknown"
  case numberAndAbsence = "figure.number_and_absence"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .blank: BilingualText(zh: "数值为空；空白不等于零。", en: "The figure is blank; blank is not zero.")
    case .notANumber: BilingualText(zh: "“{0}”不是数。", en: "“{0}” is not a number.")
    case .tooLarge: BilingualText(zh: "“{0}”超出可记录的范围。", en: "“{0}” is too large to record.")
    case .tooManyDecimals:
      BilingualText(
        zh: "“{0}”的小数多于 {1} 位。", en: "“{0}” has more than {1} decimals.")
    case .absenceUnknown:
      BilingualText(zh: "不认识缺值原因“{0}”。", en: "There is no reason of absence “{0}”.")
    case .numberAndAbsence:
      BilingualText(
        zh: "同时填了数值和缺值原因。", en: "There are both a number and a reason of absence.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .blank:
      BilingualText(
        zh: "请填数值（没有发生填 0），或填缺值原因。",
        en: "Give a number (0 where nothing happened), or a reason of absence.")
    case .notANumber:
      BilingualText(
        zh: "请写成 1200、12.5、1,200 或 0.2万 这样的数。", en: "Write 1200, 12.5, 1,200 or 0.2万.")
    case .tooLarge: BilingualText(zh: "请核对位数和单位。", en: "Check its digits and unit.")
    case .tooManyDecimals:
      BilingualText(zh: "请按报表要求的小数位填写。", en: "Round it as the form asks.")
    case .absenceUnknown:
      BilingualText(
        zh: "可用：missing 缺报、not_applicable 不适用、withheld 不公开。",
        en: "Use missing, not_applicable or withheld.")
    case .numberAndAbsence: BilingualText(zh: "请只留一项。", en: "Keep one of them.")
    }
  }
}

/// Reads people's numbers exactly, on bytes: one function for page, file and API.
public enum FigureText {
  /// The number, or why there is none.
  ///
  /// Understood: ASCII and full-width digits, one decimal point, thousands in groups of three with
  /// commas or spaces between, a leading sign, 万 and 亿 behind, spaces around. Anything unsure is
  /// refused. The entry form's script cleans up the same texts: `Tests/Fixtures/figure-texts.csv`.
  public static func number(
    _ bytes: UnsafeRawBufferPointer, decimals: Int
  ) -> Result<FigureNumber, FigureRefusal> {
    if let number = plain(bytes, decimals: decimals) { return .success(number) }
    return general(String(decoding: bytes, as: UTF8.self), decimals: decimals)
  }

  /// The number in a text.
  public static func number(
    _ text: String, decimals: Int
  ) -> Result<FigureNumber, FigureRefusal> {
    Array(text.utf8).withUnsafeBytes { number($0, decimals: decimals) }
  }

  /// The fast path: up to 14 ASCII digits, a point, at most `decimals` more.
  private static func plain(_ bytes: UnsafeRawBufferPointer, decimals: Int) -> FigureNumber? {
    var magnitude: Int64 = 0
    var digits = 0
    var after: Int?
    var position = 0
    let isNegative = bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
    if isNegative { position = 1 }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        magnitude = magnitude &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
        digits += 1
        if let places = after { after = places + 1 }
      } else if byte == UInt8(ascii: "."), after == nil, digits > 0 {
        after = 0
      } else {
        return nil
      }
      guard digits <= 14 else { return nil }
    }
    let places = after ?? 0
    guard digits > 0, after != 0, places <= min(decimals, 4) else { return nil }
    for _ in places..<4 { magnitude &*= 10 }
    return FigureNumber(tenThousandths: isNegative ? -magnitude : magnitude)
  }

  /// Everything else that people write.
  private static func general(
    _ text: String, decimals: Int
  ) -> Result<FigureNumber, FigureRefusal> {
    var scalars = Array(text.unicodeScalars.map(halfWidth))
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    guard !scalars.isEmpty else { return .failure(.blank) }
    guard scalars.count <= 60 else { return .failure(.tooLarge) }
    var multiplier: Int128 = 1
    if scalars.last == "万" || scalars.last == "亿" {
      multiplier = scalars.removeLast() == "万" ? 10_000 : 100_000_000
      while scalars.last == " " { scalars.removeLast() }
    }
    var isNegative = false
    if scalars.first == "-" || scalars.first == "+" {
      isNegative = scalars.removeFirst() == "-"
    }
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }),
      let digits = ungrouped(Array(whole))
    else { return .failure(.notANumber) }
    var fraction = Array(parts.count == 2 ? parts[1] : [])
    guard fraction.allSatisfy(isDigit) else { return .failure(.notANumber) }
    while fraction.last == "0" { fraction.removeLast() }
    return scaled(digits + fraction, fraction.count, multiplier, isNegative, decimals)
  }

  private static func scaled(
    _ digits: [Unicode.Scalar], _ places: Int, _ multiplier: Int128, _ isNegative: Bool,
    _ decimals: Int
  ) -> Result<FigureNumber, FigureRefusal> {
    let significant = Array(digits.drop { $0 == "0" })
    guard significant.count <= 22 else { return .failure(.tooLarge) }
    var number: Int128 = 0
    for digit in significant { number = number * 10 + Int128(digit.value - 48) }
    number *= multiplier
    var left = places
    while left > 0, number % 10 == 0 {
      number /= 10
      left -= 1
    }
    guard left <= decimals, left <= 4 else { return .failure(.tooManyDecimals) }
    for _ in left..<4 { number *= 10 }
    guard let scaled = Int64(exactly: isNegative ? -number : number),
      let figure = FigureNumber(tenThousandths: scaled)
    else { return .failure(.tooLarge) }
    return .success(figure)
  }

  /// The digits without separators, or nil when separators do not stand between groups of three.
  private static func ungrouped(_ whole: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let separator: Unicode.Scalar = whole.contains(",") ? "," : " "
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    return groups.flatMap(\.self)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "\u{3000}", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\t": " "
    case "−", "－": "-"
    default: scalar
    }
  }

  /// The reason of absence that a word means.
  public static func absence(_ word: String) -> Absence? {
    switch word {
    case "缺报": .missing
    case "不适用": .notApplicable
    case "不公开": .withheld
    default: Absence(rawValue: word)
    }
  }
}

extension FigureRefusal: Error {}
