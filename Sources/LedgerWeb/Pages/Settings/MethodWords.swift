import LedgerDomain

/// A rule set or an index method in words: every choice of the file, and nothing besides.
struct MethodWords: Sendable {
  let conditions: ConditionText

  init(_ say: Say, _ indicators: [String: Indicator]) {
    conditions = ConditionText(words: MeasureText(say: say, indicators: indicators))
  }

  private var say: Say { conditions.words.say }

  private func indicator(_ code: String) -> String {
    conditions.words.name(.last(code, monthsBack: 0))
  }

  // MARK: - Rules

  /// The rules, each with its sentence, and what holds for all.
  func html(_ rules: RuleSet) -> HTML {
    let items = HTML(each: rules.rules) { rule in
      let besides = rule.indicator.map { say(MethodWord.colours, indicator($0)) } ?? ""
      return """
        <li id="rule-\(rule.id)"><b>\(rule.id)</b> \(Chip(rule.colour, say).html) \(say(rule.text))
        <p class="dim">\(capital(say(
          MethodWord.ruleWhen, conditions.sentence(rule.condition),
          say.colour(rule.colour)))) \(besides)</p></li>

        """
    }
    var general = rules.requires.map { say(MethodWord.requires, indicator($0)) }
    if let kind = rules.kind { general.insert(say(MethodWord.kindOnly, kind), at: 0) }
    general.append(say(MethodWord.worst))
    return "<ul class=\"words\">\n\(items)</ul>\n<p>\(say.sentences(general))</p>"
  }

  private func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: - Index

  /// The method: who is compared, every component, marks off, how ranks are made.
  func html(_ method: IndexMethod) -> HTML {
    """
    <h3>\(say(method.title))</h3>
    <p>\(say.sentences(general(method)))</p>
    \(node(method.root, share: nil))
    \(deductions(method))
    <p class="dim">\(say(
      MethodWord.robust, percent(method.robustness.weightsWithin),
      String(method.robustness.normalisations.count),
      String(method.robustness.aggregations.count)))</p>
    """
  }

  private func general(_ method: IndexMethod) -> [String] {
    let peers = method.peers
    var texts: [String] = []
    if let kind = peers.kind { texts.append(say(MethodWord.kindOnly, kind)) }
    let within: MethodWord =
      peers.withinParent ? (peers.withinScope ? .peersBoth : .peersParent) : .peersScope
    texts.append(say(within))
    if let group = peers.group { texts.append(say(MethodWord.group, group)) }
    texts.append(
      say(
        MethodWord.scoreForm, number(method.score.scale), String(method.score.decimals)))
    let ranking = method.ranking
    texts.append(
      say(
        MethodWord.rankForm, say(ranking.isDescending ? MethodWord.highFirst : .lowFirst),
        say(word(ranking.ties))))
    if !ranking.keys.isEmpty {
      texts.append(say(MethodWord.keys, say.list(ranking.keys.map(conditions.name))))
    }
    if !ranking.unranked.isEmpty {
      texts.append(say(MethodWord.unrankedUnits, say.list(ranking.unranked.sorted())))
    }
    return texts + ranking.unrankedStates.map { say(MethodWord.unrankedState, $0) }
  }

  private func word(_ ties: Ties) -> MethodWord {
    switch ties {
    case .competition: .competition
    case .dense: .dense
    case .ordinal: .ordinal
    case .average: .average
    case .max: .max
    }
  }

  private func word(_ aggregation: Aggregation) -> MethodWord {
    switch aggregation {
    case .arithmetic: .arithmetic
    case .geometric: .geometric
    case .harmonic: .harmonic
    case .minimum: .minimum
    case .borda: .borda
    case .copeland: .copeland
    }
  }

