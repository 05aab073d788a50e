/// A date as PostgreSQL keeps it.
public struct PostgresDate: Hashable, Comparable, Sendable {
  /// Days since 2000-01-01.
  public let daysSince2000: Int32

  /// Creates a date from its day count.
  public init(daysSince2000: Int32) {
    self.daysSince2000 = daysSince2000
  }

  /// The earlier date first.
  public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
    left.daysSince2000 < right.daysSince2000
  }
}

/// A `timestamptz` as PostgreSQL keeps it.
public struct PostgresTimestamp: Hashable, Comparable, Sendable {
  /// Microseconds since 2000-01-01 00:00 UTC.
  public let microsecondsSince2000: Int64

  /// Seconds from the Unix epoch to 2000-01-01.
  private static let epochSeconds: Int64 = 946_684_800

  /// Creates a time from its microseconds.
  public init(microsecondsSince2000: Int64) {
    self.microsecondsSince2000 = microsecondsSince2000
  }

  /// Creates a time from microseconds since 1970.
  public init(unixMicroseconds: Int64) {
    self.microsecondsSince2000 = unixMicroseconds &- Self.epochSeconds * 1_000_000
  }

  /// Microseconds since 1970.
  public var unixMicroseconds: Int64 { microsecondsSince2000 &+ Self.epochSeconds * 1_000_000 }

  /// The earlier time first.
  public static func < (left: PostgresTimestamp, right: PostgresTimestamp) -> Bool {
    left.microsecondsSince2000 < right.microsecondsSince2000
  }
}

/// The types that parameters and columns have, with their object identifiers.
public enum PostgresType: UInt32, Sendable {
  case bool = 16
  case bytea = 17
  case character = 18
  case name = 19
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case date = 1082
  case timestamp = 1184
  case boolArray = 1000
  case byteaArray = 1001
  case int4Array = 1007
  case textArray = 1009
  case int8Array = 1016
  case dateArray = 1182
}
