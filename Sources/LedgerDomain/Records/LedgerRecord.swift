/// A record of the follow-up: what all have in common, and what only its noun has.
public struct LedgerRecord: Hashable, Sendable {
  /// Which record.
  public let key: RecordKey
  /// The unit that it is about.
  public let unit: String
  /// What it is called: what was inspected, the no-fraud unit's name, the matter.
  public let title: String
  /// The day of it: of the visit, the application, the document.
  public let day: CalendarDate
  /// The number of the document that states it; empty for none.
  public let document: String
  /// What only this noun has.
  public let content: RecordContent
  /// The account that recorded it.
  public let recordedBy: String

  /// Describes a record.
  public init(
    key: RecordKey, unit: String, title: String, day: CalendarDate, document: String,
    content: RecordContent, recordedBy: String
  ) {
    self.key = key
    self.unit = unit
    self.title = title
    self.day = day
    self.document = document
    self.content = content
    self.recordedBy = recordedBy
  }

  /// The units that see it besides those who see everything; empty for all.
  public var concerns: [String] {
    guard !key.noun.isForAll else { return [] }
    switch content {
    case .inspection(let inspection): return Self.once([unit, inspection.by])
    case .matter(let matter): return Self.once([unit] + matter.needs)
    default: return [unit]
    }
  }

  private static func once(_ codes: [String]) -> [String] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }
  }
}

/// What only one noun has.
public enum RecordContent: Hashable, Sendable {
  case inspection(Inspection)
  case noFraudUnit(NoFraudUnit)
  case matter(Matter)
  case notice(Notice)
  case externalRank(ExternalRank)
  case honour(Honour)
  case policyDocument(PolicyDocument)
}

/// A word of a fixed choice, which people read in both languages.
public protocol RecordWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What people call it.
  var text: BilingualText { get }
}

/// A visit, along one of two lines.
public struct Inspection: Hashable, Sendable {
  /// The line that is inspected.
  public enum Line: String, RecordWord {
    case leadership
    case business

    /// What people call it.
    public var text: BilingualText {
      switch self {
      case .leadership: BilingualText(zh: "党政线", en: "Party and government line")
      case .business: BilingualText(zh: "业务线", en: "Professional line")
      }
    }
  }

  /// What was found, and by when it is to be put right.
  public struct Finding: Hashable, Sendable {
    /// Its number in the inspection, from 1.
    public let number: Int
    /// What was found.
    public let words: String
    /// The last day.
    public let due: CalendarDate

    /// Describes a finding.
    public init(number: Int, words: String, due: CalendarDate) {
      self.number = number
      self.words = words
      self.due = due
    }
  }

  /// The unit that inspects.
  public let by: String
  /// The line.
  public let line: Line
  /// What was found, in the order of the numbers; empty where nothing is to be put right.
  public let findings: [Finding]

  /// Describes an inspection.
  public init(by: String, line: Line, findings: [Finding]) {
    self.by = by
    self.line = line
    self.findings = findings
  }
}

/// A place that becomes, and stays, a no-fraud unit.
public struct NoFraudUnit: Hashable, Sendable {
  /// What sort of place it is.
  public enum Kind: String, RecordWord {
    case community
    case campus
    case enterprise
    case village

    /// What people call it.
    public var text: BilingualText {
      switch self {
      case .community: BilingualText(zh: "无诈社区", en: "No-fraud community")
      case .campus: BilingualText(zh: "无诈校园", en: "No-fraud campus")
      case .enterprise: BilingualText(zh: "无诈企业", en: "No-fraud enterprise")
      case .village: BilingualText(zh: "无诈村", en: "No-fraud village")
      }
    }
  }

  /// What sort of place.
  public let kind: Kind
  /// The version of the kind's standard that it is measured by.
  public let standard: Int

  /// Describes a place.
  public init(kind: Kind, standard: Int) {
    self.kind = kind
    self.standard = standard
  }
}

/// What no-fraud units of a kind have to fulfil, from a day on.
public struct NoFraudStandard: Hashable, Sendable {
  /// The kind of place.
  public let kind: NoFraudUnit.Kind
  /// Its version, from 1.
  public let version: Int
  /// The first day.
  public let effective: CalendarDate
  /// What is to be fulfilled, each in one sentence.
  public let criteria: [String]

