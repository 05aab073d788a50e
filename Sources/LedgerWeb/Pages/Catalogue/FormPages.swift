import HTTPTypes
import LedgerDomain
import LedgerOperations

/// What units report together, and how much that is in a month.
enum FormPages {
  static let all: [Endpoint] = [list, FormVersionPages.show, FormVersionPages.paper, upload, limit]

  private static let list = Endpoint.page(
    .get, "/catalogue/forms", "page.catalogue.forms", access: .permission(.readCatalogue),
    query: [.month("month"), .word("limit", "The limit is set.", of: ["set"])]
      + CataloguePages.outcome,
    handle: { call in try await page(call) })

  private static let upload = Endpoint.page(
    .post, "/catalogue/forms/file", "page.catalogue.forms.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      do {
        let document = try JSONValue(parsing: try UploadForm.file(of: call).bytes)
        return try await call.once({ Reply.imported($0, CataloguePage.Section.forms.link) }) {
          try await call.ledger.importForm(document, by: $0)
        }
      } catch {
        return try await page(call, upload: Refused(error))
      }
    })

  private static let limit = Endpoint.page(
    .post, "/catalogue/forms/limit", "page.catalogue.forms.limit",
    access: .permission(.keepCatalogue), isKeyed: true,
    handle: { call in
      let figures = try call.form.text("figures", max: 20)
      let month = try call.form.text("effective", max: 20)
      do {
        guard let effective = Month(month) else {
          throw Refusal(MonthRefusal.periodMalformed, at: .option("effective"), month)
        }
        guard let number = Int(figures) else {
          throw Refusal(BurdenRefusal.limitMalformed, at: .option("figures"), figures)
        }
        let limit = BurdenLimit(effective: effective, figures: number)
        let link = Link("catalogue", "forms", query: [("month", month), ("limit", "set")])
        return try await call.once({ (_: Bool) in Reply.see(link) }) {
          try await call.ledger.setBurdenLimit(limit, by: $0)
        }
      } catch {
        return try await page(
          call, limit: LimitForm.Typed(figures: figures, month: month, refused: Refused(error)))
      }
    })

  private static func page(
    _ call: Call, upload: Refused? = nil, limit: LimitForm.Typed? = nil
  ) async throws -> Reply {
    let now = Month(containing: call.ledger.today)
    let month = call.queryMonth("month") ?? now
    let burden = try await call.ledger.burden(in: month, by: call.actor())
    let limits = try await call.ledger.burdenLimits(by: call.actor())
    var frame = call.frame.at(.forms)
    if limit != nil { frame.target = CataloguePage.Section.forms.link }
    let page = CataloguePage(frame: frame, section: .forms)
    let say = page.say
    let form = UploadForm(
      page: page, action: Link("catalogue", "forms", "file"), columns: [], accept: ".json",
      hint: .fileHintJSON, fields: note(burden, month, say), refused: upload)
    let limitForm = LimitForm(page: page, limits: limits, month: now, typed: limit)
    return page.reply(
      say(CatalogueText.forms), refusals: upload ?? limit?.refused,
      """
      <h1>\(say(CatalogueText.forms))</h1>
      \(page.outcome(call))\(set(call, say))\(form.errors)\(limitForm.errors)
      \(chooser(page, month))
      \(BurdenTable(page: page, burden: burden, month: month, limits: limits).html)
      \(limitForm.html)
      \(form.html)
      """)
  }

  private static func set(_ call: Call, _ say: Say) -> HTML? {
    call.query["limit"] == nil
      ? nil : "<p class=\"done\" role=\"status\">\(say(FormListText.limitSet))</p>"
  }

  /// Said beside the place where more is asked for.
  private static func note(_ burden: Burden, _ month: Month, _ say: Say) -> HTML {
    burden.isOver
      ? "<p class=\"wrong\">\(say(FormListText.importOver, say.month(month)))</p>" : .nothing
  }

  private static func chooser(_ page: CataloguePage, _ month: Month) -> HTML {
    let say = page.say
    let months = HTML(each: (-12...3).reversed()) { back in
      let one = month.adding(months: back)
      return """
        <option value="\(one.description)"\(" selected", if: one == month)>\
        \(say.month(one))</option>
        """
    }
    return """
      <form class="pick" method="get" action="\(page.section.link)">
      <label for="month">\(say(FormListText.burdenMonth))</label>
      <select id="month" name="month">\(months)</select>
      <button class="btn">\(say(CatalogueText.show))</button> \(page.printing)
      </form>
      """
  }
}

/// The forms of a month, how many figures each asks for, and how far the limit is used.
struct BurdenTable {
  let page: CataloguePage
  let burden: Burden
  let month: Month
  let limits: [BurdenLimit]

  private var say: Say { page.say }

  var html: HTML {
    """
    <section><h2 id="burden">\(say(FormListText.burden))</h2>
    <p class="lead">\(sentence)</p>
    \(meter)
    \(table)</section>
    """
  }

