public import LedgerDomain
import PostgresSupport

extension FactTable {
  /// Rows of `ledger.tile_places`.
  public static let tilePlaces = FactTable(
    name: "tile_places",
    columns: [
      Column("unit", .text),
      Column("tile_row", .bigint),
      Column("tile_column", .bigint),
    ],
    insertion: Statement(
      "tile_places_add",
      """
      insert into ledger.tile_places (unit, tile_row, tile_column, entry)
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, unit, tile_row, tile_column
        from ledger.tile_places
      ) to stdout (format binary)
      """))
}

extension PlacedTile {
  /// The place as a fact.
  public var fact: Fact {
    Fact(
      .tilePlaces,
      [
        .text(unit), .optional(place.map { Int64($0.row) }),
        .optional(place.map { Int64($0.column) }),
      ])
  }
}

extension LedgerTransaction {
  /// Where the office has put units' tiles, by unit; those without a place of their own are not in
  /// it.
  public func tilePlaces() throws -> [String: TilePlace] {
    var places: [String: TilePlace] = [:]
    for row in try connection.execute(TileStatements.places) {
      places[try row.text(0)] = TilePlace(
        row: Int(try row.int8(1)), column: Int(try row.int8(2)))
    }
    return places
  }
}

enum TileStatements {
  static let all = [places]

  static let places = Statement(
    "tile_places_kept",
    """
    select latest.unit, latest.tile_row, latest.tile_column
    from (
      select distinct on (unit) unit, tile_row, tile_column
      from ledger.tile_places
      order by unit, entry desc
    ) as latest
    where latest.tile_row is not null
    """)
}
