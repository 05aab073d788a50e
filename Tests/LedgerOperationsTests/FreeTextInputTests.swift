import Crypto
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Every act that takes text refuses numbers that name a person.
///
/// A new act with a text gets a line in ``Input``: the list is the promise.
@Suite(.serialized)
struct FreeTextInputTests {
  /// What takes text, by what people write into it.
  enum Input: String, CaseIterable, Sendable {
    case accountName, accountDisplayName, accountPost, administratorDisplayName
    case accountReason, grantReason, unlockReason, tokenLabel, policy, policyReason
    case unitCode, unitName, unitEnglishName, unitGroup, calendarName, populationSource
    case indicator, form, ruleSet, indexMethod, targetReason
    case importedNote, submittedNote, draft
    case reviewReason, bulkReviewReason, verificationReason
    case closingReason, reopeningReason, recoveryReason, recoveryBackup
    case listTitle, listSource, taskWords, taskTarget, taskIndicator, taskMeasure, taskStandard
    case taskPrincipal, taskDeputy, taskLiaison, taskSentence, taskReason
    case ladder, stepReason, stepDocument
    case campaign, campaignDocument, campaignIssuer, campaignClosing
    case caseWords, caseEvidence, caseAgainst, casePost, casePlace
    case triggerAuthority, triggerDocument
    case recordTitle, recordDocument, recordFinding, recordAuthority, recordIssuer, recordClause
    case recordWords, recordActDocument, noFraudCriterion, noFraudName
    case assessment, sealReason
    case meetingTitle, meetingPlace, agendaWords, meetingPosts, minutes, resolution, addendum
  }

  /// domain.md E4.2: a resident's number, a mobile and two cards, also in groups and full width.
  private static let personal = [
    "11010519491231002X", "110105 19491231 002x", "１１０１０５１９４９１２３１００２Ｘ", "13800138000",
    "138-0013-8000", "１３８００１３８０００", "6200000000000005", "4111 1111 1111 1111",
    "4111111111111111",
  ]
  private static let harmless = ["110105194912310021", "4111111111111112"]
  private static let signingKey = Curve25519.Signing.PrivateKey()
  private static let january = Month(index: 2021 * 12)
  private static let codes = [
    "text.personal", "submission.note_refused", "journal.backup_unnamed", "unit.code_malformed",
    // A policy has no member for text.
    "json.member_unknown",
  ]

  @Test(arguments: Input.allCases)
  func `personal numbers are refused in`(input: Input) async throws {
    let office = try await Office()
    _ = try await office.submit(Self.rows)
    for text in Self.personal {
      let code = await refusal { try await Self.act(input, text, office) }
      #expect(code.map(Self.codes.contains) == true, "\(input) “\(text)” gave \(code ?? "done")")
    }
    for text in Self.harmless where input != .policy {
      let code = await refusal { try await Self.act(input, text, office) }
      #expect(code.map { !Self.codes.contains($0) } ?? true, "\(input) “\(text)”: \(code ?? "")")
    }
  }

  private static let rows = """
    CA-AB,2021-01,REPORTS,10
    CA-AB,2021-01,VICTIM_REPORTS,5
    CA-AB,2021-01,VICTIMS,6
    CA-AB,2021-01,LOSS_CAD,700

    """

