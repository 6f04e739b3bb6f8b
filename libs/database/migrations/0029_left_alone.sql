-- What nobody uses is erased after its time: stored documents, letterheads and drafts have a deadline, given by erasure at its next round and
-- moved on when they were used or changed. The part of erasure that looks at all accounts, with or without a print room, has a role of its own.
do $$
begin
  create role pli_eraser nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema pli to pli_eraser;

do $$
declare c text;
begin
  select conname into strict c from pg_constraint
  where conrelid = 'pli.documents'::regclass and pg_get_constraintdef(oid) like '%''proposed''%deadline_at IS NOT NULL%';
  execute format('alter table pli.documents drop constraint %I', c);
end $$;
alter table pli.documents
  add check (state <> 'proposed' or deadline_at is not null),
  add check (state <> 'erased' or deadline_at is null);
create index documents_left_alone on pli.documents (deadline_at) where state = 'stored';
create index orders_left_alone on pli.orders (deadline_at) where state = 'draft';
create index orders_drafts_on_letterhead on pli.orders ((options->>'backgroundPage')) where state = 'draft' and options ? 'backgroundPage';

-- Whether a letter still needs a document is asked for each document of each erasure: of a shared one, only letters not yet erased are looked at.
drop index pli.letters_by_document;
create index letters_by_document on pli.letters (document_id) where document_id is not null and erased_at is null;
drop index pli.letters_by_attachment;
create index letters_by_attachment on pli.letters using gin (attachment_ids) where attachment_ids <> '{}' and erased_at is null;
-- When a letterhead was used last.
drop index pli.letters_by_background;
create index letters_by_background on pli.letters ((options->>'backgroundPage'), created_at) where options ? 'backgroundPage';

-- The answer kept under an idempotency key goes with what it names, as far as it tells of content; the request is known by a keyed hash.
alter table pli.idempotency_keys
  add column names text, -- id of what the answer names
  add column erased_at timestamptz, -- since then the answer holds no content, or nothing at all
  add column hash_keyed boolean not null default false; -- false: made before hashes were keyed
-- What is there already gets the days of a profile that says nothing. The owner is bound by row-level security too, but for these three statements.
alter table pli.idempotency_keys no force row level security;
alter table pli.documents no force row level security;
alter table pli.orders no force row level security;
update pli.idempotency_keys set names = answer->>'id' where answer ? 'id';
update pli.documents set deadline_at = now() + interval '30 days' where state = 'stored';
update pli.orders set deadline_at = now() + interval '30 days' where state = 'draft';
alter table pli.idempotency_keys force row level security;
alter table pli.documents force row level security;
alter table pli.orders force row level security;
create index idempotency_keys_by_name on pli.idempotency_keys (names) where erased_at is null and names is not null;
create index idempotency_keys_plain on pli.idempotency_keys (created_at) where not hash_keyed;

do $$
declare t text;
begin
  foreach t in array array['contracts', 'profiles'] loop
    execute format('create policy eraser on pli.%I for select to pli_eraser using (true)', t);
  end loop;
  foreach t in array array['documents', 'imports', 'import_batches', 'import_errors', 'idempotency_keys'] loop
    execute format('create policy eraser on pli.%I to pli_eraser using (true) with check (true)', t);
  end loop;
  -- Whose are a print room's own it has no business with.
  foreach t in array array['streams', 'events', 'blob_uses', 'blob_removals'] loop
    execute format('create policy eraser on pli.%I to pli_eraser using (account_id is not null) with check (account_id is not null)', t);
  end loop;
end $$;
-- It sees which letters name a document, and takes out those of drafts only.
create policy eraser on pli.letters for select to pli_eraser using (true);
create policy eraser_takes_out on pli.letters for update to pli_eraser using (state = 'draft' and site_id is null) with check (state = 'deleted');
create policy eraser on pli.orders to pli_eraser using (state in ('draft', 'deleted')) with check (state in ('draft', 'deleted'));

grant select (id, account_id, site_id, mode) on pli.contracts to pli_eraser;
grant select (site_id, kind, data, valid_from, version) on pli.profiles to pli_eraser;
grant select (id, account_id, mode, state, state_since, created_at, deadline_at) on pli.documents to pli_eraser;
grant update (state, state_since, deadline_at, erased_at, blob, content_key, original_blob, original_sha256, page_lines) on pli.documents to pli_eraser;
grant select (id, account_id, mode, state, created_at, deadline_at, options) on pli.orders to pli_eraser;
grant update (state, state_since, deadline_at, client_reference, cost_centre, letters) on pli.orders to pli_eraser;
grant select (id, order_id, state, site_id, options, document_id, attachment_ids, created_at, erased_at) on pli.letters to pli_eraser;
grant update (state, state_since, erased_at, recipient, sender, data, client_reference, content_key) on pli.letters to pli_eraser;
grant select (id, account_id, mode, order_id, state, deadline_at, keep_until) on pli.imports to pli_eraser;
grant update (state, state_since, deadline_at, keep_until, definition, reading, erased_at) on pli.imports to pli_eraser;
grant select (import_id), delete on pli.import_batches, pli.import_errors to pli_eraser;
grant select, update (request_hash, hash_keyed, answer, erased_at) on pli.idempotency_keys to pli_eraser;
grant select, insert, delete on pli.blob_uses, pli.blob_removals to pli_eraser;
grant select, update (last_number, last_hash) on pli.streams to pli_eraser;
grant insert on pli.events to pli_eraser;
-- A print room erases documents with its letters, and the answers that name them.
create policy site on pli.idempotency_keys to pli_site
  using ((account_id, mode) in (select account_id, mode from pli.contracts)) with check ((account_id, mode) in (select account_id, mode from pli.contracts));
grant select (account_id, mode, names, answer, erased_at), update (answer, erased_at) on pli.idempotency_keys to pli_site;

-- Whether a document is still needed is asked past the rule by which a person sees its own orders alone: it answers ids of the caller's account.
create policy uses_of_documents on pli.letters for select to current_user using (true);
create policy uses_of_documents on pli.orders for select to current_user using (true);
create function pli.document_uses(document text, ended text[]) returns table (letter text, draft text)
  language sql stable security definer set search_path = pg_catalog as $$
    with open as (
      select l.id from pli.letters l where l.document_id = document and l.erased_at is null and l.state <> all(ended)
        and l.account_id = pli.scope_account() and l.mode = pli.scope_mode()
      union all
      select l.id from pli.letters l where l.attachment_ids @> array[document] and l.attachment_ids <> '{}' and l.erased_at is null
        and l.state <> all(ended) and l.account_id = pli.scope_account() and l.mode = pli.scope_mode()
      union all
      select l.id from pli.letters l where l.options ? 'backgroundPage' and l.options->>'backgroundPage' = document and l.erased_at is null
        and l.state <> all(ended) and l.account_id = pli.scope_account() and l.mode = pli.scope_mode())
    select (select id from open limit 1), (select o.id from pli.orders o where o.state = 'draft' and o.options ? 'backgroundPage'
      and o.options->>'backgroundPage' = document and o.account_id = pli.scope_account() and o.mode = pli.scope_mode() limit 1)
  $$;
revoke execute on function pli.document_uses(text, text[]) from public;
grant execute on function pli.document_uses(text, text[]) to pli_account;
