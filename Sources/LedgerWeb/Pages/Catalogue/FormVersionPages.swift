import HTTPTypes
import LedgerDomain
import LedgerOperations

/// One form: what it asks for, its versions, its file, and an empty one for print.
enum FormVersionPages {
  private static let version = Endpoint.Parameter.month("version")

  static let show = Endpoint.page(
    .get, "/catalogue/forms/{code}", "page.catalogue.form", access: .permission(.readCatalogue),
    query: [version, .word("format", "As a file.", of: ["json"])],
    handle: { call in
      let view = try await FormView(call)
      guard call.query["format"] == "json" else { return view.reply }
      return .file(
        view.form.definition.compactText + "\n", "application/json",
        name: "form-\(view.form.code)-\(view.form.effective).json")
    })

  static let paper = Endpoint.page(
    .get, "/catalogue/forms/{code}/paper", "page.catalogue.form.paper",
    access: .permission(.readCatalogue), query: [version],
    handle: { call in try await FormView(call).paper })
}

/// One version of a form, among the others.
private struct FormView {
  let page: CataloguePage
  let form: Form
  let versions: [Form]
  /// The version that counts today; nil before the first.
  let current: Form?
  let indicators: [String: Indicator]

  private var say: Say { page.say }

  init(_ call: Call) async throws {
    let code = call.part("code")
    let versions = try await call.ledger.forms(by: call.actor()).filter { $0.code == code }
    let now = Month(containing: call.ledger.today)
    let current = versions.last { $0.effective <= now }
    let wanted = call.queryMonth("version").map { month in
      versions.last { $0.effective == month }
    }
    guard let form = wanted ?? current ?? versions.first else {
      throw Refusal(FormRefusal.unknown, code)
    }
    self.form = form
    self.versions = versions
    self.current = current
    page = CataloguePage(frame: call.frame, section: .forms)
    var indicators: [String: Indicator] = [:]
    let day = max(form.effective.firstDay, min(call.ledger.today, form.effective.lastDay))
    for definition in try await call.ledger.indicators(on: day, by: call.actor()) {
      let indicator = try Indicator(JSONReader(definition))
      indicators[indicator.code] = indicator
    }
    self.indicators = indicators
  }

  private func name(_ code: String) -> String { indicators[code].map { say($0.name) } ?? code }

  private func unit(_ code: String) -> String {
    indicators[code].map { say($0.unitOfMeasure) } ?? ""
  }

  private func link(_ parts: String..., format: String? = nil) -> Link {
    var link = Link("catalogue", "forms", form.code)
    if !parts.isEmpty { link = Link("catalogue", "forms", form.code, parts[0]) }
    link = link.adding("version", form.effective.description)
    return format.map { link.adding("format", $0) } ?? link
  }

  // MARK: - The form

  var reply: Reply {
    let name = say(form.name)
    return page.reply(
      name, item: name,
      """
      <h1 id="form">\(name)</h1>
      \(form == current ? nil : notCurrent)
      <dl class="facts">
      <dt>\(say(CatalogueText.code))</dt><dd>\(form.code)</dd>
      <dt>\(say(CatalogueText.kind))</dt><dd>\(UnitListText.kind(form.kind, say))</dd>
      <dt>\(say(FormListText.frequency))</dt>\
      <dd>\(say(FormListText.frequency(form.frequency)))</dd>
      <dt>\(say(FormListText.due))</dt>\
      <dd>\(say(FormListText.dueRule, String(form.dueWorkingDays)))</dd>
      <dt>\(say(FormListText.fields))</dt><dd>\(form.fields.count)</dd>
      <dt>\(say(CatalogueText.effective))</dt><dd>\(form.effective.description)</dd>
      </dl>
      <p><a class="btn" href="\(link("paper"))">\(say(FormListText.paper))</a>
      <a class="btn" href="\(link(format: "json"))">\(say(CatalogueText.downloadJSON))</a></p>
      \(fields)
      \(history)
      """)
  }

  private var notCurrent: HTML {
    "<p class=\"hint\">\(say(FormListText.versionOther, form.effective.description))</p>"
  }

