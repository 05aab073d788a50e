import Crypto
public import LedgerDocuments
public import LedgerDomain
import LedgerStore

/// How figures are imported from files.
public struct FigureImport: Sendable {
  /// The files, read one after the other as one import.
  public var files: [CSVFile]
  /// The form that they hold figures of.
  public var form: String
  /// Whether good rows are stored although others are refused.
  public var acceptsGoodRows = false
  /// Whether a submission that exists with other figures gets a new revision.
  public var revises = false
  /// Whether everything is checked and nothing stored.
  public var isDryRun = false
  /// The caller's key: the same import twice is done once.
  public var key: String?

  /// Describes an import.
  public init(files: [CSVFile], form: String) {
    self.files = files
    self.form = form
  }
}

/// What an import of figures did.
public struct FigureImportReport: Sendable {
  /// How many rows the files have.
  public let rows: Int
  /// How many rows were refused.
  public let refusedRows: Int
  /// The refusals, in the order of the lines; at most 100,000.
  public let refusals: [Refusal]
  /// How many submissions got a revision.
  public let submissions: Int
  /// How many submissions hold the same figures already.
  public let unchanged: Int
}

extension Ledger {
  /// Imports figures as revisions: the same checks as on a page, nothing stored when any row is
  /// refused unless good rows are accepted.
  ///
  /// Refused where the account is no reporter at all; rows of units and forms that it does not
  /// report are refused one by one. Throws ``Refusals`` where rows are refused and good ones are
  /// not accepted.
  public func importFigures(
    _ request: FigureImport, by actor: Actor
  ) async throws -> FigureImportReport {
    try await act(by: actor) { transaction, account in
      let today = try transaction.today()
      let catalogue = try Catalogue(transaction, on: today)
      guard
        let form = catalogue.forms(in: Month(containing: today)).first(where: {
          $0.code == request.form
        })
      else { throw Refusal(FormRefusal.unknown, at: .option("--form"), request.form) }
      var file = FigureFile(
        form: form,
        decimals: form.fields.map { catalogue.indicators[$0.indicator]?.decimals ?? 0 },
        units: catalogue.tree.units(of: form.kind).map(\.code),
        periods: form.periods(on: today))
      for csv in request.files { try file.read(csv) }
      let content = request.key == nil ? [] : Self.digest(of: file, form, request)
      var refusals: [Refusal] = []
      let answer = try transaction.once(
        key: request.isDryRun ? nil : request.key, account: account, request: content
      ) {
        let prepared = try Self.prepare(file, form, request, transaction)
        refusals = prepared.refusals
        if !refusals.isEmpty, !request.acceptsGoodRows { throw Refusals(refusals) }
        try Self.append(prepared, file, form, request, by: account, transaction)
        return "\(prepared.accepted.count) \(prepared.unchanged)"
      }
      let counts = answer.split(separator: " ").map { Int($0) ?? 0 }
      return FigureImportReport(
        rows: file.rows, refusedRows: file.refusedRows, refusals: refusals,
        submissions: counts.first ?? 0, unchanged: counts.last ?? 0)
    }
  }

