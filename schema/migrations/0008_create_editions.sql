-- Evaluations and editions: what the rules gave for a closed month, and what was published of it.
--
-- An evaluation is stored when a month is closed. An edition freezes inputs, methods and results in
-- one document under one hash; it never changes, and a correction is a further edition.

create table ledger.evaluations (
  period date not null,
  scope text not null,
  kind text not null,
  number integer not null,
  rule_set text not null,
  index_method text not null,
  inputs_sha256 bytea not null,
  indicators text[] not null,
  components text[] not null,
  evaluated_by text not null,
  entry bigint not null,

  constraint evaluations_pkey primary key (period, scope, kind, number),
  constraint evaluations_number_positive check (number > 0)
);

comment on table ledger.evaluations is
'One evaluation of a closed month for the units of a kind below a unit.';
comment on column ledger.evaluations.rule_set is 'Code and version: county-colours/1.';
comment on column ledger.evaluations.index_method is 'Code and version: four-declines/1.';
comment on column ledger.evaluations.indicators is
'The indicators whose colours a rating keeps, in their order; empty when rules rate units only.';
comment on column ledger.evaluations.components is
'The components whose marks a standing keeps, in their order.';

create table ledger.ratings (
  period date not null,
  scope text not null,
  kind text not null,
  number integer not null,
  unit text not null,
  colour text not null,
  rules text[] not null,
  indicator_colours text not null,
  row_sha256 bytea not null,

  constraint ratings_pkey primary key (period, scope, kind, number, unit),
  constraint ratings_colour_is_known check (colour in ('R', 'Y', 'B', 'G'))
);

comment on table ledger.ratings is 'A unit''s colour and every rule that hit.';
comment on column ledger.ratings.indicator_colours is
'One letter per indicator of the evaluation: R, Y, B, G or - where no rule speaks of it.';

create table ledger.standings (
  period date not null,
  scope text not null,
  kind text not null,
  number integer not null,
  peers_of text not null,
  unit text not null,
  doubled_rank integer,
  ranked integer not null,
  score bigint,
  marks bigint[] not null,
  row_sha256 bytea not null,

  constraint standings_pkey primary key (period, scope, kind, number, peers_of, unit),
  constraint standings_rank_in_range check (doubled_rank between 2 and 2 * ranked)
);

comment on column ledger.ratings.row_sha256 is
'The digest of the columns before it, so that a changed row is named and not only found.';

comment on table ledger.standings is 'A unit''s place among its peers.';
comment on column ledger.standings.peers_of is 'The unit below which the peers were ranked.';
comment on column ledger.standings.doubled_rank is
'Twice the rank, since an average of ties may be a half; null when the unit is not ranked.';
comment on column ledger.standings.score is
'In units of the method''s last decimal; null when the unit is not ranked.';
comment on column ledger.standings.marks is
'Each component''s marks in the unit of the score, in the order of the evaluation''s components.';

create table ledger.editions (
  number integer not null,
  period date not null,
  scope text not null,
  kind text not null,
  evaluation integer not null,
  replaces integer,
  document bytea not null,
  sha256 bytea not null,
  proposed_by text not null,
  published_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint editions_pkey primary key (number),
  constraint editions_evaluation_unique unique (period, scope, kind, evaluation),
  constraint editions_evaluation_fkey
  foreign key (period, scope, kind, evaluation)
  references ledger.evaluations (period, scope, kind, number) on delete restrict,
  constraint editions_replaces_fkey
  foreign key (replaces) references ledger.editions (number) on delete restrict,
  constraint editions_second_person check (proposed_by <> published_by),
  constraint editions_hash_is_of_the_document check (sha256 = sha256(document))
);

comment on table ledger.editions is
'Every published result: inputs, methods, ratings and rankings in one document under one hash.';
comment on column ledger.editions.replaces is
'The edition that this one corrects; null for the first of its month.';

alter table ledger.editions alter column document set storage external;

create table ledger.edition_proposals (
  period date not null,
  scope text not null,
  kind text not null,
  evaluation integer not null,
  sha256 bytea not null,
  proposed_by text not null,
  entry bigint not null,

  constraint edition_proposals_pkey primary key (period, scope, kind, evaluation, proposed_by)
);

comment on table ledger.edition_proposals is
'Who proposed to publish an evaluation; another person publishes it.';

create table ledger.checkpoints (
  number integer not null,
  alg text not null default 'ed25519',
  entries bigint not null,
  chains bigint not null,
  root bytea not null,
  heads text not null,
  recorded_at timestamptz not null,
  public_key bytea not null,
  signature bytea not null,

  constraint checkpoints_pkey primary key (number),
  constraint checkpoints_alg_is_known check (alg = 'ed25519')
);

comment on table ledger.checkpoints is
'Signed statements of all chains'' heads, joined in a Merkle tree (RFC 9162 hashing).';
comment on column ledger.checkpoints.heads is
'The leaves: chain, length and hash of each, one a line, in the order of the chains'' bytes.';
