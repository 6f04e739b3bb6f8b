-- Inviting people, the ways to sign in beside the password, and who manages the people and keys of an account.
do $$
begin
  create role pli_people nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema pli to pli_people;

-- An invited person has a desk and may not sit down at it yet.
alter table pli.memberships drop constraint memberships_state_check;
alter table pli.memberships add constraint memberships_state_check check (state in ('invited', 'active', 'suspended', 'removed'));

-- Who an organisation is, as far as that was checked.
alter table pli.accounts add column siret text check (siret ~ '^[0-9]{14}$'); -- content
alter table pli.accounts add column verification text not null default 'none' check (verification in ('none', 'claimed', 'verified'));
alter table pli.accounts add column verified_at timestamptz;
alter table pli.accounts add constraint accounts_verified check ((verification = 'verified') = (verified_at is not null));
alter table pli.accounts add constraint accounts_claimed check (verification = 'none' or siret is not null);

-- Mails to people. What one says, to whom and with which link, is content: sealed under the master key until it is sent, and gone then.
create table pli.person_mails (
  id text primary key,
  person_id text not null references pli.persons (id),
  kind text not null check (kind in ('invitation', 'recovery', 'changed')),
  sealed bytea, -- content
  state text not null check (state in ('due', 'sent', 'failed')),
  attempts int not null default 0,
  next_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'due') = (next_at is not null)),
  check ((state = 'due') = (sealed is not null))
);
create index person_mails_due on pli.person_mails (next_at) where state = 'due';
create index person_mails_by_person on pli.person_mails (person_id);

-- A sign-in that is under way in a browser and has no session yet: a passkey that is asked for, a visit at an identity provider.
create table pli.sign_in_flows (
  hash bytea primary key, -- of the token that the browser holds
  kind text not null check (kind in ('passkey', 'single_sign_on')),
  data jsonb not null,
  expires_at timestamptz not null
);

-- Where people of an account, or the provider's own (no account), sign in by OpenID Connect.
create table pli.identity_providers (
  id text primary key,
  account_id text references pli.accounts (id),
  issuer text not null,
  client_id text not null,
  client_secret bytea not null, -- wrapped under the master key
  domains text[] not null check (cardinality(domains) >= 1), -- of the e-mails that it speaks for
  required boolean not null default false, -- no password for people of these desks
  vouches boolean not null default false, -- it asks for a second factor itself
  state text not null check (state in ('active', 'removed')),
  created_at timestamptz not null
);
create unique index identity_providers_one_an_owner on pli.identity_providers (coalesce(account_id, '')) where state = 'active';

