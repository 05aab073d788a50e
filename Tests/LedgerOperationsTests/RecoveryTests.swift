import Crypto
import Foundation
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Checkpoints that are kept elsewhere, and restores to an earlier moment.
@Suite(.serialized)
struct RecoveryTests {
  private let database: TestDatabase
  private let ledger: Ledger
  private let key = Curve25519.Signing.PrivateKey()

  init() async throws {
    database = try await TestDatabase.clone()
    ledger = Ledger(
      store: Store(pool: database.pool(role: "ledger_app")),
      console: Store(pool: database.pool(role: "ledger_auth", size: 1)),
      audit: Store(pool: database.pool(role: "ledger_audit", size: 1)),
      surroundings: Ledger.Surroundings(
        givenMoment: nil,
        machineMoment: {
          PostgresTimestamp(unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }))
    try await ledger.createFirstAdministrator(account("system"), role: .systemAdministrator)
    try await ledger.createFirstAdministrator(account("security"), role: .securityAdministrator)
    let (system, security) = (try await actor("system"), try await actor("security"))
    for (name, role) in [("auditor", Role.auditor), ("office", .office)] {
      try await ledger.createAccount(account(name), by: system)
      _ = try await ledger.addGrant(
        role, to: name, unit: "*", form: nil, until: nil, by: security)
    }
  }

  private func account(_ name: String) -> Account {
    Account(name: name, displayName: name, unit: "*", post: "")
  }

  private func actor(_ name: String) async throws -> Ledger.Actor {
    try await ledger.openConsoleSession(as: name)
  }

  private func signedCopy() async throws -> CheckpointCopy {
    _ = try await ledger.createCheckpoint(signedWith: key, by: actor("auditor"))
    return try #require(try await ledger.newestCheckpointCopy())
  }

  /// What a restore to the moment before the last act leaves: the grant to the office never was.
  private func loseLastEntry() async throws {
    try await database.script(
      """
      begin;
      set local session_replication_role = replica;
      delete from ledger.checkpoints;
      with last as (
        delete from ledger.journal_entries
        where chain = '*' and seq = (select seq from ledger.journal_heads where chain = '*')
        returning seq, previous_hash
      ), fact as (
        delete from ledger.grants using last where grants.entry = last.seq
      )
      update ledger.journal_heads set seq = last.seq - 1, hash = last.previous_hash from last
      where chain = '*';
      commit;
      """)
  }

  private func recorded(
    _ copy: CheckpointCopy, _ backup: String, _ reason: String, by name: String
  ) async throws -> Recovery {
    try await ledger.recordRecovery(
      from: backup, to: copy.checkpoint.recordedAt, against: copy, reason: reason,
      by: actor(name))
  }

  private func refusal(
    _ copy: CheckpointCopy, _ backup: String, _ reason: String, by name: String
  ) async -> String? {
    do {
      _ = try await recorded(copy, backup, reason, by: name)
      return nil
    } catch {
      return (error as? Refusal)?.code ?? String(describing: error)
    }
  }

  @Test func `a copy with one changed byte is refused`() async throws {
    _ = try await signedCopy()
    let bytes = try await signedCopy().bytes
    #expect(try CheckpointCopy(bytes).bytes == bytes)
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= 1
      let refusal = #expect(throws: Refusal.self) { try CheckpointCopy(changed) }
      #expect(refusal?.code == "journal.checkpoint_not_genuine")
    }
    for length in bytes.indices {
      #expect(throws: Refusal.self) { try CheckpointCopy(Array(bytes[..<length])) }
    }
  }

  @Test func `a ledger that went on agrees with every copy of its checkpoints`() async throws {
    let first = try await signedCopy()
    try await ledger.createAccount(account("later"), by: actor("system"))
    let second = try await signedCopy()
    let verification = try await ledger.verify(against: [first, second])
    #expect(verification.findings == [])
    #expect(verification.checkpoints == 2)
  }

  @Test func `what a copy names and the ledger lost is named, recorded, and still told`()
    async throws
  {
    let copy = try await signedCopy()
    #expect(await refusal(copy, "F1", "disk lost", by: "office") == "account.not_allowed")
    #expect(await refusal(copy, "a backup", "disk lost", by: "auditor") == "journal.backup_unnamed")
    #expect(await refusal(copy, "F1", "", by: "auditor") == "month.reason_missing")
    #expect(await refusal(copy, "F1", "disk lost", by: "auditor") == "journal.nothing_lost")

    try await loseLastEntry()
    #expect(try await ledger.verify().findings == [])
    let seen = try await ledger.verify(against: [copy]).findings
    #expect(seen.count == 2)
    #expect(seen.first?.contains("checkpoint 1 of the auditor: the ledger has no") == true)
    #expect(seen.last?.contains("journal *: entries 6 to 6, which checkpoint 1") == true)

    let recovery = try await recorded(copy, "20260115-090000F", "disk lost", by: "auditor")
    #expect(recovery.lost.map(\.chain) == ["*"])
    #expect(recovery.lost.map(\.first) == [6])
    #expect(recovery.lost.map(\.last) == [6])
    #expect(await refusal(copy, "F1", "again", by: "auditor") == "journal.nothing_lost")
    let verification = try await ledger.verify(against: [copy])
    #expect(verification.findings == [])
    #expect(verification.recoveries.map(\.lostCount) == [1])
  }
}
