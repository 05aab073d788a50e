/// What a ledger of invented figures says on everything that it shows or hands out.
public enum InventedMark {
  /// The words, in two languages.
  public static let text = BilingualText(zh: "演示数据，全部虚构", en: "Invented demonstration data")

  /// The line below a table, in both languages whoever reads it.
  public static let line = "\(text.zh) / \(text.en)"

  /// The line above a CSV file; readers take what begins with `#` for no record.
  public static let comment = "# \(text.zh) / invented demonstration data\n"

  /// The member of a JSON row.
  public static let member = JSONValue.Member("invented", true)
}
