/// What is said at the end of a campaign: sentences that follow from the figures of all units, and
/// what the office adds.
///
/// Sealed, it no longer follows later corrections.
public struct CampaignSummary: Hashable, Sendable {
  /// The sentences, in both languages.
  public let sentences: [BilingualText]
  /// What the office adds.
  public let closing: String
  /// The figures that the sentences tell, as they are kept.
  private let figures: JSONValue
  private let code: String

  /// Sums a campaign up.
  public init(
    _ history: CampaignHistory, _ board: CampaignBoard, _ catalogue: [String: Indicator],
    closing: String = ""
  ) {
    let campaign = history.campaign
    code = campaign.code
    self.closing = closing
    let days = board.windows.days
    let (first, last) = (campaign.start.description, days.last?.description ?? "—")
    let worked = campaign.days == .working
    var sentences = [
      BilingualText(
        zh: "\(campaign.name.zh)自 \(first) 至 \(last)，共 \(days.count) \(worked ? "个工作日" : "天")，"
          + "\(board.units.count) 个单位参加。",
        en: "\(campaign.name.en.isEmpty ? campaign.name.zh : campaign.name.en): \(first) to "
          + "\(last), \(days.count) \(worked ? "working days" : "days"), "
          + "\(board.units.count) units.")
    ]
    var kept: [JSONValue] = []
    for (position, code) in board.indicators.enumerated() {
      guard let indicator = catalogue[code], board.totals.indices.contains(position) else {
        continue
      }
      let sum = board.totals[position]
      sentences.append(Self.sentence(indicator, sum))
      kept.append([
        "indicator": .string(code), "total": .string(sum.total.exactText),
        "received": .number(String(sum.received)), "expected": .number(String(sum.expected)),
        "before": Self.json(sum.before), "lastYear": Self.json(sum.lastYear),
      ])
    }
    self.sentences = sentences
    figures = .array(kept)
  }

  private static func json(_ comparison: CampaignComparison) -> JSONValue {
    [
      "pairs": .number(String(comparison.pairs)), "of": .number(String(comparison.of)),
      "current": .string(Fraction(comparison.current, over: 10_000).exactText),
      "reference": .string(Fraction(comparison.reference, over: 10_000).exactText),
    ]
  }

  private static func sentence(_ indicator: Indicator, _ sum: CampaignSum) -> BilingualText {
    let total = sum.total.text(decimals: indicator.decimals)
    let (before, lastYear) = (phrase(sum.before), phrase(sum.lastYear))
    let name = indicator.name
    return BilingualText(
      zh: "\(name.zh)累计 \(total) \(indicator.unitOfMeasure.zh)（应报 \(sum.expected) 份，"
        + "缺 \(sum.missing) 份）；与启动前同天数相比\(before.zh)，与上年同期相比\(lastYear.zh)。",
      en: "\(name.en.isEmpty ? name.zh : name.en): \(total) \(indicator.unitOfMeasure.en) "
        + "(\(sum.missing) of \(sum.expected) figures missing); against as many days before, "
        + "\(before.en); against a year before, \(lastYear.en).")
  }

  private static func phrase(_ comparison: CampaignComparison) -> BilingualText {
    guard let change = comparison.change else {
      return BilingualText(zh: "无可比数", en: "nothing to compare")
    }
    let percent = change * Fraction(100)
    let size = (percent.signum < 0 ? -percent : percent).text(decimals: 1)
    let gaps = comparison.of - comparison.pairs
    let zhGaps = gaps > 0 ? "（可比 \(comparison.pairs)/\(comparison.of) 份）" : ""
    let enGaps = gaps > 0 ? " (\(comparison.pairs) of \(comparison.of) comparable)" : ""
    switch percent.signum {
    case 0: return BilingualText(zh: "持平\(zhGaps)", en: "unchanged\(enGaps)")
    case 1: return BilingualText(zh: "上升 \(size)%\(zhGaps)", en: "up \(size)%\(enGaps)")
    default: return BilingualText(zh: "下降 \(size)%\(zhGaps)", en: "down \(size)%\(enGaps)")
    }
  }

  /// What is sealed: the same content has the same bytes.
  public var document: JSONValue {
    [
      "campaign": .string(code), "closing": .string(closing), "figures": figures,
      "sentences": .array(
        sentences.map { ["zh": .string($0.zh), "en": .string($0.en)] }),
    ]
  }

  /// The sentences and the closing text of a sealed summary.
  public static func read(
    _ document: JSONValue
  ) throws(Refusal) -> (sentences: [BilingualText], closing: String) {
    let json = JSONReader(document)
    var sentences: [BilingualText] = []
    for item in try json.required("sentences").elements() {
      sentences.append(try item.bilingualText())
    }
    return (sentences, try json.required("closing").string())
  }
}
