import Crypto
import LedgerDomain
import LedgerStore

/// What an evaluation is made of, loaded in one snapshot.
struct LoadedEvaluation: Sendable {
  let plan: EvaluationPlan
  let units: [(unit: CubeUnit, name: BilingualText)]
  let indicators: [JSONValue]
  let revisions: [EditionInputs.RevisionReference]
  let evaluation: Evaluation
  /// The submissions accepted for the month itself.
  let accepted: Set<String>

  /// SHA-256 over everything that went in: the same inputs give the same digest on any machine.
  var inputsSHA256: [UInt8] {
    var hash = SHA256()
    let head = EditionDocument.headJSON(plan, units: units, indicators: indicators)
    hash.update(data: [0] + head.canonicalBytes)
    var bytes: [UInt8] = [1]
    evaluation.cube.forEachTarget { target in
      Self.append(target, to: &bytes)
      guard bytes.count > 1 << 16 else { return }
      hash.update(data: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    hash.update(data: bytes)
    bytes = [2]
    for revision in revisions { bytes += revision.digest }
    hash.update(data: bytes)
    return Array(hash.finalize())
  }

  /// Texts end with a zero, which no code holds; numbers are eight bytes.
  private static func append(_ target: Target, to bytes: inout [UInt8]) {
    for text in [target.unit, target.indicator, target.kind.rawValue] {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    var numbers = [Int64(target.year), target.goal.tenThousandths]
    numbers.append(Int64(target.path?.count ?? 0))
    numbers += target.path?.map(\.tenThousandths) ?? []
    for number in numbers { withUnsafeBytes(of: number.bigEndian) { bytes += $0 } }
  }
}

extension LedgerTransaction {
  /// The plan for a month: the rules and the method in force for the units below a unit.
  func evaluationPlan(
    _ month: Month, scope: String, kind: String?, _ versions: [MethodVersion]
  ) throws -> EvaluationPlan {
    let rules = versions.inForce(.rules, scope: scope, in: month)
    let method = versions.inForce(.index, scope: scope, in: month)
    let ruleSet = try rules.map { try RuleSet($0.definition) }
    let index = try method.map { try IndexMethod($0.definition) }
    guard let kind = kind ?? index?.peers.kind ?? ruleSet?.kind else {
      throw Refusal(MonthRefusal.noMethod, scope, month.description, "kind")
    }
    return EvaluationPlan(
      month: month, scope: scope, kind: kind,
      ruleSet: ruleSet.flatMap { $0.kind == nil || $0.kind == kind ? $0 : nil },
      method: index.flatMap { $0.peers.kind == nil || $0.peers.kind == kind ? $0 : nil })
  }

  /// Loads the accepted figures that a plan needs, and evaluates them.
  ///
  /// A target that was set after the month was first published does not touch it. `line` stands in
  /// for the targets of its indicator, for a trial. Refuses a scope without units of the kind.
  func evaluate(
    _ plan: EvaluationPlan, _ catalogue: Catalogue, withReasons: Bool = true,
    line: TargetLine? = nil
  ) throws -> LoadedEvaluation {
    let versions = catalogue.tree.units(of: plan.kind, below: plan.scope)
    guard !versions.isEmpty else {
      throw Refusal(MonthRefusal.noUnits, plan.scope, plan.month.description, plan.kind)
    }
    let codes = plan.indicatorCodes(formulas: catalogue.formulas)
      .union(plan.usedFormulas(catalogue.formulas))
    let indicators = codes.sorted().compactMap { catalogue.definitions[$0] }
    let populations = try PopulationsInForce(try self.populations(), in: plan.month)
    let units = versions.map { version in
      (
        unit: CubeUnit(
          code: version.code, parent: version.parent ?? plan.scope, group: version.group,
          populations: populations.of(version.code)),
        name: version.name
      )
    }
    let back = plan.monthsBack(formulas: catalogue.formulas)
    let members = Set(versions.map(\.code))
    var builder = try CubeBuilder(plan, units: units.map(\.unit), indicators: indicators)
    let years = plan.targetYears(formulas: catalogue.formulas)
    let published = try firstPublication(of: plan.month, scope: plan.scope, kind: plan.kind)
    try forEachTarget(years: years, before: published) { target in
      if target.indicator != line?.indicator { builder.take(target) }
    }
    for year in years.sorted() {
      for target in try line?.targets(in: year) ?? [] { builder.take(target) }
    }
    var references: [EditionInputs.RevisionReference] = []
    var accepted: Set<String> = []
    let months = back.map { plan.month.adding(months: -$0) }
    var fields: [String: Form] = [:]
    try forEachAccepted(periods: months.sorted().map(Period.init)) { revision, digest in
      guard members.contains(revision.unit) else { return }
      let key = "\(revision.form)@\(revision.formEffective)"
      guard
        let form = fields[key]
          ?? catalogue.form(revision.form, effective: revision.formEffective)
      else { return }
      fields[key] = form
      builder.take(revision, form)
      if revision.period.month == plan.month {
        accepted.insert("\(revision.unit)/\(revision.form)")
      }
      references.append(
        EditionInputs.RevisionReference(
          unit: revision.unit, form: revision.form, period: revision.period.month,
          number: revision.number, digest: digest))
    }
    references.sort {
      ($0.unit, $0.form, $0.period, $0.number) < ($1.unit, $1.form, $1.period, $1.number)
    }
    return LoadedEvaluation(
      plan: plan, units: units, indicators: indicators, revisions: references,
      evaluation: try Evaluation(plan, builder.cube, withReasons: withReasons),
      accepted: accepted)
  }
}

/// Fills a cube with revisions, one row of the form's fields at a time.
struct CubeBuilder {
  private(set) var cube: FigureCube
  private let positions: [String: Int]
  private var columns: [String: [Int?]] = [:]

  init(
    _ plan: EvaluationPlan, units: [CubeUnit], indicators: [JSONValue],
    monthsBack: Set<Int>? = nil
  ) throws {
    var reported: [Indicator] = []
    var formulas: [String: Measure] = [:]
    for definition in indicators {
      let indicator = try Indicator(JSONReader(definition))
      if let formula = indicator.formula {
        formulas[indicator.code] = try Measure(JSONReader(formula))
      } else {
        reported.append(indicator)
      }
    }
    cube = FigureCube(
      month: plan.month, units: units, indicators: reported, formulas: formulas,
      monthsBack: monthsBack ?? plan.monthsBack(formulas: formulas))
    positions = Dictionary(
      units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func take(_ target: Target) {
    if let unit = positions[target.unit], let column = cube.column(of: target.indicator) {
      cube.set(target, unit: unit, indicator: column)
    }
  }

  mutating func take(_ revision: Revision, _ form: Form) {
    guard let unit = positions[revision.unit] else { return }
    let key = "\(form.code)@\(form.effective)"
    let columns: [Int?]
    if let known = self.columns[key] {
      columns = known
    } else {
      columns = form.fields.map { cube.column(of: $0.indicator) }
      self.columns[key] = columns
    }
    let back = cube.month.index - revision.period.month.index
    for (figure, column) in zip(revision.figures, columns) {
      if let column { cube.set(figure, unit: unit, indicator: column, monthsBack: back) }
    }
  }
}

/// The populations in force at the end of a month and so many years earlier.
private struct PopulationsInForce {
  private var byUnit: [String: [Population]] = [:]
  private let month: Month

  init(_ populations: [Population], in month: Month) throws {
    self.month = month
    for population in populations { byUnit[population.unit, default: []].append(population) }
    // Stable: of two counts of one day the one recorded later comes later.
    for unit in byUnit.keys {
      byUnit[unit] = byUnit[unit]?.enumerated().sorted {
        ($0.element.asOf, $0.offset) < ($1.element.asOf, $1.offset)
      }.map(\.element)
    }
  }

  /// This year's, last year's and that of the year before; where none was counted yet, the first.
  func of(_ unit: String) -> [Int64?] {
    let counts = byUnit[unit] ?? []
    return (0...2).map { years in
      let day = month.adding(months: -12 * years).lastDay
      return (counts.last { $0.asOf <= day } ?? counts.first)?.persons
    }
  }
}
