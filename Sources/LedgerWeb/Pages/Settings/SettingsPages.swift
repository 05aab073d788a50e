import HTTPTypes
import LedgerDomain
import LedgerStore

/// The settings: one page from which everything leads that the office keeps.
enum SettingsPages {
  static let all: [Endpoint] = [show] + TargetPages.all + MethodPages.all

  static let link = Link("catalogue")

  private static let show = Endpoint.page(
    .get, "/catalogue", "page.catalogue", access: .permission(.readCatalogue),
    handle: { call in page(call.frame) })

  /// What is kept, in the order in which an office sets it up for a year.
  private static let cards: [(link: Link, title: SettingsText, hint: SettingsText)] = [
    (TargetPages.start, .targets, .targetsHint),
    (Link("catalogue", "rule-sets"), .ruleSets, .ruleSetsHint),
    (Link("catalogue", "methods"), .methods, .methodsHint),
    (Link("catalogue", "ladders"), .ladders, .laddersHint),
    (Link("catalogue", "assessments"), .assessments, .assessmentsHint),
    (Link("ladder"), .steps, .stepsHint),
    (Link("catalogue", "units"), .units, .unitsHint),
    (Link("catalogue", "populations"), .populations, .populationsHint),
    (Link("catalogue", "indicators"), .indicators, .indicatorsHint),
    (Link("catalogue", "forms"), .forms, .formsHint),
    (Link("catalogue", "calendar"), .calendar, .calendarHint),
    (TilePages.link, .map, .mapHint),
  ]

  private static func page(_ frame: PageFrame) -> Reply {
    let say = frame.say
    let items = HTML(each: cards) { card in
      """
      <li><h2><a href="\(card.link)">\(say(card.title))</a></h2><p>\(say(card.hint))</p></li>

      """
    }
    return frame.reply(
      say(SettingsText.title), entry: .catalogue,
      """
      <h1>\(say(SettingsText.title))</h1>
      <p class="meta">\(say(SettingsText.intro))</p>
      <ul class="shelf">
      \(items)</ul>
      """)
  }

  /// The way back to the settings, above each of their pages.
  static func crumbs(_ say: Say, _ parts: [(link: Link, text: String)], _ here: String) -> HTML {
    let between = HTML(each: parts) { "<li><a href=\"\($0.link)\">\($0.text)</a></li>" }
    return """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(link)">\(say(SettingsText.title))</a></li>\(between)\
      <li aria-current="page">\(here)</li></ol></nav>
      """
  }
}
