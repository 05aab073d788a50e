import LedgerDomain
import Testing

/// The year's way worked out by hand: six months of 21, 17, 25, 27, 34 and 34 cases.
struct YearPathTests {
  private static let half: [Fraction?] = [21, 17, 25, 27, 34, 34].map { Fraction($0) }
  private static let unknown = [Fraction?](repeating: nil, count: 12)

  private func target(_ kind: TargetKind, _ goal: Int64) throws -> Target {
    try Target(
      unit: "A", indicator: "CASES", year: 2026, kind: kind,
      goal: #require(FigureNumber(tenThousandths: goal * 10_000)))
  }

  private func path(
    _ figures: [Fraction?], _ kind: TargetKind? = nil, _ goal: Int64 = 0,
    lastYear: [Fraction?] = YearPathTests.unknown
  ) throws -> YearPath {
    YearPath(
      figures: figures, lastYear: lastYear, target: try kind.map { try target($0, goal) })
  }

  @Test(arguments: [0, 1, 2])
  func `nothing is projected before three months`(months: Int) throws {
    #expect(try path(Array(Self.half.prefix(months)), .atMost, 240).projection == nil)
  }

  @Test func `nothing is projected after a gap, nor when the year is over`() throws {
    for gap in 0..<6 {
      var figures = Self.half
      figures[gap] = nil
      let path = try path(figures, .atMost, 240)
      #expect(path.projection == nil)
      #expect(path.demand(decimals: 0) == nil)
      #expect(path.totals.firstIndex(of: nil) == gap)
      #expect(path.totals.suffix(6 - gap).allSatisfy { $0 == nil })
    }
    let whole = try path([Fraction?](repeating: Fraction(10), count: 12), .atMost, 240)
    #expect(whole.projection == nil && whole.demand(decimals: 0) == nil)
    #expect(whole.totals.last == Fraction(120))
  }

  @Test func `the year goes on like its last three months`() throws {
    let path = try path(Self.half, .atMost, 240)
    #expect(path.totals == [21, 38, 63, 90, 124, 158].map { Fraction($0) })
    let projection = try #require(path.projection)
    // (27 + 34 + 34) / 3 a month: 158 + 6 × 95/3; between 158 + 6 × 27 and 158 + 6 × 34.
    #expect(projection.mean == Fraction(95, over: 3))
    #expect(projection.expected == Fraction(348))
    #expect(projection.low == Fraction(320) && projection.high == Fraction(362))
    // (240 − 158) / 6 = 13 2/3: fourteen a month would be too many.
    #expect(path.demand(decimals: 0) == .atMost(Fraction(13)))
    #expect(path.demand(decimals: 1) == .atMost(Fraction(136, over: 10)))
  }

  @Test func `a goal may be passed or reached before the year ends`() throws {
    #expect(try path(Self.half, .atMost, 157).demand(decimals: 0) == .passed)
    #expect(try path(Self.half, .atMost, 158).demand(decimals: 0) == .atMost(.zero))
    #expect(try path(Self.half, .zero).demand(decimals: 0) == .passed)
    #expect(try path(Self.half, .atLeast, 158).demand(decimals: 0) == .reached)
    // 42 / 6 and 43 / 6: rounded up, so that the goal is met.
    #expect(try path(Self.half, .atLeast, 200).demand(decimals: 0) == .atLeast(Fraction(7)))
    #expect(try path(Self.half, .atLeast, 201).demand(decimals: 0) == .atLeast(Fraction(8)))
  }

  @Test func `a target on last year's change follows last year's months`() throws {
    var before = (1...12).map { Fraction?.some(Fraction(Int128(10 * $0))) }
    let path = try path(Self.half, .yoyAtMostPercent, -15, lastYear: before)
    #expect(path.lastYear.last == Fraction(780))
    #expect(path.due[5] == Fraction(17_850, over: 100))
    #expect(path.goal == Fraction(663))
    // (663 − 158) / 6 = 84 1/6
    #expect(path.demand(decimals: 0) == .atMost(Fraction(84)))
    before[7] = nil
    let broken = try self.path(Self.half, .yoyAtMostPercent, -15, lastYear: before)
    #expect(broken.due[6] != nil && broken.due[7] == nil && broken.goal == nil)
    #expect(broken.demand(decimals: 0) == nil)
    #expect(broken.projection != nil)
  }

  @Test func `a target on the start of the year asks for no total`() throws {
    let path = try path(Self.half, .decreaseFromStart, 5)
    #expect(path.due.isEmpty && path.goal == nil && path.bound == nil)
  }

  @Test func `rounding to the safe side never helps`() {
    let third = Fraction(1, over: 3)
    #expect(third.roundedDown(decimals: 1) == Fraction(3, over: 10))
    #expect(third.roundedUp(decimals: 1) == Fraction(4, over: 10))
    #expect((-third).roundedDown(decimals: 0) == Fraction(-1))
    #expect((-third).roundedUp(decimals: 0) == .zero)
    #expect(Fraction(2).roundedUp(decimals: 2) == Fraction(2))
  }
}
