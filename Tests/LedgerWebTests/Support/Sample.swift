import LedgerDomain

/// A catalogue small enough to be worked out by hand.
enum Sample {
  static let units = """
    code,name,name_en,kind,parent,group,valid_from,valid_to
    SQ,示例市,Sample City,city,,,2000-01-01,
    SQ-A,甲县,County A,county,SQ,,2000-01-01,
    SQ-B,乙县,County B,county,SQ,,2000-01-01,
    SQ-A-1,甲一镇,Township A1,township,SQ-A,,2000-01-01,
    SQ-P,市公安局,City Police,agency,SQ,,2000-01-01,

    """
  static let populations = """
    code,as_of,population
    SQ,2020-11-01,900000
    SQ-A,2020-11-01,400000
    SQ-B,2020-11-01,500000

    """
  static let tasks = """
    序号,上级任务,任务,牵头单位,责任单位,期限,目标值
    1,,全市宣传,SQ,,2026-06-30,
    2,,甲县宣传,甲县,,2026-01-31,
    3,,乙县宣传,SQ-B,SQ-P,2026-06-30,18
    3.1,3,乙县进校园,SQ-B,,2026-06-30,

    """
  static let targets = """
    unit,indicator,year,kind,value
    SQ-A,CASES,2026,at_most,300
    SQ-B,CASES,2026,at_most,400

    """
  static let indicators: JSONValue = [
    [
      "code": "CASES", "name": ["zh": "发案数", "en": "Cases"],
      "unit": ["zh": "起", "en": "cases"], "decimals": 0, "direction": "lower", "kind": "flow",
    ],
    [
      "code": "LOSS", "name": ["zh": "损失", "en": "Loss"],
      "unit": ["zh": "万元", "en": "10,000 yuan"], "decimals": 2, "direction": "lower",
      "kind": "flow",
    ],
  ]

  static func count(_ code: String) -> JSONValue {
    [
      "code": .string(code), "name": ["zh": .string(code), "en": .string(code)],
      "unit": ["zh": "项", "en": "items"], "decimals": 0, "direction": "none", "kind": "flow",
    ]
  }

  static func form(_ code: String, of indicators: [String]) -> JSONValue {
    [
      "code": .string(code), "name": ["zh": "账面", "en": "Records"], "effective": "2026-01",
      "kind": "county", "frequency": "month", "due_working_days": 5,
      "fields": .array(indicators.map { ["indicator": .string($0), "minimum": "0"] }),
    ]
  }

  /// Half by the index, half by colours and tasks.
  static let assessment: JSONValue = [
    "id": "year", "version": 1, "effective": "2025-01",
    "title": ["zh": "年度考核", "en": "The year"], "full": "100",
    "sheets": [
      [
        "kind": "county",
        "items": [
          ["id": "index", "text": ["zh": "指数", "en": "Index"], "marks": "50", "index": true],
          [
            "id": "colours", "text": ["zh": "评色", "en": "Colours"], "marks": "50",
            "deduct": [["on": "red", "marks": "2"], ["on": "late_task", "marks": "1"]],
          ],
        ],
      ]
    ],
  ]

  static func form(_ code: String, from month: String = "2025-01") -> JSONValue {
    [
      "code": .string(code), "name": ["zh": "月报", "en": "Monthly return"],
      "effective": .string(month), "kind": "county", "frequency": "month",
      "due_working_days": 5,
      "fields": [
        ["indicator": "CASES", "minimum": "0"], ["indicator": "LOSS", "minimum": "0"],
      ],
    ]
  }

  /// Every unit is proposed for its first step, which the director decides.
  static let ladder: JSONValue = [
    "id": "ladder", "version": 1, "effective": "2026-01", "kind": "county",
    "title": ["zh": "阶梯", "en": "Ladder"], "objection_working_days": 5,
    "steps": [
      [
        "number": 1, "name": ["zh": "提醒", "en": "Reminder"], "decided_by": "director",
        "enter": [
          "text": ["zh": "任何一个月", "en": "Any month"],
          "when": ["months": 1, "colours": ["red", "yellow", "blue", "grey"]],
        ],
        "deadlines": [
          ["what": ["zh": "回复", "en": "Answer"], "needs": "reply", "working_days": 5],
          ["what": ["zh": "约谈", "en": "Interview"], "needs": "interview", "working_days": 9],
        ],
      ],
      [
        "number": 2, "name": ["zh": "挂牌", "en": "Listing"], "decided_by": "director",
        "enter": [
          "text": ["zh": "被上级挂牌", "en": "Listed by a higher authority"],
          "when": ["fact": "listed_by_higher"],
        ],
        "listing": [
          "months": 1, "extended_months": 1, "acceptance_days": 40, "again_months": 6,
        ],
      ],
    ],
  ]

  static func rules(version: Int = 1) -> JSONValue {
    [
      "id": "colours", "version": .number(String(version)), "effective": "2025-01",
      "kind": "county",
      "rules": [
        [
          "id": "R1", "colour": "red", "text": ["zh": "发案过百", "en": "A hundred cases"],
          "when": [
            "measure": ["sum": "CASES", "window": "month"], "op": ">=", "value": "100",
          ],
        ]
      ],
    ]
  }

  static func method(version: Int = 1) -> JSONValue {
    [
      "id": "index", "version": .number(String(version)), "effective": "2025-01",
      "title": ["zh": "指数", "en": "Index"], "peers": ["kind": "county", "group": .null],
      "score": ["scale": 100, "decimals": 2],
      "rank": ["ties": "competition", "order": "descending", "unranked": []],
      "root": [
        "name": "index", "aggregation": "arithmetic",
        "children": [
          [
            "name": "cases", "weight": "100",
            "measure": ["sum": "CASES", "window": "month"], "direction": "lower",
            "normalise": ["goalposts": ["zero": "200", "full": "0", "clip": true]],
            "absent": [
              "missing": "zero", "not_applicable": "redistribute", "undefined": "redistribute",
            ],
          ]
        ],
      ],
      "deductions": [],
    ]
  }
}
