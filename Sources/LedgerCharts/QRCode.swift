import CQRencode

/// A QR code (ISO/IEC 18004), whose modules libqrencode computes.
public enum QRCode {
  /// The code of a text, six pixels a module; nil where the text is too long for any.
  public static func drawing(of text: String, label: String) -> SVG? {
    guard !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      return nil
    }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    guard side > 0, let data = code.pointee.data else { return nil }
    let modules = UnsafeBufferPointer(start: data, count: side * side)
    // Four modules of quiet zone on each side belong to the code.
    let (module, quiet) = (60, 4)
    let edge = (side + 2 * quiet) * module
    var pen = Pen(class: "qr", width: edge, height: edge, label: label)
    pen.raw("<path class=\"qr-0\" d=\"M0 0H")
    pen.at(edge)
    pen.raw("V")
    pen.at(edge)
    pen.raw("H0Z\"/><path class=\"qr-1\" d=\"")
    for row in 0..<side {
      var column = 0
      while column < side {
        var run = 0
        while column + run < side, modules[row * side + column + run] & 1 == 1 { run += 1 }
        if run > 0 { pen.block(column + quiet, row + quiet, run, module) }
        column += max(run, 1)
      }
    }
    pen.raw("\"/>")
    return pen.svg
  }
}

extension Pen {
  /// So many dark modules side by side.
  fileprivate mutating func block(_ column: Int, _ row: Int, _ run: Int, _ module: Int) {
    raw("M")
    at(column * module)
    raw(" ")
    at(row * module)
    raw("h")
    at(run * module)
    raw("v")
    at(module)
    raw("h")
    at(-run * module)
    raw("z")
  }
}
