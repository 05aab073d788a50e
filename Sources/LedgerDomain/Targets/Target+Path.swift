import BigInt

extension Target {
  /// Twelve cumulative values that share a goal out as the months of another year did, rounded to
  /// so many decimals, half away from zero; the last is the goal itself.
  ///
  /// Nil where those months are not twelve, one is below zero, or all are zero.
  public static func path(
    to goal: FigureNumber, like months: [FigureNumber], decimals: Int
  ) -> [FigureNumber]? {
    let total = months.reduce(Int128(0)) { $0 + Int128($1.tenThousandths) }
    guard months.count == 12, total > 0, months.allSatisfy({ $0 >= .zero }) else { return nil }
    let decimals = min(max(decimals, 0), 4)
    var unit: Int64 = 10_000
    for _ in 0..<decimals { unit /= 10 }
    var sum: Int128 = 0
    var path: [FigureNumber] = []
    for month in months.dropLast() {
      sum += Int128(month.tenThousandths)
      guard let share = Fraction(sum) / Fraction(total),
        let units = Int64(exactly: (goal.fraction * share).rounded(decimals: decimals)),
        let value = FigureNumber(tenThousandths: units &* unit)
      else { return nil }
      path.append(value)
    }
    return path + [goal]
  }
}
