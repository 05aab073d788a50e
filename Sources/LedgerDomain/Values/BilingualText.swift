/// A text that people read, in both languages of the product.
public struct BilingualText: Hashable, Sendable {
  /// The Chinese wording, full-width punctuation.
  public let zh: String
  /// The English wording.
  public let en: String

  /// Creates a text from its two wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in one language.
  public func text(in language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}

/// The languages in which every text of the product exists.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
