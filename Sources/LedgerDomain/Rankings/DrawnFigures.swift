/// What a method measures of peers, as a list of steps over drawn counts.
///
/// Every component of every unit becomes a slot of one list that is run once per draw. Figures that
/// several components read are drawn once: the months of an indicator are cut where any window
/// begins or ends, and each piece is one Poisson count. What is no function of counts (a target
/// met, a rank, a state) stays as it was measured.
struct DrawnFigures {
  /// Where one component of one unit stands.
  struct Cell {
    /// The slot of its value; nil when it stays as measured.
    var value: Int?
    /// For a change: the slots of what it is counted from, and of the difference.
    var base: Int?
    var difference: Int?
  }

  /// Unit × component.
  private(set) var cells: [[Cell]] = []
  private var initial: [Double] = []
  private var samplers: [(slot: Int, sampler: PoissonSampler)] = []
  private var steps: [Step] = []

  private struct Step {
    let operation: Operation
    let left: Int
    let right: Int
    let target: Int
  }

  private enum Operation {
    case add, subtract, divide, relativeChange
  }

  /// Nothing is drawn: a plain table's columns are no counts.
  init(_ inputs: [UnitInput]) {
    cells = inputs.map { $0.components.map { _ in Cell() } }
  }

  /// Prepares the draws for some units of a cube; `inputs` are what was measured of them.
  init(_ method: IndexMethod, _ cube: FigureCube, members: [Int], inputs: [UnitInput]) {
    var pieces = Compiler(method, cube, cuts: [:])
    _ = pieces.cells(members, inputs)
    var compiler = Compiler(method, cube, cuts: pieces.ends)
    cells = compiler.cells(members, inputs)
    initial = compiler.initial
    samplers = compiler.samplers
    steps = compiler.steps
  }

  /// Room for one draw.
  var slots: [Double] { initial }

  /// Draws every count and computes every slot; an undefined one is NaN.
  func draw(_ random: inout SplitMix64, into slots: inout [Double]) {
    for (slot, sampler) in samplers { slots[slot] = sampler.draw(&random) }
    compute(&slots)
  }

  /// Computes every slot from the counts as they were reported.
  func compute(_ slots: inout [Double]) {
    for step in steps {
      let (left, right) = (slots[step.left], slots[step.right])
      slots[step.target] =
        switch step.operation {
        case .add: left + right
        case .subtract: left - right
        case .divide: right == 0 ? .nan : left / right
        case .relativeChange: right == 0 ? (left == 0 ? 0 : .nan) : (left - right) / right
        }
    }
  }
}

extension DrawnFigures {
  /// Writes the steps for a method over a cube.
  private struct Compiler {
    let method: IndexMethod
    let cube: FigureCube
    let evaluator: MeasureEvaluator
    /// Of each indicator, the months back at which a piece begins or the one before ends.
    let cuts: [Int: Set<Int>]
    /// The same, as the windows that were met ask for it.
    private(set) var ends: [Int: Set<Int>] = [:]
    private(set) var initial: [Double] = []
    private(set) var samplers: [(slot: Int, sampler: PoissonSampler)] = []
    private(set) var steps: [Step] = []
    private var known: [Key: Int?] = [:]

    private enum Key: Hashable {
      case measure(Measure, unit: Int, back: Int)
      case piece(Int, unit: Int, Range<Int>)
      case parent(Measure, group: Int, back: Int)
    }

    init(_ method: IndexMethod, _ cube: FigureCube, cuts: [Int: Set<Int>]) {
      self.method = method
      self.cube = cube
      self.cuts = cuts
      evaluator = MeasureEvaluator(cube)
    }

    mutating func cells(_ members: [Int], _ inputs: [UnitInput]) -> [[Cell]] {
      let components = method.components.map(\.component)
      return zip(members, inputs).map { unit, input in
        zip(components, input.components).map { component, input in
          cell(component, unit, input)
        }
      }
    }

    private mutating func cell(
      _ component: IndexComponent, _ unit: Int, _ input: ComponentInput
    ) -> Cell {
      var cell = Cell()
      if input.measured.fraction != nil { cell.value = slot(component.measure, unit, 0) }
      guard component.smallBase != nil, let change = component.measure.change,
        let current = slot(change.measure, unit, 0),
        let base = slot(change.measure, unit, change.months)
      else { return cell }
      cell.base = base
      cell.difference = step(.subtract, current, base)
      return cell
    }

    private mutating func constant(_ number: Double) -> Int {
      initial.append(number)
      return initial.count - 1
    }

    private mutating func step(_ operation: Operation, _ left: Int, _ right: Int) -> Int {
      let target = constant(0)
      steps.append(Step(operation: operation, left: left, right: right, target: target))
      return target
    }

    /// The slot of a measure; nil when it is no function of figures, or one of them is absent.
    private mutating func slot(_ measure: Measure, _ unit: Int, _ back: Int) -> Int? {
      let key = Key.measure(measure, unit: unit, back: back)
      if let slot = known[key] { return slot }
      let slot = newSlot(measure, unit, back)
      known[key] = .some(slot)
      return slot
    }

