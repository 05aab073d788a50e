import LedgerDomain
import LedgerOperations
import LedgerStore

/// The figures of a revision beside what they are compared with.
struct ReviewLines: Sendable {
  let sheet: ReviewSheet
  let names: ReviewNames
  /// What stands in the last column of a line; nil where there is none.
  var last: (title: String, cell: @Sendable (ReviewSheet.Line) -> HTML)?

  /// Whether the lines without findings are shown too: something was typed there.
  var isUnfolded = false

  private var say: Say { names.say }
  private var hasPrevious: Bool { sheet.revision.number > 1 }

  /// The lines to look at, and the others folded.
  var html: HTML {
    let flagged = sheet.lines.filter(\.isFlagged)
    let others = sheet.lines.filter { !$0.isFlagged }
    let open: HTML =
      flagged.isEmpty
      ? "<p>\(say(ReviewText.openNone))</p>"
      : """
      <h2 id="open">\(say(ReviewText.openLines, String(flagged.count)))</h2>
      \(table(flagged, label: say(ReviewText.openLines, String(flagged.count))))
      """
    guard !others.isEmpty else { return open }
    let folded = say(ReviewText.foldedLines, String(others.count))
    return """
      \(open)
      <details class="fold"\(" open", if: flagged.isEmpty || isUnfolded)>
      <summary>\(folded)</summary>
      \(table(others, label: folded))</details>
      """
  }

  func table(_ lines: [ReviewSheet.Line], label: String) -> HTML {
    func head(_ text: String, isNumber: Bool) -> HTML {
      """
      <th scope="col" role="columnheader"\(" class=\"num\"", if: isNumber)>\(text)</th>
      """
    }
    return """
      <table class="tb stack" role="table" aria-label="\(label)">
      <thead role="rowgroup"><tr role="row">\(head(say(UnitText.indicator), isNumber: false))
      \(hasPrevious ? head(say(ReviewText.previous), isNumber: true) : .nothing)
      \(head(say(ReviewText.present), isNumber: true))
      \(head(say(ReviewText.before), isNumber: true))
      \(head(say(ReviewText.lastYear), isNumber: true))
      \(head(say(ReviewText.hint), isNumber: false))
      \(last.map { head($0.title, isNumber: false) })</tr></thead>
      <tbody role="rowgroup">
      \(HTML(each: lines, row))</tbody></table>
      """
  }

  private func row(_ line: ReviewSheet.Line) -> HTML {
    let now = say.figure(line.figure)
    let former: HTML =
      hasPrevious
      ? number(
        ReviewText.previous,
        line.isChanged ? "<del>\(say.figure(line.previous))</del>" : "\(say.figure(line.previous))")
      : .nothing
    return """
      <tr role="row" id="line-\(line.indicator)">\
      <th scope="row" role="rowheader">\(names.indicator(line.indicator))</th>
      \(former)\(number(ReviewText.present, line.isChanged ? "<ins>\(now)</ins>" : "\(now)"))
      \(number(ReviewText.before, "\(say.figure(line.before))"))
      \(number(ReviewText.lastYear, "\(say.figure(line.yearEarlier))"))
      <td role="cell" data-label="\(say(ReviewText.hint))"><div>\(hints(line))</div></td>
      \(last.map { "<td role=\"cell\">\($0.cell(line))</td>" as HTML })</tr>

      """
  }

  private func number(_ label: ReviewText, _ content: HTML) -> HTML {
    "<td role=\"cell\" class=\"num\" data-label=\"\(say(label))\"><div>\(content)</div></td>"
  }

  private func hints(_ line: ReviewSheet.Line) -> HTML {
    var parts: [HTML] = line.oddities.map { oddity in
      "<div><span class=\"tag tag-warn\">\(say(ReviewText.findings))</span> \(say(oddity))</div>"
    }
    if line.isMissing {
      parts.append(
        "<div><span class=\"tag tag-bad\">\(say(ReviewText.missingFigure))</span></div>")
    }
    if line.isChanged { parts.append("<div>\(say(ReviewText.changedFigure))</div>") }
    if let isDisputed = line.isDisputed {
      parts.append(
        isDisputed
          ? "<div><span class=\"tag tag-bad\">\(say(ReviewText.isDisputed))</span></div>"
          : "<div><span class=\"tag tag-ok\">\(say(ReviewText.isConfirmed))</span></div>")
    }
    if let note = line.note { parts.append("<div>\(say(ReviewText.unitNote, note))</div>") }
    return parts.isEmpty ? "—" : HTML(parts)
  }
}
