import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// The clerk's form: what is due, filling it in, checking it, submitting it, the receipt.
enum EntryPages {
  static let all: [Endpoint] = [
    list, show, save, check, submit, receipt, template, upload,
  ]

  private static let place = "/entry/{unit}/{form}/{period}"

  private static let list = Endpoint.page(
    .get, "/entry", "page.entry.list", access: .permission(.submit),
    handle: { call in
      EntryListPage(due: try await call.ledger.dueSubmissions(by: call.actor()), frame: call.frame)
        .reply
    })

  private static let show = Endpoint.page(
    .get, place, "page.entry", access: .permission(.submit),
    query: [.word("check", "Whether blanks are told too.", of: ["1"])],
    handle: { call in
      let view = try await EntryView(call)
      guard view.submission.isOpen else { return .see(SubmissionPage.link(view.place.key)) }
      let typed = view.stored
      let problems = try await view.problems(typed, call)
      guard typed.basedOn == view.latestNumber else {
        return EntryForm.conflict(view, typed, call, .ok)
      }
      let form = EntryForm(view: view, typed: typed, problems: problems, frame: call.frame)
      return call.query["check"] == nil ? form.reply() : form.reply(told: true)
    })

  private static let save: Endpoint = {
    var endpoint = Endpoint.page(
      .post, place, "page.entry.save", access: .permission(.submit), handle: saved)
    endpoint.showLost = EntryLost.markup
    return endpoint
  }()

  private static func saved(_ call: Call) async throws -> Reply {
    let view = try await EntryView(call)
    var typed = try EntryTyped(call.form, view.form, decimals: view.decimals)
    typed.take(call.form, view)
    if call.form["do"] == "zero" { typed.fillWithZero() }
    do {
      typed.version = try await view.save(typed, call)
    } catch let refusal as Refusal {
      return try await answer(to: refusal, view, typed, call)
    }
    guard call.form["do"] == "check" else { return .see(view.place.link()) }
    let problems = try await view.problems(typed, call)
    if problems.isClean { return .see(view.place.link("check")) }
    return EntryForm(view: view, typed: typed, problems: problems, frame: call.frame)
      .reply(told: true, .unprocessableContent)
  }

  /// A draft that was not saved: nothing that was typed is lost.
  private static func answer(
    to refusal: Refusal, _ view: EntryView, _ typed: EntryTyped, _ call: Call
  ) async throws -> Reply {
    if refusal.code == SubmissionRefusal.draftStale.rawValue {
      // What the other one saved came after the page was loaded.
      let view = try await EntryView(call)
      let theirs = view.stored
      if theirs.fields == typed.fields {
        let isSubmitted = view.submission.draft == nil && view.latest != nil
        let isNext = call.form["do"] == "check"
        return .see(view.place.link(isSubmitted ? "receipt" : isNext ? "check" : nil))
      }
      return EntryForm.conflict(view, typed, call, .conflict)
    }
    let problems = EntryProblems([refusal], view, call.say)
    guard problems.whole == nil else { throw refusal }
    return EntryForm(view: view, typed: typed, problems: problems, frame: call.frame)
      .reply(told: true, .unprocessableContent)
  }

  // MARK: - Checking and submitting

  private static let check = Endpoint.page(
    .get, place + "/check", "page.entry.check", access: .permission(.submit),
    handle: { call in
      let view = try await EntryView(call)
      guard view.submission.isOpen else { return .see(SubmissionPage.link(view.place.key)) }
      return try await checkPage(view, call, isChanged: false)
    })

  /// The check of the draft as it is; the form again where something is wrong with it.
  private static func checkPage(
    _ view: EntryView, _ call: Call, isChanged: Bool
  ) async throws -> Reply {
    guard view.submission.draft != nil else {
      return .see(view.latest == nil ? view.place.link() : view.place.link("receipt"))
    }
    let typed = view.stored
    let problems = try await view.problems(typed, call)
    guard problems.isClean else { return .see(view.place.link().adding("check", "1")) }
    return EntryCheckPage(
      view: view, typed: typed, problems: problems, frame: call.frame, isChanged: isChanged
    ).reply
  }

  private static let submit: Endpoint = {
    var endpoint = Endpoint.page(
      .post, place + "/check", "page.entry.submit", access: .permission(.submit),
      handle: { call in
        let view = try await EntryView(call)
        var typed = view.stored
        let version = Int(call.form["version"] ?? "") ?? 0
        // Submitted is what was looked at. Where the draft is another one, or gone since it was
        // submitted, only a repetition of the same request has an answer.
        let isSame = view.submission.draft?.version == version
        if !isSame { typed = EntryTyped(blank: view.form) }
        do {
          let taken = try await call.ledger.submitRevision(
            typed.request(view.place, view.form), key: call.key(), sha256: call.fingerprint,
            by: call.actor()
          ) { prepared, mark in
            let number = String(prepared.revision.number)
            var reply = Reply.see(view.place.link("receipt").adding("revision", number))
            reply.content = ByteBuffer(string: mark)
            return reply.keptText
          }
          return try Reply(kept: taken.answer)
        } catch  where Problem.refusals(in: error)?.refusals.first.map(isAboutFigures) ?? false {
          return try await checkPage(view, call, isChanged: !isSame)
        }
      })
    endpoint.isKeyed = true
    return endpoint
  }()

  /// Whether a refusal leads back to the form instead of ending there.
  private static func isAboutFigures(_ refusal: Refusal) -> Bool {
    if case .pointer = refusal.place { return true }
    return false
  }

  private static let receipt = Endpoint.page(
    .get, place + "/receipt", "page.entry.receipt", access: .permission(.submit),
    query: [
      Endpoint.Parameter(
        name: "revision", text: "The revision.", form: "1",
        isValid: { Int($0).map { (1...1_000_000).contains($0) } ?? false })
    ],
    handle: { call in
      let view = try await EntryView(call)
      let number = call.query["revision"].flatMap { Int($0) } ?? view.latestNumber
      guard
        let kept = view.submission.submission.revisions.first(where: {
          $0.revision.number == number
        })
      else { throw Refusal(SubmissionRefusal.revisionUnknown) }
      return EntryReceiptPage(view: view, kept: kept, frame: call.frame).reply
    })

  // MARK: - Files

  private static let template = Endpoint.page(
    .get, place + "/template", "page.entry.template", access: .permission(.submit),
    handle: { call in
      let view = try await EntryView(call)
      let mark = call.web.configuration.isDemonstration ? InventedMark.comment : ""
      let name = "\(view.place.unit)-\(view.place.form)-\(view.place.period).csv"
      return Reply.text(
        "\u{FEFF}" + mark + CSVWriter.text(EntryTemplate.rows(view, call.say)),
        "text/csv; charset=utf-8"
      ).with(.contentDisposition, "attachment; filename=\"\(name)\"")
    })

  private static let upload = Endpoint.page(
    .post, place + "/file", "page.entry.upload", access: .permission(.submit), content: .upload,
    handle: { call in
      let view = try await EntryView(call)
      guard view.submission.isOpen else { return .see(SubmissionPage.link(view.place.key)) }
      return try await EntryUpload(view: view, call: call).reply()
    })
}
