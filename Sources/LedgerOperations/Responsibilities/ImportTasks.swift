public import LedgerDocuments
public import LedgerDomain
import LedgerStore

extension Ledger {
  /// Imports a responsibility list with its tasks: all rows or none.
  ///
  /// What the tasks are counts from a day on, the list's own unless another is stated; tasks that
  /// the file lacks stay as they are. Units are codes or the names that they have on that day.
  /// Refused, with its line, for a malformed row or an unknown unit; as a whole where a task would
  /// be a part of itself, or of one that does not exist.
  public func importTasks(
    _ file: CSVFile, list: ResponsibilityList, from day: CalendarDate? = nil, by actor: Actor
  ) async throws -> ImportReport {
    let day = day ?? list.issued
    let lines = try TaskFile.tasks(file, of: list.key, from: day)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepTasks)
      let units = UnitWords(UnitTree(try transaction.unitVersions(), on: day))
      let tasks = try units.told(lines)
      let known = try transaction.taskVersions().filter { $0.key.list == list.key }
      let inForce = TaskTree(known, on: day)
      let fresh = tasks.filter { task in
        var current = inForce[task.key]
        current?.validFrom = day
        return current != task
      }
      let last = (known + fresh).map(\.validFrom).max() ?? day
      try TaskTree(known + fresh, on: day).check()
      try TaskTree(known + fresh, on: last).check()
      let keys = Set(known.map(\.key))
      var facts = fresh.filter { !keys.contains($0.key) }.map(\.taskFact)
      if try transaction.responsibilityLists().first(where: { $0.key == list.key }) != list {
        facts.insert(list.fact, at: 0)
      }
      facts += fresh.map(\.fact)
      return try Self.append(
        facts, "lists.import", count: fresh.count, of: tasks.count, detail: list.key.description,
        transaction)
    }
  }
}

/// Which unit a word means: its code, or its name where no other unit has it.
private struct UnitWords {
  private var codes: [String: String] = [:]

  init(_ tree: UnitTree) {
    var holders: [String: Set<String>] = [:]
    for unit in tree.all {
      holders[unit.name.zh, default: []].insert(unit.code)
      holders[unit.name.en, default: []].insert(unit.code)
    }
    for (name, units) in holders where units.count == 1 { codes[name] = units.first }
    for unit in tree.all { codes[unit.code] = unit.code }
  }

  /// The lines' tasks, their units told by codes; refused for what no unit is called.
  func told(_ lines: [TaskLine]) throws -> [ListedTask] {
    var tasks: [ListedTask] = []
    var refusals: [Refusal] = []
    for line in lines {
      do throws(Refusal) {
        func code(_ word: String) throws(Refusal) -> String {
          guard let code = codes[word] else {
            throw Refusal(TaskRefusal.unitUnknown, at: .line(line.line, column: nil), word)
          }
          return code
        }
        func all(_ words: [String]) throws(Refusal) -> [String] {
          var all: [String] = []
          for word in words { all.append(try code(word)) }
          return all
        }
        var task = line.task
        task.lead = try code(task.lead)
        task.responsible = try all(task.responsible)
        task.supporting = try all(task.supporting)
        tasks.append(task)
      } catch {
        refusals.append(error)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return tasks
  }
}
