import LedgerDomain
import LedgerOperations
import LedgerStore

/// The records of one unit in a few lines, as far as they may be read: how many stand where.
struct UnitRecords: Sendable {
  let code: String
  private let records: [ShownRecord]

  init(_ call: Call, _ code: String) async throws {
    self.code = code
    guard call.session?.holds(.readRecords) ?? false else {
      records = []
      return
    }
    records = try await call.ledger.records(unit: code, by: call.actor()).records
      .filter { $0.record.unit == code }
  }

  /// Nothing where there are none.
  func section(_ say: Say) -> HTML? {
    guard !records.isEmpty else { return nil }
    let lines = HTML(each: RecordNoun.allCases) { noun -> HTML in
      let all = records.filter { $0.record.key.noun == noun }
      guard !all.isEmpty else { return .nothing }
      let counts = RecordState.allCases.compactMap { state -> String? in
        let fitting = all.filter { $0.standing.state == state }
        guard !fitting.isEmpty else { return nil }
        return say(RecordText.countOf, say(state.text), String(fitting.count))
      }
      let late = all.count { $0.standing.isOverdue }
      let overdue: HTML? =
        late == 0
        ? nil : " <span class=\"tag tag-bad\">\(say(RecordText.late, String(late)))</span>"
      return """
        <dt><a href="\(RecordPages.link(noun).adding("unit", code))">\(say(noun.text))</a></dt>\
        <dd>\(say.list(counts))\(overdue)</dd>

        """
    }
    return """
      <section><h2>\(say(RecordText.ofUnit))</h2><dl class="facts">
      \(lines)</dl></section>
      """
  }
}