  private var fields: HTML {
    let rows = HTML(each: form.fields.enumerated().map { ($0.offset + 1, $0.element) }) { item in
      let (number, field) = item
      return """
        <tr><td class="num">\(number)</td><th scope="row">\
        <a href="\(Link("catalogue", "indicators", field.indicator))">\(name(field.indicator))</a>\
        \(part(field))</th><td>\(unit(field.indicator))</td>\
        <td class="num p2">\(text(field.minimum))</td>\
        <td class="num p2">\(field.maximum.map(text) ?? "")</td>\
        <td class="p2">\(explained(field))</td></tr>

        """
    }
    let head: [HTML] = [
      page.column(say(FormListText.number), "num"), page.column(say(FormListText.field)),
      page.column(say(IndicatorText.unitOfMeasure)),
      page.column(say(FormListText.minimum), "num p2"),
      page.column(say(FormListText.maximum), "num p2"),
      page.column(say(FormListText.explain), "p2"),
    ]
    return page.table("form", "", head: HTML(head), rows)
  }

  private func text(_ number: FigureNumber) -> String {
    MeasureText.minus(MeasureText.grouped(number.description))
  }

  private func part(_ field: Form.Field) -> HTML? {
    var words: [String] = []
    if let whole = field.partOf { words.append(say(FormListText.partOf, name(whole))) }
    if field.isCumulative { words.append(say(FormListText.cumulative)) }
    guard !words.isEmpty else { return nil }
    return "<span class=\"under\">\(say.list(words))</span>"
  }

  private func explained(_ field: Form.Field) -> String {
    guard let unusual = field.unusual else { return "" }
    var words: [String] = []
    if let percent = unusual.beforePercent {
      words.append(say(FormListText.explainBefore, percent.text(decimals: 0)))
    }
    if let percent = unusual.yearPercent {
      words.append(say(FormListText.explainYear, percent.text(decimals: 0)))
    }
    if unusual.isUnchanged { words.append(say(FormListText.explainUnchanged)) }
    if let count = unusual.zeroAfter {
      words.append(say(FormListText.explainZero, String(count)))
    }
    return say.list(words)
  }

  private var history: HTML {
    let items = HTML(each: versions.reversed()) { version in
      let link = Link(
        "catalogue", "forms", version.code, query: [("version", version.effective.description)])
      let mark: HTML? =
        version == current
        ? " <span class=\"tag tag-ok\">\(say(CatalogueText.current))</span>" : nil
      return """
        <li><a href="\(link)">\(say(FormListText.versionFrom, version.effective.description))</a>\
        \(mark)</li>
        """
    }
    return
      "<section><h2>\(say(CatalogueText.versions))</h2><ul class=\"links\">\(items)</ul></section>"
  }

  // MARK: - On paper

  var paper: Reply {
    let title = say(FormListText.paperTitle, say(form.name))
    let rows = HTML(each: form.fields.enumerated().map { ($0.offset + 1, $0.element) }) { item in
      let (number, field) = item
      return """
        <tr><td class="num">\(number)</td><th scope="row">\(name(field.indicator))\
        \(part(field))</th><td>\(unit(field.indicator))</td>\
        <td class="blank"></td><td class="blank"></td></tr>

        """
    }
    let head: [HTML] = [
      page.column(say(FormListText.number), "num"), page.column(say(FormListText.field)),
      page.column(say(IndicatorText.unitOfMeasure)), page.column(say(FormListText.value)),
      page.column(say(FormListText.note)),
    ]
    return page.reply(
      title, item: title,
      """
      <h1 id="paper">\(say(form.name))</h1>
      <p class="lines"><span>\(say(FormListText.unitLine))</span>\
      <span>\(say(FormListText.periodLine))</span></p>
      \(page.table("paper", say(FormListText.paperWhy), head: HTML(head), rows))
      <p class="lines"><span>\(say(FormListText.reporter))</span>\
      <span>\(say(FormListText.reviewer))</span><span>\(say(FormListText.dateLine))</span></p>
      <p class="pick">\(page.printing)</p>
      """)
  }
}
