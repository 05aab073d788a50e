extension FactTable {
  /// Every table whose rows are hashed into the journal one by one, in the order of the migrations.
  public static let all: [FactTable] = [
    accounts,
    accountStates,
    grants,
    grantEnds,
    units,
    unitVersions,
    populations,
    calendarDays,
    indicators,
    forms,
    targets,
    revisions,
    reviews,
    verifications,
    monthEvents,
    methods,
    methodApprovals,
    evaluations,
    ratings,
    standings,
    editions,
    editionProposals,
    recoveries,
  ]
}
