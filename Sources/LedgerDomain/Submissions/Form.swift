/// Which indicators units of a kind report together, how often and by when.
public struct Form: Hashable, Sendable {
  /// The form's code.
  public let code: String
  /// What people call it.
  public let name: BilingualText
  /// The first month it is for.
  public let effective: Month
  /// The kind of units that report it.
  public let kind: String
  /// How often; the same in every version.
  public let frequency: Frequency
  /// The working day after the period's end on which it is due.
  public let dueWorkingDays: Int
  /// Its fields, in the order in which a revision keeps its figures.
  public let fields: [Field]
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// One indicator of a form, with the limits of its figures.
  public struct Field: Hashable, Sendable {
    /// The indicator's code.
    public let indicator: String
    /// The least figure that is possible; 0 unless stated.
    public let minimum: FigureNumber
    /// The greatest figure that is possible; nil for none.
    public let maximum: FigureNumber?
    /// The indicator that this one is a part of, in the same form.
    public let partOf: String?
    /// Whether figures count from the year's first period on and cannot fall within a year.
    public let isCumulative: Bool
    /// What must be explained.
    public let unusual: Unusual?
  }

  /// From where on a figure must be explained.
  public struct Unusual: Hashable, Sendable {
    /// A change on the period before by more than so many per cent.
    public let beforePercent: Fraction?
    /// A change on the same period last year by more than so many per cent.
    public let yearPercent: Fraction?
    /// Changes from a base below this are not looked at.
    public let base: Fraction
    /// A figure that is the same as in the period before.
    public let isUnchanged: Bool
    /// A zero after so many periods without one.
    public let zeroAfter: Int?
  }

  /// The position of an indicator's field.
  public func field(of indicator: String) -> Int? {
    fields.firstIndex { $0.indicator == indicator }
  }
}

/// Why a form is refused.
public enum FormRefusal: String, RefusalReason {
  case unknown = "form.unknown"
  case codeMalformed = "form.code_malformed"
  case frequencyUnknown = "form.frequency_unknown"
  case fieldTwice = "form.field_twice"
  case fieldsMissing = "form.fields_missing"
  case indicatorUnknown = "form.indicator_unknown"
  case indicatorIsRatio = "form.indicator_is_ratio"
  case wholeUnknown = "form.whole_unknown"
  case limitsCross = "form.limits_cross"
  case versionExists = "form.version_exists"
  case frequencyChanged = "form.frequency_changed"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有报表“{0}”。", en: "There is no form “{0}”.")
    case .codeMalformed: BilingualText(zh: "“{0}”不是报表代码。", en: "“{0}” is not a form's code.")
    case .frequencyUnknown:
      BilingualText(zh: "不认识报送频率“{0}”。", en: "There is no frequency “{0}”.")
    case .fieldTwice:
      BilingualText(zh: "指标“{0}”在表中出现两次。", en: "The indicator “{0}” stands twice.")
    case .fieldsMissing:
      BilingualText(zh: "报表须有 1 至 200 个指标。", en: "A form has 1 to 200 fields.")
    case .indicatorUnknown:
      BilingualText(zh: "没有指标“{0}”。", en: "There is no indicator “{0}”.")
    case .indicatorIsRatio:
      BilingualText(
        zh: "指标“{0}”是比率，由系统计算，不得填报。",
        en: "“{0}” is a ratio: it is computed, not reported.")
    case .wholeUnknown:
      BilingualText(
        zh: "“{0}”所属的整体“{1}”不在本表中。",
        en: "“{1}”, of which “{0}” is a part, is not in this form.")
    case .limitsCross:
      BilingualText(zh: "“{0}”的下限高于上限。", en: "The limits of “{0}” cross.")
    case .versionExists:
      BilingualText(
        zh: "报表“{0}”自 {1} 起的版本已存在，内容不同。",
        en: "The form “{0}” from {1} on exists with other content.")
    case .frequencyChanged:
      BilingualText(zh: "报表的报送频率不得更改。", en: "A form keeps its frequency.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown, .indicatorUnknown:
      BilingualText(zh: "请核对代码，或先导入。", en: "Check the code, or import it first.")
    case .versionExists:
      BilingualText(zh: "请选择更晚的生效月份。", en: "Let the new version take effect later.")
    case .frequencyChanged:
      BilingualText(
        zh: "请为新频率另立一张报表，用新的代码。", en: "Make another form, with a code of its own.")
    default: BilingualText(zh: "请改正报表文件。", en: "Correct the form's file.")
    }
  }
}

