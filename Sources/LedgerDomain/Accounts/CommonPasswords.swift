/// Passwords that everybody tries first.
public struct CommonPasswords: Sendable {
  private let known: Set<[UInt8]>

  /// Reads a list with one password a line; lines that begin with `#` are comments.
  public init(_ file: some Collection<UInt8>) {
    var known: Set<[UInt8]> = []
    for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      known.insert(Self.plain(line))
    }
    self.known = known
  }

  /// Knows no password.
  public static let none = CommonPasswords([])

  /// How many it knows.
  public var count: Int { known.count }

  /// Whether a password is common: as it is, with the usual letters for digits and signs, with
  /// digits and signs around it, or repeated; or made of three different characters or fewer.
  public func contains(_ password: String) -> Bool {
    let bytes = Array(password.utf8)
    guard Set(bytes).count > 3 else { return true }
    let lowered = bytes.map(Self.lowered)
    let core = Self.core(lowered)
    return [lowered, core, Self.period(lowered), Self.period(core)]
      .contains { known.contains(Self.plain($0)) }
  }

  /// Whether a password contains an account's name, however it is written.
  static func contains(_ name: String, in password: String) -> Bool {
    let name = plain(name.utf8)
    let password = plain(password.utf8)
    guard name.count >= 3, password.count >= name.count else { return false }
    return (0...password.count - name.count).contains { start in
      password[start..<start + name.count].elementsEqual(name)
    }
  }

  /// Without case and without the digits and signs that stand for letters.
  private static func plain(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { byte in
      switch lowered(byte) {
      case UInt8(ascii: "0"): UInt8(ascii: "o")
      case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
      case UInt8(ascii: "3"): UInt8(ascii: "e")
      case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
      case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
      case UInt8(ascii: "7"): UInt8(ascii: "t")
      default: lowered(byte)
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }

  /// What is left between digits and signs at both ends.
  private static func core(_ bytes: [UInt8]) -> [UInt8] {
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    guard let first = bytes.firstIndex(where: isLetter),
      let last = bytes.lastIndex(where: isLetter)
    else { return bytes }
    return Array(bytes[first...last])
  }

  /// The shortest part that the bytes are a repetition of.
  private static func period(_ bytes: [UInt8]) -> [UInt8] {
    for length in 1..<max(2, bytes.count / 2 + 1) where bytes.count % length == 0 {
      if bytes.indices.dropFirst(length).allSatisfy({ bytes[$0] == bytes[$0 - length] }) {
        return Array(bytes.prefix(length))
      }
    }
    return bytes
  }
}
