import LedgerDomain

/// The fields of a form that may come back with what was typed and what is wrong.
struct AdminForm: Sendable {
  let say: Say
  /// What was typed, by field.
  var values: [String: String] = [:]
  /// What is wrong, and where.
  var error: (text: String, field: String)?

  /// The errors for the box above.
  var errors: [(text: String, field: String)] { error.map { [$0] } ?? [] }

  /// One line of text; `id` is the field's name as well.
  func input(
    _ id: String, _ label: String, hint: String? = nil, max: Int = 64, isNeeded: Bool = false,
    type: String = "text", list: String? = nil, preset: String = ""
  ) -> HTML {
    """
    <p><label for="\(id)">\(label)</label>\(self.hint(id, hint))\(message(id))
    <input id="\(id)" name="\(id)" type="\(type)" value="\(values[id] ?? preset)" \
    maxlength="\(max)"\(" required", if: isNeeded)\(described(id, hint))\(listed(list)) \
    autocomplete="off"></p>
    """
  }

  /// A whole number.
  func number(_ id: String, _ label: String, _ preset: Int) -> HTML {
    """
    <p><label for="\(id)">\(label)</label>\(message(id))
    <input id="\(id)" name="\(id)" inputmode="numeric" value="\(values[id] ?? String(preset))" \
    maxlength="6" required\(described(id, nil)) autocomplete="off"></p>
    """
  }

  /// One of some words.
  func select(
    _ id: String, _ label: String, hint: String? = nil, _ options: [(value: String, text: String)]
  ) -> HTML {
    let items = HTML(each: options) { option in
      """
      <option value="\(option.value)"\(" selected", if: option.value == values[id])>\
      \(option.text)</option>
      """
    }
    return """
      <p><label for="\(id)">\(label)</label>\(self.hint(id, hint))\(message(id))
      <select id="\(id)" name="\(id)"\(described(id, hint))>\(items)</select></p>
      """
  }

  private func listed(_ list: String?) -> HTML {
    list.map { " list=\"\($0)\"" } ?? .nothing
  }

  private func hint(_ id: String, _ hint: String?) -> HTML {
    hint.map { "<span class=\"hint\" id=\"\(id)-hint\">\($0)</span>" } ?? .nothing
  }

  private func message(_ id: String) -> HTML {
    guard let error, error.field == id else { return .nothing }
    return "<span class=\"field-error\" id=\"\(id)-error\">\(error.text)</span>"
  }

  private func described(_ id: String, _ hint: String?) -> HTML {
    let isWrong = error?.field == id
    let ids = [hint == nil ? nil : "\(id)-hint", isWrong ? "\(id)-error" : nil].compactMap { $0 }
    guard !ids.isEmpty else { return .nothing }
    return """
       aria-describedby="\(ids.joined(separator: " "))"\(" aria-invalid=\"true\"", if: isWrong)
      """
  }
}

extension Call {
  /// What was typed into some fields, each cut at what its input takes.
  func typed(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let text = form[name] {
        values[name] = String(String.UnicodeScalarView(text.unicodeScalars.prefix(256)))
      }
    }
    return values
  }

  /// A day in a field of the form; nil for an empty one.
  func day(_ name: String) throws(Refusal) -> CalendarDate? {
    let text = try form.text(name, max: 10)
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
    }
    return day
  }
}

extension Refusal {
  /// Whether it is about what was typed, and not about who may act.
  var concernsInput: Bool {
    ![AccountRefusal.nobodyActs.rawValue, AccountRefusal.notAllowed.rawValue].contains(code)
  }
}
