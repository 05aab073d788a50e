import LedgerDomain

/// One of the forms of a meeting's page, with what was typed into it where it was not taken.
struct MeetingForm: Sendable {
  let frame: PageFrame
  /// What names the form among those of the page, and stands before the ids of its fields.
  let id: String
  let action: Link
  private let attempt: FormAttempt?

  init(_ frame: PageFrame, _ id: String, _ action: Link, _ attempt: FormAttempt?) {
    self.frame = frame
    self.id = id
    self.action = action
    self.attempt = attempt.flatMap { $0["form"] == id ? $0 : nil }
  }

  private var say: Say { frame.say }

  /// The id of the field that a refusal is about: the one that it names, or the form's first.
  static func field(of refusal: Refusal, in form: FormFields, first: String) -> String {
    let id = form["form"] ?? ""
    if case .option(let name) = refusal.place, form[name] != nil { return "\(id)-\(name)" }
    return "\(id)-\(first)"
  }

  private func value(_ name: String, _ preset: String) -> String {
    attempt == nil ? preset : attempt?[name] ?? ""
  }

  func message(_ name: String) -> HTML? {
    attempt?.error(at: "\(id)-\(name)").map { text in
      "<span class=\"field-error\" id=\"\(id)-\(name)-error\">\(text)</span>"
    }
  }

  private func described(_ name: String, _ hint: String?) -> HTML {
    let isWrong = message(name) != nil
    let ids = [hint.map { _ in "\(id)-\(name)-hint" }, isWrong ? "\(id)-\(name)-error" : nil]
      .compactMap { $0 }
    guard !ids.isEmpty else { return .nothing }
    return """
       aria-describedby="\(ids.joined(separator: " "))"\(" aria-invalid=\"true\"", if: isWrong)
      """
  }

  private func label(_ name: String, _ label: String, _ hint: String?) -> HTML {
    let hint: HTML? = hint.map {
      "<span class=\"hint\" id=\"\(id)-\(name)-hint\">\($0)</span>"
    }
    return "<label for=\"\(id)-\(name)\">\(label)</label>\(hint)\(message(name))"
  }

  /// One line of text, or a day.
  func input(
    _ name: String, _ text: String, hint: String? = nil, max: Int = 200, type: String = "text",
    preset: String = ""
  ) -> HTML {
    """
    <p>\(label(name, text, hint))
    <input id="\(id)-\(name)" name="\(name)" type="\(type)" value="\(value(name, preset))" \
    maxlength="\(max)"\(described(name, hint)) autocomplete="off"></p>
    """
  }

  /// Several paragraphs.
  func area(_ name: String, _ text: String, hint: String? = nil, preset: String = "") -> HTML {
    """
    <p>\(label(name, text, hint))
    <textarea id="\(id)-\(name)" name="\(name)" rows="4" maxlength="\(Paragraphs.lengthMax)"\
    \(described(name, hint))>
    \(value(name, preset))</textarea></p>
    """
  }

  /// One of some words.
  func select(
    _ name: String, _ text: String, preset: String = "",
    _ options: [(value: String, text: String)]
  ) -> HTML {
    let chosen = value(name, preset)
    let items = HTML(each: options) { option in
      """
      <option value="\(option.value)"\(" selected", if: option.value == chosen)>\
      \(option.text)</option>
      """
    }
    return """
      <p>\(label(name, text, nil))
      <select id="\(id)-\(name)" name="\(name)"\(described(name, nil))>\(items)</select></p>
      """
  }

  /// Whether a box is ticked.
  func isTicked(_ name: String, _ preset: Bool) -> Bool {
    attempt == nil ? preset : attempt?.form[name] != nil
  }

  /// A box to tick.
  func tick(_ name: String, _ text: String, preset: Bool = false) -> HTML {
    """
    <label class="tick"><input type="checkbox" name="\(name)" value="1"\
    \(" checked", if: isTicked(name, preset))> \(text)</label>
    """
  }

  /// A line of text in a table: its label is there for those who do not see the table.
  func cell(_ name: String, _ text: String, preset: String) -> HTML {
    """
    \(message(name))<label class="vh" for="\(id)-\(name)">\(text)</label>\
    <input id="\(id)-\(name)" name="\(name)" value="\(value(name, preset))" maxlength="100"\
    \(described(name, nil)) autocomplete="off">
    """
  }

  /// The form itself.
  func html(_ fields: HTML, _ buttons: HTML, isNarrow: Bool = true) -> HTML {
    """
    <form method="post" action="\(action)"\(" class=\"narrow\"", if: isNarrow)>\
    \(frame.hiddenFields)<input type="hidden" name="form" value="\(id)">
    \(fields)
    <p class="acts">\(buttons)</p></form>
    """
  }

  /// The form behind a line to open it; open where something in it was not taken.
  func folded(
    _ summary: String, about: String = "", _ fields: HTML, isNarrow: Bool = true
  ) -> HTML {
    let about: HTML? = about.isEmpty ? nil : "<span class=\"vh\"> \(about)</span>"
    let button: HTML = """
      <button class="btn btn-1" id="\(id)-act">\(say(MeetingText.save))\(about)</button>
      """
    return """
      <details class="act" id="\(id)"\(" open", if: attempt != nil)>\
      <summary>\(summary)\(about)</summary>
      \(html(fields, button, isNarrow: isNarrow))</details>
      """
  }

  /// A button that acts by itself, with what it takes.
  func button(_ text: String, _ hidden: [(String, String)] = [], isFirst: Bool = false) -> HTML {
    let fields = HTML(each: hidden) { name, value in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    return """
      <form method="post" action="\(action)">\(frame.hiddenFields)\
      <input type="hidden" name="form" value="\(id)">\(fields)\
      <button class="btn\(" btn-1", if: isFirst)" id="\(id)-act">\(text)</button></form>
      """
  }
}
