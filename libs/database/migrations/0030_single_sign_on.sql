-- Signing in by an identity provider: what such a session may open, and who may say for which e-mails a provider speaks.
alter table pli.sessions add column identity_provider_id text references pli.identity_providers (id);
alter table pli.sessions add constraint sessions_by_provider check ((signed_in_by = 'single_sign_on') = (identity_provider_id is not null));

-- Whether the desks of an owner (an account; null: the provider) open to a session that an identity provider began (null: proofs of the
-- person's own did). An identity provider is believed by its own owner alone: whoever rules it could sign in as anybody whom it names.
create function pli.desk_opens(of_account text, by_provider text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select case when by_provider is null
      then not exists (select from pli.identity_providers i
        where i.state = 'active' and coalesce(i.account_id, '') = coalesce(of_account, '') and i.required)
      else exists (select from pli.identity_providers i
        where i.state = 'active' and coalesce(i.account_id, '') = coalesce(of_account, '') and i.id = by_provider)
    end
  $$;
revoke execute on function pli.desk_opens(text, text) from public;
grant execute on function pli.desk_opens(text, text) to pli_person;

-- A session ends with the identity provider that began it, and is at no desk that it does not open.
drop function pli.door_session(bytea);
create function pli.door_session(token_hash bytea)
  returns table (id text, person_id text, membership_id text, kind text, account_id text, site_id text, mode text, role text, scopes text[],
    created_at timestamptz, seen_at timestamptz, expires_at timestamptz, second_factor_at timestamptz, has_factor boolean,
    signed_in_by text, identity_provider_id text)
  language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.person_id, m.id, m.kind, m.account_id, m.site_id, s.mode, m.role, m.scopes,
      s.created_at, s.seen_at, s.expires_at, s.second_factor_at,
      exists (select from pli.credentials c where c.person_id = s.person_id and c.kind in ('totp', 'passkey') and c.confirmed_at is not null),
      s.signed_in_by, s.identity_provider_id
    from pli.sessions s join pli.persons p on p.id = s.person_id and p.state = 'active'
      left join pli.memberships m on m.id = s.membership_id and m.state = 'active' and (m.kind <> 'account' or s.mode = any(m.modes))
        and pli.desk_opens(m.account_id, s.identity_provider_id)
    where s.hash = token_hash and (s.identity_provider_id is null
      or exists (select from pli.identity_providers i where i.id = s.identity_provider_id and i.state = 'active'))
  $$;
revoke execute on function pli.door_session(bytea) from public;
grant execute on function pli.door_session(bytea) to pli_door;

-- Which of some domains another owner's identity provider speaks for already: two cannot speak for one e-mail.
create function pli.domains_taken(asked text[], of_account text) returns table (domain text)
  language sql stable security definer set search_path = pg_catalog as $$
    select d from unnest(asked) d where exists (select from pli.identity_providers i
      where i.state = 'active' and d = any(i.domains) and coalesce(i.account_id, '') <> coalesce(of_account, ''))
  $$;
revoke execute on function pli.domains_taken(text[], text) from public;
grant execute on function pli.domains_taken(text[], text) to pli_people, pli_provider;
