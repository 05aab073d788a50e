import ArgumentParser
import LedgerDomain
import LedgerOperations

/// Which month, units and rules a result is of.
struct ResultOptions: ParsableArguments {
  @OptionGroup var actor: ActorOptions
  @Option(name: .customLong("of"), help: "The unit below which units are compared.")
  var scope: String
  @Option(name: .long, help: "Their kind; the method's otherwise.")
  var kind: String?
  @OptionGroup var form: Table.Form
  @Argument(help: "The month, 2026-01.")
  var period: String

  func result() async throws -> (answer: MonthResult, isInvented: Bool) {
    let month = try Arguments.month(period)
    return try await actor.read {
      try await $0.result(of: month, scope: scope, kind: kind, by: $1)
    }
  }

  /// The line above a table.
  func headline(_ result: MonthResult, _ title: BilingualText) -> String {
    let state =
      result.edition.map { Terminal.say(zh: "第 \($0) 号期刊版", en: "edition \($0)") }
      ?? (result.isClosed
        ? Terminal.say(zh: "已月结，未发布", en: "closed, not published")
        : Terminal.say(zh: "未月结，试算", en: "not closed: a trial"))
    return Terminal.say(
      zh: "\(title.zh)　\(result.plan.month)　\(scope)　\(result.units.count) 个单位　\(state)",
      en: "\(title.en) · \(result.plan.month) · \(scope) · \(result.units.count) units · \(state)")
  }
}

struct RankingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking", abstract: "Rankings. 排名。",
    subcommands: [Show.self, RobustnessCommand.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The ranking of a month, with reasons. 某月排名与理由。")
    @OptionGroup var options: ResultOptions
    @Option(name: .long, help: "Only the peers below this unit, where there are several.")
    var peersOf: String?

    func run() async throws {
      let (result, isInvented) = try await options.result()
      guard let method = result.plan.method else {
        throw Refusal(
          MonthRefusal.noMethod, options.scope, result.plan.month.description, "index")
      }
      let rankings = result.evaluation.rankings.filter { peersOf == nil || $0.peersOf == peersOf }
      if options.form.json || options.form.csv {
        var table = Self.table
        table.rows = rankings.flatMap { Self.rows($0, result, method) }
        table.write(as: options.form, isInvented: isInvented)
        return
      }
      Terminal.print(options.headline(result, method.title))
      for ranking in rankings {
        if rankings.count > 1 { Terminal.print("\n\(ranking.peersOf)") }
        var table = Self.table
        table.rows = Self.rows(ranking, result, method)
        table.write(as: options.form, isInvented: isInvented)
      }
      Self.legend(result)
    }

    private static var table: Table {
      Table(columns: [
        Table.Column("rank", zh: "位次", en: "Rank", isNumber: true),
        Table.Column("change", zh: "升降", en: "±"),
        Table.Column("unit", zh: "代码", en: "Code"),
        Table.Column("name", zh: "单位", en: "Unit"),
        Table.Column("colour", zh: "评色", en: "Colour"),
        Table.Column("score", zh: "得分", en: "Score", isNumber: true),
        Table.Column("reason", zh: "失分最多", en: "Most marks lost"),
        Table.Column("rules", zh: "触发规则", en: "Rules hit"),
      ])
    }

    private static func rows(
      _ ranking: Evaluation.PeerRanking, _ result: MonthResult, _ method: IndexMethod
    ) -> [[String]] {
      ranking.standings.map { standing in
        let unit = result.units[standing.unit]
        let rating =
          result.evaluation.ratings.isEmpty ? nil : result.evaluation.ratings[standing.unit]
        return [
          standing.rankText ?? "–", change(standing, result.previous[unit.unit.code]),
          unit.unit.code, unit.name.text(in: Terminal.language),
          rating.map { ResultText.colour($0.colour) } ?? "",
          ResultText.marks(standing.score, method.score.decimals),
          ResultText.mainReason(standing, method, in: result),
          rating?.hits.map(\.rule).joined(separator: " ") ?? "",
        ]
      }
    }

    private static func change(_ standing: Standing, _ before: Int?) -> String {
      guard let now = standing.doubledRank, let before else { return "" }
      if now == before { return "＝" }
      let places = Standing.rankText(doubled: abs(now - before)) ?? ""
      return (now < before ? "↑" : "↓") + places
    }

    private static func legend(_ result: MonthResult) {
      let used = Set(result.evaluation.ratings.flatMap { $0.hits.map(\.rule) })
      for rule in result.plan.ruleSet?.rules ?? [] where used.contains(rule.id) {
        Terminal.print("  \(rule.id)  \(rule.text.text(in: Terminal.language))")
      }
    }
  }
}

