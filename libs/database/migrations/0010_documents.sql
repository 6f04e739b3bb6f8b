-- Documents at the door: the bytes as they came are kept beside those that are printed; a repair is a proposal until its sender accepts it.
alter table pli.documents
  drop constraint documents_state_check,
  add constraint documents_state_check check (state in ('proposed', 'stored', 'erased')),
  add column state_since timestamptz, -- null: stored before proposals were known
  add column deadline_at timestamptz, -- of a proposal
  add column repairs text[] not null default '{}', -- what was mended, so that its bytes are not what was sent
  add column original_blob text, -- content
  add column original_sha256 bytea, -- content: of the bytes as they came
  add column page_lines jsonb, -- content: per page [{text, x, y, width, height}] (mm), the lines in the page's top 130 mm
  add check (repairs <@ array['embed_fonts', 'fit_to_a4']),
  add check ((state = 'proposed') = (deadline_at is not null)),
  add check (state <> 'proposed' or cardinality(repairs) > 0),
  add check (state <> 'erased' or (original_blob is null and original_sha256 is null and page_lines is null));
create index documents_proposed on pli.documents (deadline_at) where state = 'proposed';
