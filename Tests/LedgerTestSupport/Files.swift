public import Foundation
public import LedgerDomain

/// Files of the repository, for tests.
public enum Files {
  /// The repository's root.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file's bytes.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// A JSON file, read strictly.
  public static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: bytes(path))
  }

  /// A CSV file without line breaks in its fields.
  public static func csv(_ path: String) throws -> [[String]] {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { line in
      var fields: [String] = []
      var field = ""
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
          fields.append(field)
          field = ""
        default: field.append(character)
        }
      }
      return fields + [field]
    }
  }
}
