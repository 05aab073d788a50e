public import LedgerDomain

/// The charts of the pages.
public enum Charts {
  /// A value over months, the last at the right.
  ///
  /// A month without value is a gap; `target` is a dashed line; the shape of the colour marks the
  /// last month.
  public static func sparkline(
    _ values: [Fraction?], target: Fraction?, colour: Colour, label: String
  ) -> SVG {
    let (width, height) = (1_200, 280)
    let x = Steps(count: max(values.count, 1), from: 30, to: width - 80)
    let y = Scale(
      values.compactMap(\.self) + (target.map { [$0] } ?? []), from: height - 50, to: 50)
    var pen = Pen(class: "spark", width: width, height: height, label: label)
    if let target { pen.stroke(class: "tgt", 0, y(target), width, y(target)) }
    let points = values.enumerated().map { position, value in
      value.map { (x: x(position), y: y($0)) }
    }
    pen.line(class: "ln", points)
    if let last = points.last, let last { pen.shape(colour, last.x, last.y, 34) }
    return pen.svg
  }

  /// Where a value lies among those of all peers: a tick for each, a long one for the median, a
  /// mark at the target, the colour's shape at one's own.
  public static func rangeRail(
    all: [Fraction], own: Fraction, target: Fraction?, colour: Colour, label: String
  ) -> SVG {
    let (width, height, middle) = (1_600, 220, 110)
    let x = Scale(all + [own] + (target.map { [$0] } ?? []), from: 80, to: width - 80)
    var pen = Pen(class: "rail", width: width, height: height, label: label)
    pen.stroke(class: "rail-l", 80, middle, width - 80, middle)
    for value in all { pen.stroke(class: "rail-t", x(value), middle - 40, x(value), middle + 40) }
    let sorted = all.sorted()
    if !sorted.isEmpty {
      let median = x(sorted[sorted.count / 2])
      pen.stroke(class: "rail-m", median, middle - 80, median, middle + 80)
    }
    if let target {
      pen.raw("<path class=\"rail-g\" d=\"M")
      pen.at(x(target))
      pen.raw(" ")
      pen.at(middle - 20)
      pen.raw("l-4 -7h8z\"/>")
    }
    pen.shape(colour, x(own), middle, 50)
    return pen.svg
  }
}
