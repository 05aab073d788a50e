extension IndexMethod {
  /// Reads a method's file; `docs/methods.md` has its form.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly(
      "id", "version", "effective", "title", "peers", "score", "rank", "root", "deductions",
      "robustness", "note")
    id = try json.optional("id")?.string() ?? "index"
    version = try json.optional("version")?.integer(1...1_000_000) ?? 1
    if let effective = try json.optional("effective") {
      self.effective = try RuleSet.month(effective)
    } else {
      effective = Month(index: 0)
    }
    title = try json.optional("title")?.bilingualText() ?? BilingualText(zh: id, en: id)
    peers = try Peers(try json.optional("peers"))
    score = try ScoreForm(try json.optional("score"))
    ranking = try RankForm(try json.optional("rank"))
    root = try IndexNode(try json.required("root"), depth: 0)
    var names: Set<String> = []
    for node in root.preorder {
      guard names.insert(node.name).inserted else {
        throw Refusal(IndexMethodRefusal.nameTwice, node.name)
      }
    }
    var deductions: [Deduction] = []
    for item in try json.optional("deductions")?.elements() ?? [] {
      deductions.append(try Deduction(item))
    }
    self.deductions = deductions
    robustness = try RobustnessForm(try json.optional("robustness"))
    self.definition = definition
  }
}

extension IndexMethod.Peers {
  init(_ json: JSONReader?) throws(Refusal) {
    try json?.allowOnly("kind", "group", "within")
    kind = try json?.optional("kind")?.string()
    if let group = try json?.optional("group"), group.value != .null {
      self.group = try group.string()
    } else {
      group = nil
    }
    var within: [String] = []
    for item in try json?.optional("within")?.elements() ?? [] {
      let word = try item.string()
      guard word == "parent" || word == "scope" else {
        throw item.wrongType("parent 或 scope", "parent or scope")
      }
      within.append(word)
    }
    withinScope = within.contains("scope")
    withinParent = within.isEmpty || within.contains("parent")
  }
}

extension IndexMethod.ScoreForm {
  init(_ json: JSONReader?) throws(Refusal) {
    try json?.allowOnly("scale", "decimals")
    scale = try json?.optional("scale")?.fraction() ?? .one
    decimals = try json?.optional("decimals")?.integer(0...9) ?? 6
  }
}

extension IndexMethod.RankForm {
  init(_ json: JSONReader?) throws(Refusal) {
    try json?.allowOnly("ties", "order", "unranked", "keys")
    let word = try json?.optional("ties")
    guard let ties = Ties(rawValue: try word?.string() ?? "competition") else {
      throw JSONReader("").wrongType(
        "competition、dense、ordinal、average 或 max",
        "competition, dense, ordinal, average or max"
      ).at(word?.place ?? .whole)
    }
    self.ties = ties
    let order = try json?.optional("order")
    switch try order?.string() ?? "descending" {
    case "descending": isDescending = true
    case "ascending": isDescending = false
    default:
      throw JSONReader("").wrongType("descending 或 ascending", "descending or ascending")
        .at(order?.place ?? .whole)
    }
    var unranked: Set<String> = []
    var states: [String] = []
    for item in try json?.optional("unranked")?.elements() ?? [] {
      if case .object = item.value {
        try item.allowOnly("state")
        states.append(try item.required("state").string())
      } else {
        unranked.insert(try item.string())
      }
    }
    self.unranked = unranked
    unrankedStates = states
    var keys: [Measure] = []
    for item in try json?.optional("keys")?.elements() ?? [] { keys.append(try Measure(item)) }
    self.keys = keys
  }
}

extension IndexMethod.Deduction {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("name", "text", "measure", "marks_each", "free")
    name = try json.required("name").string()
    text = try json.optional("text")?.bilingualText() ?? BilingualText(zh: name, en: name)
    measure = try Measure(try json.required("measure"))
    marksEach = try json.optional("marks_each")?.fraction() ?? .one
    free = try json.optional("free")?.fraction() ?? .zero
  }
}

