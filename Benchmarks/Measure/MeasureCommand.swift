import ArgumentParser
import LedgerDomain
import PostgresSupport

/// Measures what cannot be measured from outside the program; prints one number per run.
@main
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taizhang-measure", abstract: "Measures parts of the program.",
    subcommands: [City.self, RobustnessDraws.self, Read.self, Insert.self])

  /// The median of so many runs, in milliseconds.
  static func medianMilliseconds(runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var times: [Duration] = []
    for _ in 0..<runs { times.append(try ContinuousClock().measure(work)) }
    return times.sorted()[runs / 2] / .milliseconds(1)
  }
}

struct CityOptions: ParsableArguments {
  @Argument(help: "The folder defaults/.")
  var defaults: String

  func city() throws -> InventedCity {
    try InventedCity(
      methodFile: "\(defaults)/methods/four-declines.json",
      rulesFile: "\(defaults)/rules/county-colours.json",
      indicatorsFile: "\(defaults)/indicators.json")
  }
}

struct City: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluates, scores and ranks 13 counties with reasons; milliseconds.")
  @OptionGroup var options: CityOptions

  func run() throws {
    let city = try options.city()
    var hits = 0
    let time = try MeasureCommand.medianMilliseconds(runs: 101) {
      let evaluation = try Evaluation(city.plan, city.cube)
      hits += evaluation.ratings.reduce(0) { $0 + $1.hits.count }
      hits += evaluation.rankings[0].standings.reduce(0) { $0 + $1.components.count }
    }
    print(time)
  }
}

struct RobustnessDraws: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness",
    abstract: "10,000 draws over 13 counties and 13 components; milliseconds.")
  @OptionGroup var options: CityOptions

  func run() throws {
    let city = try options.city()
    let ranking = try Evaluation(city.plan, city.cube).rankings[0]
    let time = try MeasureCommand.medianMilliseconds(runs: 5) {
      _ = try ranking.robustness(city.method, city.cube, draws: 10_000, seed: 1, worst: 3)
    }
    print(time)
  }
}

struct LoadOptions: ParsableArguments {
  @Option(help: "libpq's connection string.")
  var database: String
  @Option(help: "How many callers at once.")
  var callers = 16
  @Option(help: "The pool's size.")
  var pool = 8
  @Option(help: "For how many seconds.")
  var seconds = 4

  /// How many calls a second `callers` tasks make through one pool.
  func rate(
    _ call: @escaping @Sendable (ConnectionPool, Int64) async throws -> Void
  ) async throws -> Double {
    let pool = ConnectionPool(
      ConnectionConfiguration(database, applicationName: "taizhang-measure"), size: pool)
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let calls = try await withThrowingTaskGroup(of: Int.self) { group in
      for caller in 0..<callers {
        group.addTask {
          var random = SplitMix64(seed: UInt64(caller))
          var calls = 0
          while ContinuousClock.now < end {
            try await call(pool, Int64(random.next() % 100_000) + 1)
            calls += 1
          }
          return calls
        }
      }
      return try await group.reduce(0, +)
    }
    await pool.shutdown()
    return Double(calls) / Double(seconds)
  }
}

struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads one row of five columns by its key; calls a second.")
  @OptionGroup var load: LoadOptions

  private static let statement = Statement(
    "read_by_key",
    "select id, name, value, recorded_at, digest from public.measured_row where id = $1")

  func run() async throws {
    let rate = try await load.rate { pool, key in
      let length = try await pool.withConnection { connection in
        let row = try connection.execute(Self.statement, [.int8(key)])[0]
        _ = try (row.int8(0), row.int8(2), row.timestamp(3), row.bytea(4))
        return try row.text(1).utf8.count
      }
      guard length > 0 else { throw ExitCode.failure }
    }
    print(rate)
  }
}

struct Insert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Inserts 30 rows in one transaction with a setting; transactions a second.")
  @OptionGroup var load: LoadOptions

  private static let statement = Statement(
    "insert_thirty",
    """
    insert into public.measured_figure (caller, indicator, value)
    select $1, * from unnest($2::bigint[], $3::bigint[])
    """)

  func run() async throws {
    let indicators = (0..<30).map { Optional(Int64($0)) }
    let rate = try await load.rate { pool, key in
      let values = indicators.map { $0.map { $0 * key } }
      try await pool.batch(
        [(Self.statement, [.int8(key), .int8Array(indicators), .int8Array(values)])],
        TransactionOptions(settings: [("measure.caller", "16")]))
    }
    print(rate)
  }
}
