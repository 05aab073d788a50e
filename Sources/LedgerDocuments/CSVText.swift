/// Text cells that a spreadsheet would take for a formula, and back.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is run by spreadsheets as
/// a formula, whoever wrote it. Such a text gets an apostrophe in front, which spreadsheets take
/// for "this is text"; our own imports take it off again, so that a text comes back as it was.
/// Numbers are never guarded: a negative number stays a number.
public enum CSVText {
  private static let apostrophe = UInt8(ascii: "'")

  /// A text as it stands in a cell of a file that leaves the ledger.
  public static func guarded(_ text: String) -> String {
    // A text that looks guarded is guarded as well: else it would come back shorter.
    let bare = text.utf8.drop { $0 == apostrophe }
    return bare.first.map(isDangerous) ?? false ? "'" + text : text
  }

  /// The text of a cell that ``guarded(_:)`` wrote; any other as it is.
  public static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe else { return cell }
    let bare = cell.utf8.drop { $0 == apostrophe }
    return bare.first.map(isDangerous) ?? false ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static func isDangerous(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