  private static func act(_ input: Input, _ text: String, _ office: Office) async throws {
    switch input {
    case .accountName, .accountDisplayName, .accountPost, .administratorDisplayName,
      .accountReason, .grantReason, .unlockReason, .tokenLabel, .policy, .policyReason:
      try await actOnAccounts(input, text, office)
    case .unitCode, .unitName, .unitEnglishName, .unitGroup, .calendarName, .populationSource,
      .indicator, .form, .ruleSet, .indexMethod, .targetReason:
      try await actOnCatalogue(input, text, office)
    case .listTitle, .listSource, .taskWords, .taskTarget, .taskIndicator, .taskMeasure,
      .taskStandard, .taskPrincipal, .taskDeputy, .taskLiaison, .taskSentence, .taskReason:
      try await actOnTasks(input, text, office)
    case .assessment, .sealReason: try await actOnAssessments(input, text, office)
    case .ladder, .stepReason, .stepDocument: try await actOnSteps(input, text, office)
    case .campaign, .campaignDocument, .campaignIssuer, .campaignClosing:
      try await actOnCampaigns(input, text, office)
    case .caseWords, .caseEvidence, .caseAgainst, .casePost, .casePlace, .triggerAuthority,
      .triggerDocument:
      try await actOnCases(input, text, office)
    case .recordTitle, .recordDocument, .recordFinding, .recordAuthority, .recordIssuer,
      .recordClause, .recordWords, .recordActDocument, .noFraudCriterion, .noFraudName:
      try await RecordTexts(input: input, text: text, office: office).act()
    case .meetingTitle, .meetingPlace, .agendaWords, .meetingPosts, .minutes, .resolution,
      .addendum:
      try await actOnMeetings(input, text, office)
    default: try await actOnFigures(input, text, office)
    }
  }

