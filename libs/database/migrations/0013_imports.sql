-- Files of letters read into drafts. What the file said, and how it is read, is content: it is erased when nobody needs it any more.
create table pli.imports (
  id text primary key,
  account_id text not null,
  mode text not null check (mode in ('test', 'live')),
  order_id text not null,
  state text not null check (state in ('open', 'receiving', 'complete', 'abandoned', 'deleted')),
  state_since timestamptz not null,
  deadline_at timestamptz, -- for going on with it; moves with each batch
  keep_until timestamptz, -- until then the rows left out may be read
  format text not null check (format in ('csv', 'jsonl')),
  definition jsonb, -- content: how to read it, and what stands in every letter
  reading jsonb, -- content: what was found out from the file: encoding, delimiter, headings
  next_byte bigint not null default 0, -- of the file: all rows before it are stored
  rows_read int not null default 0,
  rows_taken int not null default 0,
  rows_left_out int not null default 0,
  created_at timestamptz not null,
  completed_at timestamptz,
  erased_at timestamptz,
  check ((state in ('open', 'receiving')) = (deadline_at is not null)),
  check (rows_read = rows_taken + rows_left_out),
  check (erased_at is null or num_nonnulls(definition, reading) = 0),
  unique (id, account_id, mode),
  foreign key (order_id, account_id, mode) references pli.orders (id, account_id, mode)
);
create index imports_by_account on pli.imports (account_id, mode, id);
create index imports_by_order on pli.imports (order_id);
create index imports_to_see_to on pli.imports (account_id, mode, coalesce(deadline_at, keep_until)) where erased_at is null;

-- What one transaction took from the file: which bytes, and which letters it made of them.
create table pli.import_batches (
  import_id text not null,
  account_id text not null,
  mode text not null,
  number int not null check (number >= 1),
  text_bytes bigint not null, -- after UTF-16 was rewritten as UTF-8; else those of the file
  hash bytea, -- content: sha256 of them, by which a file sent again is known
  first_position int not null,
  letters int not null,
  primary key (import_id, number),
  foreign key (import_id, account_id, mode) references pli.imports (id, account_id, mode)
);

-- content: rows that were left out, an item for each thing to mend. The whole row goes with the import's content.
create table pli.import_errors (
  import_id text not null,
  account_id text not null,
  mode text not null,
  row int not null,
  item int not null,
  column_name text,
  code text not null,
  detail text not null,
  value text,
  primary key (import_id, row, item),
  foreign key (import_id, account_id, mode) references pli.imports (id, account_id, mode)
);

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_batches', 'import_errors'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy account on pli.%I to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
      with check (account_id = pli.scope_account() and mode = pli.scope_mode())', t);
    -- A print room's erasure sees to the accounts bound to it by contract: a draft has no print room yet.
    execute format('create policy site on pli.%I to pli_site using ((account_id, mode) in (select account_id, mode from pli.contracts))
      with check ((account_id, mode) in (select account_id, mode from pli.contracts))', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
    execute format('grant select on pli.%I to pli_account, pli_site, pli_audit', t);
  end loop;
end $$;
grant insert, update on pli.imports to pli_account;
grant insert, delete on pli.import_batches, pli.import_errors to pli_account;
grant update (state, state_since, deadline_at, keep_until, definition, reading, erased_at) on pli.imports to pli_site;
grant update (hash) on pli.import_batches to pli_site;
grant delete on pli.import_errors to pli_site;
