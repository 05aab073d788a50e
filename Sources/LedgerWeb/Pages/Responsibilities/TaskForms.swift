import LedgerDomain
import LedgerOperations

/// The forms on a task: to report, and to decide.
struct TaskForms: Sendable {
  let words: TaskWords
  let frame: PageFrame
  let filter: TaskFilter
  let typed: TypedProgress?

  private var say: Say { words.say }

  /// The forms that the account has any use for, each behind a line to open it.
  func html(_ shown: ShownTask) -> HTML {
    "\(shown.mayReport ? reporting(shown) : HTML.nothing)\(deciding(shown))"
  }

  private func isTyped(_ key: TaskKey) -> TypedProgress? {
    typed.flatMap { $0.key == key ? $0 : nil }
  }

  private func isWrong(_ field: String, _ key: TaskKey) -> Bool {
    typed?.error?.field == "\(field)-\(key)"
  }

  private func reporting(_ shown: ShownTask) -> HTML {
    let key = shown.task.key
    let typed = isTyped(key)
    let isOpen = typed != nil && !isWrong("reason", key)
    let measured = words.measured(shown.task)
    let label =
      measured.isEmpty
      ? say(TaskText.amountLabel) : "\(say(TaskText.amountLabel))（\(measured)）"
    return """
      <details class="act"\(" open", if: isOpen)><summary>\(say(TaskText.report))\
      <span class="vh"> \(key.number)</span></summary>
      <form method="post" action="\(Link("responsibilities", key.description, "progress"))">\
      \(frame.hiddenFields)\(filter.hidden)
      <p><label for="amount-\(key.description)">\(label)</label>\
      <input class="cell" id="amount-\(key.description)" name="amount" inputmode="decimal" \
      autocomplete="off" maxlength="40" value="\(typed?.amount ?? "")"\
      \(" aria-invalid=\"true\"", if: isWrong("amount", key))></p>
      <p><label for="sentence-\(key.description)">\(say(TaskText.sentence))</label>\
      <input id="sentence-\(key.description)" name="sentence" autocomplete="off" maxlength="200" \
      value="\(typed?.sentence ?? "")"\(" aria-invalid=\"true\"", if: isWrong("sentence", key))></p>
      <p><label class="tick"><input type="checkbox" name="done" value="1"\
      \(" checked", if: typed?.isDone ?? false)> \(say(TaskText.done))</label></p>
      <p><button class="btn btn-1">\(say(TaskText.send))</button></p></form></details>
      """
  }

  private func deciding(_ shown: ShownTask) -> HTML? {
    let key = shown.task.key
    guard shown.mayDecide, let report = shown.status.latest else { return nil }
    let typed = isTyped(key)
    let title = say(report.isDone ? TaskText.decide : .giveBack)
    let accept: HTML? =
      report.isDone
      ? "<button class=\"btn btn-1\" name=\"act\" value=\"accept\">\(say(TaskText.accept))</button>"
      : nil
    return """
      <details class="act"\(" open", if: typed != nil)><summary>\(title)\
      <span class="vh"> \(key.number)</span></summary>
      <form method="post" action="\(Link("responsibilities", key.description, "acceptances"))">\
      \(frame.hiddenFields)\(filter.hidden)\
      <input type="hidden" name="report" value="\(report.number)">
      <p><label for="reason-\(key.description)">\(say(TaskText.reason))</label>\
      <input id="reason-\(key.description)" name="reason" autocomplete="off" maxlength="200" \
      value="\(typed?.reason ?? "")"\(" aria-invalid=\"true\"", if: isWrong("reason", key))></p>
      <p class="acts">\(accept)\
      <button class="btn" name="act" value="return">\(say(TaskText.giveBack))</button></p></form>\
      </details>
      """
  }
}