extension RankingCommand {
  struct RobustnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "robustness",
      abstract: "How sure each rank is: bands, and who cannot be told apart. 位次的稳健性。",
      discussion: """
        Ranks the units again and again with weights, normalisations and aggregations varied as \
        the method states, and counts drawn from their counting error. The band holds at least \
        90 % of the draws; two units whose order is the same in fewer than 95 % of them are not \
        told apart.
        """)
    @OptionGroup var options: ResultOptions
    @OptionGroup var robustness: RobustnessOptions

    func run() async throws {
      let (result, isInvented) = try await options.result()
      guard let method = result.plan.method else {
        throw Refusal(
          MonthRefusal.noMethod, options.scope, result.plan.month.description, "index")
      }
      var table = Table(
        columns: [
          Table.Column("unit", zh: "代码", en: "Code"),
          Table.Column("name", zh: "单位", en: "Unit"),
          Table.Column("rank", zh: "位次", en: "Rank", isNumber: true),
        ] + RobustnessOptions.columns)
      for ranking in result.evaluation.rankings {
        let sure = try ranking.robustness(
          method, result.evaluation.cube, draws: robustness.draws, seed: robustness.seed,
          worst: robustness.worst)
        table.rows += ranking.standings.enumerated().map { position, standing in
          let unit = result.units[standing.unit]
          return [
            unit.unit.code, unit.name.text(in: Terminal.language), standing.rankText ?? "–",
          ]
            + RobustnessOptions.cells(sure, position) {
              result.units[ranking.standings[$0].unit].unit.code
            }
        }
      }
      if !options.form.json && !options.form.csv {
        Terminal.print(options.headline(result, method.title))
        Terminal.print(
          Terminal.say(
            zh: "抽样 \(robustness.draws) 次，种子 \(robustness.seed)，末位 \(robustness.worst) 名，概率为百分比。",
            en: "\(robustness.draws) draws, seed \(robustness.seed), worst \(robustness.worst), "
              + "probabilities in per cent."))
      }
      table.write(as: options.form, isInvented: isInvented)
    }
  }
}

struct RatingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rating", abstract: "Ratings. 评色。", subcommands: [Show.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Each unit's colour, with every rule that hit. 某月评色与所触发的规则。")
    @OptionGroup var options: ResultOptions

    func run() async throws {
      let (result, isInvented) = try await options.result()
      guard let rules = result.plan.ruleSet else {
        throw Refusal(
          MonthRefusal.noMethod, options.scope, result.plan.month.description, "rules")
      }
      var table = Table(columns: [
        Table.Column("unit", zh: "代码", en: "Code"),
        Table.Column("name", zh: "单位", en: "Unit"),
        Table.Column("colour", zh: "评色", en: "Colour"),
        Table.Column("rules", zh: "触发规则", en: "Rules hit"),
        Table.Column("reasons", zh: "依据", en: "Reasons"),
      ])
      table.rows = zip(result.units, result.evaluation.ratings).enumerated().map { position, pair in
        let (unit, rating) = pair
        return [
          unit.unit.code, unit.name.text(in: Terminal.language),
          ResultText.colour(rating.colour), rating.hits.map(\.rule).joined(separator: " "),
          Self.reasons(rating, of: position, in: result),
        ]
      }
      if !options.form.json && !options.form.csv {
        Terminal.print(
          options.headline(result, BilingualText(zh: "评色 \(rules.id)", en: "Ratings \(rules.id)")))
      }
      table.write(as: options.form, isInvented: isInvented)
    }

    static func reasons(_ rating: Rating, of unit: Int, in result: MonthResult) -> String {
      if !rating.absent.isEmpty {
        return Terminal.say(zh: "缺报 ", en: "absent ") + rating.absent.joined(separator: ", ")
      }
      var seen: Set<Measure> = []
      return rating.hits.flatMap(\.inputs).filter { seen.insert($0.measure).inserted }.map {
        let value = ResultText.text($0.measured, $0.measure, of: unit, in: result)
        return "\(ResultText.name($0.measure)) \(value)"
      }.joined(separator: "; ")
    }
  }
}

