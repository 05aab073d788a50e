/// What the ledger keeps out, in the words that every user is shown.
public enum BoundaryText {
  /// The text, verbatim the same in the documents, on pages, in the terminal and in the interface.
  public static let text = BilingualText(
    zh: """
      本系统只记录单位职责、工作任务、汇总数据和评价结果，不采集、不存储、不展示涉案人员、被害人及其亲属、\
      所谓“重点人员”的任何个人信息，不建立“一人一档”，不设黑名单，不记录针对个人或家庭的管控、惩戒措施。\
      任何违法犯罪的责任由行为人本人依法承担，不得株连他人。个案办理、人员管理由法定机关在各自专门系统依法进行，\
      本系统不对接、不导入。本系统为非涉密系统，不得录入国家秘密。
      """,
    en: """
      This ledger records agency duties, tasks, aggregate figures and evaluation results only. \
      It does not collect, store or show personal information about suspects, victims, their \
      relatives or so-called key persons; it keeps no personal dossiers and no blacklists, and it \
      has no field for measures against a person or household. Liability is personal and lies \
      where the law places it. Individual cases belong to the competent bodies' own systems; this \
      ledger neither connects to nor imports from them. It is not a classified system: no state \
      secrets may be entered.
      """)

  /// The heading above it.
  public static let title = BilingualText(zh: "边界", en: "Boundary")
}
