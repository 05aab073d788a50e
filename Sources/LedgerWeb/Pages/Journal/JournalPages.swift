import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The journal: who did what to what, the newest first, and whether it is intact.
enum JournalPages {
  static let all: [Endpoint] = [list, verify] + JournalEntryPage.all

  private static let pageSize = 50

  private static let list = Endpoint.page(
    .get, "/journal", "page.journal", access: .permission(.readJournal),
    query: [
      .maybe("actor"), .maybe("act"), .maybe("chain"), .maybe("period", { Month($0) != nil }),
      .maybe("from", { CalendarDate($0) != nil }), .maybe("to", { CalendarDate($0) != nil }),
      .text("cursor", "Where the page before ended."),
      .word("format", "As a file.", of: ["csv"]),
      .word("done", "What was just done.", of: ["doneIntact", "doneBroken"]),
    ],
    handle: { call in
      let (shown, next) = try await JournalEndpoints.entries(
        call, call.query.filter { !$0.value.isEmpty }, limit: pageSize)
      if call.wantsCSV { return file(shown, call) }
      let units = try await call.knownUnits()
      let state = try await call.ledger.journalState(by: call.actor())
      let say = call.say
      return call.frame.reply(
        say(JournalText.title), entry: .journal,
        """
        <h1>\(say(JournalText.title))</h1>
        \(done(call))
        \(JournalStateView.section(state, call.frame))
        \(filters(call, units))
        \(shown.isEmpty
          ? "<p class=\"lead\">\(say(JournalText.none))</p>" : table(shown, units, say))
        <p>\(ways(call, next, isEmpty: shown.isEmpty))</p>
        """)
    })

  private static let verify: Endpoint = {
    var endpoint = Endpoint.page(
      .post, "/journal/verifications", "page.journal.verify", access: .permission(.readJournal),
      isKeyed: true,
      handle: { call in
        try await call.once({ (verification: Verification) in
          let done: JournalText = verification.findings.isEmpty ? .doneIntact : .doneBroken
          return .see(Link("journal", query: [("done", done.rawValue)]))
        }) {
          try await call.ledger.verifyLedger(by: $0)
        }
      })
    endpoint.isUnhurried = true
    return endpoint
  }()

  private static func done(_ call: Call) -> HTML {
    guard let text = call.query["done"].flatMap(JournalText.init(rawValue:)) else {
      return .nothing
    }
    return "<p class=\"done\" role=\"status\">\(call.say(text))</p>"
  }

  // MARK: - What is asked for

  private static func filters(_ call: Call, _ units: UnitNames) -> HTML {
    let say = call.say
    func field(_ name: String, _ text: JournalText, type: String, max: Int) -> HTML {
      """
      <p><label for="\(name)">\(say(text))</label> <input id="\(name)" name="\(name)" \
      type="\(type)" value="\(call.query[name] ?? "")" maxlength="\(max)" autocomplete="off"></p>
      """
    }
    func choice(
      _ name: String, _ text: JournalText, _ options: [(value: String, text: String)]
    ) -> HTML {
      let items = HTML(each: options) { option in
        """
        <option value="\(option.value)"\(" selected", if: option.value == call.query[name] ?? "")>\
        \(option.text)</option>
        """
      }
      return """
        <p><label for="\(name)">\(say(text))</label> \
        <select id="\(name)" name="\(name)">\(items)</select></p>
        """
    }
    let chains =
      [("", say(JournalText.all)), ("*", say(JournalText.wholeLedger))]
      + units.units.prefix(500).map { ($0.code, say($0.name)) }
    let acts =
      [("", say(JournalText.anyAct))]
      + ActWord.kinds.map { ($0, $0 + "*") }
      + ActWord.allCases.map { ($0.rawValue, "\(say($0)) \($0.rawValue)") }
    return """
      <form class="filters" action="\(Link("journal"))">
      \(field("actor", .who, type: "text", max: 64))
      \(choice("act", .act, acts))
      \(choice("chain", .unit, chains))
      \(field("period", .month, type: "month", max: 7))
      \(field("from", .from, type: "date", max: 10))
      \(field("to", .to, type: "date", max: 10))
      <p><button class="btn">\(say(JournalText.filter))</button></p></form>
      """
  }