  private static func actOnTasks(_ input: Input, _ text: String, _ office: Office) async throws {
    let ledger = office.ledger
    func fields(_ number: String) -> [String] {
      let inputs: [Input] = [
        .taskWords, .taskTarget, .taskIndicator, .taskMeasure, .taskStandard, .taskPrincipal,
        .taskDeputy, .taskLiaison,
      ]
      return [number, "CA-AB", "2030-01-31"]
        + inputs.map { $0 == input && number == "2" ? "岗位 \(text)" : "宣传" }
    }
    let header = "number,lead,due,task,target,indicator,measure,standard,principal,deputy,liaison"
    let rows = ["1", "2"].map { fields($0).joined(separator: ",") }
    let list = try ResponsibilityList(
      key: #require(ListKey("2021-1")), title: input == .listTitle ? text : "清单",
      source: input == .listSource ? text : "纪要", issued: #require(CalendarDate("2021-01-05")))
    let csv = try CSV(([header] + rows).joined(separator: "\n") + "\n")
    _ = try await ledger.importTasks(csv.file, list: list, by: office("office"))
    guard input == .taskSentence || input == .taskReason else { return }
    let key = try #require(TaskKey("2021-1-1"))
    let report = try await ledger.reportTask(
      TaskProgressRequest(task: key, sentence: input == .taskSentence ? text : "推进"),
      by: office("reporter"))
    _ = try await ledger.decideTask(
      key, report: report.number, accept: false, reason: input == .taskReason ? text : "缺材料",
      by: office("office"))
  }

  private static func actOnCampaigns(
    _ input: Input, _ text: String, _ office: Office
  ) async throws {
    let (ledger, today) = (office.ledger, office.ledger.today)
    let form: JSONValue = [
      "code": "daily", "name": ["zh": "日报", "en": "Daily"], "effective": "2021-01",
      "kind": "province", "frequency": "day", "due_working_days": 1,
      "fields": [["indicator": "REPORTS"]],
    ]
    _ = try await ledger.importForm(form, by: office("office"))
    let days = input == .campaignClosing ? (-2, -1) : (-2, 2)
    let name = input == .campaign ? "行动 \(text)" : "行动"
    let definition: JSONValue = [
      "code": .string("c-\(days.1 + 2)"), "name": ["zh": .string(name), "en": "Campaign"],
      "start": .string(today.adding(days: days.0).description),
      "end": .string(today.adding(days: days.1).description), "forms": ["daily"],
      "documents": [["number": "1号", "issuer": "联席办", "date": "2021-01-05"]],
    ]
    _ = try await ledger.importCampaign(definition, by: office("office"))
    if input == .campaignClosing {
      _ = try await ledger.closeCampaign("c-1", closing: text, by: office("office"))
    } else if input != .campaign {
      _ = try await ledger.decideCampaign(
        CampaignRequest(
          campaign: "c-4", isExtension: true, until: today.adding(days: 9),
          document: input == .campaignDocument ? text : "2号",
          issuer: input == .campaignIssuer ? text : "联席办", issued: today),
        by: office("office"))
    }
  }

  private static func actOnMeetings(
    _ input: Input, _ text: String, _ office: Office
  ) async throws {
    let (ledger, by) = (office.ledger, try office("office"))
    func words(_ wanted: Input) -> String { input == wanted ? text : "联席会议" }
    let today = try await ledger.meetings(by: by).today
    let plan = try MeetingPlan(
      title: words(.meetingTitle), cadence: .event, day: today, place: words(.meetingPlace),
      invited: ["CA-AB"])
    let key = try await ledger.draftMeeting(plan, by: by).key
    _ = try await ledger.addAgendaItem(words(.agendaWords), unit: nil, to: key, by: by)
    for step in [MeetingStep.call, .start] {
      _ = try await ledger.takeMeetingStep(step, of: key, by: by)
    }
    let present = try MeetingAttendance(
      unit: "CA-AB", isPresent: true, posts: words(.meetingPosts))
    _ = try await ledger.keepAttendance([present], of: key, over: 0, by: by)
    _ = try await ledger.keepMinutes(words(.minutes), on: 1, of: key, over: 0, by: by)
    _ = try await ledger.resolve(
      ResolutionRequest(item: 1, words: words(.resolution)), in: key, by: by)
    guard input == .addendum else { return }
    _ = try await ledger.takeMeetingStep(.close, of: key, by: by)
    _ = try await ledger.addAddendum(text, to: key, by: by)
  }

  private static func actOnAccounts(_ input: Input, _ text: String, _ office: Office) async throws {
    let ledger = office.ledger
    func account(name: String = "somebody", displayName: String = "", post: String = "") -> Account
    {
      Account(name: name, displayName: displayName, unit: "CA", post: post)
    }
    switch input {
    case .accountName:
      try await ledger.createAccount(account(name: text), by: office("system"))
    case .accountDisplayName:
      try await ledger.createAccount(account(displayName: text), by: office("system"))
    case .accountPost:
      try await ledger.createAccount(account(post: "值班 " + text), by: office("system"))
    case .administratorDisplayName:
      try await ledger.createFirstAdministrator(
        account(displayName: text), role: .systemAdministrator)
    case .accountReason:
      try await ledger.setAccount(
        "reporter", enabled: true, reason: "换人 " + text, by: office("system"))
    case .grantReason:
      try await ledger.endGrant(of: "verifier", number: 1, reason: text, by: office("security"))
    case .unlockReason:
      try await ledger.unlock("reporter", reason: text, by: office("security"))
    case .tokenLabel:
      _ = try await ledger.createToken(
        label: text, unit: "CA", form: nil, until: try #require(CalendarDate("2021-02-01")),
        by: office("reporter"))
    case .policyReason:
      try await ledger.setPolicy(
        AccountPolicy.standard.document, reason: text, by: office("security"))
    default:
      var document = try Files.json("defaults/policies/accounts.json")
      if case .object(let members) = document {
        document = .object(members + [JSONValue.Member("note", .string(text))])
      }
      try await ledger.setPolicy(document, by: office("security"))
    }
  }

  private static func actOnCatalogue(
    _ input: Input, _ text: String, _ office: Office
  ) async throws {
    let ledger = office.ledger
    let actor = try office("office")
    switch input {
    case .unitCode: try await importUnit("\(text),城,City,province,CA,", office)
    case .unitName: try await importUnit("CA-X,城 \(text),City,province,CA,", office)
    case .unitEnglishName: try await importUnit("CA-X,城,City \(text),province,CA,", office)
    case .unitGroup: try await importUnit("CA-X,城,City,province,CA,\(text)", office)
    case .calendarName:
      let csv = try CSV("day,kind,name\n2021-10-01,holiday,国庆 \(text)\n")
      _ = try await ledger.importCalendar(csv.file, by: actor)
    case .populationSource:
      let csv = try CSV("code,as_of,population,source\nCA,2021-07-01,38000000,年报 \(text)\n")
      _ = try await ledger.importPopulations(csv.file, by: actor)
    case .indicator:
      let indicators: JSONValue = [
        [
          "code": "EXTRA", "name": ["zh": .string("数" + text), "en": "Count"],
          "unit": ["zh": "件", "en": "pieces"], "decimals": 0, "direction": "none",
          "kind": "flow",
        ]
      ]
      _ = try await ledger.importIndicators(indicators, effective: january, by: actor)
    case .form:
      let form: JSONValue = [
        "code": "extra", "name": ["zh": .string(text), "en": "Return"], "effective": "2021-01",
        "kind": "province", "frequency": "month", "due_working_days": 2,
        "fields": [["indicator": "REPORTS"]],
      ]
      _ = try await ledger.importForm(form, by: actor)
    case .targetReason:
      let target = try Target(
        unit: "CA-AB", indicator: "REPORTS", year: 2021, kind: .atMost, goal: .zero)
      _ = try await ledger.keepTargets([target], reason: text, by: actor)
    case .ruleSet:
      let rules = try Files.json("examples/canada/rules.json")
      _ = try await ledger.proposeMethod(
        rules.replacingText(of: "zh", by: text), kind: .rules, scope: "CA", effective: nil,
        by: actor)
    default:
      let method = try Files.json("examples/canada/method.json")
      _ = try await ledger.proposeMethod(
        method.replacingText(of: "zh", by: text), kind: .index, scope: "CA", effective: nil,
        by: actor)
    }
  }

  private static func importUnit(_ row: String, _ office: Office) async throws {
    let csv = try CSV(
      "code,name,name_en,kind,parent,group,valid_from,valid_to\n\(row),1999-04-01,\n")
    _ = try await office.ledger.importUnits(csv.file, by: office("office"))
  }

  private static func actOnFigures(_ input: Input, _ text: String, _ office: Office) async throws {
    let ledger = office.ledger
    let place = ("CA-AB", "fraud-monthly", Period(january))
    let key = RevisionKey(unit: place.0, form: place.1, period: place.2, number: 1)
    let until = PostgresTimestamp(unixMicroseconds: 4_000_000_000_000_000)
    switch input {
    case .importedNote:
      let long = String(repeating: "说明", count: 40)
      let csv = try CSV(
        "unit,period,indicator,value,note\nCA-BC,2021-01,REPORTS,1,\(long)\(text)\n")
      _ = try await ledger.importFigures(
        FigureImport(files: [csv.file], form: place.1), by: office("reporter"))
    case .submittedNote:
      _ = try await ledger.checkSubmission(
        SubmissionRequest(
          unit: "CA-BC", form: place.1, period: place.2, basedOn: nil,
          figures: [
            SubmissionRequest.Entry(indicator: "REPORTS", value: "1", absence: nil, note: text)
          ]), by: office("reporter"))
    case .draft:
      _ = try await ledger.saveDraft(
        place.0, place.1, place.2, over: 0,
        content: ["figures": [["value": "13800138000", "note": .string(text)]]],
        by: office("reporter"))
    case .reviewReason:
      _ = try await ledger.review(
        RevisionReview(revision: key, decision: .return, reasons: [("REPORTS", text)]),
        by: office("reviewer"))
    case .bulkReviewReason:
      _ = try await ledger.review(
        ReviewRequest(
          stage: .unit, decision: .return, form: nil, periods: [place.2], units: nil,
          reason: text), by: office("reviewer"))
    case .verificationReason:
      try await ledger.verifyFigure(
        VerificationRequest(
          unit: place.0, form: place.1, period: place.2, indicator: "REPORTS", figure: "9",
          reason: text), by: office("verifier"))
    case .closingReason:
      _ = try await ledger.closeMonth(january, reason: text, by: office("office"))
    case .reopeningReason:
      try await ledger.proposeReopening(january, reason: text, until: until, by: office("office"))
    default: try await recordRecovery(input, text, office)
    }
  }

  private static func actOnSteps(_ input: Input, _ text: String, _ office: Office) async throws {
    guard input != .ladder else {
      let ladder = try Files.json("defaults/ladder.json")
      _ = try await office.ledger.proposeMethod(
        ladder.replacingText(of: "zh", by: text), kind: .ladder, scope: "CA", effective: nil,
        by: office("office"))
      return
    }
    _ = try await office.ledger.decideStep(
      StepRequest(
        scope: "CA", unit: "CA-AB", to: 1, edition: 1, after: 0, isAccepted: true,
        reason: input == .stepReason ? text : "", document: input == .stepDocument ? text : ""),
      by: office("office"))
  }

  private static func actOnCases(_ input: Input, _ text: String, _ office: Office) async throws {
    let ledger = office.ledger
    guard input != .triggerAuthority, input != .triggerDocument else {
      _ = try await ledger.enterTrigger(
        .listedByHigher, of: "CA-AB", scope: "CA",
        authority: input == .triggerAuthority ? text : "上级",
        document: input == .triggerDocument ? text : "〔2021〕1号",
        issued: #require(CalendarDate("2021-01-05")), by: office("office"))
      return
    }
    let isObjection = input == .caseAgainst
    _ = try await ledger.record(
      CaseEventRequest(
        CaseKey(scope: "CA", unit: "CA-AB", number: 1), isObjection ? .objection : .interview,
        words: input == .caseWords ? text : "已约谈",
        evidence: input == .caseEvidence ? text : "",
        against: input == .caseAgainst ? text : "",
        presidingPost: input == .casePost ? text : "副市长",
        place: input == .casePlace ? text : "会议室"),
      by: office(isObjection ? "reporter" : "office"))
  }

  private static func actOnAssessments(
    _ input: Input, _ text: String, _ office: Office
  ) async throws {
    guard input != .assessment else {
      let method = try Files.json("defaults/assessments/safe-city.json")
      _ = try await office.ledger.proposeMethod(
        method.replacingText(of: "zh", by: text), kind: .assessment, scope: "CA", effective: nil,
        by: office("office"))
      return
    }
    _ = try await office.ledger.sealAssessment(
      SealRequest(year: 2020, scope: "CA", reason: text), by: office("assessor"))
  }

  private static func recordRecovery(
    _ input: Input, _ text: String, _ office: Office
  ) async throws {
    let ledger = office.ledger
    try? await ledger.createAccount(
      Account(name: "auditor", displayName: "", unit: "CA", post: ""), by: office("system"))
    _ = try? await ledger.addGrant(
      .auditor, to: "auditor", unit: "*", form: nil, until: nil, by: office("security"))
    let auditor = try await ledger.openConsoleSession(as: "auditor")
    _ = try await ledger.createCheckpoint(signedWith: signingKey, by: auditor)
    let copy = try #require(try await ledger.newestCheckpointCopy())
    _ = try await ledger.recordRecovery(
      from: input == .recoveryBackup ? text : "base-1",
      to: PostgresTimestamp(unixMicroseconds: 1_600_000_000_000_000), against: copy,
      reason: input == .recoveryReason ? text : "断电", by: auditor)
  }
}

extension JSONValue {
  /// The document with the text of every member of a name replaced.
  fileprivate func replacingText(of name: String, by text: String) -> JSONValue {
    switch self {
    case .array(let items): .array(items.map { $0.replacingText(of: name, by: text) })
    case .object(let members):
      .object(
        members.map { member in
          if member.name == name, case .string = member.value {
            return Member(name, .string(text))
          }
          return Member(member.name, member.value.replacingText(of: name, by: text))
        })
    default: self
    }
  }
}
