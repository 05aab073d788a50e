import Foundation
import HTTPTypes
import LedgerDocuments
import LedgerDomain

/// A file that a request carries, put where the readers of files find it.
///
/// Readers take files in chunks from the disk, whatever their size; the file is gone when the value
/// is.
final class FileContent {
  static let mediaTypes = [
    "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]

  let file: CSVFile

  /// The content of a request that is a file.
  convenience init(_ call: Call) throws {
    let charset = call.headers[.contentType]?.lowercased() ?? ""
    try self.init(call.bytes, charset.contains("charset=gbk") ? .gbk : .utf8)
  }

  /// A file that a form carries.
  convenience init(_ file: UploadedFile) throws {
    // Spreadsheets on older machines write GBK, which is no UTF-8 as soon as it holds Chinese.
    let isText = !file.bytes.starts(with: [0x50, 0x4B])
    let isUTF8 = String(validating: file.bytes, as: UTF8.self) != nil
    try self.init(file.bytes, isText && !isUTF8 ? .gbk : .utf8)
  }

  private init(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "taizhang-upload-\(UUID().uuidString)").path
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw Refusal(CSVRefusal.fileUnreadable, "upload") }
    file = CSVFile(path: path, encoding: encoding)
  }

  deinit { try? FileManager.default.removeItem(atPath: file.path) }
}
