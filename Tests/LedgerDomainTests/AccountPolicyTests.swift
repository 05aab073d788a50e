import LedgerDomain
import LedgerTestSupport
import Testing

/// What the policy of accounts refuses: as a document, as a password, and at the door.
struct AccountPolicyTests {
  private static let rules = AccountPolicy.standard.password
  private static let common = CommonPasswords(
    (try? Files.bytes("defaults/passwords/common.txt")) ?? [])

  @Test func `the default document is the program's own policy, and reads as it is written`()
    throws
  {
    let document = try Files.json("defaults/policies/accounts.json")
    #expect(try AccountPolicy(document) == .standard)
    #expect(try AccountPolicy(AccountPolicy.standard.document) == .standard)
  }

  @Test(arguments: [
    ("password", "length_min", "7"), ("password", "length_min", "65"),
    ("password", "length_max", "63"), ("password", "length_max", "257"),
    ("password", "classes_min", "5"), ("password", "history", "-1"),
    ("password", "rotation_days", "3651"), ("password", "one_time_days", "0"),
    ("password", "history", "5.0"), ("session", "idle_minutes", "1"),
    ("session", "hours_max", "25"), ("session", "token_days_max", "0"),
    ("attempts", "failures_max", "2"), ("attempts", "failures_max", "21"),
    ("attempts", "window_minutes", "0"), ("attempts", "wait_minutes", "1441"),
    ("attempts", "day_failures_max", "9"), ("attempts", "familiar_days", "0"),
  ])
  func `a number outside what is sensible is refused where it stands`(
    part: String, name: String, number: String
  ) throws {
    let refusal = #expect(throws: Refusal.self) {
      try AccountPolicy(Self.document(part, name, .number(number)))
    }
    #expect(refusal?.code == "json.wrong_type")
    #expect(refusal?.place == .pointer("/\(part)/\(name)"))
  }

  @Test func `unknown and missing members, unknown roles and contradictions are refused`() {
    func code(_ document: JSONValue) -> String? {
      #expect(throws: Refusal.self) { try AccountPolicy(document) }?.code
    }
    #expect(code(Self.document("password", "colour", "red")) == "json.member_unknown")
    #expect(code(["password": [:]]) == "json.member_missing")
    #expect(code([]) == "json.wrong_type")
    #expect(
      code(Self.replacing("second_factor_roles", ["office", "king"])) == "account.role_unknown")
    var contradicting = AccountPolicy.standard
    contradicting.session.idleMinutes = 480
    contradicting.session.hoursMax = 1
    #expect(code(contradicting.document) == "policy.contradicts")
    contradicting = .standard
    contradicting.attempts.failuresMax = 20
    contradicting.attempts.dayFailuresMax = 10
    #expect(code(contradicting.document) == "policy.contradicts")
  }

  @Test(arguments: [
    ("", "password.too_short"),
    ("Ab1-Ab1-Ab1", "password.too_short"),
    (String(repeating: "台账", count: 65), "password.too_long"),
    ("Geese fly\nsouth 11", "password.malformed"),
    ("geeseflysouth", "password.too_plain"),
    ("geeseflysouth11", "password.too_plain"),
    ("Reporter.AB-12345", "password.contains_name"),
    ("xx-R3p0rter.ab-xx", "password.contains_name"),
    ("Password1234", "password.common"),
    ("p@ssw0rd-2026", "password.common"),
    ("++Qwertyuiop99", "password.common"),
    ("Sunshine-Sunshine-", nil),
    ("SunshineSunshine1", "password.common"),
    ("aaaaaaaaaaaaaaaaaaaaaa", "password.common"),
    ("Geese-fly-11", nil),
    ("geese fly south in lines", nil),
    ("账账账台台台月月月日日日Aa1", nil),
  ])
  func `a password is refused for the first thing that is wrong with it`(
    password: String, code: String?
  ) {
    var found: String?
    do {
      try Self.rules.check(password, account: "reporter.ab", common: Self.common)
    } catch {
      found = error.code
    }
    #expect(found == code)
  }

  @Test func `the list of common passwords is there`() {
    #expect(Self.common.count > 10_000)
    #expect(Self.common.contains("iloveyou"))
    #expect(!CommonPasswords.none.contains("iloveyou"))
  }

  @Test(arguments: [
    (4, 0, 0, nil),
    (5, 0, 0, "session.too_many"),
    (5, 14, 28, "session.too_many"),
    (5, 14, 29, nil),
    (5, 16, 16, nil),
  ])
  func `five failures within fifteen minutes make a network wait for fifteen`(
    failures: Int, last: Int, now: Int, code: String?
  ) {
    let history = AttemptHistory(
      latest: Int64(last) * 60_000_000, first: failures < 5 ? nil : 0, dayLatest: nil,
      dayFirst: nil)
    #expect(Self.code(history, now: now) == code)
  }

  @Test func `fifty failures within a day shut the door until it is unlocked`() {
    func history(_ minutes: Int64) -> AttemptHistory {
      AttemptHistory(latest: nil, first: nil, dayLatest: minutes * 60_000_000, dayFirst: 0)
    }
    #expect(Self.code(history(1_440), now: 1_000_000) == "session.locked")
    #expect(Self.code(history(1_441), now: 1_441) == nil)
  }

  private static func code(_ history: AttemptHistory, now: Int) -> String? {
    do {
      try history.check(AccountPolicy.standard.attempts, now: Int64(now) * 60_000_000)
      return nil
    } catch {
      return error.code
    }
  }

  private static func replacing(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = AccountPolicy.standard.document else { return .null }
    return .object(members.filter { $0.name != name } + [JSONValue.Member(name, value)])
  }

  private static func document(_ part: String, _ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members)? = AccountPolicy.standard.document[part] else { return .null }
    return replacing(
      part, .object(members.filter { $0.name != name } + [JSONValue.Member(name, value)]))
  }
}

struct Base32Tests {
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `the vectors of RFC 4648 pass`(plain: String, text: String) {
    #expect(Base32.text(plain.utf8) == text)
    #expect(Base32.bytes(text) == Array(plain.utf8))
    #expect(Base32.bytes(text.lowercased() + "==") == Array(plain.utf8))
  }

  @Test(arguments: ["1", "MZXW6!", "台"])
  func `anything else is no base 32`(text: String) {
    #expect(Base32.bytes(text) == nil)
  }
}