  /// What the import asks for: the same key with another digest is another request.
  private static func digest(
    of file: FigureFile, _ form: Form, _ request: FigureImport
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: [request.acceptsGoodRows ? 1 : 0, request.revises ? 1 : 0])
    for index in file.order() {
      hash.update(data: revision(file.submission(index), form, number: 0, by: "").fact.digest)
    }
    return Array(hash.finalize())
  }

  private static func append(
    _ prepared: Prepared, _ file: FigureFile, _ form: Form, _ request: FigureImport,
    by account: String, _ transaction: LedgerTransaction
  ) throws {
    guard !request.isDryRun else { return }
    let name = request.files.map(\.path).joined(separator: " ")
    let detail = name.split(separator: "/").last.map(String.init) ?? ""
    try transaction.append(
      revisions: prepared.accepted.count, key: request.key, detail: detail
    ) { position in
      let (index, number) = prepared.accepted[position]
      return Self.revision(file.submission(index), form, number: number, by: account)
    }
  }

  private struct Prepared {
    var accepted: [(index: Int, number: Int)] = []
    var refusals: [Refusal]
    var unchanged = 0
  }

  /// Decides for each submission of the files: new, unchanged, a correction, or refused.
  private static func prepare(
    _ file: FigureFile, _ form: Form, _ request: FigureImport, _ transaction: LedgerTransaction
  ) throws -> Prepared {
    var prepared = Prepared(refusals: file.refusals)
    let order = file.order()
    var periods: Set<Period> = []
    var units: Set<String> = []
    for index in order {
      let place = file.place(index)
      periods.insert(place.period)
      units.insert(place.unit)
    }
    let sorted = periods.sorted()
    let scope = try transaction.actingScope(Permission.submit.rule.roles)
    guard scope.everywhere || !scope.units.isEmpty else { throw Refusal(AccountRefusal.notAllowed) }
    let closed = try transaction.closedMonths(governing: sorted)
    let today = try transaction.today()
    let existing = try transaction.submissionStates(
      form: form.code, periods: sorted, units: units.count <= 200 ? Array(units) : nil)
    var latest: [RevisionPlace: RevisionKey] = [:]
    for state in existing {
      latest[RevisionPlace(unit: state.latest.unit, period: state.latest.period)] = state.latest
    }
    let context = try EarlierFigures(form, units, sorted, file, order, transaction)
    for index in order {
      let submission = file.submission(index)
      let line = submission.lines.filter { $0 > 0 }.min() ?? 1
      do throws(Refusal) {
        guard
          scope.everywhere || scope.units.contains(submission.unit)
            || scope.units.contains("\(submission.unit)/\(form.code)")
        else { throw Refusal(AccountRefusal.outOfScope, at: .line(line, column: nil)) }
        try check(
          submission, form, closed: closed, today: today, line: line,
          acceptsGaps: request.acceptsGoodRows)
        try check(submission, form, context.context(for: submission), line: line)
      } catch {
        prepared.refusals.append(error)
        continue
      }
      let place = RevisionPlace(unit: submission.unit, period: submission.period)
      guard let known = latest[place] else {
        prepared.accepted.append((index, 1))
        continue
      }
      let draft = revision(submission, form, number: known.number, by: "")
      if let stored = try transaction.revision(known), stored.figures == draft.figures {
        prepared.unchanged += 1
      } else if request.revises {
        prepared.accepted.append((index, known.number + 1))
      } else {
        prepared.refusals.append(
          Refusal(
            SubmissionRefusal.revisionExists, at: .line(line, column: nil), submission.unit,
            submission.period.description))
      }
    }
    return prepared
  }

  private static func check(
    _ submission: FigureFile.Submission, _ form: Form, closed: Set<Month>, today: CalendarDate,
    line: Int, acceptsGaps: Bool
  ) throws(Refusal) {
    let place = Place.line(line, column: nil)
    guard submission.period.lastDay < today else {
      throw Refusal(
        SubmissionRefusal.periodNotEnded, at: place, submission.period.description)
    }
    guard !closed.contains(submission.period.month) else {
      throw Refusal.closed(submission.period, at: place)
    }
    guard !acceptsGaps, let gap = submission.figures.firstIndex(of: nil) else { return }
    throw Refusal(
      SubmissionRefusal.figureMissing, at: place, submission.unit,
      submission.period.description, form.fields[gap].indicator)
  }

  /// Impossible figures are refused; unusual ones need a note.
  private static func check(
    _ submission: FigureFile.Submission, _ form: Form, _ context: SubmissionContext, line: Int
  ) throws(Refusal) {
    let figures = submission.figures.map { $0 ?? .absent(.missing) }
    for finding in form.findings(figures, context) {
      let at = Place.line(max(line, submission.lines[finding.field]), column: nil)
      if finding.isImpossible {
        throw Refusal(finding.reason, at: at, details: finding.details)
      }
      if submission.notes[finding.field] == nil {
        let oddity = finding.oddity ?? BilingualText(zh: "", en: "")
        throw Refusal(
          finding.reason, at: at, details: finding.details + [oddity.zh, oddity.en])
      }
    }
  }

  private static func revision(
    _ submission: FigureFile.Submission, _ form: Form, number: Int, by account: String
  ) -> Revision {
    Revision(
      unit: submission.unit, form: form.code, period: submission.period, number: number,
      formEffective: form.effective.firstDay,
      figures: submission.figures.map { $0 ?? .absent(.missing) },
      notes: submission.notes.isEmpty
        ? [] : form.fields.indices.map { submission.notes[$0] }, submittedBy: account)
  }
}

struct RevisionPlace: Hashable {
  let unit: String
  let period: Period
}

/// What the checks compare with: the accepted figures of earlier periods, and those in the same
/// files.
private struct EarlierFigures {
  private var figures: [RevisionPlace: [Figure]] = [:]
  private let form: Form

  init(
    _ form: Form, _ units: Set<String>, _ periods: [Period], _ file: FigureFile, _ order: [Int],
    _ transaction: LedgerTransaction
  ) throws {
    self.form = form
    let needsEarlier = form.fields.contains { $0.isCumulative || $0.unusual != nil }
    guard needsEarlier else { return }
    let wanted = Set(
      periods.flatMap { period in
        form.periodsChecked.map { period.earlier(by: $0) } + [period.yearEarlier]
      })
    try transaction.forEachAccepted(periods: wanted.sorted()) { revision, _ in
      guard revision.form == form.code, units.contains(revision.unit) else { return }
      figures[RevisionPlace(unit: revision.unit, period: revision.period)] = revision.figures
    }
    for index in order {
      let submission = file.submission(index)
      figures[RevisionPlace(unit: submission.unit, period: submission.period)] =
        submission.figures.map { $0 ?? .absent(.missing) }
    }
  }

  func context(for submission: FigureFile.Submission) -> SubmissionContext {
    func accepted(_ period: Period) -> [Figure]? {
      figures[RevisionPlace(unit: submission.unit, period: period)]
    }
    var earlier: [Int: [Figure]] = [:]
    if !figures.isEmpty {
      for back in form.periodsChecked {
        earlier[back] = accepted(submission.period.earlier(by: back))
      }
    }
    return SubmissionContext(
      earlier: earlier,
      yearEarlier: figures.isEmpty ? nil : accepted(submission.period.yearEarlier),
      isFirstOfYear: submission.period.isFirstOfYear)
  }
}
