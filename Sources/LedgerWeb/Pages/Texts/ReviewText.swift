import LedgerDomain

/// Review, verification and completeness.
enum ReviewText: String, PageText {
  case queueTitle, queueLead, queueNone, filterForm, filterPeriod, all, show, choose, chooseAll
  case submission, findings, none, flags, change, waiting, days, hours, now, approveChosen
  case chosenCount
  case approvedCount, leftAlone, cut, chosenNone, doneApprove, doneReturn, cleanHint
  case caseTitle, stageUnit, stageOffice, submittedBy, openLines, openNone, foldedLines
  case previous, present, before, lastYear, hint, reason, reasonHint, decision, approve, returned
  case decide, general, generalHint, decisionMissing, reasonsWithApproval, newer, notNow, history
  case verificationTitle, verificationLead, verificationNone, verified, disputed, confirm, dispute
  case ownFigure, disputeReason, disputeSend, isConfirmed, isDisputed, verifiedNow, disputedNow
  case verify, figures, unitNote, missingFigure, changedFigure, toVerification
  case completenessTitle, late, revised, total
  case completenessNone, dueOn, receivedOn, further, period, completenessLead

  var text: BilingualText { Self.reviews[self] ?? Self.others[self] ?? Self.empty }

  private static let empty = BilingualText(zh: "", en: "")

  private static let reviews: [ReviewText: BilingualText] = [
    .queueTitle: BilingualText(zh: "待审核", en: "Waiting for your decision"),
    .queueLead: BilingualText(
      zh: "共 {0} 份，其中 {1} 份有异常、变动、缺报或异议，须逐项看；其余可以一并通过。",
      en: "{0} submissions; in {1} something is unusual, changed, missing or disputed and has to "
        + "be looked at; the others can be approved at once."),
    .queueNone: BilingualText(zh: "没有待您审核的报送。", en: "Nothing waits for your decision."),
    .filterForm: BilingualText(zh: "报表", en: "Form"),
    .filterPeriod: BilingualText(zh: "期", en: "Period"),
    .all: BilingualText(zh: "全部", en: "All"),
    .show: BilingualText(zh: "查看", en: "Show"),
    .choose: BilingualText(zh: "选中 {0}", en: "Choose {0}"),
    .chooseAll: BilingualText(zh: "选中全部无异常的", en: "Choose all without findings"),
    .submission: BilingualText(zh: "报送", en: "Submission"),
    .findings: BilingualText(zh: "异常", en: "Findings"),
    .none: BilingualText(zh: "无", en: "None"),
    .flags: BilingualText(zh: "{0} 项", en: "{0} figures"),
    .change: BilingualText(zh: "比上期最大变动", en: "Greatest change on the period before"),
    .waiting: BilingualText(zh: "等待", en: "Waiting"),
    .days: BilingualText(zh: "{0} 天", en: "{0} d"),
    .hours: BilingualText(zh: "{0} 小时", en: "{0} h"),
    .now: BilingualText(zh: "不到 1 小时", en: "under 1 h"),
    .approveChosen: BilingualText(zh: "通过选中的", en: "Approve the chosen ones"),
    .chosenCount: BilingualText(zh: "（{0} 份）", en: " ({0})"),
    .approvedCount: BilingualText(zh: "已通过 {0} 份。", en: "{0} approved."),
    .leftAlone: BilingualText(
      zh: "以下 {0} 份没有通过（已有新版本、已有人审核，或不再是无异常的），请逐项看：",
      en: "These {0} were not approved (a newer revision, decided already, or no longer without "
        + "findings); look at each:"),
    .cut: BilingualText(zh: "只列前 {0} 份。", en: "The first {0} are listed."),
    .chosenNone: BilingualText(
      zh: "没有选中任何一份。请先在表中勾选。", en: "Nothing is chosen. Tick some rows first."),
    .doneApprove: BilingualText(zh: "已通过：{0}。", en: "Approved: {0}."),
    .doneReturn: BilingualText(
      zh: "已退回：{0}。填报人会在各项旁看到理由。",
      en: "Returned: {0}. The reporter sees the reasons beside the figures."),
    .cleanHint: BilingualText(
      zh: "只有无异常的可以勾选；通过时逐份再核对一遍。",
      en: "Only those without findings can be ticked; each is checked again when it is approved."),
    .caseTitle: BilingualText(zh: "逐项看：{0}，{1}，{2}", en: "Review: {0}, {1}, {2}"),
    .stageUnit: BilingualText(zh: "单位审核", en: "the unit’s review"),
    .stageOffice: BilingualText(zh: "联席办审核", en: "the office’s review"),
    .submittedBy: BilingualText(
      zh: "第 {0} 版，{1} 于 {2} 报送，现在是{3}。",
      en: "Revision {0}, submitted by {1} on {2}; now due: {3}."),
    .openLines: BilingualText(
      zh: "有异常或变动的 {0} 项", en: "{0} figures with something to look at"),
    .openNone: BilingualText(zh: "没有异常、变动、缺报和异议。", en: "Nothing is flagged or changed."),
    .foldedLines: BilingualText(zh: "其余 {0} 项无异常", en: "{0} further figures without findings"),
    .previous: BilingualText(zh: "上次报", en: "Revision before"),
    .present: BilingualText(zh: "本次报", en: "This revision"),
    .before: BilingualText(zh: "上期", en: "Period before"),
    .lastYear: BilingualText(zh: "上年同期", en: "Last year"),
    .hint: BilingualText(zh: "提示和说明", en: "Findings and notes"),
    .reason: BilingualText(zh: "退回理由", en: "Reason to return"),
    .reasonHint: BilingualText(
      zh: "退回时，在有问题的项写明理由；没有问题的留空。",
      en: "To return it, say why at each wrong figure; leave the others empty."),
    .decision: BilingualText(zh: "结论", en: "Decision"),
    .approve: BilingualText(zh: "通过", en: "Approve"),
    .returned: BilingualText(zh: "退回", en: "Return"),
    .decide: BilingualText(zh: "提交结论", en: "Submit the decision"),
    .general: BilingualText(zh: "总的理由（可不填）", en: "A reason for the whole (optional)"),
    .generalHint: BilingualText(
      zh: "接受有异议的数值时必须填写。只写汇总情况，不写个人信息。",
      en: "Needed to accept a disputed figure. Aggregates only, no personal data."),
    .decisionMissing: BilingualText(zh: "请选择通过或退回。", en: "Choose to approve or to return."),
    .reasonsWithApproval: BilingualText(
      zh: "选了通过，却写了退回理由。请清空各项理由，或改选退回。",
      en: "It is to be approved, yet reasons to return are given. Empty them, or return it."),
    .newer: BilingualText(
      zh: "您看的是第 {0} 版，现在已是第 {1} 版。下面是新版本，请看过再定。",
      en: "You looked at revision {0}; there is revision {1} now, shown below. Look at it first."),
    .notNow: BilingualText(zh: "现在不能审核", en: "No decision is due"),
    .history: BilingualText(zh: "全部经过", en: "Everything that was decided"),
  ]

