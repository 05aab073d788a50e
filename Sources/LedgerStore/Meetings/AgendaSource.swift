public import PostgresSupport

/// What a meeting called now should talk about, as far as one statement finds it.
///
/// Every source takes no parameter and gives rows of one shape: `kind text, subject text,
/// unit text, due date, link_kind text, link_key text, detail text`; unit and due may be null.
/// What needs the rules of the ladder or of tasks is found in `LedgerOperations`, in that shape.
public enum AgendaSource {
  /// Every source, in the order of the agenda.
  public static let all: [Statement] = [Statement("agenda_new_reds", newReds)]

  /// Units that are red in the newest edition and were not in that of the month before it.
  static let newReds: StaticString = """
    with latest as (
      select distinct on (scope, kind, period) scope, kind, period, evaluation
      from ledger.editions
      order by scope, kind, period, number desc
    ),

    placed as (
      select scope, kind, period, evaluation,
        row_number() over (partition by scope, kind order by period desc) as place
      from latest
    ),

    rated as (
      select placed.scope, placed.kind, placed.period, placed.place, ratings.unit, ratings.colour
      from placed
      inner join ledger.visible_ratings as ratings
        on placed.scope = ratings.scope and placed.kind = ratings.kind
        and placed.period = ratings.period and placed.evaluation = ratings.number
      where placed.place <= 2
    )

    select 'new_red' as kind, to_char(now_red.period, 'YYYY-MM') as subject, now_red.unit,
      null::date as due, 'unit' as link_kind, now_red.unit as link_key,
      to_char(now_red.period, 'YYYY-MM') as detail
    from rated as now_red
    left join rated as before
      on now_red.scope = before.scope and now_red.kind = before.kind
      and now_red.unit = before.unit and before.place = 2
    where now_red.place = 1 and now_red.colour = 'R' and before.colour is distinct from 'R'
    order by now_red.scope collate "C", now_red.kind, now_red.unit collate "C"
    """
}
