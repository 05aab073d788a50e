import HTTPTypes
import LedgerDomain
import LedgerOperations

extension Endpoint {
  /// A form's act, which is done once however often the form is sent.
  static func act(
    _ path: String, _ name: String, access: Access, isUnhurried: Bool = false,
    handle: @escaping @Sendable (Call) async throws -> Reply
  ) -> Endpoint {
    var endpoint = Endpoint.page(
      .post, path, name, access: access, isKeyed: true, handle: handle)
    endpoint.isUnhurried = isUnhurried
    return endpoint
  }
}

/// What somebody typed into a form that was not taken, and why it was not.
struct FormAttempt: Sendable {
  /// What was sent.
  let form: FormFields
  /// What is wrong, and the field at which it is.
  var errors: [(text: String, field: String)]
  /// The refusal that names the answer's status.
  let refusal: Refusal

  init(_ call: Call, _ refusals: [Refusal], _ field: (Refusal) -> String) {
    form = call.form
    errors = refusals.map { (call.sentence($0), field($0)) }
    refusal = refusals.first ?? Refusal(RequestRefusal.formMalformed)
  }

  /// What a field held; nothing where the form was not sent.
  subscript(_ name: String) -> String { form[name] ?? "" }

  /// What is wrong at a field, if anything.
  func error(at field: String) -> String? { errors.first { $0.field == field }?.text }
}

extension Call {
  /// Does an act once and sends the browser on; what is refused is shown in the form again.
  ///
  /// What nobody may know of, or do, is refused as on any page.
  func see<Answer: Sendable>(
    _ link: @escaping @Sendable (Answer) -> Link,
    field: (Refusal) -> String, again: (FormAttempt) async throws -> Reply,
    _ act: (Ledger.Actor) async throws -> Answer
  ) async throws -> Reply {
    do {
      return try await once({ (answer: Answer) in .see(link(answer)) }, act)
    } catch let refusal as Refusal where refusal.isAboutForm {
      return try await again(FormAttempt(self, [refusal], field))
    } catch let refusals as Refusals {
      return try await again(FormAttempt(self, refusals.refusals, field))
    }
  }
}

extension Refusal {
  /// Whether whoever sent a form can do something about it there.
  var isAboutForm: Bool {
    switch kind {
    case .nobody, .unknown: false
    case .notAllowed: code != AccountRefusal.notAllowed.rawValue
    default: true
    }
  }
}
