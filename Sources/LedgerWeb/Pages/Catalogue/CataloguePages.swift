import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Units, populations, indicators, forms and working days: read by everybody, kept by the office.
enum CataloguePages {
  static let all: [Endpoint] =
    UnitCataloguePages.all + PopulationPages.all + IndicatorPages.all + FormPages.all
    + CalendarPages.all + TilePages.all

  /// What an import leaves in the address of the page that it returns to.
  static let outcome: [Endpoint.Parameter] = [count("added"), count("unchanged")]

  private static func count(_ name: String) -> Endpoint.Parameter {
    Endpoint.Parameter(
      name: name, text: "How many.", form: "0",
      isValid: { Int($0).map { (0...10_000_000).contains($0) } ?? false })
  }
}

/// One page of the catalogue: what stands around its content.
struct CataloguePage: Sendable {
  let frame: PageFrame
  let section: Section

  var say: Say { frame.say }

  /// Whether whoever reads it may change it.
  var mayKeep: Bool { frame.session?.holds(.keepCatalogue) ?? false }

  /// The parts of the catalogue.
  enum Section: CaseIterable, Sendable {
    case units
    case populations
    case indicators
    case forms
    case calendar
    case map

    var text: CatalogueText {
      switch self {
      case .units: .units
      case .populations: .populations
      case .indicators: .indicators
      case .forms: .forms
      case .calendar: .calendar
      case .map: .map
      }
    }

    var link: Link {
      switch self {
      case .units: Link("catalogue", "units")
      case .populations: Link("catalogue", "populations")
      case .indicators: Link("catalogue", "indicators")
      case .forms: Link("catalogue", "forms")
      case .calendar: Link("catalogue", "calendar")
      case .map: TilePages.link
      }
    }
  }

  /// The page; `item` names what of the section it shows, where it shows one thing.
  func reply(
    _ title: String, item: String? = nil, refusals: Refused? = nil, _ content: HTML
  ) -> Reply {
    frame.reply(
      (refusals == nil ? "" : say(FrameText.errorPrefix)) + title,
      status: refusals?.status ?? .ok, entry: .catalogue,
      """
      <nav class="crumb" aria-label="\(say(CatalogueText.crumbs))"><ol>\
      <li><a href="\(Link("catalogue"))">\(say(CatalogueText.settings))</a></li>\
      \(item == nil ? nil : "<li><a href=\"\(section.link)\">\(say(section.text))</a></li>")\
      <li aria-current="page">\(item ?? say(section.text))</li></ol></nav>
      \(sections)
      \(content)
      """)
  }

  private var sections: HTML {
    let items = HTML(each: Section.allCases) { one in
      """
      <li><a href="\(one.link)"\(" aria-current=\"true\"", if: one == section)>\
      \(say(one.text))</a></li>
      """
    }
    return """
      <nav class="tabs" aria-label="\(say(CatalogueText.sections))"><ul>\(items)</ul></nav>
      """
  }

  /// What an import did, for the page to which it leads back.
  func outcome(_ call: Call) -> HTML? {
    guard let added = call.query["added"], let unchanged = call.query["unchanged"] else {
      return nil
    }
    return """
      <p class="done" role="status">\(say(CatalogueText.added, added, unchanged))</p>
      """
  }

