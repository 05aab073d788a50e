import LedgerDomain
import Testing

/// What an edition's document says is read back as it was written.
struct EditionResultTests {
  @Test(arguments: [
    Fraction(0), Fraction(-8, over: 49), Fraction(17, over: 4), Fraction(Int128.max),
    Fraction(1) * Fraction(Int128.max, over: 7) * Fraction(Int128.max, over: 11),
  ])
  func `an exact number is read back`(number: Fraction) {
    #expect(Fraction(exactText: number.exactText) == number)
  }

  @Test(arguments: ["", "1/0", "1/-2", "/2", "1/", "1/2/3", "x", "1.5/2", "٣"])
  func `what is no exact number is none`(text: String) {
    #expect(Fraction(exactText: text) == nil)
  }

  @Test(arguments: [
    Measured.value(Fraction(1, over: 3)), .incomplete(Fraction(5)), .absent(.missing),
    .absent(.withheld), .absent(.notApplicable), .undefined,
  ])
  func `a measured value is read back`(measured: Measured) throws {
    let json = EditionDocument.json(of: measured)
    #expect(try Measured(JSONReader(json)) == measured)
  }

  @Test func `a document that lacks something or says something else is refused`() throws {
    for text in [
      #"{"ratings":[],"rankings":[{"peers_of":"A"}]}"#, #"{"rankings":[]}"#,
      #"{"ratings":[{"unit":"A","colour":"pink","rules":[],"absent":[]}],"rankings":[]}"#,
    ] {
      let document = try JSONValue(parsing: Array(text.utf8))
      #expect(throws: Refusal.self) { try EditionResult(document: document) }
    }
  }
}