extension Form {
  /// The periods for which a form can be reported on a day.
  ///
  /// From the first that ends in or after its first month to the one in which the day lies.
  public func periods(on day: CalendarDate) -> ClosedRange<Period> {
    let first = Period(frequency, containing: effective.firstDay)
    return first...max(first, Period(frequency, containing: day))
  }

  /// Refuses a period of another frequency; `place` is where it stands.
  public func check(_ period: Period, at place: Place) throws(Refusal) {
    guard period.frequency == frequency else {
      throw Refusal(
        SubmissionRefusal.periodMalformed, at: place, period.description, frequency.example)
    }
  }

  /// Reads a form's file.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly(
      "code", "name", "effective", "kind", "frequency", "due_working_days", "fields")
    let code = try json.required("code")
    guard Self.isCode(try code.string()) else {
      throw Refusal(FormRefusal.codeMalformed, at: code.place, try code.string())
    }
    self.code = try code.string()
    name = try json.required("name").bilingualText()
    effective = try RuleSet.month(try json.required("effective"))
    kind = try json.required("kind").string()
    let word = try json.required("frequency")
    guard let frequency = Frequency(rawValue: try word.string()) else {
      throw Refusal(FormRefusal.frequencyUnknown, at: word.place, try word.string())
    }
    self.frequency = frequency
    dueWorkingDays = try json.required("due_working_days").integer(0...60)
    let list = try json.required("fields")
    var fields: [Field] = []
    for item in try list.elements() {
      let field = try Field(item)
      guard !fields.contains(where: { $0.indicator == field.indicator }) else {
        throw Refusal(FormRefusal.fieldTwice, at: item.place, field.indicator)
      }
      fields.append(field)
    }
    guard (1...200).contains(fields.count) else {
      throw Refusal(FormRefusal.fieldsMissing, at: list.place)
    }
    for field in fields {
      if let whole = field.partOf, !fields.contains(where: { $0.indicator == whole }) {
        throw Refusal(FormRefusal.wholeUnknown, at: list.place, field.indicator, whole)
      }
    }
    self.fields = fields
    self.definition = definition
  }

  private static func isCode(_ text: String) -> Bool {
    (2...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      } && text.utf8.first != UInt8(ascii: "-")
  }

  /// Refuses a version whose frequency is not that of the form's other versions.
  ///
  /// A submission is kept by its period's first day, which names one period only while a form's
  /// periods stay what they are.
  public func check(versions: [Form]) throws(Refusal) {
    guard versions.allSatisfy({ $0.code != code || $0.frequency == frequency }) else {
      throw Refusal(FormRefusal.frequencyChanged, at: .pointer("/frequency"))
    }
  }

  /// Refuses a form that asks for an indicator which cannot be reported.
  public func check(catalogue: [String: Indicator]) throws(Refusal) {
    for field in fields {
      guard let indicator = catalogue[field.indicator] else {
        throw Refusal(FormRefusal.indicatorUnknown, field.indicator)
      }
      guard indicator.kind != .ratio else {
        throw Refusal(FormRefusal.indicatorIsRatio, field.indicator)
      }
    }
  }
}

extension Form.Field {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("indicator", "minimum", "maximum", "part_of", "cumulative", "unusual")
    indicator = try json.required("indicator").string()
    minimum = try Self.number(try json.optional("minimum")) ?? .zero
    maximum = try Self.number(try json.optional("maximum"))
    if let maximum, maximum < minimum {
      throw Refusal(FormRefusal.limitsCross, at: json.place, indicator)
    }
    partOf = try json.optional("part_of")?.string()
    isCumulative = try json.optional("cumulative")?.bool() ?? false
    unusual = try json.optional("unusual").map { form throws(Refusal) in
      try Form.Unusual(form)
    }
  }

  private static func number(_ json: JSONReader?) throws(Refusal) -> FigureNumber? {
    guard let json else { return nil }
    let fraction = try json.fraction()
    guard let (numerator, denominator) = (fraction * Fraction(10_000)).small,
      denominator == 1, let scaled = Int64(exactly: numerator),
      let number = FigureNumber(tenThousandths: scaled)
    else { throw json.wrongType("至多四位小数的数", "a number of at most four decimals") }
    return number
  }
}

extension Form.Unusual {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("month_percent", "year_percent", "base", "unchanged", "zero_after")
    beforePercent = try json.optional("month_percent")?.fraction()
    yearPercent = try json.optional("year_percent")?.fraction()
    base = try json.optional("base")?.fraction() ?? .zero
    isUnchanged = try json.optional("unchanged")?.bool() ?? false
    zeroAfter = try json.optional("zero_after")?.integer(1...60)
  }
}
