public import LedgerDomain

/// Reads files of figures into submissions: every row checked, every refusal kept with its line.
///
/// `unit,period,indicator,value` and optionally `absence,note`. Memory grows with the submissions,
/// not with the file: each submission is one dense row of numbers.
public struct FigureFile {
  /// The columns of the file.
  public static let columns = (
    required: ["unit", "period", "indicator", "value"], optional: ["absence", "note"]
  )
  private static let refusalsKept = 100_000
  private static let empty = Int64.min

  /// One unit's figures of one period, in the form's order of fields.
  public struct Submission: Sendable {
    /// The unit's code.
    public let unit: String
    /// What they are for.
    public let period: Period
    /// One figure per field; nil where the file has none.
    public let figures: [Figure?]
    /// What was explained, per field.
    public let notes: [Int: String]
    /// The line of each field; 0 where the file has none.
    public let lines: [Int]
  }

  private let form: Form
  private let decimals: [Int]
  private let units: [String]
  private let periods: ClosedRange<Period>
  private var unitIndex: ByteKeyIndex
  private var fieldIndex: ByteKeyIndex
  private var slots: [UInt64: Int] = [:]
  private var keys: [UInt64] = []
  private var cells: [Int64] = []
  private var lines: [Int32] = []
  private var notes: [Int: String] = [:]
  private var lastKey: UInt64?
  private var lastSlot = 0
  private var lastPeriod: ([UInt8], Period)?
  private var isWorkbook = false
  /// The refused rows, in the order of their lines; at most 100,000 are kept.
  public private(set) var refusals: [Refusal] = []
  /// How many rows were refused.
  public private(set) var refusedRows = 0
  /// How many rows were read.
  public private(set) var rows = 0

  /// Prepares to read figures of a form.
  ///
  /// `units` are the codes that may report it, `decimals` how many each field may have, `periods`
  /// the periods of the form's frequency that are taken.
  public init(form: Form, decimals: [Int], units: [String], periods: ClosedRange<Period>) {
    self.form = form
    self.decimals = decimals
    self.units = units
    self.periods = periods
    unitIndex = ByteKeyIndex(units)
    fieldIndex = ByteKeyIndex(form.fields.map(\.indicator))
  }

  /// Reads one file; several files of one import are read one after the other.
  ///
  /// Throws for a file that cannot be read at all; refused rows are collected.
  public mutating func read(_ file: CSVFile) throws {
    var header: CSVHeader?
    var columns: Columns?
    isWorkbook = try file.isWorkbook()
    lastPeriod = nil
    try file.forEachRecord { record in
      guard let header, let columns else {
        var fields: [String] = []
        for field in 0..<record.count { fields.append(record.text(field)) }
        let read = try CSVHeader(
          fields, required: Self.columns.required, optional: Self.columns.optional)
        header = read
        columns = Columns(read)
        return
      }
      rows += 1
      do throws(Refusal) {
        try header.check(record.count, line: record.line)
        try take(record, columns)
      } catch {
        refusedRows += 1
        if refusals.count < Self.refusalsKept { refusals.append(error) }
      }
    }
    guard header != nil else { throw Refusal(CSVRefusal.empty) }
  }

  private struct Columns {
    let unit, period, indicator, value: Int
    let absence, note: Int?

    init(_ header: CSVHeader) {
      unit = header.position("unit") ?? 0
      period = header.position("period") ?? 0
      indicator = header.position("indicator") ?? 0
      value = header.position("value") ?? 0
      absence = header.position("absence")
      note = header.position("note")
    }
  }

  private mutating func take(_ record: CSVReader.Record, _ columns: Columns) throws(Refusal) {
    func place(_ column: Int) -> Place { .line(record.line, column: column + 1) }
    guard let unit = unitIndex.number(record[columns.unit]) else {
      throw Refusal(
        UnitRefusal.unknown, at: place(columns.unit), try text(record, columns.unit))
    }
    guard let field = fieldIndex.number(record[columns.indicator]) else {
      throw Refusal(
        SubmissionRefusal.indicatorNotInForm, at: place(columns.indicator),
        try text(record, columns.indicator))
    }
    let period = try period(record, columns.period)
    let cell = try figure(record, columns, field)
    let slot = slot(unit, period)
    let index = slot * form.fields.count + field
    guard cells[index] == Self.empty else {
      throw Refusal(
        SubmissionRefusal.figureTwice, at: place(columns.indicator), String(lines[index]))
    }
    if let note = columns.note, !record[note].isEmpty {
      // Whole: what is cut off could neither be refused nor kept.
      guard let whole = String(validating: record[note], as: UTF8.self) else {
        throw Refusal(CSVRefusal.notUTF8, at: place(note))
      }
      guard let accepted = FreeText.accepted(CSVText.unguarded(whole)) else {
        throw Refusal(SubmissionRefusal.noteRefused, at: place(note))
      }
      notes[index] = accepted
    }
    cells[index] = cell
    lines[index] = Int32(truncatingIfNeeded: record.line)
  }

  private func text(_ record: CSVReader.Record, _ column: Int) throws(Refusal) -> String {
    guard let text = String(validating: record[column], as: UTF8.self) else {
      throw Refusal(CSVRefusal.notUTF8, at: .line(record.line, column: column + 1))
    }
    return text.unicodeScalars.count <= 60 ? text : String(text.prefix(60)) + "…"
  }

