import LedgerDomain
import Testing

/// Kinds of refusals are listed by code, so that a code that is misspelt would mean nothing.
struct RefusalKindTests {
  @Test func `every code with a kind is one that can be told`() {
    var codes: Set<String> = []
    for section in Refusals.all { for reason in section.reasons { codes.insert(reason.rawValue) } }
    for code in RefusalKind.byCode.keys.sorted() { #expect(codes.contains(code), "\(code)") }
  }

  @Test(arguments: [
    ("session.wrong", RefusalKind.nobody), ("session.code_needed", .nobody),
    ("session.too_many", .tooMany), ("session.unknown", .unknown),
    ("session.purpose_other", .notAllowed), ("account.disabled", .notAllowed),
    ("session.factor_unavailable", .busy), ("figure.not_a_number", .invalid),
  ])
  func `a refusal says what sort of no it is`(code: String, kind: RefusalKind) {
    #expect(RefusalKind.byCode[code] ?? .invalid == kind)
  }
}
