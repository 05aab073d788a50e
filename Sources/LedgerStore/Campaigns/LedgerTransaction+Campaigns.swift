public import LedgerDomain
import PostgresSupport

extension Campaign {
  /// The campaign as a fact.
  public var fact: Fact {
    Fact(
      .campaigns,
      [
        .text(code), .day(start), end.map(FactValue.day) ?? .null,
        .text(definition.canonicalText),
      ])
  }
}

extension LedgerTransaction {
  /// Every campaign with what was decided about it, the one that began last first.
  public func campaigns() throws -> [CampaignHistory] {
    var campaigns: [String: Campaign] = [:]
    for row in try connection.execute(CampaignStatements.campaigns) {
      let campaign = try Campaign(JSONValue(parsing: Array(try row.text(0).utf8)))
      campaigns[campaign.code] = campaign
    }
    var events: [String: [CampaignEvent]] = [:]
    for row in try connection.execute(CampaignStatements.events) {
      events[try row.text(0), default: []].append(try Self.event(row))
    }
    return campaigns.values
      .sorted { ($1.start, $0.code) < ($0.start, $1.code) }
      .map { CampaignHistory($0, events: events[$0.code] ?? []) }
  }

  private static func event(_ row: Row) throws -> CampaignEvent {
    let lastDay = try row.optionalDate(2)?.calendar
    guard let act = CampaignAct(word: try row.text(1), lastDay: lastDay) else {
      throw Unexpected.unreadable("campaign_events")
    }
    let document = try row.optionalDate(5).map { issued in
      try Campaign.Document(
        number: try row.text(3), issuer: try row.text(4), issued: issued.calendar)
    }
    return CampaignEvent(
      act: act, document: document, summary: try row.optionalText(6),
      digest: try row.optionalText(7), decidedBy: try row.text(8),
      day: try row.date(9).calendar)
  }

  /// Lets nobody else decide about a campaign before this transaction ends.
  public func lockCampaign(_ code: String) throws {
    try connection.execute(CampaignStatements.lock, [.text(code)])
  }

  /// Adds an act on a campaign, the so-manieth, to the ledger's own chain; the digest of a sealed
  /// summary stands in the journal's entry.
  @discardableResult
  public func append(
    _ event: CampaignEvent, number: Int, of campaign: String
  ) throws -> Receipt {
    try append(
      [
        Fact(
          .campaignEvents,
          [
            .text(campaign), .integer(Int64(number)), .text(event.act.word),
            event.act.lastDay.map(FactValue.day) ?? .null,
            .text(event.document?.number ?? ""), .text(event.document?.issuer ?? ""),
            event.document.map { .day($0.issued) } ?? .null, .optional(event.summary),
            .optional(event.digest), .text(event.decidedBy), .day(event.day),
          ])
      ],
      act: Act(
        "campaign.\(event.act.word)", on: "campaign/\(campaign)/\(number)",
        detail: event.digest ?? event.document?.number ?? ""))
  }

  /// The figures that units within the account's scope reported last for days of some forms, but
  /// for those that were returned.
  public func dailyRevisions(
    forms: [String], _ days: ClosedRange<CalendarDate>
  ) throws -> [Revision] {
    try connection.execute(
      CampaignStatements.revisions,
      [
        .textArray(forms), .date(days.lowerBound.postgres), .date(days.upperBound.postgres),
      ]
    ).compactMap { row in
      guard try !row.bool(8) else { return nil }
      let key = RevisionKey(
        unit: try row.text(0), form: try row.text(1),
        period: Period(.day, containing: try row.date(2).calendar), number: Int(try row.int4(3)))
      return try Revision(
        key: key, formEffective: try row.date(4), numbers: try row.int8Array(5),
        absences: try row.optionalTextArray(6), notes: nil, submittedBy: try row.text(7))
    }
  }
}

enum CampaignStatements {
  static let all = [campaigns, events, lock, revisions]

  static let campaigns = Statement(
    "campaigns_all", "select definition from ledger.campaigns order by entry, campaign")
  static let events = Statement(
    "campaign_events_all",
    """
    select
      campaign, act, last_day, document, issuer, issued_on, summary, summary_sha256, decided_by,
      decided_on
    from ledger.campaign_events
    order by campaign, number
    """)
  static let lock = Statement(
    "campaign_lock",
    "select pg_advisory_xact_lock(hashtextextended('campaign ' || $1, 0)) is null as locked")
  static let revisions = Statement(
    "campaign_revisions",
    """
    select distinct on (revisions.unit, revisions.form, revisions.period)
      revisions.unit, revisions.form, revisions.period, revisions.number,
      revisions.form_effective_from, revisions.figures, revisions.absences,
      revisions.submitted_by, exists (
        select
        from ledger.reviews as reviews
        where reviews.unit = revisions.unit and reviews.form = revisions.form
          and reviews.period = revisions.period and reviews.revision = revisions.number
          and reviews.decision = 'return'
      ) as is_returned
    from ledger.revisions as revisions
    where revisions.form = any($1) and revisions.period between $2 and $3
    order by revisions.unit, revisions.form, revisions.period, revisions.number desc
    """)
}

extension AgendaSource {
  /// What a meeting is told of campaigns: those that run, and those that ended and are to be
  /// summed up.
  static let campaigns: StaticString =
    """
    select
      'campaign' as kind, known.definition::jsonb -> 'name' ->> 'zh' as subject,
      null::text as unit,
      known.last_day as due, 'campaign' as link_kind, known.campaign as link_key,
      case when known.last_day < known.today then 'ended' else 'running' end as detail
    from (
      select distinct on (campaigns.campaign)
        campaigns.campaign, campaigns.starts_on, campaigns.definition, days.today,
        coalesce(decided.last_day, campaigns.ends_on) as last_day
      from ledger.campaigns as campaigns
      cross join (
        select ((ledger.now() at time zone 'UTC') + interval '8 hours')::date as today
      ) as days
      left join lateral (
        select events.last_day
        from ledger.campaign_events as events
        where events.campaign = campaigns.campaign and events.last_day is not null
        order by events.number desc
        limit 1
      ) as decided on true
      order by campaigns.campaign, campaigns.entry desc
    ) as known
    where known.starts_on <= known.today
      and not exists (
        select
        from ledger.campaign_events as closings
        where closings.campaign = known.campaign and closings.act = 'close'
      )
    order by known.campaign
    """
}
