/// Over which months a flow adds up, counted back from the month that is evaluated.
public enum Window: Hashable, Sendable {
  /// The month itself.
  case month
  /// January to the month.
  case yearToDate
  /// So many months, the last of which is the month.
  case rolling(Int)
  /// The months from `first` back to `last` back, `first >= last`.
  case between(first: Int, last: Int)

  /// How far back a window may reach.
  static let monthsMax = 60

  /// How many months back the window begins and ends, seen from a month.
  func offsets(from month: Month) -> ClosedRange<Int> {
    switch self {
    case .month: 0...0
    case .yearToDate: 0...month.number - 1
    case .rolling(let count): 0...max(0, count - 1)
    case .between(let first, let last): last...max(first, last)
    }
  }

  /// How many calendar days the window has, seen from a month.
  func days(from month: Month) -> Int {
    let offsets = offsets(from: month)
    let first = month.adding(months: -offsets.upperBound).firstDay
    let last = month.adding(months: -offsets.lowerBound).lastDay
    return Int(last.daysSince2000 - first.daysSince2000) + 1
  }
}

extension Window {
  /// Reads `"month"`, `"ytd"`, `{"rolling": 3}` or `{"window": [5, 3]}`.
  init(_ json: JSONReader) throws(Refusal) {
    switch json.value {
    case "month": self = .month
    case "ytd": self = .yearToDate
    case .object:
      try json.allowOnly("rolling", "window")
      if let rolling = try json.optional("rolling") {
        self = .rolling(try rolling.integer(1...Self.monthsMax))
        return
      }
      let ends = try json.required("window").elements()
      guard ends.count == 2 else { throw json.wrongType("两个月数", "two numbers of months") }
      let first = try ends[0].integer(0...Self.monthsMax)
      self = .between(first: first, last: try ends[1].integer(0...first))
    default:
      throw json.wrongType(
        "\"month\"、\"ytd\"、{\"rolling\": n}", "\"month\", \"ytd\" or {\"rolling\": n}")
    }
  }

  var json: JSONValue {
    switch self {
    case .month: "month"
    case .yearToDate: "ytd"
    case .rolling(let count): ["rolling": .number(String(count))]
    case .between(let first, let last):
      ["window": [.number(String(first)), .number(String(last))]]
    }
  }
}
