import LedgerDomain
import LedgerOperations

/// Says what records are made of, in one language.
struct RecordWords: Sendable {
  let overview: RecordOverview
  let say: Say

  /// What a unit is called; one that ended is told to have.
  func unit(_ code: String) -> String {
    guard let unit = overview.units[code] else { return code }
    return unit.isEnded ? say(TaskText.ended, say(unit.name)) : say(unit.name)
  }

  private func units(_ codes: [String]) -> String { say.list(codes.map(unit)) }

  /// Where a record stands.
  func tag(_ standing: RecordStanding) -> HTML {
    tag(standing.state, isLate: standing.isOverdue, due: standing.due)
  }

  /// A state, with the days by which a last day is over.
  func tag(_ state: RecordState, isLate: Bool, due: CalendarDate?) -> HTML {
    guard isLate, let due else {
      return state.isOpen
        ? "<span class=\"tag\">\(say(state.text))</span>"
        : "<span class=\"tag tag-ok\">\(say(state.text))</span>"
    }
    let days = String(overview.today.daysSince2000 - due.daysSince2000)
    let text = state == .named ? RecordText.reviewOverdue : RecordText.overdue
    return "<span class=\"tag tag-bad\">\(say(text, say(state.text), days))</span>"
  }

  /// The one line that a list shows of what only the noun has.
  func detail(_ shown: ShownRecord) -> String {
    switch shown.record.content {
    case .inspection(let inspection):
      let done = shown.standing.findings.count { $0.state == .passed }
      return say.list([
        say(inspection.line.text),
        say(RecordText.findingsOf, String(done), String(shown.standing.findings.count)),
      ])
    case .noFraudUnit(let place): return say(place.kind.text)
    case .matter(let matter): return say(RecordText.needs, units(matter.needs))
    case .notice(let notice): return say.list([say(notice.kind.text), notice.authority])
    case .externalRank(let rank):
      return say.list([rank.period.description, say(rank.text), rank.authority])
    case .honour(let honour): return say.list([say(honour.kind.text), honour.issuer])
    case .policyDocument(let document):
      return say.list([shown.record.document, document.issuer])
    }
  }

  /// Everything that the record says, as names with values.
  func facts(_ shown: ShownRecord) -> [(String, String)] {
    let record = shown.record
    var facts = [
      (say(RecordText.unit), unit(record.unit)), (say(RecordText.day), record.day.description),
      (say(RecordText.document), record.document),
    ]
    switch record.content {
    case .inspection(let inspection):
      facts += [
        (say(RecordText.by), unit(inspection.by)),
        (say(RecordText.line), say(inspection.line.text)),
      ]
    case .noFraudUnit(let place):
      facts += [
        (say(RecordText.kind), say(place.kind.text)),
        (say(RecordText.standard), String(place.standard)),
      ]
    case .matter(let matter):
      facts += [
        (say(RecordText.needed), units(matter.needs)),
        (say(RecordText.answered), units(matter.needs.filter(shown.standing.answered.contains))),
        (say(RecordText.due), matter.due.description),
      ]
    case .notice(let notice):
      facts += [
        (say(RecordText.kind), say(notice.kind.text)),
        (say(RecordText.authority), notice.authority),
      ]
    case .externalRank(let rank):
      facts += [
        (say(RecordText.period), rank.period.description), (say(RecordText.rank), say(rank.text)),
        (say(RecordText.authority), rank.authority),
      ]
    case .honour(let honour):
      facts += [
        (say(RecordText.kind), say(honour.kind.text)), (say(RecordText.issuer), honour.issuer),
      ]
    case .policyDocument(let document):
      facts += [
        (say(RecordText.issuer), document.issuer),
        (say(RecordText.inForceFrom), document.inForceFrom.description),
      ]
    }
    if case .noFraudUnit = record.content, let due = shown.standing.due {
      facts.append((say(RecordText.nextReview), due.description))
    }
    return facts.filter { !$0.1.isEmpty }
  }
}
