import LedgerDomain

/// What the pages of an entry share.
enum EntrySteps: Sendable {
  case fill
  case check
  case submitted

  /// The three steps, and which one this is.
  static func list(_ current: EntrySteps, _ say: Say) -> HTML {
    let steps: [(step: EntrySteps, text: EntryText)] = [
      (.fill, .stepFill), (.check, .stepCheck), (.submitted, .stepSubmit),
    ]
    let items = HTML(each: steps) { item in
      "<li\(" aria-current=\"step\"", if: item.step == current)>\(say(item.text))</li>"
    }
    return "<ol class=\"steps\" aria-label=\"\(say(EntryText.steps))\">\(items)</ol>"
  }

  /// What the periods are called with which one is compared.
  static func compared(_ frequency: Frequency) -> (before: EntryText, yearEarlier: EntryText) {
    switch frequency {
    case .day: (.dayBefore, .dayYear)
    case .week: (.weekBefore, .weekYear)
    case .month: (.monthBefore, .monthYear)
    case .quarter: (.quarterBefore, .quarterYear)
    }
  }

  /// By when it is due: `截止 2026-08-05（还剩 3 天）`.
  static func due(_ day: CalendarDate, _ daysLeft: Int, _ say: Say) -> String {
    say(EntryText.dueOn, day.description, left(daysLeft, say))
  }

  /// How long is left.
  static func left(_ days: Int, _ say: Say) -> String {
    if days == 0 { return say(EntryText.dueToday) }
    return days > 0 ? say(EntryText.daysLeft, String(days)) : say(EntryText.late, String(-days))
  }

  /// A figure as people read it, or why there is none.
  static func text(_ figure: Figure, _ say: Say) -> String {
    switch figure {
    case .number(let number): MeasureText.minus(MeasureText.grouped(number.description))
    case .absent(.missing): say(UnitText.absenceMissing)
    case .absent(.notApplicable): say(UnitText.absenceNotApplicable)
    case .absent(.withheld): say(UnitText.absenceWithheld)
    }
  }

  /// A field as it was typed, for people to compare.
  static func text(_ field: EntryTyped.Field, _ say: Say) -> String {
    var parts: [String] = []
    if !field.value.isEmpty { parts.append(MeasureText.minus(field.value)) }
    if let absence = FigureText.absence(field.absence) {
      parts.append(text(.absent(absence), say))
    }
    if !field.note.isEmpty { parts.append("“\(field.note)”") }
    return parts.isEmpty ? say(EntryWord.nothingTyped) : parts.joined(separator: " ")
  }
}
