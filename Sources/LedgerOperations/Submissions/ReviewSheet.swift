public import LedgerDomain
public import LedgerStore

/// One revision beside everything that it is compared with: what a reviewer looks at.
public struct ReviewSheet: Sendable {
  /// The revision.
  public let revision: Revision
  /// The form's version that its figures follow.
  public let form: Form
  /// One line for each field of the form.
  public let lines: [Line]

  /// One figure, and what there is to say about it.
  public struct Line: Sendable {
    /// The indicator's code.
    public let indicator: String
    /// What is reported.
    public let figure: Figure
    /// What the revision before reported; nil where there is none.
    public let previous: Figure?
    /// What counts for the period before; nil where nothing was accepted.
    public let before: Figure?
    /// What counts for the same period last year.
    public let yearEarlier: Figure?
    /// What is unusual about it.
    public let oddities: [BilingualText]
    /// How the unit explains it.
    public let note: String?
    /// Whether a verifier confirms it, or disputes it; nil where nobody has looked.
    public let isDisputed: Bool?

    /// Whether it differs from the revision before.
    public var isChanged: Bool { previous.map { $0 != figure } ?? false }
    /// Whether it is due and was not reported.
    public var isMissing: Bool { figure == .absent(.missing) }
    /// Whether somebody has to look at it.
    public var isFlagged: Bool {
      isChanged || isMissing || !oddities.isEmpty || isDisputed == true
    }
  }

  /// How many figures somebody has to look at.
  public var flags: Int { lines.count { $0.isFlagged } }

  /// The line whose figure changed most on the period before, as a share of what it was.
  public var greatestChange: Line? {
    lines.compactMap { line in line.change.map { (line, $0) } }
      .max { $0.1 < $1.1 }?.0
  }
}

extension ReviewSheet.Line {
  /// By what share of the period before the figure changed; nil where that cannot be said.
  fileprivate var change: Fraction? {
    guard case .number(let now) = figure, case .number(let then)? = before, now != then else {
      return nil
    }
    let difference = now.fraction - then.fraction
    let share = difference / then.fraction
    return share.map { $0.signum < 0 ? -$0 : $0 }
  }
}

extension LedgerTransaction {
  /// The sheets of some revisions, in their order; those that there are not are left out.
  func reviewSheets(_ keys: [RevisionKey]) throws -> [ReviewSheet] {
    let before = keys.filter { $0.number > 1 }.map { key in
      RevisionKey(unit: key.unit, form: key.form, period: key.period, number: key.number - 1)
    }
    let revisions = try revisions(keys + before)
    let forms = FormVersions(try forms())
    let compared = try comparedRevisions(revisions.values, forms)
    let verified = Dictionary(grouping: try verifiedFigures(of: keys), by: \.key)
    return keys.compactMap { key in
      guard let revision = revisions[key], let form = forms.of(revision) else { return nil }
      return ReviewSheet(
        revision, form,
        previous: revisions[
          RevisionKey(unit: key.unit, form: key.form, period: key.period, number: key.number - 1)],
        Compared(compared, revision, form, forms), verified[key] ?? [])
    }
  }

  private func comparedRevisions(
    _ revisions: some Collection<Revision>, _ forms: FormVersions
  ) throws -> [RevisionKey: Revision] {
    var periods: Set<Period> = []
    for revision in revisions {
      guard let form = forms.of(revision) else { continue }
      for back in form.periodsChecked { periods.insert(revision.period.earlier(by: back)) }
      periods.insert(revision.period.yearEarlier)
    }
    let accepted = try acceptedRevisions(
      units: Set(revisions.map(\.unit)).sorted(), forms: Set(revisions.map(\.form)).sorted(),
      periods: Array(periods))
    return Dictionary(
      accepted.map { ($0.key.anyNumber, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Every version of every form.
private struct FormVersions {
  let all: [Form]

  init(_ all: [Form]) { self.all = all }

  func of(_ revision: Revision) -> Form? {
    all.last { $0.code == revision.form && $0.effective.firstDay == revision.formEffective }
  }
}

/// The accepted figures with which one revision is compared, in the order of its form's fields.
private struct Compared {
  let context: SubmissionContext
  let before: [Figure?]
  let yearEarlier: [Figure?]

  init(
    _ accepted: [RevisionKey: Revision], _ revision: Revision, _ form: Form, _ forms: FormVersions
  ) {
    func figures(_ period: Period) -> [Figure?]? {
      let key = RevisionKey(
        unit: revision.unit, form: revision.form, period: period, number: 0)
      guard let earlier = accepted[key], let version = forms.of(earlier) else { return nil }
      return form.fields.map { field in
        version.field(of: field.indicator).flatMap { position in
          earlier.figures.indices.contains(position) ? earlier.figures[position] : nil
        }
      }
    }
    func whole(_ figures: [Figure?]) -> [Figure] { figures.map { $0 ?? .absent(.missing) } }
    var earlier: [Int: [Figure]] = [:]
    for back in form.periodsChecked {
      earlier[back] = figures(revision.period.earlier(by: back)).map(whole)
    }
    let none = [Figure?](repeating: nil, count: form.fields.count)
    before = figures(revision.period.before) ?? none
    let lastYear = figures(revision.period.yearEarlier)
    yearEarlier = lastYear ?? none
    context = SubmissionContext(
      earlier: earlier, yearEarlier: lastYear.map(whole),
      isFirstOfYear: revision.period.isFirstOfYear)
  }
}

extension ReviewSheet {
  fileprivate init(
    _ revision: Revision, _ form: Form, previous: Revision?, _ compared: Compared,
    _ verified: [VerifiedFigure]
  ) {
    let findings = Dictionary(
      grouping: form.findings(revision.figures, compared.context), by: \.field)
    let isDisputed = Dictionary(
      verified.map { ($0.indicator, $0.isDisputed) }, uniquingKeysWith: { $0 || $1 })
    self.revision = revision
    self.form = form
    lines = zip(form.fields, revision.figures).enumerated().map { position, pair in
      let former = previous.flatMap { previous in
        previous.figures.indices.contains(position)
          && previous.formEffective
            == revision.formEffective
          ? previous.figures[position] : nil
      }
      return Line(
        indicator: pair.0.indicator, figure: pair.1, previous: former,
        before: compared.before[position], yearEarlier: compared.yearEarlier[position],
        oddities: (findings[position] ?? []).map { $0.oddity ?? $0.reason.text },
        note: revision.notes.indices.contains(position) ? revision.notes[position] : nil,
        isDisputed: isDisputed[pair.0.indicator])
    }
  }
}

extension RevisionKey {
  /// The submission's own key, whichever revision counts.
  var anyNumber: RevisionKey { RevisionKey(unit: unit, form: form, period: period, number: 0) }
}
