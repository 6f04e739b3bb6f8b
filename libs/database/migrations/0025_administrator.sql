-- What an account's administrator works with: cost centres, the archive of sent files, and counts of letters.

-- The account's own list of cost centres. An order names its cost centre in words of its own, as long as the account asks for no more.
create table pli.cost_centres (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  code text not null, -- as orders name it; never changes
  label text not null,
  state text not null check (state in ('active', 'retired')),
  created_at timestamptz not null,
  unique (account_id, mode, code)
);

-- What an account asks of its own orders, one row a mode; without a row, nothing.
create table pli.account_settings (
  id text primary key check (id = account_id || '/' || mode),
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  cost_centres text not null check (cost_centres in ('free', 'listed', 'required')),
  changed_at timestamptz not null
);

-- Files of sent letters that their orders asked to keep: the very bytes that were printed, with their hash, until their time is over.
create table pli.archived_files (
  id text primary key,
  account_id text not null,
  mode text not null,
  site_id text not null,
  order_id text not null,
  letter_id text not null unique,
  state text not null check (state in ('kept', 'erased')),
  state_since timestamptz not null,
  blob text, -- content
  content_key bytea, -- content: the key of content_hash; erased with the file
  content_hash bytea not null,
  sha256 bytea, -- content: by which a downloaded file is compared
  bytes int not null,
  recipient text, -- content: who it was written to, to find the file by
  client_reference text, -- content
  sent_at timestamptz not null,
  keep_until timestamptz, -- null: until the account ends it
  created_at timestamptz not null,
  erased_at timestamptz,
  reason_code text check (reason_code in ('term_over', 'asked')),
  check ((state = 'erased') = (erased_at is not null)),
  check (state = 'erased' or num_nonnulls(blob, content_key, sha256) = 3),
  check (state <> 'erased' or num_nonnulls(blob, content_key, sha256, recipient, client_reference) = 0),
  foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode),
  foreign key (order_id, account_id, mode) references pli.orders (id, account_id, mode)
);
create index archived_files_by_account on pli.archived_files (account_id, mode, sent_at, id);
create index archived_files_by_order on pli.archived_files (order_id);
create index archived_files_to_erase on pli.archived_files (site_id, keep_until) where state = 'kept' and keep_until is not null;

-- Letters counted by day of submission (in their print room's time), service, state and what else is asked of statistics. A change to letters
-- adds rows to `statistics_changes` in its own transaction, without waiting for anybody; a worker sums them up into `statistics`. What is
-- told is the sum of both, so that a number is always the length of its list.
create table pli.statistics (
  account_id text not null,
  mode text not null,
  site_id text not null,
  day date not null,
  service text not null,
  state text not null,
  content text not null check (content in ('template', 'document')),
  envelope text not null, -- '' until it is composed
  cost_centre text not null, -- '' for none
  letters bigint not null,
  weight_mg bigint not null,
  postage_cents bigint not null,
  primary key (account_id, mode, day, site_id, service, state, content, envelope, cost_centre)
);
create table pli.statistics_changes (
  id bigint generated always as identity primary key,
  account_id text not null,
  mode text not null,
  site_id text not null,
  day date not null,
  service text not null,
  state text not null,
  content text not null,
  envelope text not null,
  cost_centre text not null,
  letters bigint not null,
  weight_mg bigint not null,
  postage_cents bigint not null
);
create index statistics_changes_by_account on pli.statistics_changes (account_id, mode);
create index statistics_changes_by_site on pli.statistics_changes (site_id, id);

create function pli.count_new_letters() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  -- Who changes drafts alone need not see what is counted.
  if not exists (select from changed_to where state not in ('draft', 'deleted')) then return null; end if;
  insert into pli.statistics_changes (account_id, mode, site_id, day, service, state, content, envelope, cost_centre, letters, weight_mg, postage_cents)
  select l.account_id, l.mode, l.site_id, (o.submitted_at at time zone s.time_zone)::date, l.service, l.state,
    case when l.template_version_id is null then 'document' else 'template' end, coalesce(l.envelope, ''), coalesce(o.cost_centre, ''),
    count(*), coalesce(sum(l.weight_mg), 0), coalesce(sum(l.postage_cents), 0)
  from changed_to l join pli.orders o on o.id = l.order_id join pli.sites s on s.id = l.site_id
  where l.state not in ('draft', 'deleted') and o.submitted_at is not null
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  return null;
end $$;
create function pli.count_changed_letters() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from changed_to where state not in ('draft', 'deleted')) then return null; end if;
  insert into pli.statistics_changes (account_id, mode, site_id, day, service, state, content, envelope, cost_centre, letters, weight_mg, postage_cents)
  select l.account_id, l.mode, l.site_id, (o.submitted_at at time zone s.time_zone)::date, l.service, l.state,
    case when l.template_version_id is null then 'document' else 'template' end, coalesce(l.envelope, ''), coalesce(o.cost_centre, ''),
    sum(l.n), coalesce(sum(l.n * l.weight_mg), 0), coalesce(sum(l.n * l.postage_cents), 0)
  from (
    select 1 as n, order_id, account_id, mode, site_id, service, state, template_version_id, envelope, weight_mg, postage_cents from changed_to
    union all
    select -1, order_id, account_id, mode, site_id, service, state, template_version_id, envelope, weight_mg, postage_cents from changed_from
  ) l join pli.orders o on o.id = l.order_id join pli.sites s on s.id = l.site_id
  where l.state not in ('draft', 'deleted') and o.submitted_at is not null
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  having sum(l.n) <> 0 or coalesce(sum(l.n * l.weight_mg), 0) <> 0 or coalesce(sum(l.n * l.postage_cents), 0) <> 0;
  return null;
