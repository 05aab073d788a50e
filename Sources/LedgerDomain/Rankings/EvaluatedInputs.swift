/// What a method needs to know of every unit of a cube, measured once.
public struct EvaluatedInputs {
  /// One input per unit of the cube, in its order.
  public let units: [UnitInput]

  /// Measures a cube by a method.
  public init(method: IndexMethod, cube: FigureCube) {
    self.init(method: method, cube: cube, evaluator: MeasureEvaluator(cube))
  }

  init(method: IndexMethod, cube: FigureCube, evaluator: MeasureEvaluator) {
    units = cube.units.indices.map { unit in
      let isUnranked = method.ranking.unrankedStates.contains {
        cube.isUnit(unit, in: $0)
      }
      return method.input(
        code: cube.units[unit].code, unit: unit, evaluator, isUnranked: isUnranked)
    }
  }
}
