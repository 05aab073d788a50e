import LedgerDomain
import LedgerOperations

/// How results are worded in a terminal.
enum ResultText {
  /// What was measured of a unit as it is shown: its value, or the mark that stands for it.
  static func text(
    _ measured: Measured, _ measure: Measure, of unit: Int, in result: MonthResult
  ) -> String {
    result.mark(measure, of: unit)?.text ?? text(measured, measure)
  }

  /// A measured value as people read it: a change in per cent with its sign, anything else to four
  /// significant decimals.
  static func text(_ measured: Measured, _ measure: Measure) -> String {
    switch measured {
    case .value(let value): text(value, measure)
    case .incomplete(let value):
      text(value, measure) + Terminal.say(zh: "（不全）", en: " (incomplete)")
    case .absent(.missing): Terminal.say(zh: "缺报", en: "missing")
    case .absent(.notApplicable): Terminal.say(zh: "不适用", en: "not applicable")
    case .absent(.withheld): Terminal.say(zh: "不公开", en: "withheld")
    case .undefined: "—"
    }
  }

  private static func text(_ value: Fraction, _ measure: Measure) -> String {
    switch measure {
    case .yearOnYear, .monthOnMonth:
      let percent = (value * Fraction(100)).text(decimals: 2)
      return (value.signum > 0 ? "+" : "") + percent.replacingMinus + "%"
    case .share: return (value * Fraction(100)).text(decimals: 2).replacingMinus + "%"
    case .ratioToParent: return value.text(decimals: 3).replacingMinus
    case .againstTarget:
      return value.isZero
        ? Terminal.say(zh: "未达", en: "missed") : Terminal.say(zh: "达到", en: "met")
    default:
      return (value.small?.denominator == 1 ? value.text(decimals: 0) : value.text(decimals: 2))
        .replacingMinus
    }
  }

  /// What a measure is, in words.
  static func name(_ measure: Measure) -> String {
    switch measure {
    case .sum(let code, let window, let back):
      "\(code) \(word(window))"
        + (back == 12 ? Terminal.say(zh: "（上年）", en: " last year") : back > 0 ? " -\(back)" : "")
    case .last(let code, _): code
    case .share(let code, let other, _): "\(code)/\(other)"
    case .per(let residents, let code, let window): "\(code) \(word(window)) / \(residents)"
    case .daily(let code, let window): "\(code) \(word(window)) / d"
    case .indicator(let code): code
    case .yearOnYear(let inner): Terminal.say(zh: "同比 ", en: "yoy ") + name(inner)
    case .monthOnMonth(let inner): Terminal.say(zh: "环比 ", en: "mom ") + name(inner)
    case .difference(let inner, _): Terminal.say(zh: "增减 ", en: "change in ") + name(inner)
    case .ratioToParent(let inner): Terminal.say(zh: "对全域 ", en: "to parent ") + name(inner)
    case .quotient(let top, let bottom): "\(name(top)) / \(name(bottom))"
    case .againstTarget(let code): Terminal.say(zh: "目标 ", en: "target ") + code
    case .attainment(let code, _): Terminal.say(zh: "完成 ", en: "attainment ") + code
    case .worstRank(let inner): Terminal.say(zh: "倒数位次 ", en: "worst rank ") + name(inner)
    case .monthsInARow: Terminal.say(zh: "连续月数", en: "months in a row")
    case .state(let state): state
    case .column(let column): column
    }
  }

  private static func word(_ window: Window) -> String {
    switch window {
    case .month: Terminal.say(zh: "当月", en: "month")
    case .yearToDate: Terminal.say(zh: "累计", en: "ytd")
    case .rolling(let months): Terminal.say(zh: "近\(months)月", en: "last \(months) m")
    case .between(let first, let last): "-\(first)…-\(last)"
    }
  }

  /// Marks in the unit of the score's last decimal, as a decimal number.
  static func marks(_ marks: Int64?, _ decimals: Int, shown: Int = 2) -> String {
    guard let marks else { return "" }
    var unit = Fraction.one
    for _ in 0..<decimals { unit = unit * Fraction(10) }
    return ((Fraction(Int128(marks)) / unit) ?? .zero).text(decimals: shown).replacingMinus
  }

  static func colour(_ colour: Colour) -> String {
    "\(colour.shape)\(colour.word.text(in: Terminal.language))"
  }

  /// The component that cost a unit the most marks, in words.
  static func mainReason(
    _ standing: Standing, _ method: IndexMethod, in result: MonthResult
  ) -> String {
    let lost = standing.components.map { ($0.marksMax ?? 0) - ($0.marks ?? 0) }
    guard let most = lost.indices.max(by: { lost[$0] < lost[$1] }), lost[most] > 0 else {
      return ""
    }
    let component = standing.components[most]
    let (name, form) = method.components[most]
    let decimals = method.score.decimals
    let measured = text(component.measured, form.measure, of: standing.unit, in: result)
    return "\(name) −\(marks(lost[most], decimals, shown: 1))（\(measured)）".inLanguage
  }
}

extension String {
  /// A typographic minus.
  var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }

  /// Full-width brackets in Chinese, half-width ones in English.
  fileprivate var inLanguage: String {
    guard Terminal.language == .english else { return self }
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "（": view.append(contentsOf: " (".unicodeScalars)
      case "）": view.append(")")
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
