import LedgerDomain
import LedgerStore

/// What differs between two editions, for one unit.
public struct EditionChange: Sendable {
  /// The unit's code.
  public let unit: String
  /// Rank before and after.
  public let ranks: (before: String, after: String)
  /// Score before and after, in units of its last decimal.
  public let scores: (before: String, after: String)
  /// Colour before and after.
  public let colours: (before: String, after: String)
  /// The revisions that replaced others: `form/period: 1 → 2`.
  public let revisions: [String]
}

extension Ledger {
  /// What changed from one edition to another of the same units; units without a change are left
  /// out.
  public func diffEditions(
    _ first: Int, _ second: Int, by actor: Actor
  ) async throws -> [EditionChange] {
    try Self.difference(
      try await edition(first, by: actor), try await edition(second, by: actor))
  }

  /// What changed from one edition's document to another's; refused where they are not of the same
  /// units.
  static func difference(
    _ first: JSONValue, _ second: JSONValue
  ) throws -> [EditionChange] {
    let before = try EditionView(first)
    let after = try EditionView(second)
    guard before.scope == after.scope, before.kind == after.kind else {
      throw Refusal(EditionRefusal.notComparable, before.number, after.number)
    }
    let units = Set(before.units.keys).union(after.units.keys).sorted()
    return units.compactMap { code in
      let old = before.units[code] ?? EditionView.Unit()
      let new = after.units[code] ?? EditionView.Unit()
      let revisions =
        before.month == after.month
        ? new.revisions.keys.sorted().compactMap { key -> String? in
          let (was, isNow) = (old.revisions[key], new.revisions[key] ?? "")
          return was == isNow ? nil : "\(key): \(was ?? "–") → \(isNow)"
        } : []
      let isSame = old.rank == new.rank && old.score == new.score && old.colour == new.colour
      guard !isSame || !revisions.isEmpty else { return nil }
      return EditionChange(
        unit: code, ranks: (old.rank, new.rank), scores: (old.score, new.score),
        colours: (old.colour, new.colour), revisions: revisions)
    }
  }
}

/// What a comparison needs of an edition's document.
private struct EditionView {
  struct Unit {
    var rank = ""
    var score = ""
    var colour = ""
    var revisions: [String: String] = [:]
  }

  let number: String
  let scope: String
  let kind: String
  let month: String
  var units: [String: Unit] = [:]

  init(_ document: JSONValue) throws {
    let json = JSONReader(document)
    number = Self.text(try json.required("edition").value)
    scope = try json.required("scope").string()
    kind = try json.required("kind").string()
    month = try json.required("period").string()
    for item in try json.required("ratings").elements() {
      units[try item.required("unit").string(), default: Unit()].colour =
        try item.required("colour").string()
    }
    for ranking in try json.required("rankings").elements() {
      for item in try ranking.required("standings").elements() {
        let code = try item.required("unit").string()
        units[code, default: Unit()].rank = Self.text(try item.required("rank").value)
        units[code, default: Unit()].score = Self.text(try item.required("score").value)
      }
    }
    for item in try json.required("revisions").elements() {
      let fields = try item.elements().map { Self.text($0.value) }
      guard fields.count == 5 else { continue }
      units[fields[0], default: Unit()].revisions["\(fields[1])/\(fields[2])"] = fields[3]
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text), .number(let text): text
    default: ""
    }
  }
}
