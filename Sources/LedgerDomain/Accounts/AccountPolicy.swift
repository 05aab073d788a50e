/// How accounts prove who they are: what a password must be, how long a session lives, when a door
/// stays shut, and who needs a second factor.
///
/// Data, kept by the security administrator.
public struct AccountPolicy: Hashable, Sendable {
  /// What a password must be.
  public var password: PasswordRules
  /// How long a session lives.
  public var session: SessionLimits
  /// When failures shut a door.
  public var attempts: AttemptLimits
  /// After so many days without a sign-in an account is refused; 0 for never.
  public var dormantDays: Int
  /// Who has to enrol a second factor.
  public var secondFactorRoles: Set<Role>
  /// Attempts to sign in, and sessions that are over, are forgotten after so many days.
  public var signInDays = Self.signInDaysStandard

  /// More than the half year for which logs have to be kept, and than a network stays familiar.
  static let signInDaysStandard = 400

  /// What a password must be.
  public struct PasswordRules: Hashable, Sendable {
    /// The least length, in Unicode scalars.
    public var lengthMin: Int
    /// The greatest length, in Unicode scalars.
    public var lengthMax: Int
    /// How many of the four classes (lower case, upper case, digits, other) it has to mix.
    public var classesMin: Int
    /// From this length on, length makes up for classes.
    public var classesWaivedFrom: Int
    /// How many of the last passwords may not come again.
    public var history: Int
    /// After so many days a password is changed; 0 for never.
    public var rotationDays: Int
    /// A one-time password is worth nothing after so many days.
    public var oneTimeDays: Int
  }

  /// How long a session lives.
  public struct SessionLimits: Hashable, Sendable {
    /// The longest pause between two uses.
    public var idleMinutes: Int
    /// The longest life, whatever happens.
    public var hoursMax: Int
    /// The longest life of a token.
    public var tokenDaysMax: Int
  }

  /// When failures shut a door.
  ///
  /// The failures of one network shut that network out, and for a while only, so that an attacker
  /// elsewhere does not keep the holder away. Only many failures from strange networks shut all
  /// strange networks out until the security administrator unlocks the account.
  public struct AttemptLimits: Hashable, Sendable {
    /// How many failures from one network make it wait.
    public var failuresMax: Int
    /// Within how many minutes they have to fall.
    public var windowMinutes: Int
    /// How many minutes it waits.
    public var waitMinutes: Int
    /// So many failures within a day need the security administrator.
    public var dayFailuresMax: Int
    /// A network is familiar for so many days after a sign-in from it.
    public var familiarDays: Int
  }

  /// What holds until the security administrator states another policy; the same as
  /// `defaults/policies/accounts.json`.
  public static let standard = AccountPolicy(
    password: PasswordRules(
      lengthMin: 12, lengthMax: 128, classesMin: 3, classesWaivedFrom: 20, history: 5,
      rotationDays: 90, oneTimeDays: 3),
    session: SessionLimits(idleMinutes: 15, hoursMax: 8, tokenDaysMax: 366),
    attempts: AttemptLimits(
      failuresMax: 5, windowMinutes: 15, waitMinutes: 15, dayFailuresMax: 50, familiarDays: 30),
    dormantDays: 90,
    secondFactorRoles: [
      .office, .director, .systemAdministrator, .securityAdministrator, .auditor,
    ])
}

extension AccountPolicy.PasswordRules {
  /// Refuses a password that is too short or too long, mixes too little, contains the account's
  /// name, or is common; in this order.
  ///
  /// Whether it was used before is looked at elsewhere, since only digests of those are kept.
  public func check(
    _ password: String, account: String, common: CommonPasswords
  ) throws(Refusal) {
    let scalars = Array(password.unicodeScalars)
    guard scalars.count >= lengthMin else {
      throw Refusal(PasswordRefusal.tooShort, String(lengthMin))
    }
    guard scalars.count <= lengthMax else {
      throw Refusal(PasswordRefusal.tooLong, String(lengthMax))
    }
    guard !scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw Refusal(PasswordRefusal.malformed)
    }
    if scalars.count < classesWaivedFrom {
      let classes = Set(scalars.map(CharacterClass.init))
      guard classes.count >= classesMin else {
        throw Refusal(PasswordRefusal.tooPlain, String(classesMin), String(classesWaivedFrom))
      }
    }
    guard !CommonPasswords.contains(account, in: password) else {
      throw Refusal(PasswordRefusal.containsName)
    }
    guard !common.contains(password) else { throw Refusal(PasswordRefusal.common) }
  }

  private enum CharacterClass: Hashable {
    case lower
    case upper
    case digit
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x61...0x7A: self = .lower
      case 0x41...0x5A: self = .upper
      case 0x30...0x39: self = .digit
      default: self = .other
      }
    }
  }
}
