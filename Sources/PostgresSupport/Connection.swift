import CLibPQ
import Glibc
import NIOConcurrencyHelpers

/// One connection, confined to the thread that borrowed it: not `Sendable`, and it never leaves the
/// closure that received it.
///
/// Every wait ends at the borrower's deadline; a connection whose deadline passed is not used
/// again.
public final class Connection {
  let handle: OpaquePointer
  let cancellation: CancellationHandle
  private let notices: NoticeBox
  private var prepared: Set<String> = []
  /// When waiting ends; nil waits for the server's own time-outs.
  var deadline: ContinuousClock.Instant?
  /// Whether the connection must not be used again.
  private(set) var isSpent = false
  /// Whether a row of many megabytes was read: libpq never gives back the space for it.
  private var isSwollen = false

  init(_ configuration: ConnectionConfiguration) throws {
    let (names, values) = configuration.keywords()
    let handle = CStringArray.with(names) { names in
      CStringArray.with(values) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let handle else { throw PostgresFailure(connection: nil) }
    guard PQstatus(handle) == CONNECTION_OK, let cancel = PQgetCancel(handle) else {
      let failure = PostgresFailure(connection: handle)
      PQfinish(handle)
      throw failure
    }
    self.handle = handle
    cancellation = CancellationHandle(cancel)
    notices = NoticeBox(configuration.noticeHandler)
    let context = Unmanaged.passUnretained(notices).toOpaque()
    PQsetNoticeReceiver(
      handle,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<NoticeBox>.fromOpaque(context).takeUnretainedValue().receive(result)
      }, context)
  }

  deinit { PQfinish(handle) }

  /// Whether it can be lent again: alive, outside any transaction, nothing under way.
  var isReusable: Bool {
    !isSpent && !isSwollen && PQstatus(handle) == CONNECTION_OK
      && PQtransactionStatus(handle) == PQTRANS_IDLE
      && PQpipelineStatus(handle) == PQ_PIPELINE_OFF
  }

  var isInTransaction: Bool {
    let status = PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  /// Runs one statement; prepares it first when this connection has not met it yet.
  @discardableResult
  public func execute(_ statement: Statement, _ parameters: [Parameter] = []) throws -> Rows {
    let encoded = EncodedParameters(parameters)
    try prepare(statement, encoded.types)
    let sent = encoded.withPointers {
      PQsendQueryPrepared(handle, statement.name, $0, $1, $2, $3, 1)
    }
    guard sent == 1 else { throw lost(statement.name) }
    return try answer(to: statement.name)
  }

  /// Runs several statements in one round trip (libpq's pipeline mode).
  ///
  /// Outside a transaction they are one implicit transaction: the first failure undoes them all.
  public func pipeline(_ calls: [(Statement, [Parameter])]) throws -> [Rows] {
    guard !calls.isEmpty else { return [] }
    let encoded = calls.map { EncodedParameters($0.1) }
    for (call, parameters) in zip(calls, encoded) { try prepare(call.0, parameters.types) }
    guard PQenterPipelineMode(handle) == 1, PQsetnonblocking(handle, 1) == 0 else {
      throw lost(nil)
    }
    defer { _ = PQsetnonblocking(handle, 0) }
    for (call, parameters) in zip(calls, encoded) {
      let sent = parameters.withPointers {
        PQsendQueryPrepared(handle, call.0.name, $0, $1, $2, $3, 1)
      }
      guard sent == 1 else { throw lost(call.0.name) }
    }
    guard PQpipelineSync(handle) == 1 else { throw lost(nil) }
    return try pipelineAnswers(calls.map(\.0.name))
  }

  private func pipelineAnswers(_ names: [String]) throws -> [Rows] {
    var answers: [Rows] = []
    var failure: PostgresFailure?
    var isSynced = false
    while !isSynced {
      guard let result = try nextResult(names.first) else {
        guard PQstatus(handle) == CONNECTION_OK else { throw lost(nil) }
        continue
      }
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC:
        PQclear(result)
        isSynced = true
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
        answers.append(Rows(result))
      default:
        if PQresultStatus(result) != PGRES_PIPELINE_ABORTED, failure == nil {
          let position = answers.count
          failure = PostgresFailure(
            result: result, statement: names.indices.contains(position) ? names[position] : nil)
        }
        PQclear(result)
      }
    }
    guard PQexitPipelineMode(handle) == 1 else { throw lost(nil) }
    if let failure { throw failure }
    return answers
  }

  /// Runs a script of several statements, outside any preparation: for migrations and tests.
  public func executeScript(_ sql: String) throws {
    guard PQsendQuery(handle, sql) == 1 else { throw lost(nil) }
    _ = try answer(to: nil)
  }