struct UnitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "One unit. 单位。", subcommands: [Show.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Why a unit has its rank and colour. 某单位为何是此位次与颜色。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which it is compared.")
    var scope: String
    @OptionGroup var form: Table.Form
    @Argument(help: "The unit's code.")
    var code: String
    @Argument(help: "The month, 2026-01.")
    var period: String

    func run() async throws {
      let month = try Arguments.month(period)
      let (result, isInvented) = try await actor.read {
        try await $0.result(of: month, scope: scope, kind: nil, by: $1)
      }
      guard let position = result.units.firstIndex(where: { $0.unit.code == code }) else {
        throw Refusal(UnitRefusal.unknown, at: .option("CODE"), code)
      }
      if !form.json && !form.csv { Terminal.print("\(code) \(month)") }
      if let method = result.plan.method {
        for ranking in result.evaluation.rankings {
          for standing in ranking.standings where standing.unit == position {
            write(standing, ranking, method, in: result, isInvented: isInvented)
          }
        }
      }
      guard !form.json, !form.csv, !result.evaluation.ratings.isEmpty else { return }
      let rating = result.evaluation.ratings[position]
      Terminal.print(ResultText.colour(rating.colour))
      for hit in rating.hits {
        let rule = result.plan.ruleSet?.rules.first { $0.id == hit.rule }
        Terminal.print("  \(hit.rule)  \(rule?.text.text(in: Terminal.language) ?? "")")
        for input in hit.inputs {
          let value = ResultText.text(input.measured, input.measure, of: position, in: result)
          Terminal.print("      \(ResultText.name(input.measure)): \(value)")
        }
      }
    }

    private func write(
      _ standing: Standing, _ ranking: Evaluation.PeerRanking, _ method: IndexMethod,
      in result: MonthResult, isInvented: Bool
    ) {
      if !form.json && !form.csv {
        Terminal.print(
          Terminal.say(
            zh: "\(ranking.peersOf)：第 \(standing.rankText ?? "–") 名，共 \(ranking.ranked) 名，"
              + "\(ResultText.marks(standing.score, method.score.decimals, shown: 6)) 分",
            en: "\(ranking.peersOf): rank \(standing.rankText ?? "–") of \(ranking.ranked), "
              + "score \(ResultText.marks(standing.score, method.score.decimals, shown: 6))"))
      }
      var table = Table(columns: [
        Table.Column("component", zh: "项目", en: "Component"),
        Table.Column("measured", zh: "实际", en: "Measured", isNumber: true),
        Table.Column("marks", zh: "得分", en: "Marks", isNumber: true),
        Table.Column("of", zh: "满分", en: "Of", isNumber: true),
        Table.Column("lost", zh: "失分", en: "Lost", isNumber: true),
        Table.Column("note", zh: "说明", en: "Note"),
      ])
      let decimals = method.score.decimals
      for ((name, component), part) in zip(method.components, standing.components) {
        let note =
          part.isAbsent
          ? Terminal.say(zh: "缺报", en: "missing")
          : part.isSmallBase ? Terminal.say(zh: "小基数", en: "small base") : ""
        // Marks would tell what they were given for.
        if let mark = result.mark(component.measure, of: standing.unit) {
          table.rows.append([
            name, mark.text, "", ResultText.marks(part.marksMax, decimals), "", "",
          ])
          continue
        }
        table.rows.append([
          name, ResultText.text(part.measured, component.measure),
          ResultText.marks(part.marks, decimals), ResultText.marks(part.marksMax, decimals),
          ResultText.marks((part.marksMax ?? 0) - (part.marks ?? 0), decimals), note,
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }
}
