import LedgerDomain
import LedgerOperations
import LedgerStore

/// Submissions as the interface tells them.
enum SubmissionJSON {
  static func json(
    _ view: SubmissionView, _ unit: String, _ form: String, _ period: Period
  ) -> JSONValue {
    [
      "unit": .string(unit), "form": .string(form), "period": .string(period.description),
      "state": .string(view.state.rawValue), "open": .bool(view.isOpen),
      "revision": .optional(view.submission.revisions.last?.revision.number),
      "revisions": .array(view.submission.revisions.indices.map { json($0, of: view) }),
      "reviews": .array(view.submission.reviews.map { json($0, view) }),
      "verifications": .array(
        view.submission.verifications.map { json($0, isHidden: view.hides($0.indicator)) }),
      "draft": view.draft.map(json) ?? .null,
    ]
  }

  private static func json(_ index: Int, of view: SubmissionView) -> JSONValue {
    let kept = view.submission.revisions[index]
    let revision = kept.revision
    let figures = zip(view.form.fields, revision.figures).enumerated().map { position, pair in
      let mark = view.mark(revision: index, field: position)
      let (value, absence): (JSONValue, JSONValue) =
        switch pair.1 {
        case .number(let number): (mark == nil ? .string(number.description) : .null, .null)
        case .absent(let reason): (.null, .string(reason.rawValue))
        }
      let note = revision.notes.indices.contains(position) ? revision.notes[position] : nil
      return [
        "indicator": .string(pair.0.indicator), "value": value, "absence": absence,
        "suppressed": .optional(mark?.text), "note": .optional(mark == nil ? note : nil),
      ] as JSONValue
    }
    return [
      "number": .integer(revision.number), "submittedBy": .string(revision.submittedBy),
      "submittedAt": .string(MomentText.text(kept.recordedAt)),
      "receipt": ["chain": .string(revision.unit), "seq": .integer(kept.entry)],
      "figures": .array(figures),
    ]
  }

  private static func json(_ review: Submission.Decided, _ view: SubmissionView) -> JSONValue {
    var reasons = (try? JSONValue(parsing: Array(review.reasons.utf8))) ?? []
    if case .array(let all) = reasons {
      reasons = .array(
        all.filter { reason in
          guard case .string(let indicator) = reason["indicator"] else { return true }
          return !view.hides(indicator)
        })
    }
    return [
      "revision": .integer(review.revision), "stage": .string(review.stage),
      "decision": .string(review.decision), "reasons": reasons,
      "by": .string(review.decidedBy), "at": .string(MomentText.text(review.recordedAt)),
    ]
  }

  private static func json(_ verification: Submission.Verified, isHidden: Bool) -> JSONValue {
    [
      "revision": .integer(verification.revision), "indicator": .string(verification.indicator),
      "decision": .string(verification.decision),
      "value": .optional(isHidden ? nil : verification.figure?.description),
      "reason": .string(isHidden ? "" : verification.reason), "by": .string(verification.decidedBy),
      "at": .string(MomentText.text(verification.recordedAt)),
    ]
  }

  private static func json(_ draft: Draft) -> JSONValue {
    [
      "version": .integer(draft.version), "savedBy": .string(draft.savedBy),
      "savedAt": .string(MomentText.text(draft.savedAt)),
      "content": (try? JSONValue(parsing: Array(draft.content.utf8))) ?? .null,
    ]
  }

  static func json(_ item: Completeness, _ period: Period) -> JSONValue {
    [
      "unit": .string(item.unit), "form": .string(item.form),
      "period": .string(period.description), "due": .string(item.due.description),
      "received": .optional(item.received?.description), "onTime": .bool(item.isOnTime),
      "revised": .bool(item.isRevised), "revisions": .integer(item.revisions),
    ]
  }

  static let dueSchema = Schema.object([
    .required("unit", SharedSchemas.code), .required("form", SharedSchemas.code),
    .required("period", SharedSchemas.period), .required("due", SharedSchemas.date),
    .required("state", .word(SubmissionProgress.allCases.map(\.rawValue))),
    .required("revision", SharedSchemas.count), .required("fields", SharedSchemas.count),
    .required("draft", .boolean), .required("open", .boolean),
  ])

  static func json(_ item: DueSubmission) -> JSONValue {
    [
      "unit": .string(item.unit), "form": .string(item.form.code),
      "period": .string(item.period.description), "due": .string(item.due.description),
      "state": .string(item.state.rawValue), "revision": .integer(item.revision),
      "fields": .integer(item.form.fields.count), "draft": .bool(item.hasDraft),
      "open": .bool(item.isOpen),
    ]
  }

  /// What was found unusual, all of it explained.
  static func findings(_ prepared: PreparedRevision, _ language: Language) -> JSONValue {
    .array(
      prepared.findings.map { finding in
        let field = prepared.form.fields[finding.field]
        return [
          "indicator": .string(field.indicator), "code": .string(finding.reason.rawValue),
          "text": .string(finding.oddity?.text(in: language) ?? ""), "explained": true,
        ]
      })
  }
}
