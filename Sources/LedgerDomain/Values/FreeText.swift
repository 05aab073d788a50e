/// Short free text that names no person: the boundary that the ledger keeps for itself.
public enum FreeText {
  /// The greatest length, in Unicode scalars.
  public static let lengthMax = 200

  /// The text trimmed of spaces, or nil when it is refused: too long, control or direction-changing
  /// characters, or a resident's identity number, mobile number or card number in any spacing.
  public static func accepted(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    scalars = Array(scalars.drop { $0.properties.isWhitespace })
    guard scalars.count <= lengthMax, !scalars.contains(where: isForbidden) else { return nil }
    for run in digitRuns(scalars) where isPersonal(run) { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }

  /// Runs of digits (and a closing X), spaces and hyphens between them left out.
  private static func digitRuns(_ scalars: [Unicode.Scalar]) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    var run: [UInt8] = []
    for scalar in scalars {
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch half {
      case 48...57: run.append(UInt8(half - 48))
      case 88 where run.count == 17, 120 where run.count == 17: run.append(10)
      case 0x20, 0x2D, 0x3000, 0x2010...0x2015: continue
      default:
        if run.count >= 11 { runs.append(run) }
        run = []
      }
    }
    if run.count >= 11 { runs.append(run) }
    return runs
  }

  private static func isPersonal(_ run: [UInt8]) -> Bool {
    let windows = { (length: Int) in
      run.count >= length ? (0...run.count - length).map { Array(run[$0..<$0 + length]) } : []
    }
    if windows(18).contains(where: isResidentNumber) { return true }
    if run.count == 11, run[0] == 1, (3...9).contains(run[1]) { return true }
    return (16...19).contains(run.count) && !run.contains(10) && passesLuhn(run)
  }

  /// GB 11643: the weighted sum modulo 11 names the check digit.
  private static func isResidentNumber(_ digits: [UInt8]) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    guard !digits.dropLast().contains(10) else { return false }
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return checks[sum % 11] == digits[17]
  }

  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.element) * (item.offset % 2 == 1 ? 2 : 1)
      return sum + (digit > 9 ? digit - 9 : digit)
    }
    return sum % 10 == 0
  }
}
