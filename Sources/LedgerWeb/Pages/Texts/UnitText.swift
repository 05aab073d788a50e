import LedgerDomain

enum UnitText: String, PageText {
  case x
  var text: BilingualText { BilingualText(zh: "a", en: "b") }
}
enum UnitPages { static let all: [Endpoint] = [] }
