import Foundation
import LedgerDomain
import LedgerTestSupport
import Testing

/// `docs/roles.md` is made from the table of permissions, so that it cannot drift.
struct RolesDocumentTests {
  private static var document: String {
    var text = """
      # Roles · 角色

      Who may do what: the one table that commands, pages and the HTTP interface ask, and with
      which the tests compare the database's own policies. Made from the code:
      `TAIZHANG_WRITE_DOCUMENTS=1 scripts/test RolesDocument` writes it anew.

      A grant is (account, role, unit and all below it, optionally one form, until). An
      administrator or auditor holds no other role. Whoever proposes never approves.
      授权＝（账号、角色、单位及其下级、可限一张报表、期限）。系统管理员、安全管理员、审计员
      不得兼任其他角色。提出人不得批准。

      Office, director, auditor and administrators act on the whole ledger: they are granted at the
      top of the tree (or `*`) and for every form only. A narrower grant from an earlier version
      does what the role does in its place, and nothing with the whole.
      联席办、联席办主任、审计员和管理员办理全库事务，只能授最高一级单位（或 `*`），不限报表。
      早先的窄授权只在其范围内有效，不能办理全库事务。


      """
    text += "| role | 角色 | may | 权限 |\n|---|---|---|---|\n"
    for role in Role.allCases {
      let may = Permission.allCases.filter { $0.rule.roles.contains(role) }.map(\.text)
      text += "| `\(role.rawValue)` \(role.name.en) | \(role.name.zh) | "
      text += may.map(\.en).joined(separator: "; ") + " | "
      text += may.map(\.zh).joined(separator: "；") + " |\n"
    }
    return text + matrix + rules
  }

  /// Roles across, permissions down.
  private static var matrix: String {
    var text = "\n## Permissions by role · 权限矩阵\n\n| permission | 权限 |"
    for role in Role.allCases { text += " \(role.name.zh)<br>`\(role.rawValue)` |" }
    text += "\n|---|---|" + String(repeating: ":-:|", count: Role.allCases.count) + "\n"
    for permission in Permission.allCases {
      text += "| `\(permission.rawValue)` | \(permission.text.zh) |"
      let roles = permission.rule.roles
      for role in Role.allCases {
        text += roles.isEmpty ? " ○ |" : roles.contains(role) ? " ● |" : "  |"
      }
      text += "\n"
    }
    return text + "\n● by the role 凭角色 · ○ everybody who is signed in 登录即可\n"
  }

  /// How far, when, and who not.
  private static var rules: String {
    var text = "\n## Reach, month, exclusion · 范围、月份、回避\n\n"
    text += "| permission | reach | month | not | 范围 | 月份 | 回避 |\n|---|---|---|---|---|---|---|\n"
    for permission in Permission.allCases {
      let rule = permission.rule
      let words = [rule.reach.text, rule.state.text, rule.exclusion.text]
      text += "| `\(permission.rawValue)` "
      text += words.map { "| \($0.en) " }.joined() + words.map { "| \($0.zh) " }.joined() + "|\n"
    }
    return text
  }

  @Test func `the table of roles is up to date`() throws {
    let file = Files.root.appending(path: "docs/roles.md")
    if ProcessInfo.processInfo.environment["TAIZHANG_WRITE_DOCUMENTS"] == "1" {
      try Self.document.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.document)
  }

  @Test func `three administrators do no business, and no business role administers`() {
    let administrators: [Role] = [.systemAdministrator, .securityAdministrator, .auditor]
    for permission in Permission.allCases where !permission.rule.roles.isEmpty {
      let held = permission.rule.roles.filter(administrators.contains)
      // A checkpoint says what is there and decides nothing: the office may sign one, too.
      guard permission != .signCheckpoint else { continue }
      #expect(held.isEmpty || held.count == permission.rule.roles.count, "\(permission.rawValue)")
    }
    #expect(Set(Role.business).isDisjoint(with: administrators))
    #expect(Role.business.count + administrators.count == Role.allCases.count)
  }
}
