public import LedgerDomain
public import LedgerStore
import NIOConcurrencyHelpers

/// One unit's figures of one form and period, as somebody typed them.
public struct SubmissionRequest: Sendable {
  /// The unit's code.
  public var unit: String
  /// The form's code.
  public var form: String
  /// The period.
  public var period: Period
  /// The revision that it corrects; nil for the first, or where ``basedOnLatest`` is meant.
  public var basedOn: Int?
  /// The figures.
  public var figures: [Entry]

  /// One figure: a text that is a number, or a reason of absence, and a note.
  public struct Entry: Sendable {
    /// The indicator's code.
    public var indicator: String
    /// The number as it was typed.
    public var value: String?
    /// Why there is none.
    public var absence: String?
    /// What is explained.
    public var note: String?

    /// States a figure.
    public init(indicator: String, value: String?, absence: String?, note: String?) {
      self.indicator = indicator
      self.value = value
      self.absence = absence
      self.note = note
    }
  }

  /// Describes a submission.
  public init(unit: String, form: String, period: Period, basedOn: Int?, figures: [Entry]) {
    self.unit = unit
    self.form = form
    self.period = period
    self.basedOn = basedOn
    self.figures = figures
  }
}

/// A revision that may be taken, with what was found unusual and is explained.
public struct PreparedRevision: Sendable {
  /// The revision.
  public let revision: Revision
  /// The form's version.
  public let form: Form
  /// What was found unusual.
  public let findings: [SubmissionFinding]
}

extension Ledger {
  /// Submits one revision: one round trip to read what decides, one to take it.
  ///
  /// `answer` makes what the caller is told, from what is taken, the unusual findings and a mark
  /// that stands for the entry's number in the journal; it is kept for repetitions.
  ///
  /// A repeated request gets the first answer. Refused, in this order: nobody acts; not a reporter
  /// of the unit and form; a unit or form that is not there in the period; a period that has not
  /// ended; a closed month; a newer revision; figures that are not in the form, twice, missing or
  /// no numbers; impossible figures; unusual ones without a note. Throws ``Refusals`` for all
  /// figures at once.
  public func submitRevision(
    _ request: SubmissionRequest, key: String, sha256: [UInt8], by actor: Actor,
    answer: (PreparedRevision, _ mark: String) throws -> String
  ) async throws -> TakenRevision {
    let who = Store.Actor(session: actor.session, moment: surroundings.givenMoment)
    let (situation, catalogue) = try await situation(of: request, key: key, by: who)
    if let before = situation.before {
      guard before.requestSHA256 == sha256 else { throw Refusal(JournalRefusal.keyReused) }
      return .answeredBefore(before.answer)
    }
    let prepared = try Self.prepared(request, situation, catalogue)
    let parts = try Self.parts(of: answer(prepared, Self.mark))
    return try await store.take(
      prepared.revision,
      RevisionRequest(
        key: key, sha256: sha256, answerBefore: parts.before, answerAfter: parts.after), by: who)
  }

  /// The checks of a submission without the submission: what would be refused, and what is unusual.
  public func checkSubmission(
    _ request: SubmissionRequest, by actor: Actor
  ) async throws -> PreparedRevision {
    let who = Store.Actor(session: actor.session, moment: surroundings.givenMoment)
    let (situation, catalogue) = try await situation(of: request, key: nil, by: who)
    return try Self.prepared(request, situation, catalogue)
  }

  /// Stands for the entry's number in an answer; no text of the ledger holds it.
  private static let mark = "@seq@"

  private static func parts(of answer: String) throws -> (before: String, after: String) {
    guard let range = answer.firstRange(of: mark) else { throw UnexpectedAnswer(type: "no mark") }
    return (String(answer[..<range.lowerBound]), String(answer[range.upperBound...]))
  }

  private func situation(
    of request: SubmissionRequest, key: String?, by who: Store.Actor
  ) async throws -> (SubmissionSituation, FormCatalogue) {
    let known = formCatalogue.latest
    let earlier = known?.earlierPeriods(of: request) ?? request.period.mostCompared
    var situation = try await store.situation(
      of: request.unit, form: request.form, period: request.period, earlier: earlier,
      key: key, by: who)
    guard situation.account != nil else { throw Refusal(AccountRefusal.nobodyActs) }
    guard situation.isCovered else { throw Refusal(AccountRefusal.outOfScope) }
    let catalogue = try await formCatalogue.current(situation.catalogue) { [store] in
      try await store.act(by: who, readOnly: true) { try FormCatalogue($0) }
    }
    let wanted = catalogue.earlierPeriods(of: request)
    if !Set(wanted).isSubset(of: earlier) {
      situation = try await store.situation(
        of: request.unit, form: request.form, period: request.period, earlier: wanted,
        key: key, by: who)
    }
    return (situation, catalogue)
  }

