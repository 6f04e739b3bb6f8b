-- People: who they are, at which desks they work, how they prove it. What names them (e-mail, name, device) is content and erased when they
-- leave; the ledger tells of their ids, roles and states.
do $$
begin
  create role pli_person nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema pli to pli_person;

-- Who acts (`app.person`), and whether that person sees its own orders alone (`app.own`). Unset reads as null: keys have neither.
create function pli.scope_person() returns text language sql stable as $$ select nullif(current_setting('app.person', true), '') $$;
create function pli.scope_own() returns text language sql stable as $$ select nullif(current_setting('app.own', true), '') $$;

create table pli.persons (
  id text primary key,
  state text not null check (state in ('invited', 'active', 'removed')),
  email text, -- content
  email_hash bytea unique, -- content: keyed, by which a person is found
  name text, -- content
  language text not null check (language in ('fr', 'en')),
  last_membership_id text, -- where they worked last, and …
  last_mode text check (last_mode in ('test', 'live')), -- … in which mode
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((state = 'removed') = (removed_at is not null)),
  check (case when state = 'removed' then num_nonnulls(email, email_hash, name) = 0 else num_nonnulls(email, email_hash) = 2 end)
);

-- A desk: a person in an account, at a print room, in the provider's office or as its auditor, and what they may do there.
create table pli.memberships (
  id text primary key,
  person_id text not null references pli.persons (id),
  kind text not null check (kind in ('account', 'site', 'provider', 'audit')),
  account_id text references pli.accounts (id),
  site_id text references pli.sites (id),
  modes text[] not null check (modes <@ array['test', 'live']),
  role text not null check (role in ('sender', 'administrator', 'operator', 'supervisor', 'manager', 'auditor')),
  scopes text[] not null,
  state text not null check (state in ('active', 'suspended', 'removed')),
  created_at timestamptz not null,
  check (case kind
    when 'account' then account_id is not null and site_id is null and cardinality(modes) >= 1
    when 'site' then site_id is not null and account_id is null and cardinality(modes) = 0
    else num_nonnulls(account_id, site_id) = 0 and cardinality(modes) = 0
  end)
);
create index memberships_by_person on pli.memberships (person_id);
create index memberships_by_account on pli.memberships (account_id, id) where account_id is not null;
create unique index memberships_one_a_desk on pli.memberships (person_id, kind, coalesce(account_id, site_id, '')) where state <> 'removed';

-- Signed in: the row is the session, and its token is nowhere.
create table pli.sessions (
  id text primary key,
  hash bytea not null unique,
  person_id text not null references pli.persons (id),
  membership_id text references pli.memberships (id),
  mode text check (mode in ('test', 'live')),
  signed_in_by text not null check (signed_in_by in ('password', 'passkey', 'single_sign_on')),
  device text, -- content
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  challenge text -- of a passkey that is being asked for or made
);
create index sessions_by_person on pli.sessions (person_id);

create table pli.credentials (
  id text primary key,
  person_id text not null references pli.persons (id),
  kind text not null check (kind in ('password', 'totp', 'recovery_code', 'passkey', 'single_sign_on')),
  hash text, -- password: argon2id; recovery code: keyed hash
  secret bytea, -- totp: wrapped under the master key
  last_step bigint, -- totp: the step of the last code, which is good once
  passkey_id text unique,
  public_key bytea,
  counter bigint,
  transports text[],
  issuer text, -- single sign-on
  subject text, -- single sign-on; content
  label text, -- content
  confirmed_at timestamptz, -- null: being set up
  used_at timestamptz,
  created_at timestamptz not null,
  check (case kind
    when 'password' then hash is not null
    when 'recovery_code' then hash is not null
    when 'totp' then secret is not null
    when 'passkey' then passkey_id is not null and public_key is not null and counter is not null
    else issuer is not null and subject is not null
  end)
);
create index credentials_by_person on pli.credentials (person_id, kind);
create unique index credentials_one_password on pli.credentials (person_id, kind) where kind in ('password', 'totp');
create unique index credentials_by_subject on pli.credentials (issuer, subject) where kind = 'single_sign_on';

