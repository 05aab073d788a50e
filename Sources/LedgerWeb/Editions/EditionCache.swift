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
final class EditionCache: Sendable {
  /// An edition as it is read by people: its head and what its document says.
  struct Published: Sendable {
    let head: EditionHead
    let view: ResultView
    /// The same as values, for pages.
    let month: PublishedMonth
  }

  private struct BytesKey: Hashable {
    let edition: Int
    let name: String
    let visibility: String
  }

  private struct State {
    var heads: [EditionHead]?
    var published: [Int: Published] = [:]
    var publishedSize = 0
    var figures: [Int: EditionFigures] = [:]
    var figuresSize = 0
    var bytes: [BytesKey: ByteBuffer] = [:]
    var size = 0
    var isListening = false
    var generation: UInt64 = 0
  }

  private let ledger: Ledger
  private let isInvented: Bool
  private let state = NIOLockedValueBox(State())
  private let openings = SharedWork<Int, Published>()
  private let readings = SharedWork<Int, EditionFigures>()
  private let makings = SharedWork<BytesKey, ByteBuffer>()
  /// Bytes of documents whose content is kept open; one larger than that is kept alone.
  private static let publishedMax = 24 << 20
  private static let figuresMax = 32 << 20
  private static let sizeMax = 16 << 20

  init(_ ledger: Ledger, isInvented: Bool) {
    self.ledger = ledger
    self.isInvented = isInvented
  }

  /// Takes what the database announces.
  func take(_ event: ListenerEvent) {
    switch event {
    case .listening: forget(isListening: true)
    case .lost: forget(isListening: false)
    case .notification(LedgerChannel.editions, _): forget(isListening: true)
    case .notification: break
    }
  }

  private func forget(isListening: Bool) {
    state.withLockedValue { state in
      state.heads = nil
      // A correction may have changed what stands beside other editions' own figures.
      (state.figures, state.figuresSize) = ([:], 0)
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
    if let known = state.withLockedValue({ $0.published[number] }) { return known }
    guard let head = try await heads().first(where: { $0.number == number }) else {
      throw Refusal(EditionRefusal.unknown, String(number))
    }
    return try await openings.value(of: number) { try await self.open(head) }
  }

  private func open(_ head: EditionHead) async throws -> Published {
    if let known = state.withLockedValue({ $0.published[head.number] }) { return known }
    let bytes = try await ledger.publishedDocument(head.number)
    let document = try JSONValue(parsing: bytes, bytesMax: Int.max)
    let disclosure = try await ledger.disclosure(ofEdition: document)
    let made = Published(
      head: head, view: try ResultView(document, disclosure, isInvented: isInvented),
      month: try PublishedMonth(head, document: document, disclosure))
    state.withLockedValue { state in
      if state.publishedSize + bytes.count > Self.publishedMax {
        state.published.removeAll()
        state.publishedSize = 0
      }
      state.published[head.number] = made
      state.publishedSize += bytes.count
    }
    return made
  }

  /// The figures behind an edition.
  func figures(of published: Published) async throws -> EditionFigures {
    let number = published.head.number
    if let known = state.withLockedValue({ $0.figures[number] }) { return known }
    return try await readings.value(of: number) { [ledger, state] in
      if let known = state.withLockedValue({ $0.figures[number] }) { return known }
      let background = try await ledger.background(of: published.month.inputs)
      let made = EditionFigures(published.month, background)
      state.withLockedValue { state in
        if state.figuresSize + made.size > Self.figuresMax {
          state.figures.removeAll()
          state.figuresSize = 0
        }
        state.figures[number] = made
        state.figuresSize += made.size
      }
      return made
    }
  }

  /// The bytes of something made from an edition for those who see the same of it.
  func bytes(
    _ name: String, of edition: Int, for visibility: String,
    make: @escaping @Sendable () async throws -> ByteBuffer
  ) async throws -> ByteBuffer {
    let key = BytesKey(edition: edition, name: name, visibility: visibility)
    if let known = state.withLockedValue({ $0.bytes[key] }) { return known }
    let made = try await makings.value(of: key, make)
    state.withLockedValue { state in
      if state.size + made.readableBytes > Self.sizeMax {
        state.bytes.removeAll()
        state.size = 0
      }
      if state.bytes.updateValue(made, forKey: key) == nil { state.size += made.readableBytes }
    }
    return made
  }
}
