import CMalloc
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
  /// An edition as pages read it: its head, and what its document says as values.
  struct Published: Sendable {
    let head: EditionHead
    let month: PublishedMonth
  }

  /// An edition as programs read it: its head and its results as JSON.
  struct Results: Sendable {
    let head: EditionHead
    let view: ResultView
  }

  private struct BytesKey: Hashable {
    let edition: Int
    let name: String
    let visibility: String
  }

  private struct State {
    var heads: [EditionHead]?
    var published = OpenEditions<Published>(sizeMax: 24 << 20)
    var results = OpenEditions<Results>(sizeMax: 96 << 20)
    var figures = OpenEditions<EditionFigures>(sizeMax: 32 << 20)
    var bytes: [BytesKey: ByteBuffer] = [:]
    var size = 0
    var isListening = false
    var generation: UInt64 = 0
  }

  private let ledger: Ledger
  private let isInvented: Bool
  private let state = NIOLockedValueBox(State())
  private let openings = SharedWork<Int, Published>()
  private let readings = SharedWork<Int, Results>()
  private let gatherings = SharedWork<Int, EditionFigures>()
  private let makings = SharedWork<BytesKey, ByteBuffer>()
  private static let sizeMax = 8 << 20

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
      state.figures.forget()
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

  /// The head of an edition; refused when there is none of that number.
  func head(_ number: Int) async throws -> EditionHead {
    guard let head = try await heads().first(where: { $0.number == number }) else {
      throw Refusal(EditionRefusal.unknown, String(number))
    }
    return head
  }

  /// An edition for pages; refused when there is none of that number.
  func published(_ number: Int) async throws -> Published {
    if let known = state.withLockedValue({ $0.published[number] }) { return known }
    let head = try await head(number)
    return try await openings.value(of: number) {
      let (made, size) = try await self.open(head)
      self.state.withLockedValue { $0.published.keep(made, of: number, size: size) }
      return made
    }
  }

  /// An edition for programs; refused when there is none of that number.
  func results(_ number: Int) async throws -> Results {
    if let known = state.withLockedValue({ $0.results[number] }) { return known }
    let head = try await head(number)
    return try await readings.value(of: number) {
      let (made, size) = try await self.read(head)
      self.state.withLockedValue { $0.results.keep(made, of: number, size: size) }
      // The values of a nation's document are freed by now, and go back to the machine.
      malloc_trim(0)
      return made
    }
  }

  private func open(_ head: EditionHead) async throws -> (Published, size: Int) {
    let (document, disclosure, size) = try await document(head.number)
    let month = try PublishedMonth(head, document: document, disclosure)
    return (Published(head: head, month: month), size)
  }

  private func read(_ head: EditionHead) async throws -> (Results, size: Int) {
    let (document, disclosure, size) = try await document(head.number)
    let view = try ResultView(document, disclosure, isInvented: isInvented)
    return (Results(head: head, view: view), size)
  }

  private func document(
    _ number: Int
  ) async throws -> (JSONValue, ResultDisclosure, size: Int) {
    let bytes = try await ledger.publishedDocument(number)
    let document = try JSONValue(parsing: bytes, bytesMax: Int.max)
    return (document, try await ledger.disclosure(ofEdition: document), bytes.count)
  }

  /// The figures behind an edition.
  func figures(of published: Published) async throws -> EditionFigures {
    let number = published.head.number
    if let known = state.withLockedValue({ $0.figures[number] }) { return known }
    return try await gatherings.value(of: number) {
      let background = try await self.ledger.background(of: published.month.inputs)
      let made = EditionFigures(published.month, background)
      self.state.withLockedValue { $0.figures.keep(made, of: number, size: made.size) }
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

/// Editions that are kept open, as long as their documents are not too large together; one that is
/// larger alone is kept alone.
private struct OpenEditions<Opened: Sendable>: Sendable {
  private let sizeMax: Int
  private var editions: [Int: Opened] = [:]
  private var size = 0

  init(sizeMax: Int) {
    self.sizeMax = sizeMax
  }

  subscript(number: Int) -> Opened? { editions[number] }

  mutating func forget() {
    editions.removeAll()
    size = 0
  }

  mutating func keep(_ opened: Opened, of number: Int, size added: Int) {
    if size + added > sizeMax { forget() }
    if editions.updateValue(opened, forKey: number) == nil { size += added }
  }
}
