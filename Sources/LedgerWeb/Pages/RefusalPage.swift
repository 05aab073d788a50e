import HTTPTypes
import LedgerDomain

/// A refusal or failure as people read it: the page that stands where a problem would.
enum RefusalPage {
  /// The page that tells some refusals.
  static func reply(
    _ refusals: [Refusal], _ status: HTTPResponse.Status, in frame: PageFrame, below: HTML? = nil
  ) -> Reply {
    let say = frame.say
    let items = HTML(each: refusals.prefix(100)) { refusal in
      """
      <p class="lead">\(refusal.text(in: say.language))</p>
      <p>\(refusal.wayOut(in: say.language))</p>
      <p class="dim"><code>\(refusal.code)</code></p>
      """
    }
    return frame.reply(
      say(FrameText.refusedTitle), status: status,
      "<h1>\(say(FrameText.refusedTitle))</h1>\n\(items)\n\(way(frame))\(below)")
  }

  /// The page that tells a failure.
  static func failure(requestID: String, in frame: PageFrame) -> Reply {
    let say = frame.say
    return frame.reply(
      say(FrameText.brokenTitle), status: .internalServerError,
      """
      <h1>\(say(FrameText.brokenTitle))</h1>
      <p class="lead">\(say(FrameText.brokenText))</p>
      <p>\(say(FrameText.brokenWay))</p>
      <p class="dim">\(say(FrameText.reference)) <code>\(requestID)</code></p>
      \(way(frame))
      """)
  }

  private static func way(_ frame: PageFrame) -> HTML {
    frame.session == nil
      ? "<p><a class=\"btn\" href=\"\(Link("sign-in"))\">\(frame.say(FrameText.signIn))</a></p>"
      : "<p><a class=\"btn\" href=\"\(Link())\">\(frame.say(FrameText.backToStart))</a></p>"
  }
}
