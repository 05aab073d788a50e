public import LedgerDomain
public import PostgresSupport

/// A sealed version of a year's assessment, without its sheets.
public struct SealedAssessment: Sendable {
  /// The unit below which units are assessed.
  public let scope: String
  /// The year.
  public let year: Int
  /// 1 for the first time that the year was sealed.
  public let number: Int
  /// Code and version of the method.
  public let method: String
  /// Canonical JSON: the method, the editions, and the digest of every sheet.
  public let document: JSONValue
  /// SHA-256 of the document.
  public let sha256: [UInt8]
  /// Why it was sealed again; empty for the first time.
  public let reason: String
  /// The account that sealed it.
  public let sealedBy: String
  /// When; nil before it is recorded.
  public let recordedAt: PostgresTimestamp?

  /// Describes a version that is to be sealed.
  public init(
    scope: String, year: Int, number: Int, method: String, document: JSONValue, sha256: [UInt8],
    reason: String, sealedBy: String, recordedAt: PostgresTimestamp? = nil
  ) {
    self.scope = scope
    self.year = year
    self.number = number
    self.method = method
    self.document = document
    self.sha256 = sha256
    self.reason = reason
    self.sealedBy = sealedBy
    self.recordedAt = recordedAt
  }

  /// The version as a fact.
  public var fact: Fact {
    Fact(
      .assessments,
      [
        .text(scope), .integer(Int64(year)), .integer(Int64(number)), .text(method),
        .text(document.canonicalText), .bytes(sha256), .text(reason), .text(sealedBy),
      ])
  }

  /// A sheet of the version as a fact.
  public func fact(unit: String, sheet: JSONValue) -> Fact {
    Fact(
      .assessmentSheets,
      [
        .text(scope), .integer(Int64(year)), .integer(Int64(number)), .text(unit),
        .text(sheet.canonicalText),
      ])
  }
}

extension LedgerTransaction {
  /// Every sealed version, the latest year first and of a year the latest version.
  public func sealedAssessments() throws -> [SealedAssessment] {
    try connection.execute(AssessmentStatements.sealed).map { row in
      SealedAssessment(
        scope: try row.text(0), year: Int(try row.int4(1)), number: Int(try row.int4(2)),
        method: try row.text(3), document: try JSONValue(parsing: Array(try row.text(4).utf8)),
        sha256: try row.bytea(5), reason: try row.text(6), sealedBy: try row.text(7),
        recordedAt: try row.timestamp(8))
    }
  }

  /// The sheets of a sealed version that the account may read, by unit.
  public func assessmentSheets(_ sealed: SealedAssessment) throws -> [JSONValue] {
    try connection.execute(
      AssessmentStatements.sheets,
      [
        .text(sealed.scope), .int4(Int32(clamping: sealed.year)),
        .int4(Int32(clamping: sealed.number)),
      ]
    ).map { try JSONValue(parsing: Array(try $0.text(0).utf8)) }
  }
}

enum AssessmentStatements {
  static let all = [sealed, sheets]

  static let sealed = Statement(
    "assessments_sealed",
    """
    select scope, year, number, method, document, sha256, reason, sealed_by, recorded_at
    from ledger.assessments
    order by year desc, scope, number desc
    """)
  static let sheets = Statement(
    "assessment_sheets_of",
    """
    select document
    from ledger.assessment_sheets
    where scope = $1 and year = $2 and number = $3
    order by unit
    """)
}
