import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One entry of the journal: its fields, and the facts that it covers, before and after.
enum JournalEntryPage {
  static let all: [Endpoint] = [show]

  static func link(_ entry: JournalEntry) -> Link {
    Link("journal", entry.chain, String(entry.seq))
  }

  private static let show = Endpoint.page(
    .get, "/journal/{chain}/{seq}", "page.journal.entry", access: .permission(.readJournal),
    handle: { call in
      let (entry, facts) = try await call.ledger.journalEntry(
        chain: call.part("chain"), seq: Int64(try call.number("seq")), by: call.actor())
      let say = call.say
      let title = say(JournalText.entryTitle, entry.chain, String(entry.seq))
      return call.frame.reply(
        title, entry: .journal,
        """
        <nav class="crumb" aria-label="\(say(JournalText.title))"><ol>\
        <li><a href="\(Link("journal"))">\(say(JournalText.title))</a></li>\
        <li aria-current="page">\(title)</li></ol></nav>
        <h1>\(title)</h1>
        \(fields(entry, try await call.knownUnits(), say))
        <section><h2>\(say(JournalText.facts))</h2>
        <p class="dim">\(say(JournalText.factsNote))</p>
        \(facts.isEmpty
          ? "<p>\(say(JournalText.noFacts))</p>" : HTML(each: facts) { fact($0, say) })
        </section>
        """)
    })

  private static func fields(_ entry: JournalEntry, _ units: UnitNames, _ say: Say) -> HTML {
    """
    <dl class="facts">
    <dt>\(say(JournalText.time))</dt><dd>\(JournalWords.time(entry, say))</dd>
    <dt>\(say(JournalText.who))</dt><dd>\(entry.actor ?? say(JournalText.console))</dd>
    <dt>\(say(JournalText.act))</dt><dd>\(JournalWords.act(entry, say))</dd>
    <dt>\(say(JournalText.unit))</dt><dd>\(JournalWords.unit(entry, units, say))</dd>
    <dt>\(say(JournalText.subject))</dt><dd>\(entry.object)</dd>
    <dt>\(say(JournalText.reason))</dt><dd>\(entry.detail)</dd>
    \(entry.key.map { "<dt>\(say(JournalText.key))</dt><dd>\($0)</dd>" } ?? HTML.nothing)
    <dt>\(say(JournalText.content))</dt><dd><code>\(hexadecimal(entry.content))</code></dd>
    <dt>\(say(JournalText.previous))</dt>\
    <dd><code>\(hexadecimal(entry.previousHash))</code></dd>
    <dt>\(say(JournalText.hash))</dt><dd><code>\(hexadecimal(entry.hash))</code></dd>
    </dl>
    """
  }

  private static func fact(_ fact: EntryFact, _ say: Say) -> HTML {
    guard case .object(let members) = fact.content else { return .nothing }
    let mark: HTML = " <span class=\"tag tag-warn\">\(say(JournalText.changed))</span>"
    let rows = HTML(each: members) { member in
      let after = text(member.value)
      guard let before = fact.before else {
        return "<tr><th scope=\"row\"><code>\(member.name)</code></th><td>\(after)</td></tr>"
      }
      let was = text(before[member.name] ?? .null)
      let isChanged = !was.utf8.elementsEqual(after.utf8)
      return """
        <tr\(" class=\"changed\"", if: isChanged)><th scope="row"><code>\(member.name)</code></th>
        <td>\(was)</td><td>\(after)\(isChanged ? mark : HTML.nothing)</td></tr>
        """
    }
    let head: HTML =
      fact.before == nil
      ? "<th scope=\"col\">\(say(JournalText.after))</th>"
      : """
      <th scope="col">\(say(JournalText.before))</th><th scope="col">\(say(JournalText.after))</th>
      """
    return """
      <div class="scroll"><table class="tb fact"><caption><code>\(fact.table)</code></caption>
      <thead><tr><th scope="col">\(say(JournalText.column))</th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "—"
    case .string(let text), .number(let text): text
    default: value.compactText
    }
  }
}
