import LedgerDomain

/// The manuals in the program: one for each role, and one for everybody.
enum Manuals {
  /// Whose manual it is, as its address says.
  static func name(of role: Role) -> String {
    switch role {
    case .systemAdministrator: "system-administrator"
    case .securityAdministrator: "security-administrator"
    case .reporter, .reviewer, .verifier, .office, .director, .leader, .assessor, .auditor:
      role.rawValue
    }
  }

  /// The role of a manual's address; nil where there is none.
  static func role(named name: String) -> Role? {
    Role.allCases.first { Self.name(of: $0) == name }
  }

  /// A role's manual.
  static func manual(of role: Role, in language: Language) -> Manual {
    Manual(language == .chinese ? chinese(role) : english(role), language: language)
  }

  /// What everybody does: below the list of the manuals.
  static func everyone(in language: Language) -> Manual {
    let text =
      language == .chinese ? PackageResources.zh_everyone_md : PackageResources.en_everyone_md
    return Manual(text, language: language)
  }

  private static func chinese(_ role: Role) -> [UInt8] {
    switch role {
    case .reporter: PackageResources.zh_reporter_md
    case .reviewer: PackageResources.zh_reviewer_md
    case .verifier: PackageResources.zh_verifier_md
    case .office: PackageResources.zh_office_md
    case .director: PackageResources.zh_director_md
    case .leader: PackageResources.zh_leader_md
    case .assessor: PackageResources.zh_assessor_md
    case .auditor: PackageResources.zh_auditor_md
    case .systemAdministrator: PackageResources.zh_system_administrator_md
    case .securityAdministrator: PackageResources.zh_security_administrator_md
    }
  }

  private static func english(_ role: Role) -> [UInt8] {
    switch role {
    case .reporter: PackageResources.en_reporter_md
    case .reviewer: PackageResources.en_reviewer_md
    case .verifier: PackageResources.en_verifier_md
    case .office: PackageResources.en_office_md
    case .director: PackageResources.en_director_md
    case .leader: PackageResources.en_leader_md
    case .assessor: PackageResources.en_assessor_md
    case .auditor: PackageResources.en_auditor_md
    case .systemAdministrator: PackageResources.en_system_administrator_md
    case .securityAdministrator: PackageResources.en_security_administrator_md
    }
  }
}
