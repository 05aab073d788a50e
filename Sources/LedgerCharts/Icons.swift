public import LedgerDomain

/// The small signs that stand beside words.
public enum Icons {
  /// A colour's shape: the same in chips, charts, legends and print, as in a terminal.
  public static func colour(_ colour: Colour) -> SVG {
    var pen = Pen(icon: "li", side: 160)
    pen.shape(colour, 80, 80, 60)
    return pen.svg
  }

  /// A change of place, upwards or downwards, in neutral ink.
  public static func arrow(up: Bool) -> SVG {
    var pen = Pen(icon: "ar", side: 100)
    if up {
      pen.raw("<path d=\"M5 1l4.5 8h-9z\"/>")
    } else {
      pen.raw("<path d=\"M5 9l4.5-8h-9z\"/>")
    }
    return pen.svg
  }

  /// The dashed line of a legend.
  public static func targetLine() -> SVG {
    var pen = Pen(icon: "li", side: 160)
    pen.stroke(class: "tgt", 0, 80, 160, 80)
    return pen.svg
  }
}

extension Pen {
  /// A colour's shape around a point.
  mutating func shape(_ colour: Colour, _ x: Int, _ y: Int, _ radius: Int) {
    switch colour {
    case .red: polygon("lt lt-red", [(0, -11), (12, 9), (-12, 9)], x, y, radius)
    case .yellow: polygon("lt lt-yellow", [(0, -12), (12, 0), (0, 12), (-12, 0)], x, y, radius)
    case .blue: dot(class: "lt lt-blue", x, y, radius)
    case .grey: dot(class: "lt lt-grey", x, y, radius * 8 / 10)
    }
  }

  /// Corners in tenths of the radius.
  private mutating func polygon(
    _ name: StaticString, _ corners: [(x: Int, y: Int)], _ x: Int, _ y: Int, _ radius: Int
  ) {
    raw("<path class=\"")
    raw(name)
    raw("\" d=\"")
    for (position, corner) in corners.enumerated() {
      raw(position == 0 ? "M" : "L")
      at(x + corner.x * radius / 10)
      raw(" ")
      at(y + corner.y * radius / 10)
    }
    raw("Z\"/>")
  }
}
