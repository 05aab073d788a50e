import LedgerDomain
import Testing

@testable import LedgerCharts

@Suite struct ChartTests {
  @Test func `a month without value is a gap, and a month alone a dot`() {
    let drawing = Charts.sparkline(
      [Fraction(1), Fraction(2), nil, Fraction(1), nil, Fraction(3)], target: Fraction(2),
      colour: .red, label: "rate")
    let path = drawing.text.split(separator: " d=\"")[1].prefix { $0 != "\"" }
    #expect(path.filter { $0 == "M" }.count == 3)
    #expect(path.filter { $0 == "L" }.count == 1)
    #expect(drawing.text.contains("class=\"dot\""))
    #expect(drawing.text.contains("class=\"tgt\""))
  }

  @Test func `labels are text, whatever they contain`() {
    let hostile = "\"\u{301} onload=alert(1) <b>'&"
    let drawing = Charts.sparkline([nil], target: nil, colour: .grey, label: hostile)
    #expect(
      drawing.text.contains(
        "aria-label=\"&quot;\u{301} onload=alert(1) &lt;b&gt;&#39;&amp;\""))
    let chart = RankChart(
      lines: [.init(name: "<script>", doubledRanks: [2, 4], isMarked: true)],
      months: ["1", "2"], places: 2
    ).drawing(width: 400, label: "")
    #expect(!chart.text.contains("<script>"))
  }

  @Test func `values far outside and of no range stay inside the drawing`() {
    let huge = Fraction(Int128.max) * Fraction(Int128.max)
    for values in [[huge, -huge], [Fraction(1), Fraction(1)], []] {
      let drawing = Charts.sparkline(values, target: nil, colour: .blue, label: "")
      #expect(!drawing.text.contains("nan") && !drawing.text.contains("inf"))
    }
    let scale = Scale([Fraction(0), Fraction(10)], from: 0, to: 100)
    #expect(scale(Fraction(-5)) == 0 && scale(Fraction(5)) == 50 && scale(huge) == 100)
  }

  @Test func `every colour has a shape of its own`() {
    let shapes = Colour.allCases.map { colour in
      Icons.colour(colour).text.replacing("lt-\(colour.rawValue)", with: "")
    }
    #expect(Set(shapes).count == Colour.allCases.count)
  }

  @Test func `ties share a height, their labels do not`() {
    #expect(RankChart.apart([500, 500, nil, 100]) == [500, 660, nil, 100])
  }

  @Test func `a rank chart breaks its line where a unit was not ranked`() {
    let chart = RankChart(
      lines: [.init(name: "A", doubledRanks: [2, nil, 4, 6], isMarked: false)],
      months: ["1", "2", "3", "4"], places: 3)
    let drawing = chart.drawing(width: 400, label: "")
    let path = drawing.text.split(separator: " d=\"")[1].prefix { $0 != "\"" }
    #expect(path.filter { $0 == "M" }.count == 2)
  }

  @Test func `a QR code is drawn with its quiet zone, and too long a text is none`() throws {
    let drawing = try #require(QRCode.drawing(of: "otpauth://totp/A:b?secret=C", label: "QR"))
    // Version 3 has 29 modules; four on each side make 37, six pixels each.
    #expect(drawing.text.contains("viewBox=\"0 0 222 222\""))
    #expect(drawing.text.contains("M24 24h42v6h-42z"))
    #expect(QRCode.drawing(of: String(repeating: "x", count: 3_000), label: "") == nil)
  }
}
