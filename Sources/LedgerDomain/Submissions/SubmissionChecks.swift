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

/// The figures with which a revision is compared.
public struct SubmissionContext: Sendable {
  /// Accepted figures of earlier months, by how many months back; in the form's order of fields.
  public let earlier: [Int: [Figure]]
  /// Whether the month is January, where cumulative series start anew.
  public let isJanuary: Bool

  /// States what is known of earlier months.
  public init(earlier: [Int: [Figure]], isJanuary: Bool) {
    self.earlier = earlier
    self.isJanuary = isJanuary
  }

  func number(_ field: Int, monthsBack: Int) -> FigureNumber? {
    guard let figures = earlier[monthsBack], figures.indices.contains(field),
      case .number(let number) = figures[field]
    else { return nil }
    return number
  }
}

extension Form {
  /// Compares a revision's figures with the form's limits and with earlier months.
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
        findings += Self.unusual(position, field, number, unusual, context)
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
    if field.isCumulative, !context.isJanuary,
      let before = context.number(position, monthsBack: 1), number < before
    {
      found(.cumulativeFalls, before.description)
    }
    return findings
  }

  private static func unusual(
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
    let comparisons = [
      (limits.monthPercent, 1, BilingualText(zh: "上月", en: "last month")),
      (limits.yearPercent, 12, BilingualText(zh: "上年同月", en: "the same month last year")),
    ]
    for (percent, back, then) in comparisons {
      guard let percent, let before = context.number(position, monthsBack: back)?.fraction,
        before >= limits.base, before.signum > 0,
        let change = ((number.fraction - before) * Fraction(100)) / before,
        change > percent || change < -percent
      else { continue }
      let shown = change.text(decimals: 1)
      found(
        BilingualText(
          zh: "与\(then.zh)相比变化 \(shown)%", en: "a change of \(shown)% on \(then.en)"))
    }
    if limits.isUnchanged, number != .zero,
      context.number(position, monthsBack: 1) == number
    {
      found(BilingualText(zh: "与上月完全相同", en: "the same as last month"))
    }
    if let months = limits.zeroAfter, number == .zero {
      let earlier = (1...months).map { context.number(position, monthsBack: $0) }
      if earlier.allSatisfy({ $0 != nil && $0 != .zero }) {
        found(
          BilingualText(
            zh: "连续 \(months) 个月不为零后为零", en: "zero after \(months) months without one"))
      }
    }
    return findings
  }

  /// How many months back the checks look.
  public var monthsChecked: Set<Int> {
    let zeroes = fields.compactMap(\.unusual?.zeroAfter).max() ?? 0
    return Set([1, 12] + Array(0...zeroes).dropFirst())
  }
}
