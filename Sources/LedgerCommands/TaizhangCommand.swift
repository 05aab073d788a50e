public import ArgumentParser
import LedgerDomain

/// The ledger's command line.
public struct TaizhangCommand: AsyncParsableCommand {
  /// Its name and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "taizhang",
    abstract: "台账: the ledger of a joint meeting.",
    discussion: """
      Every command that prints a table takes --json and --csv. The database is named by \
      --database-url, DATABASE_URL or libpq's PG* variables. Exit code 0: done, 1: failure, \
      2: refused, 64: usage.

      \(BoundaryText.text.text(in: Terminal.language))
      """,
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, Migrate.self, DemoCommand.self, Doctor.self, UnitsCommand.self,
      PopulationsCommand.self,
      CalendarCommand.self, MapCommand.self, IndicatorsCommand.self, FormsCommand.self,
      TargetsCommand.self,
      FiguresCommand.self, SubmissionsCommand.self, CompletenessCommand.self, RulesCommand.self,
      MethodCommand.self,
      LadderCommand.self,
      ListsCommand.self,
      TaskCommand.self,
      CampaignCommand.self,
      RecordCommand.self,
      AssessmentCommand.self,
      MeetingCommand.self,
      MonthCommand.self, RankingCommand.self, RatingCommand.self, UnitCommand.self,
      EditionCommand.self, IndexCommand.self, RateCommand.self, VerifyCommand.self,
      CheckpointCommand.self, RecoveryCommand.self, AccountCommand.self, GrantCommand.self,
      TokenCommand.self, PolicyCommand.self, ExportCommand.self, BoundaryCommand.self,
    ])

  /// The command without a subcommand prints its help.
  public init() {}
}
