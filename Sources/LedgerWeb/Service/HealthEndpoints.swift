import HTTPTypes
import LedgerDomain
import LedgerOperations
import Metrics

/// What operators and their programs ask: is it alive, is it ready, how much does it do.
enum HealthEndpoints {
  /// These lie at the root, not below the interface's version.
  static func all(_ web: WebLedger) -> [Endpoint] {
    [
      Endpoint(
        method: .get, path: "//healthz", name: "healthz", noun: "service",
        summary: BilingualText(zh: "是否在运行。", en: "Whether the process runs."), access: .open,
        answer: Endpoint.Answer(mediaTypes: ["text/plain"]),
        handle: { _ in .text("ok\n", "text/plain; charset=utf-8") }),
      Endpoint(
        method: .get, path: "//readyz", name: "readyz", noun: "service",
        summary: BilingualText(zh: "是否可用。", en: "Whether it can do its work."), access: .open,
        answer: .json(.document), handle: ready),
      Endpoint(
        method: .get, path: "//metrics", name: "metrics", noun: "service",
        summary: BilingualText(zh: "运行指标。", en: "Counts, as Prometheus text."), access: .open,
        answer: Endpoint.Answer(mediaTypes: ["text/plain"]),
        handle: { call in
          Gauge(label: "ledger_sessions_remembered", factory: call.web.metrics)
            .record(call.web.sessions.count)
          Gauge(label: "ledger_database_callers", factory: call.web.metrics)
            .record(call.ledger.databaseCallers)
          return .text(call.web.metrics.text, "text/plain; version=0.0.4; charset=utf-8")
        }),
    ]
  }

  /// Ready with a writable database of the program's own schema, and not about to end.
  private static func ready(_ call: Call) async throws -> Reply {
    let readiness = try? await call.ledger.readiness()
    let isReady = readiness?.isWritable ?? false && !call.web.isDraining
    return .json(
      [
        "ready": .bool(isReady), "draining": .bool(call.web.isDraining),
        "database": .bool(readiness != nil), "writable": .bool(readiness?.isWritable ?? false),
      ], isReady ? .ok : .serviceUnavailable)
  }
}
