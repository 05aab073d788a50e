import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// When the city's campaigns are: one of last winter, across the turn of the year, and one without
/// end that still runs.
struct InventedCampaigns: Sendable {
  /// The first day of the winter's.
  let start: CalendarDate
  /// Its last day as it was set at first, and as it was extended.
  let firstEnd, end: CalendarDate
  /// Whether it began after the ledger was taken into use; else it is brought in with the base.
  let isInMotion: Bool
  /// The days for which the counties have daily figures because of it.
  let days: Set<CalendarDate>
  private let plan: DemonstrationPlan

  /// The latest winter that lies wholly in the published months, or wholly before them.
  init?(_ plan: DemonstrationPlan) {
    guard let first = plan.publishedMonths.first, let last = plan.publishedMonths.last,
      let known = plan.baseMonths.first
    else { return nil }
    for year in (known.year...last.year).reversed() {
      guard let start = CalendarDate(year: year, month: 11, day: 16),
        let firstEnd = CalendarDate(year: year, month: 12, day: 31),
        let end = CalendarDate(year: year + 1, month: 1, day: 15), start >= known.firstDay
      else { continue }
      let isInMotion = first < Month(containing: start) && Month(containing: end) <= last
      guard isInMotion || Month(containing: end) < first else { continue }
      let length = Int(end.daysSince2000 - start.daysSince2000) + 1
      let yearBefore = Period(.day, containing: start).yearEarlier.firstDay
      days = Set(
        (0..<length).flatMap { offset in
          [
            start.adding(days: offset), start.adding(days: -offset - 1),
            yearBefore.adding(days: offset),
          ]
        }.filter { $0 >= known.firstDay })
      (self.start, self.firstEnd, self.end) = (start, firstEnd, end)
      self.isInMotion = isInMotion
      self.plan = plan
      return
    }
    return nil
  }

  var code: String { "winter-\(start.components.year)" }

  /// What it is, with one of its two ends.
  var definition: JSONValue {
    let year = start.components.year
    func day(_ month: Int, _ day: Int) -> JSONValue {
      .string(CalendarDate(year: year, month: month, day: day)?.description ?? "")
    }
    let end = isInMotion ? firstEnd : end
    let phases: [JSONValue] = [
      ["label": ["zh": "集中研判", "en": "Analysis"], "from": day(11, 16), "to": day(11, 30)],
      ["label": ["zh": "突出重点", "en": "Priorities"], "from": day(12, 1), "to": day(12, 15)],
      [
        "label": ["zh": "分批收网", "en": "Execution in stages"], "from": day(12, 16),
        "to": .string(end.description),
      ],
    ]
    return [
      "code": .string(code),
      "name": [
        "zh": .string("\(year) 年冬季攻坚月"), "en": .string("Winter campaign \(year)"),
      ],
      "start": .string(start.description), "end": .string(end.description), "days": "all",
      "forms": [.string(DemonstrationForms.campaign)], "phases": .array(phases),
      "documents": [
        [
          "number": .string("联席办〔\(year)〕12号"), "issuer": "市联席会议办公室",
          "date": .string(start.adding(days: -4).description),
        ]
      ],
    ]
  }

  // MARK: - What the counties report each day

  /// The extra indicators of both campaigns.
  static let indicators: JSONValue = [
    indicator("DAY_VISIT_CNT", "入户宣传", "Households visited", "户", "households", "higher"),
    indicator("DAY_DISSUADE_CNT", "见面劝阻", "Dissuaded in person", "人次", "times", "higher"),
    indicator("DAY_CASE_CNT", "当日立案", "Cases filed that day", "起", "cases", "lower"),
  ]

  private static func indicator(
    _ code: String, _ zh: String, _ en: String, _ unit: String, _ unitEn: String,
    _ direction: String
  ) -> JSONValue {
    [
      "code": .string(code), "name": ["zh": .string(zh), "en": .string(en)],
      "unit": ["zh": .string(unit), "en": .string(unitEn)], "decimals": 0,
      "direction": .string(direction), "kind": "flow",
      "definition": ["zh": "攻坚行动日报", "en": "Daily form of campaigns"],
    ]
  }

