import HTTPTypes
import LedgerDomain

/// The description of the interface, made from the declarations that make the routes.
enum OpenAPIDocument {
  /// OpenAPI 3.1.
  static func json(_ endpoints: [Endpoint], version: String) -> JSONValue {
    var paths: [(path: String, items: [JSONValue.Member])] = []
    for endpoint in endpoints {
      let item = JSONValue.Member(endpoint.method.rawValue.lowercased(), operation(endpoint))
      if let known = paths.firstIndex(where: { $0.path == endpoint.path }) {
        paths[known].items.append(item)
      } else {
        paths.append((endpoint.path, [item]))
      }
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "台账 Taizhang", "version": .string(version),
        "description": .string(
          "The ledger of a joint meeting. Every refusal is a problem (RFC 9457) with a code, a "
            + "text and a way out, in the language of Accept-Language."),
      ],
      "servers": [["url": "/api/v1"]],
      "paths": .object(paths.map { JSONValue.Member($0.path, .object($0.items)) }),
      "components": [
        "schemas": .object(
          SharedSchemas.all.map { JSONValue.Member($0.name, $0.schema.json) }),
        "securitySchemes": [
          "bearer": ["type": "http", "scheme": "bearer"],
          "cookie": ["type": "apiKey", "in": "cookie", "name": .string(SessionCookie.name)],
        ],
      ],
    ]
  }

  private static func operation(_ endpoint: Endpoint) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("operationId", .string(endpoint.name)), .init("tags", [.string(endpoint.noun)]),
      .init("summary", .string("\(endpoint.summary.zh) \(endpoint.summary.en)")),
      .init("description", .string(access(endpoint))),
      .init("parameters", .array(parameters(endpoint))),
      .init("responses", responses(endpoint)),
      .init("security", isOpen(endpoint) ? [] : [["bearer": []], ["cookie": []]]),
    ]
    if let content = content(endpoint.content) { members.append(.init("requestBody", content)) }
    return .object(members)
  }

  private static func isOpen(_ endpoint: Endpoint) -> Bool {
    if case .open = endpoint.access { true } else { false }
  }

  private static func access(_ endpoint: Endpoint) -> String {
    switch endpoint.access {
    case .open: "Anybody."
    case .signingIn: "Whoever has shown a password."
    case .signedIn(let permissions):
      permissions.map { permission in
        let roles = permission.rule.roles
        return roles.isEmpty
          ? "Everybody who is signed in (\(permission.rawValue))."
          : "\(roles.map(\.rawValue).joined(separator: ", ")) (\(permission.rawValue))."
      }.joined(separator: " ")
    }
  }

  private static func parameters(_ endpoint: Endpoint) -> [JSONValue] {
    var parameters: [JSONValue] = []
    for part in endpoint.path.split(separator: "/") where part.hasPrefix("{") {
      let name = String(part.dropFirst().dropLast())
      parameters.append([
        "name": .string(name), "in": "path", "required": true,
        "schema": ["type": "string", "maxLength": 64, "minLength": 1],
      ])
    }
    for parameter in endpoint.query {
      parameters.append([
        "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
        "description": .string(parameter.text), "schema": parameter.schema.json,
      ])
    }
    if endpoint.isKeyed {
      parameters.append([
        "name": "Idempotency-Key", "in": "header", "required": true,
        "description": "The same key with the same content gets the first answer.",
        "schema": ["type": "string", "pattern": "^[!-~]{8,128}$"],
      ])
    }
    return parameters
  }

  private static func content(_ content: Endpoint.Content) -> JSONValue? {
    switch content {
    case .nothing, .form, .upload: nil
    case .json(let schema), .scanned(let schema):
      ["required": true, "content": ["application/json": ["schema": schema.json]]]
    case .file:
      [
        "required": true,
        "content": .object(
          FileContent.mediaTypes.map {
            JSONValue.Member($0, ["schema": ["type": "string", "format": "binary"]])
          }),
      ]
    }
  }

  private static func responses(_ endpoint: Endpoint) -> JSONValue {
    let problem: JSONValue = [
      "description": "A refusal.",
      "content": [
        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
      ],
    ]
    var answer: [JSONValue.Member] = [.init("description", .string(endpoint.summary.en))]
    if !endpoint.answer.mediaTypes.isEmpty {
      let content = endpoint.answer.mediaTypes.map { type in
        JSONValue.Member(
          type,
          type == "application/json"
            ? ["schema": endpoint.answer.schema?.json ?? [:]]
            : ["schema": ["type": "string"]])
      }
      answer.append(.init("content", .object(content)))
    }
    var responses = [JSONValue.Member(String(endpoint.answer.status.code), .object(answer))]
    let codes = ["400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "503"]
    for code in codes { responses.append(.init(code, problem)) }
    if endpoint.method == .get { responses.append(.init("304", ["description": "Unchanged."])) }
    return .object(responses)
  }
}
