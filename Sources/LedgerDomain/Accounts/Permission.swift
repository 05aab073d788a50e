/// What may be done with the ledger, as far as it matters who does it.
///
/// ``rule`` is the one table of roles: operations ask it, routes name it, `docs/roles.md` is made
/// from it, and the tests compare the database's policies with it.
public enum Permission: String, CaseIterable, Sendable {
  // One's own account
  case readSelf = "self.read"
  case changeOwnPassword = "self.change_password"
  case enrolSecondFactor = "self.enrol_second_factor"
  case endOwnSession = "self.end_session"
  case createOwnToken = "self.create_token"

  // The catalogue
  case readCatalogue = "catalogue.read"
  case keepCatalogue = "catalogue.keep"
  case readTargets = "targets.read"
  case keepTargets = "targets.keep"
  case readMethods = "methods.read"
  case proposeMethod = "methods.propose"
  case approveMethod = "methods.approve"

  // The month
  case readSubmissions = "submissions.read"
  case submit = "submissions.submit"
  case reviewForUnit = "submissions.review"
  case acceptForOffice = "submissions.accept"
  case verifyFigure = "figures.verify"
  case readSmallCounts = "figures.read_small"
  case readMonth = "months.read"
  case closeMonth = "months.close"
  case proposeReopening = "months.propose_reopening"
  case agreeToReopening = "months.agree_to_reopening"

  // Responsibility lists
  case readTasks = "tasks.read"
  case keepTasks = "tasks.keep"
  case reportTask = "tasks.report"
  case acceptTask = "tasks.accept"

  // Campaigns
  case readCampaigns = "campaigns.read"
  case keepCampaigns = "campaigns.keep"
  // Meetings
  case readMeetings = "meetings.read"
  case keepMeetings = "meetings.keep"
  case callMeeting = "meetings.call"
  case relayMeeting = "meetings.relay"

  // What is published
  case readPublished = "editions.read"
  case readDetails = "editions.read_details"
  case readUnpublished = "results.read_unpublished"
  case proposeEdition = "editions.propose"
  case publishEdition = "editions.publish"

  // What follows
  case readSteps = "steps.read"
  case decideStep = "steps.decide"
  case answerStep = "steps.answer"
  case recordStep = "steps.record"
  case decideObjection = "steps.decide_objection"
  case readRecords = "records.read"
  case keepRecords = "records.keep"
  case answerRecord = "records.answer"
  case readAssessments = "assessments.read"
  case sealAssessment = "assessments.seal"

  // Proof
  case readJournal = "journal.read"
  case readCheckpoints = "checkpoints.read"
  case signCheckpoint = "checkpoints.sign"
  case recordRecovery = "recoveries.record"

  // Administration
  case readAccounts = "accounts.read"
  case keepAccounts = "accounts.keep"
  case keepGrants = "grants.keep"
  case resetCredentials = "credentials.reset"
  case keepPolicy = "policy.keep"
}

/// Who may do something, where, and when.
public struct PermissionRule: Hashable, Sendable {
  /// The roles that may; empty for everybody who is signed in.
  public let roles: [Role]
  /// How far a grant reaches for it.
  public let reach: Reach
  /// In which state the month has to be.
  public let state: MonthCondition
  /// Who may not, although the role is held.
  public let exclusion: Exclusion

  /// How far a grant reaches.
  public enum Reach: String, Sendable {
    /// Nothing but what belongs to the account itself.
    case own
    /// Everything: the catalogue and what is published are for all.
    case everything
    /// Everything, by a grant for the whole ledger: at the top of the tree and for every form.
    case whole
    /// Everything, by a grant for any unit: what circulates among all who work on it.
    case anywhere
    /// The grant's unit, everything below it, and the grant's form only.
    case units
  }

  /// The state in which the month has to be.
  public enum MonthCondition: String, Sendable {
    case any
    case open
    case closed
    case reopeningProposed = "reopening_proposed"
  }

  /// Who may not do it although the role is held.
  public enum Exclusion: String, Sendable {
    case nobody
    case submitter
    case proposer
    case decider
    case oneself
  }

  init(
    _ roles: [Role], _ reach: Reach, in state: MonthCondition = .any,
    not exclusion: Exclusion = .nobody
  ) {
    self.roles = roles
    self.reach = reach
    self.state = state
    self.exclusion = exclusion
  }
}

