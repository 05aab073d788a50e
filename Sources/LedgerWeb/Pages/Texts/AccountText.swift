import LedgerDomain

/// The accounts, as administrators keep them.
enum AccountText: String, PageText {
  case title, new, newTitle, policy, search, anyState, anyRole, state, role, filter, count, none
  case account, name, unit, post, roles, signedIn, never, factor, yes, no, expires, noEnd, next
  case nameHint, unitHint, create, created, createNote
  case stateActive, stateDisabled, stateExpired, stateDormant, stateLocked, stateNoPassword
  case stateMustChange
  case grants, noGrants, form, allForms, until, endGrant, endGrantOf, reason, addGrant, grant
  case grantHint, wholeHint, untilHint, everywhere
  case sessions, noSessions, endAll, ownAccount
  case credentials, reset, resetNote, oneTimeTitle, oneTimeText, oneTimeFor, back
  case unlock, unlockNote, disable, enable, disableNote, expiry, setExpiry, expiryHint
  case doneCreated, doneGranted, doneGrantEnded, doneState, doneExpiry, doneUnlocked
  case doneSessionEnded, donePolicy

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "账号", en: "Accounts")
    case .new, .newTitle: BilingualText(zh: "新建账号", en: "New account")
    case .policy: BilingualText(zh: "账号策略", en: "Policy of accounts")
    case .search: BilingualText(zh: "账号、名称或单位", en: "Account, name or unit")
    case .anyState: BilingualText(zh: "全部状态", en: "any state")
    case .anyRole: BilingualText(zh: "全部角色", en: "any role")
    case .state: BilingualText(zh: "状态", en: "State")
    case .role: BilingualText(zh: "角色", en: "Role")
    case .filter: BilingualText(zh: "筛选", en: "Filter")
    case .count: BilingualText(zh: "共 {0} 个账号", en: "Accounts: {0}")
    case .none: BilingualText(zh: "没有符合条件的账号。", en: "No account fits.")
    case .account: BilingualText(zh: "账号", en: "Account")
    case .name: BilingualText(zh: "名称", en: "Name")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .post: BilingualText(zh: "岗位", en: "Post")
    case .roles: BilingualText(zh: "角色和范围", en: "Roles and units")
    case .signedIn: BilingualText(zh: "最近登录", en: "Last sign-in")
    case .never: BilingualText(zh: "从未登录", en: "never")
    case .factor: BilingualText(zh: "第二因子", en: "Second factor")
    case .yes: BilingualText(zh: "已绑定", en: "enrolled")
    case .no: BilingualText(zh: "未绑定", en: "none")
    case .expires: BilingualText(zh: "到期日", en: "Last day")
    case .noEnd: BilingualText(zh: "不限", en: "no end")
    case .next: BilingualText(zh: "后面的账号", en: "More accounts")
    case .nameHint:
      BilingualText(
        zh: "2 至 64 位小写字母、数字、点、下划线或短横；写岗位，不写人名。",
        en: "2 to 64 lower-case letters, digits, dots, underscores or hyphens; a post, no person.")
    case .unitHint: BilingualText(zh: "单位代码。", en: "The unit’s code.")
    case .create: BilingualText(zh: "新建", en: "Create")
    case .created: BilingualText(zh: "新建账号", en: "Created")
    case .createNote:
      BilingualText(
        zh: "新账号没有角色，也没有密码：由安全管理员授权并发一次性密码。",
        en: "A new account has neither a role nor a password: the security administrator gives "
          + "both.")
    case .stateActive: BilingualText(zh: "正常", en: "active")
    case .stateDisabled: BilingualText(zh: "已停用", en: "disabled")
    case .stateExpired: BilingualText(zh: "已到期", en: "past its last day")
    case .stateDormant: BilingualText(zh: "长期未用", en: "dormant")
    case .stateLocked: BilingualText(zh: "已锁定", en: "locked")
    case .stateNoPassword: BilingualText(zh: "未设密码", en: "no password")
    case .stateMustChange: BilingualText(zh: "须改密码", en: "must change password")
    default: more
    }
  }

  private var more: BilingualText {
    switch self {
    case .grants: BilingualText(zh: "授权", en: "Grants")
    case .noGrants: BilingualText(zh: "没有授权。", en: "No grants.")
    case .form: BilingualText(zh: "报表", en: "Form")
    case .allForms: BilingualText(zh: "全部报表", en: "every form")
    case .until: BilingualText(zh: "止于", en: "Until")
    case .endGrant: BilingualText(zh: "终止", en: "End")
    case .endGrantOf: BilingualText(zh: "终止授权：{0}", en: "End the grant: {0}")
    case .reason: BilingualText(zh: "原因", en: "Reason")
    case .addGrant: BilingualText(zh: "新增授权", en: "Add a grant")
    case .grant: BilingualText(zh: "授权", en: "Grant")
    case .grantHint:
      BilingualText(
        zh: "对该单位及其所有下级有效；整个系统写 *。",
        en: "Holds for the unit and all below it; * is the whole ledger.")
    case .wholeHint:
      BilingualText(
        zh: "联席办、联席办主任、审计员和管理员办理全库事务，只能授最高一级单位或 *，不限报表。",
        en: "Office, director, auditor and administrators act on the whole ledger: granted at the "
          + "top unit or *, for every form.")
    case .untilHint: BilingualText(zh: "不填为长期。", en: "Empty for no end.")
    case .everywhere: BilingualText(zh: "整个系统", en: "the whole ledger")
    case .sessions: BilingualText(zh: "会话和令牌", en: "Sessions and tokens")
    case .noSessions: BilingualText(zh: "没有有效的会话。", en: "No session is in force.")
    case .endAll: BilingualText(zh: "全部结束", en: "End all")
    case .ownAccount:
      BilingualText(
        zh: "这是您自己的账号：授权、重置和解锁由另一位安全管理员办理。",
        en: "This is your own account: another security administrator grants, resets and unlocks.")
    case .credentials: BilingualText(zh: "密码和第二因子", en: "Password and second factor")
    case .reset: BilingualText(zh: "重置并显示一次性密码", en: "Reset and show a one-time password")
    case .resetNote:
      BilingualText(
        zh: "原密码、第二因子、会话和令牌随即失效。",
        en: "The password, the second factor, sessions and tokens end at once.")
    case .oneTimeTitle: BilingualText(zh: "一次性密码", en: "One-time password")
    case .oneTimeText:
      BilingualText(
        zh: "只显示这一次，请当面交给本人；{0} 天内有效，登录后须改密码。",
        en: "Shown this once: hand it over in person. It holds for {0} days and only lets its "
          + "holder set another.")
    case .oneTimeFor: BilingualText(zh: "账号 {0}", en: "Account {0}")
    case .back: BilingualText(zh: "回到账号", en: "Back to the account")
    case .unlock: BilingualText(zh: "解除锁定", en: "Unlock")
    case .unlockNote:
      BilingualText(
        zh: "此前的失败次数和长期未用不再计算。",
        en: "Failures and dormancy before this count no more.")
    case .disable: BilingualText(zh: "停用账号", en: "Disable")
    case .enable: BilingualText(zh: "启用账号", en: "Enable")
    case .disableNote: BilingualText(zh: "会话立即结束。", en: "Its sessions end at once.")
    case .expiry: BilingualText(zh: "到期日", en: "Last day")
    case .setExpiry: BilingualText(zh: "设定到期日", en: "Set the last day")
    case .expiryHint: BilingualText(zh: "不填为不限。", en: "Empty for no end.")
    case .doneCreated: BilingualText(zh: "账号已新建。", en: "The account was created.")
    case .doneGranted: BilingualText(zh: "已授权。", en: "The role was granted.")
    case .doneGrantEnded: BilingualText(zh: "授权已终止。", en: "The grant was ended.")
    case .doneState: BilingualText(zh: "账号状态已改。", en: "The account’s state was changed.")
    case .doneExpiry: BilingualText(zh: "到期日已改。", en: "The last day was set.")
    case .doneUnlocked: BilingualText(zh: "已解除锁定。", en: "The account was unlocked.")
    case .doneSessionEnded: BilingualText(zh: "会话已结束。", en: "The session was ended.")
    case .donePolicy: BilingualText(zh: "策略已修改，即时生效。", en: "The policy was set.")
    default: BilingualText(zh: "", en: "")
    }
  }
}
