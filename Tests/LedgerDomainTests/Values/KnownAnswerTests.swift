import LedgerDomain
import Testing

/// The known answers of the work summaries: figures that real reports printed.
struct KnownAnswerTests {
  private static func change(_ now: Int128, _ before: Int128) throws -> Fraction {
    try quotient(Fraction(now - before), Fraction(before))
  }

  private static func quotient(_ top: Fraction, _ bottom: Fraction) throws -> Fraction {
    let quotient: Fraction? = top / bottom
    return try #require(quotient)
  }

  private static func percent(_ fraction: Fraction, _ decimals: Int = 2) -> String {
    (fraction * Fraction(100)).text(decimals: decimals)
  }

  @Test(arguments: [
    (200, 476, "-57.98"), (1576, 2875, "-45.18"), (1075, 1066, "0.84"), (5292, 6634, "-20.23"),
  ])
  func `a change on last year prints as published`(
    now: Int, before: Int, printed: String
  ) throws {
    #expect(try Self.percent(Self.change(Int128(now), Int128(before))) == printed)
  }

  /// The whole numbers whose change to `now` prints as published.
  private static func bases(_ now: Int, _ printed: String) throws -> [Int] {
    let parts = printed.split(separator: ".")
    let decimals = parts.count == 2 ? parts[1].count : 0
    var bases: [Int] = []
    for base in 100..<5000
    where percent(try change(Int128(now), Int128(base)), decimals) == printed {
      bases.append(base)
    }
    return bases
  }

  @Test(arguments: [
    (200, "-57.98", [476, 476]), (1576, "-45.18", [2875, 2875]), (1075, "0.84", [1066, 1066]),
    (1595, "-55.5", [3581, 3588]), (1263, "-47", [2361, 2405]),
  ])
  func `a printed change names the bases that it can have come from, and no other`(
    now: Int, printed: String, ends: [Int]
  ) throws {
    let bases = try Self.bases(now, printed)
    #expect([bases.first, bases.last] == ends)
    #expect(bases.count == ends[1] - ends[0] + 1)
  }

  @Test func `shares, daily averages and rates print as published`() throws {
    #expect(Self.percent(Fraction(1811, over: 2141)) == "84.59")
    #expect(Fraction(1595, over: 181).text(decimals: 1) == "8.8")
    #expect(Fraction(1595, over: 180).text(decimals: 1) == "8.9")
    #expect(Fraction(13700, over: 181).text(decimals: 1) == "75.7")
    #expect(Fraction(13700, over: 180).text(decimals: 1) == "76.1")
    #expect(Fraction(200, over: 151).text(decimals: 1) == "1.3")
    #expect(Self.percent(Fraction(87412, over: 1_370_000)) == "6.38")
    #expect(Self.percent(Fraction(6634 - 5292, over: 3331), 1) != "59.7")
    #expect(Self.percent(Fraction(3584 - 1595, over: 3331), 1) == "59.7")
  }

  @Test func `a rate is computed from unrounded parts`() throws {
    let now = Fraction(1576, over: 200)
    let before = Fraction(2875, over: 476)
    #expect(now.text(decimals: 2) == "7.88")
    #expect(before.text(decimals: 2) == "6.04")
    #expect(Self.percent(try Self.quotient(now - before, before)) == "30.47")
    let rounded = Fraction(604, over: 100)
    #expect(Self.percent(try Self.quotient(now - rounded, rounded)) == "30.46")
  }

  @Test func `counting and counting per resident order counties differently`() {
    let counties = [("桐庐", 200, 453_106), ("建德", 155, 442_709), ("淳安", 143, 328_957)]
    let perTenThousand = counties.map { name, cases, people in
      (name, Fraction(Int128(cases) * 10_000, over: Int128(people)))
    }
    #expect(perTenThousand.map { $0.1.text(decimals: 2) } == ["4.41", "3.50", "4.35"])
    #expect(perTenThousand.sorted { $0.1 > $1.1 }.map(\.0) == ["桐庐", "淳安", "建德"])
    #expect(Fraction(15_950_000, over: 6_491_088).text(decimals: 2) == "2.46")
    #expect(Fraction(15_950_000, over: 6_437_000).text(decimals: 2) == "2.48")
  }

  @Test func `万 and 亿 are understood`() {
    for (text, tenThousandths) in [
      ("1.37亿", 1_370_000_000_000), ("10.7万", 1_070_000_000), ("0.2万", 20_000_000),
    ] {
      #expect(
        FigureText.number(text, decimals: 0)
          == FigureNumber(tenThousandths: Int64(tenThousandths)).map(Result.success), "\(text)")
    }
  }

  @Test func `days between a meeting and its relay`() throws {
    let meeting = try #require(CalendarDate("2020-11-19"))
    #expect(meeting.adding(days: 4) == CalendarDate("2020-11-23"))
    #expect(meeting.adding(days: 6) == CalendarDate("2020-11-25"))
  }
}
