/// Why a text is not a JSON document that the ledger takes.
public enum JSONRefusal: String, RefusalReason {
  case tooLarge = "json.too_large"
  case notUTF8 = "json.not_utf8"
  case malformed = "json.malformed"
  case tooDeep = "json.too_deep"
  case duplicateMember = "json.duplicate_member"
  case memberMissing = "json.member_missing"
  case memberUnknown = "json.member_unknown"
  case wrongType = "json.wrong_type"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .tooLarge:
      BilingualText(
        zh: "JSON 文件超过 {0} 字节。", en: "The JSON document is larger than {0} bytes.")
    case .notUTF8:
      BilingualText(zh: "JSON 不是 UTF-8 编码。", en: "The JSON document is not UTF-8.")
    case .malformed:
      BilingualText(
        zh: "第 {0} 行第 {1} 列不是有效的 JSON：{2}。",
        en: "Not valid JSON at line {0}, column {1}: {2}.")
    case .tooDeep:
      BilingualText(
        zh: "JSON 嵌套超过 {0} 层。", en: "The JSON document is nested more than {0} deep.")
    case .duplicateMember:
      BilingualText(
        zh: "同一对象中“{0}”出现两次。", en: "The name “{0}” stands twice in one object.")
    case .memberMissing:
      BilingualText(zh: "缺少“{0}”。", en: "“{0}” is missing.")
    case .memberUnknown:
      BilingualText(zh: "不认识“{0}”。", en: "“{0}” is not known here.")
    case .wrongType:
      BilingualText(zh: "此处应为{0}。", en: "{0} was expected here.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .tooLarge:
      BilingualText(zh: "请拆分后再提交。", en: "Split the document.")
    case .notUTF8:
      BilingualText(zh: "请另存为 UTF-8 编码。", en: "Save it as UTF-8.")
    case .malformed, .wrongType:
      BilingualText(zh: "请改正所指位置。", en: "Correct the place that is named.")
    case .tooDeep:
      BilingualText(zh: "请减少嵌套层数。", en: "Nest it less deeply.")
    case .duplicateMember:
      BilingualText(zh: "请只保留一个。", en: "Keep one of the two.")
    case .memberMissing:
      BilingualText(zh: "请补上该项。", en: "Add it.")
    case .memberUnknown:
      BilingualText(zh: "请核对拼写，或删去该项。", en: "Check its spelling, or remove it.")
    }
  }
}
