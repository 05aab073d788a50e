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
}
