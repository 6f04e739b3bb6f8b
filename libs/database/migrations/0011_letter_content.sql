-- Letters made of documents: which pages, whose address page, which warnings were accepted and which came up. None of it is personal.
alter table pli.letters
  add column document_pages text, -- ranges, 3-5 or 1-2,7; null: all pages
  add column address_page text check (address_page in ('auto', 'add')), -- null: made from a template, or before there was a choice
  add column attachment_pages text[] not null default '{}', -- one an attachment, '' for all its pages; none: all pages of all
  add column accept text[] not null default '{}', -- codes of warnings that its sender accepted
  add column warnings jsonb, -- what came up when it was composed
  add check (attachment_pages = '{}' or cardinality(attachment_pages) = cardinality(attachment_ids));
alter table pli.orders add column accept text[] not null default '{}'; -- for all its letters
alter table pli.compositions add column warnings jsonb not null default '[]';
-- A letterhead lies under letters for years: it is never erased with them, only looked for before a document is.
create index letters_by_background on pli.letters ((options->>'backgroundPage')) where options ? 'backgroundPage';
