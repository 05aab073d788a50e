import LedgerDomain

/// What stands on every page.
enum FrameText: String, PageText {
  case product, skip, navigation, board, entry, myUnit, review, month, tasks, catalogue
  case journal, accounts, account, signOut, otherLanguage
  case help, print
  case timeoutTitle, timeoutText, timeoutStay, timeoutOver, timeoutSignIn
  case refusedTitle, brokenTitle, brokenText, brokenWay, reference, backToStart, signIn
  case errorPrefix, errorTitle

  var text: BilingualText {
    switch self {
    case .product: BilingualText(zh: "联席会议台账", en: "Joint-meeting ledger")
    case .skip: BilingualText(zh: "跳到主要内容", en: "Skip to the main content")
    case .navigation: BilingualText(zh: "主导航", en: "Main navigation")
    case .board: BilingualText(zh: "排名", en: "Ranking")
    case .entry: BilingualText(zh: "填报", en: "Report")
    case .myUnit: BilingualText(zh: "本单位", en: "My unit")
    case .review: BilingualText(zh: "审核", en: "Review")
    case .month: BilingualText(zh: "月结", en: "Month")
    case .tasks: BilingualText(zh: "督办", en: "Follow-up")
    case .catalogue: BilingualText(zh: "设置", en: "Settings")
    case .journal: BilingualText(zh: "留痕", en: "Journal")
    case .accounts: BilingualText(zh: "账号", en: "Accounts")
    case .account: BilingualText(zh: "账号", en: "Account")
    case .signOut: BilingualText(zh: "退出", en: "Sign out")
    case .otherLanguage: BilingualText(zh: "English", en: "中文")
    case .help:
      BilingualText(
        zh: "遇到问题请联系联席会议办公室；账号和密码请联系安全管理员。",
        en: "For help ask the joint-meeting office; for accounts and passwords the security "
          + "administrator.")
    case .print: BilingualText(zh: "打印", en: "Print")
    case .timeoutTitle: BilingualText(zh: "即将自动退出", en: "You will soon be signed out")
    case .timeoutText:
      BilingualText(
        zh: "一段时间没有操作，两分钟内将自动退出。",
        en: "Nothing was done for a while: you will be signed out within two minutes.")
    case .timeoutStay: BilingualText(zh: "继续使用", en: "Stay signed in")
    case .timeoutOver: BilingualText(zh: "会话已结束。", en: "The session has ended.")
    case .timeoutSignIn: BilingualText(zh: "重新登录", en: "Sign in again")
    case .refusedTitle: BilingualText(zh: "不能办理", en: "This cannot be done")
    case .brokenTitle: BilingualText(zh: "系统故障", en: "Something broke")
    case .brokenText:
      BilingualText(
        zh: "系统出了故障，已记入运行日志。", en: "The service failed, and its log says how.")
    case .brokenWay:
      BilingualText(
        zh: "请稍后再试；反复出现时请把编号告诉系统管理员。",
        en: "Try again later; if it happens again, tell the system administrator the reference.")
    case .reference: BilingualText(zh: "编号", en: "Reference")
    case .backToStart: BilingualText(zh: "回到首页", en: "To the first page")
    case .signIn: BilingualText(zh: "登录", en: "Sign in")
    case .errorPrefix: BilingualText(zh: "有误：", en: "Error: ")
    case .errorTitle: BilingualText(zh: "有问题需要处理", en: "There is a problem")
    }
  }
}
