import LedgerCharts
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The table of targets, to be read or to be filled in.
struct TargetTable: Sendable {
  let page: TargetPage
  let form: TargetForm
  let errors: [(text: String, field: String)]

  private var say: Say { page.say }
  private var sheet: TargetSheet { page.sheet }
  private var kind: TargetKind { page.kind }

  var html: HTML {
    let label = say(TargetText.title, String(sheet.year), say(sheet.indicator.name))
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(label)">
      <table class="tb goals">
      \(head)
      <tbody>
      \(HTML(each: sheet.rows, row))</tbody>
      <tfoot>
      \(foot)</tfoot></table></div>
      """
  }

  private var head: HTML {
    let measure = say(sheet.indicator.unitOfMeasure)
    return """
      <thead><tr><th scope="col">\(say(TargetText.unit))</th>
      <th scope="col" class="num p2">\(say(
        TargetText.yearColumn, String(sheet.year - 2), measure))</th>
      <th scope="col" class="num">\(say(
        TargetText.yearColumn, String(sheet.year - 1), measure))</th>
      <th scope="col" class="p2">\(say(TargetText.current))</th>
      <th scope="col" class="num p2">\(say(TargetText.setChange))</th>
      <th scope="col" class="num">\(say(
        TargetText.goal, String(sheet.year), kind.isChange ? "%" : measure))</th>
      <th scope="col" class="p2">\(say(TargetText.month))</th>
      <th scope="col" class="long p2">\(say(TargetText.trial))</th></tr></thead>
      """
  }

  // MARK: - A unit

  private func row(_ row: TargetSheet.Row) -> HTML {
    let name = say(row.unit.name)
    let current = row.targets.map { page.sentence($0) }
    let trial = trial(row.unit.code)
    return """
      <tr><th scope="row">\(name)<span class="why-m">\(trial)</span></th>
      <td class="num p2">\(total(row.yearBeforeLast))</td>
      <td class="num">\(total(row.lastYear))</td>
      <td class="p2">\(current.isEmpty ? say(TargetText.none) : say.list(current))</td>
      <td class="num p2">\(change(row))</td>
      <td class="num">\(input(row.unit, row.targets))</td>
      <td class="p2">\(path(row))</td>
      <td class="p2">\(trial)</td></tr>

      """
  }

  /// What stands in a unit's field: what was typed, or the goal that is set.
  private func text(_ unit: String, _ targets: [Target]) -> String {
    form.goals[unit] ?? targets.first { $0.kind == kind }?.goal.description ?? ""
  }

  private func goal(_ unit: String, _ targets: [Target]) -> FigureNumber? {
    let text = text(unit, targets).replacing("−", with: "-")
    guard case .success(let number) = FigureText.number(text, decimals: 4) else { return nil }
    return number
  }

  private func input(_ unit: UnitVersion, _ targets: [Target]) -> HTML {
    let text = text(unit.code, targets)
    let field = "goal-\(unit.code)"
    guard page.mayKeep else { return "\(MeasureText.minus(MeasureText.grouped(text)))" }
    let isWrong = errors.contains { $0.field == field }
    return """
      <input class="cell" id="\(field)" name="\(field)" value="\(text)" inputmode="decimal" \
      maxlength="40" autocomplete="off" \
      aria-label="\(say(TargetText.goalOf, say(unit.name), String(sheet.year)))"\
      \(" aria-invalid=\"true\" aria-describedby=\"errors\"", if: isWrong)>
      """
  }

  private func total(_ measured: Measured) -> String {
    // Before the ledger began nothing was due, so that “missing” would be said of nobody.
    if measured == .absent(.missing) { return "—" }
    return MeasureText(say: say, indicators: [sheet.indicator.code: sheet.indicator]).text(
      measured, .sum(sheet.indicator.code, window: .yearToDate, monthsBack: 0))
  }

  /// The change on last year that a goal asks for.
  private func change(_ row: TargetSheet.Row) -> String {
    guard let goal = goal(row.unit.code, row.targets) else { return "—" }
    if kind.isChange { return signed(goal.fraction * Fraction(1, over: 100)) }
    guard kind == .atMost || kind == .atLeast, let last = row.lastYear.fraction,
      let share = (goal.fraction - last) / last
    else { return "—" }
    return signed(share)
  }

  private func signed(_ share: Fraction) -> String {
    (share.signum > 0 ? "+" : "")
      + MeasureText.minus((share * Fraction(100)).text(decimals: 1)) + "%"
  }

  /// What is due by the end of each month, by the target that is typed or set.
  private func path(_ row: TargetSheet.Row) -> HTML {
    let typed = page.typed.first { $0.unit == row.unit.code && $0.kind == kind }
    guard let target = typed ?? row.targets.first(where: { $0.kind == kind }) else { return "—" }
    guard kind == .atMost || kind == .atLeast else { return "\(say(TargetText.everyMonth))" }
    let due = (1...12).map { target.due(month: $0) }
    func text(_ month: Int) -> String {
      MeasureText.grouped(due[month - 1].text(decimals: sheet.indicator.decimals))
    }
    return """
      \(Charts.sparkline(
        due, target: nil, colour: .grey,
        label: say(TargetText.pathLabel, text(1), text(6), text(12))))
      """
  }

  private func trial(_ unit: String) -> HTML {
    guard let trial = page.trials.units.first(where: { $0.unit == unit })?.trial,
      trial.met + trial.missed > 0 || !(form.goals[unit] ?? "").isEmpty || hasTarget(unit)
    else { return "—" }
    var colours: [String] = []
    if page.trials.rulesReadTargets {
      for colour in Colour.allCases {
        guard let count = trial.colours[colour], count > 0 else { continue }
        colours.append(say(TargetText.noMonths, say.colour(colour), String(count)))
      }
    }
    let months = [
      (TargetText.met, trial.met), (.missed, trial.missed), (.unknown, trial.unknown),
    ].filter { $0.1 > 0 }.map { say($0.0, String($0.1)) }
    let lines = [colours, months].filter { !$0.isEmpty }.map { say.list($0) }
    return HTML(each: lines) { "<span class=\"line\">\($0)</span>" }
  }

  private func hasTarget(_ unit: String) -> Bool {
    sheet.rows.contains { $0.unit.code == unit && !$0.targets.isEmpty }
  }

  // MARK: - All units

  private var foot: HTML {
    let parent = sheet.parent.targets
    let goals = sheet.rows.map { row in
      (goal: goal(row.unit.code, row.targets), lastYear: row.lastYear.fraction)
    }
    let sum = TargetSum(kind, of: sheet.indicator.kind, goals)
    func all(_ measured: (TargetSheet.Row) -> Measured) -> String {
      let values = sheet.rows.map { measured($0).fraction }
      guard sheet.indicator.kind == .flow, !values.contains(nil) else { return "—" }
      let total = values.reduce(Fraction.zero) { $0 + ($1 ?? .zero) }
      return total.isZero ? "0" : self.total(.value(total))
    }
    let against = difference(sum, goal(sheet.scope.code, parent))
    return """
      <tr><th scope="row">\(say(TargetText.sum))<span class="why-m">\(against)</span></th>
      <td class="num p2">\(all(\.yearBeforeLast))</td><td class="num">\(all(\.lastYear))</td>
      <td class="p2"></td><td class="p2"></td>
      <td class="num sum">\(total(sum))</td><td class="p2"></td>
      <td class="p2">\(against)</td></tr>
      <tr><th scope="row">\(say(TargetText.parent, say(sheet.scope.name)))</th>
      <td class="p2"></td><td></td>
      <td class="p2">\(parent.isEmpty
        ? say(TargetText.none) : say.list(parent.map { page.sentence($0) }))</td>
      <td class="p2"></td><td class="num">\(input(sheet.scope, parent))</td>
      <td class="p2"></td><td class="p2"></td></tr>

      """
  }

  private func total(_ sum: TargetSum) -> String {
    switch sum {
    case .sum(let sum, let lacking):
      let text = total(.value(sum))
      return lacking == 0 ? text : say(TargetText.lacking, text, String(lacking))
    case .change(let change): return say(TargetText.implied, signed(change))
    case .none: return say(TargetText.notAdded)
    }
  }

  private func difference(_ sum: TargetSum, _ parent: FigureNumber?) -> String {
    if case .none = sum { return "" }
    guard let parent, let difference = sum.difference(to: parent) else {
      return say(TargetText.noParent)
    }
    let magnitude = difference.signum < 0 ? -difference : difference
    if case .change = sum {
      let goal = signed(parent.fraction * Fraction(1, over: 100))
      let points = (magnitude * Fraction(100)).text(decimals: 1)
      if difference.isZero { return say(TargetText.equal, goal) }
      return say(difference.signum > 0 ? TargetText.moreShare : .lessShare, goal, points)
    }
    let goal = total(.value(parent.fraction))
    if difference.isZero { return say(TargetText.equal, goal) }
    return say(
      difference.signum > 0 ? TargetText.more : .less, goal, total(.value(magnitude)))
  }
}
