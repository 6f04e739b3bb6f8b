-- What customers bring: templates, documents, orders and letters. Content columns are marked; they may be erased. Keys that
-- repeat account and mode prove that nothing refers to what belongs to another account or mode.
create table pli.templates (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  name text not null,
  created_at timestamptz not null,
  unique (id, account_id, mode)
);
create index templates_by_account on pli.templates (account_id, mode, id);

create table pli.template_versions (
  id text primary key,
  template_id text not null,
  account_id text not null,
  mode text not null,
  version int not null check (version >= 1),
  html text not null,
  data_schema jsonb not null,
  sample_data jsonb not null, -- invented; approval fills the template with it
  state text not null check (state in ('draft', 'proofing', 'approved', 'withdrawn')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  proofs int not null default 0, -- how often approval was asked for: each asking has a process of its own
  asked_by text, -- whose asking the last proof answers
  reason_code text, -- why the last proof was not passed
  created_at timestamptz not null,
  approved_at timestamptz,
  unique (template_id, version),
  unique (id, account_id, mode),
  foreign key (template_id, account_id, mode) references pli.templates (id, account_id, mode)
);

create table pli.documents (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  state text not null check (state in ('stored', 'erased')),
  pages int not null check (pages >= 1),
  bytes int not null,
  blob text, -- content
  content_key bytea, -- content: the key of content_hash; erased with the content
  content_hash bytea not null,
  created_at timestamptz not null,
  erased_at timestamptz,
  check ((state = 'erased') = (erased_at is not null)),
  check (state <> 'erased' or (blob is null and content_key is null)),
  unique (id, account_id, mode)
);
create index documents_by_account on pli.documents (account_id, mode, id);

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
  check (state in ('draft', 'deleted') or (site_id is not null and submitted_at is not null)),
  check (open_letters between 0 and letters),
  unique (id, account_id, mode),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index orders_by_account on pli.orders (account_id, mode, id);
create index orders_by_site on pli.orders (site_id, state);

create table pli.letters (
  id text primary key,
  order_id text not null,
  position int not null check (position >= 1),
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
  template_version_id text,
  document_id text,
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
  check (num_nonnulls(template_version_id, document_id) = 1),
  check (state in ('draft', 'deleted') or site_id is not null),
  check (erased_at is null or num_nonnulls(recipient, sender, data, client_reference, content_key) = 0),
  unique (order_id, position),
  unique (id, site_id, mode),
  foreign key (order_id, account_id, mode) references pli.orders (id, account_id, mode),
  foreign key (template_version_id, account_id, mode) references pli.template_versions (id, account_id, mode),
  foreign key (document_id, account_id, mode) references pli.documents (id, account_id, mode),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index letters_by_account on pli.letters (account_id, mode, id);
create index letters_by_order_state on pli.letters (order_id, state);
create index letters_pool on pli.letters (site_id, state_since) where state = 'pooled';
create index letters_to_poll on pli.letters (site_id, next_poll_at) where next_poll_at is not null;
create index letters_by_registered_number on pli.letters (registered_number) where registered_number is not null;
create index letters_open on pli.letters (site_id, state, deadline_at);
create index letters_by_document on pli.letters (document_id) where document_id is not null;
create index letters_by_attachment on pli.letters using gin (attachment_ids) where attachment_ids <> '{}';

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
  check (num_nonnulls(account_id, site_id) = 1 and owner_id = coalesce(account_id, site_id)),
  primary key (blob, use, used_by)
);
create index blob_uses_by_user on pli.blob_uses (used_by);

-- Bytes whose use has ended, to be deleted once that is committed and if nobody uses them by then.
create table pli.blob_removals (
  blob text primary key,
  owner_id text not null,
  account_id text,
  site_id text,
  mode text not null,
  created_at timestamptz not null
);

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
