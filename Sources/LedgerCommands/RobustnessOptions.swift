import ArgumentParser
import LedgerDomain

/// How often peers are ranked again to see how sure a rank is.
struct RobustnessOptions: ParsableArguments {
  @Option(name: .long, help: "How often to rank again.")
  var draws = 10_000
  @Option(name: .long, help: "The seed; the same one gives the same answer.")
  var seed: UInt64 = 1
  @Option(name: .long, help: "How many places from the worst count as the worst.")
  var worst = 3

  /// The columns beside a rank.
  static let columns = [
    Table.Column("low", zh: "区间上", en: "From", isNumber: true),
    Table.Column("high", zh: "区间下", en: "To", isNumber: true),
    Table.Column("in_worst", zh: "列末位概率", en: "In worst", isNumber: true),
    Table.Column("not_told_from", zh: "与之难分先后", en: "Not told apart from"),
  ]

  /// The cells beside the rank of the unit at a position; probabilities in per cent.
  static func cells(
    _ robustness: Robustness, _ position: Int, code: (Int) -> String
  ) -> [String] {
    let band = robustness.bands[position]
    let others = robustness.indistinguishable.compactMap { pair in
      pair.first == position ? pair.second : pair.second == position ? pair.first : nil
    }
    return [
      Standing.rankText(doubled: band.doubledLow) ?? "",
      Standing.rankText(doubled: band.doubledHigh) ?? "",
      robustness.percentInWorst(position),
      others.map(code).joined(separator: " "),
    ]
  }
}
