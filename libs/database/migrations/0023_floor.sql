-- The print room at a glance. What the board counts is what is on its way: a partial index holds those rows alone, with all that a count needs,
-- whatever the number of letters that have long gone. Lists read the same index in id order.
drop index pli.pieces_unresolved;
create index pieces_on_floor on pli.pieces (site_id, state, id) include (state_since, deadline_at)
  where state in ('planned', 'printed', 'inserted', 'trayed', 'handed_over', 'missing_at_deposit', 'refused_at_deposit', 'suspect', 'diverted');
create index letters_on_floor on pli.letters (site_id, state, id) include (state_since, deadline_at)
  where state in ('accepted', 'composed', 'pooled');
create index deposits_by_departure on pli.deposits (site_id, left_at) where left_at is not null;
create index orders_late on pli.orders (site_id, deadline_at) where state in ('submitted', 'in_progress');

-- How each machine and carrier was when it was last asked: working data of the watch, which alone asks them.
create table pli.machine_states (
  id text primary key, -- the device's
  site_id text not null,
  mode text not null,
  state text not null check (state in ('ready', 'busy', 'trouble', 'silent')),
  since timestamptz not null, -- in that state, with those reasons
  asked_at timestamptz not null,
  heard_at timestamptz, -- its last answer; null when it never gave one
  reasons text[] not null default '{}', -- its own words for what troubles it (IPP printer-state-reasons), or ours
  job text, -- what it is doing
  progress int, -- sheets or envelopes of that job so far
  foreign key (id, site_id, mode) references pli.devices (id, site_id, mode)
);

-- First-off: the first closed envelope of a lot, checked and signed by a person. A lot may have several: after a change of stock or operator.
create table pli.first_offs (
  id text primary key,
  site_id text not null,
  mode text not null,
  lot_id text not null,
  piece_id text not null,
  passed boolean not null,
  failed_checks text[] not null default '{}',
  signed_by text not null, -- the actor
  signed_at timestamptz not null,
  check (passed = (failed_checks = '{}')),
  foreign key (lot_id, site_id, mode) references pli.lots (id, site_id, mode),
  foreign key (piece_id, site_id, mode) references pli.pieces (id, site_id, mode)
);
create index first_offs_by_lot on pli.first_offs (lot_id, id);

-- End of day: what was counted, what is carried over and why, and who signed. A day is closed once.
create table pli.day_closings (
  id text primary key,
  site_id text not null references pli.sites (id),
  day date not null,
  figures jsonb not null,
  carried_over jsonb not null, -- each: what, how many, reason code, new date, who sees to it
  signed_by text not null,
  signed_at timestamptz not null,
  unique (site_id, day)
);

-- Who was shown the address and pages of a letter, until when. The account reads of it in its own feed.
create table pli.reveals (
  id text primary key,
  site_id text not null,
  mode text not null,
  account_id text not null,
  letter_id text not null,
  revealed_to text not null, -- the actor
  reason_code text not null,
  at timestamptz not null,
  until timestamptz not null,
  check (until > at),
  foreign key (letter_id, site_id, mode) references pli.letters (id, site_id, mode)
);
create index reveals_of_letter on pli.reveals (letter_id, revealed_to, until);

do $$
declare t text;
begin
  foreach t in array array['machine_states', 'first_offs', 'day_closings', 'reveals'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy site on pli.%I to pli_site using (site_id = pli.scope_site()) with check (site_id = pli.scope_site())', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
    execute format('grant select on pli.%I to pli_audit', t);
  end loop;
end $$;
grant select, insert, update on pli.machine_states to pli_site;
grant select, insert on pli.first_offs, pli.day_closings, pli.reveals to pli_site;

-- What calls for a person.
create index lots_needing_operator on pli.lots (site_id, operator_reason) where needs_operator;
create index deposits_needing_operator on pli.deposits (site_id, operator_reason) where needs_operator;

-- The last word of a machine, and the figures of a day.
create index facts_by_source on pli.facts (site_id, source, at);
create index facts_spoiled_sheets on pli.facts (site_id, at) where kind = 'sheets.spoiled';
create index pieces_spoiled on pli.pieces (site_id, state_since) where state = 'spoiled';
create index lots_closed on pli.lots (site_id, state_since) where state = 'closed';
create index postage_entries_by_day on pli.postage_entries (site_id, marked_at);
create index registered_numbers_by_day on pli.registered_numbers (site_id, assigned_at);
