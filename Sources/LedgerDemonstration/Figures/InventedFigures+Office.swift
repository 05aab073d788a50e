import LedgerDomain

extension InventedFigures {
  /// How many reports a month asks a county for: the return, and a note each week.
  private static let reportsDue = 5

  /// The office's return on a county: what was due, and what was done in time.
  func office(_ county: InventedCounty, _ month: Month) -> [String: Int] {
    var dice = dice(county.code, "office", month.index)
    let quality = county.character.quality
    let due = dice.among(8...14)
    let punctuality = punctuality(county, month)
    let weekly = dice.below(100) < (100 - quality) / 2 ? 1 : 0
    let onTime = Self.reportsDue - weekly - (punctuality == .onTime ? 0 : 1)
    return [
      "DUTY_DUE_CNT": due * 10_000,
      "DUTY_DONE_CNT": min(dice.share((620 + 3 * quality)...(700 + 3 * quality), of: due), due)
        * 10_000,
      "REPORT_DUE_CNT": Self.reportsDue * 10_000,
      "REPORT_ON_TIME_CNT": onTime * 10_000,
      "LATE_CNT": punctuality == .afterReminder ? 10_000 : 0,
      "CORRECTION_CNT": dice.below(100) < (100 - quality) / 6 ? 10_000 : 0,
      "LISTED_FLAG": 0,
      "MEETING_RELAY_DAYS": dice.among(1...(9 - quality / 15)) * 10_000,
    ]
  }

  /// A member agency's return.
  func agency(_ agency: InventedAgency, _ month: Month) -> [String: Int] {
    var dice = dice(agency.code, "agency", month.index)
    let events = dice.among(1...5) + agency.staff / 900
    let reached = events * dice.among(60...220)
    let clients = agency.staff * 40 + 3_000
    // Coverage starts anew each year and is nearly whole in December.
    let covered = 480 + month.number * 42
    let due = dice.among(2...6)
    let victim = dice.below(9_000) < min(agency.staff, 1_200) ? 1 : 0
    return [
      "PUB_EVENT_CNT": events * 10_000,
      "PUB_REACH": reached * 10_000,
      "PUB_MATERIAL": dice.share(500...1_400, of: reached) * 10_000,
      "PUB_UNIT_VISIT": dice.among(0...9) * 10_000,
      "PUB_QA": dice.among(2...40) * 10_000,
      "INSIDER_VICTIM_CNT": victim * 10_000,
      "STAFF_CNT": agency.staff * 10_000,
      "STAFF_REACHED_CNT": Whole.scaled(agency.staff, min(covered + dice.below(12), 1_000))
        * 10_000,
      "CLIENT_CNT": clients * 10_000,
      "CLIENT_REACHED_CNT": Whole.scaled(clients, covered * 3 / 4 + dice.below(10)) * 10_000,
      "DUTY_DUE_CNT": due * 10_000,
      "DUTY_DONE_CNT": min(dice.share(820...1_000, of: due), due) * 10_000,
    ]
  }
}
