import LedgerDomain
import LedgerStore

/// The sessions of an account, each with the way to end it.
struct SessionTable: Sendable {
  let html: HTML

  /// `end` is what ends a session, which comes from there.
  init(
    _ sessions: [SessionSummary], _ say: Say,
    end: (_ session: SessionSummary, _ from: String) -> HTML
  ) {
    let rows = HTML(each: sessions) { one in
      let isToken = one.purpose == .token
      let from = isToken ? one.label : one.network
      return """
        <tr><th scope="row">\(from)\(isToken ? " · \(say(SignInText.token))" : "")</th>
        <td class="p2">\(say.moment(one.openedAt))</td><td>\(say.moment(one.seenAt))</td>
        <td class="p2">\(say.moment(one.expiresAt))</td><td>\(end(one, from))</td></tr>
        """
    }
    html = """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="sessions"><table class="tb">
      <thead><tr><th scope="col">\(say(SignInText.from))</th>
      <th scope="col" class="p2">\(say(SignInText.opened))</th>
      <th scope="col">\(say(SignInText.seen))</th>
      <th scope="col" class="p2">\(say(SignInText.ends))</th>
      <th scope="col">\(say(SignInText.end))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }
}
