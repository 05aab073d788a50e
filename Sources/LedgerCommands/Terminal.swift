import Foundation
import LedgerDomain

/// Standard output and error, in the language of the locale.
enum Terminal {
  /// Chinese where the locale says so, English otherwise.
  static let language: Language = {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["TAIZHANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }()

  /// Whether people look at standard output.
  static let isInteractive = isatty(1) == 1

  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// A line of progress on standard error: rewritten on a terminal, plain otherwise.
  static func progress(_ done: Int, of total: Int, _ what: String) {
    guard isatty(2) == 1 else {
      error("[\(done)/\(total)] \(what)")
      return
    }
    let width = 30
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let end = done >= total ? "\n" : ""
    FileHandle.standardError.write(
      Data("\r\u{1B}[2K\(bar) \(done)/\(total) \(what)\(end)".utf8))
  }

  static func say(zh: String, en: String) -> String { language == .chinese ? zh : en }

  /// How many columns a terminal needs for a text: two for wide characters.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF:
        width + 2
      default: width + 1
      }
    }
  }
}
