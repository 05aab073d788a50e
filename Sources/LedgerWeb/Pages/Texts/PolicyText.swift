import LedgerDomain

/// The policy of accounts, member by member.
enum PolicyText: String, PageText {
  case passwords, sessions, attempts, others, save, reasonHint, factorRoles, since
  case history
  case lengthMin = "length_min"
  case lengthMax = "length_max"
  case classesMin = "classes_min"
  case classesWaivedFrom = "classes_waived_from"
  case rotationDays = "rotation_days"
  case oneTimeDays = "one_time_days"
  case idleMinutes = "idle_minutes"
  case hoursMax = "hours_max"
  case tokenDaysMax = "token_days_max"
  case failuresMax = "failures_max"
  case windowMinutes = "window_minutes"
  case waitMinutes = "wait_minutes"
  case dayFailuresMax = "day_failures_max"
  case familiarDays = "familiar_days"
  case dormantDays = "dormant_days"
  case signInDays = "sign_in_days"

  var text: BilingualText {
    switch self {
    case .passwords: BilingualText(zh: "密码", en: "Passwords")
    case .sessions: BilingualText(zh: "会话和令牌", en: "Sessions and tokens")
    case .attempts: BilingualText(zh: "登录失败", en: "Failures to sign in")
    case .others: BilingualText(zh: "其他", en: "Besides")
    case .save: BilingualText(zh: "修改策略", en: "Set the policy")
    case .reasonHint:
      BilingualText(zh: "记入留痕，不含个人信息。", en: "Kept in the journal; names no person.")
    case .factorRoles:
      BilingualText(zh: "须绑定第二因子的角色", en: "Roles that need a second factor")
    case .since:
      BilingualText(
        zh: "新策略即时生效；已开的会话按原期限。",
        en: "A new policy holds at once; sessions that are open keep their limits.")
    case .lengthMin: BilingualText(zh: "最少字符数", en: "Least length, characters")
    case .lengthMax: BilingualText(zh: "最多字符数", en: "Greatest length, characters")
    case .classesMin:
      BilingualText(zh: "至少几类字符（共 4 类）", en: "Least classes of characters, of 4")
    case .classesWaivedFrom:
      BilingualText(zh: "满多少字符不限类别", en: "Length from which classes do not matter")
    case .history: BilingualText(zh: "不得重复最近几个", en: "How many of the last may not come again")
    case .rotationDays:
      BilingualText(zh: "须更换的天数（0 为不限）", en: "Days until it is changed; 0 for never")
    case .oneTimeDays: BilingualText(zh: "一次性密码有效天数", en: "Days of a one-time password")
    case .idleMinutes: BilingualText(zh: "无操作退出（分钟）", en: "Longest pause, minutes")
    case .hoursMax: BilingualText(zh: "会话最长（小时）", en: "Longest session, hours")
    case .tokenDaysMax: BilingualText(zh: "令牌最长（天）", en: "Longest token, days")
    case .failuresMax: BilingualText(zh: "几次失败后等待", en: "Failures that make a network wait")
    case .windowMinutes: BilingualText(zh: "统计时段（分钟）", en: "Within so many minutes")
    case .waitMinutes: BilingualText(zh: "等待（分钟）", en: "Minutes to wait")
    case .dayFailuresMax: BilingualText(zh: "一天几次失败后锁定", en: "Failures a day that lock")
    case .familiarDays:
      BilingualText(zh: "登录过的网络视为熟悉（天）", en: "Days that a network stays familiar")
    case .dormantDays:
      BilingualText(zh: "多少天未用不得登录（0 为不限）", en: "Days until dormant; 0 for never")
    case .signInDays:
      BilingualText(zh: "登录记录保存（天，至少 366）", en: "Days that sign-ins are kept, at least 366")
    }
  }
}
