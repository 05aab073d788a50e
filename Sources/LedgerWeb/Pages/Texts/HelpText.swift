import LedgerDomain

/// The pages of help.
enum HelpText: String, PageText {
  case title, own, others, all

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "帮助", en: "Help")
    case .own: BilingualText(zh: "您的手册", en: "Your manual")
    case .others: BilingualText(zh: "其他角色的手册", en: "Manuals of other roles")
    case .all: BilingualText(zh: "各角色的手册", en: "A manual for each role")
    }
  }
}
