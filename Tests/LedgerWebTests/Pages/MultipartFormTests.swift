import LedgerDomain
import Testing

@testable import LedgerWeb

/// A form with files, as browsers send it and as attackers do.
struct MultipartFormTests {
  private static let type = "multipart/form-data; boundary=----WebKitFormBoundaryX"

  private static func body(_ parts: [String], end: String = "--\r\n") -> [UInt8] {
    Array(
      (parts.map { "------WebKitFormBoundaryX\r\n\($0)\r\n" }.joined()
        + "------WebKitFormBoundaryX\(end)").utf8)
  }

  private static func field(_ name: String, _ value: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
  }

  private static func file(_ name: String, _ fileName: String, _ content: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\n"
      + "Content-Type: text/csv\r\n\r\n\(content)"
  }

  @Test func `what is no such form is refused`() {
    let good = Self.body([Self.field("a", "1")])
    for (bytes, type) in [
      (good, "multipart/form-data"), (good, "multipart/form-data; boundary="),
      (good, "multipart/form-data; boundary=other"), ([], Self.type),
      (Self.body([Self.field("a", "1")], end: ""), Self.type),
      (Self.body(["no header at all"]), Self.type),
      (Self.body([Self.field("", "1")]), Self.type),
      (Self.body([Self.field("a", "1"), Self.field("a", "2")]), Self.type),
      (Self.body([Self.field("a", "\0")]), Self.type),
      (Self.body((0...101).map { Self.field("f\($0)", "1") }), Self.type),
      (Array(good.dropLast(6)), Self.type),
    ] {
      #expect(throws: Refusal.self) { try MultipartForm(parsing: bytes, contentType: type) }
    }
  }

  @Test func `fields and files are read, whatever stands in them`() throws {
    let csv = "code\r\n--\r\n------WebKitFormBoundary\r\n"
    let form = FormFields(
      try MultipartForm(
        parsing: Self.body([
          Self.field("csrf", "县\r\n2"), Self.file("file", "units.csv", csv),
          Self.file("other", "", ""),
        ]), contentType: Self.type))
    #expect(form["csrf"] == "县\r\n2")
    #expect(form.file("file")?.name == "units.csv")
    #expect(form.file("file")?.bytes == Array(csv.utf8))
    #expect(form.file("other") == nil && form["file"] == nil)
  }

  @Test func `the same form is the same under another boundary`() throws {
    let parts = [Self.field("key", "k"), Self.file("file", "a.csv", "x")]
    let first = FormFields(try MultipartForm(parsing: Self.body(parts), contentType: Self.type))
    let text = String(decoding: Self.body(parts), as: UTF8.self)
      .split(separator: "----WebKitFormBoundaryX").joined(separator: "Y")
    let second = FormFields(
      try MultipartForm(
        parsing: Array(text.utf8),
        contentType: "multipart/form-data; boundary=\"Y\""))
    #expect(first.canonicalBytes == second.canonicalBytes)
  }
}
