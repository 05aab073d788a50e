import LedgerDomain
public import LedgerStore

/// The journal as a whole: how long it is, what was signed last, and who verified it last.
public struct JournalState: Sendable {
  /// How many entries it has.
  public let entries: Int64
  /// How many chains.
  public let chains: Int64
  /// The latest checkpoint; nil for none.
  public let checkpoint: Checkpoint?
  /// The latest verification that an auditor asked for; nil for none.
  public let verified: Verified?

  /// The act under which verifications stand in the journal.
  static let act = "journal.verify"

  /// What a verification found, as its entry in the journal says.
  public struct Verified: Sendable {
    /// Its entry.
    public let entry: JournalEntry
    /// How many things did not agree; 0 where everything did.
    public let findings: Int
    /// How many entries were looked at.
    public let entries: Int
    /// How many rows of facts.
    public let rows: Int
    /// How many checkpoints.
    public let checkpoints: Int
    /// How many editions were computed again.
    public let editions: Int
    /// The first findings.
    public let examples: [String]
  }
}

extension JournalState.Verified {
  private static let examplesMax = 5
  private static let separator = " | "

  /// What a verification found, as one line of the journal.
  static func text(_ verification: Verification) -> String {
    let numbers = [
      verification.findings.count, verification.entries, verification.rows,
      verification.checkpoints, verification.editions,
    ]
    let words = zip(names, numbers).map { "\($0)=\($1)" }.joined(separator: " ")
    return ([words] + verification.findings.prefix(examplesMax)).joined(separator: separator)
  }

  private static let names = ["findings", "entries", "rows", "checkpoints", "editions"]

  /// Reads the line; nil for an entry that is no verification.
  init?(_ entry: JournalEntry) {
    let lines = entry.detail.split(separator: Self.separator)
    let words = lines.first.map { $0.split(separator: " ") } ?? []
    guard words.count == Self.names.count else { return nil }
    var numbers: [Int] = []
    for (word, name) in zip(words, Self.names) {
      guard word.hasPrefix("\(name)="), let number = Int(word.dropFirst(name.count + 1)) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(
      entry: entry, findings: numbers[0], entries: numbers[1], rows: numbers[2],
      checkpoints: numbers[3], editions: numbers[4],
      examples: lines.dropFirst().map(String.init))
  }
}

extension Ledger {
  /// Verifies the whole ledger for an auditor and keeps what was found in the journal, so that
  /// everybody who reads it sees when it was last looked at.
  ///
  /// Takes as long as the ledger is large. The entry itself comes after what was looked at.
  public func verifyLedger(by actor: Actor) async throws -> Verification {
    let asking = Actor(session: actor.session)
    try await act(by: asking, readOnly: true) { transaction, _ in
      try transaction.require(.readJournal)
    }
    let verification = try await verify()
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.readJournal)
      try transaction.append(
        [],
        act: Act(
          JournalState.act, on: "journal", detail: JournalState.Verified.text(verification)))
      return verification
    }
  }
}
