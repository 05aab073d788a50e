extension MeasureEvaluator {
  /// Applies a function to the value, keeping absence and incompleteness.
  static func map(_ measured: Measured, _ change: (Fraction) -> Fraction) -> Measured {
    switch measured {
    case .value(let fraction): .value(change(fraction))
    case .incomplete(let fraction): .incomplete(change(fraction))
    case .absent, .undefined: measured
    }
  }

  /// Joins two values; the more serious lack of either is the lack of both.
  private static func join(
    _ left: Measured, _ right: Measured, _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Measured {
    switch (left, right) {
    case (.value(let a), .value(let b)):
      return operation(a, b).map(Measured.value) ?? .undefined
    case (.absent(.missing), _), (_, .absent(.missing)): return .absent(.missing)
    case (.absent(.withheld), _), (_, .absent(.withheld)): return .absent(.withheld)
    case (.absent(let absence), _), (_, .absent(let absence)): return .absent(absence)
    case (.undefined, _), (_, .undefined): return .undefined
    case (.incomplete(let a), .value(let b)), (.value(let a), .incomplete(let b)),
      (.incomplete(let a), .incomplete(let b)):
      return operation(a, b).map(Measured.incomplete) ?? .undefined
    }
  }

  /// `left / right`; undefined over zero.
  static func quotient(_ left: Measured, _ right: Measured) -> Measured {
    join(left, right) { $0 / $1 }
  }

  /// `left - right`.
  static func difference(_ left: Measured, _ right: Measured) -> Measured {
    join(left, right) { $0 - $1 }
  }

  /// `(current - base) / base`; 0 where both are zero (持平), undefined where only the base is.
  static func relativeChange(_ current: Measured, _ base: Measured) -> Measured {
    join(current, base) { current, base in
      current.isZero && base.isZero ? .zero : (current - base) / base
    }
  }
}
