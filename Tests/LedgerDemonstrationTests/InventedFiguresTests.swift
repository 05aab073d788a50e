import LedgerDomain
import Testing

@testable import LedgerDemonstration

/// Figures that nobody reported: the same on every machine, and possible.
struct InventedFiguresTests {
  private static func months(_ first: String, _ count: Int) throws -> [Month] {
    let month = try Sample.month(first)
    return (0..<count).map { month.adding(months: $0) }
  }

  private static func returns(_ seed: UInt64) throws -> [InventedReturns] {
    let story = try Sample.story(Sample.plan(), seed: seed)
    return InventedCity.counties.map { story.returns($0) }
      + InventedCity.counties.map { story.officeReturns($0) }
      + InventedCity.memberAgencies.map { story.returns($0) }
  }

  @Test func `every field of the default forms has a figure, and no figure is without a field`()
    throws
  {
    let month = try Sample.month("2026-06")
    for returns in try Self.returns(1) {
      let figures = returns.figures(month)
      #expect(Set(figures.keys) == Set(returns.form.fields.map(\.indicator)), "\(returns.unit)")
    }
  }

  @Test(arguments: [UInt64(2026), 1, .max])
  func `no figure is impossible, and what is unusual is explained`(seed: UInt64) throws {
    var explained = 0
    for returns in try Self.returns(seed) {
      let months = try Self.months("2023-01", 43)
      let all = months.map { returns.month($0, known: months[0]) }
      for (position, item) in all.enumerated() {
        var earlier: [Int: [Figure]] = [:]
        for back in returns.form.periodsChecked where back <= position {
          earlier[back] = all[position - back].figures.map(Figure.number)
        }
        let lastYear = position >= 12 ? all[position - 12].figures.map(Figure.number) : nil
        let context = SubmissionContext(
          earlier: earlier, yearEarlier: lastYear, isFirstOfYear: item.month.number == 1)
        for finding in returns.form.findings(item.figures.map(Figure.number), context) {
          #expect(!finding.isImpossible, "\(item.unit) \(item.month) \(finding)")
          #expect(item.notes[finding.field] != nil, "\(item.unit) \(item.month) \(finding)")
        }
        explained += item.notes.count
        for note in item.notes.values { #expect(FreeText.accepted(note) == note) }
      }
    }
    #expect(explained > 20 && explained < 1_000, "\(explained)")
  }

  @Test(arguments: ["0001-01", "1990-05", "2055-12", "9998-12"])
  func `no month stops the program`(month: String) throws {
    let month = try Sample.month(month)
    for returns in try Self.returns(7) {
      #expect(returns.figures(month).values.allSatisfy { $0 >= 0 }, "\(returns.unit)")
    }
  }

  @Test func `a seed gives the same figures on every machine, and another seed others`() throws {
    func digest(_ seed: UInt64) throws -> UInt64 {
      let month = try Sample.month("2026-06")
      var hash: UInt64 = 14_695_981_039_346_656_037
      for returns in try Self.returns(seed) {
        for figure in returns.month(month, known: month.adding(months: -12)).figures {
          hash = (hash ^ UInt64(bitPattern: figure.tenThousandths)) &* 1_099_511_628_211
        }
      }
      return hash
    }
    let known = try digest(2026)
    #expect(known == 5_189_492_635_074_377_360)
    #expect(try digest(2027) != digest(2026))
  }

  @Test(arguments: [UInt64(2026), 7, 99])
  func `the city's totals are those of a city of six million`(seed: UInt64) throws {
    let figures = InventedFigures(seed: seed)
    func total(_ indicator: String, _ months: [Month]) -> Int {
      InventedCity.counties.reduce(0) { sum, county in
        sum + months.reduce(0) { $0 + (figures.county(county, $1)[indicator] ?? 0) }
      }
    }
    let months = try Self.months("2026-01", 6)
    let before = months.map { $0.adding(months: -12) }
    let cases = total("CASE_CNT", months) / 10_000
    #expect((1_200...2_200).contains(cases), "\(cases)")
    let lastYear = total("CASE_CNT", before) / 10_000
    #expect((75...95).contains(cases * 100 / lastYear), "\(cases) after \(lastYear)")
    let average = total("LOSS_AMT", months) / cases
    #expect((50_000...130_000).contains(average), "\(average) yuan a case")
    let visits = total("WARN_VISIT_CNT", months) * 100 / total("WARN_VISIT_DUE", months)
    #expect((70...97).contains(visits), "\(visits) %")
    let registered =
      total("APP_REG_CNT", [months[5]]) * 100 / total("SITE_CNT", [months[5]]) / 2_600
    #expect((25...65).contains(registered), "\(registered) %")
  }

  @Test func `what only grows, grows, and villages without a case grow fewer within a year`() throws
  {
    let figures = InventedFigures(seed: 2026)
    for county in InventedCity.counties {
      let months = try Self.months("2024-01", 36).map { ($0, figures.county(county, $0)) }
      for ((_, before), (month, after)) in zip(months, months.dropFirst()) {
        for indicator in ["APP_REG_CNT", "NOFRAUD_NAMED_CNT"] {
          #expect(after[indicator, default: 0] >= before[indicator, default: 0], "\(month)")
        }
        guard month.number > 1 else { continue }
        #expect(after["ZERO_SITE_CNT", default: 0] <= before["ZERO_SITE_CNT", default: 0])
      }
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 1), (4, 2), (99, 9), (100, 10), (Int.max, 3_037_000_499)])
  func `a root is exact`(square: Int, root: Int) {
    #expect(Whole.root(square) == root)
  }
}
