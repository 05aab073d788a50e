import LedgerDomain

/// Takes out of an edition's results what is not shown where those of several units are.
///
/// The document itself stays as it is: it is the record.
struct ResultMask {
  private let disclosure: ResultDisclosure
  private let measures: [String: Measure]
  private let deductions: [Measure]

  init(_ document: JSONValue, _ disclosure: ResultDisclosure) throws {
    self.disclosure = disclosure
    guard !disclosure.isComplete, let method = document["index_method"], method != .null else {
      (measures, deductions) = ([:], [])
      return
    }
    let index = try IndexMethod(method)
    measures = Dictionary(
      index.components.map { ($0.name, $0.component.measure) }, uniquingKeysWith: { $1 })
    deductions = index.deductions.map(\.measure)
  }

  /// A unit's rating, hidden inputs of its rules replaced.
  func rating(_ rating: JSONValue, of unit: String) throws -> JSONValue {
    guard !disclosure.isComplete, case .object(let members) = rating else { return rating }
    return .object(
      try members.map { member in
        guard member.name == "rules" else { return member }
        let rules = try JSONReader(member.value).elements().map { try rule($0.value, of: unit) }
        return JSONValue.Member("rules", .array(rules))
      })
  }

  private func rule(_ rule: JSONValue, of unit: String) throws -> JSONValue {
    let json = JSONReader(rule)
    let inputs = try json.required("inputs").elements().map { input in
      let measure = try input.required("measure")
      guard let mark = disclosure.mark(try Measure(measure), of: unit) else { return input.value }
      return ["measure": measure.value, "value": .null, "suppressed": .string(mark.text)]
    }
    return ["rule": try json.required("rule").value, "inputs": .array(inputs)]
  }

  /// A unit's components; of a hidden one only its name and what it could give are left.
  func components(_ components: JSONValue, of unit: String) throws -> JSONValue {
    guard !disclosure.isComplete else { return components }
    return .array(
      try JSONReader(components).elements().map { component in
        let name = try component.required("name").string()
        guard let mark = measures[name].flatMap({ disclosure.mark($0, of: unit) }) else {
          return component.value
        }
        return [
          "name": .string(name), "measured": .null, "suppressed": .string(mark.text),
          "normalised": .null, "marks": .null,
          "marks_max": component.value["marks_max"] ?? .null, "absent": false,
          "small_base": false,
        ]
      })
  }

  /// A unit's deductions; null for a hidden one.
  func deductions(_ values: JSONValue, of unit: String) throws -> JSONValue {
    guard !disclosure.isComplete else { return values }
    return .array(
      try JSONReader(values).elements().enumerated().map { position, value in
        let isHidden =
          deductions.indices.contains(position)
          && disclosure.mark(deductions[position], of: unit) != nil
        return isHidden ? .null : value.value
      })
  }
}
