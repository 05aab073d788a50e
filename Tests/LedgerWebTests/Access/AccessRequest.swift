import HTTPTypes
import LedgerDomain

@testable import LedgerWeb

/// One cell's request: an endpoint asked in a place and a state of the month by somebody.
struct AccessRequest {
  let path: String
  /// Another method than the endpoint's: a stream that goes on is asked for its head.
  var method: HTTPRequest.Method?
  var content: Content?
  /// The end of the code that somebody gets who may; nil where it is done.
  ///
  /// What is asked is made to fail late, so that no cell changes what the next one finds.
  var witness: String?

  /// What to ask of an endpoint, by its name.
  static func of(_ endpoint: String, unit: String, period: String, by role: String) -> Self? {
    let parts = endpoint.split(separator: ".")
    return switch parts.first {
    case "me", "sessions", "inbox": own(endpoint, role)
    case "accounts", "grants", "policies": accounts(endpoint)
    case "submissions", "figures", "completeness", "reviews": submissions(endpoint, unit, period)
    case "records": records(endpoint, unit, role)
    case "meetings": meetings(endpoint, unit)
    case "months", "rankings", "ratings", "editions": results(endpoint, unit, period)
    default: catalogue(endpoint, unit)
    }
  }

  private static func own(_ endpoint: String, _ role: String) -> Self? {
    switch endpoint {
    case "sessions.open":
      Self(
        path: "/sessions",
        content: .json(["account": .string("no-\(role)"), "password": "x"]), witness: "wrong")
    case "sessions.end_current": Self(path: "/sessions/current")
    case "sessions.list": Self(path: "/sessions")
    case "sessions.end": Self(path: "/sessions/none", witness: "unknown")
    case "me.read": Self(path: "/me")
    case "inbox.list": Self(path: "/inbox")
    case "inbox.mark":
      Self(
        path: "/inbox/marks", content: .json(["reminder": "none", "read": true]),
        witness: "unknown")
    case "me.change_password":
      Self(path: "/me/password", content: .json(["from": "x", "to": "y"]), witness: "wrong")
    case "me.start_second_factor": Self(path: "/me/second-factor")
    case "me.confirm_second_factor":
      Self(path: "/me/second-factor", content: .json(["code": "x"]), witness: "code_wrong")
    case "me.tokens": Self(path: "/me/tokens")
    case "me.create_token":
      Self(
        path: "/me/tokens",
        content: .json(["label": "", "unit": "SQ-A", "until": "2026-03-01"]),
        witness: "label_malformed")
    default: nil
    }
  }

  private static func accounts(_ endpoint: String) -> Self? {
    let missing = "/accounts/no-such"
    return switch endpoint {
    case "accounts.list": Self(path: "/accounts")
    case "accounts.create":
      Self(
        path: "/accounts",
        content: .json(["name": "Ü", "displayName": "x", "unit": "SQ", "post": "x"]),
        witness: "name_malformed")
    case "accounts.set_state":
      Self(
        path: missing + "/states", content: .json(["state": "disabled", "reason": "x"]),
        witness: "unknown")
    case "accounts.set_expiry":
      Self(path: missing + "/expiries", content: .json(["until": .null]), witness: "unknown")
    case "grants.add":
      Self(
        path: missing + "/grants", content: .json(["role": "leader", "unit": "SQ"]),
        witness: "unknown")
    case "grants.end":
      Self(
        path: missing + "/grants/7/end", content: .json(["reason": "x"]),
        witness: "grant_unknown")
    case "accounts.reset": Self(path: missing + "/password-resets", witness: "unknown")
    case "accounts.unlock":
      Self(path: missing + "/unlocks", content: .json(["reason": "x"]), witness: "unknown")
    case "policies.read": Self(path: "/policies/accounts")
    case "policies.set":
      Self(path: "/policies/accounts", content: .json([:]), witness: "member_missing")
    default: nil
    }
  }

