import LedgerTestSupport
import PostgresSupport
import Testing

/// NOTIFY is heard, on odd channels, and again after the backend was killed.
struct ListenerTests {
  @Test(.timeLimit(.minutes(1)))
  func `notifications are heard, also after the connection was lost`() async throws {
    let database = try await TestDatabase.clone(migrated: false)
    let listener = Listener(
      ConnectionConfiguration(database.connectionString, applicationName: "listening"),
      channels: ["Odd \"name\"", "plain"])
    var heard: [ListenerEvent] = []
    for await event in listener.events() {
      heard.append(event)
      switch heard.count {
      case 1: try await database.script("notify \"Odd \"\"name\"\"\", '余干'")
      case 2:
        try await database.script(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'listening' and datname = current_database()
          """)
      case 4: try await database.script("notify plain")
      default: break
      }
      if heard.count == 5 { break }
    }
    #expect(
      heard == [
        .listening, .notification(channel: "Odd \"name\"", payload: "余干"), .lost, .listening,
        .notification(channel: "plain", payload: ""),
      ])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cancelled listener ends, with or without a server`() async throws {
    let nowhere = Listener(
      ConnectionConfiguration("host=/nonexistent", applicationName: "test"), channels: ["a"])
    let task = Task {
      var events = 0
      for await _ in nowhere.events() { events += 1 }
      return events
    }
    task.cancel()
    #expect(await task.value == 0)
  }
}
