import Crypto
import LedgerDocuments
public import LedgerDomain
import LedgerStore

/// What the ledger's own records say of a form's figures in a month, unit by unit.
public struct RecordPreview: Sendable {
  /// The month.
  public let month: Month
  /// The form as it is reported in the month.
  public let form: Form
  /// Every form of the month that has such figures, in the order of their codes.
  public let forms: [Form]
  /// The indicators of the form's fields, by their codes.
  public let indicators: [String: Indicator]
  /// The units that report the form, in the order of their codes.
  public let units: [Unit]
  /// Whether the account submits the form for any of them.
  public let maySubmit: Bool
  /// SHA-256 of what the records say, in hexadecimal: what is submitted is what was looked at.
  public let digest: String

  /// One unit.
  public struct Unit: Sendable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: BilingualText
    /// The number of its latest revision; 0 for none.
    public let latest: Int
    /// Its figures, in the order of the form's fields.
    public let fields: [Field]

    /// Whether anything is to be submitted.
    public var isChanged: Bool { fields.contains(where: \.isChanged) }
  }

  /// One figure.
  public struct Field: Sendable {
    /// The indicator's code.
    public let indicator: String
    /// What the records say; nil where they do not know it.
    public let recorded: FigureNumber?
    /// Where that comes from; nil where they do not know it.
    public let source: BilingualText?
    /// What was submitted last; nil for nothing.
    public let submitted: Figure?
    /// The note on what was submitted last.
    let note: String?

    /// Whether the records say something else than what was submitted last.
    public var isChanged: Bool { recorded.map { submitted != .number($0) } ?? false }
  }
}

/// What is submitted from the records.
public struct RecordSubmission: Sendable {
  /// The month.
  public var month: Month
  /// The form's code.
  public var form: String
  /// The digest of what was looked at; nil to take what the records say now.
  public var digest: String?
  /// The figures that the records do not know, as they were typed.
  public var given: [Given]

  /// A figure that the records do not know.
  public struct Given: Sendable {
    /// The unit's code.
    public var unit: String
    /// The indicator's code.
    public var indicator: String
    /// The number, or the word of an absence.
    public var value: String

    /// States a figure.
    public init(unit: String, indicator: String, value: String) {
      self.unit = unit
      self.indicator = indicator
      self.value = value
    }
  }

  /// Describes what is submitted.
  public init(month: Month, form: String, digest: String? = nil, given: [Given] = []) {
    self.month = month
    self.form = form
    self.digest = digest
    self.given = given
  }
}

extension Ledger {
  /// What the records say of a form's figures in a month, beside what was submitted; where no form
  /// is named, of the one that they know most of.
  ///
  /// Units of which the account may not see the form's submissions are left out. Refused where the
  /// month has no form with such figures, or not that one.
  public func recordFigures(
    _ month: Month, form code: String? = nil, by actor: Actor
  ) async throws -> RecordPreview {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readSubmissions)
      return try transaction.recordPreview(month, code)
    }
  }

  /// Submits what the records say as revisions of the form, with where it comes from as the notes:
  /// the same checks, reviews and journal as any submission.
  ///
  /// Figures that the records do not know are taken as they are given, or stay as they were
  /// submitted last; otherwise they are missing. Units of which nothing has changed get no
  /// revision. Refused, in this order: an unknown form; records that have changed since they were
  /// looked at; a figure that is given although the records know it; an account that reports none
  /// of the units; and as any import of figures.
  public func submitRecordFigures(
    _ request: RecordSubmission, by actor: Actor
  ) async throws -> FigureImportReport {
    let unkeyed = Actor(session: actor.session)
    let rows = try await act(by: unkeyed, readOnly: true) { transaction, _ in
      try transaction.require(.submit)
      let preview = try transaction.recordPreview(request.month, request.form)
      guard request.digest ?? preview.digest == preview.digest else {
        throw Refusal(RecordFigureRefusal.changed)
      }
      let rows = try preview.rows(request.given) { unit in
        try transaction.may(.submit, unit: unit, form: request.form)
      }
      guard rows.count > 1 else { throw Refusal(RecordFigureRefusal.nothing) }
      return rows
    }
    let file = CSVFile(name: "records-\(request.month)", text: CSVWriter.text(rows))
    var figures = FigureImport(files: [file], form: request.form)
    figures.revises = true
    return try await importFigures(figures, by: actor)
  }
}

extension RecordPreview {
  /// The file of figures that is imported: its header, and every field of each unit that the
  /// account reports.
  fileprivate func rows(
    _ given: [RecordSubmission.Given], _ reports: (String) throws -> Bool
  ) throws -> [[String]] {
    var typed: [String: String] = [:]
    for item in given {
      let field = units.first { $0.code == item.unit }?.fields
        .first { $0.indicator == item.indicator }
      guard let field else { throw Refusal(UnitRefusal.unknown, at: .option("given"), item.unit) }
      guard field.recorded == nil else {
        throw Refusal(RecordFigureRefusal.notTyped, at: .option("given"), item.unit, item.indicator)
      }
      typed["\(item.unit)/\(item.indicator)"] = item.value
    }
    var rows = [["unit", "period", "indicator", "value", "absence", "note"]]
    for unit in units where try reports(unit.code) {
      for field in unit.fields {
        let (value, absence, note) = field.cells(typed["\(unit.code)/\(field.indicator)"])
        rows.append([unit.code, month.description, field.indicator, value, absence, note])
      }
    }
    return rows
  }
}