  /// The office has called `2026-1`, to which both counties are invited.
  private static func meetings(_ endpoint: String, _ unit: String) -> Self? {
    let one = "/meetings/2026-1"
    return switch endpoint {
    case "meetings.list": Self(path: "/meetings")
    case "meetings.read": Self(path: one)
    case "meetings.draft":
      Self(
        path: "/meetings",
        content: .json([
          "title": "x", "cadence": "month", "day": "2026-02-20", "invited": ["NONE"],
        ]), witness: "unit_unknown")
    case "meetings.change":
      Self(
        path: one + "/plans",
        content: .json([
          "version": 99, "title": "x", "cadence": "month", "day": "2026-02-20", "invited": ["SQ-A"],
        ]), witness: "changed_meanwhile")
    case "meetings.build": Self(path: "/meetings/2026-9/agenda-builds", witness: "unknown")
    case "meetings.add_item":
      Self(path: one + "/agenda", content: .json(["words": ""]), witness: "missing")
    case "meetings.order":
      Self(
        path: one + "/agenda-orders", content: .json(["order": [], "version": 99]),
        witness: "changed_meanwhile")
    case "meetings.step":
      Self(path: one + "/steps", content: .json(["step": "call"]), witness: "already_called")
    case "meetings.attendance":
      Self(
        path: one + "/attendance", content: .json(["version": 0, "units": []]),
        witness: "not_started")
    case "meetings.minutes":
      Self(
        path: one + "/minutes", content: .json(["item": 1, "version": 0, "words": "x"]),
        witness: "not_started")
    case "meetings.resolve":
      Self(
        path: one + "/resolutions", content: .json(["item": 1, "words": "x"]),
        witness: "not_started")
    case "meetings.withdraw":
      Self(path: one + "/resolutions/1/withdrawals", witness: "not_started")
    case "meetings.relay":
      Self(
        path: one + "/relays",
        content: .json(["unit": .string(unit), "relayed": "2026-02-20"]), witness: "not_started")
    case "meetings.append":
      Self(path: one + "/addenda", content: .json(["words": "x"]), witness: "not_closed")
    default: nil
    }
  }