do $$
declare t text;
begin
  foreach t in array array['person_mails', 'sign_in_flows', 'identity_providers'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy door on pli.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- A person's own mails are written for them, never read by them here.
create policy person on pli.person_mails for insert to pli_person with check (person_id = pli.scope_person());
grant insert on pli.person_mails to pli_person;
-- By accepting an invitation a person sits down at their desk.
create policy person_accepts on pli.memberships for update to pli_person
  using (person_id = pli.scope_person() and state = 'invited') with check (person_id = pli.scope_person() and state = 'active');
grant update (state) on pli.memberships to pli_person;
drop policy person on pli.events;
create policy person on pli.events for insert to pli_person
  with check (stream = 'provider' and ((subject = 'person' and subject_id = pli.scope_person())
    or (subject = 'membership' and subject_id in (select id from pli.memberships))));

-- Who sends them.
create policy teller on pli.person_mails to pli_teller using (true) with check (true);
grant select, update (sealed, state, attempts, next_at, ended_at) on pli.person_mails to pli_teller;
grant delete on pli.person_mails to pli_teller;

-- An account's administrators: its people and its keys, in both modes, and no letter.
create policy people on pli.memberships to pli_people using (account_id = pli.scope_account()) with check (account_id = pli.scope_account());
create policy people on pli.persons for select to pli_people using (id in (select person_id from pli.memberships));
create policy people_invites on pli.persons for insert to pli_people with check (state = 'invited');
create policy people_removes on pli.persons for update to pli_people
  using (id in (select person_id from pli.memberships)) with check (state in ('invited', 'removed'));
create policy people on pli.person_links to pli_people using (membership_id in (select id from pli.memberships))
  with check (membership_id in (select id from pli.memberships));
create policy people on pli.person_mails for insert to pli_people with check (person_id in (select person_id from pli.memberships));
create policy people on pli.sessions to pli_people using (membership_id in (select id from pli.memberships));
create policy people on pli.credentials for select to pli_people using (person_id in (select person_id from pli.memberships));
create policy people on pli.accounts to pli_people using (id = pli.scope_account()) with check (id = pli.scope_account());
create policy people on pli.api_keys to pli_people using (account_id = pli.scope_account())
  with check (account_id = pli.scope_account() and role = 'customer');
create policy people on pli.identity_providers to pli_people using (account_id = pli.scope_account()) with check (account_id = pli.scope_account());
create policy people on pli.idempotency_keys to pli_people using (account_id = pli.scope_account() and mode = pli.scope_mode())
  with check (account_id = pli.scope_account() and mode = pli.scope_mode());
create policy people on pli.streams to pli_people using (id = 'provider') with check (id = 'provider');
create policy people_tell on pli.events for insert to pli_people
  with check (stream = 'provider' and subject in ('person', 'membership', 'key', 'account', 'identity_provider'));
create policy people_read on pli.events for select to pli_people
  using (stream = 'provider' and case subject
    when 'membership' then subject_id in (select id from pli.memberships)
    when 'key' then subject_id in (select id from pli.api_keys)
    when 'account' then subject_id = pli.scope_account()
    else false end);

grant select, insert, update on pli.memberships to pli_people;
grant select (id, state, email, name, language, created_at, last_membership_id), insert, update on pli.persons to pli_people;
grant select (id, kind, person_id, membership_id, created_at, expires_at, used_at), insert, update (used_at) on pli.person_links to pli_people;
grant insert on pli.person_mails to pli_people;
grant select (id, person_id, membership_id, seen_at), update (membership_id) on pli.sessions to pli_people;
grant select (id, person_id, kind, confirmed_at) on pli.credentials to pli_people;
grant select, update (siret, verification, verified_at) on pli.accounts to pli_people;
grant select (id, role, account_id, site_id, mode, name, prefix, scopes, created_at, revoked_at), insert, update (revoked_at) on pli.api_keys to pli_people;
grant select, insert, update on pli.identity_providers to pli_people;
grant select, insert, update on pli.idempotency_keys to pli_people;
grant select, update (last_number, last_hash) on pli.streams to pli_people;
grant select, insert on pli.events to pli_people;

-- What an order's list says of who made it.
create policy account on pli.memberships for select to pli_account using (account_id = pli.scope_account());
create policy account on pli.persons for select to pli_account using (id in (select person_id from pli.memberships));
grant select (id, person_id, account_id) on pli.memberships to pli_account;
grant select (id, name) on pli.persons to pli_account;

create policy provider on pli.person_mails for insert to pli_provider with check (true);
grant insert on pli.person_mails to pli_provider;
create policy provider on pli.identity_providers to pli_provider using (true) with check (true);
grant select, insert, update on pli.identity_providers to pli_provider;

do $$
declare t text;
begin
  foreach t in array array['person_mails', 'identity_providers'] loop
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
  end loop;
end $$;
grant select (id, person_id, kind, state, attempts, next_at, created_at, ended_at) on pli.person_mails to pli_audit;
grant select (id, account_id, issuer, client_id, domains, required, vouches, state, created_at) on pli.identity_providers to pli_audit;

-- More that the door answers.
create function pli.door_begin_flow(flow_hash bytea, flow_kind text, flow_data jsonb, until timestamptz, now timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    delete from pli.sign_in_flows f where f.expires_at < now;
    insert into pli.sign_in_flows (hash, kind, data, expires_at) values (flow_hash, flow_kind, flow_data, until);
  $$;
-- A flow is taken once.
create function pli.door_take_flow(flow_hash bytea, flow_kind text, now timestamptz) returns table (data jsonb)
  language sql security definer set search_path = pg_catalog as $$
    delete from pli.sign_in_flows f where f.hash = flow_hash and f.kind = flow_kind and f.expires_at > now returning f.data;
  $$;
create function pli.door_passkey(asked text) returns table (id text, person_id text, state text, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.person_id, p.state, c.public_key, c.counter, c.transports
    from pli.credentials c join pli.persons p on p.id = c.person_id where c.passkey_id = asked and c.confirmed_at is not null
  $$;
create function pli.door_subject(of_issuer text, of_subject text) returns table (id text, state text)
  language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.state from pli.credentials c join pli.persons p on p.id = c.person_id
    where c.kind = 'single_sign_on' and c.issuer = of_issuer and c.subject = of_subject
  $$;
-- The identity provider that speaks for the e-mails of a domain; with an id, that one.
create function pli.door_identity_provider(of_domain text, of_id text)
  returns table (id text, account_id text, issuer text, client_id text, client_secret bytea, domains text[], required boolean, vouches boolean)
  language sql stable security definer set search_path = pg_catalog as $$
    select i.id, i.account_id, i.issuer, i.client_id, i.client_secret, i.domains, i.required, i.vouches
    from pli.identity_providers i where i.state = 'active' and (i.id = of_id or of_domain = any(i.domains)) order by i.id limit 1
  $$;
-- Whether a person has no desk anywhere any more.
create function pli.is_nowhere(of_person text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select not exists (select from pli.memberships m where m.person_id = of_person and m.state <> 'removed')
  $$;
-- Whether no desk of a person takes a password: all of them are of owners that sign in by their identity provider alone.
create function pli.door_signs_in_elsewhere(of_person text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from pli.memberships m where m.person_id = of_person and m.state = 'active')
      and not exists (select from pli.memberships m where m.person_id = of_person and m.state = 'active' and not exists (
        select from pli.identity_providers i where i.state = 'active' and i.required and i.account_id is not distinct from m.account_id))
  $$;
-- What proves who a removed person was goes with them, whoever removes them.
create function pli.forget_person(of_person text) returns void
  language sql security definer set search_path = pg_catalog as $$
    delete from pli.sessions where person_id = of_person and pli.is_nowhere(of_person);
    delete from pli.credentials where person_id = of_person and pli.is_nowhere(of_person);
  $$;
do $$
declare f text;
begin
  foreach f in array array['door_begin_flow(bytea, text, jsonb, timestamptz, timestamptz)', 'door_take_flow(bytea, text, timestamptz)',
                           'door_passkey(text)', 'door_subject(text, text)', 'door_identity_provider(text, text)', 'door_signs_in_elsewhere(text)'] loop
    execute format('revoke execute on function pli.%s from public', f);
    execute format('grant execute on function pli.%s to pli_door', f);
  end loop;
  foreach f in array array['is_nowhere(text)', 'forget_person(text)'] loop
    execute format('revoke execute on function pli.%s from public', f);
    execute format('grant execute on function pli.%s to pli_people, pli_provider', f);
  end loop;
end $$;

-- A new authenticator is set up beside the one in use.
drop index pli.credentials_one_password;
create unique index credentials_one_of_its_kind on pli.credentials (person_id, kind, (confirmed_at is null)) where kind in ('password', 'totp');
