import LedgerDomain

/// The fields of a form, with what was typed and what is wrong.
struct RecordForm: Sendable {
  let say: Say
  let attempt: FormAttempt?

  /// One field of a noun's form; `preset` stands in it until something is typed.
  func field(_ field: RecordField, units: [(code: String, name: String)], preset: String) -> HTML {
    let value = attempt?[field.name] ?? preset
    return switch field.kind {
    case .line: input(field, "text", value, max: 200)
    case .day: input(field, "date", value, max: 10)
    case .number: input(field, "text", value, max: 6, mode: " inputmode=\"numeric\"")
    case .units: input(field, "text", value, max: 400, mode: " list=\"units\"")
    case .unit:
      choice(field, [(word: "", text: "—")] + units.map { (word: $0.code, text: $0.name) }, value)
    case .choice(let words): choice(field, words.map { (word: $0.word, text: say($0.text)) }, value)
    case .lines: lines(field, value)
    }
  }

  /// One line of an act's form; `suffix` tells the forms of a page apart.
  func line(_ name: String, _ label: String, type: String = "text", suffix: String) -> HTML {
    let id = name + suffix
    return """
      <p><label for="\(id)">\(label)</label>\(message(id))
      <input id="\(id)" name="\(name)" type="\(type)" value="\(attempt?[name] ?? "")" \
      maxlength="200" autocomplete="off"\(described(id))></p>
      """
  }

  private func input(
    _ field: RecordField, _ type: String, _ value: String, max: Int, mode: StaticString = ""
  ) -> HTML {
    """
    <p>\(label(field))
    <input id="\(field.name)" name="\(field.name)" type="\(type)" value="\(value)" \
    maxlength="\(max)" autocomplete="off"\(mode, if: true)\(described(field.name))></p>
    """
  }

  private func choice(
    _ field: RecordField, _ options: [(word: String, text: String)], _ value: String
  ) -> HTML {
    let items = HTML(each: options) { option in
      """
      <option value="\(option.word)"\(" selected", if: option.word == value)>\(option.text)</option>
      """
    }
    return """
      <p>\(label(field))
      <select id="\(field.name)" name="\(field.name)"\(described(field.name))>\(items)</select></p>
      """
  }

  private func lines(_ field: RecordField, _ value: String) -> HTML {
    """
    <p>\(label(field))
    <textarea id="\(field.name)" name="\(field.name)" rows="4"\(described(field.name))>\
    \(value)</textarea></p>
    """
  }

  private func label(_ field: RecordField) -> HTML {
    let optional = field.isNeeded ? "" : say(RecordText.optional)
    return
      "<label for=\"\(field.name)\">\(say(field.text))\(optional)</label>\(message(field.name))"
  }

  func message(_ name: String) -> HTML {
    guard let text = attempt?.error(at: name) else { return .nothing }
    return "<span class=\"field-error\" id=\"\(name)-error\">\(text)</span>"
  }

  func described(_ name: String) -> HTML {
    guard attempt?.error(at: name) != nil else { return .nothing }
    return " aria-invalid=\"true\" aria-describedby=\"\(name)-error\""
  }
}
