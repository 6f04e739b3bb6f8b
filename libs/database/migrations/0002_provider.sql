-- What the provider sets up. Contracts, stocks and profiles change by a new dated version, never in place.
create table pli.accounts (
  id text primary key,
  name text not null,
  state text not null check (state in ('active', 'suspended')),
  created_at timestamptz not null
);

-- An account's (or a site's) content key, wrapped by the master key; blobs are addressed and content is hashed under it.
create table pli.content_keys (
  owner_id text primary key,
  account_id text,
  site_id text,
  wrapped bytea not null,
  created_at timestamptz not null,
  check (num_nonnulls(account_id, site_id) = 1 and owner_id = coalesce(account_id, site_id))
);

create table pli.sites (
  id text primary key,
  code text not null unique check (code ~ '^[A-Z0-9]{4}$'),
  name text not null,
  mode text not null check (mode in ('test', 'live')),
  time_zone text not null,
  state text not null check (state in ('active', 'suspended')),
  created_at timestamptz not null,
  unique (id, mode)
);

-- Numbers a site gives out itself (lots, trays, deposits), by row lock.
create table pli.site_numbers (
  site_id text not null references pli.sites (id),
  kind text not null check (kind in ('lot', 'tray', 'deposit')),
  last bigint not null default 0,
  primary key (site_id, kind)
);

create table pli.contracts (
  id text primary key,
  contract_id text not null,
  version int not null check (version >= 1),
  account_id text not null references pli.accounts (id),
  site_id text not null references pli.sites (id),
  mode text not null,
  terms jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  unique (contract_id, version),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index contracts_by_account on pli.contracts (account_id, site_id);
create index contracts_by_site on pli.contracts (site_id, account_id);

create table pli.api_keys (
  id text primary key,
  role text not null check (role in ('provider', 'operator', 'customer')),
  account_id text references pli.accounts (id),
  site_id text references pli.sites (id),
  mode text check (mode in ('test', 'live')),
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check (case role
    when 'customer' then account_id is not null and mode is not null and site_id is null
    when 'operator' then account_id is null and site_id is not null
    else account_id is null and site_id is null and mode is null
  end),
  foreign key (site_id, mode) references pli.sites (id, mode)
);

-- A test site drives simulated devices only, a live site none: no row can say otherwise.
create table pli.devices (
  id text primary key,
  site_id text not null,
  mode text not null,
  kind text not null check (kind in ('printer', 'inserter', 'carrier')),
  name text not null,
  address text not null,
  simulated boolean not null,
  settings jsonb not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  unique (id, site_id, mode),
  check (simulated = (mode = 'test')),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index devices_by_site on pli.devices (site_id, kind);

create table pli.stocks (
  id text primary key,
  stock_id text not null,
  version int not null check (version >= 1),
  site_id text not null references pli.sites (id),
  kind text not null check (kind in ('envelope', 'paper')),
  data jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  unique (stock_id, version)
);
create index stocks_by_site on pli.stocks (site_id, kind);

create table pli.profiles (
  id text primary key,
  profile_id text not null,
  version int not null check (version >= 1),
  site_id text not null references pli.sites (id),
  kind text not null,
  data jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  unique (profile_id, version)
);
create index profiles_by_site on pli.profiles (site_id, kind);

create table pli.number_ranges (
  id text primary key,
  site_id text not null,
  mode text not null,
  kind text not null check (kind in ('s10')),
  prefix text not null,
  country text not null,
  first bigint not null,
  last bigint not null,
  next bigint not null,
  created_at timestamptz not null,
  check (first >= 0 and first <= last and next between first and last + 1),
  unique (id, site_id, mode),
  foreign key (site_id, mode) references pli.sites (id, mode)
);

-- A number once given to a copy is used or void, never given again from its range.
create table pli.registered_numbers (
  id text primary key,
  range_id text not null,
  number bigint not null,
  code text not null,
  site_id text not null,
  mode text not null,
  state text not null check (state in ('assigned', 'void')),
  letter_id text not null,
  copy int not null,
  assigned_at timestamptz not null,
  voided_at timestamptz,
  check ((state = 'void') = (voided_at is not null)),
  unique (range_id, number),
  foreign key (range_id, site_id, mode) references pli.number_ranges (id, site_id, mode)
);
create index registered_numbers_by_code on pli.registered_numbers (code);
create unique index registered_numbers_one_per_copy on pli.registered_numbers (letter_id, copy);

-- Postage: one counter per site, contract and franking mode; its entries are the postage ledger (cents).
create table pli.postage_counters (
  id text primary key,
  site_id text not null,
  mode text not null,
  carrier_contract text not null,
  franking_mode text not null check (franking_mode in ('printed', 'preprinted', 'machine', 'carrier')),
  last_mark bigint not null default 0,
  foreign key (site_id, mode) references pli.sites (id, mode),
  unique (id, site_id, mode),
  unique (site_id, carrier_contract, franking_mode)
);
create table pli.postage_entries (
  id text primary key,
  counter_id text not null,
  mark bigint not null check (mark >= 1),
  site_id text not null,
  mode text not null,
  letter_id text not null,
  copy int not null,
  cents int not null check (cents >= 0),
  mark_date date not null,
  state text not null check (state in ('marked', 'debited', 'refund_due')),
  marked_at timestamptz not null,
  debited_at timestamptz,
  check (state <> 'debited' or debited_at is not null),
  unique (counter_id, mark),
  foreign key (counter_id, site_id, mode) references pli.postage_counters (id, site_id, mode)
);
create index postage_entries_refunds on pli.postage_entries (site_id) where state = 'refund_due';
create unique index postage_entries_one_per_copy on pli.postage_entries (letter_id, copy);
