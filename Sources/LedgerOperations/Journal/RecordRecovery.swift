import LedgerDomain
public import LedgerStore
public import PostgresSupport

extension Ledger {
  /// Records what a restore to an earlier moment lost, as the auditor's last checkpoint names it.
  ///
  /// Refused when nothing is lost: then there is nothing to record. Verification against that
  /// checkpoint names the loss as recorded from then on, and never leaves it out.
  public func recordRecovery(
    from backup: String, to moment: PostgresTimestamp, against copy: CheckpointCopy,
    reason: String, by actor: Actor
  ) async throws -> Recovery {
    try await act(by: actor) { transaction, account in
      try transaction.require(.recordRecovery)
      guard (1...64).contains(backup.utf8.count),
        backup.utf8.allSatisfy({ (33...126).contains($0) })
      else { throw Refusal(JournalRefusal.backupUnnamed, at: .option("--backup")) }
      _ = try FreeText.checked(backup, at: .option("--backup"))
      let text = try FreeText.checked(reason, at: .option("--reason"))
      guard !text.isEmpty else {
        throw Refusal(MonthRefusal.reasonMissing, at: .option("--reason"))
      }
      let lost = try transaction.lostEntries(namedBy: copy.checkpoint, after: moment)
      let known = try transaction.recoveries()
      let isNew = lost.contains { entries in
        !known.contains { $0.lost(entries.chain, entries.last) }
      }
      guard isNew else { throw Refusal(JournalRefusal.nothingLost) }
      let recovery = Recovery(
        number: known.count + 1, backup: backup, recoveredTo: moment, checkpoint: copy.checkpoint,
        lost: lost, reason: text, recordedBy: account)
      try transaction.append(
        [recovery.fact],
        act: Act("recovery.record", on: "recovery/\(recovery.number)", detail: backup))
      return recovery
    }
  }
}
