import LedgerDomain
import LedgerOperations
import LedgerStore

/// The unit, form and period that an entry page is about.
struct EntryPlace: Sendable {
  let unit: String
  let form: String
  let period: Period

  /// The address of the form, or of a step behind it.
  func link(_ step: String? = nil) -> Link {
    guard let step else { return Link("entry", unit, form, period.description) }
    return Link("entry", unit, form, period.description, step)
  }

  /// What names the submission whatever its revision.
  var key: RevisionKey { RevisionKey(unit: unit, form: form, period: period, number: 0) }
}

/// What the pages of one entry are made from: where it stands, what it is compared with, and what
/// was typed.
struct EntryView: Sendable {
  let place: EntryPlace
  let submission: SubmissionView
  let unitName: BilingualText
  let indicators: [String: Indicator]
  /// Accepted figures of the period before and of the same period last year, by indicator.
  let before: [String: Figure]
  let yearEarlier: [String: Figure]
  /// The day on which it is due, and how many days are left.
  let due: (day: CalendarDate, daysLeft: Int)?

  var form: Form { submission.form }
  /// The latest revision; nil for none.
  var latest: Submission.Kept? { submission.submission.revisions.last }
  var latestNumber: Int { latest?.revision.number ?? 0 }

  /// How many decimals each field takes.
  var decimals: [Int] { form.fields.map { indicators[$0.indicator]?.decimals ?? 0 } }

  /// What the ledger keeps of what was typed: the draft, else the latest revision, else nothing.
  var stored: EntryTyped {
    if let draft = submission.draft { return EntryTyped(draft, form, latest: latestNumber) }
    return submitted ?? EntryTyped(blank: form)
  }

  /// The latest revision as it would be typed.
  var submitted: EntryTyped? {
    latest.map { EntryTyped($0.revision, form, from: form) }
  }

  /// What a field is called.
  func name(_ code: String, _ say: Say) -> String {
    indicators[code].map { say($0.name) } ?? code
  }
}

extension EntryView {
  /// Loads what a request is about.
  ///
  /// Refused where the account may not submit, and where the unit does not report the form.
  init(_ call: Call) async throws {
    let (unit, form, period) = try call.submissionPlace()
    let actor = try call.actor()
    place = EntryPlace(unit: unit, form: form, period: period)
    submission = try await call.ledger.submission(unit, form, period, by: actor)
    let name = try await call.ledger.unitHistory(unit, by: actor).versions.last {
      $0.validFrom <= period.lastDay
    }?.name
    unitName = name ?? BilingualText(zh: unit, en: unit)
    var indicators: [String: Indicator] = [:]
    for definition in try await call.ledger.indicators(on: period.lastDay, by: actor) {
      let indicator = try Indicator(JSONReader(definition))
      indicators[indicator.code] = indicator
    }
    self.indicators = indicators
    before = try await Self.accepted(place, period.before, call)
    yearEarlier = try await Self.accepted(place, period.yearEarlier, call)
    let expected = try await call.ledger.completeness(of: period, by: actor)
    let today = LedgerTransaction.day(of: call.ledger.moment)
    due = expected.first { $0.unit == unit && $0.form == form }.map { item in
      (item.due, Int(item.due.daysSince2000) - Int(today.daysSince2000))
    }
    // Whoever only reads there has other pages, which hide what is not for them.
    _ = try await problems(EntryTyped(blank: submission.form), call)
  }

  /// The accepted figures of another period; none where the form was not in force.
  private static func accepted(
    _ place: EntryPlace, _ period: Period, _ call: Call
  ) async throws -> [String: Figure] {
    do {
      let view = try await call.ledger.submission(
        place.unit, place.form, period, by: call.actor())
      let accepted = view.submission.reviews.filter {
        $0.stage == Review.Stage.office.rawValue
          && $0.decision == Review.Decision.approve.rawValue
      }.map(\.revision).max()
      let kept = view.submission.revisions.last { $0.revision.number == accepted }
      var figures: [String: Figure] = [:]
      for (field, figure) in zip(view.form.fields, kept?.revision.figures ?? []) {
        figures[field.indicator] = figure
      }
      return figures
    } catch let refusal as Refusal where refusal.code == FormRefusal.unknown.rawValue {
      return [:]
    }
  }

  /// What the checks of a submission say about what was typed.
  ///
  /// Refused for whoever may not submit there, and where the unit does not report the form.
  func problems(_ typed: EntryTyped, _ call: Call) async throws -> EntryProblems {
    do {
      let prepared = try await call.ledger.checkSubmission(
        typed.request(place, form), by: call.actor())
      return EntryProblems(explained: prepared.findings)
    } catch let several as Refusals {
      return EntryProblems(several.refusals, self, call.say)
    } catch let refusal as Refusal where Self.toldOnThePage.contains(refusal.code) {
      return EntryProblems(whole: refusal)
    }
  }

  private static let toldOnThePage: Set<String> = [
    SubmissionRefusal.revisionStale.rawValue, SubmissionRefusal.periodNotEnded.rawValue,
    SubmissionRefusal.periodClosed.rawValue,
  ]

  /// Saves what was typed as the draft; returns its new version.
  func save(_ typed: EntryTyped, _ call: Call) async throws -> Int {
    try typed.checkLengths()
    return try await call.ledger.saveDraft(
      place.unit, place.form, place.period, over: typed.version, content: typed.content(form),
      by: call.actor())
  }

  // MARK: - Why it came back

  /// Why the latest revision was returned, or its figures are disputed: an indicator, or none for
  /// the whole; who says so; and the reason.
  func reasons(_ say: Say) -> [(indicator: String?, by: String, text: String)] {
    guard submission.state == .returned || submission.state == .disputed else { return [] }
    var found: [(indicator: String?, by: String, text: String)] = []
    for review in submission.submission.reviews
    where review.revision == latestNumber
      && review.decision == Review.Decision.return.rawValue
    {
      guard case .array(let items)? = try? JSONValue(parsing: Array(review.reasons.utf8)) else {
        continue
      }
      for item in items {
        guard case .string(let text)? = item["text"] else { continue }
        var indicator: String?
        if case .string(let code)? = item["indicator"] { indicator = code }
        found.append((indicator, review.decidedBy, text))
      }
    }
    for one in submission.submission.verifications
    where one.revision == latestNumber
      && one.decision == FigureVerification.Decision.dispute.rawValue
    {
      let figure = one.figure.map { MeasureText.minus(MeasureText.grouped($0.description)) } ?? ""
      found.append((one.indicator, one.decidedBy, say(EntryWord.disputed, figure, one.reason)))
    }
    return found
  }
}