  private var sentence: String {
    let kinds = Set(burden.items.map(\.form.kind)).sorted()
    return say.sentences(
      [
        say(
          FormListText.burdenSays, say.month(month), grouped(burden.figures),
          String(burden.items.count))
      ]
        + kinds.map {
          say(
            FormListText.burdenSaysOfUnit, UnitListText.kind($0, say),
            grouped(burden.figures(of: $0)))
        })
  }

  private func grouped(_ number: Int) -> String { MeasureText.grouped(String(number)) }

  private var meter: HTML {
    guard let limit = burden.limit,
      let from = limits.filter({ $0.effective <= month }).map(\.effective).max()
    else { return "<p>\(say(FormListText.limitNone))</p>" }
    let left = limit - burden.figures
    let state: HTML =
      left < 0
      ? "<span class=\"tag tag-bad\">\(say(FormListText.limitOver, grouped(-left)))</span>"
      : "<span class=\"tag tag-ok\">\(say(FormListText.limitLeft, grouped(left)))</span>"
    return """
      <p>\(say(FormListText.limitIs, grouped(limit), from.description)) \(state)</p>
      <p><meter class="load" min="0" max="\(max(limit, burden.figures))" \
      low="\(limit)" high="\(limit)" optimum="0" \
      value="\(burden.figures)" \
      aria-label="\(say(FormListText.meterLabel, grouped(burden.figures), grouped(limit)))">\
      </meter></p>
      """
  }

  private var table: HTML {
    let rows = HTML(each: burden.items) { item in
      """
      <tr><th scope="row"><a href="\(Link("catalogue", "forms", item.form.code))">\
      \(say(item.form.name))</a><span class="under">\(item.form.code)</span></th>\
      <td class="p2">\(UnitListText.kind(item.form.kind, say))</td>\
      <td>\(say(FormListText.frequency(item.form.frequency)))</td>\
      <td class="p2">\(say(FormListText.dueRule, String(item.form.dueWorkingDays)))</td>\
      <td class="num">\(item.form.fields.count)</td><td class="num p2">\(item.periods)</td>\
      <td class="num p2">\(item.units)</td><td class="num p2">\(grouped(item.figuresOfUnit))</td>\
      <td class="num">\(grouped(item.figures))</td></tr>

      """
    }
    let total: HTML = """
      <tr><th scope="row">\(say(FormListText.total))</th><td class="p2"></td><td></td>\
      <td class="p2"></td><td></td><td class="p2"></td><td class="p2"></td><td class="p2"></td>\
      <td class="num"><b>\(grouped(burden.figures))</b></td></tr>

      """
    let head: [HTML] = [
      page.column(say(CatalogueText.name)), page.column(say(CatalogueText.kind), "p2"),
      page.column(say(FormListText.frequency)), page.column(say(FormListText.due), "p2"),
      page.column(say(FormListText.fields), "num"),
      page.column(say(FormListText.periods), "num p2"),
      page.column(say(FormListText.units), "num p2"),
      page.column(say(FormListText.figuresOfUnit), "num p2"),
      page.column(say(FormListText.figures), "num"),
    ]
    return page.table("burden", say(FormListText.caption), head: HTML(head), rows + total)
  }
}

/// The form that sets how many figures a month may ask for, and what was set before.
struct LimitForm {
  /// What was typed and refused.
  struct Typed {
    let figures: String
    let month: String
    let refused: Refused
  }

  let page: CataloguePage
  let limits: [BurdenLimit]
  let month: Month
  let typed: Typed?

  private var say: Say { page.say }

  /// The box above the page's content.
  var errors: HTML? {
    typed.map { typed in
      page.frame.errors(
        typed.refused.lines(say) { refusal in
          refusal.place == .option("effective") ? "effective" : "figures"
        })
    }
  }

  var html: HTML { "\(history)\n\(form)" }

  private var history: HTML? {
    guard !limits.isEmpty else { return nil }
    let items = HTML(each: limits.reversed()) { limit in
      let figures = MeasureText.grouped(String(limit.figures))
      return "<li>\(say(FormListText.limitIs, figures, limit.effective.description))</li>"
    }
    return "<section><h2>\(say(FormListText.limitHistory))</h2><ul>\(items)</ul></section>"
  }

  private var form: HTML? {
    guard page.mayKeep else { return nil }
    return """
      <section><h2>\(say(FormListText.limitTitle))</h2>
      <p>\(say(FormListText.limitWhy))</p>
      <form class="narrow" method="post" action="\(Link("catalogue", "forms", "limit"))">\
      \(page.frame.hiddenFields)
      <p><label for="figures">\(say(FormListText.limitFigures))</label>
      <input id="figures" name="figures" inputmode="numeric" maxlength="20" required \
      value="\(typed?.figures ?? "")"></p>
      <p><label for="effective">\(say(CatalogueText.effective))</label>
      <span class="hint" id="effective-hint">\(say(CatalogueText.effectiveHint))</span>
      <input id="effective" name="effective" maxlength="7" required \
      value="\(typed?.month ?? month.description)" aria-describedby="effective-hint"></p>
      <p><button class="btn btn-1">\(say(FormListText.setLimit))</button></p>
      </form></section>
      """
  }
}

extension HTML {
  /// One piece after another.
  static func + (left: HTML, right: HTML) -> HTML { HTML([left, right]) }
}