  private static func prepared(
    _ request: SubmissionRequest, _ situation: SubmissionSituation, _ catalogue: FormCatalogue
  ) throws -> PreparedRevision {
    guard let form = catalogue.form(request.form, in: request.period.month) else {
      throw Refusal(FormRefusal.unknown, at: .option("form"), request.form)
    }
    guard let kind = situation.kind else {
      throw Refusal(
        SubmissionRefusal.unitNotValidInPeriod, at: .option("unit"), request.unit,
        request.period.description)
    }
    guard kind == form.kind else {
      throw Refusal(
        SubmissionRefusal.formNotForKind, at: .option("unit"), request.unit, request.form)
    }
    try form.check(request.period, at: .option("period"))
    guard request.period.lastDay < situation.today else {
      throw Refusal(
        SubmissionRefusal.periodNotEnded, at: .option("period"), request.period.description)
    }
    guard situation.isOpen else {
      throw Refusal(
        SubmissionRefusal.periodClosed, at: .option("period"), request.period.month.description)
    }
    guard request.basedOn ?? 0 == situation.latest else {
      throw Refusal(
        SubmissionRefusal.revisionStale, at: .pointer("/basedOn"), String(request.basedOn ?? 0),
        String(situation.latest))
    }
    let read = ReadFigures(request, form, catalogue.decimals(of: form, in: request.period))
    let findings = try read.findings(form, situation.context(for: request.period, form))
    return PreparedRevision(
      revision: Revision(
        unit: request.unit, form: form.code, period: request.period,
        number: situation.latest + 1, formEffective: form.effective.firstDay,
        figures: read.figures, notes: read.notes, submittedBy: situation.account ?? ""),
      form: form, findings: findings)
  }
}

extension SubmissionSituation {
  fileprivate func context(for period: Period, _ form: Form) -> SubmissionContext {
    var back: [Int: [Figure]] = [:]
    for count in form.periodsChecked {
      back[count] = earlier[period.earlier(by: count).firstDay]?.figures
    }
    return SubmissionContext(
      earlier: back, yearEarlier: earlier[period.yearEarlier.firstDay]?.figures,
      isFirstOfYear: period.isFirstOfYear)
  }
}

/// The figures of a request in the order of the form's fields; every refusal at once.
private struct ReadFigures {
  private(set) var figures: [Figure] = []
  private(set) var notes: [String?] = []
  private var positions: [Int] = []
  /// Why figures could not be read; those count as missing until they can.
  private var refusals: [Refusal] = []

  init(_ request: SubmissionRequest, _ form: Form, _ decimals: [Int]) {
    var figures = [Figure?](repeating: nil, count: form.fields.count)
    var notes = [String?](repeating: nil, count: form.fields.count)
    var positions = [Int](repeating: 0, count: form.fields.count)
    for (position, entry) in request.figures.enumerated() {
      let place = "/figures/\(position)"
      guard let field = form.field(of: entry.indicator) else {
        refusals.append(
          Refusal(
            SubmissionRefusal.indicatorNotInForm, at: .pointer(place + "/indicator"),
            entry.indicator))
        continue
      }
      guard figures[field] == nil else {
        refusals.append(
          Refusal(
            SubmissionRefusal.figureTwice, at: .pointer(place), String(positions[field] + 1)))
        continue
      }
      positions[field] = position
      do throws(Refusal) {
        figures[field] = try Self.figure(entry, decimals[field], place)
        notes[field] = try Self.note(entry, place)
      } catch {
        figures[field] = .absent(.missing)
        refusals.append(error)
      }
    }
    for (field, figure) in zip(form.fields, figures) where figure == nil {
      refusals.append(
        Refusal(
          SubmissionRefusal.figureMissing, at: .pointer("/figures"), request.unit,
          request.period.description, field.indicator))
    }
    self.figures = figures.map { $0 ?? .absent(.missing) }
    self.notes = notes.contains { $0 != nil } ? notes : []
    self.positions = positions
  }

  private static func figure(
    _ entry: SubmissionRequest.Entry, _ decimals: Int, _ place: String
  ) throws(Refusal) -> Figure {
    switch (entry.value, entry.absence) {
    case (nil, nil): throw Refusal(FigureRefusal.blank, at: .pointer(place + "/value"))
    case (_?, _?): throw Refusal(FigureRefusal.numberAndAbsence, at: .pointer(place))
    case (nil, let word?):
      guard let absence = FigureText.absence(word) else {
        throw Refusal(FigureRefusal.absenceUnknown, at: .pointer(place + "/absence"), word)
      }
      return .absent(absence)
    case (let text?, nil):
      switch FigureText.number(text, decimals: decimals) {
      case .success(let number): return .number(number)
      case .failure(let refusal):
        throw Refusal(refusal, at: .pointer(place + "/value"), text, String(decimals))
      }
    }
  }

  private static func note(
    _ entry: SubmissionRequest.Entry, _ place: String
  ) throws(Refusal) -> String? {
    guard let text = entry.note, !text.isEmpty else { return nil }
    guard let accepted = FreeText.accepted(text) else {
      throw Refusal(SubmissionRefusal.noteRefused, at: .pointer(place + "/note"))
    }
    return accepted.isEmpty ? nil : accepted
  }

  /// The unusual findings, all of them explained; refuses figures that could not be read,
  /// impossible ones and those without a note.
  func findings(_ form: Form, _ context: SubmissionContext) throws -> [SubmissionFinding] {
    let findings = form.findings(figures, context)
    let found = findings.compactMap { finding -> Refusal? in
      let place = Place.pointer("/figures/\(positions[finding.field])")
      if finding.isImpossible {
        return Refusal(finding.reason, at: place, details: finding.details)
      }
      guard notes.indices.contains(finding.field), notes[finding.field] != nil else {
        let oddity = finding.oddity ?? BilingualText(zh: "", en: "")
        return Refusal(
          finding.reason, at: place, details: finding.details + [oddity.zh, oddity.en])
      }
      return nil
    }
    guard refusals.isEmpty, found.isEmpty else { throw Refusals(refusals + found) }
    return findings
  }
}
