import Foundation
import LedgerDomain

/// Files that commands write.
enum Files {
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Refusal(CSVRefusal.fileUnreadable, path)
    }
  }
}
