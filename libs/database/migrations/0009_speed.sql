-- Letters whose content is still there, in the order in which erasure looks at them: without it each batch of an erasure reads all letters of the site.
create index letters_to_erase on pli.letters (site_id, id) where erased_at is null;
