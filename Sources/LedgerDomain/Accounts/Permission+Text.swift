extension Permission {
  /// What it allows.
  public var text: BilingualText {
    switch self {
    case .readSelf: BilingualText(zh: "查看本人账号和账号策略", en: "see one's own account and the policy")
    case .changeOwnPassword: BilingualText(zh: "修改本人密码", en: "change one's own password")
    case .enrolSecondFactor: BilingualText(zh: "绑定第二因子", en: "enrol a second factor")
    case .endOwnSession: BilingualText(zh: "查看、结束本人会话", en: "see and end one's own sessions")
    case .createOwnToken: BilingualText(zh: "新建本人令牌", en: "create one's own tokens")
    case .readCatalogue:
      BilingualText(zh: "查看单位、指标、报表、日历", en: "read units, indicators, forms, calendar")
    case .keepCatalogue:
      BilingualText(zh: "维护单位、指标、报表、日历", en: "keep units, indicators, forms, calendar")
    case .readTargets: BilingualText(zh: "查看目标", en: "read targets")
    case .keepTargets: BilingualText(zh: "下达目标", en: "set targets")
    case .readMethods: BilingualText(zh: "查看评价规则和指数方法", en: "read rule sets and methods")
    case .proposeMethod: BilingualText(zh: "提出规则或方法", en: "propose a rule set or method")
    case .approveMethod: BilingualText(zh: "批准规则或方法", en: "approve a rule set or method")
    case .readSubmissions:
      BilingualText(zh: "查看报送和报送完整性", en: "read submissions and completeness")
    case .submit: BilingualText(zh: "起草、报送、更正", en: "draft, submit, correct")
    case .reviewForUnit: BilingualText(zh: "本单位审核", en: "review for the unit")
    case .acceptForOffice: BilingualText(zh: "联席办接收或退回", en: "accept or return for the office")
    case .verifyFigure: BilingualText(zh: "核验数值", en: "confirm or dispute a figure")
    case .readSmallCounts:
      BilingualText(zh: "查看被隐去的小数值", en: "read counts that are too small to be shown")
    case .readMonth:
      BilingualText(zh: "查看月结状态（核对单限授权范围）", en: "read a month's state, its list in scope")
    case .closeMonth: BilingualText(zh: "月结", en: "close a month")
    case .proposeReopening: BilingualText(zh: "提出重开", en: "propose to reopen a month")
    case .agreeToReopening: BilingualText(zh: "同意重开", en: "agree to reopen a month")
    case .readTasks: BilingualText(zh: "查看责任清单", en: "read responsibility lists")
    case .keepTasks: BilingualText(zh: "维护责任清单", en: "keep responsibility lists")
    case .reportTask: BilingualText(zh: "报任务进展", en: "report on a task")
    case .readCampaigns: BilingualText(zh: "查看攻坚行动", en: "read campaigns")
    case .keepCampaigns: BilingualText(zh: "维护攻坚行动", en: "keep campaigns")
    case .acceptTask: BilingualText(zh: "任务销号或退回", en: "accept a task or return it")
    case .readMeetings:
      BilingualText(zh: "查看本单位参加的会议", en: "read meetings to which one's unit is invited")
    case .keepMeetings:
      BilingualText(zh: "起草、记录、结束会议", en: "draft, record and close meetings")
    case .callMeeting: BilingualText(zh: "召集会议", en: "call a meeting")
    case .relayMeeting: BilingualText(zh: "报会议传达情况", en: "report that a meeting was passed on")
    case .readPublished: BilingualText(zh: "查看已发布的排名和评色", en: "read what is published")
    case .readDetails:
      BilingualText(zh: "查看已发布结果的明细", en: "read what published results are made of")
    case .readUnpublished: BilingualText(zh: "查看未发布的结果", en: "read unpublished results")
    case .proposeEdition: BilingualText(zh: "提出发布", en: "propose to publish")
    case .publishEdition: BilingualText(zh: "发布", en: "publish")
    case .readSteps: BilingualText(zh: "查看阶梯和升降", en: "see who stands on which step")
    case .decideStep:
      BilingualText(zh: "决定升降（按阶梯所定角色）", en: "decide on a step that is one's role's")
    case .answerStep:
      BilingualText(zh: "回复、报送整改情况、申诉", en: "answer for a unit on its step, object")
    case .recordStep:
      BilingualText(
        zh: "登记约谈、复查、验收和触发事项", en: "record interviews, re-checks, acceptances, triggers")
    case .decideObjection: BilingualText(zh: "决定申诉", en: "decide on an objection")
    case .readRecords:
      BilingualText(zh: "查看督导、创建、事项等记录", en: "read inspections, matters and other records")
    case .keepRecords: BilingualText(zh: "登记和办理这些记录", en: "keep such records and decide on them")
    case .answerRecord:
      BilingualText(zh: "提出事项、申报创建、整改和答复", en: "raise matters, apply, put right, answer")
    case .readAssessments: BilingualText(zh: "查看年度考核", en: "read annual assessments")
    case .sealAssessment: BilingualText(zh: "年度考核定稿", en: "seal an annual assessment")
    case .readJournal: BilingualText(zh: "查看日志", en: "read the journal")
    case .readCheckpoints: BilingualText(zh: "查看检查点", en: "read checkpoints")
    case .signCheckpoint: BilingualText(zh: "签署检查点", en: "sign a checkpoint")
    case .recordRecovery: BilingualText(zh: "登记恢复", en: "record a recovery")
    case .readAccounts: BilingualText(zh: "查看账号", en: "read accounts")
    case .keepAccounts: BilingualText(zh: "新建、启用、停用账号", en: "create, enable, disable accounts")
    case .keepGrants: BilingualText(zh: "授权、终止授权", en: "add and end grants")
    case .resetCredentials:
      BilingualText(zh: "重置密码和第二因子、解锁", en: "reset credentials, unlock")
    case .keepPolicy: BilingualText(zh: "修改账号策略", en: "set the policy of accounts")
    }
  }
}

extension PermissionRule.Reach {
  /// How far that is.
  public var text: BilingualText {
    switch self {
    case .own: BilingualText(zh: "本人", en: "oneself")
    case .everything: BilingualText(zh: "全部", en: "everything")
    case .anywhere:
      BilingualText(zh: "全部，由在任一单位的授权", en: "everything, by a grant for any unit")
    case .whole:
      BilingualText(
        zh: "全库（须为最高一级单位、不限报表的授权）",
        en: "everything, by a grant at the top and for every form")
    case .units: BilingualText(zh: "授权单位及下级、授权报表", en: "the grant's unit, all below, its form")
    }
  }
}

extension PermissionRule.MonthCondition {
  /// Which months those are.
  public var text: BilingualText {
    switch self {
    case .any: BilingualText(zh: "不限", en: "any")
    case .open: BilingualText(zh: "开放或已重开", en: "open or reopened")
    case .closed: BilingualText(zh: "已月结（含已提出重开）", en: "closed, reopening proposed or not")
    case .reopeningProposed: BilingualText(zh: "已提出重开", en: "reopening proposed")
    }
  }
}

extension PermissionRule.Exclusion {
  /// Who that is.
  public var text: BilingualText {
    switch self {
    case .nobody: BilingualText(zh: "—", en: "—")
    case .submitter: BilingualText(zh: "报送人", en: "who submitted it")
    case .proposer: BilingualText(zh: "提出人", en: "who proposed it")
    case .decider: BilingualText(zh: "原决定人", en: "who decided on the step")
    case .oneself: BilingualText(zh: "对本人", en: "for oneself")
    }
  }
}
