import LedgerDomain
import LedgerStore

/// How a source is told.
private enum Recorded {
  /// How many names a source gives before it only counts.
  static let namesMax = 5

  static func names(_ names: [String]) -> (zh: String, en: String) {
    guard !names.isEmpty else { return ("", "") }
    let first = names.prefix(namesMax)
    let isCut = names.count > namesMax
    return (
      "（" + first.joined(separator: "、") + (isCut ? "等" : "") + "）",
      " (" + first.joined(separator: ", ") + (isCut ? ", …" : "") + ")"
    )
  }

  static func count(
    _ indicator: String, _ number: Int, of unit: String, _ zh: String, _ en: String
  ) -> RecordedFigure {
    RecordedFigure(
      unit: unit, indicator: indicator, numerator: Int64(number),
      source: BilingualText(zh: zh, en: en))
  }
}

extension LedgerTransaction {
  /// How many tasks units had to finish in a month, and how many they finished in time; nothing
  /// where no list is issued by then.
  func dutyFigures(_ month: Month, _ catalogue: Catalogue) throws -> [RecordedFigure] {
    let lists = try responsibilityLists().filter { $0.issued <= month.lastDay }
    guard !lists.isEmpty else { return [] }
    let issued = Dictionary(lists.map { ($0.key, $0.issued) }) { $1 }
    let versions = try taskVersions().filter { issued[$0.key.list] != nil }
    let tree = TaskTree(versions, on: month.lastDay)
    let counts = tree.duties(
      try taskReports(), issued: issued, endingIn: month.firstDay...month.lastDay,
      calendar: try workingCalendar())
    return catalogue.tree.all.flatMap { unit -> [RecordedFigure] in
      let count = counts[unit.code] ?? DutyCount()
      let (due, late) = (
        Recorded.names(count.due.map(\.task.description)),
        Recorded.names(count.late.map(\.task.description))
      )
      return [
        Recorded.count(
          RecordIndicator.dutyDue.rawValue, count.due.count, of: unit.code,
          "责任清单：应完成 \(count.due.count) 项\(due.zh)",
          "Responsibility lists: \(count.due.count) due\(due.en)"),
        Recorded.count(
          RecordIndicator.dutyDone.rawValue, count.done, of: unit.code,
          "责任清单：按期完成 \(count.done) 项，未按期 \(count.late.count) 项\(late.zh)",
          "Responsibility lists: \(count.done) in time, \(count.late.count) not\(late.en)"),
      ]
    }
  }

  /// How many submissions units had to make for the periods that end in a month, and how many came
  /// in time, as the completeness of those periods says.
  ///
  /// A form that holds this count is no part of it.
  func punctuality(_ month: Month, _ catalogue: Catalogue) throws -> [RecordedFigure] {
    var items: [String: [Completeness]] = [:]
    let expected = catalogue.expectations(endingIn: month).filter { item in
      item.form.field(of: RecordIndicator.reportDue.rawValue) == nil
    }
    for (period, expected) in Dictionary(grouping: expected, by: \.period) {
      let receipts = try receipts(period, ofEveryForm: true)
      for item in try completeness(of: expected, receipts) {
        items[item.unit, default: []].append(item)
      }
    }
    let names = Dictionary(catalogue.forms(in: month).map { ($0.code, $0.name) }) { $1 }
    return items.sorted { $0.key < $1.key }.flatMap { unit, items -> [RecordedFigure] in
      let late = items.filter { !$0.isOnTime }
      let count = items.count - late.count
      let forms = Set(late.map(\.form)).sorted()
      let zh = Recorded.names(forms.map { names[$0]?.zh ?? $0 }).zh
      let en = Recorded.names(forms.map { names[$0]?.en ?? $0 }).en
      return [
        Recorded.count(
          RecordIndicator.reportDue.rawValue, items.count, of: unit, "报送完整性：应报 \(items.count) 份",
          "Completeness: \(items.count) due"),
        Recorded.count(
          RecordIndicator.reportOnTime.rawValue, count, of: unit,
          "报送完整性：按期 \(count) 份，未按期 \(late.count) 份\(zh)",
          "Completeness: \(count) in time, \(late.count) not\(en)"),
      ]
    }
  }
}
