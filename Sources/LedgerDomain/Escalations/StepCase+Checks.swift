extension StepCase {
  /// What the step asks for.
  public var askedDeeds: Set<Ladder.Deed> {
    var deeds = Set(step.deadlines.compactMap(\.deed))
    // A unit may always answer.
    deeds.insert(.reply)
    if step.listing != nil { deeds.insert(.acceptance) }
    return deeds
  }

  /// Refuses what may not happen in the case today.
  ///
  /// In this order: the case has ended; it is paused; the step does not ask for it; the day is
  /// before the decision or not over; then what is particular to objections and listings.
  public func check(_ kind: CaseEvent.Kind, heldOn day: CalendarDate) throws(Refusal) {
    guard ending == nil else { throw Refusal(EscalationRefusal.caseEnded) }
    switch kind {
    case .reply, .plan, .report, .progress: try checkDeed(kind)
    case .objection: try checkObjection()
    case .objectionUpheld, .objectionRejected:
      guard isPaused else { throw Refusal(EscalationRefusal.objectionMissing) }
    case .interview, .recheckPassed, .recheckFailed:
      try checkRunning()
      try checkDeed(kind)
      try checkDay(day)
    case .acceptancePassed, .acceptanceFailed:
      try checkRunning()
      try checkDeed(kind)
      try checkDay(day)
      try checkAcceptance(day)
    case .continued:
      try checkRunning()
      try checkContinuation()
    }
  }

  /// Refuses who may not decide on the objection: whoever decided on the step or raised it.
  public func checkObjectionDecider(
    _ account: String, alsoScoredBy scorers: Set<String>
  ) throws(Refusal) {
    guard account != decidedBy, !scorers.contains(account),
      objection?.raised.recordedBy != account
    else { throw Refusal(EscalationRefusal.deciderIsSame) }
  }

  private func checkRunning() throws(Refusal) {
    guard !isPaused else { throw Refusal(EscalationRefusal.casePaused) }
  }

  private func checkDeed(_ kind: CaseEvent.Kind) throws(Refusal) {
    guard let deed = kind.deed, askedDeeds.contains(deed) else {
      throw Refusal(
        EscalationRefusal.deedNotAsked, step.name.zh, kind.name.zh, step.name.en, kind.name.en)
    }
  }

  private func checkDay(_ day: CalendarDate) throws(Refusal) {
    guard (decision.day...max(decision.day, today)).contains(day) else {
      throw Refusal(
        EscalationRefusal.dayOutside, at: .option("on"), decision.day.description,
        today.description)
    }
  }

  private func checkObjection() throws(Refusal) {
    guard let objectionEnd else { throw Refusal(EscalationRefusal.objectionsNone) }
    if let objection {
      throw Refusal(
        objection.answer == nil
          ? EscalationRefusal.objectionOpen : EscalationRefusal.objectionDecided)
    }
    guard today <= objectionEnd else {
      throw Refusal(EscalationRefusal.objectionLate, objectionEnd.description)
    }
  }

  private func checkAcceptance(_ day: CalendarDate) throws(Refusal) {
    guard let days = acceptanceDays else { throw Refusal(EscalationRefusal.notListed) }
    guard days.contains(day) else {
      throw Refusal(
        EscalationRefusal.acceptanceOutside, at: .option("on"), days.lowerBound.description,
        days.upperBound.description)
    }
  }

  private func checkContinuation() throws(Refusal) {
    guard let days = acceptanceDays else { throw Refusal(EscalationRefusal.notListed) }
    guard !isContinued else { throw Refusal(EscalationRefusal.continuedAlready) }
    guard !facts.contains(.acceptancePassed) else {
      throw Refusal(EscalationRefusal.acceptedAlready)
    }
    guard today >= days.lowerBound else {
      throw Refusal(EscalationRefusal.continuationEarly, days.lowerBound.description)
    }
  }
}
