public import LedgerDomain

/// How ranks changed over months: a line for each unit, the first rank on top.
public struct RankChart: Sendable {
  /// One unit's line.
  public struct Line: Sendable {
    /// What stands at its end.
    public let name: String
    /// Twice its rank in each month; nil where it had none, which breaks the line.
    public let doubledRanks: [Int?]
    /// Its colour in each month, for a chart of one unit.
    public let colours: [Colour?]
    /// Whether it stands out.
    public let isMarked: Bool

    /// Describes a line.
    public init(name: String, doubledRanks: [Int?], colours: [Colour?] = [], isMarked: Bool) {
      self.name = name
      self.doubledRanks = doubledRanks
      self.colours = colours
      self.isMarked = isMarked
    }
  }

  /// The lines.
  public let lines: [Line]
  /// The months, as they are written below.
  public let months: [String]
  /// How many places there are.
  public let places: Int

  /// Describes a chart.
  public init(lines: [Line], months: [String], places: Int) {
    self.lines = lines
    self.months = months
    self.places = places
  }

  /// The drawing, `width` pixels wide; its label is what is read out in its place.
  public func drawing(width: Int, label: String) -> SVG {
    let (top, bottom, left) = (140, 300, 300)
    let right = min(width * 4, 40 + (lines.map { Self.width(of: $0.name) }.max() ?? 0) + 240)
    let height = max(1_600, top + bottom + places * 220)
    let x = Steps(count: months.count, from: left, to: width * 10 - right)
    let y = Steps(count: max(places, 2), from: top, to: height - bottom)
    var pen = Pen(class: "bump", width: width * 10, height: height, label: label)
    let every = max(1, (months.count * 560 + width * 10 - 1) / (width * 10))
    for (position, month) in months.enumerated()
    where (months.count - 1 - position).isMultiple(of: every) {
      pen.label(month, class: "ax", x: x(position), y: height - 60, anchor: .middle)
    }
    for place in [1, places] where lines.count == 1 {
      pen.label(String(place), class: "ax", x: left - 120, y: y(place - 1) + 40, anchor: .end)
    }
    let labels = Self.apart(lines.map { ends($0, y) })
    for (line, label) in zip(lines, labels) where !line.isMarked { draw(line, x, y, label, &pen) }
    for (line, label) in zip(lines, labels) where line.isMarked { draw(line, x, y, label, &pen) }
    return pen.svg
  }

  private func ends(_ line: Line, _ y: Steps) -> Int? {
    line.doubledRanks.last.flatMap(\.self).map { y(doubledRank: $0) }
  }

  private func draw(_ line: Line, _ x: Steps, _ y: Steps, _ label: Int?, _ pen: inout Pen) {
    let points = line.doubledRanks.enumerated().map { position, rank in
      rank.map { (x: x(position), y: y(doubledRank: $0)) }
    }
    pen.line(class: line.isMarked ? "bl on" : "bl", points)
    for (position, colour) in line.colours.enumerated() where points.indices.contains(position) {
      if let point = points[position] { pen.shape(colour ?? .grey, point.x, point.y, 50) }
    }
    guard let last = points.last, let last, let label else { return }
    if line.colours.isEmpty { pen.dot(class: line.isMarked ? "bp on" : "bp", last.x, last.y, 32) }
    let rank = line.doubledRanks.last.flatMap { Standing.rankText(doubled: $0) } ?? ""
    pen.label(
      "\(rank) \(line.name)", class: line.isMarked ? "lb on" : "lb", x: last.x + 90, y: label + 45,
      anchor: .start)
  }

  /// The heights of labels moved apart, so that those of ties do not overlap.
  static func apart(_ heights: [Int?]) -> [Int?] {
    var result = heights
    var last = Int.min / 2
    for position in heights.indices.sorted(by: { (heights[$0] ?? 0) < (heights[$1] ?? 0) }) {
      guard let height = heights[position] else { continue }
      last = max(height, last + 160)
      result[position] = last
    }
    return result
  }

  /// How wide a text is about, in tenths of a pixel, at 13 pixels.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 130 : 74) }
  }
}
