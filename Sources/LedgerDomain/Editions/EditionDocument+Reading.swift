extension EditionInputs {
  /// Reads back what an edition's document says it was made from.
  public init(document: JSONValue) throws(Refusal) {
    let json = JSONReader(document)
    _ = try json.required("format").integer(EditionDocument.format...EditionDocument.format)
    func definition(_ name: String) throws(Refusal) -> JSONValue? {
      let value = try json.required(name).value
      return value == .null ? nil : value
    }
    let rules = try definition("rule_set")
    let method = try definition("index_method")
    plan = EvaluationPlan(
      month: try RuleSet.month(try json.required("period")),
      scope: try json.required("scope").string(), kind: try json.required("kind").string(),
      ruleSet: try rules.map { text throws(Refusal) in try RuleSet(text) },
      method: try method.map { text throws(Refusal) in try IndexMethod(text) })
    // 0 stands in the results of figures that are not published.
    number = try json.required("edition").integer(0...Int.max)
    replaces = try Self.optionalNumber(try json.required("replaces")).map(Int.init)
    indicators = try json.required("indicators").elements().map(\.value)
    var units: [(CubeUnit, BilingualText)] = []
    for item in try json.required("units").elements() { units.append(try Self.unit(item)) }
    self.units = units
    var targets: [Target] = []
    for item in try json.required("targets").elements() { targets.append(try Self.target(item)) }
    self.targets = targets
    var revisions: [RevisionReference] = []
    for item in try json.required("revisions").elements() {
      revisions.append(try RevisionReference(item))
    }
    self.revisions = revisions
    previous =
      try definition("previous") == nil
      ? nil : try Previous(try json.required("previous"))
  }

  fileprivate static func optionalNumber(_ json: JSONReader) throws(Refusal) -> Int64? {
    guard json.value != .null else { return nil }
    guard case .number(let digits) = json.value, let number = Int64(digits) else {
      throw json.wrongType("整数", "a whole number")
    }
    return number
  }

  private static func unit(_ json: JSONReader) throws(Refusal) -> (CubeUnit, BilingualText) {
    var populations: [Int64?] = []
    for item in try json.required("populations").elements() {
      populations.append(try optionalNumber(item))
    }
    var states: Set<String> = []
    for item in try json.required("states").elements() { states.insert(try item.string()) }
    let group = try json.required("group")
    return (
      CubeUnit(
        code: try json.required("code").string(), parent: try json.required("parent").string(),
        group: group.value == .null ? nil : try group.string(), populations: populations,
        states: states),
      try json.required("name").bilingualText()
    )
  }

  private static func target(_ json: JSONReader) throws(Refusal) -> Target {
    let kind = try json.required("kind")
    guard let known = TargetKind(rawValue: try kind.string()) else {
      throw Refusal(TargetRefusal.kindUnknown, at: kind.place, try kind.string(), "")
    }
    func figure(_ json: JSONReader) throws(Refusal) -> FigureNumber {
      guard case .success(let number) = FigureText.number(try json.string(), decimals: 4) else {
        throw json.wrongType("数", "a number")
      }
      return number
    }
    var path: [FigureNumber]?
    let steps = try json.required("path")
    if steps.value != .null {
      var values: [FigureNumber] = []
      for item in try steps.elements() { values.append(try figure(item)) }
      path = values
    }
    return try Target(
      unit: try json.required("unit").string(),
      indicator: try json.required("indicator").string(),
      year: try json.required("year").integer(2000...2100), kind: known,
      goal: try figure(try json.required("value")), path: path)
  }
}

extension EditionInputs.RevisionReference {
  init(_ json: JSONReader) throws(Refusal) {
    let items = try json.elements()
    guard items.count == 5 else { throw json.wrongType("五项", "five items") }
    self.init(
      unit: try items[0].string(), form: try items[1].string(),
      period: try RuleSet.month(items[2]), number: try items[3].integer(1...Int(Int32.max)),
      digest: try Self.digest(items[4]))
  }
}

extension EditionInputs.RevisionReference {
  private static func digest(_ json: JSONReader) throws(Refusal) -> [UInt8] {
    guard let bytes = LedgerDomain.bytes(hexadecimal: try json.string()), bytes.count == 32 else {
      throw json.wrongType("SHA-256", "a SHA-256 in hexadecimal digits")
    }
    return bytes
  }
}

extension EditionInputs.Previous {
  init(_ json: JSONReader) throws(Refusal) {
    var rows: [Row] = []
    for item in try json.required("standings").elements() {
      let fields = try item.elements()
      guard fields.count == 4 else { throw item.wrongType("四项", "four items") }
      rows.append(
        Row(
          peersOf: try fields[0].string(), unit: try fields[1].string(),
          doubledRank: try EditionInputs.optionalNumber(fields[2]).map(Int.init),
          score: try EditionInputs.optionalNumber(fields[3])))
    }
    self.init(edition: try json.required("edition").integer(1...Int.max), rows: rows)
  }
}
