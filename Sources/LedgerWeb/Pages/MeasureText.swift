import LedgerDomain

/// What a measure is, and what it gave, in the words of the indicators' catalogue.
struct MeasureText: Sendable {
  let say: Say
  let indicators: [String: Indicator]

  // MARK: - Names

  /// What a measure is: `电诈发案数累计同比`, `fraud cases filed, year to date, on last year`.
  func name(_ measure: Measure) -> String {
    switch measure {
    case .sum(let code, let window, let back): flow(code, window, back)
    case .last(let code, _), .indicator(let code), .daily(let code, _): indicator(code)
    case .share(let code, let other, let window):
      say(MeasureWord.share, indicator(code), indicator(other), word(window))
    case .per(let residents, let code, let window):
      say(MeasureWord.per, thousands(residents), indicator(code), word(window))
    case .yearOnYear(let inner): say(MeasureWord.yearOnYear, name(inner))
    case .monthOnMonth(let inner): say(MeasureWord.monthOnMonth, name(inner))
    case .difference(let inner, _): say(MeasureWord.difference, name(inner))
    case .ratioToParent(let inner): say(MeasureWord.ratioToParent, name(inner))
    case .quotient(let top, let bottom): "\(name(top)) / \(name(bottom))"
    case .againstTarget(let code): say(MeasureWord.target, indicator(code))
    case .attainment(let code, _): say(MeasureWord.attainment, indicator(code))
    case .worstRank(let inner): say(MeasureWord.worstRank, name(inner))
    case .monthsInARow: say(MeasureWord.monthsInARow)
    case .state(let state): say(MeasureWord.state, state)
    case .column(let column): column
    }
  }

  /// A measure's name as a heading: with a capital in English.
  func heading(_ measure: Measure) -> String {
    let name = name(measure)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private func indicator(_ code: String) -> String {
    guard let indicator = indicators[code] else { return code }
    let name = say(indicator.name)
    guard say.language == .english, name.dropFirst().first?.isLowercase ?? false else {
      return name
    }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  private func flow(_ code: String, _ window: Window, _ back: Int) -> String {
    let text = say(MeasureWord.flow, indicator(code), word(window))
    return switch back {
    case 0: text
    case 12: say(MeasureWord.lastYear, text)
    default: say(MeasureWord.monthsBack, text, String(back))
    }
  }

  private func word(_ window: Window) -> String {
    switch window {
    case .month: say(MeasureWord.month)
    case .yearToDate: say(MeasureWord.yearToDate)
    case .rolling(let months): say(MeasureWord.rolling, String(months))
    case .between(let first, let last): say(MeasureWord.between, String(first), String(last))
    }
  }

  private func thousands(_ residents: Int) -> String {
    say.language == .chinese && residents == 10_000 ? "万" : Self.grouped(String(residents))
  }

  // MARK: - Values

  /// A value as people read it, or why there is none.
  func text(_ measured: Measured, _ measure: Measure) -> String {
    switch measured {
    case .value(let value): text(value, measure)
    case .incomplete(let value): say(MeasureWord.incomplete, text(value, measure))
    case .absent(.missing): say(MeasureWord.missing)
    case .absent(.notApplicable): say(MeasureWord.notApplicable)
    case .absent(.withheld): say(MeasureWord.withheld)
    case .undefined: say(MeasureWord.undefined)
    }
  }

  /// A value as people read it: changes in per cent with their sign, shares in per cent.
  func text(_ value: Fraction, _ measure: Measure) -> String {
    switch measure {
    case .yearOnYear, .monthOnMonth:
      return (value.signum > 0 ? "+" : "") + percent(value, decimals: 1)
    case .share: return percent(value, decimals: 1)
    case .difference(let inner, _):
      let sign = value.signum > 0 ? "+" : ""
      guard isRate(inner) else {
        return sign + Self.minus(Self.grouped(value.text(decimals: decimals(inner))))
      }
      let points = Self.minus((value * Fraction(100)).text(decimals: 1))
      return say(MeasureWord.points, sign + points)
    case .ratioToParent: return Self.minus(value.text(decimals: 2))
    case .againstTarget: return say(value.isZero ? MeasureWord.missed : MeasureWord.met)
    case .state: return say(value.isZero ? MeasureWord.no : MeasureWord.yes)
    case .indicator(let code):
      guard let indicator = indicators[code] else { return Self.minus(value.text(decimals: 2)) }
      return indicator.unitOfMeasure.zh == "%"
        ? percent(value, decimals: indicator.decimals)
        : Self.minus(Self.grouped(value.text(decimals: indicator.decimals)))
    default:
      let isWhole = value.small?.denominator == 1
      return Self.minus(Self.grouped(value.text(decimals: isWhole ? 0 : 2)))
    }
  }

  /// How many decimals of a value are shown at most; of shares two more than of their per cent.
  func decimals(_ measure: Measure) -> Int {
    switch measure {
    case .yearOnYear, .monthOnMonth, .share: 3
    case .indicator(let code):
      indicators[code].map { $0.decimals + ($0.unitOfMeasure.zh == "%" ? 2 : 0) } ?? 2
    case .sum(let code, _, _), .last(let code, _): indicators[code]?.decimals ?? 2
    case .difference(let inner, _): decimals(inner)
    default: 2
    }
  }

  /// How many decimals of an indicator's sums are shown: two where more are reported.
  static func shownDecimals(_ indicator: Indicator) -> Int { min(indicator.decimals, 2) }

  /// Whether a measure is told in per cent, so that its differences are in percentage points.
  private func isRate(_ measure: Measure) -> Bool {
    switch measure {
    case .share, .yearOnYear, .monthOnMonth: true
    case .indicator(let code): indicators[code]?.unitOfMeasure.zh == "%"
    default: false
    }
  }

  /// What a measure's values count, where the values themselves do not say so: `起`, `起/万人`.
  func unit(_ measure: Measure) -> String? {
    switch measure {
    case .sum(let code, _, _), .last(let code, _): indicators[code].map { say($0.unitOfMeasure) }
    case .indicator(let code):
      indicators[code].flatMap { $0.unitOfMeasure.zh == "%" ? nil : say($0.unitOfMeasure) }
    case .per(let residents, let code, _):
      indicators[code].map {
        say(MeasureWord.perResidents, say($0.unitOfMeasure), thousands(residents))
      }
    default: nil
    }
  }

  private func percent(_ value: Fraction, decimals: Int) -> String {
    Self.minus((value * Fraction(100)).text(decimals: decimals)) + "%"
  }

  /// A typographic minus.
  static func minus(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "-") ? "−" + text.dropFirst() : text
  }

  /// Digits in threes: `1,234,567.8`.
  static func grouped(_ text: String) -> String {
    let digits = Array(text.utf8)
    let begin = digits.first == UInt8(ascii: "-") ? 1 : 0
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    var result: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position > begin, position < point, (point - position).isMultiple(of: 3) {
        result.append(UInt8(ascii: ","))
      }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
