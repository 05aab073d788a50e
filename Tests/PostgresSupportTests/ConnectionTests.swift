import LedgerTestSupport
import PostgresSupport
import Testing

/// One connection: values, failures, pipelines, COPY, notices.
struct ConnectionTests {
  private static let echo = Statement(
    "test_echo",
    """
    select $1::bool, $2::int4, $3::int8, $4::text, $5::bytea, $6::date, $7::timestamptz,
      $8::int8[], $9::text[]
    """)
  private static let one = Statement("test_one", "select 1::int8 as one")
  private static let divide = Statement("test_divide", "select 1 / $1::int8 as quotient")
  private static let insert = Statement("test_insert", "insert into things values ($1, $2)")
  private static let count = Statement("test_count", "select count(*) as count from things")

  private func withConnection<Answer: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    let pool = try await TestDatabase.clone(migrated: false).pool(size: 1)
    let answer = try await pool.withConnection { connection in
      try connection.executeScript("create table public.things (id int8 primary key, name text)")
      try connection.executeScript("set search_path = public, pg_catalog")
      return try body(connection)
    }
    await pool.shutdown()
    return answer
  }

  @Test
  func `values come back as they were sent`() async throws {
    try await withConnection { connection in
      let row = try #require(
        try connection.execute(
          Self.echo,
          [
            .bool(true), .int4(.min), .int8(.max), .text("余干'\u{301}"),
            .bytea([0, 255]), .date(PostgresDate(daysSince2000: -1)),
            .timestamp(PostgresTimestamp(microsecondsSince2000: 1)),
            .int8Array([1, nil, .min]), .textArray(["", nil, "🙂"]),
          ]
        ).first)
      #expect(try row.bool(0))
      #expect(try row.int4(1) == .min)
      #expect(try row.int8(2) == .max)
      #expect(try row.text(3) == "余干'\u{301}")
      #expect(try row.bytea(4) == [0, 255])
      #expect(try row.date(5).daysSince2000 == -1)
      #expect(try row.timestamp(6).microsecondsSince2000 == 1)
      #expect(try row.int8Array(7) == [1, nil, .min])
      #expect(try row.textArray(8) == ["", nil, "🙂"])
    }
  }

  @Test
  func `a column read as another type, or a null, is refused and no trap`() async throws {
    try await withConnection { connection in
      let row = try #require(try connection.execute(Self.one).first)
      #expect(throws: DecodingFailure.self) { try row.text(0) }
      #expect(throws: DecodingFailure.self) { try row.int8Array(0) }
      #expect(throws: DecodingFailure.self) { try row.int8(7) }
      let nulls = try #require(
        try connection.execute(Self.echo, Self.nulls).first)
      #expect(throws: DecodingFailure.self) { try nulls.text(3) }
      #expect(try nulls.optionalText(3) == nil)
    }
  }

  private static let nulls: [Parameter] = [
    .null(.bool), .null(.int4), .null(.int8), .null(.text), .null(.bytea), .null(.date),
    .null(.timestamp), .null(.int8Array), .null(.textArray),
  ]

  @Test
  func `a failure names its state, constraint and statement, and the connection goes on`()
    async throws
  {
    try await withConnection { connection in
      try connection.execute(Self.insert, [.int8(1), .text("a")])
      let failure = #expect(throws: PostgresFailure.self) {
        try connection.execute(Self.insert, [.int8(1), .text("b")])
      }
      #expect(failure?.sqlState == "23505")
      #expect(failure?.constraint == "things_pkey")
      #expect(failure?.statement == "test_insert")
      #expect(try connection.execute(Self.one).first?.int8(0) == 1)
    }
  }

  @Test
  func `a pipeline is one transaction: the first failure undoes it all`() async throws {
    try await withConnection { connection in
      #expect(throws: PostgresFailure.self) {
        try connection.pipeline([
          (Self.insert, [.int8(1), .text("a")]), (Self.divide, [.int8(0)]),
          (Self.insert, [.int8(2), .text("b")]),
        ])
      }
      #expect(try connection.execute(Self.count).first?.int8(0) == 0)
      let rows = try connection.pipeline([
        (Self.insert, [.int8(1), .text("a")]), (Self.count, []),
      ])
      #expect(try rows[1].first?.int8(0) == 1)
    }
  }

  @Test
  func `COPY goes in and out, and a given up one leaves the connection usable`() async throws {
    try await withConnection { connection in
      let into = CopyStatement("copy things from stdin (format binary)")
      let stored = try connection.copyIn(into) { writer in
        for id in 1...20_000 {
          try writer.beginRow(fields: 2)
          writer.int8(Int64(id))
          if id % 2 == 0 { writer.text("名\(id)") } else { writer.null() }
        }
      }
      #expect(stored == 20_000)
      struct GivenUp: Error {}
      #expect(throws: GivenUp.self) {
        try connection.copyIn(into) { writer in
          try writer.beginRow(fields: 2)
          writer.int8(30_000)
          writer.null()
          throw GivenUp()
        }
      }
      #expect(try connection.execute(Self.count).first?.int8(0) == 20_000)
      var sum: Int64 = 0
      var names = 0
      try connection.copyOut(
        CopyStatement(
          "copy (select id, name from things where id <= $1) to stdout (format binary)",
          [.number(10_000)])
      ) { row in
        sum += try row.int8() ?? 0
        if try row.text() != nil { names += 1 }
      }
      #expect(sum == 50_005_000)
      #expect(names == 5_000)
    }
  }

  @Test
  func `a text in a COPY cannot become SQL`() async throws {
    try await withConnection { connection in
      var answers: [String?] = []
      let hostile = "'); drop table things; --\\ 余"
      try connection.copyOut(
        CopyStatement("copy (select $1) to stdout (format binary)", [.text(hostile)])
      ) { answers.append(try $0.text()) }
      #expect(answers == [hostile])
      #expect(try connection.execute(Self.count).first?.int8(0) == 0)
    }
  }
}
