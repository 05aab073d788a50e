-- W1 beside the service: the two statements by which the ledger takes one submission, with its session,
-- its scope, its key and its chain; two round trips, as the service makes them.
\set n :first + :client_id + :k * :clients
\set k :k + 1
\set county :n % 2844 + 1
\set month :n / 2844 + 1
\startpipeline
select set_config('ledger.session', lpad('a' || lpad(:county::text, 6, '0'), 64, '0'), true);
select *
from ledger.submission_situation(
  'R' || lpad(:county::text, 6, '0'), 'monthly', (:months::date[])[:month::integer],
  ((:months::date[])[:month::integer] + interval '1 month' - interval '1 day')::date, '{}',
  'bench-' || lpad(to_hex(:n::bigint), 12, '0'));
\endpipeline
\startpipeline
select set_config('ledger.session', lpad('a' || lpad(:county::text, 6, '0'), 64, '0'), true);
select *
from ledger.take_revision(
  'R' || lpad(:county::text, 6, '0'), 'monthly', (:months::date[])[:month::integer], 1,
  'R' || lpad(:county::text, 6, '0') || '/monthly/' || :month || '/1', date '2022-01-01',
  ((:months::date[])[:month::integer] + interval '1 month' - interval '1 day')::date, :figures::bigint[], null, null,
  sha256('x'), sha256('x'), 'bench-' || lpad(to_hex(:n::bigint), 12, '0'), sha256('x'), '{"seq": ', '}');
\endpipeline
