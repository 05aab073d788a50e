import LedgerDomain

/// The journal, as auditors read it.
enum JournalText: String, PageText {
  case title, who, act, unit, month, from, to, all, anyAct, filter, download, none, next, first
  case number, time, subject, reason, hash, entry, caption, console, wholeLedger
  case state, entries, length, checkpoint, noCheckpoint, verified, notVerified, intact, broken
  case verifiedWhat, verifyNow, verifyNote, doneIntact, doneBroken
  case entryTitle, facts, factsNote, noFacts, before, after, column, content, previous, key
  case back, changed, unchanged, chain

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "留痕", en: "Journal")
    case .who: BilingualText(zh: "账号", en: "Account")
    case .act: BilingualText(zh: "事项", en: "Act")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .month: BilingualText(zh: "月份", en: "Month")
    case .from: BilingualText(zh: "起", en: "From")
    case .to: BilingualText(zh: "止", en: "To")
    case .all: BilingualText(zh: "全部单位", en: "every unit")
    case .anyAct: BilingualText(zh: "全部事项", en: "every act")
    case .filter: BilingualText(zh: "筛选", en: "Filter")
    case .download: BilingualText(zh: "下载所列（CSV）", en: "Download what is shown (CSV)")
    case .none: BilingualText(zh: "没有符合条件的留痕。", en: "No entry fits.")
    case .next: BilingualText(zh: "更早的留痕", en: "Earlier entries")
    case .first: BilingualText(zh: "回到最新", en: "Back to the newest")
    case .number: BilingualText(zh: "序号", en: "No.")
    case .time: BilingualText(zh: "时间", en: "Time")
    case .subject: BilingualText(zh: "对象", en: "Subject")
    case .reason: BilingualText(zh: "原因或说明", en: "Reason or detail")
    case .hash: BilingualText(zh: "哈希", en: "Hash")
    case .entry: BilingualText(zh: "第 {0} 号留痕", en: "Entry {0}")
    case .caption: BilingualText(zh: "最新的在前", en: "Newest first")
    case .console: BilingualText(zh: "控制台", en: "console")
    case .wholeLedger: BilingualText(zh: "全库", en: "the ledger")
    case .state: BilingualText(zh: "留痕链的状态", en: "State of the chains")
    case .entries: BilingualText(zh: "长度", en: "Length")
    case .length: BilingualText(zh: "{0} 条，{1} 条链", en: "{0} entries in {1} chains")
    case .checkpoint: BilingualText(zh: "最近检查点", en: "Latest checkpoint")
    case .noCheckpoint: BilingualText(zh: "还没有签署", en: "none was signed")
    case .verified: BilingualText(zh: "最近校验", en: "Last verified")
    case .notVerified: BilingualText(zh: "还没有校验过", en: "never")
    default: more
    }
  }

  private var more: BilingualText {
    switch self {
    case .intact: BilingualText(zh: "完好", en: "intact")
    case .broken: BilingualText(zh: "{0} 处不符", en: "{0} things do not agree")
    case .verifiedWhat:
      BilingualText(
        zh: "{0}，{1}：{2} 条留痕、{3} 行事实、{4} 个检查点、{5} 个期刊版",
        en: "{0} by {1}: {2} entries, {3} rows of facts, {4} checkpoints, {5} editions")
    case .verifyNow: BilingualText(zh: "校验", en: "Verify")
    case .verifyNote:
      BilingualText(
        zh: "重新计算全部链、事实、检查点和期刊版，可能需要几分钟；结果记入留痕。",
        en: "Computes every chain, fact, checkpoint and edition again, which may take minutes; "
          + "the journal keeps the result.")
    case .doneIntact: BilingualText(zh: "校验完毕：完好。", en: "Verified: intact.")
    case .doneBroken:
      BilingualText(
        zh: "校验完毕：有不符之处。请保全数据库。",
        en: "Verified: not everything agrees. Preserve the database.")
    case .entryTitle: BilingualText(zh: "{0} 链第 {1} 号留痕", en: "Entry {1} of the chain {0}")
    case .facts: BilingualText(zh: "所含事实", en: "Facts that it covers")
    case .factsNote:
      BilingualText(
        zh: "不显示报送数值、其说明和密钥；每类最多 50 行，评色和位次见期刊版。",
        en: "Reported figures, their notes and secrets are left out; at most 50 rows of a kind. "
          + "Colours and ranks stand in editions.")
    case .noFacts:
      BilingualText(
        zh: "这一条不含事实，或只含评色和位次。",
        en: "It covers no facts, or colours and ranks alone.")
    case .before: BilingualText(zh: "之前", en: "Before")
    case .after: BilingualText(zh: "之后", en: "After")
    case .column: BilingualText(zh: "栏", en: "Column")
    case .content: BilingualText(zh: "事实摘要", en: "Digest of the facts")
    case .previous: BilingualText(zh: "前一条的哈希", en: "Hash of the entry before")
    case .key: BilingualText(zh: "幂等键", en: "Idempotency key")
    case .back: BilingualText(zh: "回到留痕", en: "Back to the journal")
    case .changed: BilingualText(zh: "已变", en: "changed")
    case .unchanged: BilingualText(zh: "未变", en: "the same")
    case .chain: BilingualText(zh: "链", en: "Chain")
    default: BilingualText(zh: "", en: "")
    }
  }
}