  private static let fields = ["DAY_VISIT_CNT", "DAY_DISSUADE_CNT", "DAY_CASE_CNT"]

  /// The daily form, in force from a month on.
  static func form(from month: Month) -> JSONValue {
    [
      "code": .string(DemonstrationForms.campaign),
      "name": ["zh": "攻坚行动日报", "en": "Campaign, daily"],
      "effective": .string(month.description), "kind": "county", "frequency": "day",
      "due_working_days": 1, "fields": .array(fields.map { ["indicator": .string($0)] }),
    ]
  }

  /// A county's figures of some days; a few are forgotten.
  static func file(
    _ county: InventedCounty, _ days: [CalendarDate], _ figures: InventedFigures,
    _ isCampaign: (CalendarDate) -> Bool
  ) -> CSVFile {
    var rows = [["unit", "period", "indicator", "value"]]
    for day in days {
      var dice = figures.dice(county.code, "daily", Int(day.daysSince2000))
      guard dice.below(90) != 0 else { continue }
      let (isOn, size) = (isCampaign(day), county.residents / 1_000)
      let visits = dice.share(isOn ? 260...420 : 150...260, of: size)
      let dissuaded = dice.share(isOn ? 14...30 : 10...22, of: size)
      let cases = dice.share(isOn ? 2...9 : 4...11, of: size)
      for (indicator, value) in zip(fields, [visits, dissuaded, cases]) {
        rows.append([county.code, day.description, indicator, String(value)])
      }
    }
    return CSVFile(name: "daily.csv", text: CSVWriter.text(rows))
  }
}

extension Demonstration {
  private var winter: InventedCampaigns? { InventedCampaigns(plan) }

  /// Imports the counties' daily form with its indicators.
  func importCampaignForm(_ moment: InventedMoment) async throws {
    let (ledger, office) = (performer.at(moment), try performer.by("office"))
    _ = try await ledger.importIndicators(
      InventedCampaigns.indicators, effective: plan.baseMonths[0], by: office)
    _ = try await ledger.importForm(
      InventedCampaigns.form(from: plan.baseMonths[0]), by: office)
  }

  private func submitDays(
    _ days: [CalendarDate], of counties: [InventedCounty] = InventedCity.counties,
    at moment: InventedMoment, isCampaign: @escaping @Sendable (CalendarDate) -> Bool
  ) async throws {
    guard !days.isEmpty else { return }
    try await performer.each(counties) { [performer, figures = story.figures] county in
      let file = InventedCampaigns.file(county, days, figures, isCampaign)
      _ = try await performer.at(moment).importFigures(
        FigureImport(files: [file], form: DemonstrationForms.campaign),
        by: performer.by("reporter.\(county.slug)"))
    }
  }

  private func submitWinter(
    _ moment: InventedMoment, _ isWanted: (CalendarDate) -> Bool
  ) async throws {
    guard let winter else { return }
    let span = winter.start...winter.end
    try await submitDays(
      winter.days.filter(isWanted).sorted(), at: moment, isCampaign: { span.contains($0) })
  }

  /// The daily figures of the base months; a winter that was over then is brought in and closed.
  func loadBaseDays(_ moment: InventedMoment) async throws {
    guard let winter, let last = plan.baseMonths.last else { return }
    try await submitWinter(moment) { $0 <= last.lastDay }
    guard !winter.isInMotion else { return }
    let later = InventedMoment(moment.day, moment.minute / 60, moment.minute % 60 + 20)
    _ = try await performer.at(later).importCampaign(
      winter.definition, by: performer.by("office"))
    try await closeWinter(winter, later)
  }

  /// The daily figures of a month that is about to be closed.
  func submitDays(of month: Month, _ moment: InventedMoment) async throws {
    guard let winter else { return }
    try await submitWinter(moment) {
      Month(containing: $0) == month && !(winter.isInMotion && isReportedEarly($0, winter))
    }
  }

