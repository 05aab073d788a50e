/// One field of the form by which records of a noun are added: pages, commands and the interface
/// for programs ask the same.
public struct RecordField: Sendable {
  /// What is to be filled in.
  public enum Kind: Sendable {
    /// One line of text.
    case line
    /// Several lines, each a text of its own.
    case lines
    case day
    case number
    /// A unit's code.
    case unit
    /// Codes of units with spaces or commas between.
    case units
    /// One of some words.
    case choice([(word: String, text: BilingualText)])
  }

  /// The field's name.
  public let name: String
  /// What it is called.
  public let text: BilingualText
  /// What is to be filled in.
  public let kind: Kind
  /// Whether it has to be filled in.
  public let isNeeded: Bool

  private init(_ name: String, _ zh: String, _ en: String, _ kind: Kind, isNeeded: Bool = true) {
    self.name = name
    text = BilingualText(zh: zh, en: en)
    self.kind = kind
    self.isNeeded = isNeeded
  }

  private static func choice<Word: RecordWord>(_ type: Word.Type) -> Kind {
    .choice(Word.allCases.map { ($0.rawValue, $0.text) })
  }

  /// The fields of a noun's form, in their order.
  public static func all(of noun: RecordNoun) -> [RecordField] {
    switch noun {
    case .inspection:
      [
        RecordField("unit", "被督导单位", "Unit inspected", .unit),
        RecordField("by", "督导单位", "Inspecting unit", .unit),
        RecordField("line", "线别", "Line", choice(Inspection.Line.self)),
        RecordField("title", "督导内容", "What was inspected", .line),
        RecordField("day", "日期", "Day", .day),
        RecordField(
          "findings", "发现的问题（每行一个）", "Findings, one a line", .lines, isNeeded: false),
        RecordField("due", "整改期限", "To be put right by", .day, isNeeded: false),
        RecordField("document", "文号", "Document", .line, isNeeded: false),
      ]
    case .noFraudUnit:
      [
        RecordField("unit", "所在单位", "In the unit", .unit),
        RecordField("kind", "类别", "Kind", choice(NoFraudUnit.Kind.self)),
        RecordField("title", "名称", "Called", .line),
        RecordField("day", "申报日期", "Applied on", .day),
        RecordField("document", "文号", "Document", .line, isNeeded: false),
      ]
    case .matter:
      [
        RecordField("unit", "提出单位", "Raised by", .unit),
        RecordField("title", "事项", "Matter", .line),
        RecordField("needs", "需要答复的单位", "Units that have to answer", .units),
        RecordField("day", "提出日期", "Raised on", .day),
        RecordField("due", "答复期限", "To be answered by", .day),
        RecordField("document", "文号", "Document", .line, isNeeded: false),
      ]
    default: issued(noun)
    }
  }

  private static func issued(_ noun: RecordNoun) -> [RecordField] {
    let document = RecordField("document", "文号", "Document number", .line)
    let day = RecordField("day", "日期", "Day", .day)
    return switch noun {
    case .notice:
      [
        RecordField("unit", "被通报单位", "Unit", .unit),
        RecordField("kind", "类别", "Kind", choice(Notice.Kind.self)),
        RecordField("title", "事由", "What for", .line),
        RecordField("authority", "上级机关", "Authority", .line), day, document,
      ]
    case .externalRank:
      [
        RecordField("unit", "单位", "Unit", .unit),
        RecordField("title", "排名内容", "What is ranked", .line),
        RecordField("authority", "上级机关", "Authority", .line),
        RecordField("period", "期间（如 2026-Q1）", "Period, as 2026-Q1", .line),
        RecordField("kind", "写法", "Says", choice(ExternalRank.Kind.self)),
        RecordField("place", "位次", "Place", .number),
        RecordField("ranked", "共多少个", "Of how many", .number, isNeeded: false),
        RecordField("day", "公布日期", "Published on", .day),
        RecordField("document", "文号", "Document number", .line, isNeeded: false),
      ]
    case .honour:
      [
        RecordField("unit", "单位", "Unit", .unit),
        RecordField("kind", "类别", "Kind", choice(Honour.Kind.self)),
        RecordField("title", "内容", "What for", .line),
        RecordField("issuer", "颁发机关", "Issuer", .line), day, document,
      ]
    default:
      [
        RecordField("unit", "登记单位", "Kept by", .unit),
        RecordField("title", "标题", "Title", .line), document,
        RecordField("issuer", "发文机关", "Issuer", .line),
        RecordField("day", "发文日期", "Issued on", .day),
        RecordField("from", "施行日期", "In force from", .day),
        RecordField("clauses", "要点（每行一条）", "Clauses, one a line", .lines, isNeeded: false),
      ]
    }
  }
}