-- Links sent to a person: an invitation to a desk, or the way back of who cannot sign in. Each is good once.
create table pli.person_links (
  id text primary key,
  kind text not null check (kind in ('invitation', 'recovery')),
  hash bytea not null unique,
  person_id text not null references pli.persons (id),
  membership_id text references pli.memberships (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (kind <> 'invitation' or membership_id is not null)
);
create index person_links_by_person on pli.person_links (person_id);

-- How often somebody tried to sign in of late: a bucket of tries for each keyed hash of an e-mail or of a network address.
create table pli.sign_in_tries (
  name bytea primary key,
  tries double precision not null,
  refused int not null default 0,
  at timestamptz not null
);

alter table pli.orders add column person_id text default pli.scope_person() references pli.persons (id);
alter table pli.letters add column person_id text default pli.scope_person();
alter table pli.previews add column person_id text default pli.scope_person();
create index orders_by_person on pli.orders (account_id, mode, person_id, id) where person_id is not null;
create index letters_by_person on pli.letters (account_id, mode, person_id, id) where person_id is not null;

-- Who sees their own alone: one look at a setting a statement for everybody else.
create policy own on pli.orders as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or person_id = (select pli.scope_own()));
create policy own on pli.letters as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or person_id = (select pli.scope_own()));
create policy own on pli.previews as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or person_id = (select pli.scope_own()));
create policy own on pli.imports as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or exists (select from pli.orders o where o.id = order_id));
create policy own on pli.import_batches as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or exists (select from pli.imports i where i.id = import_id));
create policy own on pli.import_errors as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or exists (select from pli.imports i where i.id = import_id));
create policy own on pli.events as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or case subject
    when 'order' then exists (select from pli.orders o where o.id = subject_id)
    when 'letter' then exists (select from pli.letters l where l.id = subject_id)
    when 'preview' then exists (select from pli.previews p where p.id = subject_id)
    when 'import' then exists (select from pli.imports i where i.id = subject_id)
    else subject in ('template', 'template_version') or actor = 'person:' || (select pli.scope_own())
  end);

-- A person: its own row, proofs, sessions and links, the desks it works at and their names; and it is told of in the provider's stream.
create policy person on pli.persons to pli_person using (id = pli.scope_person()) with check (id = pli.scope_person());
create policy person on pli.memberships for select to pli_person using (person_id = pli.scope_person());
do $$
declare t text;
begin
  foreach t in array array['sessions', 'credentials', 'person_links'] loop
    execute format('create policy person on pli.%I to pli_person using (person_id = pli.scope_person()) with check (person_id = pli.scope_person())', t);
  end loop;
end $$;
create policy person on pli.accounts for select to pli_person using (id in (select account_id from pli.memberships));
create policy person on pli.sites for select to pli_person using (id in (select site_id from pli.memberships));
create policy person on pli.streams to pli_person using (id = 'provider') with check (id = 'provider');
create policy person on pli.events for insert to pli_person
  with check (stream = 'provider' and subject = 'person' and subject_id = pli.scope_person());

grant select, update (state, name, language, last_membership_id, last_mode) on pli.persons to pli_person;
grant select on pli.memberships to pli_person;
grant select, insert, delete, update (membership_id, mode, second_factor_at, challenge, hash, seen_at) on pli.sessions to pli_person;
grant select, insert, update, delete on pli.credentials to pli_person;
grant select, insert, update (used_at) on pli.person_links to pli_person;
grant select (id, name, state) on pli.accounts to pli_person;
grant select (id, name, mode) on pli.sites to pli_person;
grant select, update (last_number, last_hash) on pli.streams to pli_person;
grant insert on pli.events to pli_person;

