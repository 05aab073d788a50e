import LedgerDocuments
import LedgerDomain
import LedgerOperations

extension Demonstration {
  /// What members do again and again, reported before a month ends; every few times somebody is
  /// late, and nothing is reported.
  func reportDuties(endingIn month: Month) async throws {
    guard let list = ListKey("\(plan.publishedMonths[0].year)-1") else { return }
    let start = plan.timetable.start(plan.publishedMonths[0])
    let day = max(month.lastDay.adding(days: -2), start.adding(days: 1))
    let lines = try TaskFile.tasks(defaults.responsibilities, of: list, from: start)
    var minutes: [String: Int] = [:]
    for (position, line) in lines.enumerated() {
      guard let recurrence = line.task.recurrence, (position * 5 + month.index * 3) % 13 != 0,
        recurrence.occurrence(on: month.lastDay).last == month.lastDay,
        let agency = InventedCity.memberAgencies.first(where: { $0.name.zh == line.task.lead })
      else { continue }
      let minute = minutes[agency.slug, default: 0]
      minutes[agency.slug] = minute + 1
      _ = try await performer.at(InventedMoment(day, 15, minute)).reportTask(
        TaskProgressRequest(
          task: line.task.key, amount: line.task.goal?.value.description ?? "",
          sentence: "本期任务完成，台账备查", isDone: true),
        by: performer.by("reporter.\(agency.slug)"))
    }
  }

  /// Seals the year that ended with a month, once all twelve are published.
  func sealYear(after month: Month) async throws {
    guard month == month.january.adding(months: 11),
      plan.publishedMonths.contains(month.january)
    else { return }
    let moment = InventedMoment(plan.timetable.publication(month), 16, 30)
    _ = try await performer.at(moment).sealAssessment(
      SealRequest(year: month.year, scope: InventedCity.code), by: performer.by("assessor"))
  }
}