  private func prepare(_ statement: Statement, _ types: [UInt32]) throws {
    guard !prepared.contains(statement.name) else { return }
    guard PQsendPrepare(handle, statement.name, statement.sql, Int32(types.count), types) == 1
    else { throw lost(statement.name) }
    _ = try answer(to: statement.name)
    prepared.insert(statement.name)
  }

  // MARK: - Waiting

  private static let usualRowMax = 4 << 20

  /// The last result of what was sent, after everything before it was read.
  func answer(to statement: String?) throws -> Rows {
    var last: Rows?
    var failure: PostgresFailure?
    while let result = try nextResult(statement) {
      switch PQresultStatus(result) {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
        if PQntuples(result) == 1, PQresultMemorySize(result) > Self.usualRowMax {
          isSwollen = true
        }
        last = Rows(result)
      case PGRES_COPY_IN, PGRES_COPY_OUT:
        return Rows(result)
      default:
        if failure == nil { failure = PostgresFailure(result: result, statement: statement) }
        PQclear(result)
      }
      if PQstatus(handle) != CONNECTION_OK { break }
    }
    if let failure {
      if failure.isConnectionLoss { isSpent = true }
      throw failure
    }
    guard let last else { throw lost(statement) }
    return last
  }

  private func nextResult(_ statement: String?) throws -> OpaquePointer? {
    var unsent = PQflush(handle)
    while unsent == 1 || PQisBusy(handle) == 1 {
      let events = Int16(POLLIN) | (unsent == 1 ? Int16(POLLOUT) : 0)
      try wait(for: events, statement)
      guard PQconsumeInput(handle) == 1 else { throw lost(statement) }
      if unsent == 1 { unsent = PQflush(handle) }
      if unsent == -1 { throw lost(statement) }
    }
    return PQgetResult(handle)
  }

  /// How long a wait lasts, in milliseconds, before it is looked whether a cancel was lost.
  private static let cancelPause: Int32 = 250

  func wait(for events: Int16, _ statement: String?) throws {
    while true {
      var timeout = Self.cancelPause
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else {
          isSpent = true
          throw PostgresFailure.deadline(statement)
        }
        let milliseconds =
          left.components.seconds * 1000 + 1
          + left.components.attoseconds / 1_000_000_000_000_000
        timeout = min(timeout, Int32(clamping: milliseconds))
      }
      var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
      let ready = poll(&descriptor, 1, timeout)
      if ready > 0 { return }
      // A cancel that reaches the server before the statement does is forgotten there.
      if ready == 0, cancellation.isRequested { cancellation.cancel() }
      if ready < 0 && errno != EINTR { throw lost(statement) }
    }
  }

  func lost(_ statement: String?) -> PostgresFailure {
    isSpent = true
    return PostgresFailure(connection: handle, statement: statement)
  }

  func spend() { isSpent = true }

  /// Whether the server said, since it was last asked, that a commit may not be replicated.
  func takeDoubtAboutCommit() -> Bool { notices.takeDoubt() }
}

/// Sends a cancel request for one connection, from any thread.
final class CancellationHandle: @unchecked Sendable {
  // libpq documents PQcancel as safe from another thread; the handle is freed with its last user.
  private let handle: OpaquePointer
  private let requested = NIOLockedValueBox(false)

  init(_ handle: OpaquePointer) {
    self.handle = handle
  }

  deinit { PQfreeCancel(handle) }

  /// Whether the borrower was cancelled.
  var isRequested: Bool { requested.withLockedValue { $0 } }

  /// Notes that the borrower was cancelled.
  func request() { requested.withLockedValue { $0 = true } }

  /// Blocks while it opens a second connection.
  func cancel() {
    var message = [CChar](repeating: 0, count: 256)
    _ = PQcancel(handle, &message, Int32(message.count))
  }
}

/// Receives the server's notices for one connection.
private final class NoticeBox {
  private let handler: @Sendable (String) -> Void
  private var hasDoubt = false

  init(_ handler: @escaping @Sendable (String) -> Void) {
    self.handler = handler
  }

  func receive(_ result: OpaquePointer) {
    let message =
      PQresultErrorField(result, TZ_DIAG_MESSAGE_PRIMARY)
      .map { String(cString: $0) } ?? ""
    let detail =
      PQresultErrorField(result, TZ_DIAG_MESSAGE_DETAIL).map { String(cString: $0) } ?? ""
    if detail.contains("might not have been replicated") { hasDoubt = true }
    handler(message)
  }

  func takeDoubt() -> Bool {
    defer { hasDoubt = false }
    return hasDoubt
  }
}

enum CStringArray {
  /// The strings as a null-terminated array of C strings, for the time of a call.
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