  private static func catalogue(_ endpoint: String, _ unit: String) -> Self? {
    func file(_ path: String) -> Self {
      Self(path: path, content: .csv("x\n"), witness: "header_unknown")
    }
    return switch endpoint {
    case "units.list": Self(path: "/units")
    case "units.read": Self(path: "/units/\(unit)")
    case "indicators.list": Self(path: "/indicators")
    case "forms.list": Self(path: "/forms")
    case "calendar.read": Self(path: "/calendar/2026-01")
    case "populations.list": Self(path: "/populations")
    case "indicators.read": Self(path: "/indicators/CASES")
    case "calendar.list": Self(path: "/calendar")
    case "tiles.list": Self(path: "/tiles")
    case "tiles.place": file("/tiles")
    case "burdens.read": Self(path: "/burdens/2026-01")
    case "burdens.limit":
      Self(path: "/burdens", content: .json(["effective": "2026-02", "figures": 100]))
    case "units.import": file("/units")
    case "populations.import": file("/populations")
    case "calendar.import": file("/calendar")
    case "targets.import": file("/targets")
    case "indicators.import": Self(path: "/indicators?effective=2026-01", content: .json([]))
    case "forms.import": Self(path: "/forms", content: .json([:]), witness: "member_missing")
    case "targets.list": Self(path: "/targets?year=2026&unit=\(unit)")
    case "targets.try":
      Self(
        path: "/targets/trials",
        content: .json(["year": 2026, "indicator": "NONE", "targets": []]),
        witness: "indicator_unknown")
    case "targets.changes":
      Self(path: "/targets/changes?year=2026&indicator=CASES&unit=\(unit)")
    case "methods.list": Self(path: "/methods")
    case "methods.try":
      Self(
        path: "/methods/trials", content: .json(["of": "SQ", "kind": "rules", "definition": [:]]),
        witness: "member_missing")
    case "methods.try_version": Self(path: "/methods/rules/\(unit)/colours/1/trials")
    case "methods.propose":
      Self(
        path: "/methods", content: .json(["of": "SQ", "kind": "rules", "definition": [:]]),
        witness: "member_missing")
    case "methods.approve": Self(path: "/methods/rules/SQ/none/1/approvals", witness: "unknown")
    case "lists.list": Self(path: "/responsibility-lists")
    case "lists.import":
      file("/responsibility-lists?list=2026-7&title=x&source=x&issued=2026-01-05")
    case "tasks.list": Self(path: "/tasks?unit=\(unit)")
    case "tasks.read": Self(path: "/tasks/2026-1-2")
    case "tasks.report":
      Self(
        path: "/tasks/2026-1-\(unit == "SQ" ? "1" : unit == "SQ-A" ? "2" : "3.1")/progress",
        content: .json(["sentence": "", "done": false]), witness: "missing")
    case "tasks.decide":
      Self(
        path: "/tasks/2026-1-2/acceptances",
        content: .json(["report": 99, "decision": "return", "reason": "x"]),
        witness: "report_unknown")
    case "campaigns.list": Self(path: "/campaigns")
    case "campaigns.import":
      Self(path: "/campaigns", content: .json([:]), witness: "member_missing")
    case "campaigns.read": Self(path: "/campaigns/none", witness: "unknown")
    case "campaigns.extend", "campaigns.end":
      Self(
        path: "/campaigns/none/\(endpoint == "campaigns.end" ? "endings" : "extensions")",
        content: .json([
          "until": "2026-01-31", "document": "x", "issuer": "x", "issued": "2026-01-05",
        ]), witness: "unknown")
    case "campaigns.close":
      Self(path: "/campaigns/none/closing", content: .json(["closing": "x"]), witness: "unknown")
    case "escalations.list": Self(path: "/escalations?of=SQ", witness: "no_ladder")
    case "escalations.decide":
      Self(
        path: "/escalations/\(unit)/decisions",
        content: .json(["of": "SQ", "to": 1, "edition": 1, "after": 0, "decision": "accept"]),
        witness: "no_ladder")
    case "escalations.read":
      Self(path: "/escalations/SQ.\(unit).7", witness: "case_unknown")
    case "escalations.reply":
      Self(
        path: "/escalations/SQ.\(unit).7/replies", content: .json(["kind": "reply", "words": "x"]),
        witness: "case_unknown")
    case "escalations.object":
      Self(
        path: "/escalations/SQ.\(unit).7/objections", content: .json(["words": "x"]),
        witness: "case_unknown")
    case "escalations.decide_objection":
      Self(
        path: "/escalations/SQ.\(unit).7/objections/decisions",
        content: .json(["decision": "reject", "words": "x"]), witness: "case_unknown")
    case "escalations.record":
      Self(
        path: "/escalations/SQ.\(unit).7/records",
        content: .json(["kind": "recheck_passed", "words": "x"]), witness: "case_unknown")
    case "escalations.accept":
      Self(
        path: "/escalations/SQ.\(unit).7/acceptances",
        content: .json(["passed": true, "words": "x"]), witness: "case_unknown")
    case "escalations.continue":
      Self(
        path: "/escalations/SQ.\(unit).7/continuations", content: .json(["words": "x"]),
        witness: "case_unknown")
    case "escalations.trigger":
      Self(
        path: "/escalations/\(unit)/triggers",
        content: .json([
          "of": "SQ", "fact": "false_figures", "authority": "x", "document": "x",
          "issued": "2026-01-01",
        ]), witness: "no_ladder")
    case "escalations.try":
      Self(
        path: "/escalations/trials", content: .json(["of": "SQ", "definition": [:]]),
        witness: "member_missing")
    case "record_figures.read": Self(path: "/record-figures/2026-01", witness: "no_form")
    case "record_figures.submit":
      Self(
        path: "/record-figures/2026-01", content: .json(["form": "monthly"]), witness: "no_form")
    case "assessments.list": Self(path: "/assessments")
    case "assessments.read": Self(path: "/assessments/2025?of=SQ", witness: "no_method")
    case "assessments.seal":
      Self(
        path: "/assessments/2025/seals", content: .json(["of": .string(unit)]),
        witness: "no_method")
    case "journal.list": Self(path: "/journal")
    case "journal.read": Self(path: "/journal/*/1")
    case "journal.state": Self(path: "/journal/state")
    case "journal.verify": Self(path: "/journal/verifications")
    case "events.stream": Self(path: "/events", method: .head)
    case "checkpoints.list": Self(path: "/checkpoints")
    case "checkpoints.read": Self(path: "/checkpoints/7", witness: "checkpoint_unknown")
    default: nil
    }
  }

  private static func records(_ endpoint: String, _ unit: String, _ role: String) -> Self? {
    // The office decides on what units report, so that each asks what is its own.
    let act: JSONValue = role == "office" ? "pass" : "rectify"
    return switch endpoint {
    case "records.list": Self(path: "/records?noun=inspection")
    case "records.read": Self(path: "/records/inspection/2026-1")
    case "records.add":
      Self(
        path: "/records/nofraud",
        content: .json([
          "unit": .string(unit), "kind": "community", "title": "中心社区", "day": "2026-01-20",
        ]), witness: "place_exists")
    case "records.act":
      Self(
        path: "/records/inspection/2026-1/acts", content: .json(["act": act, "item": 1]),
        witness: role == "office" ? "not_now" : "missing")
    case "records.import":
      Self(path: "/no-fraud-units", content: .csv("x\n"), witness: "header_unknown")
    case "records.import_standards":
      Self(path: "/no-fraud-standards", content: .csv("x\n"), witness: "header_unknown")
    default: nil
    }
  }

