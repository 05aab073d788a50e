public import LedgerDomain

/// The city that exists nowhere: its counties, townships and agencies.
///
/// No division of China bears any of these names, and no code of a division begins with 99.
public enum InventedCity {
  /// The city's code.
  public static let code = "990100"
  /// What it is called.
  public static let name = BilingualText(zh: "岚渚市", en: "Lanzhu City")
  /// The day from which its units are valid.
  static let since = CalendarDate(year: 2000, month: 1, day: 1) ?? CalendarDate(daysSince2000: 0)
  /// The day of its count of residents.
  static let countedOn =
    CalendarDate(year: 2020, month: 11, day: 1) ?? CalendarDate(daysSince2000: 0)

  /// The township that ends while the demonstration runs, and the one that it becomes part of.
  static let merger = (ended: "990128204", into: "990128101")

  /// The counties, in the order of their codes.
  public static let counties: [InventedCounty] = districts + shires

  private static let districts = [
    InventedCounty(
      "990102", "linzhu", "临渚区", "Linzhu District", .key, residents: 538_716,
      InventedCharacter(level: 760, wave: 90, noise: 600, quality: 90, late: 3),
      [
        ("001", "渚前街道", "Zhuqian"), ("002", "汀兰街道", "Tinglan"), ("003", "澜桥街道", "Lanqiao"),
        ("101", "蘋洲镇", "Pinzhou"),
      ]),
    InventedCounty(
      "990103", "dongtang", "东塘区", "Dongtang District", .key, residents: 752_934,
      InventedCharacter(level: 900, wave: 100, noise: 600, quality: 84, late: 5),
      [
        ("001", "东澜街道", "Donglan"), ("002", "塘霁街道", "Tangji"), ("101", "荻塘镇", "Ditang"),
        ("102", "栖塘镇", "Qitang"),
      ]),
    InventedCounty(
      "990104", "xiping", "西屏区", "Xiping District", .key, residents: 721_588,
      InventedCharacter(level: 1_090, wave: 110, noise: 600, quality: 78, late: 8),
      [
        ("001", "西澜街道", "Xilan"), ("002", "屏霁街道", "Pingji"), ("101", "屏荻镇", "Pingdi"),
        ("102", "砚屏镇", "Yanping Town"),
      ]),
  ]

