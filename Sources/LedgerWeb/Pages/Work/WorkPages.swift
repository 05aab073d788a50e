import HTTPTypes
import LedgerDomain
import LedgerStore

/// The follow-up of the month: one page leads to everything that somebody must do or decide.
enum WorkPages {
  static let all: [Endpoint] = [show]

  static let link = Link("work")

  private static let show = Endpoint.page(
    .get, "/work", "page.work", access: .signedIn(cards.map(\.access)),
    handle: { call in page(call.frame) })

  private typealias Card = (
    link: Link, title: WorkText, hint: WorkText, access: Permission
  )

  /// What is followed up, nearest to the month first.
  private static let cards: [Card] = [
    (Link("ladder"), .ladder, .ladderHint, .readSteps),
    (TaskPages.link, .tasks, .tasksHint, .readTasks),
    (Link("meetings"), .meetings, .meetingsHint, .readMeetings),
    (CampaignPages.link, .campaigns, .campaignsHint, .readCampaigns),
    (Link("inspections"), .inspections, .inspectionsHint, .readRecords),
    (Link("matters"), .matters, .mattersHint, .readRecords),
    (Link("nofraud"), .noFraud, .noFraudHint, .readRecords),
    (Link("notices"), .notices, .noticesHint, .readRecords),
    (Link("external-ranks"), .externalRanks, .externalRanksHint, .readRecords),
    (Link("honours"), .honours, .honoursHint, .readRecords),
    (Link("documents"), .documents, .documentsHint, .readRecords),
    (AssessmentPages.root, .assessment, .assessmentHint, .readAssessments),
  ]

  /// Whether an account has any of it.
  static func isShown(to session: ActingSession) -> Bool {
    cards.contains { session.holds($0.access) }
  }

  private static func page(_ frame: PageFrame) -> Reply {
    let say = frame.say
    let items = HTML(each: cards.filter { frame.session?.holds($0.access) == true }) { card in
      """
      <li><h2><a href="\(card.link)">\(say(card.title))</a></h2><p>\(say(card.hint))</p></li>

      """
    }
    return frame.reply(
      say(WorkText.title), entry: .tasks,
      """
      <h1>\(say(WorkText.title))</h1>
      <p class="meta">\(say(WorkText.intro))</p>
      <ul class="shelf">
      \(items)</ul>
      """)
  }
}
