import PostgresSupport

extension FactTable {
  /// Rows of `ledger.campaigns`.
  public static let campaigns = FactTable(
    name: "campaigns",
    columns: [
      Column("campaign", .text),
      Column("starts_on", .date),
      Column("ends_on", .date),
      Column("definition", .text),
    ],
    insertion: Statement(
      "campaigns_add",
      """
      insert into ledger.campaigns (
        campaign, starts_on, ends_on, definition, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, campaign, starts_on, ends_on, definition
        from ledger.campaigns
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.campaign_events`.
  public static let campaignEvents = FactTable(
    name: "campaign_events",
    columns: [
      Column("campaign", .text),
      Column("number", .integer),
      Column("act", .text),
      Column("last_day", .date),
      Column("document", .text),
      Column("issuer", .text),
      Column("issued_on", .date),
      Column("summary", .text),
      Column("summary_sha256", .text),
      Column("decided_by", .text),
      Column("decided_on", .date),
    ],
    insertion: Statement(
      "campaign_events_add",
      """
      insert into ledger.campaign_events (
        campaign, number, act, last_day, document, issuer, issued_on, summary, summary_sha256,
        decided_by, decided_on, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, campaign, number, act, last_day, document, issuer, issued_on, summary,
          summary_sha256, decided_by, decided_on
        from ledger.campaign_events
      ) to stdout (format binary)
      """))
}
