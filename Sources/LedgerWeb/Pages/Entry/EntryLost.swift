import LedgerDocuments
import LedgerDomain

/// What somebody typed whose session ended before it was sent: as a file that fills the form again.
///
/// Only browsers without script come here; the form's script lets one sign in on the spot.
enum EntryLost {
  static func markup(_ sent: FormFields, _ frame: PageFrame) -> HTML {
    let rows = sent.names.filter { $0.hasPrefix("v-") }.map { name in
      let code = String(name.dropFirst(2))
      return [code, sent[name] ?? "", sent["a-" + code] ?? "", sent["n-" + code] ?? ""]
    }.filter { $0.dropFirst().contains { !$0.isEmpty } }
    guard !rows.isEmpty else { return .nothing }
    let text = CSVWriter.text([["indicator", "value", "absence", "note"]] + rows)
    let say = frame.say
    return """
      <section><h2 id="lost">\(say(EntryWord.lostTitle))</h2>
      <p>\(say(EntryWord.lostText))</p>
      <textarea readonly rows="12" cols="60" aria-labelledby="lost">\(text)</textarea></section>
      """
  }
}
