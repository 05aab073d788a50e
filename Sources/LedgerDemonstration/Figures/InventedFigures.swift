import LedgerDomain

/// The figures of the city that exists nowhere.
///
/// A month's figures follow from the seed and the month alone, in whole numbers only: every machine
/// makes the same, and another span of months changes none of them. Figures are ten-thousandths of
/// the indicator's unit, by indicator.
struct InventedFigures: Sendable {
  let seed: UInt64

  /// When a return comes.
  enum Punctuality {
    case onTime
    case late
    case afterReminder
  }

  /// The month in which levels are as they are stated; a year later they have fallen.
  private static let reference = 2025 * 12 + 6
  /// How a month differs from the year's mean, in thousandths: little happens around New Year.
  private static let seasons = [
    1_060, 820, 980, 1_000, 1_010, 1_040, 1_050, 1_030, 1_000, 980, 1_010, 1_020,
  ]

  func dice(_ unit: String, _ topic: String, _ index: Int) -> Dice {
    Dice(seed: seed, "\(unit)/\(topic)", index)
  }

  /// Whether a county's return comes in time.
  func punctuality(_ county: InventedCounty, _ month: Month) -> Punctuality {
    var dice = dice(county.code, "late", month.index)
    let roll = dice.below(100)
    guard roll < county.character.late else { return .onTime }
    return roll * 5 < county.character.late ? .afterReminder : .late
  }

  // MARK: - Cases

  /// How many cases a county files in a month.
  func cases(_ county: InventedCounty, _ month: Month) -> Int {
    var dice = dice(county.code, "cases", month.index)
    return counted(expectedCases(county, month), county.character.noise, &dice)
  }

  /// A whole number around an expected one (in thousandths), as counting scatters.
  func counted(_ expected: Int, _ noise: Int, _ dice: inout Dice) -> Int {
    let scatter = Whole.root(expected * 1_000) * dice.deviation() / 1_000 * noise / 1_000
    return max(0, (expected + scatter + 500) / 1_000)
  }

  /// The expected cases, in thousandths.
  func expectedCases(_ county: InventedCounty, _ month: Month) -> Int {
    var expected = county.residents * 42 / 1_000
    expected = Whole.scaled(expected, county.character.level)
    expected = Whole.scaled(expected, Self.trend(month, yearLeaves: county.character.yearLeaves))
    expected = Whole.scaled(expected, Self.seasons[month.number - 1])
    return Whole.scaled(expected, drift(county, month))
  }

  /// What the years since the reference leave, in thousandths; beyond twelve years it stays.
  static func trend(_ month: Month, yearLeaves: Int) -> Int {
    let distance = min(max(month.index - reference, -144), 144)
    let (years, months) = Whole.divided(distance, by: 12)
    func level(_ years: Int) -> Int {
      (0..<abs(years)).reduce(1_000_000) { level, _ in
        years > 0 ? level * yearLeaves / 1_000 : level * 1_000 / yearLeaves
      }
    }
    let (start, end) = (level(years), level(years + 1))
    return (start + (end - start) * months / 12) / 1_000
  }

  /// How a county's level has drifted and swung, in thousandths.
  private func drift(_ county: InventedCounty, _ month: Month) -> Int {
    let character = county.character
    var shift = dice(county.code, "phase", 0)
    let (block, place) = Whole.divided(month.index + shift.below(6), by: 6)
    func node(_ block: Int) -> Int {
      var dice = dice(county.code, "drift", block)
      return dice.among(-character.wave...character.wave)
    }
    let (start, end) = (node(block), node(block + 1))
    // Out for fifteen months and back for fifteen.
    let turn = Whole.divided(month.index - 2, by: 30).rest
    let out = turn < 15 ? turn : 30 - turn
    return 1_000 + start + (end - start) * place / 6 + character.swing * (2 * out - 15) / 15
  }

  /// The cases from January to a month.
  func casesThisYear(_ county: InventedCounty, _ month: Month) -> Int {
    (month.january.index...month.index).reduce(0) { $0 + cases(county, Month(index: $1)) }
  }
}
