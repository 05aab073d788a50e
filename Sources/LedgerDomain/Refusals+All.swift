extension Refusals {
  /// Every enum of reasons, by the noun they speak of: what `docs/refusals.md` is made from.
  public static let all: [(noun: BilingualText, reasons: [any RefusalReason])] = [
    (BilingualText(zh: "账号与授权", en: "Accounts and grants"), AccountRefusal.allCases),
    (BilingualText(zh: "登录与会话", en: "Sign-in and sessions"), SessionRefusal.allCases),
    (BilingualText(zh: "密码", en: "Passwords"), PasswordRefusal.allCases),
    (BilingualText(zh: "令牌", en: "Tokens"), TokenRefusal.allCases),
    (BilingualText(zh: "策略", en: "Policies"), PolicyRefusal.allCases),
    (BilingualText(zh: "单位、人口、日历", en: "Units, populations, calendar"), UnitRefusal.allCases),
    (BilingualText(zh: "指标", en: "Indicators"), IndicatorRefusal.allCases),
    (BilingualText(zh: "报表", en: "Forms"), FormRefusal.allCases),
    (BilingualText(zh: "目标", en: "Targets"), TargetRefusal.allCases),
    (BilingualText(zh: "数值", en: "Figures"), FigureRefusal.allCases),
    (BilingualText(zh: "报送、审核、核验", en: "Submissions"), SubmissionRefusal.allCases),
    (BilingualText(zh: "月结与重开", en: "Months"), MonthRefusal.allCases),
    (BilingualText(zh: "计量", en: "Measures"), MeasureRefusal.allCases),
    (BilingualText(zh: "评价规则", en: "Rule sets"), RuleSetRefusal.allCases),
    (BilingualText(zh: "指数方法", en: "Index methods"), IndexMethodRefusal.allCases),
    (BilingualText(zh: "规则与方法的版本", en: "Versions of methods"), MethodRefusal.allCases),
    (BilingualText(zh: "期刊版", en: "Editions"), EditionRefusal.allCases),
    (BilingualText(zh: "日志", en: "Journal"), JournalRefusal.allCases),
    (BilingualText(zh: "演示", en: "The demonstration"), DemonstrationRefusal.allCases),
    (BilingualText(zh: "表格文件", en: "Plain tables"), PlainTableRefusal.allCases),
    (BilingualText(zh: "CSV 文件", en: "CSV files"), CSVRefusal.allCases),
    (BilingualText(zh: "JSON 文件", en: "JSON documents"), JSONRefusal.allCases),
    (BilingualText(zh: "文字", en: "Texts"), TextRefusal.allCases),
    (BilingualText(zh: "请求", en: "Requests"), RequestRefusal.allCases),
  ]
}
