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
///
/// What small counts hide is decided by today's definitions of the indicators: what was opened is
/// remembered while changes of them are heard of, and until the day ends on which it was opened,
/// since a definition counts from some day on.
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
    let opening: Opening
    let name: String
    let visibility: String
  }

  /// Bytes that were made, and the tag by which a reader knows them again.
  struct Kept: Sendable {
    let bytes: ByteBuffer
    let tag: String
  }

  private struct State {
    var heads: [EditionHead]?
    var published = OpenEditions<Published>(sizeMax: 24 << 20)
    var results = OpenEditions<Results>(sizeMax: 96 << 20)
    var figures = OpenEditions<EditionFigures>(sizeMax: 32 << 20)
    var bytes: [BytesKey: Kept] = [:]
    var size = 0
    var isListening = false
    var generation: UInt64 = 0
    var definitions: Definitions

    mutating func forgetOpened() {
      published.forget()
      results.forget()
      figures.forget()
      bytes.removeAll()
      size = 0
    }

    /// The definitions that count today; forgets what was opened on another day.
    mutating func definitions(on today: CalendarDate) -> Definitions {
      if definitions.day != today {
        definitions.day = today
        forgetOpened()
      }
      return definitions
    }

    /// Whether what was opened by some definitions may be kept: not while nobody listens, and not
    /// after a change that came meanwhile.
    func mayKeep(_ opened: Definitions) -> Bool { isListening && definitions == opened }
  }

  private let ledger: Ledger
  private let isInvented: Bool
  private let state: NIOLockedValueBox<State>
  private let openings = SharedWork<Opening, Published>()
  private let readings = SharedWork<Opening, Results>()
  private let gatherings = SharedWork<Opening, EditionFigures>()
  private let makings = SharedWork<BytesKey, Kept>()
  private static let sizeMax = 8 << 20

  init(_ ledger: Ledger, isInvented: Bool) {
    self.ledger = ledger
    self.isInvented = isInvented
    state = NIOLockedValueBox(State(definitions: Definitions(day: ledger.today)))
  }

  // MARK: - What is announced

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

  private func forget(isListening: Bool) {
    state.withLockedValue { state in
      state.heads = nil
      // A correction may have changed what stands beside other editions' own figures.
      state.figures.forget()
      state.generation &+= 1
      state.isListening = isListening
    }
  }

  // MARK: - Heads

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

  // MARK: - Contents

  /// An edition for pages; refused when there is none of that number.
  func published(_ number: Int) async throws -> Published {
    let (known, definitions) = known { $0.published[number] }
    if let known { return known }
    let head = try await head(number)
    return try await openings.value(of: Opening(edition: number, definitions: definitions)) {
      let (made, size) = try await self.open(head)
      self.keep(by: definitions) { $0.published.keep(made, of: number, size: size) }
      return made
    }
  }

  /// An edition for programs; refused when there is none of that number.
  func results(_ number: Int) async throws -> Results {
    let (known, definitions) = known { $0.results[number] }
    if let known { return known }
    let head = try await head(number)
    return try await readings.value(of: Opening(edition: number, definitions: definitions)) {
      let (made, size) = try await self.read(head, definitions)
      self.keep(by: definitions) { $0.results.keep(made, of: number, size: size) }
      // The values of a nation's document are freed by now, and go back to the machine.
      malloc_trim(0)
      return made
    }
  }

  /// The figures behind an edition.
  func figures(of published: Published) async throws -> EditionFigures {
    let number = published.head.number
    let (known, definitions) = known { $0.figures[number] }
    if let known { return known }
    return try await gatherings.value(of: Opening(edition: number, definitions: definitions)) {
      let background = try await self.ledger.background(of: published.month.inputs)
      let made = EditionFigures(published.month, background)
      self.keep(by: definitions) { $0.figures.keep(made, of: number, size: made.size) }
      return made
    }
  }

  private func known<Opened>(_ find: (State) -> Opened?) -> (Opened?, Definitions) {
    let today = ledger.today
    return state.withLockedValue { state in
      let definitions = state.definitions(on: today)
      return (find(state), definitions)
    }
  }

  private func keep(by definitions: Definitions, _ body: (inout State) -> Void) {
    state.withLockedValue { state in
      if state.mayKeep(definitions) { body(&state) }
    }
  }

  private func open(_ head: EditionHead) async throws -> (Published, size: Int) {
    let (document, disclosure, size) = try await document(head.number)
    let month = try PublishedMonth(head, document: document, disclosure)
    return (Published(head: head, month: month), size)
  }

  private func read(
    _ head: EditionHead, _ definitions: Definitions
  ) async throws -> (Results, size: Int) {
    let (document, disclosure, size) = try await document(head.number)
    let view = try ResultView(document, disclosure, isInvented: isInvented)
    return (Results(head: head, view: view, definitions: definitions), size)
  }

  private func document(
    _ number: Int
  ) async throws -> (JSONValue, ResultDisclosure, size: Int) {
    let bytes = try await ledger.publishedDocument(number)
    let document = try JSONValue(parsing: bytes, bytesMax: Int.max)
    return (document, try await ledger.disclosure(ofEdition: document), bytes.count)
  }

  /// The bytes of something made from opened results for those who see the same of them.
  func bytes(
    _ name: String, of results: Results, for visibility: String,
    make: @escaping @Sendable () async throws -> ByteBuffer
  ) async throws -> Kept {
    let opening = Opening(edition: results.head.number, definitions: results.definitions)
    let key = BytesKey(opening: opening, name: name, visibility: visibility)
    if let known = state.withLockedValue({ $0.bytes[key] }) { return known }
    let made = try await makings.value(of: key) {
      let bytes = try await make()
      // What is hidden may change, so that the number of an edition does not name its bytes.
      let hash = String(FNV1a.hash(bytes.readableBytesView), radix: 36)
      return Kept(bytes: bytes, tag: "\(opening.edition)-\(hash)")
    }
    keep(by: results.definitions) { state in
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
