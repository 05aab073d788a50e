import LedgerDomain

/// The versions of rule sets and index methods.
enum MethodPages {
  static let all: [Endpoint] = []
}
