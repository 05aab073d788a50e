import LedgerDomain

/// The map of tiles, and where the office keeps its places.
enum TileText: String, PageText {
  case map, title, intro, back, rank, unranked, keep, caption, beyond
  case settings, settingsHint, group, groupOf, why, row, column, save, empty, preview, place, placed
  case taken, fileTitle

  var text: BilingualText {
    switch self {
    case .map: BilingualText(zh: "方块地图", en: "Map of tiles")
    case .title: BilingualText(zh: "{0}{1}方块地图", en: "Map of tiles, {1}, {0}")
    case .intro:
      BilingualText(
        zh: "一个单位一个方块，只示大致方位，不表示边界和面积。点方块看单位。",
        en:
          "One tile for each unit: roughly where it lies, without borders or areas. Tiles lead to "
          + "their unit.")
    case .back: BilingualText(zh: "看排名", en: "Ranking")
    case .rank: BilingualText(zh: "第 {0} 名", en: "No. {0}")
    case .unranked: BilingualText(zh: "未排名", en: "not ranked")
    case .keep: BilingualText(zh: "改位置", en: "Change places")
    case .caption: BilingualText(zh: "同一内容，按名次", en: "The same as a table, by rank")
    case .beyond:
      BilingualText(
        zh: "方块放不下的单位只列在表里。", en: "Units beyond the grid are in the table alone.")
    case .settings: BilingualText(zh: "方块地图", en: "Map of tiles")
    case .settingsHint:
      BilingualText(
        zh: "各单位的方块放在第几行第几列。", en: "In which row and column each unit's tile stands.")
    case .group: BilingualText(zh: "哪张地图", en: "Which map")
    case .groupOf: BilingualText(zh: "{0}：{1}", en: "{0}: {1}")
    case .why:
      BilingualText(
        zh: "行从上数，列从左数，都从 1 到 20；中间可以空着。留空的单位按代码排在下面。",
        en: "Rows count from the top, columns from the left, from 1 to 20; gaps are fine. A unit "
          + "without a place stands below, by its code.")
    case .row: BilingualText(zh: "行", en: "Row")
    case .column: BilingualText(zh: "列", en: "Column")
    case .save: BilingualText(zh: "保存位置", en: "Save places")
    case .empty: BilingualText(zh: "没有单位。", en: "There are no units.")
    case .preview: BilingualText(zh: "现在的样子", en: "As it looks now")
    case .place: BilingualText(zh: "{0}：{1}", en: "{0}: {1}")
    case .placed: BilingualText(zh: "第 {0} 行第 {1} 列", en: "row {0}, column {1}")
    case .taken:
      BilingualText(
        zh: "{0}和{1}都放在第 {2} 行第 {3} 列。请给其中一个换个位置。",
        en: "{0} and {1} are both in row {2}, column {3}. Put one of them elsewhere.")
    case .fileTitle: BilingualText(zh: "各单位的位置", en: "The units' places")
    }
  }
}
