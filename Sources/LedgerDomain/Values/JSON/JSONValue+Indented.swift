extension JSONValue {
  /// The document for people: two spaces for each level, a line for each member.
  ///
  /// Read again it is the same document, with the same ``canonicalText``.
  public var indentedText: String { indented(0) + "\n" }

  private func indented(_ level: Int) -> String {
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch self {
    case .array(let items) where !items.isEmpty:
      let lines = items.map { inner + $0.indented(level + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { member in
        "\(inner)\(JSONValue.string(member.name).compactText): \(member.value.indented(level + 1))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return compactText
    }
  }
}
