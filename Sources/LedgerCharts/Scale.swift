import LedgerDomain

/// Maps exact values to tenths of a pixel; what lies outside is drawn at the edge.
struct Scale {
  private let low: Double
  private let high: Double
  private let from: Int
  private let to: Int

  init(_ values: [Fraction], from: Int, to: Int) {
    let drawn = values.map(\.approximation)
    low = drawn.min() ?? 0
    high = drawn.max() ?? 1
    self.from = from
    self.to = to
  }

  func callAsFunction(_ value: Fraction) -> Int {
    guard high > low else { return (from + to) / 2 }
    let share = (value.approximation - low) / (high - low)
    guard share.isFinite else { return from }
    let clamped = min(1, max(0, share))
    return from + Int((clamped * Double(to - from)).rounded())
  }
}

/// Spreads a number of places evenly.
struct Steps {
  let count: Int
  let from: Int
  let to: Int

  func callAsFunction(_ position: Int) -> Int {
    count < 2 ? to : from + (to - from) * position / (count - 1)
  }

  /// The place of twice a rank, 1 at the beginning.
  func callAsFunction(doubledRank: Int) -> Int {
    count < 2 ? from : from + (to - from) * (doubledRank - 2) / (2 * (count - 1))
  }
}

extension Pen {
  /// A line through points; it breaks where one is missing, and a point alone is a dot.
  mutating func line(class name: StaticString, _ points: [(x: Int, y: Int)?], dots: Bool = true) {
    raw("<path class=\"")
    raw(name)
    raw("\" d=\"")
    var isDown = false
    for point in points {
      guard let point else {
        isDown = false
        continue
      }
      raw(isDown ? "L" : "M")
      at(point.x)
      raw(" ")
      at(point.y)
      isDown = true
    }
    raw("\"/>")
    guard dots else { return }
    for (position, point) in points.enumerated() {
      let before = position > 0 ? points[position - 1] : nil
      let after = position + 1 < points.count ? points[position + 1] : nil
      if let point, before == nil, after == nil { dot(class: "dot", point.x, point.y, 15) }
    }
  }

  /// A straight line.
  mutating func stroke(class name: StaticString, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    raw("<line class=\"")
    raw(name)
    raw("\"")
    attribute("x1", x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    raw("/>")
  }

  /// A disc.
  mutating func dot(class name: StaticString, _ x: Int, _ y: Int, _ radius: Int) {
    raw("<circle class=\"")
    raw(name)
    raw("\"")
    attribute("cx", x)
    attribute("cy", y)
    attribute("r", radius)
    raw("/>")
  }
}
