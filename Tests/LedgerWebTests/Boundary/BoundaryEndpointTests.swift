import LedgerDomain
import NIOCore
import Testing

@testable import LedgerWeb

/// The interface lists no individuals: nothing but accounts has a person.
struct BoundaryEndpointTests {
  /// What each noun's addresses are about; a new noun says here what it lists.
  private static let nouns: [String: String] = [
    "sessions": "one's own account and its sessions",
    "accounts": "those who may sign in: name, unit, post",
    "units": "units and how many live there", "indicators": "what is measured",
    "forms": "what is reported together", "targets": "what indicators must reach",
    "submissions": "figures of units", "months": "months and their state",
    "methods": "rule sets and index methods", "results": "colours and ranks of units",
    "editions": "published results", "escalations": "steps of units and what was decided",
    "assessments": "marks of units in a year, and what they were lost by",
    "events": "that something was done, and to what",
    "meetings": "meetings of units, and posts that attended",
    "tasks": "tasks of units, and posts that answer for them",
    "campaigns": "campaigns, and what units did in them",
    "records": "what units are inspected on, apply for, raise and receive",
    "journal": "entries of the journal",
    "inbox": "what waits for one's own account",
  ]
  private static let ofPersons: Set<String> = ["sessions", "accounts"]
  private static let personal: Set<String> = [
    "name", "fullname", "surname", "displayname", "post", "idcard", "identity", "card", "phone",
    "mobile", "telephone", "address", "birth", "birthday", "gender", "sex", "age", "person",
    "persons", "people", "suspect", "suspects", "victim", "victims", "relative", "relatives",
    "family", "household", "resident", "residents", "email", "photo",
  ]

  @Test func `every noun says what it lists`() {
    #expect(Set(Routes.endpoints().map(\.noun)) == Set(Self.nouns.keys))
  }

  @Test func `no address but those of accounts names, takes or gives what a person has`() {
    for endpoint in Routes.endpoints() where !Self.ofPersons.contains(endpoint.noun) {
      let parts = endpoint.path.split(whereSeparator: { "/{}".contains($0) }).map(String.init)
      for word in parts + endpoint.query.map(\.name) {
        #expect(!Self.personal.contains(word.lowercased()), "\(endpoint.name): \(word)")
      }
      for member in Self.members(endpoint) {
        // A unit, a form and a method have names, in two languages; residents are counted.
        if member.name == "name", Self.isNameOfThing(member.schema) { continue }
        if member.name == "persons", case .integer = member.schema { continue }
        #expect(
          !Self.personal.contains(member.name.lowercased()), "\(endpoint.name): \(member.name)")
      }
    }
  }

  private static func isNameOfThing(_ schema: Schema) -> Bool {
    if case .named("BilingualText") = schema { true } else { false }
  }

  private static func members(_ endpoint: Endpoint) -> [Schema.Member] {
    var schemas = endpoint.answer.schema.map { [$0] } ?? []
    switch endpoint.content {
    case .json(let schema), .scanned(let schema): schemas.append(schema)
    case .nothing, .file, .form, .upload: break
    }
    return schemas.flatMap(members)
  }

  private static func members(_ schema: Schema) -> [Schema.Member] {
    switch schema {
    case .object(let members): members + members.flatMap { Self.members($0.schema) }
    case .array(let element, _): members(element)
    case .either(let schemas): schemas.flatMap(members)
    case .named("BilingualText"): []
    case .named(let name): members(SharedSchemas.schema(name))
    case .string, .integer, .decimal, .boolean, .null, .document: []
    }
  }

  @Test(arguments: Language.allCases)
  func `the description of the interface shows the boundary`(language: Language) {
    let page = DocumentationPage(Routes.endpoints()).reply(in: language)
    let text = String(buffer: page.content)
    #expect(text.contains(BoundaryText.text.text(in: language)))
  }
}
