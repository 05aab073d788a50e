public import LedgerDomain
import LedgerStore
import PostgresSupport

/// What waits for an account.
public struct Inbox: Sendable {
  /// Every reminder, the gravest first; at most ``itemsMax``.
  public let items: [Item]
  /// The day they are computed as of.
  public let today: CalendarDate

  /// More than so many are not listed.
  public static let itemsMax = 500

  /// One reminder.
  public struct Item: Sendable {
    /// The reminder.
    public let reminder: Reminder
    /// Whether the account marked it as read.
    public let isRead: Bool
  }

  /// How many were not read.
  public var unread: Int { items.count { !$0.isRead } }
}

extension Ledger {
  /// What waits for the account, computed from the facts as of today.
  public func inbox(by actor: Actor) async throws -> Inbox {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.inbox(of: account)
    }
  }

  /// Marks reminders as read, or as new again; refused for one that is not in the inbox.
  public func markReminders(
    _ ids: [String], read isRead: Bool, by actor: Actor
  ) async throws -> Inbox {
    try await act(by: actor) { transaction, account in
      let known = try transaction.inbox(of: account).items.map(\.reminder.id)
      for id in ids where !known.contains(id) {
        throw Refusal(ReminderRefusal.unknown, at: .option("reminder"), id)
      }
      try transaction.forgetMarks(of: account, but: known)
      for id in ids { try transaction.mark(id, read: isRead, by: account) }
      return try transaction.inbox(of: account)
    }
  }
}

extension LedgerTransaction {
  /// What waits for the acting account: each source asks what the pages and acts ask.
  func inbox(of account: String) throws -> Inbox {
    let today = try today()
    let calendar = try workingCalendar()
    let marked = try markedReminders()
    let reminders =
      try submissionReminders(today, calendar) + reviewReminders(of: account)
      + verificationReminders(of: account) + taskReminders(of: account, today, calendar)
      + ladderReminders(today, calendar)
    let items = reminders.sorted { $0.precedes($1) }.prefix(Inbox.itemsMax).map {
      Inbox.Item(reminder: $0, isRead: marked.contains($0.id))
    }
    return Inbox(items: Array(items), today: today)
  }

  private func submissionReminders(
    _ today: CalendarDate, _ calendar: WorkingCalendar
  ) throws -> [Reminder] {
    let due = try Ledger.dueSubmissions(self) ?? []
    return due.filter(\.isWaiting).compactMap { item in
      let kind: Reminder.Kind? =
        switch item.state {
        case .returned: .returned
        case .disputed: .disputed
        default: Reminder.Kind(due: item.due, today: today, calendar: calendar)
        }
      return kind.map {
        Reminder(
          kind: $0, unit: item.unitName, subject: Self.subject(item.form, item.period),
          due: item.due,
          place: .submission(unit: item.unit, form: item.form.code, period: item.period),
          occurrence: String(item.revision))
      }
    }
  }

  private static func subject(_ form: Form, _ period: Period) -> BilingualText {
    let english = form.name.en.isEmpty ? form.name.zh : form.name.en
    return BilingualText(zh: "\(form.name.zh) \(period)", en: "\(english) \(period)")
  }

  // MARK: - What waits for a decision

  private func reviewReminders(of account: String) throws -> [Reminder] {
    let unit = try ActingReach(.reviewForUnit, self)
    let office = try ActingReach(.acceptForOffice, self)
    guard unit.isSomewhere || office.isSomewhere else { return [] }
    let waiting = try openWaiting(form: nil, period: nil).filter { item in
      item.submittedBy != account && (item.stage == .unit ? unit : office).covers(item.key)
    }
    return try queues(waiting) { .review(form: $0, period: $1) }
  }

  private func verificationReminders(of account: String) throws -> [Reminder] {
    let scope = try ActingReach(.verifyFigure, self)
    guard scope.isSomewhere else { return [] }
    let waiting = try openWaiting(form: nil, period: nil).filter { item in
      item.submittedBy != account && scope.covers(item.key)
    }
    let verified = Set(try verifiedFigures(of: waiting.map(\.key)).map(\.key))
    return try queues(waiting.filter { !verified.contains($0.key) }) {
      .verification(form: $0, period: $1)
    }
  }

  /// One reminder for each form and period; it is new again when something more has come.
  private func queues(
    _ waiting: [WaitingRevision], _ place: (String, Period) -> Reminder.Place
  ) throws -> [Reminder] {
    guard !waiting.isEmpty else { return [] }
    struct Queue: Hashable {
      let form: String
      let period: Period
    }
    var forms: [String: Form] = [:]
    for form in try self.forms() { forms[form.code] = form }
    let queues = Dictionary(grouping: waiting) {
      Queue(form: $0.key.form, period: $0.key.period)
    }
    return queues.compactMap { queue, items in
      guard let form = forms[queue.form] else { return nil }
      let subject = Self.subject(form, queue.period)
      let latest = items.map(\.waitingSince.microsecondsSince2000).max() ?? 0
      return Reminder(
        kind: .waiting, unit: nil,
        subject: BilingualText(
          zh: "\(subject.zh)：\(items.count) 份", en: "\(subject.en): \(items.count)"),
        due: nil, place: place(queue.form, queue.period), occurrence: String(latest))
    }
  }

  // MARK: - Tasks and steps

  private func taskReminders(
    of account: String, _ today: CalendarDate, _ calendar: WorkingCalendar
  ) throws -> [Reminder] {
    guard try may(.readTasks), try may(.reportTask) || may(.acceptTask) else { return [] }
    let overview = try Ledger.overview(self, account)
    return overview.tasks.compactMap { shown in
      let (task, status) = (shown.task, shown.status)
      let kind: Reminder.Kind? =
        if shown.mayDecide {
          .waiting
        } else if shown.mayReport, !status.state.isFinished {
          status.state == .returned
            ? .returned : Reminder.Kind(due: status.due, today: today, calendar: calendar)
        } else {
          nil
        }
      return kind.map {
        var reminder = Reminder(
          kind: $0, unit: overview.units[task.lead]?.name,
          subject: BilingualText(zh: "任务 \(task.key)", en: "Task \(task.key)"),
          due: status.due, place: .task(task.key),
          occurrence: "\(status.due?.description ?? "")/\(status.latest?.number ?? 0)")
        reminder.detail = BilingualText(zh: task.words, en: task.words)
        return reminder
      }
    }
  }

  private func ladderReminders(
    _ today: CalendarDate, _ calendar: WorkingCalendar
  ) throws -> [Reminder] {
    guard try may(.decideStep) else { return [] }
    let scopes = Set(try methodVersions().filter { $0.kind == .ladder }.map(\.scope))
    return try scopes.sorted().compactMap { scope in
      let found: Escalations
      do {
        found = try escalations(of: scope)
      } catch let refusal as Refusal where refusal.code == EscalationRefusal.noLadder.rawValue {
        return nil
      }
      var waiting: [Escalations.Unit] = []
      for unit in found.units {
        guard let proposal = unit.proposal, let step = found.decidingStep(proposal) else {
          continue
        }
        let reach = try actingScope([step.decider])
        if reach.everywhere || reach.units.contains(unit.code) { waiting.append(unit) }
      }
      guard !waiting.isEmpty else { return nil }
      return Reminder(
        kind: .waiting, unit: nil,
        subject: BilingualText(
          zh: "待定的升降：\(waiting.count) 项", en: "Steps to decide on: \(waiting.count)"),
        due: nil, place: .ladder(scope: scope),
        occurrence: "\(found.month?.description ?? "")/\(waiting.count)")
    }
  }
}
