extension AccountPolicy {
  /// Reads a policy; refuses unknown and missing members, and numbers outside what is sensible.
  ///
  /// Refused as a whole where two members contradict each other.
  public init(_ document: JSONValue) throws(Refusal) {
    let reader = JSONReader(document)
    try reader.allowOnly(
      "password", "session", "attempts", "dormant_days", "second_factor_roles", "sign_in_days")
    password = try PasswordRules(reader.required("password"))
    session = try SessionLimits(reader.required("session"))
    attempts = try AttemptLimits(reader.required("attempts"))
    dormantDays = try reader.required("dormant_days").integer(0...3_650)
    // Policies from before this member have none.
    signInDays =
      try reader.optional("sign_in_days")?.integer(366...3_650) ?? Self.signInDaysStandard
    secondFactorRoles = []
    for element in try reader.required("second_factor_roles").elements() {
      let name = try element.string()
      guard let role = Role(rawValue: name) else {
        throw Refusal(
          AccountRefusal.roleUnknown, at: element.place, name,
          Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      secondFactorRoles.insert(role)
    }
  }

  /// The policy as a document; reading it gives the same policy.
  public var document: JSONValue {
    let roles = Role.allCases.filter(secondFactorRoles.contains)
    return [
      "password": [
        "length_min": .number(String(password.lengthMin)),
        "length_max": .number(String(password.lengthMax)),
        "classes_min": .number(String(password.classesMin)),
        "classes_waived_from": .number(String(password.classesWaivedFrom)),
        "history": .number(String(password.history)),
        "rotation_days": .number(String(password.rotationDays)),
        "one_time_days": .number(String(password.oneTimeDays)),
      ],
      "session": [
        "idle_minutes": .number(String(session.idleMinutes)),
        "hours_max": .number(String(session.hoursMax)),
        "token_days_max": .number(String(session.tokenDaysMax)),
      ],
      "attempts": [
        "failures_max": .number(String(attempts.failuresMax)),
        "window_minutes": .number(String(attempts.windowMinutes)),
        "wait_minutes": .number(String(attempts.waitMinutes)),
        "day_failures_max": .number(String(attempts.dayFailuresMax)),
        "familiar_days": .number(String(attempts.familiarDays)),
      ],
      "dormant_days": .number(String(dormantDays)),
      "second_factor_roles": .array(roles.map { .string($0.rawValue) }),
      "sign_in_days": .number(String(signInDays)),
    ]
  }
}

extension AccountPolicy.PasswordRules {
  fileprivate init(_ reader: JSONReader) throws(Refusal) {
    try reader.allowOnly(
      "length_min", "length_max", "classes_min", "classes_waived_from", "history",
      "rotation_days", "one_time_days")
    lengthMin = try reader.required("length_min").integer(8...64)
    // Whoever uses a password manager is not turned away.
    lengthMax = try reader.required("length_max").integer(64...256)
    classesMin = try reader.required("classes_min").integer(1...4)
    classesWaivedFrom = try reader.required("classes_waived_from").integer(8...256)
    history = try reader.required("history").integer(0...24)
    rotationDays = try reader.required("rotation_days").integer(0...3_650)
    oneTimeDays = try reader.required("one_time_days").integer(1...30)
  }
}

extension AccountPolicy.SessionLimits {
  fileprivate init(_ reader: JSONReader) throws(Refusal) {
    try reader.allowOnly("idle_minutes", "hours_max", "token_days_max")
    idleMinutes = try reader.required("idle_minutes").integer(2...480)
    hoursMax = try reader.required("hours_max").integer(1...24)
    tokenDaysMax = try reader.required("token_days_max").integer(1...3_660)
    guard idleMinutes <= hoursMax * 60 else {
      throw Refusal(PolicyRefusal.contradicts, at: reader.place, "idle_minutes", "hours_max")
    }
  }
}

extension AccountPolicy.AttemptLimits {
  fileprivate init(_ reader: JSONReader) throws(Refusal) {
    try reader.allowOnly(
      "failures_max", "window_minutes", "wait_minutes", "day_failures_max", "familiar_days")
    failuresMax = try reader.required("failures_max").integer(3...20)
    windowMinutes = try reader.required("window_minutes").integer(1...1_440)
    waitMinutes = try reader.required("wait_minutes").integer(1...1_440)
    dayFailuresMax = try reader.required("day_failures_max").integer(10...1_000)
    familiarDays = try reader.required("familiar_days").integer(1...365)
    guard failuresMax <= dayFailuresMax else {
      throw Refusal(
        PolicyRefusal.contradicts, at: reader.place, "failures_max", "day_failures_max")
    }
  }
}
