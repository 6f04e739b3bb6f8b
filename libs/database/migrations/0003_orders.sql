-- What customers bring: templates, documents, orders and letters. Content columns are marked; they may be erased.
create table pli.templates (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  name text not null,
  created_at timestamptz not null
);
create table pli.template_versions (
  id text primary key,
  template_id text not null references pli.templates (id),
  account_id text not null,
  mode text not null,
  version int not null,
  html text not null,
  data_schema jsonb not null,
  state text not null check (state in ('draft', 'approved', 'withdrawn')),
  created_at timestamptz not null,
  approved_at timestamptz,
  unique (template_id, version)
);

create table pli.documents (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  state text not null check (state in ('stored', 'erased')),
  pages int not null,
  bytes int not null,
  blob text, -- content
  content_hash bytea not null,
  created_at timestamptz not null,
  erased_at timestamptz
);

create table pli.orders (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  site_id text references pli.sites (id),
  contract_id text,
  state text not null check (state in ('draft', 'submitted', 'in_progress', 'ended', 'refused', 'cancelled', 'deleted')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  options jsonb not null,
  client_reference text, -- content
  cost_centre text,
  letters int not null default 0,
  open_letters int not null default 0,
  archive text not null default 'none' check (archive in ('none', 'simple')),
  planned_deposit_date date,
  workflow_id text,
  reason_code text,
  created_at timestamptz not null,
  submitted_at timestamptz,
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index orders_by_account on pli.orders (account_id, mode, id);
create index orders_by_site on pli.orders (site_id, state);

create table pli.letters (
  id text primary key,
  order_id text not null references pli.orders (id),
  position int not null,
  account_id text not null,
  mode text not null,
  site_id text,
  state text not null check (state in ('draft', 'accepted', 'composed', 'pooled', 'in_production', 'handed_over', 'accepted_by_carrier',
    'delivered', 'no_return_seen', 'lost', 'returned', 'refused', 'unprintable', 'cancelled', 'deleted')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  recipient jsonb, -- content
  sender jsonb, -- content
  data jsonb, -- content
  client_reference text, -- content
  content_key bytea, -- content: the key of this letter's hashes; erased with the content
  content_hash bytea,
  country text not null,
  postcode text not null,
  options jsonb not null,
  service text not null,
  template_version_id text references pli.template_versions (id),
  document_id text references pli.documents (id),
  attachment_ids text[] not null default '{}',
  composed_blob text,
  composed_hash bytea,
  parts jsonb, -- address page, document, attachments, each with its pages
  sheet_code_zones int[], -- one a sheet: which zone of the geometry profile holds its code
  pages int,
  sheets int,
  envelope text,
  weight_mg int,
  weight_band int,
  postage_cents int,
  lot_key jsonb,
  lot_key_text text,
  current_copy int not null default 0,
  registered_number text,
  carrier_status text,
  next_poll_at timestamptz,
  handed_over_at timestamptz,
  accepted_at timestamptz,
  deposit_day date,
  deposit_number bigint,
  ended_at timestamptz,
  reason_code text,
  erased_at timestamptz,
  created_at timestamptz not null,
  unique (order_id, position),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index letters_by_account on pli.letters (account_id, mode, id);
create index letters_by_order_state on pli.letters (order_id, state);
create index letters_pool on pli.letters (site_id, state_since) where state = 'pooled';
create index letters_to_poll on pli.letters (site_id, next_poll_at) where next_poll_at is not null;
create index letters_by_registered_number on pli.letters (registered_number) where registered_number is not null;
create index letters_open on pli.letters (site_id, state, deadline_at);

-- One answer per account, mode and key, kept as long as the order.
create table pli.idempotency_keys (
  account_id text not null,
  mode text not null check (mode in ('test', 'live')),
  key text not null,
  request_hash bytea not null,
  status int,
  answer jsonb,
  created_at timestamptz not null,
  primary key (account_id, mode, key)
);

-- Who uses a stored blob, a row a use; the bytes go when the last use goes. Accounts never share a blob.
create table pli.blob_uses (
  owner_id text not null,
  account_id text,
  site_id text,
  mode text not null,
  blob text not null,
  use text not null,
  used_by text not null,
  bytes bigint not null,
  created_at timestamptz not null,
  primary key (blob, use, used_by)
);
create index blob_uses_by_user on pli.blob_uses (used_by);

-- A composition's key (template version, data, fonts, composer) → the bytes stored once for preview, print, reprint, archive.
create table pli.compositions (
  account_id text not null,
  mode text not null,
  key bytea not null,
  blob text not null,
  parts jsonb not null,
  sheet_code_zones int[] not null,
  sheets int not null,
  created_at timestamptz not null,
  primary key (account_id, mode, key)
);
