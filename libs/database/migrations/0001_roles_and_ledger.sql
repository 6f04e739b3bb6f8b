-- Roles, streams and the ledger. Group roles cannot log in and own nothing; the processes' login roles may take them on by
-- SET LOCAL ROLE inside a transaction. The cluster keeps roles for all its databases, so they are made only when absent.
do $$
declare r text;
begin
  foreach r in array array['pli_account', 'pli_site', 'pli_provider', 'pli_door', 'pli_relay', 'pli_audit'] loop
    if not exists (select from pg_roles where rolname = r) then
      -- Advisory locks belong to one database, roles to the cluster: another database may be faster.
      begin
        execute format('create role %I nologin noinherit nobypassrls', r);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

create schema pli;
grant usage on schema pli to pli_account, pli_site, pli_provider, pli_door, pli_relay, pli_audit;

-- The scope of a transaction, set by SET LOCAL. Unset reads as null, and null equals nothing: an unset scope sees nothing.
create function pli.scope_account() returns text language sql stable as $$ select nullif(current_setting('app.account', true), '') $$;
create function pli.scope_mode() returns text language sql stable as $$ select nullif(current_setting('app.mode', true), '') $$;
create function pli.scope_site() returns text language sql stable as $$ select nullif(current_setting('app.site', true), '') $$;

-- Whether a stream's name says whose it is: nobody writes into the stream of another by naming it.
create function pli.stream_is_of(id text, account_id text, site_id text, mode text) returns boolean language sql immutable as $$
  select case
    when account_id is not null then site_id is null and mode is not null and id = 'account/' || account_id || '/' || mode
    when site_id is not null then id = 'site/' || site_id
    else mode is null and id = 'provider'
  end
$$;

-- One row a stream: `account/<id>/<mode>`, `site/<id>`, `provider`. Its row lock gives out numbers, so that number order is
-- commit order and there is never a gap; a sequence would leave gaps.
create table pli.streams (
  id text primary key,
  account_id text,
  site_id text,
  mode text check (mode in ('test', 'live')),
  last_number bigint not null default 0,
  last_hash bytea not null default '\x',
  check (pli.stream_is_of(id, account_id, site_id, mode))
);

-- The ledger: append-only, partitioned by month of recording. (stream, number) is kept unique by the stream's row lock.
create table pli.events (
  stream text not null,
  number bigint not null check (number >= 1),
  account_id text,
  site_id text,
  mode text,
  subject text not null,
  subject_id text not null,
  type text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  cause jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (stream, number, recorded_at),
  check (pli.stream_is_of(stream, account_id, site_id, mode))
) partition by range (recorded_at);
create index events_by_subject on pli.events (subject_id, number);
create table pli.events_default partition of pli.events default;
insert into pli.streams (id) values ('provider');

-- Makes the monthly partitions of the ledger ahead of time; run at each start and by the upkeep schedule.
create function pli.ensure_event_partitions(first_month date, months int) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare m date;
begin
  perform pg_advisory_xact_lock(hashtext('pli event partitions'));
  for i in 0 .. months - 1 loop
    m := (date_trunc('month', first_month) + make_interval(months => i))::date;
    if to_regclass(format('pli.events_%s', to_char(m, 'YYYY_MM'))) is null then
      begin
        execute format('create table pli.events_%s partition of pli.events for values from (%L) to (%L)',
          to_char(m, 'YYYY_MM'), m || ' 00:00:00+00', (m + interval '1 month')::date || ' 00:00:00+00');
        execute format('alter table pli.events_%s enable row level security', to_char(m, 'YYYY_MM'));
        execute format('alter table pli.events_%s force row level security', to_char(m, 'YYYY_MM'));
      exception when check_violation then
        null; -- The default partition holds events of that month already (nobody ran this in time): they stay there.
      end;
    end if;
  end loop;
end $$;

-- Starts and nudges of workflows, written in the transaction that makes them due; the relay sends them.
create table pli.outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('order', 'start', 'nudge')),
  site_id text not null,
  account_id text,
  order_id text,
  letters int,
  workflow_type text,
  workflow_id text,
  input jsonb,
  intake bigint,
  created_at timestamptz not null,
  done_at timestamptz,
  check (case kind
    when 'order' then account_id is not null and order_id is not null and letters >= 1
    when 'start' then workflow_type is not null and workflow_id is not null and input is not null
    else workflow_id is not null
  end)
);
create index outbox_open on pli.outbox (id) where done_at is null;
create index outbox_by_intake on pli.outbox (site_id, intake) where intake is not null;
create index outbox_starts on pli.outbox (workflow_id) where kind = 'start';

-- The intakes of a site: small orders gathered by the relay, numbered per site, fixed before their workflow starts.
create table pli.intakes (
  site_id text not null,
  number bigint not null check (number >= 1),
  letters int not null check (letters >= 1),
  created_at timestamptz not null,
  primary key (site_id, number)
);

-- What a device, a carrier or a person reported. Unique by (source, source id): telling a fact twice changes nothing.
create table pli.facts (
  id bigint generated always as identity primary key,
  site_id text not null,
  source text not null,
  source_id text not null,
  kind text not null,
  subject_id text not null,
  data jsonb not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  unique (site_id, source, source_id)
);
create index facts_by_subject on pli.facts (subject_id, kind, id);

create index facts_by_site on pli.facts (site_id, id);

-- Free text behind a reason code: erasable, never in the ledger.
create table pli.notes (
  id text primary key,
  account_id text,
  site_id text,
  mode text,
  subject_id text not null,
  text text,
  created_at timestamptz not null,
  check (num_nonnulls(account_id, site_id) = 1),
  check (mode is not null or account_id is null)
);
create index notes_by_subject on pli.notes (subject_id);
