import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOConcurrencyHelpers
import NIOCore
import PostgresSupport

/// Published results in memory: an edition never changes, so that its bytes may be kept.
///
/// Documents are read as the auditor's role; what of them somebody sees is decided here by the
/// scope of the session. Which edition is the latest is remembered while new ones are heard of.
///
/// What small counts hide is decided by today's definitions of the indicators: what was opened is
/// remembered while changes of them are heard of, and until the day ends on which it was opened,
/// since a definition counts from some day on.
final class EditionCache: Sendable {
  /// An edition as it is read by people: its head and what its document says.
  struct Published: Sendable {
    let head: EditionHead
    let view: ResultView
    /// The same as values, for pages.
    let month: PublishedMonth
    /// By which definitions of the indicators it was opened.
    fileprivate let definitions: Definitions
  }

  /// The definitions of the indicators at some time: what is hidden by others is out of date.
  fileprivate struct Definitions: Hashable {
    /// Grows with each announcement.
    var generation: UInt64 = 0
    /// The day on which they count.
    var day: CalendarDate
  }

  private struct Opening: Hashable {
    let edition: Int
    let definitions: Definitions
  }

  private struct BytesKey: Hashable {
    let edition: Int
    let name: String
    let visibility: String
    let definitions: Definitions
  }

  /// Bytes that were made, and the tag by which a reader knows them again.
  struct Kept: Sendable {
    let bytes: ByteBuffer
    let tag: String
  }

  private struct State {
    var heads: [EditionHead]?
    var published: [Int: Published] = [:]
    var publishedSize = 0
    var bytes: [BytesKey: Kept] = [:]
    var size = 0
    var isListening = false
    var generation: UInt64 = 0
    var definitions: Definitions

    mutating func forgetOpened() {
      published.removeAll()
      publishedSize = 0
      bytes.removeAll()
      size = 0
    }
  }

  private let ledger: Ledger
  private let isInvented: Bool
  private let state: NIOLockedValueBox<State>
  private let openings = SharedWork<Opening, Published>()
  private let makings = SharedWork<BytesKey, Kept>()
  /// Bytes of documents whose content is kept open; one larger than that is kept alone.
  private static let publishedMax = 24 << 20
  private static let sizeMax = 16 << 20

  init(_ ledger: Ledger, isInvented: Bool) {
    self.ledger = ledger
    self.isInvented = isInvented
    state = NIOLockedValueBox(State(definitions: Definitions(day: ledger.today)))
  }

  /// Takes what the database announces.
  func take(_ event: ListenerEvent) {
    switch event {
    case .listening:
      forget(isListening: true)
      forgetOpened()
    case .lost:
      forget(isListening: false)
      forgetOpened()
    case .notification(LedgerChannel.editions, _): forget(isListening: true)
    case .notification(LedgerChannel.indicators, _): forgetOpened()
    case .notification: break
    }
  }

  /// Forgets what was opened by definitions that may count no more.
  private func forgetOpened() {
    state.withLockedValue { state in
      state.definitions.generation &+= 1
      state.forgetOpened()
    }
  }

  /// The definitions that count now; forgets what was opened on another day.
  private func definitions(in state: inout State) -> Definitions {
    let today = ledger.today
    if state.definitions.day != today {
      state.definitions.day = today
      state.forgetOpened()
    }
    return state.definitions
  }

  private func forget(isListening: Bool) {
    state.withLockedValue { state in
      state.heads = nil
      state.generation &+= 1
      state.isListening = isListening
    }
  }

  /// Every edition without its document, the first first.
  func heads() async throws -> [EditionHead] {
    let (known, generation) = state.withLockedValue { ($0.heads, $0.generation) }
    if let known { return known }
    let heads = try await ledger.publishedEditions()
    state.withLockedValue { state in
      if state.isListening, state.generation == generation { state.heads = heads }
    }
    return heads
  }

  /// The latest edition of a month for the units below a unit.
  func latest(_ month: Month, scope: String, kind: String?) async throws -> EditionHead? {
    try await heads().last {
      $0.period == month && $0.scope == scope && (kind == nil || $0.kind == kind)
    }
  }

  /// An edition; refused when there is none of that number.
  func published(_ number: Int) async throws -> Published {
    let (known, definitions) = state.withLockedValue { state -> (Published?, Definitions) in
      let now = self.definitions(in: &state)
      return (state.published[number], now)
    }
    if let known { return known }
    guard let head = try await heads().first(where: { $0.number == number }) else {
      throw Refusal(EditionRefusal.unknown, String(number))
    }
    return try await openings.value(of: Opening(edition: number, definitions: definitions)) {
      try await self.open(head, definitions)
    }
  }

  private func open(_ head: EditionHead, _ definitions: Definitions) async throws -> Published {
    let bytes = try await ledger.publishedDocument(head.number)
    let document = try JSONValue(parsing: bytes, bytesMax: Int.max)
    let disclosure = try await ledger.disclosure(ofEdition: document)
    let made = Published(
      head: head, view: try ResultView(document, disclosure, isInvented: isInvented),
      month: try PublishedMonth(head, document: document, disclosure), definitions: definitions)
    state.withLockedValue { state in
      // While nobody listens, and after a change that came meanwhile, nothing is kept.
      guard state.isListening, state.definitions == definitions else { return }
      if state.publishedSize + bytes.count > Self.publishedMax {
        state.published.removeAll()
        state.publishedSize = 0
      }
      state.published[head.number] = made
      state.publishedSize += bytes.count
    }
    return made
  }

  /// The bytes of something made from an opened edition for those who see the same of it.
  func bytes(
    _ name: String, of published: Published, for visibility: String,
    make: @escaping @Sendable () async throws -> ByteBuffer
  ) async throws -> Kept {
    let key = BytesKey(
      edition: published.head.number, name: name, visibility: visibility,
      definitions: published.definitions)
    if let known = state.withLockedValue({ $0.bytes[key] }) { return known }
    let made = try await makings.value(of: key) {
      let bytes = try await make()
      // What is hidden may change, so that the number of an edition does not name its bytes.
      let hash = String(FNV1a.hash(bytes.readableBytesView), radix: 36)
      return Kept(bytes: bytes, tag: "\(key.edition)-\(hash)")
    }
    state.withLockedValue { state in
      guard state.isListening, state.definitions == published.definitions else { return }
      if state.size + made.bytes.readableBytes > Self.sizeMax {
        state.bytes.removeAll()
        state.size = 0
      }
      if state.bytes.updateValue(made, forKey: key) == nil {
        state.size += made.bytes.readableBytes
      }
    }
    return made
  }
}
