import LedgerDomain
import LedgerOperations

/// Says what tasks are made of, in one language.
struct TaskWords: Sendable {
  let overview: TaskOverview
  let say: Say

  /// What a unit is called; one that ended is told to have.
  func unit(_ code: String) -> String {
    guard let unit = overview.units[code] else { return code }
    return unit.isEnded ? say(TaskText.ended, say(unit.name)) : say(unit.name)
  }

  func units(_ codes: [String]) -> String { say.list(codes.map(unit)) }

  /// What a task counts: an indicator's unit of measure, or the words that stand for one.
  func measured(_ task: ListedTask) -> String {
    guard !task.indicator.isEmpty else { return "" }
    guard let indicator = overview.indicators[task.indicator] else { return task.indicator }
    return say(indicator.unitOfMeasure)
  }

  private func number(_ number: FigureNumber) -> String {
    MeasureText.minus(MeasureText.grouped(number.description))
  }

  /// Without the space before a unit of measure that there is none of.
  private func trimmed(_ text: String) -> String {
    var text = text
    if text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return text
  }

  func goal(_ task: ListedTask) -> String? {
    task.goal.map { goal in
      trimmed(
        say(
          goal.kind == .atLeast ? TaskText.atLeast : .atMost, number(goal.value), measured(task)))
    }
  }

  /// The last day, or how often.
  func due(_ shown: ShownTask) -> String {
    let day = shown.status.due?.description
    guard let recurrence = shown.task.recurrence else { return day ?? say(TaskText.noDue) }
    return say.list([say(recurrence.text), day ?? ""])
  }

  /// How far it has come: the parts that are done, or the number against its goal.
  func progress(_ shown: ShownTask) -> String {
    var parts: [String] = []
    if let amount = shown.status.amount {
      let measured = measured(shown.task)
      if let goal = shown.task.goal, goal.kind == .atLeast {
        parts.append(
          trimmed(say(TaskText.amountOf, number(amount), number(goal.value), measured)))
      } else {
        parts.append(trimmed(say(TaskText.amount, number(amount), measured)))
      }
    }
    if !shown.parts.isEmpty {
      parts.append(
        say(TaskText.partsOf, String(shown.status.finished), String(shown.status.leaves)))
    }
    return parts.joined(separator: say.language == .chinese ? "；" : "; ")
  }

  /// The state, with the days by which a last day is over.
  func state(_ shown: ShownTask) -> String {
    if shown.status.state == .overdue, let due = shown.status.due, due < overview.today {
      return say(
        TaskText.overdueDays, String(overview.today.daysSince2000 - due.daysSince2000))
    }
    return say(shown.status.state.text)
  }

  func tag(_ shown: ShownTask) -> HTML {
    let text = state(shown)
    return switch shown.status.state {
    case .overdue, .returned: "<span class=\"tag tag-bad\">\(text)</span>"
    case .underWay: "<span class=\"tag tag-warn\">\(text)</span>"
    case .notStarted: "<span class=\"tag tag-none\">\(text)</span>"
    case .done, .accepted: "<span class=\"tag tag-ok\">\(text)</span>"
    }
  }

  /// How many tasks are in which state, as words.
  func counts(_ tasks: [ShownTask]) -> String {
    say.list(
      TaskState.allCases.compactMap { state in
        let count = tasks.count { $0.status.state == state }
        return count == 0 ? nil : "\(say(state.text)) \(count)"
      })
  }
}
