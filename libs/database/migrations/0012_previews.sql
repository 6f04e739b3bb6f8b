-- Letters looked at before they are ordered. What they show is content, and is erased when their time is over.
create table pli.previews (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  site_id text not null,
  contract_id text not null,
  state text not null check (state in ('making', 'ready', 'refused', 'erased')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  valid_until timestamptz not null,
  letter jsonb, -- content: the row of pli.letters that the letter would have, with all of its options
  trouble jsonb, -- what stands in its way that is no fault of the letter: code and words
  composed_blob text,
  parts jsonb,
  sheet_code_zones int[],
  pages int,
  sheets int,
  envelope text,
  weight_mg int,
  weight_band int,
  product text,
  destination text,
  postage_cents int,
  deposit_day date, -- J
  leaves_at timestamptz,
  promise_days int,
  promised_day date,
  warnings jsonb, -- content: their words tell of the letter
  problems jsonb, -- content
  reason_code text,
  created_at timestamptz not null,
  erased_at timestamptz,
  check ((state = 'making') = (deadline_at is not null)),
  check ((state = 'erased') = (erased_at is not null)),
  check (state <> 'erased' or num_nonnulls(letter, composed_blob, warnings, problems) = 0),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index previews_in_the_making on pli.previews (account_id, mode) where state = 'making';
create index previews_to_erase on pli.previews (site_id, valid_until) where state <> 'erased';

alter table pli.previews enable row level security;
alter table pli.previews force row level security;
create policy account on pli.previews to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
  with check (account_id = pli.scope_account() and mode = pli.scope_mode());
create policy site on pli.previews to pli_site using (site_id = pli.scope_site()) with check (site_id = pli.scope_site());
create policy audit on pli.previews for select to pli_audit using (true);
grant select, insert on pli.previews to pli_account;
grant select, update on pli.previews to pli_site;
grant select on pli.previews to pli_audit;
