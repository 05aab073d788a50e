import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Roles that act on the whole ledger are granted for the whole of it.
struct WholeGrantTests {
  @Test(arguments: Role.allCases.filter(\.isOfTheWhole))
  func `a role of the whole is refused for a part or a form`(role: Role) async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let (system, security) = (try await door.console("system"), try await door.console("security"))
    try await ledger.createAccount(
      Account(name: "new", displayName: "", unit: "CA", post: ""), by: system)
    func grant(_ unit: String, _ form: String? = nil) async -> String? {
      await refusal {
        try await ledger.addGrant(
          role, to: "new", unit: unit, form: form, until: nil, by: security)
      }
    }
    for (unit, form) in [
      ("CA-AB", nil), ("AB-1", nil), ("CA", "F"), ("*", "F"), ("no-such", nil), ("", nil),
    ] {
      #expect(await grant(unit, form) == "account.role_of_the_whole", "\(unit) \(form ?? "")")
    }
    #expect(await grant("*") == nil)
    #expect(await grant("CA") == nil)
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a role of places is granted for any place`() async throws {
    let door = try await AccountDoor()
    let security = try await door.console("security")
    for (role, unit, form) in [
      (Role.reporter, "CA-AB", "F"), (.leader, "AB-1", nil), (.verifier, "CA", "F"),
    ] {
      #expect(
        await refusal {
          try await door.at(minutes: 0).addGrant(
            role, to: "reporter", unit: unit, form: form, until: nil, by: security)
        } == nil)
    }
  }

  @Test func `the database refuses a narrow grant, too`() async throws {
    let door = try await AccountDoor()
    let failure = await #expect(throws: PostgresFailure.self) {
      try await door.database.script(
        """
        insert into ledger.grants (account, number, role, unit, entry)
        values ('reporter', 9, 'office', 'CA-AB', 1)
        """)
    }
    #expect(failure?.constraint == "grants_of_the_whole_are_whole")
  }

  @Test(arguments: [("CA-AB", nil), ("CA", "F"), ("AB-1", "F")] as [(String, String?)])
  func `a narrow grant from before does nothing with the whole`(
    unit: String, form: String?
  ) async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    try await door.database.script(
      """
      set session_replication_role = replica;
      update ledger.grants
      set unit = '\(unit)', form = \(form.map { "'\($0)'" } ?? "null")
      where account <> 'reporter';
      """)
    let names = ["office", "system", "security"]
    for name in names {
      let actor = try await door.console(name)
      let acts: [(String, () async throws -> Void)] = [
        (
          "units",
          {
            _ = try await ledger.importUnits(
              CSVFile(name: "units.csv", text: Self.units), by: actor)
          }
        ),
        ("accounts", { _ = try await ledger.accounts(by: actor) }),
        ("policy", { try await ledger.setPolicy(AccountPolicy.standard.document, by: actor) }),
        ("state", { try await ledger.setAccount("office", enabled: true, reason: "", by: actor) }),
        ("unlock", { try await ledger.unlock("office", by: actor) }),
        (
          "journal",
          {
            _ = try await ledger.journal(
              JournalFilter(
                chain: nil, actor: nil, act: nil, object: nil, from: nil, to: nil, before: nil,
                limit: 1), by: actor)
          }
        ),
      ]
      for (act, run) in acts {
        #expect(await refusal(run) == "account.not_allowed", "\(name): \(act)")
      }
      let acting = try #require(
        try await ledger.whoActs(secret: try await door.secret(of: name)))
      #expect(acting.wholeRoles.isEmpty && acting.grants.count == 1)
      #expect(!acting.holds(.keepCatalogue) && !acting.holds(.readAccounts))
      #expect(acting.holds(.acceptForOffice) == (name == "office"))
    }
  }

  private static let units = """
    code,name,name_en,kind,parent,group,valid_from,valid_to
    CA,加拿大,Canada,country,,,1867-07-01,

    """

  @Test func `a checkpoint takes who may sign, and the service signs without a session`()
    async throws
  {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let pool = door.database.pool(role: "ledger_app", size: 1)
    let failure = await #expect(throws: PostgresFailure.self) {
      try await pool.withConnection {
        try $0.executeScript(
          """
          insert into ledger.checkpoints (
            number, entries, chains, root, heads, recorded_at, public_key, signature
          )
          values (1, 0, 0, '', '', now(), '', '')
          """)
      }
    }
    #expect(failure?.sqlState == "42501")
    await pool.shutdown()
    let key = [UInt8](repeating: 9, count: 32)
    #expect(try await ledger.signCheckpoint(key: key, every: .seconds(0))?.number == 1)
    #expect(try await door.findings().isEmpty)
  }
}
