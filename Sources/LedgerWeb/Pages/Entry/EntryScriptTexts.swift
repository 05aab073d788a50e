import LedgerDomain
import LedgerStore

/// What the entry form's script says, and the dialog in which one signs in again; both of no use
/// without the script.
struct EntryScriptTexts: Sendable {
  let view: EntryView
  let frame: PageFrame

  private static let words: [EntryWord] = [
    .changed, .saving, .offline, .expired, .restored, .pasted, .pastedMore, .pasteTooLarge,
    .notNumber,
    .failed, .compare, .localOnly, .mustChange, .otherAccount,
  ]

  var markup: HTML {
    let say = frame.say
    let words = HTML(each: Self.words) { "<i data-word=\"\($0.rawValue)\">\(say($0))</i>" }
    return """
      <div id="entry-words" hidden>\(words)<i data-word="filled">\(say(EntryText.filled))</i></div>
      <dialog id="relogin" aria-labelledby="relogin-title">
      <h2 id="relogin-title">\(say(EntryWord.signInTitle))</h2>
      <p>\(say(EntryWord.signInText))</p>
      <form class="narrow" method="dialog">
      <p id="relogin-error" class="tag-bad" role="alert" hidden></p>
      <p><label for="relogin-account">\(say(SignInText.account))</label>
      <input id="relogin-account" value="\(frame.session?.account ?? "")" readonly \
      autocomplete="username"></p>
      <p><label for="relogin-password">\(say(SignInText.password))</label>
      <input id="relogin-password" type="password" maxlength="256" \
      autocomplete="current-password"></p>
      <p id="relogin-factor" hidden><label for="relogin-code">\(say(SignInText.code))</label>
      <input id="relogin-code" inputmode="numeric" maxlength="16" autocomplete="one-time-code"></p>
      <p class="bar"><button class="btn btn-1">\(say(EntryWord.signIn))</button>
      <a class="btn" href="\(Link("sign-in"))" target="_blank" rel="noopener">\
      \(say(EntryWord.signInElsewhere))</a>
      <button type="button" class="btn" id="relogin-done">\(say(EntryWord.signedIn))</button></p>
      </form></dialog>
      """
  }
}
