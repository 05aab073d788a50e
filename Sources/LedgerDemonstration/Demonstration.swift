public import Crypto
public import LedgerDocuments
public import LedgerDomain
public import LedgerOperations

/// What the demonstration city starts from: the same files as any office.
public struct DemonstrationDefaults: Sendable {
  /// The indicators.
  public let indicators: JSONValue
  /// The forms of counties, of agencies, and of the office on counties.
  public let forms: (county: JSONValue, agency: JSONValue, office: JSONValue)
  /// The rule set for counties.
  public let rules: JSONValue
  /// The index method for counties.
  public let method: JSONValue
  /// The ladder for counties.
  public let ladder: JSONValue
  /// How a year is assessed.
  public let assessment: JSONValue
  /// Targets of some city; only what is aimed at is taken from them.
  public let targets: CSVFile

  /// The tasks of a joint meeting's members and of other units.
  public let responsibilities: CSVFile
  /// What no-fraud units are measured by.
  public let standards: CSVFile

  /// Names the files' contents.
  public init(
    indicators: JSONValue, forms: (county: JSONValue, agency: JSONValue, office: JSONValue),
    rules: JSONValue, method: JSONValue, ladder: JSONValue, assessment: JSONValue,
    targets: CSVFile, responsibilities: CSVFile, standards: CSVFile
  ) {
    self.indicators = indicators
    self.forms = forms
    self.rules = rules
    self.method = method
    self.ladder = ladder
    self.assessment = assessment
    self.targets = targets
    self.responsibilities = responsibilities
    self.standards = standards
  }
}

/// What was loaded.
public struct DemonstrationReport: Sendable {
  /// The months that are published.
  public let published: [Month]
  /// The month that is open.
  public let open: Month
  /// How many accounts there are.
  public let accounts: Int
  /// How many editions were published.
  public let editions: Int
}

/// Loads a city that exists nowhere into an empty ledger: its accounts, and every act of its months
/// by who may do it.
public struct Demonstration: Sendable {
  let plan: DemonstrationPlan
  let defaults: DemonstrationDefaults
  let story: Story
  var performer: Performer
  /// Called for each account once it may sign in, with the security administrator's session: the
  /// place where it gets a password.
  public var prepareAccount: AccountPreparation = { _, _, _ in }
  /// Called before each part, with how many are done and what comes.
  public var progress: @Sendable (_ done: Int, _ total: Int, _ next: String) -> Void = { _, _, _ in
  }

  /// Prepares one account.
  public typealias AccountPreparation =
    @Sendable (DemonstrationAccount, Ledger, Ledger.Actor) async throws -> Void

  /// Prepares to load into a ledger.
  ///
  /// Refused where a default is not understood.
  public init(
    _ plan: DemonstrationPlan, _ defaults: DemonstrationDefaults, into ledger: Ledger
  ) throws {
    self.plan = plan
    self.defaults = defaults
    let first = plan.baseMonths[0]
    story = Story(
      plan: plan, figures: InventedFigures(seed: plan.seed),
      forms: Story.Forms(
        county: try Form(Self.dated(defaults.forms.county, from: first)),
        agency: try Form(Self.dated(defaults.forms.agency, from: first)),
        office: try Form(Self.dated(defaults.forms.office, from: first))))
    performer = Performer(ledger)
  }

  /// The same form, in force from another month on.
  private static func dated(_ form: JSONValue, from month: Month) -> JSONValue {
    guard case .object(let members) = form else { return form }
    return .object(
      members.map { member in
        member.name == "effective"
          ? JSONValue.Member("effective", .string(month.description)) : member
      })
  }

  /// Marks the ledger and loads everything; the last act is a checkpoint, signed with `key`.
  ///
  /// Refused where anything was done with the ledger already. `now` bounds what happens in the open
  /// month.
  public consuming func load(
    signedWith key: Curve25519.Signing.PrivateKey, today: CalendarDate
  ) async throws -> DemonstrationReport {
    let total = plan.publishedMonths.count + 4
    let tell = progress
    tell(0, total, "账号 accounts")
    let start = plan.timetable.start(plan.publishedMonths[0])
    try await performer.at(InventedMoment(start, 8, 30)).markDemonstration()
    try await createAccounts(InventedMoment(start, 8, 40))
    tell(1, total, "目录与基期 catalogue and base")
    try await importCatalogue(InventedMoment(start, 9, 20))
    try await importCampaignForm(InventedMoment(start, 9, 30))
    try await importTasks(InventedMoment(start, 9, 40), today: today)
    try await startRecords(InventedMoment(start, 9, 50))
    try await loadBase(start)
    for (position, month) in plan.publishedMonths.enumerated() {
      tell(2 + position, total, "\(month)")
      try await reportDuties(endingIn: month)
      try await publish(month)
      try await keepRecords(after: position)
      try await sealYear(after: month)
      // No chain's clock goes back: cases are worked on to the end of the month.
      let meeting = try await meet(after: month)
      let moment = try await decideCampaigns(after: month)
      try await followCases(after: month, notBefore: moment)
      if let meeting { try await passOn(meeting) }
    }
    tell(total - 2, total, "更正 correction")
    try await correct(plan.correctedMonth)
    tell(total - 1, total, "\(plan.openMonth)")
    try await reportDuties(endingIn: plan.openMonth)
    try await performer.perform(
      story.open(plan.openMonth, until: InventedMoment(today, 0)))
    try await reportTasks(today: today)
    try await runCampaign(today: today)
    try await callNextMeeting(today: today)
    _ = try await performer.ledger.createCheckpoint(
      signedWith: key, by: performer.by("office"))
    let editions = try await performer.ledger.editions(by: performer.by("office")).count
    try await performer.signOut()
    tell(total, total, "")
    return DemonstrationReport(
      published: plan.publishedMonths, open: plan.openMonth,
      accounts: DemonstrationAccounts.all.count, editions: editions)
  }
}
