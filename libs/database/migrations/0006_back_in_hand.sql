-- Pieces that come back into hand: undone hand-offs, copies that reappear, trays opened by a person, broken seals.

-- A hand-off that the carrier's own word denies for a copy, whose envelope a person has scanned back, is undone: the row stays, and
-- the copy may be committed once again. Nothing else undoes a step.
alter table pli.irreversible_steps drop constraint irreversible_steps_pkey;
alter table pli.irreversible_steps
  add column undone_at timestamptz,
  add column undone_by text, -- the scan (facts.source_id) by which the envelope was in hand
  add primary key (step, letter_id, copy, job),
  add check ((undone_at is null) = (undone_by is null)),
  add check (undone_at is null or step = 'hand_off');
create unique index irreversible_steps_once on pli.irreversible_steps (step, letter_id, copy) where undone_at is null;
grant update (undone_at, undone_by) on pli.irreversible_steps to pli_site;

-- A spoiled or voided copy that turns up again: it waits as diverted until it is spoiled (again), beside the copy that took its place.
alter table pli.pieces
  add column reappeared_at timestamptz,
  add check (reappeared_at is null or state in ('diverted', 'spoiled'));
drop index pli.pieces_one_live_copy;
create unique index pieces_one_live_copy on pli.pieces (letter_id)
  where state not in ('spoiled', 'voided') and reappeared_at is null;
-- What a person scans or looks for: every copy that is somewhere it should not be.
drop index pli.pieces_unresolved;
create index pieces_unresolved on pli.pieces (site_id, state)
  where state in ('suspect', 'diverted', 'missing_at_deposit', 'refused_at_deposit');

-- A tray is its lot's, or was opened by a person for what came back; then it says itself which day it is planned for.
alter table pli.trays
  alter column lot_id drop not null,
  add column planned_deposit_date date,
  add column seal_broken_at timestamptz, -- since when a tray that was sealed is open again
  add check (num_nonnulls(lot_id, planned_deposit_date) = 1),
  add check (seal_broken_at is null or state in ('open', 'settled'));
create index trays_to_seal_again on pli.trays (site_id)
  where state = 'open' and (seal_broken_at is not null or lot_id is null);
