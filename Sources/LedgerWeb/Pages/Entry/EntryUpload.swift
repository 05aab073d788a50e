import HTTPTypes
import LedgerDocuments
import LedgerDomain

/// A file that fills the draft: read by code, shown, never submitted.
struct EntryUpload: Sendable {
  let view: EntryView
  let call: Call

  private var say: Say { call.say }

  /// The form with what the file gave.
  func reply() async throws -> Reply {
    var typed = view.stored
    guard let sent = call.form.file("file"), !sent.bytes.isEmpty else {
      return try await form(typed, refused: say(EntryText.fileMissing))
    }
    let entries: EntryFile
    do {
      let content = try FileContent(sent)
      entries = try EntryFile(
        reading: content.file, unit: view.place.unit, period: view.place.period,
        codes: view.form.fields.map(\.indicator))
    } catch let refusal as Refusal {
      return try await form(typed, refused: call.sentence(refusal))
    }
    fill(&typed, entries)
    // What was typed since the page was loaded is not written over.
    typed.version = Int(call.form["version"] ?? "") ?? typed.version
    do {
      typed.version = try await view.save(typed, call)
    } catch let refusal as Refusal where refusal.code == SubmissionRefusal.draftStale.rawValue {
      return EntryForm.conflict(view, typed, call, .conflict)
    } catch let refusal as Refusal where refusal.code == TextRefusal.personal.rawValue {
      return try await form(view.stored, refused: call.sentence(refusal))
    }
    let saved = try await EntryView(call)
    return EntryForm(
      view: saved, typed: saved.stored, problems: try await saved.problems(saved.stored, call),
      frame: call.frame, notice: report(entries)
    ).reply()
  }

  private func fill(_ typed: inout EntryTyped, _ file: EntryFile) {
    for (position, field) in view.form.fields.enumerated() {
      guard let entry = file.entries[field.indicator] else { continue }
      typed.fields[position].value = EntryTyped.tidy(
        entry.value, decimals: view.decimals[position])
      typed.fields[position].absence =
        FigureText.absence(entry.absence)?.rawValue ?? entry.absence
      if let note = entry.note { typed.fields[position].note = note }
    }
  }

  private func form(_ typed: EntryTyped, refused text: String) async throws -> Reply {
    let notice: HTML = """
      <div class="note-box bad" role="alert"><h2>\(say(EntryText.fileReview))</h2><p>\(text)</p>\
      </div>
      """
    return EntryForm(
      view: view, typed: typed, problems: try await view.problems(typed, call),
      frame: call.frame, notice: notice
    ).reply(.unprocessableContent)
  }

  private func report(_ file: EntryFile) -> HTML {
    var sentences = [say(EntryText.fileFilled, String(file.entries.count))]
    if !file.unknownColumns.isEmpty {
      sentences.append(say(EntryText.fileColumns, shown(file.unknownColumns)))
    }
    if !file.unknownCodes.isEmpty {
      sentences.append(say(EntryText.fileCodes, shown(file.unknownCodes)))
    }
    if file.otherRows > 0 {
      sentences.append(say(EntryText.fileRows, String(file.otherRows)))
    }
    return "<p class=\"note-box\" id=\"file-report\">\(say.sentences(sentences))</p>"
  }

  /// Some words of a file, as far as people read them.
  private func shown(_ words: [String]) -> String {
    say.list(words.prefix(8).map { String($0.prefix(40)) }) + (words.count > 8 ? " …" : "")
  }

  /// The place on the form where a file is chosen.
  static func section(_ view: EntryView, _ typed: EntryTyped, _ frame: PageFrame) -> HTML {
    let say = frame.say
    return """
      <section><h2>\(say(EntryText.fileTitle))</h2>
      <p class="hint">\(say(EntryText.fileHint))</p>
      <p><a class="btn" href="\(view.place.link("template"))">\(say(EntryText.template))</a></p>
      <form id="entry-file" class="bar" method="post" enctype="multipart/form-data" \
      action="\(view.place.link("file"))">\(frame.hiddenCSRF)\
      <input type="hidden" name="version" value="\(typed.version)">
      <label>\(say(EntryText.file)) <input type="file" name="file" accept=".csv,.xlsx" required>\
      </label>
      <button class="btn">\(say(EntryText.upload))</button></form></section>
      """
  }
}

/// The file that people fill in and send back.
enum EntryTemplate {
  static func rows(_ view: EntryView, _ say: Say) -> [[String]] {
    let header = [
      "unit", "period", "indicator", "name", "unit_of_measure", "before", "year_earlier", "value",
      "absence", "note",
    ]
    let typed = view.stored
    return [header]
      + view.form.fields.enumerated().map { position, field in
        let code = field.indicator
        let indicator = view.indicators[code]
        return [
          view.place.unit, view.place.period.description, code, view.name(code, say),
          indicator.map { say($0.unitOfMeasure) } ?? "", text(view.before[code]),
          text(view.yearEarlier[code]), typed.fields[position].value,
          typed.fields[position].absence, typed.fields[position].note,
        ]
      }
  }

  private static func text(_ figure: Figure?) -> String {
    switch figure {
    case .number(let number): number.description
    case .absent(let absence): absence.rawValue
    case nil: ""
    }
  }
}