  /// The days of the winter's last month are reported when it is over, before the month is.
  private func isReportedEarly(_ day: CalendarDate, _ winter: InventedCampaigns) -> Bool {
    Month(containing: day) == Month(containing: winter.end)
  }

  /// What is decided on the winter's campaign between a month's publication and the next; returns
  /// when the last of it happens, if anything does.
  func decideCampaigns(after month: Month) async throws -> InventedMoment? {
    guard let winter, winter.isInMotion else { return nil }
    let office = try performer.by("office")
    let year = winter.start.components.year
    switch month {
    case Month(containing: winter.start).adding(months: -1):
      let day = max(plan.timetable.publication(month), winter.start.adding(days: -3))
      _ = try await performer.at(InventedMoment(day, 17)).importCampaign(
        winter.definition, by: office)
      return InventedMoment(day, 17)
    case Month(containing: winter.start):
      let day = winter.firstEnd.adding(days: -3)
      _ = try await performer.at(InventedMoment(day, 10)).decideCampaign(
        CampaignRequest(
          campaign: winter.code, isExtension: true, until: winter.end,
          document: "联席办〔\(year)〕15号", issuer: "市联席会议办公室", issued: day),
        by: office)
      return InventedMoment(day, 10)
    case Month(containing: winter.firstEnd):
      try await submitWinter(InventedMoment(winter.end.adding(days: 2), 9)) {
        isReportedEarly($0, winter)
      }
      let closing = InventedMoment(winter.end.adding(days: 5), 15)
      try await closeWinter(winter, closing)
      return closing
    default: return nil
    }
  }

  private func closeWinter(
    _ winter: InventedCampaigns, _ moment: InventedMoment
  ) async throws {
    _ = try await performer.at(moment).closeCampaign(
      winter.code,
      closing: "各县（市、区）按阶段推进，入户宣传和见面劝阻明显增加；个别日子缺报，已逐县核对。下一步转入常态化攻坚，"
        + "重点是外来人口集中片区和返乡人员。",
      by: performer.by("office"))
  }

  /// The campaign without end: a few counties report every day of the last weeks.
  func runCampaign(today: CalendarDate) async throws {
    let yesterday = today.adding(days: -1)
    let start = max(today.adding(days: -35), plan.openMonth.firstDay)
    guard start < yesterday else { return }
    let counties = InventedCity.counties.filter { Self.runners.contains($0.code) }
    let definition: JSONValue = [
      "code": .string("normal-\(start.components.year)"),
      "name": [
        "zh": .string("\(start.components.year) 年常态化攻坚行动"),
        "en": .string("Standing campaign \(start.components.year)"),
      ],
      "start": .string(start.description), "end": .null, "days": "all",
      "forms": [.string(DemonstrationForms.campaign)],
      "units": .array(counties.map { .string($0.code) }),
      "phases": [
        [
          "label": ["zh": "常态攻坚", "en": "Standing work"],
          "from": .string(start.description), "to": .null,
        ]
      ],
      "documents": [
        [
          "number": .string("联席办〔\(start.components.year)〕9号"),
          "issuer": "市联席会议办公室", "date": .string(start.adding(days: -5).description),
        ]
      ],
    ]
    let decided = max(plan.timetable.correction(plan.correctedMonth), start.adding(days: -3))
    _ = try await performer.at(InventedMoment(min(decided, yesterday), 18)).importCampaign(
      definition, by: performer.by("office"))
    let first = Int(start.daysSince2000)
    let days = (first..<Int(yesterday.daysSince2000)).map {
      start.adding(days: $0 - first)
    }
    try await submitDays(
      days, of: counties, at: InventedMoment(yesterday, 20), isCampaign: { _ in true })
  }

  /// The counties of the campaign without end.
  private static let runners: Set<String> = ["990103", "990122", "990125", "990127"]
}
