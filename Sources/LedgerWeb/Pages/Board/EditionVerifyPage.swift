import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// An edition verified before the reader's eyes: its values step by step, which a script in the
/// browser computes again; without script, how to check them elsewhere.
enum EditionVerifyPage {
  static let all: [Endpoint] = [show]

  private static let show = Endpoint.page(
    .get, "/editions/{id}/verify", "page.edition.verify",
    access: .signedIn([.readDetails, .readJournal]),
    handle: { call in
      let published = try await call.web.editions.published(try call.number("id"))
      let proof = try await call.ledger.proof(of: published.head)
      let view = EditionVerifyView(
        proof: proof, mayReadWhole: try await call.mayReadWhole(published.head),
        frame: call.frame)
      return view.reply
    })
}

/// What the page is made from.
struct EditionVerifyView {
  let proof: EditionProof
  let mayReadWhole: Bool
  let frame: PageFrame

  private var say: Say { frame.say }
  private var number: String { String(proof.head.number) }
  private var hash: String { hexadecimal(proof.head.sha256) }
  private var documentLink: Link { Link("api", "v1", "editions", number) }
  private var proofLink: Link { Link("api", "v1", "editions", number, "proof") }

  var reply: Reply {
    let title = say(VerifyText.title, number)
    return frame.reply(
      title, entry: .board,
      """
      <h1>\(title)</h1>
      <p class="meta">\(say(
        VerifyText.edition, say.month(proof.head.period), say.moment(proof.head.recordedAt)))</p>
      <p>\(say(VerifyText.lead))</p>
      <p><button type="button" class="btn btn-1" id="verify-start" hidden>\
      \(say(VerifyText.start))</button> <b id="verify-outcome" role="status"></b></p>
      <ol class="proof" id="verify" data-sha256="\(hash)" data-proof="\(proofLink)"\(document) \
      \(words)>
      \(steps)
      </ol>
      \(without)
      <script src="\(Assets.verify.link)" defer></script>
      """)
  }

  private var document: HTML {
    mayReadWhole ? " data-document=\"\(documentLink)\"" : .nothing
  }

  /// What the script says, in the reader's language.
  private var words: HTML {
    """
    data-yes="\(say(VerifyText.yes))" data-no="\(say(VerifyText.no))" \
    data-cannot="\(say(VerifyText.cannot))" data-working="\(say(VerifyText.working))" \
    data-good="\(say(VerifyText.good))" data-bad="\(say(VerifyText.bad))" \
    data-partly="\(say(VerifyText.partly))" data-failed="\(say(VerifyText.failed))" \
    data-insecure="\(say(VerifyText.insecure))"
    """
  }

  private func step(
    _ id: String, _ title: VerifyText, _ text: VerifyText,
    _ values: [(name: String, value: String)], found: VerifyText? = .found
  ) -> HTML {
    let items = HTML(each: values) { "<dt>\($0.name)</dt><dd><code>\($0.value)</code></dd>" }
    let found: HTML? = found.map { "<dt>\(say($0))</dt><dd><code data-found>—</code></dd>" }
    return """
      <li id="step-\(id)"><h2>\(say(title)) \
      <span class="tag tag-none" data-state>\(say(VerifyText.notYet))</span></h2>
      <p>\(say(text))</p><dl class="facts">\(items)\(found)</dl></li>

      """
  }

  private var steps: HTML {
    var steps: HTML = """
      \(step("document", .documentTitle, mayReadWhole ? .documentText : .documentHidden,
        [(say(VerifyText.expected), hash)]))
      \(step("entry", .entryTitle, .entryText, [
        (say(VerifyText.entryNumber, String(proof.seq)), hash)
      ], found: .foundEntry))
      \(step("chain", .chainTitle, .chainText, [
        (say(VerifyText.chainLength, String(proof.entries.count)), "")
      ], found: .foundLast))
      """
    if let signed = proof.signed {
      let name = say(VerifyText.checkpoint, String(signed.number))
      steps += step(
        "tree", .treeTitle, .treeText,
        [("\(name) · \(say(VerifyText.root))", hexadecimal(signed.root))])
      steps += step(
        "signature", .signatureTitle, .signatureText,
        [
          (say(VerifyText.key), hexadecimal(signed.publicKey)),
          (say(VerifyText.signature), hexadecimal(signed.signature)),
        ], found: nil)
    } else {
      steps += step("tree", .treeTitle, .treeNone, [], found: nil)
      steps += step("signature", .signatureTitle, .treeNone, [], found: nil)
    }
    return steps
  }

  private var without: HTML {
    let document: HTML =
      mayReadWhole
      ? """
      <a class="btn" href="\(documentLink)" download="edition-\(number).json">\
      \(say(VerifyText.document))</a>
      """ : .nothing
    return """
      <section><h2>\(say(VerifyText.without))</h2>
      <p>\(say(VerifyText.withoutText))</p>
      <p>\(document) <a class="btn" href="\(proofLink)" download="edition-\(number)-proof.json">\
      \(say(VerifyText.proof))</a></p>
      <p><code>python3 examples/proof/check_edition.py edition-\(number).json \
      edition-\(number)-proof.json</code></p>
      <p>\(say(VerifyText.script)) <code>taizhang verify --edition \(number)</code></p></section>
      """
  }
}
