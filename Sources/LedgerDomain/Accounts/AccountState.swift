/// What keeps an account from being used, or has to be done first; one account may be in several.
public enum AccountState: String, CaseIterable, Sendable {
  /// Nothing keeps it.
  case active
  /// The system administrator has disabled it.
  case disabled
  /// Its last day is over.
  case expired
  /// Nobody signed in for so long that the policy refuses it.
  case dormant
  /// Too many failures from strange networks shut its door.
  case locked
  /// It never got a password.
  case withoutPassword = "without_password"
  /// Its password only lets its holder set another.
  case mustChange = "must_change"
}
