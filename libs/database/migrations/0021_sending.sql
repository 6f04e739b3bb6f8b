-- What a person needs who sends letters on screen: a draft that keeps what is not a letter yet, documents with names that are kept to be used
-- again, and templates looked at before they are saved.
alter table pli.orders
  add column preparation jsonb, -- content: what a person has chosen and typed so far; goes when the order is submitted or deleted
  add column prepared_documents text[] not null default '{}', -- those that the preparation names: they are still used
  add check (preparation is null or state = 'draft');
create index orders_prepared_documents on pli.orders using gin (prepared_documents) where state = 'draft';
create index orders_drafts on pli.orders (account_id, mode, id) where state = 'draft';

alter table pli.documents
  add column name text, -- content: what its sender calls it
  add column library text check (library in ('letterhead', 'attachment')), -- kept to be used again: not erased with the letters that used it
  add check (state <> 'erased' or (name is null and library is null));
create index documents_library on pli.documents (account_id, mode, library, id) where library is not null;

alter table pli.previews
  add column template jsonb, -- content: the HTML of a template that is not saved yet
  add check (state <> 'erased' or template is null);

-- Erasure has a role of its own (0029), which knows what is kept, and empties what goes.
do $$
begin
  create role pli_eraser nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant select (library), update (name, library) on pli.documents to pli_eraser;
grant select (prepared_documents), update (preparation, prepared_documents) on pli.orders to pli_eraser;
