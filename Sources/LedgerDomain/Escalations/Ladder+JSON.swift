extension Ladder.Step {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly(
      "number", "name", "enter", "exit", "decided_by", "deadlines", "referral", "listing")
    number = try json.required("number").integer(1...99)
    name = try json.required("name").bilingualText()
    entry = try Ladder.Rule(try json.required("enter"))
    exit = try json.optional("exit").map { rule throws(Refusal) in try Ladder.Rule(rule) }
    let role = try json.required("decided_by")
    guard let decider = Role(rawValue: try role.string()), Ladder.deciders.contains(decider) else {
      throw Refusal(LadderRefusal.deciderUnknown, at: role.place, try role.string())
    }
    self.decider = decider
    var deadlines: [Ladder.Deadline] = []
    for item in try json.optional("deadlines")?.elements() ?? [] {
      deadlines.append(try Ladder.Deadline(item))
    }
    self.deadlines = deadlines
    isReferral = try json.optional("referral")?.bool() ?? false
    listing = try json.optional("listing").map { listing throws(Refusal) in
      try Ladder.Listing(listing)
    }
  }
}

extension Ladder.Listing {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("months", "extended_months", "acceptance_days", "again_months")
    months = try json.required("months").integer(1...60)
    extendedMonths = try json.required("extended_months").integer(1...60)
    acceptanceDays = try json.required("acceptance_days").integer(1...366)
    againMonths = try json.required("again_months").integer(0...60)
  }
}

extension Ladder.Rule {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("text", "when", "confirm", "needs")
    text = try json.required("text").bilingualText()
    condition = try LadderCondition(try json.required("when"))
    confirm = try json.optional("confirm").map { text throws(Refusal) in
      try text.bilingualText()
    }
    var needs: [LadderFact] = []
    for item in try json.optional("needs")?.elements() ?? [] { needs.append(try LadderFact(item)) }
    self.needs = needs
  }
}

extension Ladder.Deadline {
  init(_ json: JSONReader) throws(Refusal) {
    what = try json.required("what").bilingualText()
    deed = try json.optional("needs").map { word throws(Refusal) in try Ladder.Deed(word) }
    after = try json.optional("after").map { word throws(Refusal) in try Ladder.Deed(word) }
    if let months = try json.optional("months") {
      try json.allowOnly("what", "needs", "after", "months")
      span = .months(try months.integer(1...60))
    } else if let months = try json.optional("every_months") {
      try json.allowOnly("what", "needs", "after", "every_months")
      span = .everyMonths(try months.integer(1...12))
    } else if let days = try json.optional("days") {
      try json.allowOnly("what", "needs", "after", "days")
      span = .days(try days.integer(1...500))
    } else {
      try json.allowOnly("what", "needs", "after", "working_days")
      span = .workingDays(try json.required("working_days").integer(1...500))
    }
  }
}

extension Ladder.Deed {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    guard let deed = Ladder.Deed(rawValue: try json.string()) else {
      throw json.wrongType(
        Ladder.Deed.allCases.map(\.rawValue).joined(separator: "、"),
        "one of " + Ladder.Deed.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self = deed
  }
}

extension Ladder {
  /// Refuses a step that waits for what is never recorded: on the steps below it, for coming onto
  /// it; on itself, for leaving it.
  func checkFacts(_ step: Step, _ json: JSONReader) throws(Refusal) {
    let below = steps.filter { $0.number < step.number }
    let entry = step.entry.condition.facts + step.entry.needs
    for fact in entry where !isRecorded(fact, on: below) {
      throw Refusal(
        LadderRefusal.factNeverRecorded, at: try json.required("enter").place,
        String(step.number), fact.name.zh, fact.name.en)
    }
    guard let exit = step.exit else { return }
    for fact in exit.condition.facts + exit.needs where !isRecorded(fact, on: [step]) {
      throw Refusal(
        LadderRefusal.factNeverRecorded, at: try json.required("exit").place,
        String(step.number), fact.name.zh, fact.name.en)
    }
  }

  private func isRecorded(_ fact: LadderFact, on some: [Step]) -> Bool {
    func asks(_ deed: Deed) -> Bool { some.contains { $0.deadlines.contains { $0.deed == deed } } }
    return switch fact {
    case .replyOverdue: asks(.reply)
    case .planOverdue: asks(.plan)
    case .reportOverdue: asks(.report)
    case .progressOverdue: asks(.progress)
    case .recheckPassed, .recheckFailed: asks(.recheck)
    case .acceptancePassed, .acceptanceFailed, .continued: some.contains { $0.listing != nil }
    case .delistedLately: steps.contains { $0.listing != nil }
    case .listedByHigher, .falseFigures: true
    case .unitEnded: false
    }
  }
}