  private static func ways(_ call: Call, _ next: String?, isEmpty: Bool) -> HTML {
    let names = ["actor", "act", "chain", "period", "from", "to"]
    let kept = names.compactMap { name in
      call.query[name].flatMap { $0.isEmpty ? nil : (name: name, value: $0) }
    }
    let here = kept + (call.query["cursor"].map { [(name: "cursor", value: $0)] } ?? [])
    var ways: [(link: Link, text: JournalText)] = []
    if let next {
      ways.append((Link("journal", query: kept + [(name: "cursor", value: next)]), .next))
    }
    if call.query["cursor"] != nil { ways.append((Link("journal", query: kept), .first)) }
    if !isEmpty {
      ways.append((Link("journal", query: here + [(name: "format", value: "csv")]), .download))
    }
    return HTML(each: ways) { way in
      "<a class=\"btn\" href=\"\(way.link)\">\(call.say(way.text))</a> "
    }
  }

  // MARK: - What is there

  private static func table(
    _ entries: ArraySlice<JournalEntry>, _ units: UnitNames, _ say: Say
  ) -> HTML {
    let rows = HTML(each: entries) { entry in
      """
      <tr><th scope="row" class="num"><a href="\(JournalEntryPage.link(entry))" \
      aria-label="\(say(JournalText.entryTitle, entry.chain, String(entry.seq)))">\
      \(String(entry.seq))</a></th>
      <td class="whole">\(JournalWords.time(entry, say))</td>
      <td class="p2">\(entry.actor ?? say(JournalText.console))</td>
      <td>\(JournalWords.act(entry, say))<span class="only-n">\
      \(entry.actor ?? say(JournalText.console))</span></td>
      <td class="p2 whole">\(JournalWords.unit(entry, units, say))</td>
      <td class="p2 wrapped">\(entry.object)</td>
      <td class="p2 wrapped">\(entry.detail)</td>
      <td class="p2"><code title="\(hexadecimal(entry.hash))">\
      \(hexadecimal(entry.hash.prefix(4)))…</code></td></tr>
      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="journal-caption">
      <table class="tb journal"><caption id="journal-caption">\(say(JournalText.caption))</caption>
      <thead><tr><th scope="col" class="num">\(say(JournalText.number))</th>
      <th scope="col">\(say(JournalText.time))</th>
      <th scope="col" class="p2">\(say(JournalText.who))</th>
      <th scope="col">\(say(JournalText.act))</th>
      <th scope="col" class="p2">\(say(JournalText.unit))</th>
      <th scope="col" class="p2">\(say(JournalText.subject))</th>
      <th scope="col" class="p2">\(say(JournalText.reason))</th>
      <th scope="col" class="p2">\(say(JournalText.hash))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  /// The rows as they are shown, as CSV; texts cannot run in a spreadsheet.
  private static func file(_ entries: ArraySlice<JournalEntry>, _ call: Call) -> Reply {
    let say = call.say
    let header: [JournalText] = [.chain, .number, .time, .who, .act, .subject, .reason, .hash]
    var rows = [header.map { say($0) }]
    for entry in entries {
      rows.append([
        entry.chain, String(entry.seq), MomentText.text(entry.recordedAt),
        CSVText.guarded(entry.actor ?? say(JournalText.console)), entry.act,
        CSVText.guarded(entry.object), CSVText.guarded(entry.detail), hexadecimal(entry.hash),
      ])
    }
    let mark = call.web.configuration.isDemonstration ? InventedMark.comment : ""
    // The mark at the beginning lets spreadsheets read the file as UTF-8.
    return Reply.text(
      "\u{FEFF}" + mark + CSVWriter.text(rows), "text/csv; charset=utf-8"
    ).with(.contentDisposition, "attachment; filename=\"journal.csv\"")
  }
}

/// An entry of the journal in words.
enum JournalWords {
  static func act(_ entry: JournalEntry, _ say: Say) -> HTML {
    guard let word = ActWord(rawValue: entry.act) else { return "<code>\(entry.act)</code>" }
    return "\(say(word)) <code class=\"p2\">\(entry.act)</code>"
  }

  /// The moment to the second, in the ledger's time zone.
  static func time(_ entry: JournalEntry, _ say: Say) -> String {
    let east = entry.recordedAt.adding(hours: 8)
    let seconds = MomentText.text(east).utf8.dropFirst(16).prefix(3)
    return say.moment(entry.recordedAt) + String(decoding: seconds, as: UTF8.self)
  }

  static func unit(_ entry: JournalEntry, _ units: UnitNames, _ say: Say) -> String {
    entry.chain == "*" ? say(JournalText.wholeLedger) : units.name(entry.chain, say)
  }
}

extension Endpoint.Parameter {
  /// A field of a form that asks for a list: what is left empty narrows nothing.
  fileprivate static func maybe(
    _ name: String, _ isValid: @escaping @Sendable (String) -> Bool = { $0.utf8.count <= 200 }
  ) -> Self {
    Self(
      name: name, text: "Only these.", form: "…", isValid: { $0.isEmpty || isValid($0) })
  }
}
