import LedgerDomain
import LedgerOperations

/// Says what meetings are made of, in one language.
struct MeetingWords: Sendable {
  let say: Say
  let units: [String: UnitVersion]

  /// What a unit is called; its code where it is none any more.
  func unit(_ code: String) -> String { units[code].map { say($0.name) } ?? code }

  func units(_ codes: [String]) -> String { say.list(codes.map(unit)) }

  /// An agenda item: its kind, its unit, its subject.
  func item(_ content: AgendaProposal) -> String {
    let unit = content.unit.map(unit)
    let parts = [unit, content.subject].compactMap { $0 }.joined(separator: " ")
    guard let kind = AgendaKind(rawValue: content.kind), kind != .own else { return parts }
    return say(kind.text) + (say.language == .chinese ? "：" : ": ") + parts
  }

  /// Where a reader finds more about it; nil where there is no such page.
  func link(_ content: AgendaProposal) -> Link? {
    switch content.linkKind {
    case "unit": Link("units", content.linkKey)
    case "task": Link("responsibilities", content.linkKey)
    case "list": TaskPages.link.adding("list", content.linkKey).adding("state", "overdue")
    case "ladder": LadderPages.link(of: content.detail)
    case "case": Link("ladder", "cases", content.linkKey)
    case "campaign": Link("campaigns", content.linkKey)
    default: nil
    }
  }

  func linked(_ content: AgendaProposal) -> HTML {
    guard let link = link(content) else { return "\(item(content))" }
    return "<a href=\"\(link)\">\(item(content))</a>"
  }

  /// Paragraphs, one for each line.
  func paragraphs(_ text: String) -> HTML {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
    return HTML(each: lines) { "<p>\($0)</p>\n" }
  }

  func tag(_ state: MeetingState) -> HTML {
    let text = say(state.text)
    return switch state {
    case .draft: "<span class=\"tag tag-none\">\(text)</span>"
    case .called, .inProgress: "<span class=\"tag tag-warn\">\(text)</span>"
    case .closed: "<span class=\"tag tag-ok\">\(text)</span>"
    }
  }

  func tag(_ state: TaskState) -> HTML {
    let text = say(state.text)
    return switch state {
    case .overdue, .returned: "<span class=\"tag tag-bad\">\(text)</span>"
    case .underWay: "<span class=\"tag tag-warn\">\(text)</span>"
    case .notStarted: "<span class=\"tag tag-none\">\(text)</span>"
    case .done, .accepted: "<span class=\"tag tag-ok\">\(text)</span>"
    }
  }
}
