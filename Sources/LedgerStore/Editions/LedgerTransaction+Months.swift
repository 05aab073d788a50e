public import LedgerDomain
public import PostgresSupport

/// What was last decided about a month.
public struct MonthState: Hashable, Sendable {
  /// The number of the latest event; 0 for a month without one.
  public let number: Int
  /// The latest event; nil for a month that was never closed.
  public let event: Event?
  /// When a reopening ends by itself.
  public let reopenedUntil: PostgresTimestamp?
  /// Who decided it.
  public let decidedBy: String

  /// What can be decided about a month.
  public enum Event: String, Sendable {
    case closed
    case reopeningProposed = "reopening_proposed"
    case reopened
  }

  /// Whether figures are taken at a moment.
  public func isOpen(at moment: PostgresTimestamp) -> Bool {
    switch event {
    case nil: true
    case .closed, .reopeningProposed: false
    case .reopened: reopenedUntil.map { moment < $0 } ?? false
    }
  }
}

extension LedgerTransaction {
  /// What was last decided about a month.
  ///
  /// A reopening's end stands in its proposal.
  public func monthState(_ month: Month) throws -> MonthState {
    let rows = try connection.execute(
      EditionStatements.monthState, [.date(month.firstDay.postgres)])
    guard let row = rows.first else {
      return MonthState(number: 0, event: nil, reopenedUntil: nil, decidedBy: "")
    }
    guard let event = MonthState.Event(rawValue: try row.text(1)) else {
      throw Unexpected.unreadable("month_events")
    }
    return MonthState(
      number: Int(try row.int4(0)), event: event, reopenedUntil: try row.optionalTimestamp(2),
      decidedBy: try row.text(3))
  }

  /// An event of a month as a fact.
  public static func monthFact(
    _ month: Month, number: Int, event: MonthState.Event, reason: String, exceptions: [String],
    reopenedUntil: PostgresTimestamp?, by account: String
  ) -> Fact {
    Fact(
      .monthEvents,
      [
        .day(month.firstDay), .integer(Int64(number)), .text(event.rawValue), .text(reason),
        .texts(exceptions), reopenedUntil.map(FactValue.timestamp) ?? .null, .text(account),
      ])
  }
}

/// A version of a rule set, index method or ladder, for the units below a unit.
public struct MethodVersion: Hashable, Sendable {
  /// The unit below which it is used.
  public let scope: String
  /// What it does.
  public let kind: Kind
  /// Its code.
  public let code: String
  /// Its version.
  public let version: Int
  /// The first month it is for.
  public let effective: Month
  /// The document.
  public let definition: JSONValue
  /// SHA-256 of the document's canonical text.
  public let sha256: [UInt8]
  /// Who proposed it.
  public let proposedBy: String
  /// Who approved it, if anybody.
  public let approvedBy: String?

  /// Whether a method rates, ranks, takes units up a ladder or assesses a year.
  public enum Kind: String, Sendable {
    case rules
    case index
    case ladder
    case assessment
  }

  /// Describes a version.
  public init(
    scope: String, kind: Kind, code: String, version: Int, effective: Month,
    definition: JSONValue, sha256: [UInt8], proposedBy: String, approvedBy: String? = nil
  ) {
    self.scope = scope
    self.kind = kind
    self.code = code
    self.version = version
    self.effective = effective
    self.definition = definition
    self.sha256 = sha256
    self.proposedBy = proposedBy
    self.approvedBy = approvedBy
  }

  /// `four-declines/1`.
  public var name: String { "\(code)/\(version)" }

  /// The version as a fact.
  public var fact: Fact {
    Fact(
      .methods,
      [
        .text(scope), .text(kind.rawValue), .text(code), .integer(Int64(version)),
        .day(effective.firstDay), .text(definition.canonicalText), .bytes(sha256),
        .text(proposedBy),
      ])
  }

  /// The second person's yes as a fact.
  public func approvalFact(by account: String) -> Fact {
    Fact(
      .methodApprovals,
      [
        .text(scope), .text(kind.rawValue), .text(code), .integer(Int64(version)),
        .text(account),
      ])
  }
}

extension LedgerTransaction {
  /// Every version of every method, the earlier first.
  public func methodVersions() throws -> [MethodVersion] {
    try connection.execute(EditionStatements.methods).map { row in
      guard let kind = MethodVersion.Kind(rawValue: try row.text(1)) else {
        throw Unexpected.unreadable("methods")
      }
      return MethodVersion(
        scope: try row.text(0), kind: kind, code: try row.text(2),
        version: Int(try row.int4(3)),
        effective: Month(containing: try row.date(4).calendar),
        definition: try JSONValue(parsing: Array(try row.text(5).utf8)),
        sha256: try row.bytea(6), proposedBy: try row.text(7),
        approvedBy: try row.optionalText(8))
    }
  }
}
