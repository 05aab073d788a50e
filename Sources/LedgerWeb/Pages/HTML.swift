import LedgerCharts
import LedgerDomain

/// A piece of a page: literals are markup, whatever is put in is text.
///
/// `"<p>\(name)</p>"` escapes `name` byte by byte, so that nothing that a combining mark could hide
/// slips through. Nested pieces stay as they are, and drawings come from the charts' module only.
/// Attributes are written between double quotes; an address goes in as a ``Link``.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var bytes: [UInt8]

  /// Markup that stands in the program; `scripts/check-layout` refuses any other use.
  init(stringLiteral markup: String) {
    bytes = Array(markup.utf8)
  }

  init(stringInterpolation interpolation: Interpolation) {
    bytes = interpolation.bytes
  }

  /// Nothing.
  static let nothing: HTML = ""

  /// Pieces one after the other.
  init(_ pieces: some Sequence<HTML>) {
    bytes = []
    for piece in pieces { bytes.append(contentsOf: piece.bytes) }
  }

  /// One piece for each element.
  init<Elements: Sequence>(each elements: Elements, _ piece: (Elements.Element) throws -> HTML)
    rethrows
  {
    bytes = []
    for element in elements { bytes.append(contentsOf: try piece(element).bytes) }
  }

  /// Another piece after this one.
  static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

  /// Collects literals and values.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// A text, escaped for content and for quoted attributes.
    ///
    /// Where a literal could be either, it is markup like every literal: hence disfavoured.
    @_disfavoredOverload
    mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }

    mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    /// A piece, as it is.
    mutating func appendInterpolation(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }

    /// A piece where there is one.
    mutating func appendInterpolation(_ piece: HTML?) {
      if let piece { bytes.append(contentsOf: piece.bytes) }
    }

    /// A drawing, as it is.
    mutating func appendInterpolation(_ drawing: SVG) {
      bytes.append(contentsOf: drawing.text.utf8)
    }

    /// An address between quotes.
    mutating func appendInterpolation(_ link: Link) { HTML.escape(link.text, into: &bytes) }

    /// Markup where something holds: an attribute without value, a class.
    mutating func appendInterpolation(_ markup: StaticString, if isShown: Bool) {
      if isShown { bytes.append(contentsOf: markup.withUTF8Buffer(Array.init)) }
    }
  }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension DefaultStringInterpolation {
  /// Markup never becomes a text by mistake.
  @available(*, unavailable, message: "markup is put into markup, not into a String")
  mutating func appendInterpolation(_ markup: HTML) {}
}

/// An address on this site: a path from its root and a query, whose parts are encoded here.
///
/// No other address can be made, so that no link leads elsewhere or runs a script.
struct Link: Hashable, Sendable {
  let text: String

  /// The address of some parts of a path, each encoded: `Link("units", code)`.
  init(_ parts: String..., query: [(name: String, value: String)] = []) {
    text = "/" + parts.map(Self.encoded).joined(separator: "/") + Self.encoded(query)
  }

  /// An address that a request named; nil for one that would lead to another site.
  init?(local path: String) {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 1_000,
      bytes.count < 2 || bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\"),
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return nil }
    text = path
  }

  /// A place on the page itself.
  init(fragment: String) {
    text = "#" + Self.encoded(fragment)
  }

  /// The same address with a parameter more.
  func adding(_ name: String, _ value: String) -> Link {
    let mark = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return Link(whole: text + mark + Self.encoded(name) + "=" + Self.encoded(value))
  }

  /// A place on the page of this address.
  func at(_ fragment: String) -> Link {
    Link(whole: text + "#" + Self.encoded(fragment))
  }

  private init(whole: String) {
    text = whole
  }

  private static func encoded(_ query: [(name: String, value: String)]) -> String {
    guard !query.isEmpty else { return "" }
    return "?" + query.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  /// Everything but RFC 3986's unreserved characters is percent-encoded.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
