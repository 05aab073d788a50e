public import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// The accepted figures of some periods, row by row as an import takes them.
  public func exportFigures(_ periods: [Period], by actor: Actor) async throws -> [[String]] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let forms = try transaction.forms()
      var rows: [[String]] = []
      try transaction.forEachAccepted(periods: periods) { revision, _ in
        guard
          let form = forms.last(where: {
            $0.code == revision.form && $0.effective.firstDay == revision.formEffective
          })
        else { return }
        for (position, (field, figure)) in zip(form.fields, revision.figures).enumerated() {
          let note = revision.notes.indices.contains(position) ? revision.notes[position] : nil
          var (value, absence) = ("", "")
          switch figure {
          case .number(let number): value = number.description
          case .absent(let reason): absence = reason.rawValue
          }
          rows.append([
            revision.unit, revision.period.description, field.indicator, value, absence,
            note ?? "",
          ])
        }
      }
      return rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// The whole journal, entry by entry: chain, number, time in microseconds since 2000, actor, act,
  /// object, content, detail, hash.
  public func exportJournal(_ row: @escaping @Sendable ([String]) -> Void) async throws {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      try transaction.forEachEntry { entry in
        row([
          entry.chain, String(entry.seq), String(entry.recordedAt.microsecondsSince2000),
          entry.actor ?? "", entry.act, entry.object, hexadecimal(entry.content), entry.detail,
          hexadecimal(entry.hash),
        ])
      }
    }
  }
}
