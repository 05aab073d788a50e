import Crypto
import LedgerDomain
import LedgerStore

/// What a re-run of an edition gave.
public struct Rerun: Sendable {
  /// The edition's number.
  public let number: Int
  /// The published hash.
  public let sha256: String
  /// What differs; nil when every byte is the same.
  public let difference: String?
}

extension Ledger {
  /// Computes an edition again from the inputs it names, as the auditor's role.
  ///
  /// The revisions are read from the record; everything else stands in the document.
  public func rerunEdition(_ number: Int) async throws -> Rerun {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { transaction in
      guard let document = try transaction.editionDocument(number) else {
        throw Refusal(EditionRefusal.unknown, String(number))
      }
      let hash = hexadecimal(SHA256.hash(data: document))
      do {
        let difference = try Self.difference(document, transaction)
        return Rerun(number: number, sha256: hash, difference: difference)
      } catch let refusal as Refusal {
        return Rerun(number: number, sha256: hash, difference: refusal.text(in: .english))
      } catch let changed as FrozenInputChanged {
        return Rerun(number: number, sha256: hash, difference: changed.text)
      }
    }
  }

  private static func difference(
    _ document: [UInt8], _ transaction: LedgerTransaction
  ) throws -> String? {
    let json = try JSONValue(parsing: document, bytesMax: Int.max)
    let inputs = try EditionInputs(document: json)
    let cube = try transaction.frozenCube(inputs)
    let again = EditionDocument.json(inputs, try Evaluation(inputs.plan, cube))
    let bytes = again.canonicalBytes
    if bytes == document { return nil }
    let offset =
      zip(bytes, document).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(bytes.count, document.count)
    return "the result differs at byte \(offset)"
  }

  var nobodyAtAll: Store.Actor { Store.Actor(session: nil, moment: nil) }
}

/// A revision that an edition was made from is not what it was.
struct FrozenInputChanged: Error {
  let text: String
}

extension LedgerTransaction {
  /// The figures that an edition was made from; throws ``FrozenInputChanged``.
  func frozenCube(_ inputs: EditionInputs) throws -> FigureCube {
    var builder = try CubeBuilder(
      inputs.plan, units: inputs.units.map(\.unit), indicators: inputs.indicators)
    for target in inputs.targets { builder.take(target) }
    try forEachFrozen(inputs, try forms()) { builder.take($0, $1) }
    return builder.cube
  }

  /// Calls `revision` with each revision that an edition names, and the form it is of; throws
  /// ``FrozenInputChanged`` where one is not what it was.
  func forEachFrozen(
    _ inputs: EditionInputs, _ forms: [Form], _ revision: (Revision, Form) throws -> Void
  ) throws {
    for reference in inputs.revisions {
      let key = RevisionKey(
        unit: reference.unit, form: reference.form, period: Period(reference.period),
        number: reference.number)
      guard let kept = try self.revision(key) else {
        throw FrozenInputChanged(text: "revision \(key.object) is gone")
      }
      guard kept.fact.digest == reference.digest else {
        throw FrozenInputChanged(text: "revision \(key.object) was changed")
      }
      guard let form = forms.version(kept.form, kept.formEffective) else {
        throw FrozenInputChanged(text: "the form of revision \(key.object) is gone")
      }
      try revision(kept, form)
    }
  }
}

extension [Form] {
  /// The version of a form that took effect on a day.
  func version(_ code: String, _ effective: CalendarDate) -> Form? {
    last { $0.code == code && $0.effective.firstDay == effective }
  }
}
