import LedgerDomain
import LedgerOperations

/// The forms on a case that the account has any use for now.
struct CaseForms: Sendable {
  let shown: ShownCase
  let frame: PageFrame
  let attempt: CaseAttempt?

  private var say: Say { frame.say }
  private var may: Set<CaseEvent.Kind> { shown.mayDo }
  private var key: String { shown.own.key.description }

  var html: HTML {
    let title: HTML = "<h2>\(say(CaseText.acts))</h2>"
    guard !may.isEmpty else {
      return "<section>\(title)<p>\(say(CaseText.actsNone))</p></section>"
    }
    return """
      <section>\(title)
      \(sending)\(objecting)\(answering)\(recording)\(extending)</section>
      """
  }

  private var sending: HTML? {
    let kinds = CaseEvent.Kind.ofUnit.filter(may.contains)
    guard !kinds.isEmpty else { return nil }
    return form(
      "send", Link("ladder", "cases", key, "replies"), say(CaseText.send), say(CaseText.sendHint),
      "\(choice("send", kinds))\(words("send"))\(evidence("send"))",
      button(say(CaseText.send)))
  }

  private var objecting: HTML? {
    guard may.contains(.objection), let end = shown.own.objectionEnd else { return nil }
    return form(
      "object", Link("ladder", "cases", key, "objections"), say(CaseText.object),
      say(CaseText.objectHint, end.description),
      """
      \(field("object", "against", say(CaseText.againstLabel), say(CaseText.againstHint)))\
      \(words("object"))\(evidence("object"))
      """, button(say(CaseText.objectButton)))
  }

  private var answering: HTML? {
    guard may.contains(.objectionUpheld) else { return nil }
    return form(
      "answer", Link("ladder", "cases", key, "objections", "decisions"), say(CaseText.answer),
      say(CaseText.answerHint),
      "\(words("answer"))\(evidence("answer"))",
      """
      <button class="btn btn-1" name="act" value="uphold">\(say(CaseText.uphold))</button>
      <button class="btn" name="act" value="reject">\(say(CaseText.reject))</button>
      """)
  }

  private var recording: HTML? {
    let kinds = CaseEvent.Kind.ofOffice.filter(may.contains)
    guard !kinds.isEmpty else { return nil }
    let isInterview = kinds.contains(.interview)
    let interview: HTML =
      isInterview
      ? """
      \(field("record", "presiding_post", say(CaseText.postLabel), say(CaseText.postHint)))\
      \(field("record", "place", say(CaseText.placeLabel), say(CaseText.postHint)))
      """ : .nothing
    return form(
      "record", Link("ladder", "cases", key, "records"), say(CaseText.record),
      say(CaseText.recordHint),
      """
      \(choice("record", kinds))\(interview)\(words("record"))\(evidence("record"))\
      \(field("record", "on", say(CaseText.onLabel), say(CaseText.onHint)))
      """, button(say(CaseText.recordButton)))
  }

  private var extending: HTML? {
    guard may.contains(.continued), let listing = shown.own.step.listing else { return nil }
    return form(
      "extend", Link("ladder", "cases", key, "continuations"), say(CaseText.extend),
      say(CaseText.extendHint, String(listing.extendedMonths)),
      "\(words("extend"))\(evidence("extend"))", button(say(CaseText.extendButton)))
  }

  // MARK: - Parts

  private func form(
    _ id: String, _ link: Link, _ title: String, _ hint: String, _ content: HTML, _ acts: HTML
  ) -> HTML {
    let isOpen = attempt?.form == id
    return """
      <details class="act"\(" open", if: isOpen)><summary>\(title)</summary>
      <form method="post" class="narrow" action="\(link)">\(frame.hiddenFields)
      <p class="hint">\(hint)</p>
      \(content)
      <p class="acts">\(acts)</p></form></details>
      """
  }

  private func button(_ text: String) -> HTML { "<button class=\"btn btn-1\">\(text)</button>" }

  private func choice(_ form: String, _ kinds: [CaseEvent.Kind]) -> HTML {
    let chosen = attempt?.form == form ? attempt?.tried["kind"] : nil
    let options = HTML(each: kinds) { kind in
      """
      <option value="\(kind.rawValue)"\(" selected", if: kind.rawValue == chosen)>\
      \(say(kind.name))</option>
      """
    }
    return """
      <p><label for="\(form)-kind">\(say(CaseText.kind))</label>\
      <select id="\(form)-kind" name="kind">\(options)</select></p>
      """
  }

  private func words(_ form: String) -> HTML {
    field(form, "words", say(CaseText.wordsLabel), say(CaseText.wordsHint))
  }

  private func evidence(_ form: String) -> HTML {
    field(form, "evidence", say(CaseText.evidenceLabel), say(CaseText.evidenceHint))
  }

  private func field(_ form: String, _ name: String, _ label: String, _ hint: String) -> HTML {
    let id = "\(form)-\(name)"
    let tried = attempt?.form == form ? attempt?.tried : nil
    let error = tried?.error(at: id)
    let message = error.map { text -> HTML in
      "<span class=\"field-error\" id=\"\(id)-error\">\(text)</span>"
    }
    return """
      <p><label for="\(id)">\(label)</label>\
      <span class="hint" id="\(id)-hint">\(hint)</span>\(message)
      <input id="\(id)" name="\(name)" value="\(tried?[name] ?? "")" maxlength="200" \
      autocomplete="off" aria-describedby="\(id)-hint"\
      \(" aria-invalid=\"true\"", if: error != nil)>\
      </p>
      """
  }
}
