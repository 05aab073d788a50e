/// A drawing, made here and nowhere else: what pages may show without escaping it.
///
/// Drawings bear classes and no style of their own, so that the pages' style sheet says how they
/// look and a strict content security policy holds. Whatever text they contain is escaped.
public struct SVG: Sendable {
  /// The element, with its end.
  public let text: String

  init(_ text: String) {
    self.text = text
  }
}

/// Puts a drawing together: numbers in tenths of a pixel, so that no text is made of a `Double`.
struct Pen {
  private(set) var text = ""

  /// Marks as they stand: constants of this module.
  mutating func raw(_ mark: StaticString) { text += mark.description }

  /// Text of others, in content or between quotes.
  mutating func escaped(_ text: String) { self.text += Pen.escaped(text) }

  /// A coordinate.
  mutating func at(_ tenths: Int) { text += Pen.number(tenths) }

  /// An attribute with a coordinate.
  mutating func attribute(_ name: StaticString, _ tenths: Int) {
    text += " \(name)=\"\(Pen.number(tenths))\""
  }

  /// An attribute with a text.
  mutating func attribute(_ name: StaticString, text value: String) {
    text += " \(name)=\"\(Pen.escaped(value))\""
  }

  /// Another drawing's marks.
  mutating func add(_ other: SVG) { text += other.text }

  /// A text element.
  mutating func label(_ value: String, class name: StaticString, x: Int, y: Int, anchor: Anchor) {
    text += "<text class=\"\(name)\" x=\"\(Pen.number(x))\" y=\"\(Pen.number(y))\""
    if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
    text += ">" + Pen.escaped(value) + "</text>"
  }

  enum Anchor: String { case start, middle, end }

  /// The whole drawing.
  var svg: SVG { SVG(text + "</svg>") }

  /// Begins a drawing that is read out by its label.
  init(class name: StaticString, width: Int, height: Int, label: String) {
    let (width, height) = (Pen.number(width), Pen.number(height))
    text =
      "<svg class=\"\(name)\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\""
      + " height=\"\(height)\" role=\"img\" aria-label=\"\(Pen.escaped(label))\">"
  }

  /// Begins an icon, beside which a word stands.
  init(icon name: StaticString, side: Int) {
    let side = Pen.number(side)
    text =
      "<svg class=\"\(name)\" viewBox=\"0 0 \(side) \(side)\" width=\"\(side)\""
      + " height=\"\(side)\" aria-hidden=\"true\" focusable=\"false\">"
  }

  /// Tenths as a decimal.
  static func number(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }

  /// By scalars: what joins with a mark to one character is still found.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
