import LedgerDocuments
import LedgerDomain
import LedgerOperations

extension Demonstration {
  /// Imports what no-fraud units are measured by, and the documents that the office works from.
  func startRecords(_ moment: InventedMoment) async throws {
    let office = try performer.by("office")
    let ledger = performer.at(moment)
    _ = try await ledger.importNoFraudStandards(defaults.standards, by: office)
    let day = moment.day.description
    let documents = [
      ("岚反诈联发〔1〕号", "十二条刚性举措", "县级专班实体运行\n每日调度、定期通报\n大案集中研判"),
      ("岚反诈联发〔2〕号", "宣防工作“九个必须”", "入户宣传必须签收\n预警劝阻必须见面\n开学第一课必须讲反诈"),
    ]
    for (number, title, clauses) in documents {
      _ = try await ledger.addRecord(
        .policyDocument,
        [
          "unit": InventedCity.code, "title": title, "document": number,
          "issuer": "市联席会议", "day": day, "from": day, "clauses": clauses,
        ], by: office)
    }
  }

  /// What is kept after a month was published: one step of each story, in its month.
  func keepRecords(after position: Int) async throws {
    let last = plan.publishedMonths.count - 1
    let month = plan.publishedMonths[position]
    let scribe = RecordScribe(performer, day: plan.timetable.publication(month))
    try await scribe.ranks(month)
    try await inspections(position, last, scribe)
    switch position {
    case 0: try await scribe.applications()
    case 1:
      try await scribe.naming()
      try await scribe.firstNotice()
    case 2: try await scribe.secondMonth()
    case 13: try await scribe.reviews()
    default: break
    }
    if position == 0 { try await scribe.jurisdiction() }
    if position == last { try await scribe.lastMonth() }
  }

  /// One inspection each month; what it found is put right by the next one, but for the last.
  private func inspections(_ position: Int, _ last: Int, _ scribe: RecordScribe) async throws {
    let counties = InventedCity.counties
    if position > 0 {
      try await scribe.followUp(
        counties[(position * 5 - 5) % counties.count], isSlow: position == last)
    }
    try await scribe.inspect(counties[position * 5 % counties.count], isEven: position % 2 == 0)
  }
}

/// Writes the records of one day, a minute after the other, each by who may.
private final class RecordScribe {
  private let performer: Performer
  private let day: CalendarDate
  private var minute = 30

  init(_ performer: Performer, day: CalendarDate) {
    self.performer = performer
    self.day = day
  }

  private func next() -> Ledger {
    minute += 1
    return performer.at(InventedMoment(day, 15, minute))
  }

  @discardableResult
  private func add(
    _ noun: RecordNoun, _ unit: String, _ title: String, by name: String = "office",
    _ values: [String: String]
  ) async throws -> RecordKey {
    let common = ["unit": unit, "title": title, "day": day.description]
    return try await next().addRecord(
      noun, common.merging(values) { $1 }, by: performer.by(name))
  }

  private func act(
    _ record: ShownRecord, _ act: RecordAct, _ words: String = "", item: Int = 0,
    document: String = "", by name: String = "office"
  ) async throws {
    _ = try await next().actOnRecord(
      RecordActRequest(
        record.record.key, act, item: item, words: words, document: document,
        criteria: Set(1...40)), by: performer.by(name))
  }

  private func found(_ noun: RecordNoun, unit: String? = nil) async throws -> [ShownRecord] {
    try await performer.at(InventedMoment(day, 15, minute))
      .records(of: noun, unit: unit, by: performer.by("office")).records.reversed()
  }

  private func number(_ kind: String, _ number: Int) -> String {
    "\(kind)〔\(day.components.year)〕\(number)号"
  }

  // MARK: - No-fraud units: 26 communities and 18 campuses are the first

  private func places() -> [[String]] {
    var rows = [RecordFiles.placeColumns]
    for (position, county) in InventedCity.counties.enumerated() {
      for township in county.townships.prefix(position < 2 ? 3 : 2) {
        rows.append([county.code, "无诈社区", "\(township.name.zh)中心社区", day.description])
      }
      for school in ["第一中学", "职业技术学校"].prefix(position < 6 ? 2 : 1) {
        rows.append([county.code, "无诈校园", "\(county.name.zh)\(school)", day.description])
      }
    }
    return rows
  }

  func applications() async throws {
    let file = CSVFile(name: "places.csv", text: CSVWriter.text(places()))
    _ = try await next().importNoFraudUnits(file, by: performer.by("office"))
    let records = try await found(.noFraudUnit)
    let slugs = Dictionary(InventedCity.counties.map { ($0.code, $0.slug) }) { $1 }
    for record in records {
      guard let slug = slugs[record.record.unit] else { continue }
      try await act(record, .check, "逐条对照，全部达标", by: "reporter.\(slug)")
      try await act(record, .accept, "抽查属实")
    }
    try await add(
      .honour, InventedCity.counties[3].code, "劝返工作做法在全省推广",
      ["kind": "promoted", "issuer": "省联席办", "document": number("省反诈联办", 18)])
    try await add(
      .honour, InventedCity.counties[7].code, "宣防进校园被点名表扬",
      ["kind": "praised", "issuer": "省教育厅", "document": number("省教函", 41)])
  }

