-- Mail notices go to addresses whose readers said yes, by a link that was sent there, and to no other.
alter table pli.subscribers add column confirmed_addresses text[] not null default '{}'; -- content: those of its addresses that were confirmed
-- Who gets mails already goes on getting them. The owner is bound by row-level security too, but for this statement.
alter table pli.subscribers no force row level security;
update pli.subscribers set confirmed_addresses = addresses where addresses is not null;
alter table pli.subscribers force row level security;
alter table pli.subscribers
  add check (confirmed_addresses <@ coalesce(addresses, '{}')),
  add check (state <> 'deleted' or confirmed_addresses = '{}');

-- Links that were sent to addresses, and when: nobody's address is written to without end.
create table pli.notice_confirmations (
  id text primary key,
  hash bytea not null unique, -- of the token of its link
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  address text, -- content: gone when no notice goes there any more
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz
);
create index notice_confirmations_by_account on pli.notice_confirmations (account_id, mode, asked_at);
create index notice_confirmations_over on pli.notice_confirmations (expires_at);
alter table pli.notice_confirmations enable row level security;
alter table pli.notice_confirmations force row level security;
create policy account on pli.notice_confirmations to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
  with check (account_id = pli.scope_account() and mode = pli.scope_mode());
create policy teller on pli.notice_confirmations to pli_teller using (true) with check (true);
create policy audit on pli.notice_confirmations for select to pli_audit using (true);
create policy door on pli.notice_confirmations to current_user using (true) with check (true);
grant select, insert, update (address, expires_at, confirmed_at) on pli.notice_confirmations to pli_account;
grant select (id, expires_at), delete on pli.notice_confirmations to pli_teller;
grant select (id, account_id, mode, asked_at, expires_at, confirmed_at) on pli.notice_confirmations to pli_audit;

create function pli.door_notice_link(link_hash bytea)
  returns table (id text, account_id text, mode text, expires_at timestamptz, confirmed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.account_id, c.mode, c.expires_at, c.confirmed_at from pli.notice_confirmations c where c.hash = link_hash
  $$;
revoke execute on function pli.door_notice_link(bytea) from public;
grant execute on function pli.door_notice_link(bytea) to pli_door;

-- The mail that carries the link goes the way of mails to people, and is no person's.
do $$
declare c text;
begin
  select conname into strict c from pg_constraint
  where conrelid = 'pli.person_mails'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%invitation%';
  execute format('alter table pli.person_mails drop constraint %I', c);
end $$;
alter table pli.person_mails alter column person_id drop not null;
alter table pli.person_mails
  add check (kind in ('invitation', 'recovery', 'changed', 'notice_address')),
  add check ((kind = 'notice_address') = (person_id is null));
create policy account on pli.person_mails for insert to pli_account with check (person_id is null);
grant insert on pli.person_mails to pli_account;
