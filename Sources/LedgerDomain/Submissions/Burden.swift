/// How many figures a month asks for, form by form and in all.
public struct Burden: Hashable, Sendable {
  /// What one form asks for in the month.
  public struct Item: Hashable, Sendable {
    /// The form, as it is in the month.
    public let form: Form
    /// How many of its periods end in the month.
    public let periods: Int
    /// How many units report it.
    public let units: Int
    /// How many submissions that are: one for each unit and period that it is asked for.
    public let submissions: Int

    /// How many figures one unit is asked for.
    public var figuresOfUnit: Int { form.fields.count * periods }
    /// How many figures all units together are asked for.
    public var figures: Int { form.fields.count * submissions }
  }

  /// The forms, in the order of their codes.
  public let items: [Item]
  /// How many figures the month may ask for; nil where the office has set no limit.
  public let limit: Int?

  /// How many figures are asked for in all.
  public var figures: Int { items.reduce(0) { $0 + $1.figures } }
  /// Whether the month asks for more than the limit.
  public var isOver: Bool { limit.map { figures > $0 } ?? false }

  /// Counts what the forms of a month ask of the units that there are at its end; `days` says on
  /// which days the forms of campaigns are due.
  public init(
    _ month: Month, forms: [Form], tree: UnitTree, limits: [BurdenLimit],
    days: CampaignDays = .none
  ) {
    items = forms.map { form in
      let units = tree.units(of: form.kind)
      let periods = Period.endingIn(month, form.frequency).filter { days.asks(form.code, $0) }
      let asked = units.map { unit in
        periods.count { days.asks(form.code, $0, unit: unit.code) }
      }
      return Item(
        form: form, periods: periods.count, units: asked.count { $0 > 0 },
        submissions: asked.reduce(0, +))
    }
    limit = limits.filter { $0.effective <= month }.max { $0.effective < $1.effective }?.figures
  }

  /// How many figures one unit of a kind is asked for.
  public func figures(of kind: String) -> Int {
    items.filter { $0.form.kind == kind }.reduce(0) { $0 + $1.figuresOfUnit }
  }
}

/// How many figures a month may ask of all units together, from a month on.
public struct BurdenLimit: Hashable, Sendable {
  /// The most that can be set.
  public static let figuresMax = 10_000_000

  /// The first month.
  public let effective: Month
  /// How many figures.
  public let figures: Int

  /// States a limit.
  public init(effective: Month, figures: Int) {
    self.effective = effective
    self.figures = figures
  }

  /// Refuses a limit that is none, and one for a month that is over on a day.
  public func check(on day: CalendarDate) throws(Refusal) {
    guard (1...Self.figuresMax).contains(figures) else {
      throw Refusal(BurdenRefusal.limitMalformed, at: .option("figures"), String(figures))
    }
    guard effective >= Month(containing: day) else {
      throw Refusal(BurdenRefusal.monthOver, at: .option("effective"), effective.description)
    }
  }
}

/// Why a limit of the burden is refused.
public enum BurdenRefusal: String, RefusalReason {
  case limitMalformed = "burden.limit_malformed"
  case monthOver = "burden.month_over"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .limitMalformed:
      BilingualText(zh: "“{0}”不是填报量上限。", en: "“{0}” is not a limit of the burden.")
    case .monthOver: BilingualText(zh: "{0} 已经过去。", en: "{0} is over.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .limitMalformed:
      BilingualText(
        zh: "请写 1 至 10000000 的整数。", en: "Write a whole number from 1 to 10000000.")
    case .monthOver:
      BilingualText(zh: "请选本月或以后的月份。", en: "Choose this month or a later one.")
    }
  }
}
