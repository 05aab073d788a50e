import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// Whether the journal is intact, as far as it was last looked at.
enum JournalStateView {
  static func section(_ state: JournalState, _ frame: PageFrame) -> HTML {
    let say = frame.say
    return """
      <section class="card"><h2>\(say(JournalText.state))</h2>
      <dl class="facts">
      <dt>\(say(JournalText.entries))</dt>\
      <dd>\(say(JournalText.length, number(state.entries), number(state.chains)))</dd>
      <dt>\(say(JournalText.checkpoint))</dt><dd>\(checkpoint(state.checkpoint, say))</dd>
      <dt>\(say(JournalText.verified))</dt><dd>\(verified(state.verified, say))</dd>
      </dl>
      <form method="post" action="\(Link("journal", "verifications"))">\(frame.hiddenFields)\
      <button class="btn">\(say(JournalText.verifyNow))</button>\
      <span class="hint"> \(say(JournalText.verifyNote))</span></form>
      </section>
      """
  }

  private static func number(_ value: Int64) -> String { MeasureText.grouped(String(value)) }

  private static func checkpoint(_ checkpoint: Checkpoint?, _ say: Say) -> HTML {
    guard let checkpoint else { return "\(say(JournalText.noCheckpoint))" }
    return """
      \(checkpoint.number) · \(say.moment(checkpoint.recordedAt)) · \
      <code title="\(hexadecimal(checkpoint.root))">\
      \(hexadecimal(checkpoint.root.prefix(8)))…</code>
      """
  }

  private static func verified(_ verified: JournalState.Verified?, _ say: Say) -> HTML {
    guard let verified else { return "\(say(JournalText.notVerified))" }
    let what = say(
      JournalText.verifiedWhat, say.moment(verified.entry.recordedAt),
      verified.entry.actor ?? say(JournalText.console), number(Int64(verified.entries)),
      number(Int64(verified.rows)), number(Int64(verified.checkpoints)),
      number(Int64(verified.editions)))
    let examples = HTML(each: verified.examples) { "<li><code>\($0)</code></li>" }
    let tag: HTML =
      verified.findings == 0
      ? "<span class=\"tag tag-ok\">✓ \(say(JournalText.intact))</span>"
      : """
      <span class="tag tag-bad">✗ \(say(JournalText.broken, String(verified.findings)))</span>
      """
    return """
      \(tag) \(what)\(verified.examples.isEmpty ? .nothing : "<ul>\(examples)</ul>" as HTML)
      """
  }
}

extension PostgresTimestamp {
  func adding(hours: Int64) -> PostgresTimestamp {
    PostgresTimestamp(microsecondsSince2000: microsecondsSince2000 &+ hours &* 3_600_000_000)
  }
}
