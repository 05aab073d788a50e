/// What a session is for.
public enum SessionPurpose: String, Sendable, CaseIterable {
  /// Everything that the account may do.
  case full
  /// Setting another password, and nothing else.
  case changePassword = "change_password"
  /// Enrolling a second factor, and nothing else.
  case enrolSecondFactor = "enrol_second_factor"
  /// The operator at the console acts as the account.
  case console
  /// A program acts for the account, within a unit and a form.
  case token
}
