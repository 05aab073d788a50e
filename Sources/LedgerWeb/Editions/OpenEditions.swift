/// Editions that are kept open, as long as their documents are not too large together; one that is
/// larger alone is kept alone.
struct OpenEditions<Opened: Sendable>: Sendable {
  private let sizeMax: Int
  private var editions: [Int: Opened] = [:]
  private var size = 0

  init(sizeMax: Int) {
    self.sizeMax = sizeMax
  }

  subscript(number: Int) -> Opened? { editions[number] }

  mutating func forget() {
    editions.removeAll()
    size = 0
  }

  mutating func keep(_ opened: Opened, of number: Int, size added: Int) {
    if size + added > sizeMax { forget() }
    if editions.updateValue(opened, forKey: number) == nil { size += added }
  }
}
