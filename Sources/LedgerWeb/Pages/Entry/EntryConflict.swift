import LedgerDomain
import LedgerOperations
import LedgerStore

/// Where what somebody typed differs from what somebody else saved or submitted meanwhile.
struct EntryConflict: Sendable {
  private let view: EntryView
  private let mine: EntryTyped
  private let theirs: EntryTyped
  /// Whether theirs is submitted; otherwise it is a draft.
  private let isSubmitted: Bool
  private let say: Say

  /// Compares with the draft that is there now, or else with the latest revision.
  init(view: EntryView, mine: EntryTyped, say: Say) {
    self.view = view
    self.mine = mine
    self.say = say
    isSubmitted =
      view.submission.draft == nil || view.submission.draft?.version == mine.version
    theirs = isSubmitted ? view.submitted ?? EntryTyped(blank: view.form) : view.stored
  }

  /// The fields that differ, with a choice for each; inside the form.
  var section: HTML {
    let rows = HTML(each: Array(view.form.fields.enumerated())) { position, field in
      let (own, other) = (mine.fields[position], theirs.fields[position])
      return own == other ? .nothing : row(field.indicator, own, other)
    }
    return """
      <div id="conflict" class="note-box bad" tabindex="-1" data-focus>
      <h2>\(say(EntryWord.conflictTitle))</h2><p>\(why)</p>
      <input type="hidden" name="theirs" value="\(isSubmitted ? "revision" : "draft")">
      \(rows)
      <p><button class="btn btn-1" name="do" value="save">\(say(EntryWord.resolve))</button></p>
      </div>
      """
  }

  private func row(
    _ code: String, _ own: EntryTyped.Field, _ other: EntryTyped.Field
  ) -> HTML {
    """
    <fieldset class="pick2"><legend>\(view.name(code, say))</legend>
    <label><input type="radio" name="k-\(code)" value="mine" checked> \
    \(say(EntryWord.mine)) <b>\(EntrySteps.text(own, say))</b></label>
    <label><input type="radio" name="k-\(code)" value="theirs"> \
    \(say(EntryWord.theirs)) <b>\(EntrySteps.text(other, say))</b></label></fieldset>

    """
  }

  private var why: String {
    if !isSubmitted, let draft = view.submission.draft {
      return say(EntryWord.conflictText, draft.savedBy, say.moment(draft.savedAt))
    }
    guard let kept = view.latest else { return say(EntryWord.conflictText, "–", "–") }
    return say(
      EntryWord.conflictGone, kept.revision.submittedBy, say.moment(kept.recordedAt),
      String(kept.revision.number))
  }
}

extension EntryTyped {
  /// Takes of somebody else's entry what was chosen beside each field that differs.
  mutating func take(_ sent: FormFields, _ view: EntryView) {
    let theirs: EntryTyped?
    switch sent["theirs"] {
    case "draft": theirs = view.submission.draft?.version == version ? view.stored : nil
    case "revision": theirs = view.latestNumber == basedOn ? view.submitted : nil
    default: theirs = nil
    }
    guard let theirs else { return }
    for (position, field) in view.form.fields.enumerated()
    where sent["k-" + field.indicator] == "theirs" {
      fields[position] = theirs.fields[position]
    }
  }
}