-- The provider invites its own people and the first ones of its customers. It knows no password, no secret and no token.
do $$
declare t text;
begin
  foreach t in array array['persons', 'memberships', 'sessions', 'credentials', 'person_links'] loop
    execute format('create policy provider on pli.%I to pli_provider using (true) with check (true)', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
  end loop;
end $$;
grant select, insert, update on pli.persons, pli.memberships to pli_provider;
grant select (id, person_id, membership_id, created_at, seen_at, expires_at), delete on pli.sessions to pli_provider;
grant select (id, person_id, kind, confirmed_at, used_at, created_at), delete on pli.credentials to pli_provider;
grant select (id, kind, person_id, membership_id, created_at, expires_at, used_at), insert, update (used_at) on pli.person_links to pli_provider;

grant select (id, state, language, created_at, removed_at) on pli.persons to pli_audit;
grant select on pli.memberships to pli_audit;
grant select (id, person_id, membership_id, mode, signed_in_by, created_at, seen_at, expires_at, second_factor_at) on pli.sessions to pli_audit;
grant select (id, person_id, kind, confirmed_at, used_at, created_at) on pli.credentials to pli_audit;
grant select (id, kind, person_id, membership_id, created_at, expires_at, used_at) on pli.person_links to pli_audit;

-- The door knows a session by its token's hash, a person by the hash of an e-mail, a link by its own, and counts who tries. It lists nothing.
do $$
declare t text;
begin
  foreach t in array array['persons', 'memberships', 'sessions', 'credentials', 'person_links', 'sign_in_tries'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy door on pli.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create function pli.door_session(token_hash bytea)
  returns table (id text, person_id text, membership_id text, kind text, account_id text, site_id text, mode text, role text, scopes text[],
    created_at timestamptz, seen_at timestamptz, expires_at timestamptz, second_factor_at timestamptz, has_factor boolean)
  language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.person_id, m.id, m.kind, m.account_id, m.site_id, s.mode, m.role, m.scopes,
      s.created_at, s.seen_at, s.expires_at, s.second_factor_at,
      exists (select from pli.credentials c where c.person_id = s.person_id and c.kind in ('totp', 'passkey') and c.confirmed_at is not null)
    from pli.sessions s join pli.persons p on p.id = s.person_id and p.state = 'active'
      left join pli.memberships m on m.id = s.membership_id and m.state = 'active' and (m.kind <> 'account' or s.mode = any(m.modes))
    where s.hash = token_hash
  $$;
create function pli.door_seen(token_hash bytea, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    update pli.sessions set seen_at = greatest(seen_at, door_seen.at) where hash = token_hash
  $$;
create function pli.door_person(mail_hash bytea) returns table (id text, state text, password_hash text)
  language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.state, c.hash from pli.persons p left join pli.credentials c on c.person_id = p.id and c.kind = 'password'
    where p.email_hash = mail_hash
  $$;
create function pli.door_link(link_hash bytea) returns table (id text, kind text, person_id text, membership_id text, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
    select l.id, l.kind, l.person_id, l.membership_id, l.expires_at, l.used_at from pli.person_links l where l.hash = link_hash
  $$;
-- Takes one of `most` tries, of which one comes back each `seconds`. Answers how long to wait for the next one when there is none left
-- (0: taken), and how many were refused since one was taken.
create function pli.door_try(bucket bytea, most double precision, seconds double precision, now timestamptz)
  returns table (wait double precision, refused int)
  language plpgsql security definer set search_path = pg_catalog as $$
declare held pli.sign_in_tries;
begin
  delete from pli.sign_in_tries t where t.at < now - make_interval(secs => most * seconds) and t.name <> bucket and random() < 0.02;
  insert into pli.sign_in_tries as t (name, tries, at) values (bucket, most, now) on conflict (name) do update
    set tries = least(most, t.tries + greatest(0, extract(epoch from now - t.at)) / seconds), at = greatest(t.at, now) returning t.* into held;
  if held.tries >= 1 then
    update pli.sign_in_tries t set tries = t.tries - 1, refused = 0 where t.name = bucket;
    return query select 0::double precision, 0;
  else
    update pli.sign_in_tries t set refused = t.refused + 1 where t.name = bucket;
    return query select (1 - held.tries) * seconds, held.refused + 1;
  end if;
end $$;
-- Who proved to be who they are does not pay for who tried in their name.
create function pli.door_forget_tries(bucket bytea) returns void
  language sql security definer set search_path = pg_catalog as $$
    delete from pli.sign_in_tries where name = bucket
  $$;
do $$
declare f text;
begin
  foreach f in array array['door_session(bytea)', 'door_seen(bytea, timestamptz)', 'door_person(bytea)', 'door_link(bytea)',
                           'door_try(bytea, double precision, double precision, timestamptz)', 'door_forget_tries(bytea)'] loop
    execute format('revoke execute on function pli.%s from public', f);
    execute format('grant execute on function pli.%s to pli_door', f);
  end loop;
end $$;
