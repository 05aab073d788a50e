import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The annual assessment: every unit's marks, one unit's sheet, and sealing a year.
enum AssessmentPages {
  static let all: [Endpoint] = [start, show, file, sheet, seal]

  static let root = Link("assessments")
  private static let access = Endpoint.Access.permission(.readAssessments)
  private static let preview = Endpoint.Parameter.word(
    "state", "What the year would be now, although it is sealed.", of: ["unsealed"])

  static func link(_ year: Int) -> Link { Link("assessments", String(year)) }

  private static let start = Endpoint.page(
    .get, "/assessments", "page.assessments", access: access,
    query: [
      Endpoint.Parameter(
        name: "year", text: "The year.", form: "2026",
        isValid: { Int($0).map { (2_000...2_100).contains($0) } ?? false })
    ],
    handle: { call in
      if let year = call.query["year"].flatMap({ Int($0) }) { return .see(link(year)) }
      let sealed = try await call.ledger.sealedAssessments(by: call.actor())
      if let latest = sealed.first { return .see(link(latest.year)) }
      let say = call.say
      let ahead: HTML? =
        call.session?.holds(.readUnpublished) ?? false
        ? "<p><a href=\"\(link(call.today.year))\">\(say(AssessmentText.lookAhead))</a></p>" : nil
      return call.frame.reply(
        say(AssessmentText.title), entry: .tasks,
        """
        <h1>\(say(AssessmentText.title))</h1>
        <p class="lead">\(say(AssessmentText.none))</p>
        <p>\(say(AssessmentText.noneHint))</p>
        \(ahead)
        """)
    })

  private static let show = Endpoint.page(
    .get, "/assessments/{year}", "page.assessment", access: access,
    query: [preview, .word("done", "What was done just now.", of: ["seal"])],
    handle: { call in try await reply(call, nil) })

  private static let file = Endpoint.page(
    .get, "/assessments/{year}/file", "page.assessment.file", access: access, query: [preview],
    handle: { call in
      let found = try await load(call)
      let isInvented = call.web.configuration.isDemonstration
      let page = AssessmentPage(found: found, frame: call.frame, attempt: nil, isDone: false)
      // The mark at the beginning lets spreadsheets read the file as UTF-8.
      return Reply.text(
        "\u{FEFF}" + (isInvented ? InventedMark.comment : "") + CSVWriter.text(page.cells),
        "text/csv; charset=utf-8"
      ).with(.contentDisposition, "attachment; filename=\"assessment-\(found.year).csv\"")
    })

  private static let sheet = Endpoint.page(
    .get, "/assessments/{year}/{unit}", "page.assessment.sheet", access: access, query: [preview],
    handle: { call in
      let found = try await load(call)
      let unit = try call.unit()
      guard let sheet = found.sheets.first(where: { $0.unit == unit }) else {
        throw Refusal(AssessmentRefusal.unitUnknown, at: .option("unit"), unit)
      }
      var forms: [String: BilingualText] = [:]
      for form in try await call.ledger.forms(by: call.actor()) { forms[form.code] = form.name }
      return AssessmentSheetPage(found: found, sheet: sheet, forms: forms, frame: call.frame).reply
    })

  private static let seal = Endpoint.act(
    "/assessments/{year}/seals", "page.assessment.seal", access: .permission(.sealAssessment),
    isUnhurried: true,
    handle: { call in
      let year = try call.assessedYear()
      let request = SealRequest(
        year: year, scope: try call.form.text("of", max: 32),
        sha256: try call.form.text("sha256", max: 64),
        reason: try call.form.text("reason", max: 400))
      return try await call.see(
        { (_: SealedAssessment) in link(year).adding("done", "seal") },
        field: { $0.place == .option("reason") ? "reason" : "seal" },
        again: { try await reply(call, $0) },
        { try await call.ledger.sealAssessment(request, by: $0) })
    })

  private static func load(_ call: Call, isPreview: Bool = false) async throws -> Assessment {
    try await call.ledger.assessment(
      of: call.assessedYear(), isPreview: isPreview || call.query["state"] != nil,
      by: call.actor())
  }

  private static func reply(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    var frame = call.frame
    frame.target = link(try call.assessedYear())
    let found = try await load(call, isPreview: attempt != nil)
    if found.sealed == nil { frame.target = frame.target.adding("state", "unsealed") }
    return AssessmentPage(
      found: found, frame: frame, attempt: attempt, isDone: call.query["done"] != nil
    ).reply
  }
}

extension Call {
  /// The year in the path.
  func assessedYear() throws(Refusal) -> Int {
    let text = part("year")
    guard text.utf8.count == 4, let year = Int(text), (2_000...2_100).contains(year) else {
      throw Refusal(AssessmentRefusal.yearMalformed, at: .option("year"), text)
    }
    return year
  }
}
