import HTTPTypes
import LedgerDomain

/// One thing that the interface does: declared once, from which its route, its checks and its
/// description are made.
struct Endpoint: Sendable {
  /// The method.
  let method: HTTPRequest.Method
  /// The path below `/api/v1`, of a page from the root, with `{name}` for its parameters.
  let path: String
  /// What programs call it in the description (`operationId`).
  let name: String
  /// The noun that it belongs to.
  let noun: String
  /// What it does.
  let summary: BilingualText
  /// Who may.
  let access: Access
  /// The parameters of its query.
  var query: [Parameter] = []
  /// What it takes.
  var content: Content = .nothing
  /// Shows what was typed to whoever sends a form when the session has ended; nil for forms that
  /// are quickly filled in again, or hold secrets.
  var showLost: (@Sendable (FormFields, PageFrame) -> HTML)?
  /// What it gives when all is well.
  let answer: Answer
  /// Whether a write is done once per `Idempotency-Key`, which then has to be there.
  var isKeyed = false
  /// Whether it may be slow by nature, so that only the database's limits hold.
  var isUnhurried = false
  /// Whether it only watches what happens, by itself and without end: that is no use of a session,
  /// which would never end otherwise.
  var isWatching = false
  /// Whether memory answers it nearly always, so that it stays on the event loop of its connection.
  var isFromMemory = false
  /// Whether people look at it: it lies at the root, its refusals are pages, and it is no part of
  /// the interface for programs.
  var isPage = false
  /// Does it.
  let handle: @Sendable (Call) async throws -> Reply

  /// Who may call.
  enum Access: Sendable {
    /// Anybody, signed in or not.
    case open
    /// Whoever has shown a password, whatever the session still lacks.
    case signingIn
    /// Accounts that hold a role for any of these.
    case signedIn([Permission])

    /// Accounts that hold a role for it.
    static func permission(_ permission: Permission) -> Access { .signedIn([permission]) }

    /// What an account must be allowed one of; empty where it does not matter.
    var permissions: [Permission] {
      if case .signedIn(let permissions) = self { permissions } else { [] }
    }
  }

  /// What a request carries.
  enum Content: Sendable {
    case nothing
    case json(Schema)
    /// JSON that the endpoint scans itself, of a shape that is described only.
    case scanned(Schema)
    /// A file: `text/csv` or a workbook.
    case file
    /// A form that a browser sends.
    case form
    /// A form that a browser sends with a file.
    case upload

    /// The greatest size, in bytes.
    var bytesMax: Int {
      switch self {
      case .nothing: 0
      case .json, .scanned, .form: 256 << 10
      case .file, .upload: 5 << 20
      }
    }
  }

  /// What an answer carries.
  struct Answer: Sendable {
    var status: HTTPResponse.Status = .ok
    var schema: Schema?
    var mediaTypes = ["application/json"]

    static func json(_ schema: Schema, _ status: HTTPResponse.Status = .ok) -> Answer {
      Answer(status: status, schema: schema)
    }

    static let nothing = Answer(status: .noContent, schema: nil, mediaTypes: [])
  }

  /// A parameter of the query.
  struct Parameter: Sendable {
    let name: String
    let text: String
    var isRequired = false
    var schema: Schema = .string()
    /// Whether a value is one; what a caller should write instead.
    var form: String = ""
    var isValid: @Sendable (String) -> Bool = { !$0.isEmpty && $0.utf8.count <= 200 }
  }
}

extension Endpoint {
  /// The path from the root, as the router takes it.
  var route: String { isPage || path.hasPrefix("//") ? path : "/api/v1" + path }
}

extension Endpoint.Parameter {
  /// A unit's code.
  static func unit(_ name: String, _ text: String, isRequired: Bool = false) -> Self {
    Self(
      name: name, text: text, isRequired: isRequired,
      schema: .string(.init(max: 32, pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$")), form: "361100",
      isValid: UnitTree.isCode)
  }

  /// A period of any frequency.
  static func month(_ name: String = "period", isRequired: Bool = false) -> Self {
    Self(
      name: name, text: "The month.", isRequired: isRequired,
      schema: .string(.init(max: 7, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$")), form: "2026-01",
      isValid: { Month($0) != nil })
  }

  /// A day.
  static func day(_ name: String, _ text: String) -> Self {
    Self(
      name: name, text: text, schema: .string(.init(max: 10, format: "date")), form: "2026-01-15",
      isValid: { CalendarDate($0) != nil })
  }

  /// A short text.
  static func text(_ name: String, _ text: String) -> Self {
    Self(name: name, text: text, form: "…")
  }

  /// One of some words.
  static func word(_ name: String, _ text: String, of words: [String]) -> Self {
    Self(
      name: name, text: text, schema: .word(words), form: words.joined(separator: " | "),
      isValid: { words.contains($0) })
  }

  /// The parameters of a paged list.
  static let page: [Self] = [
    Self(
      name: "limit", text: "How many at most; 100 unless stated.", schema: .integer(1...1000),
      form: "1…1000", isValid: { Int($0).map { (1...1000).contains($0) } ?? false }),
    Self(name: "cursor", text: "Where the page before ended: its `next`.", form: "…"),
  ]
}
