import LedgerDomain
import PostgresSupport

/// Moments as RFC 3339 writes them.
enum MomentText {
  /// `2026-07-08T09:20:00Z`, to the microsecond where there are any.
  static func text(_ moment: PostgresTimestamp) -> String {
    let day: Int64 = 86_400_000_000
    let (days, rest) = moment.microsecondsSince2000.quotientAndRemainder(dividingBy: day)
    let date = CalendarDate(daysSince2000: Int32(truncatingIfNeeded: rest < 0 ? days - 1 : days))
    let microseconds = rest < 0 ? rest + day : rest
    let seconds = microseconds / 1_000_000
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    let fraction = microseconds % 1_000_000
    let decimals = fraction == 0 ? "" : "." + String(String(fraction + 1_000_000).dropFirst())
    return "\(date)T\(clock)\(decimals)Z"
  }

  /// Reads a moment with its offset from UTC; refused where it is none.
  static func read(_ json: JSONReader) throws(Refusal) -> PostgresTimestamp {
    let text = try json.string()
    guard let moment = moment(text) else {
      throw json.wrongType("时刻，如 2026-07-08T17:20:00+08:00", "a moment: 2026-07-08T17:20:00+08:00")
    }
    return moment
  }

  static func moment(_ text: String) -> PostgresTimestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let clock = clock(bytes[11..<19])
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard let offset = offset(Array(rest)) else { return nil }
    let seconds = Int64(date.daysSince2000) * 86_400 + clock - offset
    return PostgresTimestamp(microsecondsSince2000: seconds * 1_000_000)
  }

  /// `09:20:00` in seconds.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let parts = String(decoding: bytes, as: UTF8.self).split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int64(parts[0]),
      let minute = Int64(parts[1]), let second = Int64(parts[2]), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// `Z` or `+08:00` in seconds.
  private static func offset(_ bytes: [UInt8]) -> Int64? {
    if bytes == [UInt8(ascii: "Z")] { return 0 }
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let clock = clock((bytes[1...] + Array(":00".utf8))[...])
    else { return nil }
    return bytes[0] == UInt8(ascii: "-") ? -clock : clock
  }
}
