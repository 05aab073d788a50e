/// Why a request is refused before anything of the ledger is looked at.
public enum RequestRefusal: String, RefusalReason {
  case pathUnknown = "request.path_unknown"
  case methodUnknown = "request.method_unknown"
  case mediaTypeUnsupported = "request.media_type_unsupported"
  case bodyTooLarge = "request.body_too_large"
  case bodyUnreadable = "request.body_unreadable"
  case formMalformed = "request.form_malformed"
  case fileMissing = "request.file_missing"
  case bodyTooSlow = "request.body_too_slow"
  case crossSite = "request.cross_site"
  case headerMissing = "request.header_missing"
  case headerUnreadable = "request.header_unreadable"
  case parameterMissing = "request.parameter_missing"
  case parameterMalformed = "request.parameter_malformed"
  case parameterUnknown = "request.parameter_unknown"
  case preconditionFailed = "request.precondition_failed"
  case cursorUnknown = "request.cursor_unknown"
  case tooMany = "request.too_many"
  case deadlinePassed = "request.deadline_passed"
  case outcomeUnknown = "request.outcome_unknown"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .pathUnknown: BilingualText(zh: "没有这个地址。", en: "There is nothing at this address.")
    case .methodUnknown:
      BilingualText(zh: "此地址不接受 {0}。", en: "This address does not take {0}.")
    case .mediaTypeUnsupported:
      BilingualText(zh: "不接受“{0}”格式的内容。", en: "Content of the type “{0}” is not taken.")
    case .bodyTooLarge: BilingualText(zh: "内容超过 {0} 字节。", en: "The content exceeds {0} bytes.")
    case .bodyUnreadable:
      BilingualText(zh: "内容的传输不合 HTTP 规则，或中途断开。", en: "The content breaks off or is not HTTP.")
    case .formMalformed: BilingualText(zh: "表单内容不合规则。", en: "The form is malformed.")
    case .fileMissing: BilingualText(zh: "没有选文件。", en: "No file was chosen.")
    case .bodyTooSlow:
      BilingualText(
        zh: "内容未能在 {0} 秒内到齐。",
        en: "The content did not arrive within {0} seconds.")
    case .crossSite:
      BilingualText(
        zh: "请求来自别的网站，或缺少防伪标记。",
        en: "The request comes from another site, or lacks its token.")
    case .headerMissing: BilingualText(zh: "缺少请求头 {0}。", en: "The header {0} is missing.")
    case .headerUnreadable:
      BilingualText(zh: "请求头 {0} 不合规则。", en: "The header {0} is malformed.")
    case .parameterMissing:
      BilingualText(zh: "缺少参数“{0}”。", en: "The parameter “{0}” is missing.")
    case .parameterMalformed:
      BilingualText(zh: "参数“{0}”的值“{1}”不合规则。", en: "The parameter “{0}” cannot be “{1}”.")
    case .parameterUnknown:
      BilingualText(zh: "没有参数“{0}”。", en: "There is no parameter “{0}”.")
    case .preconditionFailed:
      BilingualText(
        zh: "对象已变：If-Match 是 {0}，现在是 {1}。",
        en: "It has changed: If-Match names {0}, it is {1} now.")
    case .cursorUnknown: BilingualText(zh: "翻页标记无效。", en: "The cursor is not one of ours.")
    case .tooMany: BilingualText(zh: "请求过于频繁。", en: "Too many requests.")
    case .deadlinePassed:
      BilingualText(zh: "未能在 {0} 秒内办完。", en: "It was not done within {0} seconds.")
    case .outcomeUnknown:
      BilingualText(
        zh: "提交时与数据库的连接中断，结果未知。",
        en: "The connection to the database broke during COMMIT; the outcome is unknown.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .pathUnknown, .parameterUnknown:
      BilingualText(zh: "请查阅 /api/docs。", en: "See /api/docs.")
    case .methodUnknown: BilingualText(zh: "可用：{1}。", en: "It takes {1}.")
    case .mediaTypeUnsupported: BilingualText(zh: "请用 {1}。", en: "Use {1}.")
    case .bodyTooLarge: BilingualText(zh: "请分批提交。", en: "Send it in parts.")
    case .crossSite:
      BilingualText(
        zh: "请刷新页面后在页面上提交；程序请带上登录时给出的 X-CSRF-Token。",
        en: "Reload the page and send its form; a program sends the X-CSRF-Token of its sign-in.")
    case .formMalformed:
      BilingualText(zh: "请刷新页面后重新填写。", en: "Reload the page and fill it in again.")
    case .fileMissing: BilingualText(zh: "请选一个文件。", en: "Choose one.")
    case .headerMissing, .headerUnreadable: BilingualText(zh: "请写成 {1}。", en: "Send {1}.")
    case .parameterMissing, .parameterMalformed:
      BilingualText(zh: "请写成 {2}。", en: "Write {2}.")
    case .cursorUnknown: BilingualText(zh: "请从第一页重新开始。", en: "Begin at the first page again.")
    case .preconditionFailed:
      BilingualText(zh: "请先看现在的内容，再重新修改。", en: "Look at it, then change it again.")
    case .tooMany, .deadlinePassed, .bodyTooSlow, .bodyUnreadable:
      BilingualText(zh: "请稍后用同一幂等键重试。", en: "Retry later, with the same key.")
    case .outcomeUnknown:
      BilingualText(
        zh: "请用同一幂等键重试：已办的不会重办。",
        en: "Retry with the same key: what was done is not done twice.")
    }
  }
}
