/// Why an act on accounts, grants or sessions is refused.
public enum AccountRefusal: String, RefusalReason {
  case nobodyActs = "account.nobody_acts"
  case unknown = "account.unknown"
  case disabled = "account.disabled"
  case expired = "account.expired"
  case dormant = "account.dormant"
  case nameMalformed = "account.name_malformed"
  case exists = "account.exists"
  case roleUnknown = "account.role_unknown"
  case rolesExclude = "account.roles_exclude"
  case roleOfTheWhole = "account.role_of_the_whole"
  case grantUnknown = "account.grant_unknown"
  case notAllowed = "account.not_allowed"
  case outOfScope = "account.out_of_scope"
  case passwordChanged = "account.password_changed"
  case administratorExists = "account.administrator_exists"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .nobodyActs:
      BilingualText(
        zh: "没有有效的登录会话。",
        en: "No session is in force.")
    case .unknown:
      BilingualText(
        zh: "没有账号“{0}”。",
        en: "There is no account “{0}”.")
    case .disabled:
      BilingualText(
        zh: "账号“{0}”已停用。",
        en: "The account “{0}” is disabled.")
    case .expired:
      BilingualText(
        zh: "账号“{0}”已到期。",
        en: "The account “{0}” is past its last day.")
    case .dormant:
      BilingualText(
        zh: "账号“{0}”超过 {1} 天未登录。",
        en: "Nobody signed in to “{0}” for {1} days.")
    case .nameMalformed:
      BilingualText(
        zh: "账号名“{0}”不合规则。",
        en: "“{0}” is not an account name.")
    case .exists:
      BilingualText(
        zh: "账号“{0}”已存在。",
        en: "The account “{0}” exists already.")
    case .roleUnknown:
      BilingualText(
        zh: "没有角色“{0}”。",
        en: "There is no role “{0}”.")
    case .rolesExclude:
      BilingualText(
        zh: "系统管理员、安全管理员和审计员不得兼任其他角色。",
        en: "An administrator or auditor holds no other role.")
    case .roleOfTheWhole:
      BilingualText(
        zh: "角色“{0}”办理全库事务，不能只授给一个下级单位或一张报表。",
        en: "The role “{0}” acts on the whole ledger: it is not granted for a part or a form.")
    case .grantUnknown:
      BilingualText(
        zh: "账号“{0}”没有第 {1} 号授权。",
        en: "The account “{0}” has no grant number {1}.")
    case .notAllowed:
      BilingualText(
        zh: "该账号无权在此范围内办理此事。",
        en: "The account may not do this here.")
    case .outOfScope:
      BilingualText(
        zh: "没有找到，或不在您的授权范围内。",
        en: "There is none, or it is outside your grants.")
    case .passwordChanged:
      BilingualText(
        zh: "账号“{0}”的密码在此期间已改过或已重置。",
        en: "The password of “{0}” was changed or reset meanwhile.")
    case .administratorExists:
      BilingualText(
        zh: "系统已有该类管理员。",
        en: "The ledger has this administrator already.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .nobodyActs:
      BilingualText(
        zh: "请用有效账号重新登录，或用 --as 指明账号。",
        en: "Sign in again, or name an account with --as.")
    case .unknown:
      BilingualText(
        zh: "请核对账号名。",
        en: "Check the account's name.")
    case .disabled:
      BilingualText(
        zh: "请联系系统管理员启用。",
        en: "Ask the system administrator to enable it.")
    case .expired:
      BilingualText(
        zh: "请联系系统管理员延期。",
        en: "Ask the system administrator to extend it.")
    case .dormant:
      BilingualText(
        zh: "请联系安全管理员重新启用。",
        en: "Ask the security administrator to let it in again.")
    case .nameMalformed:
      BilingualText(
        zh: "请用 2 至 64 位小写字母、数字、点、下划线或短横。",
        en: "Use 2 to 64 lower-case letters, digits, dots, underscores or hyphens.")
    case .exists:
      BilingualText(
        zh: "请另取账号名。",
        en: "Choose another name.")
    case .roleUnknown:
      BilingualText(
        zh: "可用角色：{1}。",
        en: "The roles are {1}.")
    case .rolesExclude:
      BilingualText(
        zh: "请为该角色另设账号。",
        en: "Give the role to another account.")
    case .roleOfTheWhole:
      BilingualText(
        zh: "请授予最高一级单位（或 *），且不限报表。",
        en: "Grant it at the top unit (or *), for every form.")
    case .grantUnknown:
      BilingualText(
        zh: "请先列出该账号的授权。",
        en: "List the account's grants first.")
    case .notAllowed:
      BilingualText(
        zh: "请由有相应角色和单位范围的账号办理。",
        en: "Let an account with the role and the unit do it.")
    case .outOfScope:
      BilingualText(
        zh: "请核对单位、报表和期，或由有此范围的账号办理。",
        en: "Check unit, form and period, or let an account with that scope do it.")
    case .passwordChanged:
      BilingualText(
        zh: "一次性密码只显示一次；确需再次重置的，请回到账号页办理。",
        en: "A one-time password is shown once: to reset again, go back to the account.")
    case .administratorExists:
      BilingualText(
        zh: "请由现有管理员新建账号。",
        en: "Let an administrator create further accounts.")
    }
  }
}
