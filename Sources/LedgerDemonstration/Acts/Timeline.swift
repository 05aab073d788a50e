import LedgerDomain

/// What happens to one submission, in order: done by those who may, at their moments.
struct Timeline: Sendable {
  /// One step.
  enum Step: Sendable {
    case submit(InventedReturn, revises: Bool)
    case approve
    case returnByOffice(reason: String)
    case confirm(indicator: String, by: String)
    case dispute(indicator: String, figure: String, reason: String, by: String)
  }

  let unit: String
  /// The word that its accounts' names end with.
  let slug: String
  let month: Month
  let form: Form
  var steps: [(moment: InventedMoment, step: Step)] = []

  mutating func add(_ moment: InventedMoment, _ step: Step) { steps.append((moment, step)) }
}

/// What happens in which month: the plain returns, and the few that go astray.
struct Story: Sendable {
  let plan: DemonstrationPlan
  let figures: InventedFigures
  let forms: Forms

  struct Forms: Sendable {
    let county: Form
    let agency: Form
    let office: Form
  }

  private var timetable: Timetable { plan.timetable }

  // Who goes astray when, by code.
  private static let disputed = "990123"
  private static let returned = "990127"
  /// The county whose published figures are corrected.
  static let corrected = "990126"

  func returns(_ county: InventedCounty) -> InventedReturns {
    InventedReturns(
      form: forms.county, figures: { [figures] in figures.county(county, $0) }, unit: county.code)
  }

  func returns(_ agency: InventedAgency) -> InventedReturns {
    InventedReturns(
      form: forms.agency, figures: { [figures] in figures.agency(agency, $0) }, unit: agency.code)
  }

  func officeReturns(_ county: InventedCounty) -> InventedReturns {
    InventedReturns(
      form: forms.office, figures: { [figures] in figures.office(county, $0) }, unit: county.code)
  }

  // MARK: - A month that is closed

  /// The counties' submissions of a month.
  func counties(_ month: Month) -> [Timeline] {
    InventedCity.counties.map { county in
      let item = returns(county).month(month, known: plan.baseMonths[0])
      switch (county.code, month) {
      case (Self.disputed, plan.disputedMonth): return disputed(county, item)
      case (Self.returned, plan.returnedMonth): return returned(county, item)
      case (Self.corrected, plan.correctedMonth):
        return plain(county, fewerCases(county, item))
      default: return plain(county, item)
      }
    }
  }

  /// Three cases fewer than there were; three more where that leaves too few.
  private func fewerCases(_ county: InventedCounty, _ right: InventedReturn) -> InventedReturn {
    returns(county).wrong(right, known: plan.baseMonths[0], "CASE_CNT") {
      $0 >= 80_000 ? $0 - 30_000 : $0 + 30_000
    }
  }

  private func plain(_ county: InventedCounty, _ item: InventedReturn) -> Timeline {
    let month = item.month
    var dice = figures.dice(county.code, "times", month.index)
    var line = Timeline(unit: county.code, slug: county.slug, month: month, form: forms.county)
    let minute = dice.below(60)
    let submitted: InventedMoment
    let approved: InventedMoment
    switch figures.punctuality(county, month) {
    case .onTime:
      let day = dice.below(10) == 0 ? 1 : dice.among(2...3)
      submitted = InventedMoment(
        timetable.workingDay(day, after: month), dice.among(9...17), minute)
      approved = InventedMoment(
        timetable.workingDay(day + 1, after: month), dice.among(9...11), minute)
    case .late:
      let day = timetable.workingDay(4, after: month)
      submitted = InventedMoment(day, dice.among(9...14), minute)
      approved = InventedMoment(day, 16, minute)
    case .afterReminder:
      let day = timetable.closing(month)
      submitted = InventedMoment(day, 8, minute / 4 + 10)
      approved = InventedMoment(day, 8, minute / 4 + 40)
    }
    line.add(submitted, .submit(item, revises: false))
    line.add(approved, .approve)
    let verified = max(
      InventedMoment(timetable.workingDay(5, after: month), 9, minute / 2),
      InventedMoment(approved.day, 9, 30 + minute / 2))
    verify(county, at: verified, &line)
    return line
  }

  /// The agencies that hold the source look at a few figures of each county.
  private func verify(
    _ county: InventedCounty, at moment: InventedMoment, _ line: inout Timeline
  ) {
    var dice = figures.dice(county.code, "verified", line.month.index)
    var checks = [("CASE_CNT", "verifier.police")]
    if dice.below(3) == 0 { checks.append(("CARD_OPEN_LEAD", "verifier.central-bank")) }
    if dice.below(3) == 0 { checks.append(("CARD_HUKOU_LEAD", "verifier.telecom")) }
    for (indicator, account) in checks {
      line.add(moment, .confirm(indicator: indicator, by: account))
    }
  }

