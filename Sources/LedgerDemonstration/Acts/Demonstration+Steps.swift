import LedgerDomain
import LedgerOperations
import LedgerStore

extension Demonstration {
  /// Decides what the ladder proposes after a month: at once, each by whose decision it is; the
  /// letters are numbered through the year.
  ///
  /// What the last published month gives stays open, and what the leader is asked in the month
  /// before it, so that there is something to decide.
  func decideSteps(after month: Month) async throws {
    let last = plan.publishedMonths[plan.publishedMonths.count - 1]
    guard month < last else { return }
    let isLeaderAway = month.adding(months: 1) == last
    let moment = InventedMoment(plan.timetable.publication(month), 14, 30)
    let ledger = performer.at(moment)
    let found = try await ledger.escalations(of: InventedCity.code, by: performer.by("office"))
    var number = found.units.flatMap(\.decisions).count {
      $0.decision.isAccepted && $0.decision.day.components.year == moment.day.components.year
    }
    for unit in found.units {
      guard let proposal = unit.proposal, let edition = found.edition(of: proposal, unit),
        let step = found.decidingStep(proposal), step.decider != .leader || !isLeaderAway,
        unit.lacks.isEmpty
      else { continue }
      // The director lets a county that stands only by its place off with a warning, once.
      let isRefused =
        step.decider == .director && proposal.move == .enter
        && !proposal.evidence.contains { $0.colour == .red }
      if !isRefused { number += 1 }
      _ = try await ledger.decideStep(
        StepRequest(
          scope: InventedCity.code, unit: unit.code, to: proposal.to, edition: edition,
          after: unit.decisions.count, isAccepted: !isRefused,
          reason: isRefused ? "名次靠后但本月降幅明显，先由联席办跟踪一个月" : "",
          document: isRefused ? "" : "岚反诈联办〔\(moment.day.components.year)〕\(number)号"),
        by: performer.by(step.decider.rawValue))
    }
  }
}
