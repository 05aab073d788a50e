import CExpat
import LedgerDomain

/// Walks over an XML document; names come without their prefix.
///
/// A document type declaration ends the walk, so that no entity is ever expanded.
final class XMLWalk {
  var onStart: (_ name: String, _ attributes: [String: String]) -> Void = { _, _ in }
  var onEnd: (_ name: String) -> Void = { _ in }
  var onText: (UnsafeRawBufferPointer) -> Void = { _ in }

  /// Refuses what is not well formed; `name` says of what.
  func walk(_ bytes: [UInt8], _ name: String) throws(Refusal) {
    guard let parser = XML_ParserCreate(nil) else {
      throw Refusal(CSVRefusal.spreadsheetBroken, name)
    }
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context, let name else { return }
        XMLWalk.from(context).onStart(XMLWalk.local(name), XMLWalk.pairs(attributes))
      },
      { context, name in
        guard let context, let name else { return }
        XMLWalk.from(context).onEnd(XMLWalk.local(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let context, let text else { return }
      XMLWalk.from(context).onText(UnsafeRawBufferPointer(start: text, count: Int(length)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      XMLWalk.from(context).refuseDoctype()
    }
    self.parser = parser
    defer { self.parser = nil }
    // An entry is far shorter than a length that Int32 cannot hold.
    let outcome = bytes.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count), 1)
    }
    guard outcome == XML_STATUS_OK else { throw Refusal(CSVRefusal.spreadsheetBroken, name) }
  }

  private var parser: XML_Parser?

  private func refuseDoctype() {
    if let parser { _ = XML_StopParser(parser, 0) }
  }

  private static func from(_ context: UnsafeMutableRawPointer) -> XMLWalk {
    Unmanaged<XMLWalk>.fromOpaque(context).takeUnretainedValue()
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  private static func pairs(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var pairs: [String: String] = [:]
    guard var next = attributes else { return pairs }
    while let name = next[0], let value = next[1] {
      pairs[local(name)] = String(cString: value)
      next += 2
    }
    return pairs
  }
}
