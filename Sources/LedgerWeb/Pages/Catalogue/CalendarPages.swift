import HTTPTypes
import LedgerDomain
import LedgerOperations

/// The days that move deadlines, and what is due next.
enum CalendarPages {
  static let all: [Endpoint] = [list, upload]

  private static let columns = ["day", "kind", "name"]
  private static let dueShown = 3

  private static let list = Endpoint.page(
    .get, "/catalogue/calendar", "page.catalogue.calendar", access: .permission(.readCatalogue),
    query: [.year, .word("format", "As a file.", of: ["csv"])] + CataloguePages.outcome,
    handle: { call in
      guard call.query["format"] == "csv" else { return try await page(call) }
      let rows = try await call.ledger.calendarDays(by: call.actor()).map { one in
        [one.day.description, one.isWorking ? "working" : "holiday", one.name]
      }
      return .csv([columns] + rows, name: "calendar.csv", of: call)
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/calendar/file", "page.catalogue.calendar.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      do {
        let upload = try FileContent(try UploadForm.file(of: call))
        return try await call.once({ Reply.imported($0, CataloguePage.Section.calendar.link) }) {
          try await call.ledger.importCalendar(upload.file, by: $0)
        }
      } catch {
        return try await page(call, refused: Refused(error))
      }
    })

  private static func page(_ call: Call, refused: Refused? = nil) async throws -> Reply {
    let days = try await call.ledger.calendarDays(by: call.actor())
    let upcoming = try await call.ledger.upcomingDays(dueShown, by: call.actor())
    let this = call.ledger.today.components.year
    let year = call.query["year"].flatMap { Int($0) } ?? this
    let page = CataloguePage(frame: call.frame.at(.calendar), section: .calendar)
    let say = page.say
    let form = UploadForm(
      page: page, action: Link("catalogue", "calendar", "file"),
      columns: columns, accept: ".csv,.xlsx",
      hint: .fileHintCSV, refused: refused)
    let years = Set(days.map(\.day.components.year) + [this, year]).sorted(by: >)
    return page.reply(
      say(CatalogueText.calendar), refusals: refused,
      """
      <h1>\(say(CatalogueText.calendar))</h1>
      \(page.outcome(call))\(form.errors)
      \(due(page, upcoming))
      \(chooser(page, years, year))
      \(table(page, days.filter { $0.day.components.year == year }, year))
      \(form.html)
      """)
  }

  private static func due(_ page: CataloguePage, _ upcoming: [UpcomingDay]) -> HTML {
    let say = page.say
    let rows = HTML(each: upcoming) { one in
      """
      <tr><th scope="row">\(one.due.due.description)<span class="under">\
      \(weekday(one.due.due, say))</span></th>\
      <td><a href="\(Link("catalogue", "forms", one.due.form.code))">\(say(one.due.form.name))</a>\
      </td><td>\(one.due.period.description)</td><td class="num p2">\(one.units)</td></tr>

      """
    }
    let head: [HTML] = [
      page.column(say(FormListText.dueDay)), page.column(say(FormListText.form)),
      page.column(say(FormListText.period)), page.column(say(FormListText.units), "num p2"),
    ]
    let caption = say(FormListText.upcomingCaption, String(dueShown))
    return """
      <section><h2 id="due">\(say(FormListText.upcoming))</h2>
      \(page.table("due", caption, head: HTML(head), rows))</section>
      """
  }

  private static func chooser(_ page: CataloguePage, _ years: [Int], _ year: Int) -> HTML {
    let say = page.say
    let options = HTML(each: years) { "<option\(" selected", if: $0 == year)>\($0)</option>" }
    return """
      <h2 id="days">\(say(FormListText.daysOff))</h2>
      <form class="pick" method="get" action="\(page.section.link)">
      <label for="year">\(say(FormListText.yearIs))</label>
      <select id="year" name="year">\(options)</select>
      <button class="btn">\(say(CatalogueText.show))</button>
      <a class="btn" href="\(Link("catalogue", "calendar", query: [("format", "csv")]))">\
      \(say(CatalogueText.download))</a>
      </form>
      """
  }

  private static func table(_ page: CataloguePage, _ days: [CalendarDay], _ year: Int) -> HTML {
    let say = page.say
    guard !days.isEmpty else { return "<p>\(say(FormListText.limitedTo, String(year)))</p>" }
    let rows = HTML(each: days) { one in
      let look: HTML = one.isWorking ? "tag-warn" : "tag-none"
      let word: FormListText = one.isWorking ? .working : .holiday
      return """
        <tr><th scope="row">\(one.day.description)</th><td>\(weekday(one.day, say))</td>\
        <td><span class="tag \(look)">\(say(word))</span></td><td>\(one.name)</td></tr>

        """
    }
    let head: [HTML] = [
      page.column(say(CatalogueText.day)), page.column(say(FormListText.weekday)),
      page.column(say(CatalogueText.kind)), page.column(say(FormListText.dayName)),
    ]
    return page.table("days", say(FormListText.daysCaption), head: HTML(head), rows)
  }

  private static func weekday(_ day: CalendarDate, _ say: Say) -> String {
    let names =
      say.language == .chinese
      ? ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return names[(day.weekday + 6) % 7]
  }
}
