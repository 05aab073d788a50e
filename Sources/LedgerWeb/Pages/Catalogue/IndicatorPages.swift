import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What is measured, as it is defined on a day, and how that changed.
enum IndicatorPages {
  static let all: [Endpoint] = [list, show, upload]

  private static let list = Endpoint.page(
    .get, "/catalogue/indicators", "page.catalogue.indicators",
    access: .permission(.readCatalogue),
    query: [.day("on", "As on that day."), .word("format", "As a file.", of: ["json"])]
      + CataloguePages.outcome,
    handle: { call in
      let day = call.query["on"].flatMap { CalendarDate($0) } ?? call.ledger.today
      guard call.query["format"] == "json" else { return try await page(call, day) }
      let items = try await call.ledger.indicators(on: day, by: call.actor())
      return .file(
        JSONValue.array(items).compactText + "\n", "application/json",
        name: "indicators-\(day).json")
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/indicators/file", "page.catalogue.indicators.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      let typed = try call.form.text("effective", max: 20)
      do {
        guard let month = Month(typed) else {
          throw Refusal(MonthRefusal.periodMalformed, at: .option("effective"), typed)
        }
        let document = try JSONValue(parsing: try UploadForm.file(of: call).bytes)
        let link = CataloguePage.Section.indicators.link
        return try await call.once({ Reply.imported($0, link) }) {
          try await call.ledger.importIndicators(document, effective: month, by: $0)
        }
      } catch {
        return try await page(call, call.ledger.today, typed: typed, refused: Refused(error))
      }
    })

  private static func page(
    _ call: Call, _ day: CalendarDate, typed: String? = nil, refused: Refused? = nil
  ) async throws -> Reply {
    var indicators: [Indicator] = []
    for definition in try await call.ledger.indicators(on: day, by: call.actor()) {
      indicators.append(try Indicator(JSONReader(definition)))
    }
    let page = CataloguePage(frame: call.frame.at(.indicators), section: .indicators)
    let say = page.say
    let month = typed ?? Month(containing: call.ledger.today).adding(months: 1).description
    let form = UploadForm(
      page: page, action: Link("catalogue", "indicators", "file"), columns: [], accept: ".json",
      hint: .fileHintJSON, fields: monthField(month, say), refused: refused)
    return page.reply(
      say(CatalogueText.indicators), refusals: refused,
      """
      <h1 id="indicators">\(say(CatalogueText.indicators))</h1>
      \(page.outcome(call))\(form.errors)
      \(chooser(page, day))
      <p class="meta">\
      \(say(IndicatorText.count, day.description, String(indicators.count)))</p>
      \(table(page, indicators))
      \(form.html)
      """)
  }

  /// From which month the file counts.
  private static func monthField(_ month: String, _ say: Say) -> HTML {
    """
    <p><label for="effective">\(say(CatalogueText.effective))</label>
    <span class="hint" id="effective-hint">\(say(CatalogueText.effectiveHint))</span>
    <input id="effective" name="effective" value="\(month)" maxlength="7" required \
    aria-describedby="effective-hint"></p>
    """
  }

  private static func chooser(_ page: CataloguePage, _ day: CalendarDate) -> HTML {
    let say = page.say
    let query = [(name: "on", value: day.description), (name: "format", value: "json")]
    return """
      <form class="pick" method="get" action="\(page.section.link)">
      <label for="on">\(say(CatalogueText.on))</label>
      <input id="on" name="on" type="date" value="\(day.description)">
      <button class="btn">\(say(CatalogueText.show))</button>
      <a class="btn" href="\(Link("catalogue", "indicators", query: query))">\
      \(say(CatalogueText.downloadJSON))</a> \(page.printing)
      </form>
      """
  }

  private static func table(_ page: CataloguePage, _ indicators: [Indicator]) -> HTML {
    let say = page.say
    let rows = HTML(each: indicators) { one in
      """
      <tr><th scope="row"><a href="\(Link("catalogue", "indicators", one.code))">\
      \(say(one.name))</a><span class="under">\(one.code)</span></th>\
      <td>\(say(one.unitOfMeasure))</td><td>\(say(IndicatorText.kind(one.kind)))</td>\
      <td class="num p2">\(one.decimals)</td>\
      <td class="p2">\(say(IndicatorText.direction(one.direction)))</td>\
      <td class="num p2">\(one.suppressBelow.map { "<\($0)" } ?? "")</td></tr>

      """
    }
    let head: [HTML] = [
      page.column(say(CatalogueText.name)), page.column(say(IndicatorText.unitOfMeasure)),
      page.column(say(CatalogueText.kind)), page.column(say(IndicatorText.decimals), "num p2"),
      page.column(say(IndicatorText.direction), "p2"),
      page.column(say(IndicatorText.limit), "num p2"),
    ]
    return page.table("indicators", say(IndicatorText.caption), head: HTML(head), rows)
  }

  // MARK: - One indicator

  private static let show = Endpoint.page(
    .get, "/catalogue/indicators/{code}", "page.catalogue.indicator",
    access: .permission(.readCatalogue), query: [.day("on", "As on that day.")],
    handle: { call in
      let versions = try await call.ledger.indicatorHistory(call.part("code"), by: call.actor())
      let day = call.query["on"].flatMap { CalendarDate($0) } ?? call.ledger.today
      var known: [String: Indicator] = [:]
      for definition in try await call.ledger.indicators(on: day, by: call.actor()) {
        let indicator = try Indicator(JSONReader(definition))
        known[indicator.code] = indicator
      }
      let page = CataloguePage(frame: call.frame, section: .indicators)
      let view = try IndicatorView(
        page: page, code: call.part("code"), versions: versions, day: day, known: known)
      return view.reply
    })
}

