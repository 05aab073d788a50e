import HTTPTypes
import LedgerDomain
import Testing

@testable import LedgerWeb

/// The description of the interface is made from the routes, and says nothing else.
struct OpenAPITests {
  @Test func `the description has every endpoint and nothing else`() async throws {
    let office = try await ServedOffice(months: false)
    let answer = try await office.get("/openapi.json")
    #expect(answer.status == 200 && answer.headers.isEmpty == false)
    let document = answer.json
    #expect(document["openapi"] == "3.1.0")
    #expect(document["info"]?["title"] != nil && document["info"]?["version"] == "test")
    var described: Set<String> = []
    for path in document["paths"]?.members ?? [] {
      for operation in path.value.members {
        described.insert("\(operation.name.uppercased()) \(path.name)")
        Self.check(operation.value, path: path.name, document)
      }
    }
    let served = Set(ServedOffice.endpoints.map { "\($0.method.rawValue) \($0.path)" })
    #expect(described == served, "\(described.symmetricDifference(served))")
    #expect(served.count == ServedOffice.endpoints.count, "an endpoint is there twice")
    #expect(Set(ServedOffice.endpoints.map(\.name)).count == served.count, "a name is there twice")
  }

  private static func check(_ operation: JSONValue, path: String, _ document: JSONValue) {
    let name = operation["operationId"]?.text ?? ""
    #expect(name.contains("."), "\(path)")
    #expect(operation["summary"]?.text?.isEmpty == false, "\(name)")
    let parameters = operation["parameters"]?.elements ?? []
    let inPath = Set(parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.text })
    let asked = Set(
      path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
        String($0.dropFirst().dropLast())
      })
    #expect(inPath == asked, "\(name)")
    let places = parameters.map { "\($0["in"]?.text ?? "") \($0["name"]?.text ?? "")" }
    #expect(Set(places).count == places.count, "\(name)")
    #expect(parameters.allSatisfy { $0["schema"] != nil }, "\(name)")
    let responses = operation["responses"]?.members ?? []
    #expect(responses.contains { $0.name.hasPrefix("2") }, "\(name)")
    #expect(responses.allSatisfy { $0.value["description"]?.text != nil }, "\(name)")
    for reference in operation.references {
      let last = reference.split(separator: "/").last.map(String.init) ?? ""
      #expect(
        reference == "#/components/schemas/\(last)"
          && document["components"]?["schemas"]?[last] != nil, "\(name): \(reference)")
    }
  }

  @Test func `every schema that is named is there`() {
    let known = SharedSchemas.all.map(\.name)
    #expect(Set(known).count == known.count)
    var schemas = SharedSchemas.all.map(\.schema)
    for endpoint in ServedOffice.endpoints {
      if let schema = endpoint.answer.schema { schemas.append(schema) }
      switch endpoint.content {
      case .json(let schema), .scanned(let schema): schemas.append(schema)
      case .nothing, .file, .form, .upload: break
      }
    }
    for reference in schemas.flatMap(\.json.references) {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      #expect(known.contains(name), "\(reference)")
    }
  }

  @Test func `the readable description has every endpoint and every refusal`() async throws {
    let office = try await ServedOffice(months: false)
    for (language, word) in [("zh", "台账接口说明"), ("en", "The ledger's interface")] {
      let page = try await office.get("//api/docs", ["Accept-Language": language]).text
      #expect(page.contains(word) && !page.contains("<script"))
      for endpoint in ServedOffice.endpoints {
        #expect(page.contains("id=\"\(endpoint.name)\""), "\(endpoint.name)")
      }
      for code in ServedOffice.codes { #expect(page.contains("id=\"\(code)\""), "\(code)") }
    }
  }
}

extension JSONValue {
  /// The members of an object.
  var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// Every `$ref` in the document.
  fileprivate var references: [String] {
    switch self {
    case .array(let elements): elements.flatMap(\.references)
    case .object(let members):
      members.flatMap { member in
        member.name == "$ref" ? [member.value.text ?? ""] : member.value.references
      }
    default: []
    }
  }
}