  func naming() async throws {
    for record in try await found(.noFraudUnit) {
      try await act(record, .name, document: number("岚反诈联发", 7))
    }
  }

  /// Most pass the yearly review; what is left shows as overdue.
  func reviews() async throws {
    for record in try await found(.noFraudUnit).filter({ $0.standing.state == .named }).dropLast(3)
    { try await act(record, .review, "复审达标") }
  }

  // MARK: - Inspections

  func inspect(_ county: InventedCounty, isEven: Bool) async throws {
    try await add(
      .inspection, county.code, isEven ? "领导带班督导宣防和预警劝阻" : "业务督导涉案“两卡”治理",
      [
        "by": InventedCity.code, "line": isEven ? "leadership" : "business",
        "findings": isEven ? "三个社区未建反诈工作群\n预警见面劝阻台账不全" : "开户风险提示未签收\n线索核查超期",
        "due": day.adding(days: 20).description,
      ])
  }

  func followUp(_ county: InventedCounty, isSlow: Bool) async throws {
    guard
      let record = try await found(.inspection, unit: county.code).last(where: {
        $0.standing.state == .toRectify
      })
    else { return }
    let reporter = "reporter.\(county.slug)"
    try await act(record, .rectify, "已补齐并上墙", item: 1, by: reporter)
    guard !isSlow else { return }
    try await act(record, .pass, "现场复查属实", item: 1)
    try await act(record, .rectify, "已逐条补录", item: 2, by: reporter)
    try await act(record, .pass, "抽查十条属实", item: 2)
  }

  // MARK: - From above

  /// The index of the quarter that ended, and whether the worst places are avoided.
  func ranks(_ month: Month) async throws {
    guard month.number % 3 == 0 else { return }
    let quarter = "\(month.year)-Q\(month.number / 3)"
    let place = 4 + (month.year * 3 + month.number) % 5
    try await add(
      .externalRank, InventedCity.code, "全省反诈指数",
      [
        "authority": "省联席办", "period": quarter, "kind": "exact", "place": String(place),
        "ranked": "11", "document": number("省反诈联办", 20 + month.number),
      ])
    try await add(
      .externalRank, InventedCity.code, "全国重点县（市、区）",
      ["authority": "国家联席办", "period": quarter, "kind": "outside", "place": "50"])
  }

  func firstNotice() async throws {
    try await add(
      .notice, InventedCity.counties[8].code, "发案上升被通报",
      ["kind": "notice", "authority": "省联席办", "document": number("省反诈联办", 31)])
  }

  // MARK: - Matters, and how the stories go on

  func jurisdiction() async throws {
    let (police, court, prosecutors) = ("990100-02", "990100-05", "990100-06")
    try await add(
      .matter, police, "户籍地管辖认识不一致", by: "reporter.police",
      ["needs": "\(court) \(prosecutors)", "due": day.adding(days: 15).description])
  }

  func secondMonth() async throws {
    for record in try await found(.notice) where record.standing.state == .inForce {
      try await act(record, .lift, "连续下降，予以解除", document: number("省反诈联办", 39))
    }
    for record in try await found(.matter) where record.standing.state == .open {
      try await act(record, .answer, "同意由主要犯罪地管辖", by: "reporter.court")
      try await act(record, .answer, "同意，另行会签", by: "reporter.procuratorate")
      try await act(record, .escalate, "提请联席会议明确")
      try await act(record, .settle, "会议明确由主要犯罪地管辖", document: number("岚反诈联纪", 2))
    }
  }

  /// Two are withdrawn, a county is listed, and something is open.
  func lastMonth() async throws {
    for record in try await found(.noFraudUnit).filter({ $0.standing.state == .named }).prefix(2) {
      try await act(
        record, .withdraw, "一年内发生 50 万元以上案件", document: number("岚反诈联发", 15))
    }
    try await add(
      .notice, InventedCity.counties[7].code, "两卡线索突出被挂牌整治",
      ["kind": "listing", "authority": "省联席办", "document": number("省反诈联办", 52)])
    try await add(
      .matter, "990100-07", "校园周边开卡摊点清理", by: "reporter.education",
      ["needs": "990100-25 990100-20", "due": day.adding(days: 30).description])
    let documents = try await found(.policyDocument)
    try await add(
      .policyDocument, InventedCity.code, "十二条刚性举措（修订）",
      [
        "document": number("岚反诈联发", 16), "issuer": "市联席会议", "from": day.description,
        "clauses": "县级专班实体运行\n每日调度、每月通报\n二十万元以上案件集中研判",
      ])
    if let old = documents.first {
      try await act(old, .replace, document: number("岚反诈联发", 16))
    }
  }
}