  /// The police count three more cases than the county; the office returns the submission, and the
  /// county corrects it.
  private func disputed(_ county: InventedCounty, _ item: InventedReturn) -> Timeline {
    let month = item.month
    let (third, fourth) = (
      timetable.workingDay(3, after: month), timetable.workingDay(4, after: month)
    )
    var line = Timeline(unit: county.code, slug: county.slug, month: month, form: forms.county)
    let wrong = fewerCases(county, item)
    let right = forms.county.field(of: "CASE_CNT").map { item.figures[$0].description } ?? ""
    line.add(
      InventedMoment(timetable.workingDay(2, after: month), 14, 20), .submit(wrong, revises: false))
    line.add(InventedMoment(third, 9, 10), .approve)
    line.add(
      InventedMoment(third, 15, 40),
      .dispute(
        indicator: "CASE_CNT", figure: right, reason: "立案台账中月末三起的归属月份与县里所报不一致",
        by: "verifier.police"))
    line.add(
      InventedMoment(fourth, 9, 5),
      .returnByOffice(reason: "市公安局对发案数提出异议，请与立案台账核对后重报"))
    line.add(InventedMoment(fourth, 14, 30), .submit(item, revises: true))
    line.add(InventedMoment(fourth, 16, 15), .approve)
    verify(county, at: InventedMoment(timetable.workingDay(5, after: month), 9, 10), &line)
    return line
  }

  /// A sum of money is ten times too great; the office sees it and returns the submission.
  private func returned(_ county: InventedCounty, _ item: InventedReturn) -> Timeline {
    let month = item.month
    let (third, fourth) = (
      timetable.workingDay(3, after: month), timetable.workingDay(4, after: month)
    )
    var line = Timeline(unit: county.code, slug: county.slug, month: month, form: forms.county)
    let wrong = returns(county).wrong(item, known: plan.baseMonths[0], "RECOVER_AMT") { $0 * 10 }
    line.add(
      InventedMoment(timetable.workingDay(2, after: month), 16, 45), .submit(wrong, revises: false))
    line.add(InventedMoment(third, 9, 50), .approve)
    line.add(
      InventedMoment(third, 14, 10),
      .returnByOffice(reason: "挽损返还金额约为上月的十倍，疑似小数点错位，请对照返还凭证核对后重报"))
    line.add(InventedMoment(fourth, 10, 25), .submit(item, revises: true))
    line.add(InventedMoment(fourth, 11, 30), .approve)
    verify(county, at: InventedMoment(timetable.workingDay(5, after: month), 9, 15), &line)
    return line
  }

  /// The agencies' submissions of a month.
  func agencies(_ month: Month) -> [Timeline] {
    InventedCity.memberAgencies.map { agency in
      var dice = figures.dice(agency.code, "times", month.index)
      var line = Timeline(unit: agency.code, slug: agency.slug, month: month, form: forms.agency)
      let isLate = dice.below(25) == 0
      let day = isLate ? 4 : dice.among(1...3)
      let submitted = InventedMoment(
        timetable.workingDay(day, after: month), dice.among(9...15), dice.below(60))
      let approved =
        isLate
        ? InventedMoment(submitted.day, 16, dice.below(60))
        : InventedMoment(
          timetable.workingDay(day + 1, after: month), dice.among(9...10), dice.below(60))
      line.add(
        submitted,
        .submit(returns(agency).month(month, known: plan.baseMonths[0]), revises: false))
      line.add(approved, .approve)
      return line
    }
  }

  // MARK: - The month that is open

  /// The submissions of the month after the last published one, as far as they have come: some
  /// approved, some submitted, some missing.
  func open(_ month: Month, until now: InventedMoment) -> [Timeline] {
    let counties = counties(month).enumerated().map { position, line in
      cut(line, after: [2, 2, 1, 2, 2, 1, 0, 2, 0, 1, 0, 2][position % 12])
    }
    let agencies = agencies(month).enumerated().map { position, line in
      cut(line, after: [2, 2, 1, 2, 0][position % 5])
    }
    return (counties + agencies).map { line in
      var line = line
      line.steps.removeAll { $0.moment > now }
      return line
    }
  }

  private func cut(_ line: Timeline, after steps: Int) -> Timeline {
    var line = line
    line.steps = Array(line.steps.prefix(steps))
    return line
  }
}
