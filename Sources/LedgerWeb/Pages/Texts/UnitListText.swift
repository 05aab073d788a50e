import LedgerDomain

/// The pages of units and populations in the catalogue.
enum UnitListText: String, PageText {
  case count, countOfKind, caption, group, parent, below, whole, top, noGroup
  case newTitle, newVersionTitle, newVersionWhy, record, validFrom, validTo, validToHint
  case kindHint, parentHint, history, change, founded, renamed, moved, rekinded, regrouped, ended
  case unchanged, unitOn, notOn, populations, persons, day, year, allYears, populationCaption
  case limited, noSource, publicPage
  case country, province, city, county, township, memberAgency, otherAgency, agency

  var text: BilingualText { Self.list[self] ?? Self.unit(self) }

  private static let list: [UnitListText: BilingualText] = [
    .count: BilingualText(zh: "{0} 共 {1} 个单位：{2}。", en: "{1} units on {0}: {2}."),
    .countOfKind: BilingualText(zh: "{0} {1} 个", en: "{0} {1}"),
    .caption: BilingualText(
      zh: "上级在前，下级缩进。", en: "Each unit below the one it belongs to."),
    .group: BilingualText(zh: "分组", en: "Group"),
    .parent: BilingualText(zh: "上级单位", en: "Unit above"),
    .below: BilingualText(zh: "下级 {0} 个", en: "{0} below"),
    .whole: BilingualText(zh: "全部单位", en: "All units"),
    .top: BilingualText(zh: "最上级", en: "none: the top"),
    .noGroup: BilingualText(zh: "不分组", en: "none"),
    .newTitle: BilingualText(zh: "新设单位", en: "A new unit"),
    .year: BilingualText(zh: "年份", en: "Year"),
    .allYears: BilingualText(zh: "全部", en: "All"),
    .populationCaption: BilingualText(
      zh: "每万人的指标按统计日不晚于当月的最近一次人口计算。",
      en: "Rates per resident use the latest count not after the month."),
    .limited: BilingualText(
      zh: "只列前 {0} 条；全部请下载 CSV。", en: "The first {0} are listed; the CSV has all."),
    .noSource: BilingualText(zh: "未注明", en: "not stated"),
    .country: BilingualText(zh: "国家", en: "country"),
    .province: BilingualText(zh: "省", en: "province"),
    .city: BilingualText(zh: "市", en: "city"),
    .county: BilingualText(zh: "县（市、区）", en: "county"),
    .township: BilingualText(zh: "乡镇（街道）", en: "township"),
    .memberAgency: BilingualText(zh: "成员单位", en: "member agency"),
    .otherAgency: BilingualText(zh: "其他单位", en: "other agency"),
    .agency: BilingualText(zh: "部门", en: "agency"),
  ]

  private static func unit(_ text: UnitListText) -> BilingualText {
    switch text {
    case .newVersionTitle: BilingualText(zh: "登记变动", en: "Record a change")
    case .newVersionWhy:
      BilingualText(
        zh: "更名、改隶、撤并都登记为新的版本；以前的月份仍按当时的单位看。",
        en: "A new name, another place or an end is a new version; past months keep the unit as it "
          + "was.")
    case .record: BilingualText(zh: "登记", en: "Record")
    case .validFrom: BilingualText(zh: "自哪天起", en: "From which day")
    case .validTo: BilingualText(zh: "最后一天", en: "Last day")
    case .validToHint:
      BilingualText(
        zh: "撤销或并入其他单位时才填。", en: "Only where it ends or becomes part of another.")
    case .kindHint:
      BilingualText(
        zh: "小写英文，如 county、township、member_agency。",
        en: "Small letters: county, township, member_agency.")
    case .parentHint: BilingualText(zh: "上级单位的代码。", en: "The code of the unit above.")
    case .history: BilingualText(zh: "沿革", en: "History")
    case .change: BilingualText(zh: "变动", en: "Change")
    case .founded: BilingualText(zh: "设立：{0}", en: "Founded: {0}")
    case .renamed: BilingualText(zh: "更名：{0}改为{1}", en: "Renamed: {0}, now {1}")
    case .moved: BilingualText(zh: "改隶：{0}改为{1}", en: "Moved: below {0}, now below {1}")
    case .rekinded: BilingualText(zh: "类别：{0}改为{1}", en: "Kind: {0}, now {1}")
    case .regrouped: BilingualText(zh: "分组：{0}改为{1}", en: "Group: {0}, now {1}")
    case .ended: BilingualText(zh: "撤并：最后一天 {0}", en: "Ended or merged: last day {0}")
    case .unchanged: BilingualText(zh: "重新登记，内容未变", en: "Recorded again, unchanged")
    case .unitOn: BilingualText(zh: "{0} 的情况", en: "As on {0}")
    case .notOn: BilingualText(zh: "{0} 没有这个单位。", en: "There is no such unit on {0}.")
    case .populations: BilingualText(zh: "历次人口", en: "Its populations")
    case .persons: BilingualText(zh: "人口（人）", en: "Residents")
    case .day: BilingualText(zh: "统计日", en: "Counted on")
    case .publicPage: BilingualText(zh: "看它的排名和报送", en: "Its rank and submissions")
    default: BilingualText(zh: "", en: "")
    }
  }

  /// What people call a kind of unit; its code where none of these.
  static func kind(_ code: String, _ say: Say) -> String {
    let known: UnitListText? =
      switch code {
      case "country": .country
      case "province": .province
      case "city": .city
      case "county": .county
      case "township": .township
      case "member_agency": .memberAgency
      case "other_agency": .otherAgency
      case "agency": .agency
      default: nil
      }
    return known.map { say($0) } ?? code
  }
}
