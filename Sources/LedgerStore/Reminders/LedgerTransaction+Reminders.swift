import PostgresSupport

extension LedgerTransaction {
  /// The reminders that the acting account has read, by their names.
  public func markedReminders() throws -> Set<String> {
    Set(try connection.execute(ReminderStatements.marks).map { try $0.text(0) })
  }

  /// Notes that an account has read a reminder, or wants it to be new again.
  public func mark(_ reminder: String, read isRead: Bool, by account: String) throws {
    try connection.execute(
      isRead ? ReminderStatements.mark : ReminderStatements.unmark,
      [.text(account), .text(reminder)])
  }

  /// Forgets the marks of reminders that there are no more.
  public func forgetMarks(of account: String, but reminders: [String]) throws {
    try connection.execute(
      ReminderStatements.forgetMarks, [.text(account), .textArray(reminders.map { $0 })])
  }
}

enum ReminderStatements {
  static let all = [marks, mark, unmark, forgetMarks]

  static let marks = Statement("inbox_marks_all", "select reminder from ledger.inbox_marks")
  static let mark = Statement(
    "inbox_mark",
    """
    insert into ledger.inbox_marks (account, reminder)
    values ($1, $2)
    on conflict on constraint inbox_marks_pkey do nothing
    """)
  static let unmark = Statement(
    "inbox_unmark",
    "delete from ledger.inbox_marks where account = $1 and reminder = $2")
  static let forgetMarks = Statement(
    "inbox_forget_marks",
    "delete from ledger.inbox_marks where account = $1 and reminder <> all($2::text[])")
}
