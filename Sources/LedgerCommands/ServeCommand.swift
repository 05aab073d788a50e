import ArgumentParser
import Crypto
import Foundation
import LedgerDomain
import LedgerOperations
import LedgerWeb
import Logging
import PostgresSupport

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Run the web service. 运行网络服务。",
    discussion: """
      Serves the HTTP interface under /api/v1 (described at /api/docs), /healthz, /readyz and \
      /metrics. SIGTERM or Ctrl-C drains it: not ready, then no new connections, then the end when \
      the requests under way are done. Any number of processes may serve one database.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(name: .long, help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(name: .long, help: "The port.")
  var port = 8080
  @Option(name: .long, help: "The certificate chain in PEM: TLS and HTTP/2. With --key.")
  var certificate: String?
  @Option(name: .long, help: "The certificate's key in PEM.")
  var key: String?
  @Option(name: .long, help: "The address of a proxy whose X-Forwarded-For is believed.")
  var trustedProxy: [String] = []
  @Option(name: .long, help: "Connections to the database for the ledger's acts.")
  var connections = 12
  @Option(name: .long, help: "Requests a second that one session may make; 0 for any number.")
  var requestsPerSecond = 20
  @Option(name: .long, help: "Attempts to sign in a minute from one address; 0 for any number.")
  var signInsPerMinute = 10
  @Option(name: .long, help: "Seconds between saying that it is not ready and stopping.")
  var drainSeconds = 5
  @Option(name: .long, help: "The file of the Ed25519 key that signs checkpoints every minute.")
  var checkpointKey: String?
  @Option(name: .long, help: "What is logged at least: debug, info, warning, error.")
  var logLevel = "info"

  func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key go together.")
    }
    guard (1...256).contains(connections), (0...65_535).contains(port) else {
      throw ValidationError("--connections is 1…256, --port 0…65535.")
    }
  }

  func run() async throws {
    let level = Logger.Level(rawValue: logLevel) ?? .info
    LoggingSystem.bootstrap { JSONLog(label: $0, level: level) }
    let ledger = try await database.servedLedger(connections: connections)
    var configuration = WebConfiguration()
    configuration.host = host
    configuration.port = port
    if let certificate, let key { configuration.certificate = (certificate, key) }
    configuration.trustedProxies = Set(trustedProxy)
    configuration.requestsPerSecond = requestsPerSecond
    configuration.signInsPerMinute = Double(signInsPerMinute)
    configuration.isDemonstration = try await ledger.isDemonstration()
    configuration.drainTime = .seconds(drainSeconds)
    if let checkpointKey {
      let signing = try CheckpointCommand.key(at: checkpointKey)
      configuration.checkpoints = (Array(signing.rawRepresentation), .seconds(60))
    }
    try await WebService(
      ledger: ledger, configuration: configuration,
      listener: Listener(
        database.configuration(role: "ledger_app", milliseconds: 0),
        channels: LedgerChannel.all),
      version: TaizhangCommand.configuration.version, logger: Logger(label: "taizhang")
    ).run()
  }
}
