import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import LedgerDomain
public import LedgerOperations
public import Logging
import NIOCore
import NIOSSL
public import PostgresSupport
public import ServiceLifecycle
import UnixSignals

/// The web service of one process: routes, limits, and what runs beside them.
///
/// Any number of processes run beside each other on one database; whatever must be done once
/// (checkpoints) is done by the one that holds the database's lock for it.
public struct WebService: Service {
  private let web: WebLedger
  private let listener: Listener
  private let background: BackgroundWork
  private let application: Application<RouterResponder<WebContext>>

  /// Builds the service; `listener` hears the channels of ``LedgerChannel``.
  public init(
    ledger: Ledger, configuration: WebConfiguration, listener: Listener,
    version: String, logger: Logger
  ) throws {
    web = WebLedger(ledger: ledger, configuration: configuration, logger: logger)
    self.listener = listener
    background = BackgroundWork(web)
    application = try Self.application(web, version: version)
  }

  private static func application(
    _ web: WebLedger, version: String
  ) throws -> Application<RouterResponder<WebContext>> {
    let configuration = web.configuration
    let limits = HTTP1Channel.Configuration(
      idleTimeout: .seconds(30),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100))
    let certificate = try configuration.certificate.map { try tls($0) }
    let server = HTTPServerBuilder { responder in
      guard let certificate else {
        return LoopBoundChannel(base: HTTP1Channel(responder: responder, configuration: limits))
      }
      return LoopBoundChannel(
        base: try HTTP2UpgradeChannel(
          tlsConfiguration: certificate,
          configuration: .init(idleTimeout: .seconds(30), streamConfiguration: limits),
          responder: responder))
    }
    return Application(
      responder: Routes.router(web, version: version).buildResponder(), server: server,
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port),
        availableConnectionsDelegate: MaximumAvailableConnections(configuration.connectionsMax)),
      onServerRunning: { channel in
        let address = channel.localAddress.map { "\($0)" } ?? ""
        web.logger.info("listening", metadata: ["address": "\(address)"])
      }, logger: web.logger)
  }

  private static func tls(
    _ certificate: (chain: String, key: String)
  ) throws -> TLSConfiguration {
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chain).map {
        .certificate($0)
      }, privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.key, format: .pem)))
    tls.minimumTLSVersion = .tlsv12
    return tls
  }

  /// Serves until the process is told to stop: says that it is not ready, waits for the load
  /// balancer to see it, stops to listen, and lets requests under way come to their end.
  public func run() async throws {
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: ListeningService(web: web, listener: listener)),
        .init(service: background),
        .init(service: application),
        .init(service: DrainingService(web: web)),
      ], gracefulShutdownSignals: [.sigterm, .sigint], logger: web.logger)
    configuration.maximumGracefulShutdownDuration =
      web.configuration.drainTime + web.configuration.stopTime
    let group = ServiceGroup(configuration: configuration)
    try await group.run()
  }
}

/// The channels on which the database announces what changes.
public enum LedgerChannel {
  /// Sessions of an account may have ended or may do something else now; `*` for all accounts.
  public static let sessions = "ledger_sessions"
  /// There is a new edition.
  public static let editions = "ledger_editions"
  /// An indicator has another definition.
  public static let indicators = "ledger_indicators"
  /// All of them.
  public static let all = [sessions, editions, indicators]
}

/// Hears what changes sessions and editions, for as long as the service runs.
private struct ListeningService: Service {
  let web: WebLedger
  let listener: Listener

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await event in listener.events() {
        web.sessions.take(event)
        web.editions.take(event)
      }
      web.sessions.take(.lost)
      web.editions.take(.lost)
    }
  }
}

/// Stops first, since services stop in the reverse of their order: from then on the service says
/// that it is not ready, and only after a while the others stop.
private struct DrainingService: Service {
  let web: WebLedger

  func run() async throws {
    try? await gracefulShutdown()
    web.drain()
    web.logger.info("draining")
    try? await Task.sleep(for: web.configuration.drainTime)
  }
}
