import HTTPTypes
import LedgerDomain
import LedgerTestSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// Every role at every endpoint, in its own place, another's and the one above, in every state of
/// the month.
///
/// What is expected was written by hand, from the rules of the product.
struct AccessMatrixTests {
  /// One line of the expectation.
  struct Row {
    let endpoint: String
    let scope: String
    let month: String
    let cells: [String]

    var unit: String { scope == "other" ? "SQ-B" : scope == "parent" ? "SQ" : "SQ-A" }
    var period: String {
      switch month {
      case "closed": ServedOffice.published
      case "reopening": ServedOffice.reopening
      default: ServedOffice.open
      }
    }
  }

  static let table: (roles: [String], rows: [Row]) = {
    let lines = (try? Files.csv("Tests/Fixtures/access/expectation.csv")) ?? []
    let rows = lines.dropFirst().map {
      Row(endpoint: $0[0], scope: $0[1], month: $0[2], cells: Array($0.dropFirst(3)))
    }
    return (Array((lines.first ?? []).dropFirst(3)), rows)
  }()

  @Test func `every endpoint is in the expectation, and every role`() {
    let expected = Set(Self.table.rows.map(\.endpoint))
    #expect(expected == Set(ServedOffice.endpoints.map(\.name)))
    let roles = Set(Self.table.roles.compactMap { Self.grant(of: $0)?.role })
    #expect(roles == Set(Role.allCases))
  }

  @Test func `every cell is answered as expected`() async throws {
    let office = try await ServedOffice()
    try await Self.addToken(office)
    try await office.addNarrowOffice()
    var wrong: [String] = []
    var count = 0
    // What changes the months comes after the rest, and last what ends sessions.
    let late = ["months.agree_to_reopening", "sessions.end_current"]
    let rows =
      Self.table.rows.filter { !late.contains($0.endpoint) }
      + late.flatMap { name in Self.table.rows.filter { $0.endpoint == name } }
    for row in rows {
      let endpoint = try #require(
        ServedOffice.endpoints.first { $0.name == row.endpoint }, "\(row.endpoint)")
      for (role, expected) in zip(Self.table.roles, row.cells) {
        let request = try #require(
          AccessRequest.of(row.endpoint, unit: row.unit, period: row.period, by: role),
          "\(row.endpoint)")
        let answer = try await office.send(
          request.method ?? endpoint.method, request.path, as: role == "anonymous" ? nil : role,
          [:],
          request.content)
        let outcome = Self.outcome(answer, request, row)
        if outcome != expected {
          wrong.append(
            "\(row.endpoint) \(row.scope) \(row.month) \(role): \(outcome), not \(expected)")
        }
        count += 1
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(count == Self.table.rows.count * Self.table.roles.count)
  }

  private static func addToken(_ office: ServedOffice) async throws {
    let token = try await office.post(
      "/me/tokens",
      ["label": "program", "unit": "SQ-A", "form": "monthly", "until": "2026-06-30"],
      as: "reporter")
    office.keep(try #require(token.json["token"]?.text), as: "token")
  }

  private static func outcome(_ answer: Answer, _ request: AccessRequest, _ row: Row) -> String {
    if answer.status >= 400 {
      // A head has no content to say it in.
      let code = answer.code ?? (answer.status == 401 ? "account.nobody_acts" : nil)
      let reason = code?.split(separator: ".").last.map(String.init) ?? ""
      return reason == request.witness ? "yes" : reason
    }
    guard request.witness == nil else { return "done, where it should fail late" }
    switch row.endpoint {
    case "targets.list", "targets.changes", "submissions.list", "completeness.read":
      return answer.items.isEmpty ? "empty" : "yes"
    case "rankings.read", "ratings.read":
      guard row.month == "closed" else { return "yes" }
      let list = answer.json[row.endpoint == "ratings.read" ? "ratings" : "standings"]
      let unit = list?.elements.first { $0["unit"]?.text == row.unit }
      return unit?["details"] == .null ? "bare" : "yes"
    default: return "yes"
    }
  }

  // MARK: - Against the table in the code

  /// What a column's account is granted; nil for nobody, or nothing.
  private static func grant(of column: String) -> (role: Role, unit: String, form: String?)? {
    switch column {
    case "token": return (.reporter, "SQ-A", "monthly")
    case "system": return (.systemAdministrator, "*", nil)
    case "security": return (.securityAdministrator, "*", nil)
    case "branch": return (.office, "SQ-A", nil)
    default:
      guard let person = ServedOffice.people.first(where: { $0.account == column }),
        let role = person.role
      else { return nil }
      return (role, person.unit, person.form)
    }
  }

  @Test func `the table of permissions says the same`() throws {
    for row in Self.table.rows {
      let endpoint = try #require(ServedOffice.endpoints.first { $0.name == row.endpoint })
      for (column, expected) in zip(Self.table.roles, row.cells) {
        // What a session is for is looked at besides the permission.
        guard expected != "purpose_other" else { continue }
        let derived = Self.derived(endpoint, row, column)
        let wanted =
          switch expected {
          case "yes", "nobody_acts", "not_allowed": expected
          case "out_of_scope", "empty", "bare": "scope"
          default: "state"
          }
        #expect(
          derived == wanted, "\(row.endpoint) \(row.scope) \(row.month) \(column): \(expected)")
      }
    }
  }

