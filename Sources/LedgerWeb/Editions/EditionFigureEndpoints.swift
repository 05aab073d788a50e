import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What stands behind an edition: how sure ranks are, what would gain places, where a year leads.
enum EditionFigureEndpoints {
  static let all: [Endpoint] = [robustness, gains, path]

  private static let robustness = Endpoint(
    method: .get, path: "/editions/{id}/robustness", name: "editions.robustness", noun: "editions",
    summary: BilingualText(
      zh: "名次有多稳：各单位的名次区间。", en: "How sure the ranks are: a band for each unit."),
    access: .permission(.readPublished),
    answer: .json(
      .object([
        .required("edition", .document), .required("draws", SharedSchemas.count),
        .required("seed", SharedSchemas.count),
        .required(
          "bands",
          .array(
            .object([
              .required("unit", SharedSchemas.code), .required("low", rank),
              .required("high", rank),
            ]), max: 100_000)),
      ])),
    handle: { call in
      let published = try await call.web.editions.published(try call.number("id"))
      let figures = try await call.web.editions.figures(of: published)
      let bands = published.month.ranking.standings.compactMap { standing -> JSONValue? in
        figures.robustness?.bands[standing.unit].map { band in
          [
            "unit": .string(standing.unit),
            "low": .optional(Standing.rankText(doubled: band.doubledLow)),
            "high": .optional(Standing.rankText(doubled: band.doubledHigh)),
          ]
        }
      }
      return .json([
        "edition": published.head.json, "draws": .integer(figures.robustness?.draws ?? 0),
        "seed": .integer(EditionFigures.seed), "bands": .array(bands),
      ])
    })

  private static let gains = Endpoint(
    method: .get, path: "/editions/{id}/gains/{unit}", name: "editions.gains", noun: "editions",
    summary: BilingualText(
      zh: "一个单位怎样才能前进几位。", en: "What a unit needs to pass the next ones."),
    access: .permission(.readDetails),
    answer: .json(
      .object([
        .required("unit", SharedSchemas.code),
        .required(
          "gains",
          .array(
            .object([
              .required("rank", rank), .required("past", .array(SharedSchemas.code, max: 100_000)),
              .required("marks", number),
              .required(
                "ways",
                .array(
                  .object([
                    .required("component", .string(.init(max: 200))), .required("value", number),
                  ]), max: 1_000)),
            ]), max: 3)),
      ])),
    handle: { call in
      let (published, unit) = try await call.coveredUnit()
      let (month, method) = (published.month, published.month.inputs.plan.method)
      let figures = try await call.web.editions.figures(of: published)
      guard let method, let standing = month.standing(unit),
        let place = month.ranking.standings.firstIndex(where: { $0.unit == unit })
      else { throw Refusal(EditionRefusal.unitNotRated, unit, String(published.head.number)) }
      let gains = try method.gains(of: place, among: figures.inputs, steps: 3)
      return .json([
        "unit": .string(unit),
        "gains": .array(gains.map { json($0, month, standing) }),
      ])
    })

  private static func json(
    _ gain: Gain, _ month: PublishedMonth, _ standing: EditionResult.UnitStanding
  ) -> JSONValue {
    let ways = gain.ways.filter {
      standing.components.indices.contains($0.component)
        && standing.components[$0.component].measured != .absent(.withheld)
    }
    return [
      "rank": .optional(Standing.rankText(doubled: gain.doubledRank)),
      "past": .array(gain.past.map { .string(month.ranking.standings[$0].unit) }),
      "marks": .string(month.fraction(gain.marks).exactText),
      "ways": .array(
        ways.map {
          [
            "component": .string(month.components[$0.component].name),
            "value": .string($0.value.exactText),
          ]
        }),
    ]
  }

  private static let path = Endpoint(
    method: .get, path: "/editions/{id}/paths/{unit}/{indicator}", name: "editions.path",
    noun: "editions",
    summary: BilingualText(
      zh: "一个单位一项指标全年的路：累计、目标、上年和预计；小数目不公开时各项为空。",
      en: "An indicator's way through the year: totals, target, last year, projection; all null "
        + "where small counts are not told."),
    access: .permission(.readDetails),
    answer: .json(
      .object([
        .required("unit", SharedSchemas.code), .required("indicator", SharedSchemas.code),
        .required("totals", numbers), .required("lastYear", numbers), .required("due", numbers),
        .required(
          "projection",
          .orNull(
            .object([
              .required("expected", number), .required("low", number), .required("high", number),
            ]))),
      ])),
    handle: { call in
      let (published, unit) = try await call.coveredUnit()
      let figures = try await call.web.editions.figures(of: published)
      let code = call.part("indicator")
      guard let place = figures.position(of: unit), published.month.standing(unit) != nil else {
        throw Refusal(EditionRefusal.unitNotRated, unit, String(published.head.number))
      }
      let targets = try await call.ledger.targets(
        year: published.head.period.year, by: call.actor())
      let target = targets.first {
        $0.unit == unit && $0.indicator == code && $0.kind != .decreaseFromStart
      }
      let path = YearPath(code, unit: place, in: figures.years, target: target)
      guard let path else { throw Refusal(MeasureRefusal.indicatorUnknown, code) }
      return .json(json(path, unit, code, isTold: figures.tells(code, of: unit)))
    })

  private static func json(
    _ path: YearPath, _ unit: String, _ code: String, isTold: Bool
  ) -> JSONValue {
    func numbers(_ values: [Fraction?]) -> JSONValue {
      .array(values.map { .optional(isTold ? $0?.exactText : nil) })
    }
    let projection: JSONValue? = path.projection.map {
      [
        "expected": .string($0.expected.exactText), "low": .string($0.low.exactText),
        "high": .string($0.high.exactText),
      ]
    }
    return [
      "unit": .string(unit), "indicator": .string(code), "totals": numbers(path.totals),
      "lastYear": numbers(path.lastYear), "due": numbers(path.due),
      "projection": isTold ? projection ?? .null : .null,
    ]
  }

  private static let rank = Schema.orNull(.string(.init(max: 20)))
  private static let number = Schema.string(.init(max: 1_000))
  private static let numbers = Schema.array(.orNull(number), max: 12)
}

extension Call {
  /// The edition and the unit of a path, whose details the session sees all of.
  fileprivate func coveredUnit() async throws -> (EditionCache.Published, unit: String) {
    let published = try await web.editions.published(try number("id"))
    let unit = try unit()
    guard try await visibleScope().covers(unit) else { throw Refusal(AccountRefusal.outOfScope) }
    return (published, unit)
  }
}
