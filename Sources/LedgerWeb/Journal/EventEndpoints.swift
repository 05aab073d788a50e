import HTTPTypes
import Hummingbird
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// What happens, as it happens: server-sent events.
enum EventEndpoints {
  static let all: [Endpoint] = [events]

  private static let events = Endpoint(
    method: .get, path: "/events", name: "events.stream", noun: "events",
    summary: BilingualText(
      zh: "实时事件（server-sent events）：本范围内的报送、审核，以及月结和发布；可从 Last-Event-ID 续读。",
      en: "Server-sent events, in order: submissions and reviews in one's scope, closings and "
        + "editions; goes on from Last-Event-ID."),
    access: .permission(.readPublished),
    answer: Endpoint.Answer(mediaTypes: ["text/event-stream"]), isUnhurried: true,
    isWatching: true,
    handle: { call in
      guard call.web.events.count < listenersMax else { throw Refusal(RequestRefusal.tooMany) }
      var reply = Reply()
      reply.headers[.contentType] = "text/event-stream"
      reply.headers[.cacheControl] = "no-store"
      let from = call.headers[.lastEventID].flatMap { EventPlace($0) }
      reply.stream = ResponseBody { writer in
        try await stream(call, from: from, to: &writer)
        try await writer.finish(nil)
      }
      return reply
    })

  private static let listenersMax = 1_000
  /// How often something is written although nothing happens, so that both sides notice the end.
  private static let heartbeat = Duration.seconds(2)

  private static func stream(
    _ call: Call, from: EventPlace?, to writer: inout any ResponseBodyWriter
  ) async throws {
    let feed = call.web.events.listen()
    try await writer.write(ByteBuffer(string: ": 台账\n\n"))
    var reached = from
    if var place = from {
      // What was missed, before what comes.
      while true {
        let events = try await call.ledger.events(after: place, limit: EventFeed.batch)
        try await write(events, call, to: &writer)
        if let last = events.last { place = last.place }
        reached = place
        if events.count < EventFeed.batch { break }
      }
    }
    for await part in Heartbeats(feed, every: heartbeat) {
      guard !call.web.isDraining, let secret = call.secret,
        try await call.web.sessions.session(of: secret, isUse: false) != nil
      else { return }
      guard let events = part else {
        try await writer.write(ByteBuffer(string: ":\n\n"))
        continue
      }
      let fresh = events.filter { event in reached.map { event.place.isAfter($0) } ?? true }
      try await write(fresh, call, to: &writer)
    }
  }

  private static func write(
    _ events: [JournalEvent], _ call: Call, to writer: inout any ResponseBodyWriter
  ) async throws {
    guard !events.isEmpty else { return }
    let scope = try await call.visibleScope()
    var text = ""
    for event in events where isTold(event, scope) {
      let data: [JSONValue.Member] = [
        .init("act", .string(event.act)), .init("object", .string(event.object)),
        .init("chain", .string(event.place.chain)), .init("seq", .integer(event.place.seq)),
        .init("at", .string(MomentText.text(event.recordedAt))),
      ]
      let edition = try await edition(event, call).map { [JSONValue.Member("edition", $0)] } ?? []
      let content = JSONValue.object(data + edition).compactText
      text += "id: \(event.place.text)\nevent: \(event.act)\ndata: \(content)\n\n"
    }
    if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
  }

  /// Which month of which units an edition is of, so that a reader need not ask.
  private static func edition(_ event: JournalEvent, _ call: Call) async throws -> JSONValue? {
    guard event.act == "edition.publish",
      let number = event.object.split(separator: "/").last.flatMap({ Int($0) }),
      let head = try await call.web.editions.heads().first(where: { $0.number == number })
    else { return nil }
    return [
      "number": .integer(number), "period": .string(head.period.description),
      "of": .string(head.scope),
    ]
  }

  /// Everybody hears of months and editions; of a unit's submissions those who see its details.
  private static func isTold(_ event: JournalEvent, _ scope: VisibleScope) -> Bool {
    guard event.place.chain == Act.ledgerChain else {
      let parts = event.object.split(separator: "/", maxSplits: 2)
      let form = parts.count > 1 ? String(parts[1]) : ""
      return scope.covers(event.place.chain) || scope.covers("\(event.place.chain)/\(form)")
    }
    return event.act.hasPrefix("month.") || event.act.hasPrefix("edition.")
  }
}

extension EventPlace {
  /// Whether it comes after another.
  func isAfter(_ other: EventPlace) -> Bool {
    let (mine, theirs) = (UInt64(transaction) ?? 0, UInt64(other.transaction) ?? 0)
    if mine != theirs { return mine > theirs }
    if chain != other.chain { return other.chain.utf8.lexicographicallyPrecedes(chain.utf8) }
    return seq > other.seq
  }
}

extension HTTPField.Name {
  fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch
}
