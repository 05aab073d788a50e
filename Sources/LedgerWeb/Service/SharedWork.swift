/// Work for which many wait and which one does: who asks while it is under way gets the same value.
///
/// Nothing is kept; a cache stands before this. Work does not end with the one who asked first,
/// since others wait for it too.
actor SharedWork<Key: Hashable & Sendable, Value: Sendable> {
  private var underWay: [Key: Task<Value, any Error>] = [:]

  func value(
    of key: Key, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if let task = underWay[key] { return try await task.value }
    let task = Task { try await work() }
    underWay[key] = task
    defer { underWay[key] = nil }
    return try await task.value
  }
}
