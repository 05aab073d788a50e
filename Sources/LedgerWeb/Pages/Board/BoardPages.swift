import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The ranking board: the first page of everybody who is signed in.
enum BoardPages {
  static let all: [Endpoint] = [
    start, choose, show, TablePages.endpoint, MapPages.endpoint,
    EditionDifferencePage.endpoint,
  ]

  private static let start = Endpoint.page(
    .get, "/", "page.start", access: .permission(.readPublished),
    handle: { call in
      guard let latest = try await call.latestEdition() else { return nothing(call) }
      return .see(link(to: latest))
    })

  /// The form that chooses a month has no script: it is answered with the way there.
  private static let choose = Endpoint.page(
    .get, "/rankings", "page.rankings.choose", access: .permission(.readPublished),
    query: [.month(), .unit("of", "The unit below which units are compared.")],
    handle: { call in
      guard let month = call.queryMonth() else {
        return .see(try await call.latestEdition().map { link(to: $0) } ?? Link())
      }
      return .see(
        Link("rankings", month.description, query: call.query["of"].map { [("of", $0)] } ?? []))
    })

  static let edition = Endpoint.Parameter(
    name: "edition", text: "This edition; the latest otherwise.", form: "1",
    isValid: { Int($0).map { (1...999_999).contains($0) } ?? false })

  private static let show = Endpoint.page(
    .get, "/rankings/{period}", "page.ranking", access: .permission(.readPublished),
    query: [
      .unit("of", "The unit below which units are compared."),
      .word("view", "For a projector.", of: ["big"]),
      .word("format", "As a file.", of: ["csv"]),
      edition,
    ],
    handle: { call in
      let published = try await call.edition(of: try call.month())
      let history = try await PublishedHistory(
        published.month, months: 24, from: call.web.editions)
      let board = Board(
        history, try await call.visibleScope(), call.say,
        figures: try await call.web.editions.figures(of: published))
      if call.wantsCSV { return file(board, isInvented: call.web.configuration.isDemonstration) }
      let page = BoardPage(
        board: board, frame: call.frame, heads: try await call.web.editions.heads(),
        isBig: call.query["view"] == "big")
      return page.reply
    })

  /// The address of a published month.
  ///
  /// Of the latest edition, or exactly of this one.
  static func link(to head: EditionHead, isExact: Bool = false) -> Link {
    let link = Link("rankings", head.period.description, query: [("of", head.scope)])
    return isExact ? link.adding("edition", String(head.number)) : link
  }

  static func nothing(_ call: Call) -> Reply {
    let title = call.say(FrameText.board)
    return call.frame.reply(
      title, entry: .board,
      "<h1>\(title)</h1><p class=\"lead\">\(call.say(BoardText.nothing))</p>")
  }

  /// The rows as they are shown, as CSV.
  private static func file(_ board: Board, isInvented: Bool) -> Reply {
    let say = board.say
    var rows = [
      [
        say(BoardText.rank), say(BoardText.change), say(BoardText.unit), say(BoardText.colour),
        say(BoardText.score), say(TableText.band), board.leadingHeading, board.yearOnYearName,
        say(BoardText.reason),
      ]
    ]
    for row in board.ranked + board.unranked.map(\.row) {
      let reason = board.unranked.first { $0.row.unit == row.unit }?.reason
      rows.append([
        row.rank ?? "", row.change.map(BoardPage.signed) ?? "", CSVText.guarded(row.name),
        say.colour(row.colour),
        row.score, row.band ?? "", row.details?.value ?? "", row.details?.lastYear ?? "",
        CSVText.guarded(reason ?? row.details?.reason ?? ""),
      ])
    }
    let name = "ranking-\(board.month.head.period)-\(board.month.head.number).csv"
    // The mark at the beginning lets spreadsheets read the file as UTF-8.
    return Reply.text(
      "\u{FEFF}" + (isInvented ? InventedMark.comment : "") + CSVWriter.text(rows),
      "text/csv; charset=utf-8"
    ).with(.contentDisposition, "attachment; filename=\"\(name)\"")
  }
}

extension Call {
  /// The latest edition of the latest published month; of the first scope, where several are
  /// published.
  func latestEdition() async throws -> EditionHead? {
    let heads = try await web.editions.heads()
    guard let scope = query["of"] ?? heads.map(\.scope).min() else { return nil }
    let ofScope = heads.filter { $0.scope == scope }
    let month = ofScope.map(\.period).max()
    return ofScope.last { $0.period == month }
  }

  /// The edition that a page of a month shows: the one named, or the latest.
  func edition(of month: Month) async throws -> EditionCache.Published {
    let heads = try await web.editions.heads()
    if let number = query["edition"].flatMap({ Int($0) }) {
      guard heads.contains(where: { $0.number == number && $0.period == month }) else {
        throw Refusal(EditionRefusal.unknown, String(number))
      }
      return try await web.editions.published(number)
    }
    let scope = query["of"] ?? heads.filter { $0.period == month }.map(\.scope).min() ?? ""
    guard let head = heads.last(where: { $0.period == month && $0.scope == scope }) else {
      throw Refusal(EditionRefusal.notPublished, month.description, scope)
    }
    return try await web.editions.published(head.number)
  }
}
