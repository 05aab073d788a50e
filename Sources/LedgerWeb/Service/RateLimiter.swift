import NIOConcurrencyHelpers

/// How often one caller may call: a bucket that fills with time.
///
/// Counts in this process only: it protects the process, and is no lock.
final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var at: ContinuousClock.Instant
  }

  private let perSecond: Double
  /// How many calls a caller may save up.
  private let saved: Double
  private let buckets = NIOLockedValueBox<[String: Bucket]>([:])
  private static let bucketsMax = 100_000

  /// Lets a caller call so often; 0 for as often as it likes.
  init(perSecond: Double, saved: Double? = nil) {
    self.perSecond = perSecond
    self.saved = saved ?? perSecond * 3
  }

  /// Takes one call of a caller; false when it calls too often.
  func take(_ caller: String) -> Bool {
    guard perSecond > 0 else { return true }
    let now = ContinuousClock.now
    return buckets.withLockedValue { buckets in
      if buckets.count > Self.bucketsMax { buckets.removeAll() }
      var bucket = buckets[caller] ?? Bucket(tokens: saved, at: now)
      let seconds = (now - bucket.at) / .seconds(1)
      bucket.tokens = min(saved, bucket.tokens + seconds * perSecond)
      bucket.at = now
      defer { buckets[caller] = bucket }
      guard bucket.tokens >= 1 else { return false }
      bucket.tokens -= 1
      return true
    }
  }
}
