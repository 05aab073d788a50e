/// What a meeting called now should talk about: each source gives rows of one shape.
///
/// `(kind text, subject text, unit text, due date, link_kind text, link_key text, detail text)`
enum AgendaSource {}

extension AgendaSource {
  /// Objections that wait for their decision.
  static let objections: StaticString = """
    select 'objection' as kind, step_events.words as subject, step_events.unit,
      null::date as due, 'case' as link_kind,
      step_events.scope || '.' || step_events.unit || '.' || step_events.step_decision as link_key,
      step_events.against as detail
    from ledger.step_events as step_events
    where step_events.kind = 'objection'
      and not exists (
        select
        from ledger.step_events as answers
        where answers.scope = step_events.scope
          and answers.unit = step_events.unit
          and answers.step_decision = step_events.step_decision
          and answers.kind in ('objection_upheld', 'objection_rejected')
      )
    """

  /// Units that stand on a step: the last accepted decision of each that is not an exit.
  static let openSteps: StaticString = """
    select 'step' as kind, latest.ladder as subject, latest.unit, null::date as due,
      'case' as link_kind, latest.scope || '.' || latest.unit || '.' || latest.number as link_key,
      latest.to_step::text as detail
    from (
      select distinct on (scope, unit) scope, unit, number, ladder, move, to_step
      from ledger.step_decisions
      where decision = 'accepted'
      order by scope, unit, number desc
    ) as latest
    where latest.move = 'enter'
    """
}
