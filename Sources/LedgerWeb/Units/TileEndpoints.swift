import HTTPTypes
import LedgerDomain
import LedgerOperations

/// Where units' tiles stand on the map.
enum TileEndpoints {
  static let all: [Endpoint] = [list, place]

  private static let list = Endpoint(
    method: .get, path: "/tiles", name: "tiles.list", noun: "units",
    summary: BilingualText(
      zh: "方块地图上联席办给各单位定的位置。",
      en: "The places that the office gave to units on the map of tiles."),
    access: .permission(.readCatalogue), query: Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("unit", SharedSchemas.code), .required("row", side),
          .required("column", side),
        ]))),
    handle: { call in
      let all = try await call.ledger.tilePlaces(by: call.actor()).sorted { $0.key < $1.key }
      return .json(
        try Page(all, of: call, key: { $0.key }).reply { one in
          [
            "unit": .string(one.key), "row": .integer(one.value.row),
            "column": .integer(one.value.column),
          ]
        })
    })

  private static let side = Schema.integer(1...TilePlace.sideMax)

  private static let place = Endpoint(
    method: .post, path: "/tiles", name: "tiles.place", noun: "units",
    summary: BilingualText(
      zh: "导入方块位置（unit,row,column）。", en: "Import places of tiles (unit,row,column)."),
    access: .permission(.keepCatalogue), content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importTiles(upload.file, by: $0)
      }
    })
}
