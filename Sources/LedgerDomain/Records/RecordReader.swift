/// Reads a record from the fields of its form, each refused at its place.
public struct RecordReader: Sendable {
  private let values: [String: String]
  private static let linesMax = 40
  private static let placeMax = 100_000

  /// Takes what was filled in, by the names of ``RecordField``.
  public init(_ values: [String: String]) {
    self.values = values
  }

  /// The record that the fields describe; `standards` are those that no-fraud units can be measured
  /// by.
  ///
  /// Refused in the order of the form's fields: a text that is missing or not taken, a day that is
  /// none or lies ahead, a word that is none of the choices.
  public func record(
    _ key: RecordKey, standards: [NoFraudStandard], today: CalendarDate, by account: String
  ) throws(Refusal) -> LedgerRecord {
    let unit = try text("unit", isNeeded: true)
    let title = try text("title", isNeeded: true)
    let day = try day("day")
    guard day <= today else {
      throw Refusal(RecordRefusal.dayAhead, at: .option("day"), day.description)
    }
    let needsDocument = RecordField.all(of: key.noun).contains {
      $0.name == "document" && $0.isNeeded
    }
    return LedgerRecord(
      key: key, unit: unit, title: title, day: day,
      document: try text("document", isNeeded: needsDocument),
      content: try content(key.noun, unit, day, standards), recordedBy: account)
  }

  private func content(
    _ noun: RecordNoun, _ unit: String, _ day: CalendarDate, _ standards: [NoFraudStandard]
  ) throws(Refusal) -> RecordContent {
    switch noun {
    case .inspection: .inspection(try inspection(day))
    case .noFraudUnit: .noFraudUnit(try noFraudUnit(day, standards))
    case .matter: .matter(try matter(unit, day))
    case .notice:
      .notice(
        Notice(kind: try word("kind"), authority: try text("authority", isNeeded: true)))
    case .externalRank: .externalRank(try rank())
    case .honour:
      .honour(Honour(kind: try word("kind"), issuer: try text("issuer", isNeeded: true)))
    case .policyDocument:
      .policyDocument(
        PolicyDocument(
          issuer: try text("issuer", isNeeded: true), inForceFrom: try self.day("from"),
          clauses: try lines("clauses")))
    }
  }

  private func inspection(_ day: CalendarDate) throws(Refusal) -> Inspection {
    let by = try text("by", isNeeded: true)
    let line: Inspection.Line = try word("line")
    let words = try lines("findings")
    var findings: [Inspection.Finding] = []
    if !words.isEmpty {
      let due = try due(after: day)
      for (position, words) in words.enumerated() {
        findings.append(Inspection.Finding(number: position + 1, words: words, due: due))
      }
    }
    return Inspection(by: by, line: line, findings: findings)
  }

  private func noFraudUnit(
    _ day: CalendarDate, _ standards: [NoFraudStandard]
  ) throws(Refusal) -> NoFraudUnit {
    let kind: NoFraudUnit.Kind = try word("kind")
    let standard = standards.filter { $0.kind == kind && $0.effective <= day }
      .max { $0.version < $1.version }
    guard let standard else {
      throw Refusal(RecordRefusal.standardUnknown, at: .option("kind"), kind.text.zh)
    }
    return NoFraudUnit(kind: kind, standard: standard.version)
  }

  private func matter(_ unit: String, _ day: CalendarDate) throws(Refusal) -> Matter {
    let needs = codes("needs")
    guard !needs.isEmpty, !needs.contains(unit) else {
      throw Refusal(RecordRefusal.needsNobody, at: .option("needs"))
    }
    return Matter(needs: needs, due: try due(after: day))
  }

  private func rank() throws(Refusal) -> ExternalRank {
    let authority = try text("authority", isNeeded: true)
    let written = try text("period", isNeeded: true)
    guard let period = Period(written) else {
      throw Refusal(RecordRefusal.wordUnknown, at: .option("period"), written, "2026-Q1")
    }
    let kind: ExternalRank.Kind = try word("kind")
    let place = try number("place")
    let ranked = try text("ranked").isEmpty ? nil : number("ranked")
    guard ranked.map({ place <= $0 }) ?? true else {
      throw Refusal(
        RecordRefusal.numberMalformed, at: .option("place"), String(place), String(ranked ?? 0))
    }
    return ExternalRank(
      authority: authority, period: period, kind: kind, place: place, ranked: ranked)
  }

  // MARK: - Fields

  private func text(_ name: String, isNeeded: Bool = false) throws(Refusal) -> String {
    try FreeText.checked(values[name] ?? "", at: .option(name), isNeeded: isNeeded)
  }

  private func day(_ name: String) throws(Refusal) -> CalendarDate {
    let text = try text(name, isNeeded: true)
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
    }
    return day
  }

  private func due(after first: CalendarDate) throws(Refusal) -> CalendarDate {
    let due = try day("due")
    guard due >= first else {
      throw Refusal(
        RecordRefusal.dueBefore, at: .option("due"), due.description, first.description)
    }
    return due
  }

  private func number(_ name: String) throws(Refusal) -> Int {
    let text = try text(name, isNeeded: true)
    guard let number = Int(text), (1...Self.placeMax).contains(number) else {
      throw Refusal(
        RecordRefusal.numberMalformed, at: .option(name), text, String(Self.placeMax))
    }
    return number
  }

  private func word<Word: RecordWord>(_ name: String) throws(Refusal) -> Word {
    let text = try text(name, isNeeded: true)
    let known = Word.allCases.first {
      $0.rawValue == text || $0.text.zh == text || $0.text.en == text
    }
    guard let known else {
      throw Refusal(
        RecordRefusal.wordUnknown, at: .option(name), text,
        Word.allCases.map(\.rawValue).joined(separator: " | "))
    }
    return known
  }

  private func codes(_ name: String) -> [String] {
    var seen: Set<String> = []
    return (values[name] ?? "").unicodeScalars.split {
      $0.properties.isWhitespace || "、，,；;".unicodeScalars.contains($0)
    }.map { String($0) }.filter { seen.insert($0).inserted }
  }

  private func lines(_ name: String) throws(Refusal) -> [String] {
    var lines: [String] = []
    for line in (values[name] ?? "").unicodeScalars.split(whereSeparator: {
      "\r\n".unicodeScalars.contains($0)
    }) {
      let text = try FreeText.checked(String(line), at: .option(name))
      if !text.isEmpty { lines.append(text) }
    }
    guard lines.count <= Self.linesMax else {
      throw Refusal(
        RecordRefusal.numberMalformed, at: .option(name), String(lines.count),
        String(Self.linesMax))
    }
    return lines
  }
}
