/// What an account may do; the exclusions stand in `docs/operations.md` and in the schema.
public enum Role: String, Sendable, CaseIterable {
  /// Submits a unit's figures.
  case reporter
  /// Approves or returns a unit's figures before they leave it.
  case reviewer
  /// Confirms or disputes figures for the agency that holds their source.
  case verifier
  /// Keeps indicators, targets and methods; accepts, closes and proposes to publish.
  case office
  /// The second person of the office.
  case director
  /// Reads, annotates and decides on the ladder.
  case leader
  /// Reads and scores the year.
  case assessor
  /// Reads the journal; changes nothing.
  case auditor
  /// Keeps accounts and operation.
  case systemAdministrator = "system_admin"
  /// Keeps grants and policy.
  case securityAdministrator = "security_admin"

  /// The roles that do the ledger's business: they read figures in their scope.
  public static let business: [Role] = [
    .reporter, .reviewer, .verifier, .office, .director, .leader, .assessor,
  ]
}

extension Role {
  /// Whether it acts on the whole ledger, so that it is granted at the top of the tree and for
  /// every form only.
  public var isOfTheWhole: Bool {
    switch self {
    case .office, .director, .auditor, .systemAdministrator, .securityAdministrator: true
    case .reporter, .reviewer, .verifier, .leader, .assessor: false
    }
  }

  /// What people call it.
  public var name: BilingualText {
    switch self {
    case .reporter: BilingualText(zh: "填报员", en: "Reporter")
    case .reviewer: BilingualText(zh: "审核员", en: "Reviewer")
    case .verifier: BilingualText(zh: "核验员", en: "Verifier")
    case .office: BilingualText(zh: "联席办", en: "Office")
    case .director: BilingualText(zh: "联席办主任", en: "Director of the office")
    case .leader: BilingualText(zh: "领导", en: "Leader")
    case .assessor: BilingualText(zh: "考核员", en: "Assessor")
    case .auditor: BilingualText(zh: "审计员", en: "Auditor")
    case .systemAdministrator: BilingualText(zh: "系统管理员", en: "System administrator")
    case .securityAdministrator: BilingualText(zh: "安全管理员", en: "Security administrator")
    }
  }
}
