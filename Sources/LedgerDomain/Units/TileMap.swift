/// A place on the map of tiles: a row and a column, counted from one at the upper left.
public struct TilePlace: Hashable, Sendable {
  /// How many rows, and how many columns, a map has at most.
  public static let sideMax = 20

  /// The row, from the top.
  public let row: Int
  /// The column, from the left.
  public let column: Int

  /// Nil outside the grid.
  public init?(row: Int, column: Int) {
    guard (1...Self.sideMax).contains(row), (1...Self.sideMax).contains(column) else { return nil }
    self.row = row
    self.column = column
  }

  /// Reads a place from two texts; nil where both are empty.
  ///
  /// Refused where only one is empty, and, with the text, where one is no number of the grid.
  public static func read(row: String, column: String) throws(Refusal) -> TilePlace? {
    if row.isEmpty, column.isEmpty { return nil }
    guard !row.isEmpty, !column.isEmpty else { throw Refusal(TileRefusal.placeIsHalf) }
    return try TilePlace(row: try number(row), column: try number(column)).orRefuse()
  }

  private static func number(_ text: String) throws(Refusal) -> Int {
    let isShort = text.utf8.count <= 2
    let areDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isShort, areDigits, let number = Int(text), (1...sideMax).contains(number) else {
      throw Refusal(TileRefusal.placeMalformed, text, String(sideMax))
    }
    return number
  }
}

extension TilePlace? {
  fileprivate func orRefuse() throws(Refusal) -> TilePlace {
    guard let self else {
      throw Refusal(TileRefusal.placeMalformed, "", String(TilePlace.sideMax))
    }
    return self
  }
}

/// Where the office puts a unit's tile.
public struct PlacedTile: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// Its place; nil takes it off any place of its own.
  public let place: TilePlace?

  /// Puts a unit's tile.
  public init(unit: String, place: TilePlace?) {
    self.unit = unit
    self.place = place
  }
}

/// A map without outlines: one tile for each of some units, on a neutral grid.
public enum TileMap {
  /// A place for each unit: its own, where it has one, else the next free one in the order of
  /// reading below those.
  ///
  /// Of two units of one place the first keeps it. Units beyond the grid's places have none.
  public static func arranged(
    _ units: [String], kept: [String: TilePlace]
  ) -> [(unit: String, place: TilePlace)] {
    var places: [String: TilePlace] = [:]
    var taken: Set<TilePlace> = []
    for unit in units {
      guard let place = kept[unit], taken.insert(place).inserted else { continue }
      places[unit] = place
    }
    let width = max(side(of: units.count), taken.map(\.column).max() ?? 1)
    let below = (taken.map(\.row).max() ?? 0) + 1
    var free = (grid(from: below, width: width) + grid(from: 1, width: TilePlace.sideMax))
      .makeIterator()
    for unit in units where places[unit] == nil {
      while let place = free.next() {
        guard taken.insert(place).inserted else { continue }
        places[unit] = place
        break
      }
    }
    return units.compactMap { unit in places[unit].map { (unit, $0) } }
      .sorted { ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column) }
  }

  /// The least side of a square with so many places.
  private static func side(of count: Int) -> Int {
    (1...TilePlace.sideMax).first { $0 * $0 >= count } ?? TilePlace.sideMax
  }

  private static func grid(from row: Int, width: Int) -> [TilePlace] {
    guard row <= TilePlace.sideMax else { return [] }
    return (row...TilePlace.sideMax).flatMap { row in
      (1...width).compactMap { TilePlace(row: row, column: $0) }
    }
  }

  /// Refuses two units on one place, where both stand on one map: those of one kind below one unit.
  ///
  /// Only maps on which one of the units `changed` stands are looked at.
  public static func check(
    _ kept: [String: TilePlace], changed: Set<String>, in tree: UnitTree
  ) throws(Refusal) {
    let maps = Set(changed.compactMap { tree[$0].map(Key.init) })
    var taken: [Spot: String] = [:]
    for unit in tree.all where maps.contains(Key(unit)) {
      guard let place = kept[unit.code] else { continue }
      if let other = taken.updateValue(unit.code, forKey: Spot(map: Key(unit), place: place)) {
        throw Refusal(
          TileRefusal.placeTaken, other, unit.code, String(place.row), String(place.column))
      }
    }
  }

  private struct Key: Hashable {
    let parent: String?
    let kind: String

    init(_ unit: UnitVersion) {
      parent = unit.parent
      kind = unit.kind
    }
  }

  private struct Spot: Hashable {
    let map: Key
    let place: TilePlace
  }
}

/// Why a tile is not put where somebody wants it.
public enum TileRefusal: String, RefusalReason {
  case placeMalformed = "tile.place_malformed"
  case placeIsHalf = "tile.place_is_half"
  case placeTaken = "tile.place_taken"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .placeMalformed:
      BilingualText(
        zh: "“{0}”不是地图上的行或列。", en: "“{0}” is no row or column of the map.")
    case .placeIsHalf:
      BilingualText(
        zh: "行和列只写了一个。", en: "Of row and column only one is given.")
    case .placeTaken:
      BilingualText(
        zh: "{0} 和 {1} 都放在第 {2} 行第 {3} 列。",
        en: "{0} and {1} are both in row {2}, column {3}.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .placeMalformed:
      BilingualText(zh: "请写 1 至 20 的整数。", en: "Write a whole number from 1 to 20.")
    case .placeIsHalf:
      BilingualText(
        zh: "两个都写，或两个都留空。", en: "Give both, or leave both empty.")
    case .placeTaken:
      BilingualText(zh: "请给其中一个换个位置。", en: "Put one of them elsewhere.")
    }
  }
}
