public import LedgerDomain

/// Sums day by day: the campaign's own dark, the days before the start grey, a year before dashed.
///
/// A day without a sum is a gap.
public struct DaysChart: Sendable {
  /// Each day of the campaign.
  public let days: [Fraction?]
  /// As many days before the start.
  public let before: [Fraction?]
  /// As many days a year before.
  public let lastYear: [Fraction?]
  /// The days of the campaign, as they are written below.
  public let labels: [String]

  /// Describes a chart.
  public init(
    days: [Fraction?], before: [Fraction?], lastYear: [Fraction?], labels: [String]
  ) {
    self.days = days
    self.before = before
    self.lastYear = lastYear
    self.labels = labels
  }

  /// The drawing, `width` pixels wide; its label is what is read out in its place.
  public func drawing(width: Int, label: String) -> SVG {
    let (top, bottom, left, height) = (120, 300, 620, 2_200)
    let right = width * 10 - 120
    let ticks = PathChart.ticks(
      upTo: (days + before + lastYear).compactMap(\.self).max() ?? .one)
    let x = Steps(count: days.count, from: left, to: right)
    let y = Scale(ticks, from: height - bottom, to: top)
    var pen = Pen(class: "bump wide", width: width * 10, height: height, label: label)
    for tick in ticks {
      pen.stroke(class: "grid", left, y(tick), right, y(tick))
      pen.label(tick.text(decimals: 0), class: "ax", x: left - 80, y: y(tick) + 40, anchor: .end)
    }
    for (position, day) in labels.enumerated() where isWritten(position, width) {
      pen.label(day, class: "ax", x: x(position), y: height - 80, anchor: .middle)
    }
    func points(_ values: [Fraction?]) -> [(x: Int, y: Int)?] {
      values.enumerated().map { position, value in value.map { (x: x(position), y: y($0)) } }
    }
    pen.line(class: "ly", points(before))
    pen.line(class: "tgt", points(lastYear))
    pen.line(class: "ln ln-2", points(days))
    return pen.svg
  }

  /// Few enough labels that they do not touch.
  private func isWritten(_ position: Int, _ width: Int) -> Bool {
    let most = max(width / 110, 2)
    let every = max((labels.count + most - 1) / most, 1)
    return position.isMultiple(of: every)
  }
}