extension IndexMethod.RobustnessForm {
  init(_ json: JSONReader?) throws(Refusal) {
    try json?.allowOnly("weights_within", "normalisations", "aggregations", "counts")
    let share = try json?.optional("weights_within")
    weightsWithin = try share?.fraction() ?? Fraction(1, over: 4)
    guard weightsWithin.signum >= 0, weightsWithin <= .one else {
      throw Refusal(IndexMethodRefusal.shareNotWithinOne, at: share?.place ?? .whole)
    }
    var normalisations: [Normalisation] = []
    for item in try json?.optional("normalisations")?.elements() ?? [] {
      normalisations.append(try Normalisation(item))
    }
    self.normalisations = normalisations
    var aggregations: [Aggregation] = []
    for item in try json?.optional("aggregations")?.elements() ?? [] {
      aggregations.append(try IndexNode.aggregation(item))
    }
    self.aggregations = aggregations
    counts = try json?.optional("counts").map { list throws(Refusal) in
      var codes: Set<String> = []
      for item in try list.elements() { codes.insert(try item.string()) }
      return codes
    }
  }
}

extension IndexNode {
  init(_ json: JSONReader, depth: Int) throws(Refusal) {
    guard depth <= Self.depthMax else { throw Refusal(IndexMethodRefusal.tooDeep, at: json.place) }
    let name = try json.required("name").string()
    let weight = try json.optional("weight")?.fraction() ?? .one
    guard weight.signum >= 0 else {
      throw Refusal(IndexMethodRefusal.weightNegative, at: json.place, name)
    }
    guard let list = try json.optional("children") else {
      self = .leaf(name: name, weight: weight, try IndexComponent(json))
      return
    }
    try json.allowOnly("name", "weight", "aggregation", "children")
    var children: [IndexNode] = []
    for item in try list.elements() { children.append(try IndexNode(item, depth: depth + 1)) }
    let aggregation =
      try json.optional("aggregation").map { word throws(Refusal) in try Self.aggregation(word) }
      ?? .arithmetic
    let sum = children.reduce(Fraction.zero) { $0 + $1.weight }
    guard sum.signum > 0 else {
      throw Refusal(IndexMethodRefusal.weightsSumToZero, at: list.place, name)
    }
    self = .inner(name: name, weight: weight, aggregation, children: children)
  }

  static func aggregation(_ json: JSONReader) throws(Refusal) -> Aggregation {
    guard let aggregation = Aggregation(rawValue: try json.string()) else {
      throw json.wrongType(
        "arithmetic、geometric、harmonic、minimum、borda 或 copeland",
        "arithmetic, geometric, harmonic, minimum, borda or copeland")
    }
    return aggregation
  }
}

extension IndexComponent {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly(
      "name", "weight", "measure", "direction", "transform", "normalise", "scale", "absent",
      "min_share", "small_base")
    measure = try Measure(try json.required("measure"))
    let direction = try json.optional("direction")
    switch try direction?.string() ?? "higher" {
    case "higher": isLowerBetter = false
    case "lower": isLowerBetter = true
    default: throw json.wrongType("higher 或 lower", "higher or lower")
    }
    if let word = try json.optional("transform") {
      guard let transform = Transform(rawValue: try word.string()) else {
        throw word.wrongType("log10、ln 或 sqrt", "log10, ln or sqrt")
      }
      self.transform = transform
    } else {
      transform = nil
    }
    if let normalise = try json.optional("normalise") {
      normalisation = try Normalisation(normalise)
    } else {
      normalisation = .none
    }
    if let ends = try json.optional("scale") {
      let pair = try ends.elements()
      guard pair.count == 2, try pair[0].fraction() != pair[1].fraction() else {
        throw ends.wrongType("两个不同的数", "two different numbers")
      }
      scale = IndexScale(low: try pair[0].fraction(), high: try pair[1].fraction())
    } else {
      scale = nil
    }
    absence = try AbsenceRules(
      try json.optional("absent"), minimumShare: try json.optional("min_share"))
    smallBase = try json.optional("small_base").map { form throws(Refusal) in try SmallBase(form) }
  }
}

