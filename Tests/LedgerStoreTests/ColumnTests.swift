import LedgerTestSupport
import PostgresSupport
import Testing

/// The record has no place for persons: every column of text has a declared purpose, and none is
/// named after what one has.
struct ColumnTests {
  private struct Column: Hashable {
    let table: String
    let name: String
    let isText: Bool
  }

  private struct Declared {
    let column: String
    /// What a column called a name names.
    let names: String
  }

  /// What a word of a column's name may not be, outside of accounts.
  static let personal: Set<String> = [
    "name", "names", "fullname", "surname", "alias", "identity", "idcard", "card", "passport",
    "phone", "mobile", "telephone", "tel", "wechat", "qq", "email", "mail", "address", "birth",
    "birthday", "birthplace", "born", "age", "gender", "sex", "ethnicity", "nationality", "person",
    "people", "suspect", "suspects", "victim", "victims", "relative", "relatives", "kin", "spouse",
    "family", "household", "resident", "photo", "portrait", "face", "fingerprint", "plate",
  ]
  /// The things that have names.
  private static let named: Set<String> = ["unit", "day", "policy"]

  private static func declared() throws -> [Declared] {
    try Files.csv("docs/columns.csv").dropFirst().map { row in
      #expect(row.count == 4 && !row[3].isEmpty, "\(row)")
      return Declared(column: "\(row[0]).\(row[1])", names: row[2])
    }
  }

  private static func columns() async throws -> [Column] {
    let database = try await TestDatabase.clone()
    let pool = database.pool(size: 1)
    let columns = try await pool.withConnection { connection in
      try connection.execute(catalogue).map {
        Column(table: try $0.text(0), name: try $0.text(1), isText: try $0.bool(2))
      }
    }
    await pool.shutdown()
    return columns
  }

  @Test func `every column of text has a purpose, and every purpose a column`() async throws {
    let columns = try await Self.columns()
    let texts = Set(columns.filter(\.isText).map { "\($0.table).\($0.name)" })
    let declared = try Self.declared().map(\.column)
    #expect(texts.count > 100)
    #expect(texts.subtracting(declared).sorted() == [], "declare them in docs/columns.csv")
    #expect(Set(declared).subtracting(texts).sorted() == [], "no such columns")
    #expect(Set(declared).count == declared.count)
  }

  @Test func `no column outside accounts is named after what a person has`() async throws {
    let names = Dictionary(
      try Self.declared().map { ($0.column, $0.names) }, uniquingKeysWith: { $1 })
    for column in try await Self.columns() where column.table != "accounts" {
      let words = Set(column.name.split(separator: "_").map(String.init))
      guard !words.isDisjoint(with: Self.personal) else { continue }
      let thing = names["\(column.table).\(column.name)"] ?? ""
      #expect(
        words.isSubset(of: ["name", "en"]) && Self.named.contains(thing),
        "\(column.table).\(column.name)")
    }
  }

  @Test(arguments: [
    ("suspects", "full_name", "text"), ("targets", "id_card", "text"),
    ("reviews", "mobile", "bigint"), ("units", "remarks", "varchar(20)"),
    ("forms", "extra", "jsonb"), ("grants", "tags", "text[]"),
  ])
  func `a column that is added without a purpose is seen`(
    table: String, column: String, type: String
  ) async throws {
    let database = try await TestDatabase.clone()
    try await database.script(
      """
      create table if not exists ledger.\(table) ();
      alter table ledger.\(table) add column \(column) \(type);
      """)
    let pool = database.pool(size: 1)
    let found = try await pool.withConnection { connection in
      try connection.execute(Self.catalogue).map {
        Column(table: try $0.text(0), name: try $0.text(1), isText: try $0.bool(2))
      }
    }.first { $0.table == table && $0.name == column }
    await pool.shutdown()
    let isSeen =
      found.map { column in
        column.isText
          || !Set(column.name.split(separator: "_").map(String.init))
            .isDisjoint(with: Self.personal)
      } ?? false
    #expect(isSeen)
    #expect(try !Self.declared().contains { $0.column == "\(table).\(column)" })
  }

  private static let catalogue = Statement(
    "test_columns",
    """
    select columns.table_name::text, columns.column_name::text,
      columns.udt_name in (
        'text', '_text', 'varchar', '_varchar', 'bpchar', '_bpchar', 'name', '_name', 'json',
        'jsonb', '_json', '_jsonb', 'xml', 'hstore', 'citext'
      ) as is_text
    from information_schema.columns as columns
    inner join pg_catalog.pg_class as tables
      on tables.relname = columns.table_name
      and tables.relnamespace = 'ledger'::regnamespace
    where columns.table_schema = 'ledger' and tables.relkind in ('r', 'p')
      and not tables.relispartition
    order by columns.table_name, columns.ordinal_position
    """)
}
