import CZlib
import HTTPTypes
import NIOCore

/// Answers in gzip for those who take it.
enum Gzip {
  /// Below this size the header costs more than compression saves.
  private static let sizeMin = 1_024

  /// The reply compressed, or as it is: small, streamed, not text, or for somebody who does not
  /// take it.
  static func applied(to reply: Reply, for headers: HTTPFields) -> Reply {
    guard reply.stream == nil, reply.content.readableBytes >= sizeMin,
      reply.headers[.contentEncoding] == nil, isText(reply.headers[.contentType]),
      accepts(headers[.acceptEncoding]),
      let bytes = compressed(reply.content.readableBytesView)
    else { return reply }
    var answer = reply
    answer.content = ByteBuffer(bytes: bytes)
    answer.headers[.contentEncoding] = "gzip"
    if let tag = reply.headers[.eTag], !tag.hasPrefix("W/") { answer.headers[.eTag] = "W/" + tag }
    return answer
  }

  /// Whether a header lists gzip with a weight above zero.
  static func accepts(_ header: String?) -> Bool {
    (header ?? "").split(separator: ",").contains { item in
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      return parts.first == "gzip" && !parts.dropFirst().contains { Self.isZero($0) }
    }
  }

  private static func isZero(_ weight: String) -> Bool {
    ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains(weight)
  }

  private static func isText(_ type: String?) -> Bool {
    guard let type else { return false }
    return type.hasPrefix("text/") || type.contains("json") || type.contains("javascript")
  }

  /// The gzip of some bytes (RFC 1952), or nil when zlib has no memory.
  static func compressed(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    var stream = z_stream()
    guard taizhang_deflate_init(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    guard run(&stream, Array(bytes), into: &output, deflate) else { return nil }
    // A copy of the right size: what is kept should not hold the space that was at hand.
    return Array(output.dropLast(Int(stream.avail_out)))
  }

  /// The bytes of which this is the gzip, whose number is known; nil when they are not that.
  static func expanded(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard taizhang_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: size)
    let isWhole = run(&stream, bytes, into: &output, inflate)
    return isWhole && stream.avail_out == 0 ? output : nil
  }

  /// Runs zlib once over all the input; whether it came to the end of the stream.
  private static func run(
    _ stream: inout z_stream, _ input: [UInt8], into output: inout [UInt8],
    _ step: (UnsafeMutablePointer<z_stream>?, Int32) -> Int32
  ) -> Bool {
    var input = input
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: target.count)
        return step(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
  }
}
