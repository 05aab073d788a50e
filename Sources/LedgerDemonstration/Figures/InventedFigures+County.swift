import LedgerDomain

extension InventedFigures {
  /// A county's own return.
  func county(_ county: InventedCounty, _ month: Month) -> [String: Int] {
    let cases = cases(county, month)
    var figures = losses(county, month, cases)
    figures.merge(alarms(county, month, cases)) { $1 }
    figures.merge(warnings(county, month, cases)) { $1 }
    figures.merge(prevention(county, month)) { $1 }
    return figures
  }

  private func losses(
    _ county: InventedCounty, _ month: Month, _ cases: Int
  ) -> [String: Int] {
    var dice = dice(county.code, "losses", month.index)
    let quality = county.character.quality
    let chance = county.character.noise
    let big = min(cases, dice.share((chance / 30)...(chance / 10), of: cases))
    // In yuan: the small ones around 57,000, the big ones from half a million up.
    let mean = 57_000 + 18 * dice.among(-chance...chance)
    let small = (cases - big) * mean + (cases > big ? dice.below(9_973) : 0)
    let loss = (0..<big).reduce(small) { sum, _ in sum + dice.among(500_000...1_100_000) }
    return [
      "CASE_CNT": cases * 10_000,
      "BIGCASE_CNT": big * 10_000,
      "LOSS_AMT": loss,
      "SOLVED_CNT": dice.share((260 + quality)...(360 + 2 * quality), of: cases) * 10_000,
      "RECOVER_AMT": Whole.scaled(loss, dice.among(quality / 2...(40 + quality))),
      "FROZEN_AMT": Whole.scaled(loss, dice.among(80...210)),
      "LOSS_AVERTED": Whole.scaled(loss, dice.among(300...820)),
    ]
  }

  private func alarms(
    _ county: InventedCounty, _ month: Month, _ cases: Int
  ) -> [String: Int] {
    var dice = dice(county.code, "alarms", month.index)
    let all = Whole.scaled(county.residents * 177 / 1_000, dice.among(920...1_080)) / 1_000
    let leads = Self.trend(month, yearLeaves: 780)
    func counted(_ perMillion: Int) -> Int {
      let level = (1_000 + county.character.level) / 2
      let expected = Whole.scaled(
        Whole.scaled(county.residents * perMillion / 1_000, level), leads)
      return self.counted(expected, min(county.character.noise, 600), &dice) * 10_000
    }
    return [
      "CRIM_ALARM_CNT": all * 10_000,
      "ALARM_CNT": min(dice.share(1_090...1_240, of: cases), all) * 10_000,
      "CARD_OPEN_LEAD": counted(24),
      "CARD_HUKOU_LEAD": counted(19),
    ]
  }

  private func warnings(
    _ county: InventedCounty, _ month: Month, _ cases: Int
  ) -> [String: Int] {
    var dice = dice(county.code, "warnings", month.index)
    let quality = county.character.quality
    let issued = Whole.scaled(expectedCases(county, month) * 62 / 1_000, dice.among(930...1_070))
    let due = dice.share(220...280, of: issued)
    let handled = dice.share((880 + quality)...(895 + quality), of: issued)
    let victims = dice.share(2...(12 - quality / 12), of: handled)
    return [
      "WARN_CNT": issued * 10_000,
      "WARN_VISIT_DUE": due * 10_000,
      "WARN_VISIT_CNT": min(dice.share((620 + 3 * quality)...(680 + 3 * quality), of: due), due)
        * 10_000,
      "WARN_HANDLED_CNT": min(handled, issued) * 10_000,
      "POST_WARN_CNT": min(victims, handled, cases) * 10_000,
    ]
  }

  /// What grows slowly: registrations, no-fraud units, villages without a case, publicity.
  private func prevention(_ county: InventedCounty, _ month: Month) -> [String: Int] {
    var dice = dice(county.code, "prevention", month.index)
    let quality = county.character.quality
    let months = min(max(month.index - 2022 * 12, 0), 120)
    let registered = 150 + 2 * quality + months * 3
    let villages = county.residents / 2_600
    let struck = min(
      Whole.scaled(casesThisYear(county, month), 850), Whole.scaled(villages, 820))
    let planned = county.residents / 6_000 + 12
    let named = min(planned * (60 + quality + months * 5) / 1_000, planned)
    let events = dice.among(6...12) + county.residents / 45_000
    let reached = events * dice.among(120...260)
    let appeals = dice.below(county.residents / 60_000 + 2)
    let appealsDue = dice.share(780...1_000, of: appeals)
    return [
      "APP_REG_CNT":
        (Whole.scaled(county.residents, registered)
        + dice.below(county.residents / 600)) * 10_000,
      "NOFRAUD_PLANNED_CNT": planned * 10_000,
      "NOFRAUD_NAMED_CNT": named * 10_000,
      "SITE_CNT": villages * 10_000,
      "ZERO_SITE_CNT": (villages - struck) * 10_000,
      "PUB_EVENT_CNT": events * 10_000,
      "PUB_REACH": reached * 10_000,
      "PUB_MATERIAL": dice.share(600...1_300, of: reached) * 10_000,
      "RESTRICT_APPEAL_IN": appeals * 10_000,
      "RESTRICT_APPEAL_DUE": min(appealsDue, appeals) * 10_000,
      "RESTRICT_APPEAL_DONE": min(dice.share(850...1_000, of: appealsDue), appealsDue, appeals)
        * 10_000,
    ]
  }
}