/// One indicator with every version of it.
private struct IndicatorView {
  let page: CataloguePage
  let code: String
  let day: CalendarDate
  private let versions: [(from: CalendarDate, definition: JSONValue, indicator: Indicator)]
  private let words: MeasureText

  private var say: Say { page.say }

  init(
    page: CataloguePage, code: String, versions: [Dated<JSONValue>], day: CalendarDate,
    known: [String: Indicator]
  ) throws {
    self.page = page
    self.code = code
    self.day = day
    self.versions = try versions.map {
      ($0.from, $0.definition, try Indicator(JSONReader($0.definition)))
    }
    words = MeasureText(say: page.say, indicators: known)
  }

  var reply: Reply {
    let current = versions.last { $0.from <= day }
    let name = (current ?? versions.last).map { say($0.indicator.name) } ?? code
    return page.reply(
      name, item: name,
      """
      <h1>\(name)</h1>
      \(current.map(facts) ?? missing)
      \(table(current?.from))
      """)
  }

  private var missing: HTML {
    "<p class=\"lead\">\(say(IndicatorText.unknownOn, day.description))</p>"
  }

  private func facts(
    _ version: (from: CalendarDate, definition: JSONValue, indicator: Indicator)
  ) -> HTML {
    let one = version.indicator
    return """
      <dl class="facts">
      <dt>\(say(CatalogueText.code))</dt><dd>\(one.code)</dd>
      <dt>\(say(IndicatorText.chineseName))</dt><dd lang="zh-Hans">\(one.name.zh)</dd>
      <dt>\(say(CatalogueText.englishName))</dt><dd lang="en">\(one.name.en)</dd>
      <dt>\(say(CatalogueText.kind))</dt><dd>\(say(IndicatorText.kind(one.kind)))</dd>
      <dt>\(say(IndicatorText.unitOfMeasure))</dt><dd>\(say(one.unitOfMeasure))</dd>
      <dt>\(say(IndicatorText.decimals))</dt><dd>\(one.decimals)</dd>
      <dt>\(say(IndicatorText.direction))</dt>\
      <dd>\(say(IndicatorText.direction(one.direction)))</dd>
      <dt>\(say(IndicatorText.formula))</dt><dd>\(formula(one))</dd>
      <dt>\(say(IndicatorText.definition))</dt><dd>\(meaning(version.definition))</dd>
      <dt>\(say(CatalogueText.source))</dt><dd>\(origin(version.definition))</dd>
      <dt>\(say(IndicatorText.limit))</dt>\
      <dd>\(one.suppressBelow.map(String.init) ?? say(IndicatorText.noLimit))</dd>
      <dt>\(say(CatalogueText.effective))</dt>\
      <dd>\(Month(containing: version.from).description)</dd>
      </dl>
      """
  }

  private func formula(_ indicator: Indicator) -> String {
    guard let formula = indicator.formula, let measure = try? Measure(JSONReader(formula)) else {
      return say(IndicatorText.reported)
    }
    return words.heading(measure)
  }

  private func meaning(_ definition: JSONValue) -> String {
    guard case .string(let zh)? = definition["definition"]?["zh"],
      case .string(let en)? = definition["definition"]?["en"]
    else { return "—" }
    return say(BilingualText(zh: zh, en: en))
  }

  private func origin(_ definition: JSONValue) -> String {
    guard case .string(let origin)? = definition["origin"] else { return "—" }
    return origin
  }

  private func table(_ current: CalendarDate?) -> HTML {
    var before: JSONValue?
    var rows: [HTML] = []
    for version in versions {
      let mark: HTML? =
        version.from == current
        ? " <span class=\"tag tag-ok\">\(say(CatalogueText.current))</span>" : nil
      rows.append(
        """
        <tr><th scope="row">\(Month(containing: version.from).description)\(mark)</th>\
        <td>\(changes(from: before, to: version.definition))</td></tr>

        """)
      before = version.definition
    }
    let head: [HTML] = [
      page.column(say(CatalogueText.from)), page.column(say(IndicatorText.changed)),
    ]
    return """
      <section><h2 id="versions">\(say(CatalogueText.versions))</h2>
      \(page.table("versions", "", head: HTML(head), HTML(rows.reversed())))</section>
      """
  }

  /// What differs from the version before, by what each member of the document is called.
  private func changes(from before: JSONValue?, to after: JSONValue) -> String {
    guard let before else { return say(IndicatorText.introduced) }
    let named: [(String, String)] = [
      ("name", say(CatalogueText.name)), ("unit", say(IndicatorText.unitOfMeasure)),
      ("decimals", say(IndicatorText.decimals)), ("direction", say(IndicatorText.direction)),
      ("kind", say(CatalogueText.kind)), ("formula", say(IndicatorText.formula)),
      ("definition", say(IndicatorText.definition)), ("origin", say(CatalogueText.source)),
      ("suppress_below", say(IndicatorText.limit)),
    ]
    return say.list(
      named.filter { before[$0.0]?.canonicalText != after[$0.0]?.canonicalText }.map(\.1))
  }
}
