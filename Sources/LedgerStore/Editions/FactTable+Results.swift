import PostgresSupport

extension FactTable {
  /// Rows of `ledger.ratings`, covered by the journal entry of their evaluation.
  public static let ratings = FactTable(
    name: "ratings",
    columns: [
      Column("period", .date), Column("scope", .text), Column("kind", .text),
      Column("number", .integer), Column("unit", .text), Column("colour", .text),
      Column("rules", .textArray), Column("indicator_colours", .text),
    ],
    insertion: Statement(
      "ratings_add",
      """
      insert into ledger.ratings (
        period, scope, kind, number, unit, colour, rules, indicator_colours, row_sha256
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', evaluations.entry, ratings.period, ratings.scope, ratings.kind, ratings.number,
          ratings.unit, ratings.colour, ratings.rules, ratings.indicator_colours,
          ratings.row_sha256
        from ledger.ratings
        left join ledger.evaluations using (period, scope, kind, number)
      ) to stdout (format binary)
      """),
    hasRowDigest: true)

  /// Rows of `ledger.standings`, covered by the journal entry of their evaluation.
  public static let standings = FactTable(
    name: "standings",
    columns: [
      Column("period", .date), Column("scope", .text), Column("kind", .text),
      Column("number", .integer), Column("peers_of", .text), Column("unit", .text),
      Column("doubled_rank", .integer), Column("ranked", .integer), Column("score", .bigint),
      Column("marks", .bigintArray),
    ],
    insertion: Statement(
      "standings_add",
      """
      insert into ledger.standings (
        period, scope, kind, number, peers_of, unit, doubled_rank, ranked, score, marks,
        row_sha256
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', evaluations.entry, standings.period, standings.scope, standings.kind,
          standings.number, standings.peers_of, standings.unit, standings.doubled_rank,
          standings.ranked, standings.score, standings.marks, standings.row_sha256
        from ledger.standings
        left join ledger.evaluations using (period, scope, kind, number)
      ) to stdout (format binary)
      """),
    hasRowDigest: true)

  static let ratingsCopy = CopyStatement(
    """
    copy ledger.ratings (
      period, scope, kind, number, unit, colour, rules, indicator_colours, row_sha256
    ) from stdin (format binary)
    """)

  static let standingsCopy = CopyStatement(
    """
    copy ledger.standings (
      period, scope, kind, number, peers_of, unit, doubled_rank, ranked, score, marks,
      row_sha256
    ) from stdin (format binary)
    """)
}