extension Permission {
  /// What a grant names in the place of a form where it is for tasks only.
  public static let tasksForm = "tasks"

  /// Who may do this.
  public var rule: PermissionRule {
    switch self {
    case .readSelf, .changeOwnPassword, .enrolSecondFactor, .endOwnSession:
      PermissionRule([], .own)
    case .createOwnToken: PermissionRule([.reporter, .reviewer, .verifier], .own)

    case .readCatalogue, .readMethods, .readMonth, .readPublished, .readCheckpoints:
      PermissionRule([], .everything)
    case .keepCatalogue, .keepTargets, .proposeMethod: PermissionRule([.office], .whole)
    case .readTargets: PermissionRule(Role.business, .units)
    case .approveMethod: PermissionRule([.director], .whole, not: .proposer)

    case .readSubmissions: PermissionRule(Role.business, .units)
    case .submit: PermissionRule([.reporter], .units, in: .open)
    case .reviewForUnit: PermissionRule([.reviewer], .units, in: .open, not: .submitter)
    case .acceptForOffice: PermissionRule([.office], .units, in: .open, not: .submitter)
    case .verifyFigure: PermissionRule([.verifier], .units, in: .open, not: .submitter)
    // Whoever has to work with the number; everybody else reads `<5`.
    case .readSmallCounts:
      PermissionRule([.reporter, .reviewer, .verifier, .office], .units)
    case .closeMonth: PermissionRule([.office], .whole, in: .open)
    case .proposeReopening: PermissionRule([.office], .whole, in: .closed)
    case .agreeToReopening:
      PermissionRule([.director], .whole, in: .reopeningProposed, not: .proposer)

    // One list circulates among all units of the joint meeting.
    case .readTasks: PermissionRule(Role.business, .anywhere)
    case .keepTasks: PermissionRule([.office], .whole)
    case .reportTask: PermissionRule([.reporter], .units)
    case .acceptTask: PermissionRule([.office], .whole, not: .submitter)

    case .readCampaigns: PermissionRule(Role.business, .anywhere)
    case .keepCampaigns: PermissionRule([.office], .whole)
    // Of these, whoever is invited reads a meeting once it is called.
    case .readMeetings: PermissionRule(Role.business, .anywhere)
    case .keepMeetings: PermissionRule([.office], .whole)
    case .callMeeting: PermissionRule([.office, .director], .whole)
    case .relayMeeting: PermissionRule([.reporter], .units)

    case .readDetails: PermissionRule(Role.business, .units)
    case .readUnpublished:
      PermissionRule([.office, .director, .leader, .assessor], .units)
    case .proposeEdition: PermissionRule([.office, .director], .whole, in: .closed)
    case .publishEdition:
      PermissionRule([.office, .director], .whole, in: .closed, not: .proposer)

    case .readSteps: PermissionRule(Role.business, .units)
    // Which of them decides on a step, the ladder says.
    case .decideStep: PermissionRule([.office, .director, .leader], .units)
    case .answerStep: PermissionRule([.reporter], .units)
    case .recordStep: PermissionRule([.office], .units)
    case .decideObjection: PermissionRule([.director, .leader], .units, not: .decider)

    case .readRecords: PermissionRule(Role.business, .units)
    case .keepRecords: PermissionRule([.office], .whole, not: .submitter)
    case .answerRecord: PermissionRule([.reporter], .units)

    case .readAssessments: PermissionRule(Role.business, .units)
    case .sealAssessment: PermissionRule([.assessor], .units)

    case .readJournal, .recordRecovery: PermissionRule([.auditor], .whole)
    case .signCheckpoint: PermissionRule([.office, .director, .auditor], .whole)

    case .readAccounts: PermissionRule([.systemAdministrator, .securityAdministrator], .whole)
    case .keepAccounts: PermissionRule([.systemAdministrator], .whole)
    case .keepGrants: PermissionRule([.securityAdministrator], .whole, not: .oneself)
    case .resetCredentials: PermissionRule([.securityAdministrator], .whole, not: .oneself)
    case .keepPolicy: PermissionRule([.securityAdministrator], .whole)
    }
  }
}
