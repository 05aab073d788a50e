/// Why an act on a meeting is refused.
public enum MeetingRefusal: String, RefusalReason {
  case unknown = "meeting.unknown"
  case cadenceUnknown = "meeting.cadence_unknown"
  case nobodyInvited = "meeting.nobody_invited"
  case unitUnknown = "meeting.unit_unknown"
  case agendaEmpty = "meeting.agenda_empty"
  case dayOver = "meeting.day_over"
  case dayAhead = "meeting.day_ahead"
  case alreadyCalled = "meeting.already_called"
  case notCalled = "meeting.not_called"
  case alreadyStarted = "meeting.already_started"
  case notStarted = "meeting.not_started"
  case alreadyClosed = "meeting.already_closed"
  case sealed = "meeting.sealed"
  case notClosed = "meeting.not_closed"
  case changedMeanwhile = "meeting.changed_meanwhile"
  case itemUnknown = "meeting.item_unknown"
  case orderUnfit = "meeting.order_unfit"
  case attendanceMissing = "meeting.attendance_missing"
  case minutesMissing = "meeting.minutes_missing"
  case dueMissing = "meeting.due_missing"
  case leadMissing = "meeting.lead_missing"
  case resolutionUnknown = "meeting.resolution_unknown"
  case notInvited = "meeting.not_invited"
  case relayTooEarly = "meeting.relay_too_early"
  case relayAhead = "meeting.relay_ahead"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有会议“{0}”。", en: "There is no meeting “{0}”.")
    case .cadenceUnknown:
      BilingualText(zh: "不认识会议频次“{0}”。", en: "There is no cadence “{0}”.")
    case .nobodyInvited: BilingualText(zh: "没有选择参会单位。", en: "No unit is invited.")
    case .unitUnknown: BilingualText(zh: "没有单位“{0}”。", en: "There is no unit “{0}”.")
    case .agendaEmpty:
      BilingualText(zh: "会议 {0} 还没有议题。", en: "The meeting {0} has no agenda.")
    case .dayOver: BilingualText(zh: "会议日期 {0} 已过。", en: "The meeting's day {0} is over.")
    case .dayAhead: BilingualText(zh: "会议日期 {0} 还没到。", en: "The meeting's day {0} is ahead.")
    case .alreadyCalled:
      BilingualText(zh: "会议 {0} 已经召集。", en: "The meeting {0} is called already.")
    case .notCalled: BilingualText(zh: "会议 {0} 还没有召集。", en: "The meeting {0} is not called.")
    case .alreadyStarted:
      BilingualText(zh: "会议 {0} 已经开始。", en: "The meeting {0} has begun already.")
    case .notStarted:
      BilingualText(zh: "会议 {0} 还没有开始。", en: "The meeting {0} has not begun.")
    case .alreadyClosed:
      BilingualText(
        zh: "会议 {0} 已经结束，纪要已封存。",
        en: "The meeting {0} is closed already, and its minutes are sealed.")
    case .sealed:
      BilingualText(
        zh: "会议 {0} 的纪要已封存，不能再改。",
        en: "The minutes of the meeting {0} are sealed and cannot be changed.")
    default: contentText
    }
  }

  private var contentText: BilingualText {
    switch self {
    case .notClosed:
      BilingualText(
        zh: "会议 {0} 还没有结束，不需要补记。",
        en: "The meeting {0} is not closed, so that it needs no addendum.")
    case .changedMeanwhile:
      BilingualText(
        zh: "您打开页面之后，别人已改过这一部分。",
        en: "Somebody has changed this part since you loaded it.")
    case .itemUnknown: BilingualText(zh: "没有议题 {0}。", en: "There is no agenda item {0}.")
    case .orderUnfit:
      BilingualText(
        zh: "议题顺序中有重复或不存在的议题。",
        en: "The order names an item twice, or one that there is not.")
    case .attendanceMissing:
      BilingualText(zh: "还没有登记到会单位。", en: "No attendance is recorded.")
    case .minutesMissing:
      BilingualText(zh: "第 {0} 项议题还没有纪要。", en: "Item {0} has no minutes.")
    case .dueMissing:
      BilingualText(
        zh: "有牵头单位的议定事项须有完成期限。",
        en: "A resolution with a lead unit needs a last day.")
    case .leadMissing:
      BilingualText(
        zh: "有期限或配合单位的议定事项须有牵头单位。",
        en: "A resolution with a last day or supporting units needs a lead unit.")
    case .resolutionUnknown:
      BilingualText(zh: "没有议定事项 {0}。", en: "There is no resolution {0}.")
    case .notInvited:
      BilingualText(zh: "单位“{0}”不在参会单位之列。", en: "The unit “{0}” is not invited.")
    case .relayTooEarly:
      BilingualText(
        zh: "日期 {0} 早于会议日期 {1}。", en: "The day {0} is before the meeting, {1}.")
    default: BilingualText(zh: "日期 {0} 还没到。", en: "The day {0} is ahead.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "请核对会议编号。", en: "Check the meeting's number.")
    case .cadenceUnknown:
      BilingualText(
        zh: "可用：day、week、month、quarter、event。",
        en: "Use day, week, month, quarter or event.")
    case .nobodyInvited: BilingualText(zh: "请至少选择一个单位。", en: "Invite one unit at least.")
    case .unitUnknown: BilingualText(zh: "请写现有单位的代码。", en: "Write a unit's code.")
    case .agendaEmpty:
      BilingualText(zh: "请先从台账补充或添加议题。", en: "Build it from the ledger, or add items.")
    case .dayOver, .dayAhead:
      BilingualText(zh: "请先修改会议日期。", en: "Change the meeting's day first.")
    case .alreadyCalled, .alreadyStarted: BilingualText(zh: "请刷新查看。", en: "Load it again.")
    case .notCalled: BilingualText(zh: "请先召集。", en: "Call it first.")
    case .notStarted: BilingualText(zh: "请在会议开始后再办。", en: "Wait until it has begun.")
    case .alreadyClosed, .sealed:
      BilingualText(
        zh: "无须再办；如有更正，请写补记。", en: "Nothing is left to do; to correct it, add an addendum.")
    case .notClosed: BilingualText(zh: "请直接修改纪要。", en: "Change the minutes themselves.")
    case .changedMeanwhile:
      BilingualText(
        zh: "您填写的内容还在；请对照现有内容后再保存。",
        en: "What you typed is kept; compare it with what is there and save again.")
    default: contentWayOut
    }
  }

  private var contentWayOut: BilingualText {
    switch self {
    case .itemUnknown, .resolutionUnknown, .orderUnfit:
      BilingualText(zh: "请刷新后再办。", en: "Load it again.")
    case .attendanceMissing: BilingualText(zh: "请先登记到会情况。", en: "Record it first.")
    case .minutesMissing: BilingualText(zh: "请补写，或将该议题撤下。", en: "Write them, or take it off.")
    case .dueMissing: BilingualText(zh: "请填期限。", en: "State it.")
    case .leadMissing: BilingualText(zh: "请选择牵头单位。", en: "Choose one.")
    case .notInvited:
      BilingualText(zh: "请由参会单位报传达情况。", en: "Let a unit report that was invited.")
    default: BilingualText(zh: "请核对日期。", en: "Check the day.")
    }
  }
}
