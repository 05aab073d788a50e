/// Finds the number of a code by its bytes, without making a text of it.
///
/// Open addressing; the code asked for last is remembered, since files repeat it line after line.
struct ByteKeyIndex {
  private var slots: [Int32]
  private let mask: Int
  private let keys: [[UInt8]]
  private var last = -1

  init(_ codes: [String]) {
    keys = codes.map { Array($0.utf8) }
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: -1, count: size)
    for (number, key) in keys.enumerated() {
      var slot = key.withUnsafeBytes(Self.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  mutating func number(_ bytes: UnsafeRawBufferPointer) -> Int? {
    if last >= 0, matches(last, bytes) { return last }
    var slot = Self.hash(bytes) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if matches(number, bytes) {
        last = number
        return number
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let key = keys[number]
    guard key.count == bytes.count else { return false }
    return key.withUnsafeBytes { $0.elementsEqual(bytes) }
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
