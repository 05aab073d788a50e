import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

struct LadderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder", abstract: "The ladder and who stands on it. 督导升级阶梯。",
    subcommands: [Import.self, Approve.self, Show.self, Decide.self] + CaseCommands.all)

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Propose a version from a JSON file.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which it is used.")
    var scope: String
    @Option(name: .long, help: "The first month; the file's own otherwise.")
    var effective: String?
    @Flag(name: .long, help: "Store nothing; show who would have stood where in 24 months.")
    var `try` = false
    @OptionGroup var form: Table.Form
    @Argument var file: String

    func run() async throws {
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      if `try` {
        let (trials, isInvented) = try await actor.read {
          try await $0.tryLadder(document, scope: scope, by: $1)
        }
        LadderTables.trials(trials, try Ladder(document)).write(as: form, isInvented: isInvented)
        return
      }
      let month = try effective.map { try Arguments.month($0, option: "--effective") }
      let version = try await actor.act {
        try await $0.proposeMethod(document, kind: .ladder, scope: scope, effective: month, by: $1)
      }
      Terminal.print(
        Terminal.say(
          zh: "已提出 \(version.name)，自 \(version.effective) 起，待第二人批准。",
          en: "\(version.name) is proposed from \(version.effective); a second person approves it.")
      )
    }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Approve as the second person.")
    @OptionGroup var options: MethodApproval

    func run() async throws { try await options.run(.ladder) }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Who stands on which step, and what is proposed.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which the ladder is used.")
    var scope: String
    @OptionGroup var form: Table.Form

    func run() async throws {
      let (found, isInvented) = try await actor.read {
        try await $0.escalations(of: scope, by: $1)
      }
      LadderTables.standings(found).write(as: form, isInvented: isInvented)
    }
  }

  struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept or refuse what is proposed for a unit.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which the ladder is used.")
    var scope: String
    @Flag(name: .long, help: "Refuse it; needs a reason.")
    var refuse = false
    @Option(name: .long, help: "Why.")
    var reason = ""
    @Option(name: .long, help: "The number of the letter, notice or referral.")
    var document = ""
    @Argument(help: "The unit.")
    var unit: String

    func run() async throws {
      let kept = try await actor.act { ledger, actor in
        let found = try await ledger.escalations(of: scope, by: actor)
        guard let known = found.units.first(where: { $0.code == unit }),
          let proposal = known.proposal, let edition = found.edition(of: proposal, known)
        else { throw Refusal(EscalationRefusal.nothingProposed, unit) }
        return try await ledger.decideStep(
          StepRequest(
            scope: scope, unit: unit, to: proposal.to, edition: edition,
            after: known.decisions.count, isAccepted: !refuse, reason: reason,
            document: document), by: actor)
      }
      let (from, to) = (kept.decision.from, kept.decision.to)
      Terminal.print(
        kept.decision.isAccepted
          ? Terminal.say(
            zh: "\(unit)：由第 \(from) 档到第 \(to) 档。", en: "\(unit): step \(from) to step \(to).")
          : Terminal.say(
            zh: "\(unit)：不同意到第 \(to) 档。", en: "\(unit): step \(to) is refused."))
    }
  }
}

/// The tables of the ladder.
enum LadderTables {
  static func standings(_ found: Escalations) -> Table {
    var table = Table(columns: [
      Table.Column("unit", zh: "单位", en: "Unit"), Table.Column("name", zh: "名称", en: "Name"),
      Table.Column("step", zh: "现在", en: "Now"), Table.Column("since", zh: "自", en: "Since"),
      Table.Column("proposed", zh: "待定", en: "Proposed"),
      Table.Column("evidence", zh: "依据", en: "Evidence"),
      Table.Column("decider", zh: "由谁决定", en: "Decider"),
      Table.Column("case", zh: "案卷", en: "Case"),
    ])
    for unit in found.units {
      let step = unit.proposal.flatMap { found.decidingStep($0) }
      table.rows.append([
        unit.code, unit.name.text(in: Terminal.language), name(unit.standing.step, found.ladder),
        unit.standing.decision?.month.description ?? "",
        unit.proposal.map { name($0.to, found.ladder) } ?? "",
        unit.proposal.map { proposal in
          (proposal.evidence.map(word) + proposal.facts.map { $0.name.text(in: Terminal.language) })
            .joined(separator: " ")
        } ?? "",
        step?.decider.name.text(in: Terminal.language) ?? "",
        unit.openCase?.key.description ?? "",
      ])
    }
    return table
  }

  static func trials(_ trials: [LadderTrial], _ ladder: Ladder) -> Table {
    var table = Table(columns: [
      Table.Column("unit", zh: "单位", en: "Unit"), Table.Column("period", zh: "月", en: "Month"),
      Table.Column("from", zh: "由", en: "From"), Table.Column("to", zh: "到", en: "To"),
      Table.Column("evidence", zh: "依据", en: "Evidence"),
    ])
    for trial in trials {
      for move in trial.moves {
        table.rows.append([
          trial.unit, move.month.description, name(move.from, ladder), name(move.to, ladder),
          move.evidence.map(word).joined(separator: " "),
        ])
      }
    }
    return table
  }

  private static func name(_ step: Int, _ ladder: Ladder) -> String {
    ladder.step(step).map { "\($0.number) \($0.name.text(in: Terminal.language))" } ?? "–"
  }

  private static func word(_ month: LadderMonth) -> String {
    let rank = Standing.rankText(doubled: month.doubledRank).map { "(\($0)/\(month.ranked))" } ?? ""
    return "\(month.month)\(month.colour.word.text(in: Terminal.language))\(rank)"
  }
}
