import LedgerDomain
import LedgerOperations
import LedgerStore

/// What has to be done about a month, in four groups.
struct MonthTasks: Sendable {
  let work: MonthWork
  let say: Say
  /// Whether the reader decides for the office, and so has a queue of its reviews.
  let reviews: Bool

  /// How far a task is.
  enum State {
    case notStarted, inWork, done
    case lacks(Int)
    /// Something else comes first.
    case blocked(String)
  }

  private struct Task {
    let name: String
    let hint: String
    let link: Link
    let state: State
  }

  private var month: Month { work.status.month }

  var html: HTML {
    let groups: [(MonthText, [Task])] = [
      (.gather, gather), (.check, check), (.compute, compute), (.publish, publish),
    ]
    return HTML(each: groups) { title, tasks in
      """
      <section><h2>\(say(title))</h2><ul class="tasks">
      \(HTML(each: tasks, item))</ul></section>

      """
    }
  }

  private func item(_ task: Task) -> HTML {
    let (word, look): (String, HTML) =
      switch task.state {
      case .notStarted: (say(MonthText.notStarted), "tag-none")
      case .inWork: (say(MonthText.inWork), "tag-warn")
      case .done: (say(MonthText.done), "tag-ok")
      case .lacks(let count): (say(MonthText.lacks, String(count)), "tag-bad")
      case .blocked: (say(MonthText.blocked), "tag-none")
      }
    var hint = task.hint
    if case .blocked(let why) = task.state { hint = say.sentences([hint, why]) }
    return """
      <li class="task"><div><a href="\(task.link)">\(task.name)</a>\
      <span class="hint">\(hint)</span></div><span class="tag \(look)">\(word)</span></li>

      """
  }

  // MARK: - The groups

  private var completeness: Link {
    Link("completeness", query: [("period", month.description)])
  }

  private func lacking(_ state: SubmissionProgress) -> Int {
    work.status.lacking.count { $0.state == state.rawValue }
  }

  private var gather: [Task] {
    let missing = lacking(.missing)
    return [
      Task(
        name: say(
          MonthText.received, String(work.status.expected), String(work.status.received)),
        hint: say(MonthText.receivedHint), link: completeness,
        state: !work.hasEnded
          ? .blocked(say(MonthText.notEnded)) : missing == 0 ? .done : .lacks(missing)),
      Task(
        name: say(RecordFigureText.task), hint: say(RecordFigureText.taskHint),
        link: RecordFigurePages.link(month),
        state: !work.hasEnded ? .blocked(say(MonthText.notEnded)) : .inWork),
    ]
  }

  private var check: [Task] {
    let queue = reviews ? Link("review") : completeness
    let rows: [(SubmissionProgress, MonthText, MonthText, Link)] = [
      (.submitted, .unitReview, .unitReviewHint, completeness),
      (.approved, .officeReview, .officeReviewHint, queue),
      (.returned, .returned, .returnedHint, completeness),
      (.disputed, .disputed, .disputedHint, queue),
    ]
    return rows.map { state, name, hint, link in
      let count = lacking(state)
      let isStarted = work.status.received > 0
      return Task(
        name: say(name, String(count)), hint: say(hint), link: link,
        state: count > 0 ? .inWork : isStarted ? .done : .notStarted)
    }
  }

  private var compute: [Task] {
    work.publications.map { publication in
      let open = work.status.lacking.count
      return Task(
        name: say(MonthText.preview, say(publication.name)), hint: say(MonthText.previewHint),
        link: PublicationPages.link(month, of: publication.scope),
        state: work.status.accepted == 0
          ? .blocked(say(MonthText.firstComplete, String(open))) : open > 0 ? .inWork : .done)
    }
  }

  private var publish: [Task] {
    let open = work.status.lacking.count
    let closing = Task(
      name: say(MonthText.close), hint: say(MonthText.closeHint), link: Link(fragment: "close"),
      state: !work.isOpen
        ? .done
        : !work.hasEnded
          ? .blocked(say(MonthText.notEnded)) : open > 0 ? .lacks(open) : .notStarted)
    return [closing]
      + work.publications.flatMap { publication -> [Task] in
        let link = PublicationPages.link(month, of: publication.scope)
        let isPublished = publication.published != nil && !work.isOpen
        let isProposed = !publication.proposedBy.isEmpty && !work.isOpen
        return [
          Task(
            name: say(MonthText.propose, say(publication.name)), hint: say(MonthText.proposeHint),
            link: link,
            state: isPublished || isProposed
              ? .done : work.isOpen ? .blocked(say(MonthText.firstClose)) : .notStarted),
          Task(
            name: say(MonthText.second, say(publication.name)), hint: say(MonthText.secondHint),
            link: link,
            state: isPublished
              ? .done
              : work.isOpen
                ? .blocked(say(MonthText.firstClose))
                : isProposed ? .notStarted : .blocked(say(MonthText.firstPropose))),
        ]
      }
  }
}
