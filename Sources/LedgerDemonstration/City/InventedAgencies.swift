public import LedgerDomain

/// One agency of the city.
public struct InventedAgency: Sendable {
  /// Its number in the joint meeting, from 1; members come first.
  let number: Int
  /// The word that its accounts' names end with: `police`.
  public let slug: String
  /// What it is called.
  public let name: BilingualText
  /// Whether it is a member of the joint meeting, and reports.
  public let isMember: Bool
  /// How many people work there.
  let staff: Int

  /// Its code.
  public var code: String { "\(InventedCity.code)-\(number < 10 ? "0" : "")\(number)" }
}

extension InventedCity {
  /// The agencies: 27 members of the joint meeting and 13 others.
  public static let agencies: [InventedAgency] =
    (members + others).enumerated().map { position, item in
      InventedAgency(
        number: position + 1, slug: item.slug, name: BilingualText(zh: item.zh, en: item.en),
        isMember: position < members.count, staff: item.staff)
    }

  /// The agencies that report.
  public static var memberAgencies: [InventedAgency] { agencies.filter(\.isMember) }

  private typealias Listed = (slug: String, zh: String, en: String, staff: Int)

  private static let members: [Listed] = [
    ("political-legal", "市委政法委（平安办）", "Political and Legal Affairs Commission", 62),
    ("police", "市公安局", "Public Security Bureau", 1_840),
    ("publicity", "市委宣传部", "Publicity Department", 71),
    ("cyberspace", "市委网信办", "Cyberspace Affairs Office", 34),
    ("court", "市中级人民法院", "Intermediate People's Court", 214),
    ("procuratorate", "市人民检察院", "People's Procuratorate", 187),
    ("education", "市教育局", "Education Bureau", 9_640),
    ("industry", "市工业和信息化局", "Industry and Information Technology Bureau", 96),
    ("civil-affairs", "市民政局", "Civil Affairs Bureau", 143),
    ("justice", "市司法局", "Justice Bureau", 118),
    ("finance", "市财政局", "Finance Bureau", 165),
    ("employment", "市人力资源和社会保障局", "Human Resources and Social Security Bureau", 231),
    ("housing", "市住房和城乡建设局", "Housing and Construction Bureau", 208),
    ("transport", "市交通运输局", "Transport Bureau", 324),
    ("agriculture", "市农业农村局", "Agriculture and Rural Affairs Bureau", 276),
    ("commerce", "市商务局", "Commerce Bureau", 83),
    ("culture", "市文化广电旅游局", "Culture, Media and Tourism Bureau", 192),
    ("health", "市卫生健康委员会", "Health Commission", 6_310),
    ("state-assets", "市国有资产监督管理委员会", "State Assets Commission", 2_150),
    ("market", "市市场监督管理局", "Market Regulation Bureau", 412),
    ("tax", "市税务局", "Tax Bureau", 537),
    ("local-finance", "市金融工作办公室", "Local Finance Office", 41),
    ("central-bank", "人民银行市分行", "People's Bank, city branch", 126),
    ("financial-regulator", "金融监管分局", "Financial Regulatory Sub-bureau", 88),
    ("telecom", "市通信发展管理办公室", "Telecommunications Office", 29),
    ("youth", "共青团市委", "Youth League Committee", 27),
    ("women", "市妇女联合会", "Women's Federation", 31),
  ]

  private static let others: [Listed] = [
    ("party-work", "市直机关工委", "Party Committee of City Departments", 24),
    ("trade-union", "市总工会", "Federation of Trade Unions", 47),
    ("private-business", "市工商业联合会", "Federation of Industry and Commerce", 22),
    ("disabled", "市残疾人联合会", "Disabled Persons' Federation", 38),
    ("veterans", "市退役军人事务局", "Veterans Affairs Bureau", 56),
    ("medical-insurance", "市医疗保障局", "Healthcare Security Bureau", 74),
    ("post", "市邮政管理局", "Postal Administration", 19),
    ("government-services", "市政务服务数据管理局", "Government Services and Data Bureau", 63),
    ("sports", "市体育局", "Sports Bureau", 44),
    ("natural-resources", "市自然资源局", "Natural Resources Bureau", 298),
    ("housing-fund", "市住房公积金管理中心", "Housing Fund Centre", 91),
    ("media-centre", "市融媒体中心", "Media Centre", 176),
    ("foreign-affairs", "市外事办公室", "Foreign Affairs Office", 18),
  ]
}