    private mutating func newSlot(_ measure: Measure, _ unit: Int, _ back: Int) -> Int? {
      if let change = measure.change {
        guard let current = slot(change.measure, unit, back),
          let base = slot(change.measure, unit, back + change.months)
        else { return nil }
        return step(change.isRelative ? .relativeChange : .subtract, current, base)
      }
      switch measure {
      case .sum(let code, let window, let further):
        return total(code, window, unit, back + further)
      case .indicator(let code):
        return cube.formula(code).flatMap { slot($0, unit, back) }
      case .share, .per, .daily:
        guard let (top, bottom) = parts(measure, unit, back) else { return nil }
        return step(.divide, top, bottom)
      case .ratioToParent(let inner):
        guard let own = slot(inner, unit, back), let parent = parent(inner, unit, back) else {
          return nil
        }
        return step(.divide, own, parent)
      case .quotient(let top, let bottom):
        guard let top = slot(top, unit, back), let bottom = slot(bottom, unit, back) else {
          return nil
        }
        return step(.divide, top, bottom)
      default:
        return nil
      }
    }

    /// Numerator and denominator of a ratio of sums.
    private mutating func parts(
      _ measure: Measure, _ unit: Int, _ back: Int
    ) -> (top: Int, bottom: Int)? {
      switch measure {
      case .share(let top, let bottom, let window):
        guard let top = total(top, window, unit, back),
          let bottom = total(bottom, window, unit, back)
        else { return nil }
        return (top, bottom)
      case .per(let residents, let code, let window):
        guard let count = total(code, window, unit, back),
          let population = cube.population(of: unit, monthsBack: back)
        else { return nil }
        let share = population.approximation / Double(residents)
        return (count, constant(share))
      case .daily(let code, let window):
        guard let count = total(code, window, unit, back) else { return nil }
        return (count, constant(Double(cube.days(in: window, monthsBack: back))))
      case .indicator(let code):
        return cube.formula(code).flatMap { parts($0, unit, back) }
      default:
        return nil
      }
    }

    /// The parent's value from summed numerators and denominators, over the peers that have both.
    private mutating func parent(_ measure: Measure, _ unit: Int, _ back: Int) -> Int? {
      let group = cube.group(of: unit)
      let key = Key.parent(measure, group: group, back: back)
      if let slot = known[key] { return slot }
      var sums: (top: Int, bottom: Int)?
      for peer in 0..<cube.unitCount where cube.group(of: peer) == group {
        guard let (top, bottom) = parts(measure, peer, back) else { continue }
        guard let before = sums else {
          sums = (top, bottom)
          continue
        }
        // The days of a window are the parent's own; they do not add up over its units.
        sums = (
          step(.add, before.top, top),
          measure.isDaily(cube) ? bottom : step(.add, before.bottom, bottom)
        )
      }
      let slot = sums.map { step(.divide, $0.top, $0.bottom) }
      known[key] = .some(slot)
      return slot
    }

    /// The sum of the pieces of a window.
    private mutating func total(
      _ code: String, _ window: Window, _ unit: Int, _ back: Int
    ) -> Int? {
      guard let column = cube.indicator(code),
        let reported = cube.total(column, window, unit: unit, monthsBack: back).fraction
      else { return nil }
      let indicator = cube.indicators[column]
      guard indicator.kind == .flow, method.robustness.isCount(indicator) else {
        return constant(reported.approximation)
      }
      let offsets = window.offsets(from: cube.month.adding(months: -back))
      let months = back + offsets.lowerBound..<back + offsets.upperBound + 1
      ends[column, default: []].formUnion([months.lowerBound, months.upperBound])
      let inside = (cuts[column] ?? []).filter { months.contains($0) && $0 > months.lowerBound }
      var start = months.lowerBound
      var sum: Int?
      for end in inside.sorted() + [months.upperBound] {
        let piece = piece(column, unit, start..<end)
        sum = sum.map { step(.add, $0, piece) } ?? piece
        start = end
      }
      return sum
    }

    private mutating func piece(_ column: Int, _ unit: Int, _ months: Range<Int>) -> Int {
      let key = Key.piece(column, unit: unit, months)
      if let slot = known[key], let slot { return slot }
      var count = 0.0
      for back in months {
        if case .number(let number) = cube.figure(
          unit: unit, indicator: column, monthsBack: back)
        {
          count += number.fraction.approximation
        }
      }
      let slot = constant(count)
      known[key] = .some(slot)
      // A zero stays zero, and what is below zero is no count.
      if count > 0 { samplers.append((slot, PoissonSampler(mean: count))) }
      return slot
    }
  }
}

extension IndexMethod.RobustnessForm {
  /// Whether an indicator's figures are counts with a counting error.
  func isCount(_ indicator: Indicator) -> Bool {
    counts?.contains(indicator.code) ?? (indicator.decimals == 0)
  }
}

extension Measure {
  fileprivate func isDaily(_ cube: FigureCube) -> Bool {
    switch self {
    case .daily: true
    case .indicator(let code): cube.formula(code)?.isDaily(cube) ?? false
    default: false
    }
  }
}
