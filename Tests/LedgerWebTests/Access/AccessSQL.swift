/// What the test of tables adds to its database: rows where there are none yet, and functions that
/// look at a table with the rights of whoever calls them.
enum AccessSQL {
  static let setup = rows + counting + adding

  private static let rows = """
    set session_replication_role = replica;
    insert into ledger.verifications
    select (jsonb_populate_record(known, '{"unit": "SQ-B"}')).*
    from ledger.verifications as known;
    insert into ledger.calendar_days (day, is_working, name, entry)
    values ('2026-02-17', false, '春节', 1);
    insert into ledger.population_sources (unit, as_of, source, entry)
    values ('SQ', '2020-11-01', '七普', 1);
    insert into ledger.tile_places (unit, tile_row, tile_column, entry) values ('SQ-A', 1, 1, 1);
    insert into ledger.burden_limits (effective_from, figures, entry) values ('2026-02-01', 9, 1);
    insert into ledger.grant_ends (account, number, reason, entry) values ('mayor', 1, 'x', 1);
    insert into ledger.policies (name, number, definition, entry) values ('accounts', 1, '{}', 1);
    insert into ledger.recoveries (
      number, backup, recovered_to, checkpoint, checkpoint_signature, lost, reason, recorded_by,
      entry
    )
    values (1, 'x', now(), 1, '', 'x', 'x', 'auditor', 1);
    insert into ledger.step_decisions (
      scope, unit, number, ladder, move, from_step, to_step, period, edition, decision, reason,
      document, decided_on, decided_by, entry
    )
    select 'SQ', unit, 1, 'x/1', 'enter', 0, 1, '2025-12-01', 1, 'accepted', '', '', '2026-01-10',
      'office', 1
    from unnest(array['SQ-A', 'SQ-B']) as units (unit);
    insert into ledger.campaigns (campaign, starts_on, definition, entry)
    values ('winter', '2025-11-16', '{}', 1);
    insert into ledger.campaign_events (
      campaign, number, act, last_day, document, issuer, issued_on, decided_by, decided_on, entry
    )
    values (
      'winter', 1, 'end', '2026-01-15', 'x', 'x', '2026-01-10', 'office', '2026-01-10', 1
    );
    insert into ledger.step_events (
      scope, unit, step_decision, number, kind, words, evidence, against, presiding_post, place,
      held_on, role, recorded_on, recorded_by, entry
    )
    select 'SQ', unit, 1, 1, 'reply', 'x', '', '', '', '', '2026-01-11', 'reporter', '2026-01-11',
      'reporter', 1
    from unnest(array['SQ-A', 'SQ-B']) as units (unit);
    insert into ledger.step_grounds (scope, unit, number, fact, entry)
    select 'SQ', unit, 1, 'listed_by_higher', 1 from unnest(array['SQ-A', 'SQ-B']) as units (unit);
    insert into ledger.step_triggers (
      scope, unit, number, fact, authority, document, issued_on, after_decision, recorded_on,
      recorded_by, entry
    )
    select 'SQ', unit, 1, 'listed_by_higher', 'x', 'x', '2026-01-09', 0, '2026-01-10', 'office', 1
    from unnest(array['SQ-A', 'SQ-B']) as units (unit);
    insert into ledger.records (
      record, unit, title, dated_on, document, concerns, recorded_by, entry
    )
    select noun || '/2026-' || place, unit, 'x', '2026-01-10', 'x', array[unit], 'office', 1
    from unnest(
      array['inspection', 'matter', 'notice', 'external_rank', 'honour', 'document']
    ) as nouns (noun)
    cross join (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.inspections (record, unit, by_unit, line, entry)
    select 'inspection/2026-8', 'SQ-B', 'SQ', 'business', 1;
    insert into ledger.inspection_findings (record, number, unit, words, due_on, entry)
    select 'inspection/2026-8', 1, 'SQ-B', 'x', '2026-01-20', 1;
    insert into ledger.matters (record, unit, needs, due_on, entry)
    select 'matter/2026-' || place, unit, '{SQ-P}', '2026-01-20', 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.notices (record, unit, kind, authority, entry)
    select 'notice/2026-' || place, unit, 'notice', 'x', 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.external_ranks (
      record, unit, authority, period, kind, place, ranked, entry
    )
    select 'external_rank/2026-' || place, unit, 'x', '2026-Q1', 'exact', 1, 2, 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.honours (record, unit, kind, issuer, entry)
    select 'honour/2026-' || place, unit, 'praised', 'x', 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.policy_documents (record, unit, issuer, effective_from, clauses, entry)
    select 'document/2026-' || place, unit, 'x', '2026-01-10', '{}', 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.record_events (
      record, number, item, act, unit, done_on, words, document, due_on, acted_by, entry
    )
    select 'matter/2026-' || place, 1, 0, 'answer', unit, '2026-01-12', 'x', '', null, 'office', 1
    from (values (7, 'SQ-A'), (8, 'SQ-B')) as places (place, unit);
    insert into ledger.assessments (
      scope, year, number, method, document, sha256, reason, sealed_by, entry
    )
    values ('SQ', 2024, 1, 'x/1', '{}', sha256('x'), '', 'assessor', 1);
    insert into ledger.assessment_sheets (scope, year, number, unit, document, entry)
    select 'SQ', 2024, 1, unit, '{}', 1
    from unnest(array['SQ-A', 'SQ-B']) as units (unit);
    insert into ledger.meeting_attendance (meeting, unit, version, is_present, posts, entry)
    values ('2026-1', 'SQ-A', 1, true, '', 1);
    insert into ledger.meeting_minutes (meeting, item, version, words, kept_by, entry)
    values ('2026-1', 1, 1, 'x', 'office', 1);
    insert into ledger.meeting_resolutions (
      meeting, resolution, version, item, words, lead_unit, supporting, due_on, is_withdrawn, entry
    )
    values ('2026-1', 1, 1, 1, 'x', null, '{}', null, false, 1);
    insert into ledger.meeting_tasks (meeting, resolution, list, task, entry)
    values ('2026-1', 1, '2026-1', '1', 1);
    insert into ledger.meeting_relays (
      meeting, unit, version, relayed_on, group_formed_on, reported_by, entry
    )
    values ('2026-1', 'SQ-A', 1, '2026-02-20', null, 'reporter', 1);
    insert into ledger.meeting_addenda (meeting, number, words, added_on, added_by, entry)
    values ('2026-1', 1, 'x', '2026-02-20', 'office', 1);
    insert into ledger.idempotency_keys (account, key, request_sha256, answer)
    select name, 'a-key-of-' || name, '', '' from ledger.accounts;
    insert into ledger.inbox_marks (account, reminder) select name, 'x' from ledger.accounts;
    insert into ledger.evaluations
    select (jsonb_populate_record(known, '{"period": "2026-01-01"}')).*
    from ledger.evaluations as known
    where known.period = '2025-12-01';
    insert into ledger.ratings
    select (jsonb_populate_record(known, '{"period": "2026-01-01"}')).*
    from ledger.ratings as known
    where known.period = '2025-12-01';
    insert into ledger.standings
    select (jsonb_populate_record(known, '{"period": "2026-01-01"}')).*
    from ledger.standings as known
    where known.period = '2025-12-01';
    set session_replication_role = origin;
    create schema testing;
    grant usage on schema testing to public;

    """