  private static let others: [ReviewText: BilingualText] = [
    .verificationTitle: BilingualText(zh: "待核验", en: "Figures to verify"),
    .verificationLead: BilingualText(
      zh: "与您掌握的来源核对：一致的核实，不一致的提出异议并给出自己的数值。",
      en: "Compare with the source that you hold: confirm what agrees, dispute what does not and "
        + "give your own figure."),
    .verificationNone: BilingualText(zh: "没有可核验的报送。", en: "Nothing is there to verify."),
    .verified: BilingualText(zh: "已核验", en: "Verified"),
    .disputed: BilingualText(zh: "有异议", en: "Disputed"),
    .confirm: BilingualText(zh: "核实", en: "Confirm"),
    .dispute: BilingualText(zh: "提出异议", en: "Dispute"),
    .ownFigure: BilingualText(zh: "您的数值", en: "Your figure"),
    .disputeReason: BilingualText(zh: "理由", en: "Reason"),
    .disputeSend: BilingualText(zh: "提交异议", en: "Submit the dispute"),
    .isConfirmed: BilingualText(zh: "已核实", en: "Confirmed"),
    .isDisputed: BilingualText(zh: "有异议", en: "Disputed"),
    .verifiedNow: BilingualText(zh: "已核实：{0}。", en: "Confirmed: {0}."),
    .disputedNow: BilingualText(zh: "已提出异议：{0}。", en: "Disputed: {0}."),
    .verify: BilingualText(zh: "核验", en: "Verification"),
    .figures: BilingualText(zh: "{0} 项，共 {1} 项", en: "{0} of {1}"),
    .unitNote: BilingualText(zh: "单位说明：{0}", en: "The unit: {0}"),
    .missingFigure: BilingualText(zh: "缺报", en: "Missing"),
    .changedFigure: BilingualText(zh: "与上一版不同", en: "Differs from the revision before"),
    .toVerification: BilingualText(zh: "待核验的报送", en: "Figures to verify"),
    .completenessTitle: BilingualText(zh: "报送完整性：{0}", en: "Completeness: {0}"),
    .completenessLead: BilingualText(
      zh: "应报 {0} 份，已报 {1} 份，其中及时 {2} 份、迟报 {3} 份；修订过 {4} 份。",
      en: "{0} expected, {1} received, {2} of them on time and {3} late; {4} revised."),
    .completenessNone: BilingualText(
      zh: "这一期在您的范围内没有应报的报送。", en: "Nothing in your scope is expected for this period."),
    .late: BilingualText(zh: "迟报", en: "Late"),
    .revised: BilingualText(zh: "修订 {0} 次", en: "revised {0}×"),
    .total: BilingualText(zh: "合计", en: "Total"),
    .dueOn: BilingualText(zh: "{0}（{1} 前）", en: "{0} (by {1})"),
    .further: BilingualText(zh: "后面的单位", en: "Further units"),
    .receivedOn: BilingualText(zh: "{0} 收到", en: "received {0}"),
    .period: BilingualText(zh: "期", en: "Period"),
  ]
}
