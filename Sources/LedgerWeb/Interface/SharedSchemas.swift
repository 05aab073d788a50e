import LedgerDomain

/// Schemas that several endpoints share, by the names they bear in the description.
enum SharedSchemas {
  static let all: [(name: String, schema: Schema)] = [
    ("Problem", problem), ("BilingualText", bilingual), ("Figure", figure), ("Receipt", receipt),
    ("Finding", finding), ("Standing", standing),
  ]

  /// The schema of that name; anything at all for one that is not listed, which a test rules out.
  static func schema(_ name: String) -> Schema {
    all.first { $0.name == name }?.schema ?? .document
  }

  static let code = Schema.string(.init(max: 64))
  static let date = Schema.string(.init(max: 10, format: "date"))
  static let moment = Schema.string(.init(max: 40, format: "date-time"))
  static let period = Schema.string(.init(max: 10))
  static let text = Schema.string(.init(max: 2_000))
  static let hash = Schema.string(.init(max: 64, pattern: "^[0-9a-f]{64}$"))
  static let count = Schema.integer(0...Int.max)

  private static let problem = Schema.object([
    .required("type", text), .required("title", text), .required("status", .integer(400...599)),
    .required("code", code, "noun.reason_in_words"), .optional("detail", text),
    .optional("instance", text), .optional("errorsInAll", count),
    .optional(
      "errors",
      .array(
        .object([
          .optional("pointer", text), .optional("parameter", text), .optional("line", count),
          .optional("column", count), .required("code", code), .required("text", text),
          .required("wayOut", text),
        ]), max: 1_000)),
  ])
  private static let bilingual = Schema.object([
    .required("zh", text), .required("en", text),
  ])
  private static let figure = Schema.object([
    .required("indicator", code),
    .required("value", .orNull(.string(.init(max: 40))), "A decimal number; null when absent."),
    .required("absence", .orNull(.word(Absence.allCases.map(\.rawValue)))),
    .optional(
      "suppressed", .orNull(.string(.init(max: 8))),
      "What stands for a value that is not shown: `<5`, or `*`."),
    .required("note", .orNull(text)),
  ])
  private static let receipt = Schema.object([
    .required("chain", code, "The unit whose chain of the journal holds the entry."),
    .required("seq", count, "The entry's number in the chain."),
  ])
  private static let finding = Schema.object([
    .required("indicator", code), .required("code", code), .required("text", text),
    .required("explained", .boolean),
  ])
  private static let standing = Schema.object([
    .required("unit", code), .required("name", .named("BilingualText")),
    .required("rank", .orNull(.string(.init(max: 8)))),
    .required("previousRank", .orNull(.string(.init(max: 8)))),
    .required("unranked", .orNull(code)),
    .required("score", .orNull(.string(.init(max: 40)))),
    .required("colour", .orNull(.word(Colour.allCases.map(\.rawValue)))),
    .required("details", .orNull(.document), "Only inside one's scope: components and rules."),
  ])
}