end $$;
revoke execute on function pli.count_new_letters(), pli.count_changed_letters() from public;
create trigger count_new_letters after insert on pli.letters
  referencing new table as changed_to for each statement execute function pli.count_new_letters();
create trigger count_changed_letters after update on pli.letters
  referencing old table as changed_from new table as changed_to for each statement execute function pli.count_changed_letters();

-- Letters that are there already. The owner is bound by row-level security too, but for this statement.
alter table pli.letters no force row level security;
alter table pli.orders no force row level security;
alter table pli.sites no force row level security;
insert into pli.statistics
select l.account_id, l.mode, l.site_id, (o.submitted_at at time zone s.time_zone)::date, l.service, l.state,
  case when l.template_version_id is null then 'document' else 'template' end, coalesce(l.envelope, ''), coalesce(o.cost_centre, ''),
  count(*), coalesce(sum(l.weight_mg), 0), coalesce(sum(l.postage_cents), 0)
from pli.letters l join pli.orders o on o.id = l.order_id join pli.sites s on s.id = l.site_id
where l.state not in ('draft', 'deleted') and o.submitted_at is not null
group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
alter table pli.letters force row level security;
alter table pli.orders force row level security;
alter table pli.sites force row level security;

-- History: orders by when they were made firm, and letters in one of the few states that are looked for among very many.
create index orders_by_submission on pli.orders (account_id, mode, submitted_at, id);
create index letters_gone_wrong on pli.letters (account_id, mode, state, id) where state in ('lost', 'returned', 'refused', 'unprintable', 'cancelled');

do $$
declare t text;
begin
  foreach t in array array['cost_centres', 'account_settings', 'archived_files', 'statistics', 'statistics_changes'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy account on pli.%I to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
      with check (account_id = pli.scope_account() and mode = pli.scope_mode())', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
  end loop;
  foreach t in array array['archived_files', 'statistics', 'statistics_changes'] loop
    execute format('create policy site on pli.%I to pli_site using (site_id = pli.scope_site()) with check (site_id = pli.scope_site())', t);
  end loop;
end $$;
-- Who sees their own orders alone sees the files of those.
create policy own on pli.archived_files as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or exists (select from pli.orders o where o.id = order_id));
grant select, insert, update on pli.cost_centres, pli.account_settings to pli_account;
grant select, update (keep_until, reason_code) on pli.archived_files to pli_account;
grant select on pli.statistics to pli_account;
grant select, insert on pli.statistics_changes to pli_account;
grant select, insert, update on pli.archived_files to pli_site;
grant select, insert, update, delete on pli.statistics to pli_site;
grant select, insert, delete on pli.statistics_changes to pli_site;
grant select on pli.cost_centres, pli.account_settings, pli.statistics, pli.statistics_changes to pli_audit;
grant select (id, account_id, mode, site_id, order_id, letter_id, state, state_since, blob, content_key, content_hash, bytes, sent_at, keep_until,
  created_at, erased_at, reason_code) on pli.archived_files to pli_audit;
