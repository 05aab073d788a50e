import LedgerDomain

/// An assessment's method, and what cost marks, in words.
struct AssessmentWords: Sendable {
  let say: Say
  var method: AssessmentMethod?

  /// Every sheet with its items.
  var html: HTML {
    guard let method else { return .nothing }
    let sheets = HTML(each: method.sheets) { sheet in
      let items = HTML(each: sheet.items) { item in
        """
        <li><b>\(AssessmentWords.short(item.marks.text(decimals: 2)))</b> \(say(item.text))
        <p class="dim">\(say.sentences([say.list(rules(item.rule))]))</p></li>

        """
      }
      return """
        <h3>\(say(AssessmentText.kind, sheet.kind))</h3>
        <ul class="words">
        \(items)</ul>

        """
    }
    return """
      <p>\(say(method.title)) \
      \(say(AssessmentText.full, Self.short(method.full.text(decimals: 2))))</p>
      \(sheets)
      """
  }

  private func rules(_ rule: AssessmentMethod.Rule) -> [String] {
    guard case .deduct(let deductions) = rule else { return [say(AssessmentText.ruleIndex)] }
    guard !deductions.isEmpty else { return [say(AssessmentText.ruleNone)] }
    return deductions.map { deduction in
      let marks = Self.short(deduction.marks.text(decimals: 2))
      return switch deduction.event {
      case .colour(let colour): say(AssessmentText.ruleColour, say(colour.word), marks)
      case .step(let step): say(AssessmentText.ruleStep, String(step), marks)
      case .lateTask: say(AssessmentText.ruleTask, marks)
      case .lateReport: say(AssessmentText.ruleReport, marks)
      }
    }
  }

  /// What cost marks.
  func source(_ loss: ShownSheet.Loss, _ forms: [String: BilingualText]) -> String {
    let period = loss.period ?? ""
    switch loss.by {
    case "score":
      let share = loss.score.flatMap { Fraction(decimal: $0) } ?? .zero
      return say(
        AssessmentText.byScore, period, (share * Fraction(100)).text(decimals: 1))
    case "step":
      let step = String(loss.step ?? 0)
      guard let letter = loss.letter, !letter.isEmpty else {
        return say(AssessmentText.byStep, period, step)
      }
      return say(AssessmentText.byStepLetter, period, step, letter)
    case "late_task": return say(AssessmentText.byTask, loss.task ?? "", loss.last ?? "")
    case "late_report":
      let form = loss.form ?? ""
      return say(AssessmentText.byReport, forms[form].map { say($0) } ?? form, period)
    default:
      let colour = Colour(rawValue: loss.by)
      return say(AssessmentText.byColour, period, colour.map { say($0.word) } ?? loss.by)
    }
  }

  /// Where the source can be looked at.
  func link(_ loss: ShownSheet.Loss, _ unit: String) -> Link? {
    if let task = loss.task { return Link("responsibilities", task) }
    guard let period = loss.period else { return nil }
    if loss.edition != nil { return Link("units", unit, query: [("period", period)]) }
    return loss.form.map { Link("submissions", unit, $0, period) }
  }

  /// Marks with two decimals, rounded half away from zero.
  static func short(_ text: String) -> String {
    Fraction(decimal: text)?.text(decimals: 2) ?? text
  }
}
