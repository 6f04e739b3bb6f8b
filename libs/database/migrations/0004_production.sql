-- Lots, pieces, trays, deposits: they belong to a site and are invisible to accounts. Keys that repeat site and mode prove that
-- nothing mixes sites or modes.
create table pli.lots (
  id text primary key,
  site_id text not null,
  mode text not null,
  number bigint not null,
  kind text not null check (kind in ('ordinary', 'registered', 'test', 'reprint')),
  key jsonb not null,
  key_text text not null,
  state text not null check (state in ('planned', 'assembled', 'printing', 'printed', 'inserting', 'reconciling', 'closed')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  pieces int not null check (pieces >= 1),
  sheets int not null check (sheets >= 1),
  planned_deposit_date date not null,
  reprint_of text,
  printer_id text,
  inserter_id text,
  print_file text,
  print_file_hash bytea,
  print_job text,
  inserter_job text,
  sheets_printed int,
  sheets_good int,
  sheets_spoiled int,
  sheets_banner int,
  sheets_duplicate int,
  pieces_good int,
  pieces_spoiled int,
  pieces_voided int,
  envelopes_used int,
  envelopes_good int,
  envelopes_spoiled int,
  needs_operator boolean not null default false,
  operator_reason text,
  created_at timestamptz not null,
  unique (site_id, number),
  unique (id, site_id, mode),
  foreign key (site_id, mode) references pli.sites (id, mode),
  foreign key (printer_id, site_id, mode) references pli.devices (id, site_id, mode),
  foreign key (inserter_id, site_id, mode) references pli.devices (id, site_id, mode)
);
create index lots_open on pli.lots (site_id, state) where state <> 'closed';
-- A print job belongs to one lot.
create unique index lots_by_print_job on pli.lots (site_id, print_job) where print_job is not null;

create table pli.deposits (
  id text primary key,
  site_id text not null,
  mode text not null,
  number bigint not null,
  carrier_id text not null,
  carrier_contract text not null,
  state text not null check (state in ('planned', 'closed', 'announced', 'left_site', 'accepted', 'accepted_with_differences', 'refused', 'settled')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  slot_at timestamptz not null,
  manifest text,
  slip text,
  pieces int not null default 0,
  declared jsonb, -- count and mass by product and band, as the slip says
  found jsonb, -- what the carrier counted
  left_at timestamptz,
  accepted_at timestamptz,
  deposit_day date,
  pieces_accepted int,
  needs_operator boolean not null default false,
  operator_reason text,
  created_at timestamptz not null,
  unique (site_id, number),
  unique (id, site_id, mode),
  unique (site_id, carrier_id, carrier_contract, slot_at),
  foreign key (carrier_id, site_id, mode) references pli.devices (id, site_id, mode),
  foreign key (site_id, mode) references pli.sites (id, mode)
);
create index deposits_open on pli.deposits (site_id, state) where state <> 'settled';

create table pli.trays (
  id text primary key,
  site_id text not null,
  mode text not null,
  number bigint not null,
  lot_id text not null,
  position int not null,
  kind text not null check (kind in ('sorted', 'residual')),
  product text not null,
  carrier_contract text not null,
  state text not null check (state in ('open', 'sealed', 'handed_over', 'settled')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  pieces int not null,
  deposit_id text,
  sealed_at timestamptz,
  created_at timestamptz not null,
  unique (site_id, number),
  unique (lot_id, position),
  unique (id, site_id, mode),
  foreign key (lot_id, site_id, mode) references pli.lots (id, site_id, mode),
  foreign key (deposit_id, site_id, mode) references pli.deposits (id, site_id, mode)
);
create index trays_by_deposit on pli.trays (deposit_id);
create index trays_waiting on pli.trays (site_id, state) where state <> 'settled';

create table pli.pieces (
  id text primary key,
  letter_id text not null,
  copy int not null check (copy >= 1),
  account_id text not null,
  site_id text not null,
  mode text not null,
  lot_id text not null,
  position int not null check (position >= 1),
  state text not null check (state in ('planned', 'printed', 'inserted', 'trayed', 'handed_over', 'accepted', 'missing_at_deposit',
    'refused_at_deposit', 'suspect', 'diverted', 'spoiled', 'voided', 'returned')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  sheets int not null,
  weight_mg int not null,
  weight_band int not null,
  window_code text not null unique,
  tray_id text,
  deposit_id text,
  counter_id text,
  mark bigint,
  mark_date date,
  franked_at timestamptz,
  coupon_at timestamptz,
  registered_number text,
  reason_code text,
  created_at timestamptz not null,
  check (id = letter_id || '.' || copy),
  unique (letter_id, copy),
  unique (lot_id, position),
  unique (id, site_id, mode),
  foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode),
  foreign key (lot_id, site_id, mode) references pli.lots (id, site_id, mode),
  foreign key (tray_id, site_id, mode) references pli.trays (id, site_id, mode),
  foreign key (deposit_id, site_id, mode) references pli.deposits (id, site_id, mode),
  foreign key (counter_id, site_id, mode) references pli.postage_counters (id, site_id, mode)
);
-- At most one copy of a letter is alive: the next exists only when the one before is spoiled or voided.
create unique index pieces_one_live_copy on pli.pieces (letter_id) where state not in ('spoiled', 'voided');
create index pieces_unresolved on pli.pieces (site_id, state) where state in ('suspect', 'diverted');
create index pieces_by_registered_number on pli.pieces (registered_number) where registered_number is not null;
create index pieces_by_tray on pli.pieces (tray_id);
create index pieces_by_deposit on pli.pieces (deposit_id);

-- The guard of what cannot be undone: a (letter, copy) is committed to a step once. A second attempt breaks the key.
create table pli.irreversible_steps (
  step text not null check (step in ('print', 'hand_off')),
  letter_id text not null,
  copy int not null,
  site_id text not null,
  mode text not null,
  job text not null,
  at timestamptz not null,
  primary key (step, letter_id, copy),
  foreign key (letter_id, copy) references pli.pieces (letter_id, copy),
  foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode)
);
create index irreversible_steps_by_job on pli.irreversible_steps (site_id, job);

-- A number and a mark belong to a copy that exists, of their site and mode.
alter table pli.registered_numbers
  add foreign key (letter_id, copy) references pli.pieces (letter_id, copy),
  add foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode);
alter table pli.postage_entries
  add foreign key (letter_id, copy) references pli.pieces (letter_id, copy),
  add foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode);

-- A difference between what we declared and what the carrier found: a case with a deadline, never overwritten.
create table pli.cases (
  id text primary key,
  site_id text not null,
  mode text not null,
  account_id text,
  kind text not null check (kind in ('missing_at_deposit', 'refused_at_deposit', 'count_differs')),
  deposit_id text not null,
  piece_id text,
  state text not null check (state in ('open', 'closed')),
  deadline_at timestamptz,
  outcome text,
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)),
  check (state = 'closed' or deadline_at is not null),
  -- An acknowledgement told twice opens no second case.
  unique nulls not distinct (deposit_id, kind, piece_id),
  foreign key (deposit_id, site_id, mode) references pli.deposits (id, site_id, mode),
  foreign key (piece_id, site_id, mode) references pli.pieces (id, site_id, mode)
);
create index cases_open on pli.cases (site_id, deadline_at) where state = 'open';