  private static func derived(_ endpoint: Endpoint, _ row: Row, _ column: String) -> String {
    if case .open = endpoint.access { return "yes" }
    guard column != "anonymous" else { return "nobody_acts" }
    guard case .signedIn(let permissions) = endpoint.access else { return "yes" }
    // A token is for a form; lists, campaigns, meetings, records and assessments are of none.
    let isOfNoForm =
      ["tasks", "campaigns", "records", "assessments", "meetings"].contains(endpoint.noun)
      || endpoint.name.hasPrefix("record_figures.")
    guard !isOfNoForm || column != "token" else {
      return "not_allowed"
    }
    let grant = grant(of: column)
    switch endpoint.name {
    case "rankings.read", "ratings.read":
      let permission: Permission = row.month == "closed" ? .readDetails : .readUnpublished
      // What was published of one form's figures is told to who holds that form alone.
      let isByForm = endpoint.name == "rankings.read" && row.month == "closed"
      let outcome = outcome(of: permission, row, grant, form: isByForm ? "monthly" : nil)
      return outcome == "yes" ? "yes" : "scope"
    case "assessments.read":
      // Before it is sealed, an assessment is for who reads what is not published.
      let whole = Row(endpoint: "", scope: "parent", month: "-", cells: [])
      let outcome = outcome(of: .readUnpublished, whole, grant, form: nil)
      if outcome == "yes" { return "yes" }
      return self.outcome(of: .readAssessments, row, grant, form: nil) == "yes"
        ? "state" : "not_allowed"
    case "editions.read":
      let whole = Row(endpoint: "", scope: "parent", month: "-", cells: [])
      let isYes = outcome(of: .readDetails, whole, grant, form: nil) == "yes"
      return isYes || grant?.role == .auditor ? "yes" : "not_allowed"
    default:
      let form =
        switch endpoint.noun {
        case "submissions": endpoint.name == "completeness.read" ? grant?.form : "monthly"
        case "editions": ""
        case "tasks", "escalations", "records", "meetings": Permission.tasksForm
        default: grant?.form
        }
      let outcomes = permissions.map { outcome(of: $0, row, grant, form: form) }
      return ["yes", "state", "scope"].first { outcomes.contains($0) } ?? "not_allowed"
    }
  }

  private static func outcome(
    of permission: Permission, _ row: Row, _ grant: (role: Role, unit: String, form: String?)?,
    form: String?
  ) -> String {
    let rule = permission.rule
    guard rule.roles.isEmpty || grant.map({ rule.roles.contains($0.role) }) ?? false else {
      return "not_allowed"
    }
    // Who holds a role for a part only does nothing with the whole.
    if rule.reach == .whole, let grant, !["SQ", "*"].contains(grant.unit) || grant.form != nil {
      return "not_allowed"
    }
    if rule.reach == .units, row.scope != "-", let grant {
      let isBelow = grant.unit == "SQ" || grant.unit == row.unit
      guard isBelow, grant.form == nil || grant.form == form else { return "scope" }
    }
    return rule.state.takes(row.month) ? "yes" : "state"
  }
}

extension PermissionRule.MonthCondition {
  /// Whether a month in the state of that name is in the condition.
  fileprivate func takes(_ month: String) -> Bool {
    switch self {
    case .any: true
    case .open: month == "open" || month == "-"
    case .closed: month == "closed" || month == "reopening"
    case .reopeningProposed: month == "reopening"
    }
  }
}
