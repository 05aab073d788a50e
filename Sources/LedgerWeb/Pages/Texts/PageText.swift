import LedgerDomain
import PostgresSupport

/// The words of one page: every one in both languages.
///
/// All of them stand in ``PageTexts/all``; a test reads each. `{0}`, `{1}` … are filled in where a
/// page uses the text.
protocol PageText: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var text: BilingualText { get }
}

/// The dictionary of the pages.
enum PageTexts {
  static var all: [(name: String, texts: [BilingualText])] {
    groups.flatMap { $0 }
  }

  private static var groups: [[(name: String, texts: [BilingualText])]] {
    [
      entries(FrameText.self),
      entries(SignInText.self),
      entries(BoardText.self),
      entries(UnitText.self),
      entries(MeasureWord.self),
      entries(SettingsText.self),
      entries(TargetText.self),
      entries(MethodText.self),
      entries(MethodWord.self),
      entries(ConditionWord.self),
      entries(EntryText.self),
      entries(EntryWord.self),
      entries(PathText.self),
      entries(TableText.self),
      entries(AccountText.self),
      entries(PolicyText.self),
      entries(TokenText.self),
      entries(JournalText.self),
      entries(VerifyText.self),
      entries(ReviewText.self),
      entries(MonthText.self),
      entries(RecordFigureText.self),
      entries(CatalogueText.self),
      entries(UnitListText.self),
      entries(IndicatorText.self),
      entries(FormListText.self),
      entries(HelpText.self),
      entries(TaskText.self),
      entries(WorkText.self),
      entries(SheetText.self),
      entries(LadderText.self),
      entries(TileText.self),
      entries(CampaignText.self),
      entries(CaseText.self),
      entries(RecordText.self),
      RecordNoun.allCases.map { ("RecordNoun.\($0.rawValue)", [$0.text]) },
      entries(ListText.self),
      entries(AssessmentText.self),
      entries(MeetingText.self),
      entries(InboxText.self),
    ]
  }

  /// The nouns of records are the titles of their pages.
  private static var recordNouns: [(name: String, texts: [BilingualText])] {
    RecordNoun.allCases.map { noun in (name: "RecordNoun.\(noun.rawValue)", texts: [noun.text]) }
  }

  private static func entries<Text: PageText>(
    _ type: Text.Type
  ) -> [(name: String, texts: [BilingualText])] {
    Text.allCases.map { ("\(type).\($0.rawValue)", [$0.text]) }
  }
}

/// Says the pages' texts in one language.
struct Say: Sendable {
  let language: Language

  /// The language as markup names it.
  var tag: String { language == .chinese ? "zh-Hans" : "en" }

  /// A text of the dictionary, its details filled in.
  func callAsFunction(_ text: some PageText, _ details: String...) -> String {
    guard !details.isEmpty else { return text.text.text(in: language) }
    return Self.filled(text.text.text(in: language), details)
  }

  /// A text that the ledger keeps in both languages; the Chinese one where no English is kept.
  func callAsFunction(_ text: BilingualText) -> String {
    let said = text.text(in: language)
    return said.isEmpty ? text.zh : said
  }

  private static func filled(_ template: String, _ details: [String]) -> String {
    var result = String.UnicodeScalarView()
    var number: Int?
    for scalar in template.unicodeScalars {
      switch (scalar, number) {
      case ("{", nil): number = 0
      case ("}", let position?):
        if details.indices.contains(position) {
          result.append(contentsOf: details[position].unicodeScalars)
        }
        number = nil
      case (_, _?): number = Int(scalar.value) - 48
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Several texts as a list: `甲、乙`, `A, B`.
  func list(_ items: [String]) -> String {
    items.joined(separator: language == .chinese ? "、" : ", ")
  }

  /// Sentences one after the other.
  func sentences(_ sentences: [String]) -> String {
    sentences.joined(separator: language == .chinese ? "" : " ")
  }

  /// A month: `2026 年 6 月`, `June 2026`.
  func month(_ month: Month) -> String {
    language == .chinese
      ? "\(month.year) 年 \(month.number) 月"
      : "\(Self.name(ofMonth: month.number)) \(month.year)"
  }

  /// A month's English name.
  static func name(ofMonth number: Int) -> String { months[(number + 11) % 12] }

  /// A moment in the ledger's time zone, to the minute: `2026-07-08 17:20`.
  func moment(_ moment: PostgresTimestamp) -> String {
    let east = PostgresTimestamp(
      microsecondsSince2000: moment.microsecondsSince2000 &+ 8 * 3_600_000_000)
    let text = MomentText.text(east).utf8
    return "\(String(decoding: text.prefix(10), as: UTF8.self)) "
      + String(decoding: text.dropFirst(11).prefix(5), as: UTF8.self)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A colour's word, with a capital in English.
  func colour(_ colour: Colour) -> String {
    let word = colour.word.text(in: language)
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
