import PostgresSupport

extension FactTable {
  /// Rows of `ledger.units`.
  public static let units = FactTable(
    name: "units",
    columns: [
      Column("code", .text)
    ],
    insertion: Statement(
      "units_add",
      """
      insert into ledger.units (
        code, entry
      )
      values ($1, $2)
      """),
    insertionOfMany: Statement(
      "units_add_many",
      """
      insert into ledger.units (code, entry)
      select rows.code, $2::bigint
      from unnest($1::text[]) as rows (code)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, code
        from ledger.units
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.unit_versions`.
  public static let unitVersions = FactTable(
    name: "unit_versions",
    columns: [
      Column("unit", .text),
      Column("valid_from", .date),
      Column("name", .text),
      Column("name_en", .text),
      Column("kind", .text),
      Column("parent", .text),
      Column("peer_group", .text),
      Column("is_ended", .bool),
    ],
    insertion: Statement(
      "unit_versions_add",
      """
      insert into ledger.unit_versions (
        unit, valid_from, name, name_en, kind, parent, peer_group, is_ended, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """),
    insertionOfMany: Statement(
      "unit_versions_add_many",
      """
      insert into ledger.unit_versions (
        unit, valid_from, name, name_en, kind, parent, peer_group, is_ended, entry
      )
      select rows.unit, rows.valid_from, rows.name, rows.name_en, rows.kind, rows.parent,
        rows.peer_group, rows.is_ended, $9::bigint
      from unnest(
        $1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::boolean[]
      ) as rows (unit, valid_from, name, name_en, kind, parent, peer_group, is_ended)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, unit, valid_from, name, name_en, kind, parent, peer_group, is_ended
        from ledger.unit_versions
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.populations`.
  public static let populations = FactTable(
    name: "populations",
    columns: [
      Column("unit", .text),
      Column("as_of", .date),
      Column("persons", .bigint),
    ],
    insertion: Statement(
      "populations_add",
      """
      insert into ledger.populations (
        unit, as_of, persons, entry
      )
      values ($1, $2, $3, $4)
      """),
    insertionOfMany: Statement(
      "populations_add_many",
      """
      insert into ledger.populations (unit, as_of, persons, entry)
      select rows.unit, rows.as_of, rows.persons, $4::bigint
      from unnest($1::text[], $2::date[], $3::bigint[]) as rows (unit, as_of, persons)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, unit, as_of, persons
        from ledger.populations
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.population_sources`.
  public static let populationSources = FactTable(
    name: "population_sources",
    columns: [
      Column("unit", .text),
      Column("as_of", .date),
      Column("source", .text),
    ],
    insertion: Statement(
      "population_sources_add",
      """
      insert into ledger.population_sources (
        unit, as_of, source, entry
      )
      values ($1, $2, $3, $4)
      """),
    insertionOfMany: Statement(
      "population_sources_add_many",
      """
      insert into ledger.population_sources (unit, as_of, source, entry)
      select rows.unit, rows.as_of, rows.source, $4::bigint
      from unnest($1::text[], $2::date[], $3::text[]) as rows (unit, as_of, source)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, unit, as_of, source
        from ledger.population_sources
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.calendar_days`.
  public static let calendarDays = FactTable(
    name: "calendar_days",
    columns: [
      Column("day", .date),
      Column("is_working", .bool),
      Column("name", .text),
    ],
    insertion: Statement(
      "calendar_days_add",
      """
      insert into ledger.calendar_days (
        day, is_working, name, entry
      )
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, day, is_working, name
        from ledger.calendar_days
      ) to stdout (format binary)
      """))
}
