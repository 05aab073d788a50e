/// How the service is run.
public struct WebConfiguration: Sendable {
  /// The address to listen on.
  public var host = "127.0.0.1"
  /// The port.
  public var port = 8080
  /// The files of a certificate chain and its key in PEM; nil for plain HTTP behind a proxy.
  public var certificate: (chain: String, key: String)?
  /// Addresses of proxies whose `X-Forwarded-For` is believed.
  public var trustedProxies: Set<String> = []
  /// How long a request may take before it is answered without it.
  public var deadline = Duration.seconds(10)
  /// How many connections are taken at a time.
  public var connectionsMax = 2_000
  /// How many requests a second one session may make; 0 for any number.
  public var requestsPerSecond = 20
  /// How many attempts to sign in a minute one address may make; 0 for any number.
  public var signInsPerMinute = 10.0
  /// How long the service says that it is not ready before it stops to listen.
  public var drainTime = Duration.seconds(5)
  /// How long requests under way may take when the service stops.
  public var stopTime = Duration.seconds(15)
  /// How often the heads of the chains are signed; nil where this process does not sign.
  public var checkpoints: (key: [UInt8], every: Duration)?

  /// Whether the ledger holds invented figures, which every answer then says.
  public var isDemonstration = false

  /// Listens on the loopback's port 8080 over plain HTTP.
  public init() {}
}
