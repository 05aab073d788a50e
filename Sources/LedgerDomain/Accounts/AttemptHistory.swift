/// What was tried before at the door where an account wants to sign in now: enough to say whether
/// it opens.
///
/// Times are microseconds on any one clock.
public struct AttemptHistory: Hashable, Sendable {
  /// The latest failure from this network since the last sign-in from it; nil for none.
  public let latest: Int64?
  /// The failure that is ``AccountPolicy/AttemptLimits/failuresMax``-th from the end; nil when there
  /// are fewer.
  public let first: Int64?
  /// Of the failures that count for the day: the latest.
  ///
  /// From a familiar network those of this
  /// network, otherwise those of all strange networks.
  public let dayLatest: Int64?
  /// The one that is ``AccountPolicy/AttemptLimits/dayFailuresMax``-th from the end.
  public let dayFirst: Int64?

  /// States what was tried.
  public init(latest: Int64?, first: Int64?, dayLatest: Int64?, dayFirst: Int64?) {
    self.latest = latest
    self.first = first
    self.dayLatest = dayLatest
    self.dayFirst = dayFirst
  }

  private static let minute: Int64 = 60_000_000
  private static let day: Int64 = 24 * 60 * minute

  /// Refuses while the door is shut; what is refused here is not counted as a further failure, so
  /// that trying again does not prolong it.
  public func check(_ limits: AccountPolicy.AttemptLimits, now: Int64) throws(Refusal) {
    if let dayLatest, let dayFirst, dayLatest - dayFirst <= Self.day {
      throw Refusal(SessionRefusal.locked)
    }
    guard let latest, let first else { return }
    let window = Int64(limits.windowMinutes) * Self.minute
    let opens = latest + Int64(limits.waitMinutes) * Self.minute
    if latest - first <= window, now < opens {
      let minutes = (opens - now + Self.minute - 1) / Self.minute
      throw Refusal(SessionRefusal.tooMany, String(minutes))
    }
  }
}
