/// The counts that responsibility lists and submissions themselves tell.
public enum RecordIndicator: String, CaseIterable, Sendable {
  /// How many tasks had their last day in the month.
  case dutyDue = "DUTY_DUE_CNT"
  /// How many of them were done by then.
  case dutyDone = "DUTY_DONE_CNT"
  /// How many submissions were due for the periods that end in the month.
  case reportDue = "REPORT_DUE_CNT"
  /// How many of them came in time.
  case reportOnTime = "REPORT_ON_TIME_CNT"
}
