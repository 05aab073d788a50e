public import LedgerDomain
import LedgerStore

/// A campaign as it stands today.
public struct CampaignStanding: Sendable {
  /// The campaign with what was decided about it.
  public let history: CampaignHistory
  /// Where it stands.
  public let state: CampaignState
  /// The phase of today, or of its last day once that is over; nil for none.
  public let phase: Campaign.Phase?

  init(_ history: CampaignHistory, on today: CalendarDate) {
    self.history = history
    state = history.state(on: today)
    phase = history.campaign.phase(on: history.end.map { min($0, today) } ?? today)
  }
}

/// A campaign with its board, of the units within the reader's scope.
public struct ShownCampaign: Sendable {
  /// Where it stands.
  public let standing: CampaignStanding
  /// The day it is shown as of.
  public let today: CalendarDate
  /// The board, of the units that the reader sees.
  public let board: CampaignBoard
  /// The indicators of the board, in its order.
  public let indicators: [Indicator]
  /// The units of the board, in its order.
  public let units: [UnitVersion]
  /// How many units take part.
  public let participants: Int
  /// What of the board is not shown.
  public let sight: CampaignSight
  /// What would be sealed if it were closed now; nil unless it has ended and the reader may close
  /// it.
  public let draft: CampaignSummary?
  /// Whether the reader may extend, end and close it.
  public let mayKeep: Bool

  /// The campaign as defined.
  public var campaign: Campaign { standing.history.campaign }
}

/// What of a campaign's board is not shown to a reader who may not see small counts.
///
/// A board grows by the day, so that what it shows today less what it showed yesterday is a day's
/// count. Of indicators with a limit a unit's figures are therefore hidden until the campaign is
/// closed; then small ones are, with what would tell them. Each day's own count stays hidden.
public struct CampaignSight: Sendable {
  private let marks: [[SuppressionMark?]]
  private let limited: Set<Int>
  private let hidesTotals: Set<Int>

  /// Everything is shown.
  public static let complete = CampaignSight(marks: [], limited: [], hidesTotals: [])

  private init(marks: [[SuppressionMark?]], limited: Set<Int>, hidesTotals: Set<Int>) {
    self.marks = marks
    self.limited = limited
    self.hidesTotals = hidesTotals
  }

  /// Decides for a board; `limits` are those of its indicators, nil for none.
  init(_ board: CampaignBoard, limits: [Int?], isClosed: Bool, isWhole: Bool) {
    var marks = board.units.map { _ in [SuppressionMark?](repeating: nil, count: limits.count) }
    var (limited, hidden): (Set<Int>, Set<Int>) = ([], [])
    for case (let indicator, let limit?) in limits.enumerated().map({ ($0, $1) }) {
      limited.insert(indicator)
      guard isClosed, isWhole else {
        for unit in marks.indices { marks[unit][indicator] = .hidden }
        if !isWhole { hidden.insert(indicator) }
        continue
      }
      let rows = board.sums.map { sums -> [Int64?] in
        let sum = sums[indicator]
        return [
          Int64(clamping: sum.cumulative), Int64(clamping: sum.before.current),
          Int64(clamping: sum.before.reference), Int64(clamping: sum.lastYear.current),
          Int64(clamping: sum.lastYear.reference),
        ]
      }
      let suppression = Suppression(rows, limits: [Int](repeating: limit, count: 5))
      for unit in marks.indices {
        let isHidden = (0..<5).contains { suppression.mark(row: unit, column: $0) != nil }
        marks[unit][indicator] = isHidden ? .hidden : nil
      }
      if suppression.hidesTotals { hidden.insert(indicator) }
    }
    self.init(marks: marks, limited: limited, hidesTotals: hidden)
  }

  /// How a unit's sums are shown instead of themselves; nil when they are.
  public func mark(unit: Int, indicator: Int) -> SuppressionMark? {
    guard marks.indices.contains(unit), marks[unit].indices.contains(indicator) else {
      return nil
    }
    return marks[unit][indicator]
  }

  /// Whether a unit's figure of the last day is hidden.
  public func hidesDay(indicator: Int) -> Bool { limited.contains(indicator) }

