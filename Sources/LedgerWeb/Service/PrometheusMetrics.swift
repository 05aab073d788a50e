import Metrics
import NIOConcurrencyHelpers

/// Counters, gauges and histograms behind the swift-metrics interface, told as Prometheus text.
///
/// The set of labels is bounded: paths are route templates, never what a caller wrote.
final class PrometheusMetrics: MetricsFactory {
  private let series = NIOLockedValueBox<[Key: Series]>([:])

  private struct Key: Hashable {
    let name: String
    let labels: String
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, dimensions, .counter)
  }

  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, dimensions, .counter)
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions, .gauge)
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    series(label, dimensions, .gauge)
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, dimensions, .histogram)
  }

  // Series live as long as the process.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  private func series(
    _ name: String, _ dimensions: [(String, String)], _ kind: Series.Kind
  ) -> Series {
    let labels = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    return series.withLockedValue { all in
      let key = Key(name: name, labels: labels)
      if let known = all[key] { return known }
      let made = Series(kind)
      all[key] = made
      return made
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Everything that was measured, in the Prometheus text format 0.0.4.
  var text: String {
    let all = series.withLockedValue { $0 }.sorted {
      ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels)
    }
    var text = ""
    var name = ""
    for (key, series) in all {
      if key.name != name {
        name = key.name
        text += "# TYPE \(name) \(series.kind.rawValue)\n"
      }
      series.append(name: key.name, labels: key.labels, to: &text)
    }
    return text
  }
}

/// One measured series.
private final class Series: CounterHandler, FloatingPointCounterHandler, MeterHandler,
  RecorderHandler, TimerHandler
{
  enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  private struct State {
    var value = 0.0
    var buckets: [Int64]
    var count: Int64 = 0
  }

  /// The upper ends of a histogram's buckets, in seconds.
  private static let bounds: [Double] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  let kind: Kind
  private let state: NIOLockedValueBox<State>

  init(_ kind: Kind) {
    self.kind = kind
    state = NIOLockedValueBox(State(buckets: Self.bounds.map { _ in 0 }))
  }

  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) { state.withLockedValue { $0.value += amount } }
  func decrement(by amount: Double) { state.withLockedValue { $0.value -= amount } }
  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { state.withLockedValue { $0.value = value } }
  func record(_ value: Int64) { set(value) }
  func record(_ value: Double) { set(value) }
  func reset() { set(0.0) }

  func recordNanoseconds(_ duration: Int64) {
    let seconds = Double(duration) / 1e9
    state.withLockedValue { state in
      state.value += seconds
      state.count += 1
      if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) {
        state.buckets[bucket] += 1
      }
    }
  }

  func append(name: String, labels: String, to text: inout String) {
    let state = state.withLockedValue { $0 }
    let braces = labels.isEmpty ? "" : "{\(labels)}"
    guard kind == .histogram else {
      text += "\(name)\(braces) \(state.value)\n"
      return
    }
    let prefix = labels.isEmpty ? "" : labels + ","
    var sum: Int64 = 0
    for (bound, count) in zip(Self.bounds, state.buckets) {
      sum += count
      text += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(sum)\n"
    }
    text += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(state.count)\n"
    text += "\(name)_sum\(braces) \(state.value)\n\(name)_count\(braces) \(state.count)\n"
  }
}