  private static let shires = [
    InventedCounty(
      "990121", "yunling", "云岭县", "Yunling County", .other, residents: 302_645,
      InventedCharacter(level: 620, wave: 20, noise: 160, quality: 97, late: 0, yearLeaves: 800),
      [
        ("101", "霁溪镇", "Jixi"), ("102", "枫荻镇", "Fengdi"), ("201", "岭荻乡", "Lingdi"),
        ("202", "栖枫乡", "Qifeng"),
      ]),
    InventedCounty(
      "990122", "qingshi", "青石县", "Qingshi County", .other, residents: 191_207,
      InventedCharacter(level: 830, wave: 120, noise: 700, quality: 86, late: 4),
      [
        ("101", "青砚镇", "Qingyan"), ("102", "石澜镇", "Shilan"), ("103", "枫汀镇", "Fengting"),
        ("201", "霁石乡", "Jishi"),
      ]),
    InventedCounty(
      "990123", "nanpu", "南浦县", "Nanpu County", .other, residents: 349_862,
      InventedCharacter(level: 950, wave: 120, noise: 650, quality: 80, late: 8),
      [
        ("101", "南荻镇", "Nandi"), ("102", "浦霁镇", "Puji"), ("103", "芷浦镇", "Zhipu"),
        ("201", "雁浦乡", "Yanpu"),
      ]),
    InventedCounty(
      "990124", "songlan", "松岚县", "Songlan County", .second, residents: 377_519,
      InventedCharacter(level: 980, wave: 140, noise: 650, quality: 72, late: 22),
      [
        ("101", "松霁镇", "Songji"), ("102", "松砚镇", "Songyan"), ("201", "岚栖乡", "Lanqi"),
        ("202", "荻岚乡", "Dilan"),
      ]),
    InventedCounty(
      "990125", "meiling", "梅岭县", "Meiling County", .second, residents: 503_271,
      InventedCharacter(level: 1_000, wave: 110, noise: 600, quality: 76, late: 8),
      [
        ("101", "梅汀镇", "Meiting"), ("102", "霁梅镇", "Jimei"), ("103", "芷澜镇", "Zhilan"),
        ("201", "梅砚乡", "Meiyan"),
      ]),
    InventedCounty(
      "990126", "longqiu", "龙湫县", "Longqiu County", .second, residents: 331_426,
      InventedCharacter(level: 1_160, wave: 130, noise: 650, quality: 66, late: 10),
      [
        ("101", "龙汀镇", "Longting"), ("102", "湫溪镇", "Qiuxi"), ("201", "霁湫乡", "Jiqiu"),
        ("202", "荻湫乡", "Diqiu"),
      ]),
    InventedCounty(
      "990127", "dabu", "大埠县", "Dabu County", .key, residents: 812_403,
      InventedCharacter(level: 1_230, wave: 110, noise: 600, quality: 62, late: 14),
      [
        ("101", "大荻镇", "Dadi"), ("102", "埠霁镇", "Buji"), ("103", "澜埠镇", "Lanbu"),
        ("201", "汀埠乡", "Tingbu"),
      ]),
    InventedCounty(
      "990128", "huwan", "湖湾县", "Huwan County", .key, residents: 1_126_338,
      InventedCharacter(level: 1_330, wave: 60, noise: 600, quality: 50, late: 18, swing: 240),
      [
        ("101", "湖荻镇", "Hudi"), ("102", "湾霁镇", "Wanji"), ("103", "芷湾镇", "Zhiwan"),
        ("104", "砚湾镇", "Yanwan"), ("204", "湖砚乡", "Huyan"),
      ]),
    InventedCounty(
      "990181", "bailu", "白鹭市", "Bailu", .other, residents: 286_944,
      InventedCharacter(level: 790, wave: 110, noise: 650, quality: 92, late: 2),
      [
        ("001", "鹭澜街道", "Lulan"), ("002", "鹭汀街道", "Luting"), ("101", "白荻镇", "Baidi"),
        ("201", "鹭屿乡", "Luyu"),
      ]),
  ]
}

/// One county of the city.
public struct InventedCounty: Sendable {
  /// Its code.
  public let code: String
  /// The word that its accounts' names end with: `huwan`.
  public let slug: String
  /// What it is called.
  public let name: BilingualText
  /// Whom it is grouped with.
  let group: Group
  /// How many people live there.
  let residents: Int
  /// How its figures run.
  let character: InventedCharacter
  /// Its townships.
  let townships: [InventedTownship]

  /// The groups of counties.
  enum Group: String {
    case key
    case second
    case other
  }

  init(
    _ code: String, _ slug: String, _ zh: String, _ en: String, _ group: Group, residents: Int,
    _ character: InventedCharacter, _ townships: [(code: String, zh: String, en: String)]
  ) {
    self.code = code
    self.slug = slug
    name = BilingualText(zh: zh, en: en)
    self.group = group
    self.residents = residents
    self.character = character
    // The first one holds the county's seat: it gets what the others leave.
    let shares = townships.indices.dropFirst().map { residents * (31 - 4 * $0) / 100 }
    let seat = residents - shares.reduce(0, +)
    self.townships = zip(townships, [seat] + shares).map { item, residents in
      InventedTownship(
        code: code + item.code, name: BilingualText(zh: item.zh, en: item.en),
        residents: residents)
    }
  }
}

/// One township of a county.
struct InventedTownship: Sendable {
  let code: String
  let name: BilingualText
  let residents: Int
}

/// How a county's figures run; all but the quality in thousandths.
struct InventedCharacter: Sendable {
  /// Cases per resident, against the city's.
  let level: Int
  /// How far its level drifts within half a year.
  let wave: Int
  /// How much of chance its counts show: 1,000 is what counting gives by itself.
  let noise: Int
  /// How well the work is done, 0 to 100.
  let quality: Int
  /// How often its return is late, in hundredths.
  let late: Int
  /// How far it swings, out and back in thirty months.
  var swing = 0
  /// What a year leaves of every 1,000 cases.
  var yearLeaves = 850
}
