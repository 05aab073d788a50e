import LedgerDomain

/// The inbox.
enum InboxText: String, PageText {
  case title, link, linkNew, intro, none, new, read, what, due, act, open, markRead, markNew
  case markAll, openThis, marked, more

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "提醒", en: "Inbox")
    case .link: BilingualText(zh: "提醒", en: "Inbox")
    case .linkNew: BilingualText(zh: "提醒（{0} 条未读）", en: "Inbox ({0} new)")
    case .intro:
      BilingualText(
        zh: "等您办的事。由报送、任务和当天日期得出，办完自然消失。",
        en: "What waits for you. It follows from the record and the day, and goes when it is done.")
    case .none: BilingualText(zh: "现在没有等您办的事。", en: "Nothing waits for you now.")
    case .new: BilingualText(zh: "未读 {0} 条", en: "{0} new")
    case .read: BilingualText(zh: "已读 {0} 条", en: "{0} read")
    case .what: BilingualText(zh: "事项", en: "What")
    case .due: BilingualText(zh: "期限", en: "Due")
    case .act: BilingualText(zh: "操作", en: "Act")
    case .open: BilingualText(zh: "去办", en: "Go")
    case .openThis: BilingualText(zh: "去办：{0}", en: "Go: {0}")
    case .markRead: BilingualText(zh: "标为已读", en: "Mark as read")
    case .markNew: BilingualText(zh: "恢复未读", en: "Mark as new")
    case .markAll: BilingualText(zh: "全部标为已读", en: "Mark all as read")
    case .more: BilingualText(zh: "只列前 {0} 条。", en: "The first {0} are listed.")
    case .marked: BilingualText(zh: "已更新。", en: "Done.")
    }
  }
}
