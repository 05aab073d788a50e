/// Why a sign-in, or an act on sessions and second factors, is refused.
public enum SessionRefusal: String, RefusalReason {
  case busy = "session.busy"
  case tooMany = "session.too_many"
  case locked = "session.locked"
  case wrong = "session.wrong"
  case codeNeeded = "session.code_needed"
  case codeWrong = "session.code_wrong"
  case ticketOver = "session.ticket_over"
  case purposeOther = "session.purpose_other"
  case unknown = "session.unknown"
  case factorUnavailable = "session.factor_unavailable"
  case factorEnrolled = "session.factor_enrolled"
  case factorNotStarted = "session.factor_not_started"
  case factorMalformed = "session.factor_malformed"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .busy:
      BilingualText(
        zh: "此刻登录的人太多。",
        en: "Too many are signing in at this moment.")
    case .tooMany:
      BilingualText(
        zh: "失败次数过多，请等待 {0} 分钟。",
        en: "Too many failures: wait {0} minutes.")
    case .locked:
      BilingualText(
        zh: "失败次数过多，账号已锁定。",
        en: "Too many failures: the account is locked here.")
    case .wrong:
      BilingualText(
        zh: "账号、密码或验证码不正确。",
        en: "The account, password or code is not right.")
    case .codeNeeded:
      BilingualText(
        zh: "需要动态验证码。",
        en: "The code of the second factor is needed.")
    case .codeWrong:
      BilingualText(
        zh: "验证码不正确。",
        en: "The code is not right.")
    case .ticketOver:
      BilingualText(
        zh: "登录超时。",
        en: "The sign-in took too long.")
    case .purposeOther:
      BilingualText(
        zh: "当前会话不能办理此事。",
        en: "This session is not for that.")
    case .unknown:
      BilingualText(
        zh: "没有会话“{0}”。",
        en: "There is no session “{0}”.")
    case .factorUnavailable:
      BilingualText(
        zh: "服务未配置第二因子密钥。",
        en: "The service has no key for second factors.")
    case .factorEnrolled:
      BilingualText(
        zh: "该账号已绑定第二因子。",
        en: "The account has a second factor already.")
    case .factorNotStarted:
      BilingualText(
        zh: "尚未开始绑定第二因子。",
        en: "No enrolment was started in this session.")
    case .factorMalformed:
      BilingualText(
        zh: "第二因子密钥不合规则。",
        en: "This is not the secret of a second factor.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .busy:
      BilingualText(
        zh: "请稍候重试。",
        en: "Try again in a moment.")
    case .tooMany:
      BilingualText(
        zh: "请稍后再试；忘记密码请联系安全管理员重置。",
        en:
          "Try later; where the password is forgotten, ask the security administrator to reset it.")
    case .locked:
      BilingualText(
        zh: "请联系安全管理员解锁，或在平时使用的网络登录。",
        en:
          "Ask the security administrator to unlock it, or sign in from where you usually do."
      )
    case .wrong:
      BilingualText(
        zh: "请核对后重试。",
        en: "Check them and try again.")
    case .codeNeeded:
      BilingualText(
        zh: "请输入验证器上的六位数字。",
        en: "Enter the six digits that the authenticator shows.")
    case .codeWrong:
      BilingualText(
        zh: "请核对手机时间，并输入当前的六位数字。",
        en: "Check the phone's clock and enter the digits of now.")
    case .ticketOver:
      BilingualText(
        zh: "请重新输入账号和密码。",
        en: "Enter account and password again.")
    case .purposeOther:
      BilingualText(
        zh: "请用账号和密码重新登录。",
        en: "Sign in with account and password.")
    case .unknown:
      BilingualText(
        zh: "请先列出会话。",
        en: "List the sessions first.")
    case .factorUnavailable:
      BilingualText(
        zh: "请由运维人员设置 TAIZHANG_SECRETS_KEY。",
        en: "Let the operator set TAIZHANG_SECRETS_KEY.")
    case .factorEnrolled:
      BilingualText(
        zh: "如需更换，请联系安全管理员重置。",
        en: "Ask the security administrator for a reset to replace it.")
    case .factorNotStarted:
      BilingualText(
        zh: "请先开始绑定。",
        en: "Start the enrolment first.")
    case .factorMalformed:
      BilingualText(
        zh: "请用至少 16 字节的 Base32。",
        en: "Use base 32 of 16 bytes or more.")
    }
  }
}
