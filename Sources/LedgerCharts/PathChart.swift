public import LedgerDomain

/// A year's totals: last year's in grey, what was due dashed, what was reached with each month's
/// colour, and where it leads with a band.
public struct PathChart: Sendable {
  /// This year's totals; nil from a month without figure on.
  public let totals: [Fraction?]
  /// Each of these months' colour; none is drawn without.
  public let colours: [Colour?]
  /// Last year's totals.
  public let lastYear: [Fraction?]
  /// What is due.
  public let due: [Fraction?]
  /// The least, the expected and the greatest total of each month to come, right after `totals`.
  public let projected: [(low: Fraction, expected: Fraction, high: Fraction)]
  /// The twelve months, as they are written below.
  public let months: [String]
  /// What stands at the ends of the lines.
  public let ends: Ends

  /// The labels at the lines' ends.
  public struct Ends: Sendable {
    /// Of last year's line, of what is due, of what is expected.
    public let lastYear, due, projected: String

    /// Names the lines' ends.
    public init(lastYear: String, due: String, projected: String) {
      self.lastYear = lastYear
      self.due = due
      self.projected = projected
    }
  }

  /// Describes a chart.
  public init(
    totals: [Fraction?], colours: [Colour?], lastYear: [Fraction?], due: [Fraction?],
    projected: [(low: Fraction, expected: Fraction, high: Fraction)], months: [String], ends: Ends
  ) {
    self.totals = totals
    self.colours = colours
    self.lastYear = lastYear
    self.due = due
    self.projected = projected
    self.months = months
    self.ends = ends
  }

  /// The drawing, `width` pixels wide; its label is what is read out in its place.
  public func drawing(width: Int, label: String) -> SVG {
    let (top, bottom, left, height) = (160, 340, 620, 3_000)
    let right = min(width * 4, 1_300)
    let ticks = Self.ticks(upTo: greatest)
    let x = Steps(count: 12, from: left, to: width * 10 - right)
    let y = Scale(ticks, from: height - bottom, to: top)
    var pen = Pen(class: "bump wide", width: width * 10, height: height, label: label)
    for tick in ticks {
      pen.stroke(class: "grid", left, y(tick), width * 10 - right, y(tick))
      pen.label(tick.text(decimals: 0), class: "ax", x: left - 80, y: y(tick) + 40, anchor: .end)
    }
    let every = width < 500 ? 3 : 1
    for (position, month) in months.enumerated() where (position + 1).isMultiple(of: every) {
      pen.label(month, class: "ax", x: x(position), y: height - 100, anchor: .middle)
    }
    func points(_ values: [Fraction?]) -> [(x: Int, y: Int)?] {
      values.enumerated().map { position, value in value.map { (x: x(position), y: y($0)) } }
    }
    band(x, y, &pen)
    pen.line(class: "ly", points(lastYear), dots: false)
    pen.line(class: "tgt", points(due), dots: false)
    let reached = points(totals)
    pen.line(class: "ln ln-2", reached)
    for (position, point) in reached.enumerated() where colours.indices.contains(position) {
      if let point, let colour = colours[position] { pen.shape(colour, point.x, point.y, 46) }
    }
    labels(at: width * 10 - right + 80, y, &pen)
    return pen.svg
  }

  private var greatest: Fraction {
    let all = (totals + lastYear + due).compactMap(\.self) + projected.map(\.high)
    return all.max() ?? .one
  }

  private func band(_ x: Steps, _ y: Scale, _ pen: inout Pen) {
    guard !projected.isEmpty, let last = totals.last, let start = last else { return }
    let first = totals.count - 1
    let steps = [(low: start, expected: start, high: start)] + projected
    pen.area(
      class: "band",
      steps.enumerated().map { (x: x(first + $0), y: y($1.high)) }
        + steps.enumerated().reversed().map { (x: x(first + $0), y: y($1.low)) })
    pen.line(
      class: "prj", steps.enumerated().map { (x: x(first + $0), y: y($1.expected)) }, dots: false)
  }

  private func labels(at x: Int, _ y: Scale, _ pen: inout Pen) {
    let texts = [ends.lastYear, ends.due, ends.projected]
    let values = [
      lastYear.last.flatMap(\.self), due.last.flatMap(\.self), projected.last?.expected,
    ]
    let places = RankChart.apart(values.map { $0.map { y($0) } })
    let classes: [StaticString] = ["lb", "lb lb-tgt", "lb lb-prj"]
    for (position, place) in places.enumerated() {
      guard let place else { continue }
      pen.label(texts[position], class: classes[position], x: x, y: place + 45, anchor: .start)
    }
  }

  /// Three to six round numbers from zero to above a value.
  static func ticks(upTo greatest: Fraction) -> [Fraction] {
    var step = Fraction(1)
    let factors: [Fraction] = [Fraction(2), Fraction(5, over: 2), Fraction(2)]
    var position = 0
    while step * Fraction(5) < greatest, position < 60 {
      step = step * factors[position % factors.count]
      position += 1
    }
    var ticks: [Fraction] = [.zero]
    repeat {
      ticks.append(step * Fraction(Int128(ticks.count)))
    } while (ticks.last ?? greatest) < greatest && ticks.count < 7
    return ticks
  }
}

extension Pen {
  /// A filled area.
  fileprivate mutating func area(class name: StaticString, _ points: [(x: Int, y: Int)]) {
    raw("<path class=\"")
    raw(name)
    raw("\" d=\"")
    for (position, point) in points.enumerated() {
      raw(position == 0 ? "M" : "L")
      at(point.x)
      raw(" ")
      at(point.y)
    }
    raw("Z\"/>")
  }
}