  private static func submissions(_ endpoint: String, _ unit: String, _ period: String) -> Self? {
    let place = "/submissions/\(unit)/monthly/\(period)"
    let none: JSONValue = ["figures": [], "basedOn": 1]
    return switch endpoint {
    case "submissions.list": Self(path: "/submissions?period=\(period)&unit=\(unit)")
    case "submissions.due": Self(path: "/submissions/due")
    case "submissions.read": Self(path: place)
    case "submissions.save_draft":
      Self(
        path: place + "/draft", content: .json(["version": 99, "content": .null]),
        witness: "draft_stale")
    case "submissions.check":
      Self(path: place + "/checks", content: .json(none), witness: "figure_missing")
    case "submissions.submit":
      Self(path: place + "/revisions", content: .json(none), witness: "figure_missing")
    case "submissions.review":
      Self(
        path: place + "/reviews", content: .json(["revision": 99, "decision": "approve"]),
        witness: "revision_unknown")
    case "figures.verify":
      Self(
        path: place + "/verifications",
        content: .json(["revision": 99, "indicator": "CASES", "decision": "confirm"]),
        witness: "revision_unknown")
    case "figures.import":
      Self(
        path: "/figures?form=monthly",
        content: .csv(
          "unit,period,indicator,value\n\(unit),\(period),CASES,7\n\(unit),\(period),LOSS,7\n"),
        witness: "revision_exists")
    case "submissions.sheet": Self(path: place + "/sheet")
    case "reviews.queue": Self(path: "/reviews")
    case "reviews.approve":
      Self(path: "/reviews/approvals", content: .json(["revisions": []]))
    case "figures.queue": Self(path: "/verifications")
    case "completeness.read": Self(path: "/completeness?period=\(period)&of=\(unit)")
    default: nil
    }
  }

  private static func results(_ endpoint: String, _ unit: String, _ period: String) -> Self? {
    let noun = endpoint.prefix { $0 != "." }
    return switch endpoint {
    case "months.list": Self(path: "/months")
    case "months.work": Self(path: "/months/\(period)/work")
    case "months.read": Self(path: "/months/\(period)")
    case "months.close":
      Self(
        path: "/months/\(period)/close", content: .json(["exceptions": ["SQ-Z"]]),
        witness: "exception_unknown")
    case "months.propose_reopening":
      Self(
        path: "/months/\(period)/reopenings",
        content: .json(["reason": "", "until": "2026-03-01T00:00:00Z"]),
        witness: "reason_missing")
    case "months.agree_to_reopening": Self(path: "/months/\(period)/reopenings/agreements")
    case "rankings.read", "ratings.read":
      period == ServedOffice.open
        ? Self(
          path: "/\(noun)/\(period)?of=\(unit)&state=unpublished",
          witness: unit == "SQ" ? nil : "no_method")
        : Self(path: "/\(noun)/\(period)?of=SQ")
    case "editions.list": Self(path: "/editions")
    case "editions.publish":
      Self(
        path: "/editions", content: .json(["period": .string(period), "of": "SQ"]),
        witness: "already_published")
    case "editions.read": Self(path: "/editions/1")
    case "editions.diff": Self(path: "/editions/1/diff/2")
    case "editions.prove":
      Self(path: "/editions/2/proof/\(unit)", witness: unit == "SQ" ? "unit_not_rated" : nil)
    case "editions.robustness": Self(path: "/editions/2/robustness")
    case "editions.gains":
      Self(path: "/editions/2/gains/\(unit)", witness: unit == "SQ" ? "unit_not_rated" : nil)
    case "editions.path":
      Self(
        path: "/editions/2/paths/\(unit)/CASES", witness: unit == "SQ" ? "unit_not_rated" : nil)
    case "editions.prove_whole": Self(path: "/editions/2/proof")
    case "editions.verify": Self(path: "/editions/1/verification")
    default: nil
    }
  }
}
