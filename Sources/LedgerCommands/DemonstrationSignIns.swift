import Crypto
import Foundation
import LedgerDemonstration
import LedgerDomain
import LedgerOperations

/// Lets people sign in to the demonstration: one password for all of its accounts, and one second
/// factor for those whose roles need one, made anew for each installation.
struct DemonstrationSignIns {
  private let password: String
  private let factor: String

  init() {
    let letters = Base32.text(Self.random(13)).lowercased().utf8.prefix(20)
    password = stride(from: 0, to: 20, by: 5).map { start in
      String(decoding: letters.dropFirst(start).prefix(5), as: UTF8.self)
    }.joined(separator: "-")
    factor = Base32.text(Self.random(20))
  }

  private static func random(_ count: Int) -> [UInt8] {
    SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes(Array.init)
  }

  /// Sets them, and writes them down where only the operator reads.
  func set(in ledger: Ledger, writingTo path: String) async throws {
    let needing = try await ledger.policy().secondFactorRoles
    for account in DemonstrationAccounts.all {
      try await ledger.setDemonstrationPassword(of: account.name, to: password)
      if needing.contains(account.role) {
        try await ledger.enrolDemonstrationSecondFactor(of: account.name, secretBase32: factor)
      }
    }
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text(needing).utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw Refusal(CSVRefusal.fileUnreadable, at: .option("--accounts"), path) }
  }

  private func text(_ needing: Set<Role>) -> String {
    var text = """
      \(InventedMark.line)
      口令 / password: \(password)
      动态码 / code (*): scripts/taizhang account code \(factor)


      """
    for account in DemonstrationAccounts.all {
      let mark = needing.contains(account.role) ? "*" : " "
      let name = account.name.padding(toLength: 32, withPad: " ", startingAt: 0)
      let role = account.role.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0)
      text += "\(mark) \(name)\(role)\(account.display.zh) / \(account.display.en)\n"
    }
    return text
  }
}
