/// A named action (攻坚行动) with a start and an end, or none, as its file defines it.
public struct Campaign: Hashable, Sendable {
  /// The code that files and addresses name it by: `winter-2025`.
  public let code: String
  /// What people call it; a name of no person.
  public let name: BilingualText
  /// The first day.
  public let start: CalendarDate
  /// The last day as it was set at first; nil for a campaign without end (常态化).
  public let end: CalendarDate?
  /// Which of its days count.
  public let days: Days
  /// The daily forms that are due while it runs.
  public let forms: [String]
  /// The indicators of its board, in their order; empty for every field of its forms.
  public let indicators: [String]
  /// The units that take part; empty for every unit that reports one of the forms.
  public let units: [String]
  /// Its phases (集中研判、突出重点、分批收网), the earlier first.
  public let phases: [Phase]
  /// The documents that it follows from.
  public let documents: [Document]
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// Which days of a campaign count.
  public enum Days: String, Sendable, CaseIterable {
    /// Every day.
    case all
    /// Days that are worked.
    case working

    /// What people call them.
    public var text: BilingualText {
      switch self {
      case .all: BilingualText(zh: "每天", en: "every day")
      case .working: BilingualText(zh: "工作日", en: "working days")
      }
    }
  }

  /// A part of a campaign with a name of its own.
  public struct Phase: Hashable, Sendable {
    /// What people call it.
    public let label: BilingualText
    /// Its first day.
    public let from: CalendarDate
    /// Its last day; nil for as long as the campaign runs.
    public let to: CalendarDate?
  }

  /// A document that something follows from.
  public struct Document: Hashable, Sendable {
    /// Its number, as the issuer gives it.
    public let number: String
    /// Who issued it.
    public let issuer: String
    /// The day of issue.
    public let issued: CalendarDate

    /// Names a document; refuses texts that are missing, too long or hold personal numbers.
    public init(number: String, issuer: String, issued: CalendarDate) throws(Refusal) {
      self.number = try FreeText.checked(number, at: .option("document"), isNeeded: true)
      self.issuer = try FreeText.checked(issuer, at: .option("issuer"), isNeeded: true)
      self.issued = issued
    }
  }

  /// Whether a text is a campaign's code: 2…40 small letters, digits, dots and hyphens, the first a
  /// letter or digit.
  public static func isCode(_ text: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let bytes = text.utf8
    guard (2...40).contains(bytes.count), let first = bytes.first, isPlain(first) else {
      return false
    }
    return bytes.allSatisfy {
      isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  /// The phase that a day lies in; after the last one that was planned, that one goes on.
  public func phase(on day: CalendarDate) -> Phase? {
    if let phase = phases.last(where: { $0.from <= day && $0.to.map { day <= $0 } ?? true }) {
      return phase
    }
    return end.map { day > $0 } ?? false ? phases.last : nil
  }

  /// Whether a day counts, as far as the week and its exceptions say.
  public func counts(_ day: CalendarDate, _ calendar: WorkingCalendar) -> Bool {
    days == .all || calendar.isWorking(day)
  }
}

extension Campaign {
  /// Reads a campaign's file.
  ///
  /// Refused for anything that is malformed; what forms, indicators and units there are is checked
  /// by ``check(forms:catalogue:tree:)``.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly(
      "code", "name", "start", "end", "days", "forms", "indicators", "units", "phases",
      "documents")
    let code = try json.required("code")
    guard Self.isCode(try code.string()) else {
      throw Refusal(CampaignRefusal.codeMalformed, at: code.place, try code.string())
    }
    self.code = try code.string()
    name = try Self.label(try json.required("name"))
    start = try Self.day(try json.required("start"))
    let end = try Self.optionalDay(try json.optional("end"))
    if let end, end < start {
      throw Refusal(
        CampaignRefusal.endBeforeStart, at: .pointer("/end"), start.description, end.description)
    }
    self.end = end
    let word = try json.optional("days")
    guard let days = Days(rawValue: try word?.string() ?? Days.all.rawValue) else {
      throw Refusal(CampaignRefusal.daysUnknown, at: .pointer("/days"), try word?.string() ?? "")
    }
    self.days = days
    forms = try Self.codes(try json.required("forms"))
    guard (1...5).contains(forms.count) else {
      throw Refusal(CampaignRefusal.formsMissing, at: .pointer("/forms"))
    }
    indicators = try Self.codes(try json.optional("indicators"))
    units = try Self.codes(try json.optional("units"))
    phases = try Self.phases(try json.optional("phases"), start, end)
    documents = try Self.documents(try json.required("documents"))
    self.definition = definition
  }

