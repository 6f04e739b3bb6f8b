-- Any number finds its letter, and a name too. Names stand word by word in a table of their own, which only equality and ranges read:
-- under row-level security nothing else may use an index. What is written of a letter follows its content: a word goes with it.
create table pli.letter_names (
  account_id text not null,
  mode text not null,
  word text collate "C" not null,
  letter_id text not null,
  primary key (account_id, mode, word, letter_id)
);
create index letter_names_by_letter on pli.letter_names (letter_id);

-- The words by which a name is found: small letters without accents, of two characters and more, each once.
create function pli.words_of(name text) returns setof text language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select distinct left(word, 60) from regexp_split_to_table(
    translate(replace(replace(replace(lower(name), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
      'àáâãäåāçčéèêëēěìíîïīñńòóôõöøōřšťùúûüūýÿžł', 'aaaaaaacceeeeeeiiiiinnooooooorstuuuuuyyzl'),
    '[^[:alnum:]]+') as word where length(word) > 1
$$;

create function pli.name_in(recipient jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select concat_ws(' ', recipient->>'name', recipient->>'organisation')
$$;

-- Kept by the table itself, whoever writes or erases a letter.
create function pli.keep_new_names() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into pli.letter_names (account_id, mode, word, letter_id)
    select l.account_id, l.mode, w, l.id from made l, pli.words_of(pli.name_in(l.recipient)) w where l.recipient is not null
    order by 1, 2, 3, 4;
  return null;
end $$;
create function pli.keep_changed_names() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from pli.letter_names where letter_id = old.id;
  insert into pli.letter_names (account_id, mode, word, letter_id)
    select new.account_id, new.mode, w, new.id from pli.words_of(pli.name_in(new.recipient)) w where new.recipient is not null;
  return null;
end $$;
revoke execute on function pli.keep_new_names(), pli.keep_changed_names() from public;
create trigger keep_new_names after insert on pli.letters referencing new table as made
  for each statement execute function pli.keep_new_names();
create trigger keep_changed_names after update of recipient on pli.letters
  for each row when (old.recipient is distinct from new.recipient) execute function pli.keep_changed_names();

alter table pli.letter_names enable row level security;
alter table pli.letter_names force row level security;
create policy keeper on pli.letter_names to current_user using (true) with check (true);
create policy account on pli.letter_names for select to pli_account
  using (account_id = pli.scope_account() and mode = pli.scope_mode());
create policy audit on pli.letter_names for select to pli_audit using (true);
grant select on pli.letter_names to pli_account, pli_audit;

-- What is there already.
alter table pli.letters no force row level security;
insert into pli.letter_names (account_id, mode, word, letter_id)
  select l.account_id, l.mode, w, l.id from pli.letters l, pli.words_of(pli.name_in(l.recipient)) w where l.recipient is not null order by 1, 2, 3, 4;
alter table pli.letters force row level security;

create index letters_by_reference on pli.letters (account_id, mode, client_reference, id) where client_reference is not null;
create index orders_by_reference on pli.orders (account_id, mode, client_reference, id) where client_reference is not null;
create index letters_by_deposit on pli.letters (site_id, deposit_number) where deposit_number is not null;
create index pieces_by_mark on pli.pieces (site_id, mark) where mark is not null;

-- A customer holds an envelope and reads its code; copies are the print room's own. Answers ids of the caller's letters alone, which its own
-- scope then shows or not. Numbers of copies that were spoiled lead to their letter as well.
create policy letters_of_codes on pli.pieces for select to current_user using (true);
create function pli.letters_of_codes(window_codes text[], number text) returns table (letter_id text)
  language sql stable security definer set search_path = pg_catalog as $$
    select p.letter_id from pli.pieces p where p.window_code = any(window_codes) and p.account_id = pli.scope_account() and p.mode = pli.scope_mode()
    union
    select p.letter_id from pli.pieces p where p.registered_number = number and p.account_id = pli.scope_account() and p.mode = pli.scope_mode()
  $$;
revoke execute on function pli.letters_of_codes(text[], text) from public;
grant execute on function pli.letters_of_codes(text[], text) to pli_account;
