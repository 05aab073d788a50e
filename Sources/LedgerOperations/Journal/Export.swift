public import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// The accepted figures of some periods, row by row as an import takes them.
  ///
  /// A file goes further than whoever asked for it, so that a small count stands in it as `<5`,
  /// which no import takes for a number: but for one's own figures, of one unit alone.
  public func exportFigures(_ periods: [Period], by actor: Actor) async throws -> [[String]] {
    let (revisions, isOwn) = try await act(by: actor, readOnly: true) { transaction, _ in
      let forms = try transaction.forms()
      var revisions: [(revision: Revision, form: Form)] = []
      try transaction.forEachAccepted(periods: periods) { revision, _ in
        guard
          let form = forms.last(where: {
            $0.code == revision.form && $0.effective.firstDay == revision.formEffective
          })
        else { return }
        revisions.append((revision, form))
      }
      let units = Set(revisions.map(\.revision.unit))
      let isOwn =
        try units.count == 1
        && revisions.allSatisfy {
          try transaction.may(.readSmallCounts, unit: $0.revision.unit, form: $0.form.code)
        }
      return (revisions, isOwn)
    }
    let disclosure = isOwn ? .complete : try await disclosure(of: periods)
    return revisions.flatMap { Self.rows($0.revision, $0.form, disclosure) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func rows(
    _ revision: Revision, _ form: Form, _ disclosure: Disclosure
  ) -> [[String]] {
    let figures = zip(form.fields, revision.figures).map { ($0.indicator, $1) }
    let marks = disclosure.marks(
      unit: revision.unit, period: revision.period, revisions: [figures])[0]
    return figures.enumerated().map { position, figure in
      var note = revision.notes.indices.contains(position) ? revision.notes[position] : nil
      var (value, absence) = ("", "")
      switch figure.1 {
      case .number(let number): value = number.description
      case .absent(let reason): absence = reason.rawValue
      }
      if let mark = marks[position] { (value, note) = (mark.text, nil) }
      return [
        revision.unit, revision.period.description, figure.0, value, absence, note ?? "",
      ]
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