  private func node(_ node: IndexNode, share: Fraction?) -> HTML {
    let text =
      switch node {
      case .inner(_, _, let aggregation, _): say(word(aggregation))
      case .leaf(_, _, let component): sentence(component)
      }
    let line =
      share.map {
        say(MethodWord.node, node.name, number(node.weight), percent($0), text)
      } ?? "\(node.name)\(say.language == .chinese ? "：" : ": ")\(text)"
    guard case .inner(_, _, _, let children) = node else { return "<li>\(line)</li>\n" }
    let sum = children.reduce(Fraction.zero) { $0 + $1.weight }
    let items = HTML(each: children) { self.node($0, share: ($0.weight / sum) ?? .zero) }
    let list: HTML = "\(line)\n<ul class=\"words\">\n\(items)</ul>\n"
    return share == nil
      ? "<p>\(line)</p>\n<ul class=\"words\">\n\(items)</ul>\n" : "<li>\(list)</li>\n"
  }

  private func deductions(_ method: IndexMethod) -> HTML? {
    guard !method.deductions.isEmpty else { return nil }
    let items = HTML(each: method.deductions) { item in
      """
      <li>\(say(
        MethodWord.deduction, say(item.text), conditions.name(item.measure), number(item.free),
        number(item.marksEach)))</li>

      """
    }
    return "<ul class=\"words\">\n\(items)</ul>"
  }

  // MARK: - Components

  private func sentence(_ component: IndexComponent) -> String {
    let steps =
      [
        component.transform.map { transform in
          switch transform {
          case .log10: say(MethodWord.log10)
          case .ln: say(MethodWord.ln)
          case .sqrt: say(MethodWord.sqrt)
          }
        }, normalisation(component),
        component.scale.map { say(MethodWord.scale, number($0.low), number($0.high)) },
        component.smallBase.map { small in
          say(
            MethodWord.smallBase, number(small.below), number(small.full), number(small.zero),
            number(small.between))
        },
      ].compactMap(\.self)
    let stop = say.language == .chinese ? "；" : "; "
    return say(
      MethodWord.leaf, conditions.name(component.measure),
      say(component.isLowerBetter ? MethodWord.lower : .higher), steps.joined(separator: stop),
      absence(component.absence).joined(separator: stop))
  }

  private func normalisation(_ component: IndexComponent) -> String {
    func exact(_ value: Fraction) -> String { conditions.exact(value, component.measure) }
    switch component.normalisation {
    case .goalposts(let zero, let full, let isClipped):
      let text = say(MethodWord.goalposts, exact(zero), exact(full))
      return isClipped ? text : say.list([text, say(MethodWord.unclipped)])
    case .minMax: return say(MethodWord.minMax)
    case .zScore(let isSample): return say(isSample ? MethodWord.zSample : .zPopulation)
    case .rank: return say(MethodWord.rank)
    case .percentile: return say(MethodWord.percentile)
    case .distanceToBest: return say(MethodWord.toBest)
    case .distanceToMean: return say(MethodWord.toMean)
    case .categorical(let cuts, let marks):
      let first = zip(cuts, marks).prefix(1).map {
        say(MethodWord.cutsBelow, exact($0), number($1))
      }
      return say.list(
        first
          + zip(cuts, marks.dropFirst()).map { say(MethodWord.cutsFrom, exact($0), number($1)) })
    case .none: return say(MethodWord.itself)
    }
  }

  private func absence(_ rules: AbsenceRules) -> [String] {
    let lacks: [(MethodWord, AbsenceRules.Rule)] = [
      (.missing, rules.missing), (.withheld, rules.withheld),
      (.notApplicable, rules.notApplicable), (.undefined, rules.undefined),
    ]
    return lacks.map { word, rule in
      let text =
        switch rule {
        case .full: say(MethodWord.full)
        case .zero: say(MethodWord.zero)
        case .redistribute: say(MethodWord.redistribute)
        case .exclude: say(MethodWord.exclude, percent(rules.minimumShare))
        }
      return say(word, text)
    }
  }

  private func number(_ value: Fraction) -> String { MeasureText.minus(value.exactText) }

  private func percent(_ value: Fraction) -> String {
    let text = (value * Fraction(100)).text(decimals: 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }
}