/// What acts of the journal are called; their names in the record stay beside.
enum ActWord: String, PageText {
  case revisionSubmit = "revision.submit"
  case monthClose = "month.close"
  case monthPropose = "month.propose_reopening"
  case monthReopen = "month.reopen"
  case methodPropose = "method.propose"
  case methodApprove = "method.approve"
  case editionPropose = "edition.propose"
  case editionPublish = "edition.publish"
  case accountCreate = "account.create"
  case accountFirst = "account.create_first"
  case accountEnable = "account.enable"
  case accountDisable = "account.disable"
  case accountExpire = "account.expire"
  case accountUnlock = "account.unlock"
  case grantAdd = "grant.add"
  case grantEnd = "grant.end"
  case passwordChange = "password.change"
  case passwordAnew = "password.hash_anew"
  case credentialsReset = "credentials.reset"
  case factorEnrol = "second_factor.enrol"
  case tokenCreate = "token.create"
  case tokenEnd = "token.end"
  case sessionEnd = "session.end"
  case policySet = "policy.set"
  case assessmentSeal = "assessment.seal"
  case recoveryRecord = "recovery.record"
  case journalVerify = "journal.verify"

  var text: BilingualText {
    switch self {
    case .revisionSubmit: BilingualText(zh: "报送", en: "Figures submitted")
    case .monthClose: BilingualText(zh: "月结", en: "Month closed")
    case .monthPropose: BilingualText(zh: "提出重开", en: "Reopening proposed")
    case .monthReopen: BilingualText(zh: "同意重开", en: "Month reopened")
    case .methodPropose: BilingualText(zh: "提出规则或方法", en: "Method proposed")
    case .methodApprove: BilingualText(zh: "批准规则或方法", en: "Method approved")
    case .editionPropose: BilingualText(zh: "提出发布", en: "Publication proposed")
    case .editionPublish: BilingualText(zh: "发布", en: "Published")
    case .accountCreate, .accountFirst: BilingualText(zh: "新建账号", en: "Account created")
    case .accountEnable: BilingualText(zh: "启用账号", en: "Account enabled")
    case .accountDisable: BilingualText(zh: "停用账号", en: "Account disabled")
    case .accountExpire: BilingualText(zh: "设定到期日", en: "Last day set")
    case .accountUnlock: BilingualText(zh: "解除锁定", en: "Account unlocked")
    case .grantAdd: BilingualText(zh: "授权", en: "Role granted")
    case .grantEnd: BilingualText(zh: "终止授权", en: "Grant ended")
    case .passwordChange: BilingualText(zh: "修改密码", en: "Password changed")
    case .passwordAnew: BilingualText(zh: "密码重新散列", en: "Password hashed anew")
    case .credentialsReset: BilingualText(zh: "重置密码", en: "Credentials reset")
    case .factorEnrol: BilingualText(zh: "绑定第二因子", en: "Second factor enrolled")
    case .tokenCreate: BilingualText(zh: "新建令牌", en: "Token created")
    case .tokenEnd: BilingualText(zh: "收回令牌", en: "Token ended")
    case .sessionEnd: BilingualText(zh: "结束会话", en: "Session ended")
    case .policySet: BilingualText(zh: "修改账号策略", en: "Policy set")
    case .assessmentSeal: BilingualText(zh: "年度考核定稿", en: "Annual assessment sealed")
    case .recoveryRecord: BilingualText(zh: "登记恢复", en: "Recovery recorded")
    case .journalVerify: BilingualText(zh: "校验留痕", en: "Journal verified")
    }
  }

  /// The kinds of acts that a list may be narrowed to, as their names begin.
  static let kinds = [
    "revision.", "review.", "month.", "edition.", "method.", "account.", "grant.", "password.",
    "credentials.", "second_factor.", "token.", "session.", "policy.", "journal.",
  ]
}