  /// Describes a standard.
  public init(
    kind: NoFraudUnit.Kind, version: Int, effective: CalendarDate, criteria: [String]
  ) {
    self.kind = kind
    self.version = version
    self.effective = effective
    self.criteria = criteria
  }
}

/// What agencies have to settle among each other.
public struct Matter: Hashable, Sendable {
  /// The units whose answer it needs.
  public let needs: [String]
  /// The last day for their answers.
  public let due: CalendarDate

  /// Describes a matter.
  public init(needs: [String], due: CalendarDate) {
    self.needs = needs
    self.due = due
  }
}

/// A notice or listing by a higher authority.
public struct Notice: Hashable, Sendable {
  /// How grave it is.
  public enum Kind: String, RecordWord {
    case notice
    case listing

    /// What people call it.
    public var text: BilingualText {
      switch self {
      case .notice: BilingualText(zh: "通报", en: "Notice")
      case .listing: BilingualText(zh: "挂牌", en: "Listing")
      }
    }
  }

  /// How grave it is.
  public let kind: Kind
  /// Who issued it.
  public let authority: String

  /// Describes a notice.
  public init(kind: Kind, authority: String) {
    self.kind = kind
    self.authority = authority
  }
}

/// A rank that a higher authority gave: a place, or a bound that was not reached.
public struct ExternalRank: Hashable, Sendable {
  /// Whether the place is known, or only that it is behind one.
  public enum Kind: String, RecordWord {
    case exact
    case outside

    /// What people call it.
    public var text: BilingualText {
      switch self {
      case .exact: BilingualText(zh: "位次", en: "Place")
      case .outside: BilingualText(zh: "未进前列", en: "Not among the first")
      }
    }
  }

  /// Who ranks.
  public let authority: String
  /// The period that is ranked.
  public let period: Period
  /// What the place says.
  public let kind: Kind
  /// The place, or the last place that it is behind.
  public let place: Int
  /// How many are ranked; nil where that is not known.
  public let ranked: Int?

  /// Describes a rank.
  public init(authority: String, period: Period, kind: Kind, place: Int, ranked: Int?) {
    self.authority = authority
    self.period = period
    self.kind = kind
    self.place = place
    self.ranked = ranked
  }

  /// `第 8 位（共 11）`, `未进前 50 位`.
  public var text: BilingualText {
    let of = ranked.map { BilingualText(zh: "（共 \($0)）", en: " of \($0)") }
    return switch kind {
    case .exact: BilingualText(zh: "第 \(place) 位\(of?.zh ?? "")", en: "\(place)\(of?.en ?? "")")
    case .outside:
      BilingualText(
        zh: "未进前 \(place) 位\(of?.zh ?? "")", en: "not among the first \(place)\(of?.en ?? "")")
    }
  }
}

/// A recognition of a unit, never of a person.
public struct Honour: Hashable, Sendable {
  /// What sort of recognition.
  public enum Kind: String, RecordWord {
    case praised
    case endorsed
    case promoted
    case awarded

    /// What people call it.
    public var text: BilingualText {
      switch self {
      case .praised: BilingualText(zh: "点名表扬", en: "Praised by name")
      case .endorsed: BilingualText(zh: "批示肯定", en: "Endorsed")
      case .promoted: BilingualText(zh: "经验推广", en: "Held up as an example")
      case .awarded: BilingualText(zh: "表彰", en: "Awarded")
      }
    }
  }

  /// What sort of recognition.
  public let kind: Kind
  /// Who gave it.
  public let issuer: String

  /// Describes a recognition.
  public init(kind: Kind, issuer: String) {
    self.kind = kind
    self.issuer = issuer
  }
}

/// A document that rules are taken from, by reference, with its clauses as short texts.
public struct PolicyDocument: Hashable, Sendable {
  /// Who issued it.
  public let issuer: String
  /// The first day on which it holds.
  public let inForceFrom: CalendarDate
  /// Its clauses that matter here, in their order.
  public let clauses: [String]

  /// Describes a document.
  public init(issuer: String, inForceFrom: CalendarDate, clauses: [String]) {
    self.issuer = issuer
    self.inForceFrom = inForceFrom
    self.clauses = clauses
  }
}
