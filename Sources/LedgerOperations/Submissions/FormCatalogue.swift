import LedgerDomain
import LedgerStore
import NIOConcurrencyHelpers

/// The forms and the decimals of their indicators: what a submission is read with.
struct FormCatalogue: Sendable {
  private let forms: [String: [Form]]
  /// The definitions of each indicator by the days from which they count, the earlier first.
  private let decimals: [String: [(from: CalendarDate, decimals: Int)]]

  init(_ transaction: LedgerTransaction) throws {
    forms = Dictionary(grouping: try transaction.forms(), by: \.code)
    decimals = Dictionary(
      grouping: try transaction.indicatorDecimals(), by: \.code
    ).mapValues { $0.map { ($0.from, $0.decimals) } }
  }

  /// The version of a form that counts in a month.
  func form(_ code: String, in month: Month) -> Form? {
    forms[code]?.last { $0.effective <= month }
  }

  /// How many decimals each field of a form takes at a period's end.
  func decimals(of form: Form, in period: Period) -> [Int] {
    form.fields.map { field in
      decimals[field.indicator]?.last { $0.from <= period.lastDay }?.decimals ?? 0
    }
  }

  /// The earlier periods with which a submission is compared.
  func earlierPeriods(of request: SubmissionRequest) -> [Period] {
    guard let form = form(request.form, in: request.period.month),
      form.fields.contains(where: { $0.isCumulative || $0.unusual != nil })
    else { return [] }
    return form.periodsChecked.map { request.period.earlier(by: $0) } + [request.period.yearEarlier]
  }
}

extension Period {
  /// The periods that most forms compare with, for whoever does not know the form yet.
  var mostCompared: [Period] { [before, yearEarlier] }
}

/// The catalogue of one process, read again when the ledger's own chain has grown.
final class FormCatalogueCache: Sendable {
  private let kept = NIOLockedValueBox<(length: Int64, catalogue: FormCatalogue)?>(nil)

  /// What was read last, to guess by.
  var latest: FormCatalogue? { kept.withLockedValue { $0?.catalogue } }

  /// The catalogue as it is when the ledger's own chain has a length.
  func current(
    _ length: Int64, read: () async throws -> FormCatalogue
  ) async throws -> FormCatalogue {
    if let known = kept.withLockedValue({ $0 }), known.length == length { return known.catalogue }
    let catalogue = try await read()
    kept.withLockedValue { kept in
      if kept?.length ?? 0 < length { kept = (length, catalogue) }
    }
    return catalogue
  }
}