  private static func label(_ json: JSONReader) throws(Refusal) -> BilingualText {
    let text = try json.bilingualText()
    return BilingualText(
      zh: try FreeText.checked(text.zh, at: json.place, isNeeded: true),
      en: try FreeText.checked(text.en, at: json.place))
  }

  private static func day(_ json: JSONReader) throws(Refusal) -> CalendarDate {
    guard let day = CalendarDate(try json.string()) else {
      throw Refusal(UnitRefusal.dateMalformed, at: json.place, try json.string())
    }
    return day
  }

  private static func optionalDay(_ json: JSONReader?) throws(Refusal) -> CalendarDate? {
    guard let json, json.value != .null else { return nil }
    return try day(json)
  }

  private static func codes(_ json: JSONReader?) throws(Refusal) -> [String] {
    var codes: [String] = []
    for item in try json?.elements() ?? [] {
      let code = try item.string()
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  private static func phases(
    _ json: JSONReader?, _ start: CalendarDate, _ end: CalendarDate?
  ) throws(Refusal) -> [Phase] {
    var phases: [Phase] = []
    for item in try json?.elements() ?? [] {
      try item.allowOnly("label", "from", "to")
      let phase = Phase(
        label: try label(try item.required("label")),
        from: try day(try item.required("from")), to: try optionalDay(try item.optional("to")))
      let last = phase.to ?? end ?? phase.from
      guard phase.from >= start, last >= phase.from, end.map({ last <= $0 }) ?? true else {
        throw Refusal(CampaignRefusal.phaseOutside, at: item.place, phase.label.zh)
      }
      if let before = phases.last, (before.to ?? phase.from) >= phase.from {
        throw Refusal(CampaignRefusal.phasesCross, at: item.place, phase.label.zh)
      }
      phases.append(phase)
    }
    return phases
  }

  private static func documents(_ json: JSONReader) throws(Refusal) -> [Document] {
    var documents: [Document] = []
    for item in try json.elements() {
      try item.allowOnly("number", "issuer", "date")
      documents.append(
        try Document(
          number: try item.required("number").string(),
          issuer: try item.required("issuer").string(),
          issued: try day(try item.required("date"))))
    }
    guard (1...20).contains(documents.count) else {
      throw Refusal(CampaignRefusal.documentsMissing, at: json.place)
    }
    return documents
  }

  /// Refuses forms that do not exist or are not daily, indicators that are in none of them or do
  /// not add up, and units that report none of them.
  public func check(
    forms known: [Form], catalogue: [String: Indicator], tree: UnitTree
  ) throws(Refusal) {
    var used: [Form] = []
    for (position, code) in forms.enumerated() {
      guard let form = known.last(where: { $0.code == code }) else {
        throw Refusal(FormRefusal.unknown, at: .pointer("/forms/\(position)"), code)
      }
      guard form.frequency == .day else {
        throw Refusal(CampaignRefusal.formNotDaily, at: .pointer("/forms/\(position)"), code)
      }
      used.append(form)
    }
    for code in indicators.isEmpty ? used.flatMap(\.fields).map(\.indicator) : indicators {
      guard used.contains(where: { $0.field(of: code) != nil }) else {
        throw Refusal(
          CampaignRefusal.indicatorNotInForms, at: .pointer("/indicators"), code)
      }
      guard catalogue[code]?.kind == .flow else {
        throw Refusal(CampaignRefusal.indicatorNotFlow, at: .pointer("/indicators"), code)
      }
    }
    for (position, code) in units.enumerated() {
      let place = Place.pointer("/units/\(position)")
      guard let unit = tree[code] else { throw Refusal(UnitRefusal.unknown, at: place, code) }
      guard used.contains(where: { $0.kind == unit.kind }) else {
        throw Refusal(CampaignRefusal.unitOfOtherKind, at: place, code)
      }
    }
  }

  /// The indicators of its board, by the forms as they are: those it names, or every field.
  public func boardIndicators(_ known: [Form]) -> [String] {
    guard indicators.isEmpty else { return indicators }
    var codes: [String] = []
    for form in forms.compactMap({ code in known.last { $0.code == code } }) {
      for field in form.fields where !codes.contains(field.indicator) {
        codes.append(field.indicator)
      }
    }
    return codes
  }

  /// The units that take part, of those that there are, in the order of their codes.
  public func participants(_ tree: UnitTree, forms known: [Form]) -> [UnitVersion] {
    let kinds = Set(forms.compactMap { code in known.last { $0.code == code }?.kind })
    return tree.all.filter {
      kinds.contains($0.kind) && (units.isEmpty || units.contains($0.code))
    }
  }
}
