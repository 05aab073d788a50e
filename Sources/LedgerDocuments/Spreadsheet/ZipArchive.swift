import CZip
import LedgerDomain

/// A ZIP file whose entries are unpacked whole, none beyond a size that is stated first.
final class ZipArchive {
  /// The greatest entry that is unpacked, in bytes.
  static let entryMax = 256 << 20

  private let handle: OpaquePointer

  /// Refuses what is no ZIP file.
  init(path: String) throws(Refusal) {
    var error: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &error) else {
      throw Refusal(CSVRefusal.spreadsheetBroken, path)
    }
    self.handle = handle
  }

  deinit { zip_discard(handle) }

  /// An entry's bytes; nil when there is none of that name.
  func entry(_ name: String) throws(Refusal) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_stat(handle, name, 0, &status) == 0 else { return nil }
    guard status.size <= Self.entryMax else {
      throw Refusal(CSVRefusal.fileTooLarge, String(Self.entryMax))
    }
    guard let file = zip_fopen(handle, name, 0) else {
      throw Refusal(CSVRefusal.spreadsheetBroken, name)
    }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
    guard count == Int64(bytes.count) else {
      throw Refusal(CSVRefusal.spreadsheetBroken, name)
    }
    return bytes
  }
}
