public import LedgerDocuments
public import LedgerDomain
import LedgerStore

extension Ledger {
  /// Where the office has put units' tiles, by unit.
  public func tilePlaces(by actor: Actor) async throws -> [String: TilePlace] {
    try await act(by: actor, readOnly: true) { transaction, _ in try transaction.tilePlaces() }
  }

  /// Imports places of tiles: all rows or none; refused as ``placeTiles(_:by:)`` does, by line.
  public func importTiles(_ file: CSVFile, by actor: Actor) async throws -> ImportReport {
    let rows = try CatalogueFiles.tiles(file)
    do {
      return try await placeTiles(rows.map(\.value), by: actor)
    } catch let refusal as Refusal {
      guard let row = rows.last(where: { refusal.details.contains($0.value.unit) }) else {
        throw refusal
      }
      throw refusal.at(row.place)
    }
  }

  /// Puts units' tiles, all or none; of two places for one unit the later counts.
  ///
  /// Refused for an unknown unit, and where two units of one map would stand on one place: two that
  /// change places are put in one act.
  public func placeTiles(_ tiles: [PlacedTile], by actor: Actor) async throws -> ImportReport {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      let tree = UnitTree(try transaction.unitVersions(), on: try transaction.today())
      if let unknown = tiles.first(where: { tree[$0.unit] == nil }) {
        throw Refusal(UnitRefusal.unknown, unknown.unit)
      }
      let known = try transaction.tilePlaces()
      var kept = known
      for tile in tiles { kept[tile.unit] = tile.place }
      let changed = Set(tiles.map(\.unit)).filter { kept[$0] != known[$0] }
      try TileMap.check(kept, changed: changed, in: tree)
      let facts = changed.sorted().map { PlacedTile(unit: $0, place: kept[$0]).fact }
      return try Self.append(
        facts, "tiles.place", count: facts.count, of: tiles.count, transaction)
    }
  }
}
