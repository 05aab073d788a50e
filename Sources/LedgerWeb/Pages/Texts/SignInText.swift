import LedgerDomain

/// Signing in, and one's own account.
enum SignInText: String, PageText {
  case title, boundaryTitle, boundary, account, password, next, code, codeTitle, codeHint, signIn
  case startAgain, changeTitle, changeWhy, present, new, repeated, change, notRepeated, newHint
  case factorTitle, factorWhy, factorStart, factorScan, factorQR, factorKey, factorCode
  case factorConfirm, factorAgain, factorLocal
  case accountTitle, name, unit, roles, noRoles, sessions, opened, seen, ends, from, thisOne, end
  case endThis, token, security, changePassword, secondFactor, everywhere

  var text: BilingualText {
    switch self {
    case .title, .signIn: BilingualText(zh: "登录", en: "Sign in")
    case .boundaryTitle: BilingualText(zh: "本系统记录什么", en: "What this ledger records")
    case .boundary: BoundaryText.text
    case .account: BilingualText(zh: "账号", en: "Account")
    case .password: BilingualText(zh: "密码", en: "Password")
    case .next: BilingualText(zh: "下一步", en: "Continue")
    case .code: BilingualText(zh: "动态验证码", en: "Code")
    case .codeTitle: BilingualText(zh: "输入动态验证码", en: "Enter your code")
    case .codeHint:
      BilingualText(
        zh: "验证器（手机令牌）现在显示的六位数字。",
        en: "The six digits that your authenticator shows now.")
    case .startAgain: BilingualText(zh: "用另一账号登录", en: "Sign in with another account")
    case .changeTitle: BilingualText(zh: "修改密码", en: "Change your password")
    case .changeWhy:
      BilingualText(
        zh: "密码已到期或由他人设定，须先修改。",
        en: "Your password is due, or was set by somebody else: change it first.")
    case .present: BilingualText(zh: "现在的密码", en: "Present password")
    case .new: BilingualText(zh: "新密码", en: "New password")
    case .newHint:
      BilingualText(
        zh: "几个不相干的词最好记也最安全；可以粘贴。",
        en: "Some words that do not belong together are easy to keep and hard to guess. "
          + "You may paste.")
    case .repeated: BilingualText(zh: "再输入一次新密码", en: "New password again")
    case .change: BilingualText(zh: "修改密码", en: "Change password")
    case .notRepeated:
      BilingualText(zh: "两次输入的新密码不同。", en: "The two new passwords differ.")
    case .factorTitle: BilingualText(zh: "绑定动态验证码", en: "Set up your code")
    case .factorWhy:
      BilingualText(
        zh: "您的角色登录时除密码外还须输入验证器上的六位数字。请先在手机上装好验证器（支持 TOTP）。",
        en: "Your role signs in with a password and six digits from an authenticator. "
          + "Have one at hand that knows TOTP.")
    case .factorStart: BilingualText(zh: "显示二维码", en: "Show the QR code")
    case .factorScan:
      BilingualText(
        zh: "用验证器扫描二维码，再输入它显示的六位数字。",
        en: "Scan this with your authenticator, then enter the six digits that it shows.")
    case .factorQR: BilingualText(zh: "动态验证码密钥的二维码", en: "QR code of the code’s key")
    case .factorKey:
      BilingualText(zh: "不能扫描时，手工输入此密钥：", en: "If you cannot scan, type this key:")
    case .factorCode: BilingualText(zh: "六位数字", en: "Six digits")
    case .factorConfirm: BilingualText(zh: "完成绑定", en: "Finish")
    case .factorAgain: BilingualText(zh: "换一个二维码", en: "Show another QR code")
    case .factorLocal:
      BilingualText(
        zh: "二维码由本机绘制，不经过任何其他网站。",
        en: "The QR code is drawn by this server; no other site sees it.")
    case .accountTitle: BilingualText(zh: "我的账号", en: "My account")
    case .name: BilingualText(zh: "名称", en: "Name")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .roles: BilingualText(zh: "角色和范围", en: "Roles and units")
    case .noRoles: BilingualText(zh: "没有授权", en: "None")
    case .everywhere: BilingualText(zh: "整个系统", en: "the whole ledger")
    case .sessions: BilingualText(zh: "我的会话和令牌", en: "My sessions and tokens")
    case .opened: BilingualText(zh: "开始", en: "Opened")
    case .seen: BilingualText(zh: "最近使用", en: "Last used")
    case .ends: BilingualText(zh: "到期", en: "Ends")
    case .from: BilingualText(zh: "来自", en: "From")
    case .thisOne: BilingualText(zh: "当前会话", en: "this one")
    case .end: BilingualText(zh: "结束", en: "End")
    case .endThis: BilingualText(zh: "结束 {0} 的会话", en: "End the session of {0}")
    case .token: BilingualText(zh: "令牌", en: "token")
    case .security: BilingualText(zh: "密码和验证码", en: "Password and code")
    case .changePassword: BilingualText(zh: "修改密码", en: "Change password")
    case .secondFactor: BilingualText(zh: "绑定动态验证码", en: "Set up a code")
    }
  }
}
