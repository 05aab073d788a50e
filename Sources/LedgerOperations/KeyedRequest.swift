/// A request that may be sent again and is done once.
///
/// The answer is kept in the transaction of its effect, in the form in which the caller got it, so
/// that a repetition gets the same.
public struct KeyedRequest: Sendable {
  /// The caller's key, 8 to 128 characters.
  public let key: String
  /// SHA-256 of what was asked.
  public let sha256: [UInt8]
  /// Makes the text to be kept from what the act returned; throws for anything else, which undoes
  /// the act.
  let keep: @Sendable (any Sendable) throws -> String

  /// Describes a request whose act returns an `Answer`.
  public init<Answer: Sendable>(
    key: String, sha256: [UInt8], keep: @escaping @Sendable (Answer) throws -> String
  ) {
    self.key = key
    self.sha256 = sha256
    self.keep = { answer in
      guard let answer = answer as? Answer else {
        throw UnexpectedAnswer(type: "\(type(of: answer))")
      }
      return try keep(answer)
    }
  }
}

/// A keyed request that was answered before.
public struct AnsweredBefore: Error {
  /// The first answer, as it was kept.
  public let answer: String
}

/// An act returned something else than its caller keeps: a mistake in the program.
struct UnexpectedAnswer: Error {
  let type: String
}
