public import LedgerDomain

/// One account of the demonstration, which stands for a post and for no person.
public struct DemonstrationAccount: Hashable, Sendable {
  /// The name it signs in with: `reporter.huwan`.
  public let name: String
  /// The one role it has.
  public let role: Role
  /// The unit it belongs to; `*` for those who keep the installation.
  public let unit: String
  /// How others see it.
  public let display: BilingualText
  /// The post that holds it.
  public let post: BilingualText
  /// The unit below which it may act; its own, but for verifiers, who look at the whole city.
  let scope: String
  /// The only form that it is for; nil for every form.
  let form: String?
}

/// Every account of the demonstration: one for each role, and two for each unit that reports.
public enum DemonstrationAccounts {
  /// All of them; the first two are created at the console.
  public static let all: [DemonstrationAccount] = keepers + office + verifiers + counties + agencies

  /// The unit of those who keep the installation.
  private static let installation = "*"

  private static let keepers = [
    keeper("system", .systemAdministrator, "系统管理员", "System administrator"),
    keeper("security", .securityAdministrator, "安全管理员", "Security administrator"),
    keeper("auditor", .auditor, "审计员", "Auditor"),
  ]

  private static let office = [
    city("office", .office, "联席办值班员", "Joint-meeting office", "联席办综合岗", "Office staff"),
    city("director", .director, "联席办主任", "Office director", "联席办主任", "Director"),
    city("leader", .leader, "市领导", "City leader", "联席会议召集人", "Convener of the meeting"),
    city("assessor", .assessor, "平安办考核员", "Assessor", "平安办考核岗", "Annual assessment"),
    city(
      "reporter.office", .reporter, "联席办考核填报员", "Office reporter", "联席办考核岗",
      "Assessment of counties", form: DemonstrationForms.office),
    city(
      "reviewer.office", .reviewer, "联席办考核审核员", "Office reviewer", "联席办副主任",
      "Deputy director", form: DemonstrationForms.office),
  ]

  private static let verifiers = [
    verifier("police", "反诈中心核验岗", "Anti-fraud centre, verification"),
    verifier("central-bank", "支付结算科核验岗", "Payment division, verification"),
    verifier("telecom", "网络安全科核验岗", "Network security, verification"),
  ]

  private static let counties = InventedCity.counties.flatMap { county in
    pair(
      county.slug, county.code, county.name, DemonstrationForms.county,
      posts: [
        BilingualText(zh: "县级反诈专班内勤", en: "County task force, clerk"),
        BilingualText(zh: "县级反诈专班负责人", en: "County task force, head"),
      ])
  }

  private static let agencies = InventedCity.memberAgencies.flatMap { agency in
    pair(
      agency.slug, agency.code, agency.name, DemonstrationForms.agency,
      posts: [
        BilingualText(zh: "部门联络员", en: "Liaison"),
        BilingualText(zh: "分管负责人", en: "Responsible deputy"),
      ])
  }

  private static func keeper(
    _ name: String, _ role: Role, _ zh: String, _ en: String
  ) -> DemonstrationAccount {
    let display = BilingualText(zh: zh, en: en)
    return DemonstrationAccount(
      name: name, role: role, unit: installation, display: display, post: display,
      scope: installation, form: nil)
  }

  private static func city(
    _ name: String, _ role: Role, _ zh: String, _ en: String, _ post: String, _ postEn: String,
    form: String? = nil
  ) -> DemonstrationAccount {
    DemonstrationAccount(
      name: name, role: role, unit: InventedCity.code, display: BilingualText(zh: zh, en: en),
      post: BilingualText(zh: post, en: postEn), scope: InventedCity.code, form: form)
  }

  private static func verifier(_ slug: String, _ zh: String, _ en: String) -> DemonstrationAccount {
    let agency = InventedCity.agencies.first { $0.slug == slug }
    let name = agency?.name ?? BilingualText(zh: slug, en: slug)
    return DemonstrationAccount(
      name: "verifier.\(slug)", role: .verifier, unit: agency?.code ?? InventedCity.code,
      display: BilingualText(zh: "\(name.zh)核验员", en: "\(name.en), verifier"),
      post: BilingualText(zh: zh, en: en), scope: InventedCity.code,
      form: DemonstrationForms.county)
  }

  private static func pair(
    _ slug: String, _ unit: String, _ name: BilingualText, _ form: String, posts: [BilingualText]
  ) -> [DemonstrationAccount] {
    let roles: [(Role, BilingualText)] = [
      (.reporter, BilingualText(zh: "填报员", en: "reporter")),
      (.reviewer, BilingualText(zh: "审核员", en: "reviewer")),
    ]
    return zip(roles, posts).map { item, post in
      DemonstrationAccount(
        name: "\(item.0.rawValue).\(slug)", role: item.0, unit: unit,
        display: BilingualText(
          zh: name.zh + item.1.zh, en: "\(name.en), \(item.1.en)"),
        post: post, scope: unit, form: form)
    }
  }
}

/// The forms of the defaults that the demonstration reports.
enum DemonstrationForms {
  static let county = "county-monthly"
  static let agency = "agency-monthly"
  static let campaign = "campaign-daily"
  static let office = "office-monthly"
}
