import LedgerDomain

/// A condition as a sentence, made of its data and nothing else.
struct ConditionText: Sendable {
  let words: MeasureText

  private var say: Say { words.say }

  /// The sentence, without its full stop.
  func sentence(_ condition: Condition) -> String { sentence(condition, isInner: false) }

  private func sentence(_ condition: Condition, isInner: Bool) -> String {
    switch condition {
    case .all(let parts): joined(parts, .and, isInner)
    case .any(let parts): joined(parts, .or, isInner)
    case .not(let part): say(ConditionWord.not, sentence(part, isInner: false))
    case .compare(let measure, let comparison, let operand):
      compared(measure, comparison, operand)
    case .between(let measure, let lower, let withLower, let upper, let withUpper):
      say(
        ConditionWord.between, name(measure), spaced(exact(lower, measure)),
        say(withLower ? ConditionWord.included : .notIncluded), spaced(exact(upper, measure)),
        say(withUpper ? ConditionWord.included : .notIncluded))
    }
  }

  private func joined(_ parts: [Condition], _ word: ConditionWord, _ isInner: Bool) -> String {
    guard parts.count > 1 else { return parts.first.map { sentence($0, isInner: isInner) } ?? "" }
    let text = parts.map { sentence($0, isInner: true) }.joined(separator: say(word))
    return isInner ? say(ConditionWord.bracket, text) : text
  }

  private func compared(
    _ measure: Measure, _ comparison: Condition.Comparison, _ operand: Condition.Operand
  ) -> String {
    if case .equal = comparison, case .constant(let value, _) = operand {
      switch measure {
      case .againstTarget(let code):
        let word: ConditionWord = value.isZero ? .targetMissed : .targetMet
        return say(word, words.name(.last(code, monthsBack: 0)))
      case .state(let state):
        return say(value.isZero ? ConditionWord.notInState : .inState, state)
      default: break
      }
    }
    let word: ConditionWord =
      switch comparison {
      case .less: .less
      case .atMost: .atMost
      case .greater: .greater
      case .atLeast: .atLeast
      case .equal: .equal
      }
    let other =
      switch operand {
      case .constant(let value, _): exact(value, measure)
      case .measure(let other): name(other)
      case .quarterOfPeers: say(ConditionWord.quarter)
      }
    return say(word, name(measure), spaced(other))
  }

  /// Between Chinese and what is not stands a space.
  private func spaced(_ text: String) -> String {
    say.language == .chinese && text.unicodeScalars.first.map { $0.value < 0x2E80 } ?? false
      ? " " + text : text
  }

  /// What a measure is; a condition that it counts stands in it.
  func name(_ measure: Measure) -> String {
    if case .monthsInARow(let condition) = measure {
      return say(ConditionWord.inARow, sentence(condition))
    }
    return words.name(measure)
  }

  /// A threshold as it stands in the file: nothing is rounded, shares and changes in per cent.
  func exact(_ value: Fraction, _ measure: Measure) -> String {
    let isShare =
      switch measure {
      case .yearOnYear, .monthOnMonth, .share: true
      case .indicator(let code): words.indicators[code]?.unitOfMeasure.zh == "%"
      default: false
      }
    let text = isShare ? (value * Fraction(100)).exactText + "%" : value.exactText
    return MeasureText.minus(MeasureText.grouped(text))
  }
}
