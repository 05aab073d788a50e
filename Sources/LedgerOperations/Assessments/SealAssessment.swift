import LedgerDomain
public import LedgerStore

/// What is sealed.
public struct SealRequest: Sendable {
  /// The year.
  public var year: Int
  /// The unit below which units are assessed.
  public var scope: String
  /// SHA-256 of what was looked at, in hexadecimal; nil for what the record says now.
  public var sha256: String?
  /// Why the year is sealed again; empty for the first time.
  public var reason: String

  /// Describes what is sealed.
  public init(year: Int, scope: String, sha256: String? = nil, reason: String = "") {
    self.year = year
    self.scope = scope
    self.sha256 = sha256
    self.reason = reason
  }
}

extension Ledger {
  /// Keeps a year's assessment as it is now, for good; a later version stands beside the earlier.
  ///
  /// Refused, in this order: whoever is not the assessor there; a reason that is not taken; a year
  /// that is not over; no method in force; a month of the year that is not published; what has
  /// changed since it was looked at; the same as is sealed already; a year that is sealed, without
  /// a reason.
  public func sealAssessment(
    _ request: SealRequest, by actor: Actor
  ) async throws -> SealedAssessment {
    let editions = try await assessedEditions(of: request.year)
    return try await act(by: actor) { transaction, account in
      try transaction.require(.sealAssessment, unit: request.scope)
      let reason = try FreeText.checked(request.reason, at: .option("reason"))
      guard try transaction.today().components.year > request.year else {
        throw Refusal(AssessmentRefusal.yearNotOver, String(request.year))
      }
      let now = try transaction.assess(request.year, scope: request.scope, editions)
      if let month = now.lacking.first {
        throw Refusal(AssessmentRefusal.monthsLacking, month.description)
      }
      guard request.sha256 ?? hexadecimal(now.sha256) == hexadecimal(now.sha256) else {
        throw Refusal(AssessmentRefusal.changed)
      }
      let latest = try transaction.sealedAssessments().first {
        $0.scope == request.scope && $0.year == request.year
      }
      if let latest, latest.sha256 == now.sha256 {
        throw Refusal(AssessmentRefusal.unchanged, String(latest.number))
      }
      guard latest == nil || !reason.isEmpty else {
        throw Refusal(AssessmentRefusal.reasonMissing, at: .option("reason"))
      }
      let sealed = SealedAssessment(
        scope: request.scope, year: request.year, number: (latest?.number ?? 0) + 1,
        method: now.method.name, document: now.document, sha256: now.sha256, reason: reason,
        sealedBy: account)
      let sheets = now.sheets.map { sealed.fact(unit: $0.unit, sheet: $0.document) }
      try transaction.append(
        [sealed.fact] + sheets,
        act: Act(
          "assessment.seal", on: "assessment/\(sealed.scope)/\(sealed.year)/\(sealed.number)"))
      return sealed
    }
  }
}