extension SmallBase {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("below", "full", "zero", "between")
    below = try json.required("below").fraction()
    full = try json.required("full").fraction()
    zero = try json.required("zero").fraction()
    between = try json.required("between").fraction()
    guard full != zero else { throw Refusal(IndexMethodRefusal.goalpostsCoincide, at: json.place) }
  }
}

extension AbsenceRules {
  init(_ json: JSONReader?, minimumShare: JSONReader?) throws(Refusal) {
    self.minimumShare = try minimumShare?.fraction() ?? Fraction(1, over: 2)
    if let json, case .string = json.value {
      let rule = try Self.rule(json)
      (missing, notApplicable, withheld, undefined) = (rule, rule, rule, rule)
      return
    }
    try json?.allowOnly("missing", "not_applicable", "withheld", "undefined")
    missing = try Self.rule(try json?.optional("missing")) ?? .zero
    notApplicable = try Self.rule(try json?.optional("not_applicable")) ?? .redistribute
    withheld = try Self.rule(try json?.optional("withheld")) ?? .zero
    undefined = try Self.rule(try json?.optional("undefined")) ?? .redistribute
  }

  private static func rule(_ json: JSONReader?) throws(Refusal) -> Rule? {
    guard let json else { return nil }
    return try rule(json)
  }

  private static func rule(_ json: JSONReader) throws(Refusal) -> Rule {
    guard let rule = Rule(rawValue: try json.string()) else {
      throw json.wrongType(
        "full、zero、redistribute 或 exclude", "full, zero, redistribute or exclude")
    }
    return rule
  }
}

extension Normalisation {
  init(_ json: JSONReader) throws(Refusal) {
    let names = try json.memberNames()
    guard names.count == 1, let name = names.first else {
      throw json.wrongType("一种标准化", "one normalisation")
    }
    let form = try json.required(name)
    switch name {
    case "goalposts":
      try form.allowOnly("zero", "full", "clip")
      let zero = try form.required("zero").fraction()
      let full = try form.required("full").fraction()
      guard zero != full else {
        throw Refusal(IndexMethodRefusal.goalpostsCoincide, at: form.place)
      }
      self = .goalposts(
        zero: zero, full: full, isClipped: try form.optional("clip")?.bool() ?? true)
    case "min_max": self = .minMax
    case "z_score":
      try form.allowOnly("sd")
      switch try form.optional("sd")?.string() ?? "sample" {
      case "sample": self = .zScore(isSample: true)
      case "population": self = .zScore(isSample: false)
      default: throw form.wrongType("sample 或 population", "sample or population")
      }
    case "rank": self = .rank
    case "percentile": self = .percentile
    case "distance_to_best": self = .distanceToBest
    case "distance_to_mean": self = .distanceToMean
    case "categorical": self = try Self.categorical(form)
    case "none": self = .none
    default:
      throw Refusal(JSONRefusal.memberUnknown, at: form.place, name)
    }
  }

  /// Without marks, the interval's number over the number of cuts: 0 below the first, 1 from the
  /// last.
  private static func categorical(_ json: JSONReader) throws(Refusal) -> Normalisation {
    try json.allowOnly("cuts", "marks")
    var cuts: [Fraction] = []
    for item in try json.required("cuts").elements() { cuts.append(try item.fraction()) }
    guard !cuts.isEmpty, zip(cuts, cuts.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Refusal(IndexMethodRefusal.cutsNotAscending, at: json.place)
    }
    var marks = (0...cuts.count).map { Fraction(Int128($0), over: Int128(cuts.count)) }
    if let list = try json.optional("marks") {
      marks = []
      for item in try list.elements() { marks.append(try item.fraction()) }
      guard marks.count == cuts.count + 1 else {
        throw Refusal(IndexMethodRefusal.marksDoNotFitCuts, at: list.place)
      }
    }
    return .categorical(cuts: cuts, marks: marks)
  }
}
