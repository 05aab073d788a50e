extension AssessmentSheet {
  /// Marks are written with so many decimals; places are made from the exact ones.
  public static let decimals = 6

  /// The sheet as it is kept, with the method's words.
  public func document(_ method: AssessmentMethod) -> JSONValue {
    let texts = Dictionary(
      (method.sheet(of: kind)?.items ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
    return [
      "unit": .string(unit), "name": Self.json(name), "kind": .string(kind),
      "full": .string(method.full.text(decimals: Self.decimals)),
      "score": .string(score.text(decimals: Self.decimals)), "rank": .number(String(rank)),
      "ranked": .number(String(ranked)),
      "items": .array(
        items.map { item in
          [
            "id": .string(item.id),
            "text": Self.json(texts[item.id] ?? BilingualText(zh: item.id, en: item.id)),
            "marks": .string(item.marks.text(decimals: Self.decimals)),
            "score": item.score.map { .string($0.text(decimals: Self.decimals)) } ?? .null,
            "lost": .array(item.lost.map(\.json)),
          ]
        }),
    ]
  }

  private static func json(_ text: BilingualText) -> JSONValue {
    ["zh": .string(text.zh), "en": .string(text.en)]
  }
}

extension AssessmentSheet.Loss {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member("marks", .string(marks.text(decimals: AssessmentSheet.decimals)))
    ]
    func add(_ name: String, _ value: JSONValue) { members.append(JSONValue.Member(name, value)) }
    switch source {
    case .score(let month):
      add("by", "score")
      add("period", .string(month.month.description))
      add("edition", .number(String(month.edition)))
      let share = month.score?.text(decimals: AssessmentSheet.decimals)
      add("score", share.map { .string($0) } ?? .null)
    case .colour(let month):
      add("by", .string(month.colour.rawValue))
      add("period", .string(month.month.description))
      add("edition", .number(String(month.edition)))
    case .step(let step):
      add("by", "step")
      add("period", .string(step.month.description))
      add("edition", .number(String(step.edition)))
      add("step", .number(String(step.step)))
      add("document", .string(step.document))
    case .task(let duty):
      add("by", "late_task")
      add("task", .string(duty.task.description))
      add("last", .string(duty.last.description))
    case .report(let report):
      add("by", "late_report")
      add("form", .string(report.form))
      add("period", .string(report.period.description))
    }
    return .object(members)
  }
}

/// A sheet as it is read again, sealed or not: marks are texts of so many decimals.
public struct ShownSheet: Sendable {
  /// The unit's code.
  public let unit: String
  /// Its name.
  public let name: BilingualText
  /// Its kind.
  public let kind: String
  /// The full marks.
  public let full: String
  /// The marks.
  public let score: String
  /// Its place.
  public let rank: Int
  /// Among how many.
  public let ranked: Int
  /// The items.
  public let items: [Item]
  /// The whole, as it is kept.
  public let document: JSONValue

  /// One item's marks.
  public struct Item: Sendable {
    /// The item's code.
    public let id: String
    /// What it says.
    public let text: BilingualText
    /// Its full marks.
    public let marks: String
    /// What is left; nil where nothing was known to assess.
    public let score: String?
    /// What cost marks.
    public let lost: [Loss]
  }

  /// Marks that are lost: which of the others stand there, ``by`` says.
  public struct Loss: Sendable {
    /// How many.
    public let marks: String
    /// `score`, a colour, `step`, `late_task` or `late_report`.
    public let by: String
    /// The month or period.
    public let period: String?
    /// The edition.
    public let edition: Int?
    /// The month's score as a share of the full one.
    public let score: String?
    /// The step of the ladder.
    public let step: Int?
    /// The letter or notice.
    public let letter: String?
    /// The task.
    public let task: String?
    /// The task's last day.
    public let last: String?
    /// The form.
    public let form: String?
  }

  /// Reads a sheet's document.
  public init(_ document: JSONValue) throws(Refusal) {
    let json = JSONReader(document)
    self.document = document
    unit = try json.required("unit").string()
    name = try json.required("name").bilingualText()
    kind = try json.required("kind").string()
    full = try json.required("full").string()
    score = try json.required("score").string()
    rank = try json.required("rank").integer(0...Int.max)
    ranked = try json.required("ranked").integer(0...Int.max)
    var items: [Item] = []
    for item in try json.required("items").elements() { items.append(try Item(item)) }
    self.items = items
  }
}

extension ShownSheet.Item {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    id = try json.required("id").string()
    text = try json.required("text").bilingualText()
    marks = try json.required("marks").string()
    score = try ShownSheet.text(json, "score")
    var lost: [ShownSheet.Loss] = []
    for item in try json.required("lost").elements() { lost.append(try ShownSheet.Loss(item)) }
    self.lost = lost
  }
}

extension ShownSheet.Loss {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    marks = try json.required("marks").string()
    by = try json.required("by").string()
    period = try ShownSheet.text(json, "period")
    edition = try json.optional("edition")?.integer(0...Int.max)
    score = try ShownSheet.text(json, "score")
    step = try json.optional("step")?.integer(0...Int.max)
    letter = try ShownSheet.text(json, "document")
    task = try ShownSheet.text(json, "task")
    last = try ShownSheet.text(json, "last")
    form = try ShownSheet.text(json, "form")
  }
}

extension ShownSheet {
  fileprivate static func text(_ json: JSONReader, _ name: String) throws(Refusal) -> String? {
    guard let member = try json.optional(name), member.value != .null else { return nil }
    return try member.string()
  }
}