extension RecordPreview.Field {
  fileprivate func cells(_ typed: String?) -> (value: String, absence: String, note: String) {
    if let recorded { return (recorded.description, "", source?.zh ?? "") }
    if let typed {
      return FigureText.absence(typed) == nil ? (typed, "", "") : ("", typed, "")
    }
    switch submitted {
    case .number(let number): return (number.description, "", note ?? "")
    case .absent(let absence): return ("", absence.rawValue, note ?? "")
    case nil: return ("", Absence.missing.rawValue, "")
    }
  }
}

extension LedgerTransaction {
  fileprivate func recordPreview(_ month: Month, _ code: String?) throws -> RecordPreview {
    let catalogue = try Catalogue(self, on: month.lastDay)
    let recorded = try recordedFigures(month, catalogue)
    let known = Set(recorded.values.flatMap(\.keys))
    let scope = try actingScope(Permission.readSubmissions.rule.roles)
    func isSeen(_ unit: String, _ form: Form) -> Bool {
      scope.everywhere || scope.units.contains(unit)
        || scope.units.contains("\(unit)/\(form.code)")
    }
    let forms = catalogue.forms(in: month).filter { form in
      form.frequency == .month && form.fields.contains { known.contains($0.indicator) }
        && catalogue.tree.units(of: form.kind).contains { isSeen($0.code, form) }
    }
    // The office's own returns come first: all that they ask for is in the records, or nearly so.
    let most = forms.max { left, right in
      left.share(known: known) < right.share(known: known)
    }
    guard let form = code == nil ? most : forms.first(where: { $0.code == code }) else {
      throw Refusal(RecordFigureRefusal.noForm, at: .option("form"), month.description)
    }
    let period = Period(month)
    let codes = catalogue.tree.units(of: form.kind).filter { isSeen($0.code, form) }
    var latest: [String: Revision] = [:]
    for state in try submissionStates(form: form.code, periods: [period]) {
      latest[state.latest.unit] = try revision(state.latest)
    }
    let units = codes.map { unit in
      RecordPreview.Unit(
        code: unit.code, name: unit.name, latest: latest[unit.code]?.number ?? 0,
        fields: form.recordFields(
          recorded[unit.code] ?? [:], latest[unit.code], catalogue.indicators))
    }
    let maySubmit = try codes.contains { try may(.submit, unit: $0.code, form: form.code) }
    return RecordPreview(
      month: month, form: form, forms: forms, indicators: catalogue.indicators, units: units,
      maySubmit: maySubmit, digest: Self.digest(of: units))
  }

  private static func digest(of units: [RecordPreview.Unit]) -> String {
    var hash = SHA256()
    for unit in units {
      for field in unit.fields {
        let text = field.recorded?.description ?? "–"
        hash.update(data: Array("\(unit.code)/\(field.indicator)=\(text)\n".utf8))
      }
    }
    return hexadecimal(hash.finalize())
  }

  /// Every source's figures of a month, by unit and indicator.
  private func recordedFigures(
    _ month: Month, _ catalogue: Catalogue
  ) throws -> [String: [String: RecordedFigure]] {
    var figures: [String: [String: RecordedFigure]] = [:]
    let all =
      try dutyFigures(month, catalogue) + punctuality(month, catalogue)
      + recordedFigures(of: Period(month))
    for figure in all { figures[figure.unit, default: [:]][figure.indicator] = figure }
    return figures
  }
}

extension Form {
  /// The share of the fields that the records know.
  fileprivate func share(known: Set<String>) -> Fraction {
    Fraction(
      Int128(fields.count { known.contains($0.indicator) }), over: Int128(max(fields.count, 1)))
  }

  fileprivate func recordFields(
    _ recorded: [String: RecordedFigure], _ latest: Revision?, _ indicators: [String: Indicator]
  ) -> [RecordPreview.Field] {
    // A version of the form that was reported before may have had other fields.
    let isSame = latest?.formEffective == effective.firstDay
    return fields.enumerated().map { position, field in
      let figure = recorded[field.indicator]
      let number = figure?.number(decimals: indicators[field.indicator]?.decimals ?? 0)
      let notes = latest?.notes ?? []
      return RecordPreview.Field(
        indicator: field.indicator, recorded: number,
        source: number == nil ? nil : figure?.source,
        submitted: isSame ? latest?.figures[position] : nil,
        note: isSame && notes.indices.contains(position) ? notes[position] : nil)
    }
  }
}
