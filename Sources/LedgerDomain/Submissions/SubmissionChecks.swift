/// What is wrong, or odd, with a revision's figures.
public struct SubmissionFinding: Hashable, Sendable {
  /// The field's position in the form.
  public let field: Int
  /// Whether the figure must be changed; otherwise it must be explained.
  public let isImpossible: Bool
  /// What was found.
  public let reason: SubmissionRefusal
  /// What fills the reason's text.
  public let details: [String]
  /// For an unusual figure, what is odd about it.
  public let oddity: BilingualText?
}

/// The figures with which a revision is compared, in the form's order of fields.
public struct SubmissionContext: Sendable {
  /// Accepted figures of earlier periods, by how many periods back.
  public let earlier: [Int: [Figure]]
  /// Accepted figures of the same period last year.
  public let yearEarlier: [Figure]?
  /// Whether the period is its year's first, where cumulative series start anew.
  public let isFirstOfYear: Bool

  /// States what is known of earlier periods.
  public init(earlier: [Int: [Figure]], yearEarlier: [Figure]?, isFirstOfYear: Bool) {
    self.earlier = earlier
    self.yearEarlier = yearEarlier
    self.isFirstOfYear = isFirstOfYear
  }

  func number(_ field: Int, back: Int) -> FigureNumber? { Self.number(field, earlier[back]) }

  static func number(_ field: Int, _ figures: [Figure]?) -> FigureNumber? {
    guard let figures, figures.indices.contains(field), case .number(let number) = figures[field]
    else { return nil }
    return number
  }
}

extension Form {
  /// Compares a revision's figures with the form's limits and with earlier periods.
  ///
  /// `figures` has one entry per field. Impossible findings come first for each field.
  public func findings(
    _ figures: [Figure], _ context: SubmissionContext
  ) -> [SubmissionFinding] {
    var findings: [SubmissionFinding] = []
    for (position, field) in fields.enumerated() where position < figures.count {
      guard case .number(let number) = figures[position] else { continue }
      findings += impossible(position, field, number, figures, context)
      if let unusual = field.unusual {
        findings += self.unusual(position, field, number, unusual, context)
      }
    }
    return findings
  }

  private func impossible(
    _ position: Int, _ field: Field, _ number: FigureNumber, _ figures: [Figure],
    _ context: SubmissionContext
  ) -> [SubmissionFinding] {
    var findings: [SubmissionFinding] = []
    func found(_ reason: SubmissionRefusal, _ details: String...) {
      findings.append(
        SubmissionFinding(
          field: position, isImpossible: true, reason: reason,
          details: [field.indicator, number.description] + details, oddity: nil))
    }
    if number < field.minimum { found(.belowMinimum, field.minimum.description) }
    if let maximum = field.maximum, number > maximum {
      found(.aboveMaximum, maximum.description)
    }
    if let partOf = field.partOf, let whole = self.field(of: partOf),
      figures.indices.contains(whole), case .number(let total) = figures[whole], number > total
    {
      found(.partAboveWhole, partOf, total.description)
    }
    if field.isCumulative, !context.isFirstOfYear,
      let before = context.number(position, back: 1), number < before
    {
      found(.cumulativeFalls, before.description)
    }
    return findings
  }

  private func unusual(
    _ position: Int, _ field: Field, _ number: FigureNumber, _ limits: Unusual,
    _ context: SubmissionContext
  ) -> [SubmissionFinding] {
    var findings: [SubmissionFinding] = []
    func found(_ oddity: BilingualText) {
      findings.append(
        SubmissionFinding(
          field: position, isImpossible: false, reason: .notExplained,
          details: [field.indicator], oddity: oddity))
    }
    let words = frequency.words
    let before = context.number(position, back: 1)
    let lastYear = SubmissionContext.number(position, context.yearEarlier)
    let comparisons = [
      (limits.beforePercent, before, words.before), (limits.yearPercent, lastYear, words.lastYear),
    ]
    for (percent, then, name) in comparisons {
      guard let percent, let base = then?.fraction, base >= limits.base, base.signum > 0,
        let change = ((number.fraction - base) * Fraction(100)) / base,
        change > percent || change < -percent
      else { continue }
      let shown = change.text(decimals: 1)
      found(
        BilingualText(
          zh: "与\(name.zh)相比变化 \(shown)%", en: "a change of \(shown)% on \(name.en)"))
    }
    if limits.isUnchanged, number != .zero, before == number {
      found(
        BilingualText(
          zh: "与\(words.before.zh)完全相同", en: "the same as \(words.before.en)"))
    }
    if let count = limits.zeroAfter, number == .zero {
      let earlier = (1...count).map { context.number(position, back: $0) }
      if earlier.allSatisfy({ $0 != nil && $0 != .zero }) {
        found(
          BilingualText(
            zh: "连续 \(count) \(words.several.zh)不为零后为零",
            en: "zero after \(count) \(words.several.en) without one"))
      }
    }
    return findings
  }

  /// How many periods back the checks look, besides the same period last year.
  public var periodsChecked: ClosedRange<Int> {
    1...max(1, fields.compactMap(\.unusual?.zeroAfter).max() ?? 1)
  }
}

extension Frequency {
  /// How the periods with which one is compared are called.
  fileprivate var words: (before: BilingualText, lastYear: BilingualText, several: BilingualText) {
    switch self {
    case .day:
      (
        BilingualText(zh: "前一日", en: "the day before"),
        BilingualText(zh: "上年同日", en: "the same day last year"),
        BilingualText(zh: "日", en: "days")
      )
    case .week:
      (
        BilingualText(zh: "上周", en: "last week"),
        BilingualText(zh: "上年同周", en: "the same week last year"),
        BilingualText(zh: "周", en: "weeks")
      )
    case .month:
      (
        BilingualText(zh: "上月", en: "last month"),
        BilingualText(zh: "上年同月", en: "the same month last year"),
        BilingualText(zh: "个月", en: "months")
      )
    case .quarter:
      (
        BilingualText(zh: "上季度", en: "last quarter"),
        BilingualText(zh: "上年同季", en: "the same quarter last year"),
        BilingualText(zh: "个季度", en: "quarters")
      )
    }
  }
}