  /// The figure in ten-thousandths, or a stand-in for its reason of absence.
  private func figure(
    _ record: CSVReader.Record, _ columns: Columns, _ field: Int
  ) throws(Refusal) -> Int64 {
    let place = Place.line(record.line, column: columns.value + 1)
    if let column = columns.absence, !record[column].isEmpty {
      let word = try text(record, column)
      let at = Place.line(record.line, column: column + 1)
      guard let absence = FigureText.absence(word) else {
        throw Refusal(FigureRefusal.absenceUnknown, at: at, word)
      }
      guard record[columns.value].isEmpty else {
        throw Refusal(FigureRefusal.numberAndAbsence, at: at)
      }
      return Self.code(of: absence)
    }
    switch FigureText.number(record[columns.value], decimals: decimals[field]) {
    case .success(let number):
      let limits = form.fields[field]
      guard number >= limits.minimum else {
        throw Refusal(
          SubmissionRefusal.belowMinimum, at: place, limits.indicator, number.description,
          limits.minimum.description)
      }
      if let maximum = limits.maximum, number > maximum {
        throw Refusal(
          SubmissionRefusal.aboveMaximum, at: place, limits.indicator, number.description,
          maximum.description)
      }
      return number.tenThousandths
    case .failure(let reason):
      throw Refusal(
        reason, at: place, try text(record, columns.value), String(decimals[field]))
    }
  }

  private mutating func period(
    _ record: CSVReader.Record, _ column: Int
  ) throws(Refusal) -> Period {
    let bytes = record[column]
    if let (known, period) = lastPeriod, known.elementsEqual(bytes) { return period }
    let place = Place.line(record.line, column: column + 1)
    guard bytes.count <= 10, let period = period(String(decoding: bytes, as: UTF8.self)) else {
      throw Refusal(
        SubmissionRefusal.periodMalformed, at: place, try text(record, column),
        form.frequency.example)
    }
    guard period >= periods.lowerBound else {
      throw Refusal(
        SubmissionRefusal.formNotInForce, at: place, form.code, period.description)
    }
    guard period <= periods.upperBound else {
      throw Refusal(SubmissionRefusal.periodNotEnded, at: place, period.description)
    }
    lastPeriod = (Array(bytes), period)
    return period
  }

  /// A period as it is written, or a month's first day in a workbook.
  ///
  /// Spreadsheets make that of a typed month; no other date says which period is meant.
  private func period(_ text: String) -> Period? {
    if let period = Period(text, form.frequency) { return period }
    guard isWorkbook, form.frequency == .month, let day = CalendarDate(text) else { return nil }
    let month = Month(containing: day)
    return month.firstDay == day ? Period(month) : nil
  }

  /// Units and then periods in the order of the number's upper and lower half.
  private static func key(_ unit: Int, _ period: Period) -> UInt64 {
    let day = UInt32(bitPattern: period.firstDay.daysSince2000) ^ 0x8000_0000
    return UInt64(truncatingIfNeeded: unit) << 32 | UInt64(day)
  }

  private mutating func slot(_ unit: Int, _ period: Period) -> Int {
    let key = Self.key(unit, period)
    if key == lastKey { return lastSlot }
    lastKey = key
    if let known = slots[key] {
      lastSlot = known
      return known
    }
    lastSlot = keys.count
    slots[key] = lastSlot
    keys.append(key)
    cells.append(contentsOf: repeatElement(Self.empty, count: form.fields.count))
    lines.append(contentsOf: repeatElement(0, count: form.fields.count))
    return lastSlot
  }

  private static func code(of absence: Absence) -> Int64 {
    switch absence {
    case .missing: Int64.min + 1
    case .notApplicable: Int64.min + 2
    case .withheld: Int64.min + 3
    }
  }

  private static func figure(_ cell: Int64) -> Figure? {
    switch cell {
    case empty: nil
    case Int64.min + 1: .absent(.missing)
    case Int64.min + 2: .absent(.notApplicable)
    case Int64.min + 3: .absent(.withheld)
    default: FigureNumber(tenThousandths: cell).map(Figure.number)
    }
  }

  /// How many submissions the files hold.
  public var submissionCount: Int { keys.count }

  /// The positions of the submissions, by unit code and then by period.
  public func order() -> [Int] {
    keys.indices.sorted { left, right in
      let (a, b) = (keys[left], keys[right])
      if a >> 32 == b >> 32 { return a < b }
      return units[Int(a >> 32)].utf8.lexicographicallyPrecedes(units[Int(b >> 32)].utf8)
    }
  }

  /// The unit and period of one submission.
  public func place(_ position: Int) -> (unit: String, period: Period) {
    let day = Int32(bitPattern: UInt32(truncatingIfNeeded: keys[position]) ^ 0x8000_0000)
    return (
      units[Int(keys[position] >> 32)],
      Period(form.frequency, containing: CalendarDate(daysSince2000: day))
    )
  }

  /// One submission.
  public func submission(_ position: Int) -> Submission {
    let start = position * form.fields.count
    let range = start..<start + form.fields.count
    var own: [Int: String] = [:]
    if !notes.isEmpty {
      for index in range { if let note = notes[index] { own[index - start] = note } }
    }
    let place = place(position)
    return Submission(
      unit: place.unit, period: place.period,
      figures: range.map { Self.figure(cells[$0]) }, notes: own,
      lines: range.map { Int(lines[$0]) })
  }
}
