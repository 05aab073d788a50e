import LedgerDomain
import LedgerOperations
import LedgerStore

/// What stands in the fields of a form, as it was typed, drafted or submitted.
struct EntryTyped: Sendable {
  /// One field.
  struct Field: Hashable, Sendable {
    var value = ""
    var absence = ""
    var note = ""

    /// Whether it says nothing: neither a number nor why there is none.
    var isBlank: Bool { value.isEmpty && absence.isEmpty }
    /// The same without its note.
    var number: Field { Field(value: value, absence: absence) }
  }

  /// The fields in the form's order.
  var fields: [Field]
  /// The revision that it corrects; 0 for none.
  var basedOn: Int
  /// The version of the draft that it was typed over; 0 for none.
  var version: Int

  /// How many fields say something.
  var filled: Int { fields.count { !$0.isBlank } }

  /// Nothing.
  init(blank form: Form) {
    fields = form.fields.map { _ in Field() }
    (basedOn, version) = (0, 0)
  }

  /// What was submitted, to be corrected.
  init(_ revision: Revision, _ form: Form, from version: Form) {
    self.init(blank: form)
    basedOn = revision.number
    for (position, field) in form.fields.enumerated() {
      guard let before = version.field(of: field.indicator),
        revision.figures.indices.contains(before)
      else { continue }
      switch revision.figures[before] {
      case .number(let number): fields[position].value = number.description
      case .absent(let absence): fields[position].absence = absence.rawValue
      }
      if revision.notes.indices.contains(before) {
        fields[position].note = revision.notes[before] ?? ""
      }
    }
  }

  /// A draft, which another program may have saved in a shape of its own: what is not understood
  /// is blank.
  init(_ draft: Draft, _ form: Form, latest: Int) {
    self.init(blank: form)
    version = draft.version
    let content = (try? JSONValue(parsing: Array(draft.content.utf8))) ?? .null
    basedOn = Self.integer(content["basedOn"]) ?? latest
    guard case .array(let items)? = content["figures"] else { return }
    for item in items {
      guard case .string(let code)? = item["indicator"], let position = form.field(of: code) else {
        continue
      }
      fields[position] = Field(
        value: Self.text(item["value"]), absence: Self.text(item["absence"]),
        note: Self.text(item["note"]))
    }
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text), .number(let text): text
    default: ""
    }
  }

  private static func integer(_ value: JSONValue?) -> Int? {
    guard case .number(let digits)? = value, let number = Int(digits) else { return nil }
    return (0...1_000_000).contains(number) ? number : nil
  }

  /// What a browser sent.
  ///
  /// Numbers that the ledger understands are written as it writes them; others stay as they were
  /// typed.
  init(_ sent: FormFields, _ form: Form, decimals: [Int]) throws(Refusal) {
    self.init(blank: form)
    basedOn = try Self.number("basedOn", in: sent)
    version = try Self.number("version", in: sent)
    for (position, field) in form.fields.enumerated() {
      fields[position] = Field(
        value: Self.tidy(sent["v-" + field.indicator] ?? "", decimals: decimals[position]),
        absence: sent["a-" + field.indicator] ?? "",
        note: (sent["n-" + field.indicator] ?? "").trimmed)
    }
  }

  private static func number(_ name: String, in sent: FormFields) throws(Refusal) -> Int {
    let text = sent[name] ?? "0"
    guard text.utf8.count <= 7, let number = Int(text), number >= 0 else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    return number
  }

  /// A number as the ledger writes it; a text that is none without the spaces around.
  static func tidy(_ text: String, decimals: Int) -> String {
    if case .success(let number) = FigureText.number(text, decimals: decimals) {
      return number.description
    }
    return text.trimmed
  }

  /// Fills what says nothing with zero: nothing happened.
  mutating func fillWithZero() {
    for position in fields.indices where fields[position].isBlank {
      fields[position].value = "0"
    }
  }

  /// What a draft keeps: of the same shape as a submission's content.
  func content(_ form: Form) -> JSONValue {
    [
      "basedOn": .integer(basedOn),
      "figures": .array(
        zip(form.fields, fields).map { field, typed in
          [
            "indicator": .string(field.indicator), "value": .string(typed.value),
            "absence": .string(typed.absence), "note": .string(typed.note),
          ]
        }),
    ]
  }

  /// The submission that this makes.
  func request(_ place: EntryPlace, _ form: Form) -> SubmissionRequest {
    func text(_ text: String) -> String? { text.isEmpty ? nil : text }
    return SubmissionRequest(
      unit: place.unit, form: place.form, period: place.period,
      basedOn: basedOn == 0 ? nil : basedOn,
      figures: zip(form.fields, fields).map { field, typed in
        SubmissionRequest.Entry(
          indicator: field.indicator, value: text(typed.value), absence: text(typed.absence),
          note: text(typed.note))
      })
  }

  /// Refuses texts that no field takes, so that a draft stays a draft of this form.
  func checkLengths() throws(Refusal) {
    for (position, field) in fields.enumerated() {
      guard field.value.unicodeScalars.count <= 200, field.note.unicodeScalars.count <= 1_000,
        field.absence.utf8.count <= 40
      else {
        throw Refusal(
          TextRefusal.malformed, at: .pointer("/figures/\(position)/note"),
          String(FreeText.lengthMax))
      }
    }
  }
}

extension String {
  /// Without white space around.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars.drop { $0.properties.isWhitespace })
  }
}
