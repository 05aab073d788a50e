import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Campaigns with daily figures. 攻坚行动。",
    subcommands: [Import.self, List.self, Show.self, Extend.self, End.self, Close.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import a campaign from a JSON file. 导入行动。",
      discussion: """
        Until its first day another file takes the place of the first; then it is extended or ended.
        """)
    @OptionGroup var actor: ActorOptions
    @Argument var file: String

    func run() async throws {
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      try await actor.act { try await $0.importCampaign(document, by: $1) }.tell()
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List campaigns. 列出行动。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form

    func run() async throws {
      let (campaigns, isInvented) = try await actor.read { try await $0.campaigns(by: $1) }
      var table = Table(columns: [
        .init("code", zh: "代码", en: "code"), .init("name", zh: "行动", en: "campaign"),
        .init("start", zh: "开始", en: "start"), .init("end", zh: "截止", en: "end"),
        .init("phase", zh: "阶段", en: "phase"), .init("state", zh: "状态", en: "state"),
      ])
      for standing in campaigns {
        let campaign = standing.history.campaign
        table.rows.append([
          campaign.code, campaign.name.text(in: Terminal.language), campaign.start.description,
          standing.history.end?.description ?? "",
          standing.phase?.label.text(in: Terminal.language) ?? "",
          form.json || form.csv
            ? standing.state.rawValue : standing.state.text.text(in: Terminal.language),
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A campaign's board, which ranks nobody. 行动看板，不是官方排名。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Argument(help: "The campaign's code.")
    var code: String

    func run() async throws {
      let (shown, isInvented) = try await actor.read { [code] in
        try await $0.campaign(code, by: $1)
      }
      var table = Table(columns: [
        .init("unit", zh: "单位", en: "unit"), .init("indicator", zh: "指标", en: "indicator"),
        .init("last", zh: "最近一日", en: "last day", isNumber: true),
        .init("total", zh: "累计", en: "total", isNumber: true),
        .init("missing", zh: "缺报", en: "missing", isNumber: true),
        .init("before", zh: "比启动前", en: "on before", isNumber: true),
        .init("before_pairs", zh: "可比天数", en: "days", isNumber: true),
        .init("last_year", zh: "比上年", en: "on last year", isNumber: true),
        .init("last_year_pairs", zh: "可比天数", en: "days", isNumber: true),
      ])
      func add(
        _ unit: String, _ indicator: Int, _ sum: CampaignSum, _ mark: SuppressionMark?,
        hidesDay: Bool
      ) {
        func percent(_ comparison: CampaignComparison) -> String {
          guard mark == nil else { return "" }
          return comparison.change.map { ($0 * Fraction(100)).text(decimals: 1) + "%" } ?? ""
        }
        table.rows.append([
          unit, shown.board.indicators[indicator],
          hidesDay ? "*" : sum.last?.description ?? "", mark?.text ?? sum.total.exactText,
          String(sum.missing), percent(sum.before), String(sum.before.pairs),
          percent(sum.lastYear), String(sum.lastYear.pairs),
        ])
      }
      let isPlain = form.json || form.csv
      for (position, unit) in shown.units.enumerated() {
        for (indicator, sum) in shown.board.sums[position].enumerated() {
          add(
            isPlain ? unit.code : unit.name.text(in: Terminal.language), indicator, sum,
            shown.sight.mark(unit: position, indicator: indicator),
            hidesDay: shown.sight.hidesDay(indicator: indicator))
        }
      }
      if shown.units.count > 1 {
        for (indicator, sum) in shown.board.totals.enumerated() {
          let isHidden = shown.sight.hidesTotal(indicator: indicator)
          add(
            isPlain ? "" : Terminal.say(zh: "合计", en: "All"), indicator, sum,
            isHidden ? .hidden : nil, hidesDay: isHidden)
        }
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Decision: ParsableArguments {
    @Option(name: .long, help: "The last day from now on, 2026-01-15.")
    var until: String
    @Option(name: .long, help: "The number of the document that says so.")
    var document: String
    @Option(name: .long, help: "Who issued it.")
    var issuer: String
    @Option(name: .long, help: "The day of its issue.")
    var issued: String
    @Argument(help: "The campaign's code.")
    var code: String

    func decide(_ actor: ActorOptions, isExtension: Bool) async throws {
      let request = CampaignRequest(
        campaign: code, isExtension: isExtension,
        until: try ListsCommand.day(until, "--until"), document: document, issuer: issuer,
        issued: try ListsCommand.day(issued, "--issued"))
      _ = try await actor.act { try await $0.decideCampaign(request, by: $1) }
      Terminal.print(
        isExtension
          ? Terminal.say(zh: "已延期至 \(until)。", en: "Extended until \(until).")
          : Terminal.say(zh: "将于 \(until) 结束。", en: "Ends with \(until)."))
    }
  }

  struct Extend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Let it go on longer. 延期。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var decision: Decision

    func run() async throws { try await decision.decide(actor, isExtension: true) }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "End it. 决定结束。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var decision: Decision

    func run() async throws { try await decision.decide(actor, isExtension: false) }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sum it up and seal it. 总结封存。")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "The campaign's code.")
    var code: String
    @Argument(help: "What the office adds to the figures' sentences.")
    var closing: String

    func run() async throws {
      let event = try await actor.act { [code, closing] in
        try await $0.closeCampaign(code, closing: closing, by: $1)
      }
      let digest = event.digest ?? ""
      Terminal.print(
        Terminal.say(zh: "已总结封存，校验码 \(digest)。", en: "Closed and sealed; SHA-256 \(digest)."))
    }
  }
}
