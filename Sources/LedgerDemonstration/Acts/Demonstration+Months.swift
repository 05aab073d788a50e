import LedgerDomain
import LedgerOperations
import LedgerStore

extension Demonstration {
  /// Loads the base months, as an office brings its spreadsheets in: one file for each unit.
  func loadBase(_ start: CalendarDate) async throws {
    let (base, known) = (plan.baseMonths, plan.baseMonths[0])
    let days = (1...3).map { plan.timetable.calendar.workingDay($0, after: start) }
    let counties = InventedCity.counties.map { (story.returns($0), $0.slug) }
    let agencies = InventedCity.memberAgencies.map { (story.returns($0), $0.slug) }
    try await performer.each(counties + agencies) { [performer] returns, slug in
      try await performer.submit(
        base.map { returns.month($0, known: known) }, returns.form, by: "reporter.\(slug)",
        at: InventedMoment(days[0], 10))
      try await performer.decide(
        .unit, .approve, returns.form, base, by: "reviewer.\(slug)",
        at: InventedMoment(days[1], 10))
    }
    try await submitOffice(
      base, InventedMoment(days[1], 14), approved: InventedMoment(days[1], 15))
    try await performer.decide(
      .office, .approve, nil, base, by: "office", at: InventedMoment(days[2], 10))
    for month in base {
      _ = try await performer.at(InventedMoment(days[2], 14)).closeMonth(
        month, by: performer.by("office"))
    }
    if plan.mergerMonth == plan.publishedMonths[0] {
      try await mergeTownships(InventedMoment(days[2], 16))
    }
  }

  /// The office's own return on every county.
  private func submitOffice(
    _ months: [Month], _ moment: InventedMoment, approved: InventedMoment
  ) async throws {
    let form = story.forms.office
    let items = InventedCity.counties.flatMap { county in
      months.map { story.officeReturns(county).month($0, known: plan.baseMonths[0]) }
    }
    try await performer.submit(items, form, by: "reporter.office", at: moment)
    try await performer.decide(
      .unit, .approve, form, months, by: "reviewer.office", at: approved)
  }

  /// One month, from its first submission to its edition.
  func publish(_ month: Month) async throws {
    try await performer.perform(story.counties(month) + story.agencies(month))
    let day = plan.timetable.closing(month)
    try await submitOffice(
      [month], InventedMoment(day, 10, 10), approved: InventedMoment(day, 10, 40))
    try await performer.decide(
      .office, .approve, nil, [month], by: "office", at: InventedMoment(day, 11, 20))
    try await closeAndPublish(
      month, closed: InventedMoment(day, 15, 30),
      published: InventedMoment(plan.timetable.publication(month), 9, 30))
    try await decideSteps(after: month)
    try await yearly(month, InventedMoment(plan.timetable.publication(month), 15, 20))
    if month.adding(months: 1) == plan.mergerMonth {
      try await mergeTownships(InventedMoment(plan.timetable.publication(month), 16))
    }
    try await meet(after: month)
  }

  private func closeAndPublish(
    _ month: Month, closed: InventedMoment, published: InventedMoment
  ) async throws {
    _ = try await performer.at(closed).closeMonth(month, by: performer.by("office"))
    let proposed = InventedMoment(closed.day, 16, 45)
    for (moment, account) in [(proposed, "office"), (published, "director")] {
      _ = try await performer.at(moment).publishEdition(
        month, scope: InventedCity.code, kind: nil, by: performer.by(account))
    }
  }

  /// The next year's calendar comes in November, its targets in January.
  private func yearly(_ month: Month, _ moment: InventedMoment) async throws {
    let next = month.year + 1
    if month.number == 10, next > plan.publishedMonths[0].year + 1 {
      _ = try await performer.at(moment).importCalendar(
        Self.calendar(next), by: performer.by("office"))
    }
    if month.number == 12 { try await importTargets(next, moment) }
  }

  /// A county finds that its published figures lack cases: the month is reopened by two persons,
  /// corrected, closed and published again.
  func correct(_ month: Month) async throws {
    guard let county = InventedCity.counties.first(where: { $0.code == Story.corrected }) else {
      return
    }
    let closing = plan.timetable.closing(month)
    let days = (2...6).map { plan.timetable.calendar.workingDay($0, after: closing) }
    let form = story.forms.county
    try await performer.at(InventedMoment(days[0], 9, 15)).proposeReopening(
      month, reason: "\(county.name.zh)来函：\(month.number)月月末三起立案归属有误，须更正",
      until: InventedMoment(days[4], 18).timestamp, by: performer.by("office"))
    try await performer.at(InventedMoment(days[0], 10, 40)).agreeToReopening(
      month, by: performer.by("director"))
    let item = story.returns(county).month(month, known: plan.baseMonths[0])
    try await performer.submit(
      [item], form, revises: true, by: "reporter.\(county.slug)",
      at: InventedMoment(days[1], 9, 35))
    try await performer.decide(
      .unit, .approve, form, [month], units: [county.code], by: "reviewer.\(county.slug)",
      at: InventedMoment(days[1], 10, 50))
    try await performer.at(InventedMoment(days[1], 15, 5)).verifyFigure(
      VerificationRequest(
        unit: county.code, form: form.code, period: Period(month), indicator: "CASE_CNT"),
      by: performer.by("verifier.police"))
    try await performer.decide(
      .office, .approve, form, [month], by: "office", at: InventedMoment(days[2], 9, 30))
    try await closeAndPublish(
      month, closed: InventedMoment(days[3], 10), published: InventedMoment(days[4], 9, 20))
  }
}
