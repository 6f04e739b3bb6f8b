-- Who sees and does what. Every table has row-level security, forced; a role sees a row only through a policy below. The
-- catalogue test lists each grant and fails on a table that is missing here.

-- Accounts: their own rows in their own mode.
do $$
declare t text;
begin
  foreach t in array array['templates', 'template_versions', 'documents', 'orders', 'letters', 'idempotency_keys', 'compositions', 'streams', 'events',
                           'blob_uses', 'blob_removals', 'notes'] loop
    execute format('create policy account on pli.%I to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
      with check (account_id = pli.scope_account() and mode = pli.scope_mode())', t);
  end loop;
end $$;
create policy account on pli.contracts for select to pli_account
  using (account_id = pli.scope_account() and mode = pli.scope_mode());
create policy account on pli.accounts for select to pli_account using (id = pli.scope_account());
create policy account on pli.content_keys for select to pli_account using (account_id = pli.scope_account());
create policy account on pli.outbox for insert to pli_account
  with check (account_id = pli.scope_account() and kind in ('order', 'start') and site_id in (select site_id from pli.contracts));
-- A customer's order is checked against the rules of the site that will make it.
do $$
declare t text;
begin
  foreach t in array array['stocks', 'profiles'] loop
    execute format('create policy account on pli.%I for select to pli_account using (site_id in (select site_id from pli.contracts))', t);
  end loop;
end $$;
create policy account on pli.sites for select to pli_account using (id in (select site_id from pli.contracts));

-- Sites: what belongs to the site, across accounts.
do $$
declare t text;
begin
  foreach t in array array['orders', 'letters', 'lots', 'deposits', 'trays', 'pieces', 'irreversible_steps', 'cases', 'facts', 'outbox',
                           'intakes', 'site_numbers', 'devices', 'stocks', 'profiles', 'number_ranges', 'registered_numbers', 'postage_counters',
                           'postage_entries', 'contracts'] loop
    execute format('create policy site on pli.%I to pli_site using (site_id = pli.scope_site()) with check (site_id = pli.scope_site())', t);
  end loop;
end $$;
create policy site on pli.sites for select to pli_site using (id = pli.scope_site());
create policy site on pli.accounts for select to pli_site using (id in (select account_id from pli.contracts));
-- … and, of the accounts bound to it by contract, what it needs to make their letters, in its own mode.
do $$
declare t text;
begin
  foreach t in array array['templates', 'template_versions', 'documents', 'compositions'] loop
    execute format('create policy site on pli.%I to pli_site
      using ((account_id, mode) in (select account_id, mode from pli.contracts))
      with check ((account_id, mode) in (select account_id, mode from pli.contracts))', t);
  end loop;
  foreach t in array array['streams', 'events', 'blob_uses', 'blob_removals', 'notes'] loop
    execute format('create policy site on pli.%I to pli_site
      using (site_id = pli.scope_site() or (account_id, mode) in (select account_id, mode from pli.contracts))
      with check (site_id = pli.scope_site() or (account_id, mode) in (select account_id, mode from pli.contracts))', t);
  end loop;
end $$;
create policy site on pli.content_keys for select to pli_site
  using (site_id = pli.scope_site() or account_id in (select account_id from pli.contracts));

-- The provider sets up; it never sees letters.
do $$
declare t text;
begin
  foreach t in array array['accounts', 'content_keys', 'sites', 'site_numbers', 'contracts', 'api_keys', 'devices', 'stocks', 'profiles', 'number_ranges',
                           'postage_counters', 'streams'] loop
    execute format('create policy provider on pli.%I to pli_provider using (true) with check (true)', t);
  end loop;
end $$;
create policy provider on pli.events to pli_provider using (stream = 'provider') with check (stream = 'provider');

-- The relay moves starts and nudges, nothing else.
create policy relay on pli.outbox to pli_relay using (true) with check (true);
create policy relay on pli.intakes to pli_relay using (true) with check (true);
create policy relay on pli.streams for select to pli_relay using (true);

-- The auditor reads all and writes nothing.
do $$
declare t text;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'pli'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition loop
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
  end loop;
end $$;
grant select on all tables in schema pli to pli_audit;
revoke select on pli.api_keys, pli.content_keys, pli.events_default from pli_audit;
grant select (id, role, account_id, site_id, mode, prefix, scopes, created_at, revoked_at) on pli.api_keys to pli_audit;

grant select on pli.contracts, pli.accounts, pli.content_keys, pli.stocks, pli.profiles, pli.sites to pli_account;
grant select, insert, update on pli.templates, pli.template_versions, pli.documents, pli.orders, pli.letters, pli.idempotency_keys, pli.compositions,
  pli.notes to pli_account;
grant select, insert, delete on pli.blob_uses, pli.blob_removals to pli_account;
grant select, update (last_number, last_hash) on pli.streams to pli_account;
grant select, insert on pli.events to pli_account;
grant insert on pli.outbox to pli_account;

grant select on pli.sites, pli.accounts, pli.content_keys, pli.devices, pli.stocks, pli.profiles, pli.contracts, pli.templates, pli.template_versions,
  pli.intakes to pli_site;
grant select, insert, update on pli.compositions, pli.notes, pli.lots, pli.deposits, pli.trays, pli.pieces, pli.cases,
  pli.registered_numbers, pli.postage_entries to pli_site;
grant select, update on pli.orders, pli.letters, pli.documents, pli.site_numbers to pli_site;
-- A site tells how a template's proof ended; what the template says is its account's alone.
grant update (state, state_since, deadline_at, approved_at, reason_code) on pli.template_versions to pli_site;
grant select, update (next) on pli.number_ranges to pli_site;
grant select, update (last_mark) on pli.postage_counters to pli_site;
grant select, update (last_number, last_hash) on pli.streams to pli_site;
grant select, insert on pli.events, pli.facts, pli.outbox, pli.irreversible_steps to pli_site;
-- A commitment is taken back only when the device has proved that it never received the job.
grant delete on pli.irreversible_steps to pli_site;
grant select, insert, delete on pli.blob_uses, pli.blob_removals to pli_site;
-- A composition is forgotten with its bytes.
grant delete on pli.compositions to pli_site;

grant select, insert, update on pli.accounts, pli.sites, pli.api_keys, pli.devices, pli.contracts, pli.stocks, pli.profiles, pli.number_ranges to pli_provider;
grant select, insert on pli.site_numbers, pli.postage_counters to pli_provider;
grant insert on pli.content_keys to pli_provider;
grant select, insert, update (last_number, last_hash) on pli.streams to pli_provider;
grant select, insert on pli.events to pli_provider;

grant select, update, delete on pli.outbox to pli_relay;
grant select, insert on pli.intakes to pli_relay;
grant select on pli.streams to pli_relay;
grant execute on function pli.ensure_event_partitions(date, int) to pli_relay;
revoke execute on function pli.ensure_event_partitions(date, int) from public;

-- The door knows a key by its hash and answers ids and scope; nobody may list keys through it.
create policy door on pli.api_keys for select to current_user using (true);
create function pli.door_key(key_hash bytea)
  returns table (id text, role text, account_id text, site_id text, mode text, scopes text[])
  language sql stable security definer set search_path = pg_catalog as $$
    select k.id, k.role, k.account_id, k.site_id, k.mode, k.scopes from pli.api_keys k
    where k.hash = key_hash and k.revoked_at is null
  $$;
revoke execute on function pli.door_key(bytea) from public;
grant execute on function pli.door_key(bytea) to pli_door;

do $$
declare t text;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'pli'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
  end loop;
end $$;

select pli.ensure_event_partitions(current_date, 3);
