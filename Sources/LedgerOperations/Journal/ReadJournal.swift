import LedgerDomain
public import LedgerStore

extension Ledger {
  /// The journal's entries that a filter lets through, newest first; the auditor's act.
  public func journal(_ filter: JournalFilter, by actor: Actor) async throws -> [JournalEntry] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readJournal)
      return try transaction.entries(filter)
    }
  }

  /// One entry and the facts that it covers; the auditor's act.
  ///
  /// Refused where there is none.
  public func journalEntry(
    chain: String, seq: Int64, by actor: Actor
  ) async throws -> (entry: JournalEntry, facts: [EntryFact]) {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readJournal)
      guard let entry = try transaction.entry(chain: chain, seq: seq) else {
        throw Refusal(JournalRefusal.entryUnknown, chain, String(seq))
      }
      return (entry, try transaction.facts(ofEntry: chain, seq: seq))
    }
  }

  /// How long the journal is, what was signed last, and who verified it last with which result.
  ///
  /// Nothing is verified here: that takes as long as the journal is.
  public func journalState(by actor: Actor) async throws -> JournalState {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readJournal)
      let (entries, chains) = try transaction.journalLength()
      let verified = try transaction.entries(JournalFilter(act: JournalState.act, limit: 1))
      return JournalState(
        entries: entries, chains: chains, checkpoint: try transaction.latestCheckpoint(),
        verified: verified.first.flatMap(JournalState.Verified.init))
    }
  }

  /// Every checkpoint, the newest first.
  public func checkpointHeads(by actor: Actor) async throws -> [Checkpoint] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.checkpoints().reversed()
    }
  }

  /// One checkpoint; refused where there is none of that number.
  public func checkpoint(_ number: Int, by actor: Actor) async throws -> Checkpoint {
    try await act(by: actor, readOnly: true) { transaction, _ in
      guard let found = try transaction.checkpoints().first(where: { $0.number == number }) else {
        throw Refusal(JournalRefusal.checkpointUnknown, String(number))
      }
      return found
    }
  }
}

extension Ledger {
  /// What happened after a place, read as the auditor's role: for a feed that decides itself who
  /// hears of it.
  public func events(after place: EventPlace, limit: Int) async throws -> [JournalEvent] {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) {
      try $0.events(after: place, limit: limit)
    }
  }

  /// The place after everything that has happened.
  public func eventsEnd() async throws -> EventPlace {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { try $0.eventsEnd() }
  }
}
