public import LedgerDomain

/// Where a file's columns are.
public struct CSVHeader: Sendable {
  private let positions: [String: Int]
  /// How many columns the file has.
  public let count: Int

  /// Reads a header: every required column once, no column that is not known.
  public init(
    _ fields: [String], required: [String], optional: [String] = []
  ) throws(Refusal) {
    let known = required + optional
    let form = known.joined(separator: ",")
    var positions: [String: Int] = [:]
    for (position, name) in fields.enumerated() {
      let place = Place.line(1, column: position + 1)
      guard known.contains(name) else {
        throw Refusal(CSVRefusal.headerUnknown, at: place, name, form)
      }
      guard positions.updateValue(position, forKey: name) == nil else {
        throw Refusal(CSVRefusal.headerTwice, at: place, name, form)
      }
    }
    for name in required where positions[name] == nil {
      throw Refusal(CSVRefusal.headerMissing, at: .line(1, column: nil), name, form)
    }
    self.positions = positions
    count = fields.count
  }

  /// The position of a column, nil when the file has none.
  public func position(_ name: String) -> Int? { positions[name] }

  /// One field of a row; empty when the file has no such column.
  func field(_ name: String, _ row: [String]) -> String {
    positions[name].map { row[$0] } ?? ""
  }

  /// The place of a column in a line.
  func place(_ line: Int, _ name: String) -> Place {
    .line(line, column: positions[name].map { $0 + 1 })
  }

  /// Refuses a record that has too few or too many fields.
  func check(_ fields: Int, line: Int) throws(Refusal) {
    guard fields != count else { return }
    throw Refusal(
      fields < count ? CSVRefusal.fieldsMissing : CSVRefusal.fieldsExtra,
      at: .line(line, column: nil), String(fields), String(count))
  }
}
