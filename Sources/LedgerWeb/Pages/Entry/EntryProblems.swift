import LedgerDomain

/// What is wrong or odd with what was typed, by field.
struct EntryProblems: Sendable {
  /// One thing that is said beside a field.
  struct Problem: Sendable {
    enum Kind: Sendable {
      /// Nothing stands there.
      case blank
      /// Impossible: has to be changed.
      case mustChange
      /// Unusual: has to be explained.
      case mustExplain
    }

    let kind: Kind
    let text: String
  }

  /// By the position of the field.
  private(set) var byField: [Int: [Problem]] = [:]
  /// What is about the submission as a whole.
  private(set) var whole: Refusal?
  /// What is unusual and explained, by the position of the field; known where nothing is wrong.
  private(set) var explained: [Int: [BilingualText]] = [:]

  /// Whether it may be submitted as it stands.
  var isClean: Bool { byField.isEmpty && whole == nil }

  /// Whether something stands in the fields that is wrong or odd.
  var isTypedWrong: Bool { byField.values.contains { $0.contains { $0.kind != .blank } } }

  init(explained findings: [SubmissionFinding]) {
    for finding in findings {
      if let oddity = finding.oddity { explained[finding.field, default: []].append(oddity) }
    }
  }

  init(whole refusal: Refusal) {
    whole = refusal
  }

  /// Sorts refusals by the field that they are about, and says them with the fields' names.
  init(_ refusals: [Refusal], _ view: EntryView, _ say: Say) {
    for refusal in refusals {
      guard let field = Self.field(of: refusal), view.form.fields.indices.contains(field) else {
        whole = whole ?? refusal
        continue
      }
      byField[field, default: []].append(Self.problem(refusal, view, say))
    }
    for (field, problems) in byField { byField[field] = Self.joined(problems, say) }
  }

  /// What has to be explained in one line, since one note explains it.
  private static func joined(_ problems: [Problem], _ say: Say) -> [Problem] {
    let odd = problems.filter { $0.kind == .mustExplain }
    guard !odd.isEmpty else { return problems }
    let text = odd.map(\.text).joined(separator: say.language == .chinese ? "；" : "; ")
    return problems.filter { $0.kind != .mustExplain }
      + [Problem(kind: .mustExplain, text: say(EntryWord.explainThis, text))]
  }

  /// The position in `/figures/3/value`.
  private static func field(of refusal: Refusal) -> Int? {
    guard case .pointer(let pointer) = refusal.place else { return nil }
    let parts = pointer.split(separator: "/")
    return parts.count >= 2 && parts[0] == "figures" ? Int(parts[1]) : nil
  }

  private static func problem(_ refusal: Refusal, _ view: EntryView, _ say: Say) -> Problem {
    let named = Refusal(
      refusal.reason, at: refusal.place, details: refusal.details.map { view.name($0, say) })
    switch refusal.code {
    case FigureRefusal.blank.rawValue: return Problem(kind: .blank, text: say(EntryWord.blank))
    case SubmissionRefusal.notExplained.rawValue:
      let oddity = refusal.details.dropFirst()
      let text = say.language == .chinese ? oddity.first : oddity.last
      return Problem(kind: .mustExplain, text: text ?? "")
    default:
      return Problem(
        kind: .mustChange,
        text: say.sentences([named.text(in: say.language), named.wayOut(in: say.language)]))
    }
  }

  /// The words before a problem: `须改`, `请说明`.
  static func word(_ kind: Problem.Kind) -> EntryWord {
    switch kind {
    case .blank: .notFilled
    case .mustChange: .mustChange
    case .mustExplain: .mustExplain
    }
  }
}
