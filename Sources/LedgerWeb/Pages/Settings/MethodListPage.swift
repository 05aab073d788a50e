import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Every version of rule sets or of index methods, and the form for a new one.
struct MethodListPage: Sendable {
  let call: Call
  let kind: MethodVersion.Kind
  private let versions: [MethodVersion]
  private let names: UnitNames

  private var say: Say { call.say }

  /// What a form that was not taken held.
  struct Typed {
    var scope = ""
    var effective = ""
    /// The text of the file that was tried.
    var definition = ""
    /// What was tried, in words.
    var preview: HTML?
  }

  init(_ call: Call, _ kind: MethodVersion.Kind) async throws {
    self.call = call
    self.kind = kind
    versions = try await call.ledger.methodVersions(by: call.actor()).filter { $0.kind == kind }
    names = try await call.knownUnits()
  }

  // MARK: - A file that came

  /// Tries or proposes what came; refused where it is not understood.
  func take(_ typed: inout Typed) async throws -> Reply {
    if let file = call.form.file("file") {
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        throw Refusal(JSONRefusal.notUTF8)
      }
      typed.definition = text
    }
    guard !typed.definition.isEmpty else {
      return reply(typed, [], [(say(MethodText.noFile), "file")])
    }
    let written = typed.effective.filter { $0 != " " }
    let effective = Month(written)
    guard written.isEmpty || effective != nil else {
      return reply(
        typed, [], [(say(MethodText.effectiveWrong, typed.effective), "effective")])
    }
    let document = try JSONValue(parsing: Array(typed.definition.utf8))
    let scope = typed.scope
    if call.form["act"] == "propose" {
      return try await call.once(Self.proposed) {
        try await call.ledger.proposeMethod(
          document, kind: kind, scope: scope, effective: effective, by: $0)
      }
    }
    guard kind != .assessment else {
      _ = try AssessmentMethod(document)
      typed.preview = """
        <p class="note" role="status">\(say(MethodText.notKept))</p>
        \(try await MethodVersionPage.words(document, kind, call))
        """
      return reply(typed, [])
    }
    guard kind != .ladder else {
      let trials = try await call.ledger.tryLadder(document, scope: scope, by: call.actor())
      typed.preview = """
        <p class="note" role="status">\(say(MethodText.notKept))</p>
        \(try await MethodVersionPage.words(document, kind, call))
        \(LadderTrialTable(trials, try Ladder(document), say) { names[$0] }.html)
        """
      return reply(typed, [])
    }
    let trials = try await call.ledger.tryMethod(
      document, kind: kind, scope: scope, through: nil, months: 3, by: call.actor())
    typed.preview = """
      <p class="told" role="status">\(say(MethodText.notKept))</p>
      \(try await MethodVersionPage.words(document, kind, call))
      \(MethodTrialTable(trials, document, kind, try await call.indicatorsByCode(), say).html)
      """
    return reply(typed, [])
  }

  @Sendable private static func proposed(_ version: MethodVersion) -> Reply {
    .see(MethodPages.link(version).adding("done", "proposed"))
  }

  // MARK: - The page

  /// The page, with what was refused of the form.
  func reply(
    _ typed: Typed, _ refusals: [Refusal], _ more: [(text: String, field: String)] = []
  ) -> Reply {
    var frame = call.frame
    frame.target = Link("catalogue", kind.path)
    let errors =
      refusals.prefix(50).map { refusal in
        let isEffective = refusal.code == MethodRefusal.effectiveInClosedMonth.rawValue
        return (text: refusal.line(say), field: isEffective ? "effective" : "file")
      } + more
    let status: HTTPResponse.Status =
      refusals.first.map { Problem.status(of: $0.kind, $0.code) }
      ?? (errors.isEmpty ? .ok : .unprocessableContent)
    let title = say(kind.title)
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: .catalogue,
      """
      \(SettingsPages.crumbs(say, [], title))
      <h1>\(title)</h1>
      \(frame.errors(errors))
      \(typed.preview)
      \(table)
      \(form(typed, frame, errors))
      """)
  }

  private var table: HTML {
    guard !versions.isEmpty else { return "<p>\(say(MethodText.noVersions))</p>" }
    let rows = HTML(each: versions.reversed()) { version in
      """
      <tr><th scope="row"><a href="\(MethodPages.link(version))">\(version.code)</a></th>
      <td class="num">\(version.version)</td>
      <td>\(MethodPages.tag(version, of: versions, call))</td>
      <td>\(version.effective.description)</td>
      <td class="p2">\(names[version.scope].map { say($0) } ?? version.scope)</td>
      <td class="p2">\(version.proposedBy)</td>
      <td class="p2">\(version.approvedBy ?? say(MethodText.none2))</td></tr>

      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(kind.title))">
      <table class="tb"><thead><tr><th scope="col">\(say(MethodText.code))</th>
      <th scope="col" class="num">\(say(MethodText.version))</th>
      <th scope="col">\(say(MethodText.state))</th>
      <th scope="col">\(say(MethodText.effective))</th>
      <th scope="col" class="p2">\(say(MethodText.scope))</th>
      <th scope="col" class="p2">\(say(MethodText.proposedBy))</th>
      <th scope="col" class="p2">\(say(MethodText.approvedBy))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func form(
    _ typed: Typed, _ frame: PageFrame, _ errors: [(text: String, field: String)]
  ) -> HTML? {
    guard call.session?.holds(.proposeMethod) ?? false else { return nil }
    let chosen =
      typed.scope.isEmpty ? versions.last?.scope ?? call.session?.unit ?? "" : typed.scope
    let known = Set(versions.map(\.scope)).union([call.session?.unit ?? "", chosen]).sorted()
    let options = HTML(each: known.filter { names[$0] != nil }) { code in
      """
      <option value="\(code)"\(" selected", if: code == chosen)>\
      \(names[code].map { say($0) } ?? code)</option>
      """
    }
    func wrong(_ field: String) -> Bool { errors.contains { $0.field == field } }
    let isTried = typed.preview != nil
    let kept: HTML? =
      isTried
      ? "<input type=\"hidden\" name=\"definition\" value=\"\(typed.definition)\">" : nil
    return """
      <section><h2 id="new">\(say(MethodText.upload))</h2>
      <p class="hint">\(say(MethodText.uploadHint))</p>
      <form class="narrow" method="post" enctype="multipart/form-data" \
      action="\(Link("catalogue", kind.path))">\(frame.hiddenFields)\(kept)
      <p><label for="of">\(say(MethodText.scope))</label><select id="of" name="of">\(options)\
      </select></p>
      <p><label for="effective">\(say(MethodText.effective))</label>
      <span class="hint" id="effective-hint">\(say(MethodText.effectiveHint))</span>
      <input id="effective" name="effective" value="\(typed.effective)" maxlength="20" \
      autocomplete="off" aria-describedby="effective-hint"\
      \(" aria-invalid=\"true\"", if: wrong("effective"))></p>
      <p><label for="file">\(say(MethodText.chooseFile))</label>
      <input id="file" name="file" type="file" accept=".json,application/json"\
      \(" aria-invalid=\"true\"", if: wrong("file"))></p>
      <p class="acts"><button class="btn" name="act" value="try">\(say(MethodText.tryOut))</button>
      <button class="btn btn-1" name="act" value="propose">\
      \(say(isTried ? MethodText.proposeThis : .propose))</button></p>
      </form></section>
      """
  }
}
