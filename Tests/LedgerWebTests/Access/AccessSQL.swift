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
        'saved_by', actor, 'recorded_by', actor, 'reported_by', actor, 'revision', 77,
        'report', 77
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