  private static let counting = """
    create function testing.count_of(relation text) returns bigint
    language plpgsql as $$
    declare
      counted bigint;
    begin
      execute format('select count(*) from ledger.%I', relation) into counted;
      return counted;
    exception when insufficient_privilege then
      return -1;
    end
    $$;

    create function testing.expected(relation text, word text, account text, limited text)
    returns bigint
    language plpgsql security definer as $$
    declare
      counted bigint;
    begin
      execute format(
        'select count(*) from (select to_jsonb(known) as content from ledger.%I as known) as rows '
        'where case $1 '
        'when ''all'' then true '
        'when ''published'' then content ->> ''period'' < ''2026-01-01'' '
        'when ''own'' then content ->> ''unit'' in (''SQ-A'', ''SQ-A-1'') '
        '  and coalesce(content ->> ''form'', $3, '''') = coalesce($3, content ->> ''form'', '''') '
        'when ''self'' then coalesce(content ->> ''account'', content ->> ''name'') = $2 '
        'else false end',
        replace(relation, 'visible_', '')
      ) into counted using word, account, limited;
      return case when word = 'denied' then -1 else counted end;
    end
    $$;

    create function testing.seen(
      relation text, word text, account text, limited text,
      out is_as_expected boolean, out counts text
    )
    language plpgsql as $$
    declare
      seen bigint := testing.count_of(relation);
      wanted bigint := testing.expected(relation, word, account, limited);
    begin
      is_as_expected := seen = wanted;
      counts := format('%s of %s', seen, wanted);
    end
    $$;

    """

  private static let adding = """
    create function testing.template(
      relation text, actor text, holder text, unit text, limited text
    ) returns json
    language plpgsql security definer as $$
    declare
      template jsonb;
      given jsonb := jsonb_build_object(
        'account', holder, 'unit', unit, 'submitted_by', actor, 'decided_by', actor,
        'saved_by', actor, 'recorded_by', actor, 'acted_by', actor, 'reported_by', actor,
        'taken_by', actor, 'revision', 77, 'report', 77
      ) || case when limited is null then '{}' else jsonb_build_object('form', limited) end;
    begin
      execute format(
        'select to_jsonb(known) from ledger.%I as known '
        'order by (to_jsonb(known) ->> ''account'' = $1) desc nulls last, '
        '(to_jsonb(known) ->> ''unit'' = $2) desc nulls last limit 1', relation
      ) into template using holder, unit;
      return template || (
        select coalesce(jsonb_object_agg(key, value), '{}')
        from jsonb_each(given)
        where template ? key
      );
    end
    $$;

    create function testing.adds(
      relation text, actor text, holder text, unit text, limited text
    ) returns boolean
    language plpgsql as $$
    declare
      template json;
      columns text := (
        select string_agg(quote_ident(attname), ', ')
        from pg_catalog.pg_attribute
        where attrelid = ('ledger.' || relation)::regclass
          and attnum > 0 and not attisdropped and attgenerated = ''
      );
    begin
      if not has_any_column_privilege('ledger.' || relation, 'insert') then
        return false;
      end if;
      template := testing.template(relation, actor, holder, unit, limited);
      if template is null then
        raise exception 'no row in %', relation;
      end if;
      begin
        execute format(
          'insert into ledger.%I (%s) select %s from json_populate_record(null::ledger.%I, $1)',
          relation, columns, columns, relation
        ) using template;
        raise exception using errcode = 'TT000';
      exception
        when insufficient_privilege or sqlstate 'TZ004' then
          return false;
        -- The row would be one too many, or not fit: past the question of who may add it.
        when sqlstate 'TT000' or integrity_constraint_violation or sqlstate 'TZ002' then
          return true;
      end;
    end
    $$;
    """
}
