-- The carrier's word in full. Beside pieces that it misses or refuses, a case may be a count that differs and that no item explains, or an
-- item that nobody declared. What a case is about is written once, when it opens.
alter table pli.cases
  drop constraint cases_kind_check,
  add constraint cases_kind_check check (kind in ('missing_at_deposit', 'refused_at_deposit', 'count_differs', 'undeclared')),
  add column product text,
  add column band int, -- grams
  add column difference int, -- of a count: found less declared, after what the items explain
  add column tray int, -- its number, as the carrier says
  add column window_code text, -- of an undeclared item; null when it could not be read
  add column said_in text, -- part and line of the acknowledgement, for what has no piece of the deposit
  add column of_case text references pli.cases (id), -- the count that this missing piece explains
  add column reason_code text, -- why the carrier refused it; then why it was closed
  drop constraint cases_deposit_id_kind_piece_id_key,
  -- An acknowledgement told twice opens no second case.
  add constraint cases_once unique nulls not distinct (deposit_id, kind, piece_id, product, band, said_in),
  add check (kind <> 'count_differs' or (product is not null and band is not null and difference <> 0)),
  add check (kind <> 'undeclared' or said_in is not null),
  -- The pieces of a deposit are in one case or accepted: what somebody else's item is about is found by its code.
  add check ((piece_id is not null) = (kind in ('missing_at_deposit', 'refused_at_deposit')));
create index cases_of_pieces on pli.cases (piece_id) where state = 'open';
create index cases_undeclared on pli.cases (site_id, window_code) where kind = 'undeclared' and state = 'open';

-- Whose word the deposit was counted by: the carrier's file, or its stamped slip typed in by an operator.
alter table pli.deposits add column acknowledged_by text check (acknowledged_by in ('carrier', 'operator'));

-- Deposits that the watch over carriers goes on looking at: a missing piece may still be found.
create index pieces_missing on pli.pieces (site_id, deposit_id) where state = 'missing_at_deposit';