  /// A table that scrolls by itself, under a heading.
  func table(_ id: HTML, _ caption: String, head: HTML, _ rows: HTML) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)">
    <table class="tb"><caption>\(caption)</caption><thead><tr>\(head)</tr></thead>
    <tbody>
    \(rows)</tbody></table></div>
    """
  }

  /// A column's heading; the narrow screen leaves out the second and third kind.
  func column(_ text: String, _ look: HTML = "") -> HTML {
    "<th scope=\"col\" class=\"\(look)\">\(text)</th>"
  }

  /// The button that prints, which takes a script.
  var printing: HTML {
    "<button type=\"button\" class=\"btn\" data-print hidden>\(say(FrameText.print))</button>"
  }
}

// MARK: - Forms

/// Why a form was not taken, to be told in the form.
struct Refused: Sendable {
  let refusals: [Refusal]
  let status: HTTPResponse.Status

  /// Takes what an act threw; throws on what is no matter of what was typed.
  init(_ error: any Error) throws {
    guard let (refusals, status) = Problem.refusals(in: error) else { throw error }
    switch refusals[0].kind {
    case .nobody, .notAllowed, .tooMany, .tooSlow, .busy: throw error
    case .malformed, .unknown, .conflict, .stale, .tooLarge, .unsupported, .invalid: break
    }
    self.refusals = refusals
    // A unit that a form names and that is unknown is no address that leads nowhere.
    self.status = status == .notFound ? .unprocessableContent : status
  }

  init(_ refusal: Refusal) {
    refusals = [refusal]
    status = .unprocessableContent
  }

  private static let shown = 20

  /// The lines of the box above the form, each leading to the field it is about.
  func lines(_ say: Say, field: (Refusal) -> String) -> [(text: String, field: String)] {
    var lines = refusals.prefix(Self.shown).map { refusal in
      (text: Self.text(refusal, say), field: field(refusal))
    }
    if refusals.count > Self.shown {
      lines.append(
        (
          say(CatalogueText.moreErrors, String(refusals.count - Self.shown)),
          field(refusals[Self.shown])
        ))
    }
    return lines
  }

  /// Where, what, and the way out.
  private static func text(_ refusal: Refusal, _ say: Say) -> String {
    let place =
      switch refusal.place {
      case .line(let line, let column?):
        say(CatalogueText.placeColumn, String(line), String(column))
      case .line(let line, nil): say(CatalogueText.placeLine, String(line))
      case .pointer(let pointer) where !pointer.isEmpty: say(CatalogueText.placePointer, pointer)
      case .pointer, .whole, .option: ""
      }
    return place
      + say.sentences([refusal.text(in: say.language), refusal.wayOut(in: say.language)])
  }
}

/// A form that takes a file.
struct UploadForm {
  let page: CataloguePage
  let action: Link
  /// What its first line names; empty where it is no table.
  let columns: [String]
  let accept: HTML
  let hint: CatalogueText
  /// Fields besides the file.
  var fields: HTML = ""
  var refused: Refused?

  var html: HTML? {
    guard page.mayKeep else { return nil }
    let say = page.say
    return """
      <section><h2 id="upload">\(say(CatalogueText.uploadTitle))</h2>
      \(refused == nil ? nil : "<p>\(say(CatalogueText.again))</p>")
      <form class="narrow" method="post" enctype="multipart/form-data" action="\(action)">\
      \(page.frame.hiddenFields)
      \(fields)
      <p><label for="file">\(say(CatalogueText.file))</label>
      <span class="hint" id="file-hint">\(say(hint))\(header)</span>
      <input id="file" name="file" type="file" accept="\(accept)" required \
      aria-describedby="file-hint"\(" aria-invalid=\"true\"", if: refused != nil)></p>
      <p class="hint">\(say(CatalogueText.uploadWhy))</p>
      <p><button class="btn btn-1">\(say(CatalogueText.upload))</button></p>
      </form></section>
      """
  }

  private var header: HTML? {
    guard !columns.isEmpty else { return nil }
    let names = columns.joined(separator: ",")
    return " \(page.say(CatalogueText.formatIs)) <code>\(names)</code>"
  }

  /// The box above the page's content that tells why the file was not taken.
  var errors: HTML? {
    refused.map { refused in page.frame.errors(refused.lines(page.say) { _ in "file" }) }
  }

  /// The file that was chosen; refused where none was.
  static func file(of call: Call) throws(Refusal) -> UploadedFile {
    guard let file = call.form.file("file") else {
      throw Refusal(RequestRefusal.fileMissing, at: .option("file"))
    }
    return file
  }
}

extension Reply {
  /// The way back to a page, which tells what an import did.
  static func imported(_ report: ImportReport, _ link: Link) -> Reply {
    .see(link.adding("added", String(report.added)).adding("unchanged", String(report.unchanged)))
  }

  /// A file to keep, in the form in which it can be imported again.
  static func file(_ text: String, _ mediaType: String, name: String) -> Reply {
    Reply.text(text, mediaType)
      .with(.contentDisposition, "attachment; filename=\"\(name)\"")
  }

  /// A CSV file; the mark at its beginning lets spreadsheets read it as UTF-8.
  static func csv(_ rows: [[String]], name: String, of call: Call) -> Reply {
    let isInvented = call.web.configuration.isDemonstration
    let text = "\u{FEFF}" + (isInvented ? InventedMark.comment : "") + CSVWriter.text(rows)
    return file(text, "text/csv; charset=utf-8", name: name)
  }
}
