import Hummingbird
import LedgerDomain
import Logging
import NIOConcurrencyHelpers
import NIOCore

/// What is known of a request besides the request itself.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The language of what is told.
  var language = Language.chinese
  /// Where the request comes from.
  var network = ""
  private let channel: any Channel
  /// Runs tasks of the request's own on the event loop of its connection.
  let loop: EventLoopExecutor
  private let account = NIOLockedValueBox<String?>(nil)

  init(source: Source) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    loop = EventLoopExecutor(eventLoop: source.channel.eventLoop)
    network = source.channel.remoteAddress?.ipAddress ?? "local"
  }

  /// Notes who acts, for the log.
  func note(account name: String) { account.withLockedValue { $0 = name } }

  /// Who acts, once that is known.
  var actingAccount: String? { account.withLockedValue { $0 } }

  /// Ends the connection after the answer had time to leave: the rest of a request that was refused
  /// is not waited for.
  func closeSoon() {
    let channel = channel
    channel.eventLoop.scheduleTask(in: .milliseconds(500)) { channel.close(promise: nil) }
  }
}
