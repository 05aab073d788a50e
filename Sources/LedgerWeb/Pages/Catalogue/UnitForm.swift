import LedgerDocuments
import LedgerDomain

/// What is typed to record a unit or a change of it.
struct UnitFields: Sendable {
  private var values: [String: String]

  subscript(_ name: String) -> String { values[name] ?? "" }

  /// A unit that is not there yet.
  init(from day: CalendarDate) {
    values = ["valid_from": day.description]
  }

  /// A unit as it is, to be changed from a day on.
  init(_ unit: UnitVersion?, from day: CalendarDate) {
    self.init(from: day)
    guard let unit else { return }
    values["code"] = unit.code
    values["name"] = unit.name.zh
    values["name_en"] = unit.name.en
    values["kind"] = unit.kind
    values["parent"] = unit.parent
    values["group"] = unit.group
  }

  /// What a form carries.
  init(_ form: FormFields) throws(Refusal) {
    values = [:]
    for name in UnitCataloguePages.columns { values[name] = try form.text(name, max: 200) }
  }

  /// The file of one line that says the same.
  var file: CSVFile {
    let columns = UnitCataloguePages.columns
    return CSVFile(name: "units.csv", text: CSVWriter.text([columns, columns.map { self[$0] }]))
  }
}

/// The form that records a unit, or a change of one.
struct UnitForm {
  let page: CataloguePage
  let fields: UnitFields
  /// The unit that changes; nil for a new one.
  let code: String?
  let refused: Refused?

  private var say: Say { page.say }

  var html: HTML? {
    guard page.mayKeep else { return nil }
    return """
      <section><h2 id="record">\
      \(say(code == nil ? UnitListText.newTitle : UnitListText.newVersionTitle))</h2>
      <p>\(say(UnitListText.newVersionWhy))</p>
      <form class="narrow" method="post" action="\(Link("catalogue", "units"))">\
      \(page.frame.hiddenFields)
      <input type="hidden" name="unit" value="\(code ?? "")">
      \(codeField)
      \(input("name", CatalogueText.name, isRequired: true))
      \(input("name_en", CatalogueText.englishName))
      \(input("kind", CatalogueText.kind, UnitListText.kindHint, isRequired: true))
      \(input("parent", UnitListText.parent, UnitListText.parentHint))
      \(input("group", UnitListText.group))
      \(input("valid_from", UnitListText.validFrom, isRequired: true, isDay: true))
      \(input("valid_to", UnitListText.validTo, UnitListText.validToHint, isDay: true))
      <p><button class="btn btn-1">\(say(UnitListText.record))</button></p>
      </form></section>
      """
  }

  /// A unit keeps its code: another code is another unit.
  private var codeField: HTML {
    guard let code else { return input("code", CatalogueText.code, isRequired: true) }
    return "<input type=\"hidden\" name=\"code\" value=\"\(code)\">"
  }

  private func input(
    _ name: String, _ label: some PageText, _ hint: UnitListText? = nil, isRequired: Bool = false,
    isDay: Bool = false
  ) -> HTML {
    let wrong = lines.first { $0.field == name }
    let notes: HTML = """
      \(hint.map { "<span class=\"hint\" id=\"\(name)-hint\">\(say($0))</span>" } as HTML?)\
      \(wrong.map { "<span class=\"wrong\" id=\"\(name)-wrong\">\($0.text)</span>" } as HTML?)
      """
    return """
      <p><label for="\(name)">\(say(label))</label>\(notes)
      <input id="\(name)" name="\(name)" value="\(fields[name])" maxlength="200"\
      \(" type=\"date\"", if: isDay)\(" required", if: isRequired)\
      \(" aria-invalid=\"true\"", if: wrong != nil)\
      \(described(name, hint != nil, wrong != nil))></p>
      """
  }

  private func described(_ name: String, _ hasHint: Bool, _ isWrong: Bool) -> HTML? {
    switch (hasHint, isWrong) {
    case (false, false): nil
    case (true, false): " aria-describedby=\"\(name)-hint\""
    case (false, true): " aria-describedby=\"\(name)-wrong\""
    case (true, true): " aria-describedby=\"\(name)-hint \(name)-wrong\""
    }
  }

  /// The box above the page's content.
  var errors: HTML? { refused.map { _ in page.frame.errors(lines) } }

  private var lines: [(text: String, field: String)] {
    guard let refused else { return [] }
    // The form is the second line of a file, whose place nobody has seen.
    return refused.refusals.map { refusal in
      (
        say.sentences([
          refusal.text(in: say.language), refusal.wayOut(in: say.language),
        ]), field(refusal)
      )
    }
  }

  private func field(_ refusal: Refusal) -> String {
    switch refusal.reason {
    case UnitRefusal.parentUnknown, UnitRefusal.circle, UnitRefusal.secondRoot: return "parent"
    default: break
    }
    guard case .line(_, let column?) = refusal.place,
      UnitCataloguePages.columns.indices.contains(column - 1)
    else { return code == nil ? "code" : "name" }
    let name = UnitCataloguePages.columns[column - 1]
    return name == "code" && code != nil ? "name" : name
  }
}
