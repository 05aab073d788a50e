public import LedgerDomain

/// One line of a responsibility list's file: a task whose units are as they were written.
public struct TaskLine: Sendable {
  /// The line in the file.
  public let line: Int
  /// The task; its units are codes or names, which the catalogue has to tell.
  public let task: ListedTask
}

/// The file of a responsibility list, as offices keep it: all rows, or every refusal by line.
public enum TaskFile {
  /// The columns in the order in which they are written, with what an office calls them.
  public static let columns: [(name: String, zh: String)] = [
    ("number", "序号"), ("parent", "上级任务"), ("task", "任务"), ("lead", "牵头单位"),
    ("responsible", "责任单位"), ("supporting", "配合单位"), ("measure", "措施"), ("standard", "标准"),
    ("target", "目标"), ("indicator", "指标"), ("goal", "目标值"), ("due", "期限"),
    ("recurrence", "频次"), ("principal", "主要负责岗位"), ("deputy", "分管岗位"),
    ("liaison", "联络岗位"),
  ]

  private static let required = ["number", "task", "lead"]
  private static let wordsMax = 400

  /// Reads the tasks of a list, as they are from a day on; header in Chinese or English.
  ///
  /// Refused besides for a number that stands there twice.
  public static func tasks(
    _ file: CSVFile, of list: ListKey, from day: CalendarDate
  ) throws -> [TaskLine] {
    let optional = columns.map(\.name).filter { !required.contains($0) }
    let names = Dictionary(columns.map { ($0.zh, $0.name) }) { first, _ in first }
    let lines = try CatalogueFiles.rows(file, required, optional, columns: names) {
      header, row, line throws(Refusal) in
      [TaskLine(line: line, task: try Reader(header: header, row: row, line: line).task(list, day))]
    }
    var seen: Set<String> = []
    for item in lines where !seen.insert(item.task.key.number).inserted {
      throw Refusal(
        TaskRefusal.numberTwice, at: .line(item.line, column: nil), item.task.key.number)
    }
    return lines
  }

  private struct Reader {
    let header: CSVHeader
    let row: [String]
    let line: Int

    func task(_ list: ListKey, _ day: CalendarDate) throws(Refusal) -> ListedTask {
      let number = try text("number")
      guard let key = TaskKey(list, number) else {
        throw Refusal(TaskRefusal.numberMalformed, at: place("number"), number)
      }
      let lead = try text("lead")
      guard !lead.isEmpty else { throw Refusal(TaskRefusal.leadMissing, at: place("lead"), number) }
      var task = ListedTask(
        key: key, validFrom: day, words: try text("task", max: wordsMax, isNeeded: true),
        lead: lead)
      let parent = try text("parent")
      task.parent = parent.isEmpty ? nil : parent
      task.responsible = try units("responsible")
      task.supporting = try units("supporting")
      task.measure = try text("measure", max: wordsMax)
      task.standard = try text("standard", max: wordsMax)
      task.target = try text("target")
      task.indicator = try text("indicator")
      task.goal = try goal()
      let due = try text("due")
      task.due = due.isEmpty ? nil : try CatalogueFiles.date(due, place("due"))
      task.recurrence = try recurrence()
      guard (task.due == nil) != (task.recurrence == nil) else {
        throw Refusal(TaskRefusal.dueMissing, at: place("due"), number)
      }
      task.posts = TaskPosts(
        principal: try text("principal"), deputy: try text("deputy"), liaison: try text("liaison"))
      return task
    }

    private func place(_ name: String) -> Place { header.place(line, name) }

    private func text(
      _ name: String, max: Int = FreeText.lengthMax, isNeeded: Bool = false
    ) throws(Refusal) -> String {
      try FreeText.checked(
        header.field(name, row), at: place(name), lengthMax: max, isNeeded: isNeeded)
    }

    private func units(_ name: String) throws(Refusal) -> [String] {
      let text = try text(name, max: 2_000)
      return text.unicodeScalars.split { "、，,；;\n".unicodeScalars.contains($0) }.map { part in
        let word = part.drop { $0.properties.isWhitespace }
        let end = word.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(word[...$0]) } ?? ""
      }.filter { !$0.isEmpty }
    }

    private func goal() throws(Refusal) -> TaskGoal? {
      let text = try text("goal")
      guard let first = text.unicodeScalars.first else { return nil }
      let isMarked = first == "≥" || first == "≤"
      let digits = isMarked ? String(text.unicodeScalars.dropFirst()) : text
      guard case .success(let value) = FigureText.number(digits, decimals: 4) else {
        throw Refusal(TaskRefusal.goalMalformed, at: place("goal"), text)
      }
      return TaskGoal(kind: first == "≤" ? .atMost : .atLeast, value: value)
    }

    private func recurrence() throws(Refusal) -> Recurrence? {
      let word = try text("recurrence")
      guard !word.isEmpty else { return nil }
      guard let recurrence = Recurrence(word: word) else {
        throw Refusal(TaskRefusal.recurrenceUnknown, at: place("recurrence"), word)
      }
      return recurrence
    }
  }
}
