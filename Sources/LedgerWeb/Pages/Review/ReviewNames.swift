import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// What units, forms and indicators are called, for the pages about submissions.
struct ReviewNames: Sendable {
  let say: Say
  private var units: [String: BilingualText] = [:]
  private var forms: [String: BilingualText] = [:]
  private var indicators: [String: Indicator] = [:]

  init(_ call: Call, on day: CalendarDate? = nil) async throws {
    say = call.say
    for unit in try await call.ledger.units(on: day, by: call.actor()) {
      units[unit.code] = unit.name
    }
    for form in try await call.ledger.forms(by: call.actor()) { forms[form.code] = form.name }
    for definition in try await call.ledger.indicators(on: day, by: call.actor()) {
      let indicator = try Indicator(JSONReader(definition))
      indicators[indicator.code] = indicator
    }
  }

  func unit(_ code: String) -> String { units[code].map { say($0) } ?? code }
  func form(_ code: String) -> String { forms[code].map { say($0) } ?? code }

  /// `发案数（起）`.
  func indicator(_ code: String) -> String {
    guard let indicator = indicators[code] else { return code }
    let unit = say(indicator.unitOfMeasure)
    return say.language == .chinese
      ? "\(say(indicator.name))（\(unit)）" : "\(say(indicator.name)) (\(unit))"
  }

  /// What an indicator is called, without its unit of measure.
  func bare(_ code: String) -> String { indicators[code].map { say($0.name) } ?? code }

  /// A submission: unit, form and period.
  func submission(_ key: RevisionKey) -> String {
    "\(unit(key.unit)) \(form(key.form)) \(key.period.description)"
  }
}

extension RevisionKey {
  /// Reads what ``object`` writes.
  init?(object text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, UnitTree.isCode(parts[0]), let period = Period(parts[2]),
      parts[3].utf8.count <= 6, let number = Int(parts[3]), number > 0
    else { return nil }
    self.init(unit: parts[0], form: parts[1], period: period, number: number)
  }
}

extension Say {
  /// A figure as people read it; a dash where there is none to show.
  func figure(_ figure: Figure?) -> String {
    figure.map { SubmissionPage.text($0, self) } ?? "—"
  }

  /// How long ago a moment was.
  func waiting(since moment: PostgresTimestamp, now: PostgresTimestamp) -> String {
    let seconds = (now.microsecondsSince2000 &- moment.microsecondsSince2000) / 1_000_000
    if seconds >= 86_400 { return self(ReviewText.days, String(seconds / 86_400)) }
    if seconds >= 3_600 { return self(ReviewText.hours, String(seconds / 3_600)) }
    return self(ReviewText.now)
  }
}
