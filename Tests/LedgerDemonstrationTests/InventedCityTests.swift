import LedgerDomain
import Testing

@testable import LedgerDemonstration

/// The city, its accounts, its months and its days.
struct InventedCityTests {
  @Test func `twelve counties, six million residents, forty agencies`() {
    #expect(InventedCity.counties.count == 12)
    let residents = InventedCity.counties.map(\.residents).reduce(0, +)
    #expect((6_200_000...6_400_000).contains(residents))
    for county in InventedCity.counties {
      #expect(county.townships.map(\.residents).reduce(0, +) == county.residents)
      #expect(
        county.townships.allSatisfy { $0.code.hasPrefix(county.code) && $0.residents > 5_000 })
    }
    #expect(InventedCity.memberAgencies.count == 27)
    #expect(InventedCity.agencies.count == 40)
    let groups = Dictionary(grouping: InventedCity.counties, by: \.group).mapValues(\.count)
    #expect(groups == [.key: 5, .second: 3, .other: 4])
  }

  @Test func `codes begin with 99, which no division has, and no name stands twice`() {
    let codes =
      [InventedCity.code] + InventedCity.counties.map(\.code)
      + InventedCity.counties.flatMap { $0.townships.map(\.code) }
      + InventedCity.agencies.map(\.code)
    #expect(codes.allSatisfy { $0.hasPrefix("99") && UnitTree.isCode($0) })
    #expect(Set(codes).count == codes.count)
    let names =
      InventedCity.counties.map(\.name.zh)
      + InventedCity.counties.flatMap { $0.townships.map(\.name.zh) }
      + InventedCity.agencies.map(\.name.zh)
    #expect(Set(names).count == names.count)
  }

  @Test func `every role has an account, and nobody has two`() {
    let accounts = DemonstrationAccounts.all
    #expect(Set(accounts.map(\.role)) == Set(Role.allCases))
    #expect(Set(accounts.map(\.name)).count == accounts.count)
    #expect(accounts.contains { $0.name == "reporter.huwan" && $0.unit == "990128" })
    #expect(accounts.contains { $0.name == "verifier.central-bank" && $0.unit == "990100-23" })
  }

  @Test func `a plan begins with the January before its first year`() throws {
    let plan = try Sample.plan("2026-06")
    #expect(plan.publishedMonths.first == Month("2024-07") && plan.publishedMonths.count == 24)
    #expect(plan.baseMonths.first == Month("2023-01") && plan.baseMonths.last == Month("2024-06"))
    #expect(plan.openMonth == Month("2026-07"))
    #expect(DemonstrationPlan.usualMonth(on: Sample.today) == Month("2026-09"))
  }

  @Test(arguments: [
    ("2026-11", "demonstration.month_not_over"), ("2031-01", "demonstration.month_not_over"),
    ("2004-12", "demonstration.month_too_early"), ("0001-01", "demonstration.month_too_early"),
  ])
  func `a month that is not over, or long ago, is refused`(month: String, code: String) async {
    #expect(await refusal { try Sample.plan(month, months: 60) } == code)
  }

  @Test func `months close on the ninth or the next working day, after everything came`() throws {
    let plan = try Sample.plan("2026-06", months: 60)
    let story = try Sample.story(plan)
    var late = 0
    for month in plan.publishedMonths {
      let closing = plan.timetable.closing(month)
      let (_, number, day) = closing.components
      #expect((9...18).contains(day) && number == month.adding(months: 1).number, "\(closing)")
      #expect(plan.timetable.calendar.isWorking(closing))
      let due = plan.timetable.workingDay(3, after: month)
      for line in story.counties(month) + story.agencies(month) {
        let moments = line.steps.map(\.moment)
        #expect(moments == moments.sorted(), "\(line.unit) \(month)")
        #expect(try #require(moments.last) < InventedMoment(closing, 10, 10), "\(line.unit)")
        #expect(moments.allSatisfy { plan.timetable.calendar.isWorking($0.day) })
        late += moments[0].day > due ? 1 : 0
      }
    }
    #expect((60...400).contains(late), "\(late) of \(60 * 39)")
  }

  @Test(arguments: [2019, 2024, 2025, 2026, 2040])
  func `a year's holidays are its own days, once each`(year: Int) {
    let days = DemonstrationCalendar.days(year).map(\.date)
    #expect(Set(days).count == days.count && days.allSatisfy { $0.components.year == year })
    #expect(days.count >= 13)
  }
}
