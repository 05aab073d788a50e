import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerOperations

/// Enrolling a second factor: why, its QR code, and a first code of it.
enum SecondFactorPages {
  static let all: [Endpoint] = [show, start, confirm]

  private static let show = Endpoint.page(
    .get, "/second-factor", "page.second_factor", access: .signingIn,
    handle: { call in
      page(
        call, nil,
        """
        <p>\(call.say(SignInText.factorWhy))</p>
        \(startForm(call.frame, SignInText.factorStart, isFirst: true))
        """)
    })

  private static let start = Endpoint.page(
    .post, "/second-factor", "page.second_factor.start", access: .signingIn,
    handle: { call in
      guard let secret = call.secret else { throw Refusal(AccountRefusal.nobodyActs) }
      do {
        let (key, uri) = try await call.ledger.startSecondFactor(bySecret: secret)
        return page(call, nil, "\(code(key, uri, call.say))\(confirmForm(call))")
      } catch let refusal as Refusal {
        return page(call, refusal, .nothing)
      }
    })

  private static let confirm = Endpoint.page(
    .post, "/second-factor/code", "page.second_factor.confirm", access: .signingIn,
    handle: { call in
      guard let secret = call.secret else { throw Refusal(AccountRefusal.nobodyActs) }
      let digits = try call.form.text("code", max: 32).filter { $0 != " " }
      do {
        let session = try await call.ledger.confirmSecondFactor(code: digits, bySecret: secret)
        return SignInPages.opened(session, call, to: "/")
      } catch let refusal as Refusal {
        return page(call, refusal, confirmForm(call))
      }
    })

  private static func page(_ call: Call, _ refusal: Refusal?, _ content: HTML) -> Reply {
    var frame = call.frame
    frame.target = Link("second-factor")
    let errors = refusal.map { [(text: call.sentence($0), field: "code")] } ?? []
    let title = call.say(SignInText.factorTitle)
    return frame.reply(
      (errors.isEmpty ? "" : call.say(FrameText.errorPrefix)) + title,
      status: refusal.map { Problem.status(of: $0.kind, $0.code) } ?? .ok,
      "<h1>\(title)</h1>\n\(frame.errors(errors))\n\(content)")
  }

  /// The key as a drawing and as text.
  private static func code(_ key: String, _ uri: String, _ say: Say) -> HTML {
    """
    <p>\(say(SignInText.factorScan))</p>
    \(drawing(uri, say))
    <p>\(say(SignInText.factorKey)) <code class="key">\(grouped(key))</code></p>
    <p class="hint">\(say(SignInText.factorLocal))</p>
    """
  }

  private static func drawing(_ uri: String, _ say: Say) -> HTML? {
    guard let drawing = QRCode.drawing(of: uri, label: say(SignInText.factorQR)) else { return nil }
    return "<p>\(drawing)</p>"
  }

  /// Four letters at a time, as people read them.
  private static func grouped(_ key: String) -> String {
    var text = ""
    for (position, letter) in key.enumerated() {
      if position > 0, position.isMultiple(of: 4) { text.append(" ") }
      text.append(letter)
    }
    return text
  }

  private static func confirmForm(_ call: Call) -> HTML {
    """
    <form class="narrow" method="post" action="\(Link("second-factor", "code"))">\
    \(call.frame.hiddenCSRF)
    <p><label for="code">\(call.say(SignInText.factorCode))</label>
    <input id="code" name="code" inputmode="numeric" maxlength="16" required \
    autocomplete="one-time-code"></p>
    <p><button class="btn btn-1">\(call.say(SignInText.factorConfirm))</button></p>
    </form>
    \(startForm(call.frame, SignInText.factorAgain, isFirst: false))
    """
  }

  private static func startForm(_ frame: PageFrame, _ text: SignInText, isFirst: Bool) -> HTML {
    """
    <form method="post" action="\(Link("second-factor"))">\(frame.hiddenCSRF)\
    <button class="btn\(" btn-1", if: isFirst)">\(frame.say(text))</button></form>
    """
  }
}
