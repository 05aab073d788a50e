import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Every record of a noun that fits, the newest first, and the form to add another.
struct RecordListPage: Sendable {
  let call: Call
  let noun: RecordNoun
  let overview: RecordOverview
  /// What was typed and refused.
  let attempt: FormAttempt?

  private static let rowsMax = 100

  private var say: Say { call.say }
  private var words: RecordWords { RecordWords(overview: overview, say: say) }
  private var unit: String? { call.query["unit"].flatMap { $0.isEmpty ? nil : $0 } }
  private var state: RecordState? { call.query["state"].flatMap(RecordState.init(rawValue:)) }

  private var ofUnit: [ShownRecord] {
    overview.records.filter { shown in
      unit.map { shown.record.unit == $0 || shown.record.concerns.contains($0) } ?? true
    }
  }

  var reply: Reply {
    var frame = call.frame
    frame.target = link(state)
    let errors = attempt?.errors ?? []
    let shown = ofUnit.filter { state == nil || $0.standing.state == state }
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + say(noun.text),
      status: attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok,
      entry: .tasks,
      """
      \(nouns)
      <h1>\(say(noun.text))</h1>
      \(frame.errors(errors))
      \(counts)
      \(choice)
      \(overview.mayAdd(noun) ? form(frame) : HTML.nothing)
      \(shown.isEmpty ? "<p>\(say(RecordText.none))</p>" : table(shown))
      """)
  }

  private func link(_ state: RecordState?) -> Link {
    var link = RecordPages.link(noun)
    if let unit { link = link.adding("unit", unit) }
    if let state { link = link.adding("state", state.rawValue) }
    return link
  }

  /// The other nouns' pages.
  private var nouns: HTML {
    let items = HTML(each: RecordNoun.allCases) { other in
      """
      <li><a href="\(RecordPages.link(other))"\(" aria-current=\"page\"", if: other == noun)>\
      \(say(other.text))</a></li>
      """
    }
    return "<nav aria-label=\"\(say(RecordText.nouns))\"><ul class=\"states\">\(items)</ul></nav>"
  }

  /// How many are in which state; each number shows those.
  private var counts: HTML {
    let all = ofUnit
    let present = RecordState.allCases.filter { state in
      all.contains { $0.standing.state == state }
    }
    let items = HTML(each: present) { state in
      """
      <li><a href="\(link(state))"\(" aria-current=\"true\"", if: state == self.state)>\
      \(say(state.text)) <b>\(all.count { $0.standing.state == state })</b></a></li>
      """
    }
    return """
      <ul class="states"><li><a href="\(link(nil))"\(" aria-current=\"true\"", if: state == nil)>\
      \(say(RecordText.all, String(all.count)))</a></li>\(items)</ul>
      """
  }

  private var choice: HTML {
    let codes = Set(overview.records.flatMap { [$0.record.unit] + $0.record.concerns })
    let units = HTML(each: codes.sorted()) { code in
      """
      <option value="\(code)"\(" selected", if: code == unit)>\(words.unit(code))</option>
      """
    }
    let state: HTML? = self.state.map {
      "<input type=\"hidden\" name=\"state\" value=\"\($0.rawValue)\">"
    }
    return """
      <form class="pick" method="get" action="\(RecordPages.link(noun))">\(state)
      <label for="of">\(say(RecordText.unit))</label>\
      <select id="of" name="unit"><option value="">\(say(RecordText.everyUnit))</option>\(units)\
      </select>
      <button class="btn">\(say(RecordText.show))</button></form>
      """
  }

  private func form(_ frame: PageFrame) -> HTML {
    let form = RecordForm(say: say, attempt: attempt)
    let all = overview.units.values.filter { !$0.isEnded }.sorted { $0.code < $1.code }
    let own = all.filter { unit in
      overview.isKeeper || overview.ownUnits.map { $0.contains(unit.code) } ?? true
    }
    func named(_ units: [UnitVersion]) -> [(code: String, name: String)] {
      units.map { ($0.code, say($0.name)) }
    }
    let fields = HTML(each: RecordField.all(of: noun)) { field in
      form.field(
        field, units: named(field.name == "unit" ? own : all),
        preset: field.name == "day" ? overview.today.description : "")
    }
    let options = HTML(each: noun == .matter ? all : []) { unit in
      "<option value=\"\(unit.code)\">\(say(unit.name))</option>"
    }
    let units: HTML? = noun == .matter ? "<datalist id=\"units\">\(options)</datalist>" : nil
    return """
      <details class="act"\(" open", if: attempt != nil)><summary>\(say(RecordText.add))</summary>
      <form class="narrow" method="post" action="\(RecordPages.link(noun))">\(frame.hiddenFields)
      \(fields)\(units)
      <p><button class="btn btn-1">\(say(RecordText.add))</button></p></form></details>
      """
  }

  private func table(_ all: [ShownRecord]) -> HTML {
    let rows = HTML(each: all.prefix(Self.rowsMax)) { row($0) }
    let more: HTML? =
      all.count > Self.rowsMax
      ? "<p class=\"hint\">\(say(RecordText.more, String(Self.rowsMax)))</p>" : nil
    return """
      \(more)
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(noun.text))">\
      <table class="tb"><thead><tr><th scope="col">\(say(RecordText.day))</th>\
      <th scope="col">\(say(RecordText.title))</th>\
      <th scope="col" class="p2">\(say(RecordText.unit))</th>\
      <th scope="col" class="p2">\(say(RecordText.details))</th>\
      <th scope="col">\(say(RecordText.state))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func row(_ shown: ShownRecord) -> HTML {
    let record = shown.record
    return """
      <tr><td class="day">\(record.day.description)</td>
      <th scope="row"><a href="\(RecordPages.link(record.key))">\(record.title)</a>\
      <span class="line why-m">\(words.unit(record.unit))</span></th>
      <td class="p2">\(words.unit(record.unit))</td>
      <td class="p2">\(words.detail(shown))</td>
      <td>\(words.tag(shown.standing))</td></tr>

      """
  }
}
