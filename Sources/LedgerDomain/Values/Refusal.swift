/// A rule that said no: what a caller can read, find and act on.
///
/// Each noun lists its reasons in one enum, in the order in which they are checked; all enums stand
/// in ``Refusals/all``, from which `docs/refusals.md` is made.
public protocol RefusalReason: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What is wrong, with `{0}`, `{1}` … where the refusal's details go.
  var text: BilingualText { get }
  /// What the caller can do about it.
  var wayOut: BilingualText { get }
}

/// One rule's no, with the place it speaks of.
public struct Refusal: Error, Sendable {
  /// Which rule refused; its raw value is the published code (`submission.period_closed`).
  public let reason: any RefusalReason
  /// Where in the caller's input the rule looked.
  public let place: Place
  /// What fills `{0}`, `{1}` … of the reason's text.
  public let details: [String]

  /// Creates a refusal.
  public init(_ reason: any RefusalReason, at place: Place = .whole, _ details: String...) {
    self.reason = reason
    self.place = place
    self.details = details
  }

  /// The same refusal, told at another place.
  public func at(_ place: Place) -> Refusal {
    Refusal(reason, at: place, details: details)
  }

  /// Creates a refusal whose details are at hand as a list.
  public init(_ reason: any RefusalReason, at place: Place, details: [String]) {
    self.reason = reason
    self.place = place
    self.details = details
  }

  /// The published code, `noun.reason_in_words`.
  public var code: String { reason.rawValue }

  /// What is wrong, in one language, with its details filled in.
  public func text(in language: Language) -> String {
    filled(reason.text.text(in: language))
  }

  /// What the caller can do, in one language.
  public func wayOut(in language: Language) -> String {
    filled(reason.wayOut.text(in: language))
  }

  private func filled(_ template: String) -> String {
    var result = ""
    var rest = template.unicodeScalars[...]
    while let open = rest.firstIndex(of: "{") {
      result.unicodeScalars.append(contentsOf: rest[..<open])
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"),
        let number = Int(String(rest[..<close])), details.indices.contains(number)
      else {
        result.append("{")
        continue
      }
      result.append(details[number])
      rest = rest[rest.index(after: close)...]
    }
    result.unicodeScalars.append(contentsOf: rest)
    return result
  }
}

/// Where a refusal looked: the caller finds the spot again.
public enum Place: Hashable, Sendable {
  /// The request as a whole.
  case whole
  /// A line of a file, 1 for the first; column 1 for the first field, when one field is meant.
  case line(Int, column: Int?)
  /// A JSON pointer (RFC 6901) into a document.
  case pointer(String)
  /// A command's option or argument.
  case option(String)
}

/// Several refusals of one request, in the order of their places.
public struct Refusals: Error, Sendable {
  /// At least one.
  public let refusals: [Refusal]

  /// Collects refusals; the list is not empty.
  public init(_ refusals: [Refusal]) {
    precondition(!refusals.isEmpty, "no refusal, nothing to throw")
    self.refusals = refusals
  }
}