  /// Whether the sum of all units, and each day's, is hidden.
  public func hidesTotal(indicator: Int) -> Bool { hidesTotals.contains(indicator) }
}

extension Ledger {
  /// Every campaign as it stands today, the one that began last first.
  public func campaigns(by actor: Actor) async throws -> [CampaignStanding] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readCampaigns)
      let today = try transaction.today()
      return try transaction.campaigns().map { CampaignStanding($0, on: today) }
    }
  }

  /// One campaign with its board, of the units of which the reader may see submissions; refused for
  /// a code that never was.
  public func campaign(_ code: String, by actor: Actor) async throws -> ShownCampaign {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readCampaigns)
      let history = try transaction.campaignHistory(code)
      let place = try CampaignPlace(history, transaction)
      let standing = CampaignStanding(history, on: place.today)
      let scope = try ReadScope(.readSubmissions, transaction)
      let units = place.participants.filter {
        scope.covers($0.code, history.campaign.forms)
      }
      let board = try place.board(of: units, transaction)
      let indicators = board.indicators.compactMap { place.catalogue.indicators[$0] }
      let small = try ReadScope(.readSmallCounts, transaction)
      let readsAll = units.allSatisfy { small.covers($0.code, history.campaign.forms) }
      let limits = try transaction.countLimits()
      let mayKeep = try transaction.may(.keepCampaigns)
      return ShownCampaign(
        standing: standing, today: place.today, board: board, indicators: indicators,
        units: units, participants: place.participants.count,
        sight: readsAll
          ? .complete
          : CampaignSight(
            board, limits: board.indicators.map { limits[$0] },
            isClosed: standing.state == .closed, isWhole: units.count == place.participants.count),
        draft: mayKeep && standing.state == .ended
          ? CampaignSummary(history, board, place.catalogue.indicators) : nil,
        mayKeep: mayKeep)
    }
  }
}

/// Where an account may do something, for some forms.
private struct ReadScope {
  private let everywhere: Bool
  private let units: Set<String>

  init(_ permission: Permission, _ transaction: LedgerTransaction) throws {
    let scope = try transaction.actingScope(permission.rule.roles)
    everywhere = scope.everywhere
    units = Set(scope.units)
  }

  func covers(_ unit: String, _ forms: [String]) -> Bool {
    everywhere || units.contains(unit) || forms.contains { units.contains("\(unit)/\($0)") }
  }
}

/// A campaign with what its board is made from.
struct CampaignPlace {
  let history: CampaignHistory
  let today: CalendarDate
  let catalogue: Catalogue
  /// The units that take part on the last day shown, whoever may see them.
  let participants: [UnitVersion]
  private let windows: CampaignWindows

  init(_ history: CampaignHistory, _ transaction: LedgerTransaction) throws {
    self.history = history
    today = try transaction.today()
    windows = CampaignWindows(history, today: today, try transaction.workingCalendar())
    let day = windows.days.last ?? max(today, history.campaign.start)
    catalogue = try Catalogue(transaction, on: day)
    participants = history.campaign.participants(catalogue.tree, forms: catalogue.forms)
  }

  /// The board of some units.
  func board(of units: [UnitVersion], _ transaction: LedgerTransaction) throws -> CampaignBoard {
    let indicators = history.campaign.boardIndicators(catalogue.forms)
    var figures: CampaignBoard.Figures = [:]
    for span in windows.spans {
      for revision in try transaction.dailyRevisions(forms: history.campaign.forms, span) {
        guard let form = catalogue.form(revision.form, effective: revision.formEffective) else {
          continue
        }
        let day = revision.period.firstDay
        var row =
          figures[revision.unit]?[day]
          ?? [FigureNumber?](repeating: nil, count: indicators.count)
        for (position, indicator) in indicators.enumerated() {
          if let field = form.field(of: indicator), revision.figures.indices.contains(field),
            case .number(let number) = revision.figures[field]
          {
            row[position] = number
          }
        }
        figures[revision.unit, default: [:]][day] = row
      }
    }
    return CampaignBoard(
      windows, indicators: indicators, units: units.map(\.code), figures: figures)
  }
}
