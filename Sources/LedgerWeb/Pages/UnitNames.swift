import LedgerDomain
import LedgerOperations

/// What units are called, by code.
struct UnitNames: Sendable {
  let units: [UnitVersion]
  private let names: [String: BilingualText]

  init(_ units: [UnitVersion]) {
    self.units = units
    names = Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// A unit's name in both languages; nil for one that is not there.
  subscript(code: String) -> BilingualText? { names[code] }

  /// A unit's name; its code where it has none.
  func name(_ code: String, _ say: Say) -> String {
    names[code].map { say($0) } ?? (code == "*" ? say(AccountText.everywhere) : code)
  }

  /// The codes and names, for an input that takes a code.
  func list(_ id: String, _ say: Say) -> HTML {
    let options = HTML(each: units.prefix(500)) { unit in
      "<option value=\"\(unit.code)\">\(say(unit.name))</option>"
    }
    return "<datalist id=\"\(id)\">\(options)</datalist>"
  }
}

extension Call {
  /// What units are called today.
  func knownUnits() async throws -> UnitNames {
    UnitNames(try await ledger.units(on: nil, by: actor()))
  }
}
