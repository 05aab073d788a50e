import LedgerDocuments
import LedgerDomain

/// One return as its reporter sends it: figures in the form's order, and what is explained.
struct InventedReturn: Sendable {
  let unit: String
  let month: Month
  var figures: [FigureNumber]
  var notes: [Int: String] = [:]
}

/// Makes returns of one form: every field has a figure, and what is unusual has a note.
struct InventedReturns: Sendable {
  let form: Form
  /// What a unit reports for a month, by indicator.
  let figures: @Sendable (Month) -> [String: Int]
  let unit: String

  /// A month's return.
  ///
  /// `known` is the first month that was reported; what lies before is compared with nothing.
  func month(_ month: Month, known: Month) -> InventedReturn {
    explained(InventedReturn(unit: unit, month: month, figures: plain(month)), known: known)
  }

  /// The same return with another figure of one indicator, explained anew.
  func wrong(
    _ right: InventedReturn, known: Month, _ indicator: String,
    _ change: (Int64) -> Int64
  ) -> InventedReturn {
    var wrong = InventedReturn(unit: unit, month: right.month, figures: right.figures)
    if let field = form.field(of: indicator), wrong.figures.indices.contains(field),
      let number = FigureNumber(tenThousandths: change(wrong.figures[field].tenThousandths))
    {
      wrong.figures[field] = number
    }
    return explained(wrong, known: known)
  }

  private func plain(_ month: Month) -> [FigureNumber] {
    let figures = figures(month)
    return form.fields.map {
      FigureNumber(tenThousandths: Int64(figures[$0.indicator] ?? 0)) ?? .zero
    }
  }

  private func explained(_ draft: InventedReturn, known: Month) -> InventedReturn {
    func figures(monthsBack back: Int) -> [Figure]? {
      let month = draft.month.adding(months: -back)
      return month >= known ? plain(month).map(Figure.number) : nil
    }
    var earlier: [Int: [Figure]] = [:]
    for back in form.periodsChecked { earlier[back] = figures(monthsBack: back) }
    let context = SubmissionContext(
      earlier: earlier, yearEarlier: figures(monthsBack: 12),
      isFirstOfYear: draft.month.number == 1)
    var draft = draft
    for finding in form.findings(draft.figures.map(Figure.number), context)
    where !finding.isImpossible && draft.notes[finding.field] == nil {
      draft.notes[finding.field] = InventedNotes.note(
        on: form.fields[finding.field].indicator, draft.figures[finding.field],
        lastMonth: earlier[1].flatMap { number($0, finding.field) })
    }
    return draft
  }

  private func number(_ figures: [Figure], _ field: Int) -> FigureNumber? {
    guard figures.indices.contains(field), case .number(let number) = figures[field] else {
      return nil
    }
    return number
  }

  /// Returns as the file that a reporter uploads.
  static func file(_ returns: [InventedReturn], form: Form) -> CSVFile {
    var text = CSVWriter.line(["unit", "period", "indicator", "value", "note"])
    for item in returns {
      let period = item.month.description
      for (field, figure) in item.figures.enumerated() {
        text += CSVWriter.line([
          item.unit, period, form.fields[field].indicator, figure.description,
          item.notes[field] ?? "",
        ])
      }
    }
    return CSVFile(name: "\(form.code).csv", text: text)
  }
}

/// What reporters write beside unusual figures.
enum InventedNotes {
  static func note(
    on indicator: String, _ figure: FigureNumber, lastMonth: FigureNumber?
  ) -> String {
    let isMoney = indicator == "LOSS_AMT"
    guard figure != .zero else { return "本月确无发生，已与台账逐条核对" }
    guard let lastMonth, lastMonth != figure else { return "与上月数相同系巧合，已逐起核对立案台账" }
    if indicator == "CRIM_ALARM_CNT" { return "接警量随季节波动，统计口径未变，已核对接警系统" }
    if figure > lastMonth {
      return isMoney ? "本月有五十万元以上案件，损失较集中，已核对" : "本月刷单返利类发案较多，已逐起核对立案台账"
    }
    return isMoney ? "本月无大额案件，损失下降，已核对" : "上月集中宣传后发案回落，已逐起核对立案台账"
  }
}
