-- People of one print room are told each other's names too, as people of one account are.
create or replace function pli.colleagues(ids text[]) returns table (id text, name text)
  language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.name from pli.persons p
    where p.id = any(ids) and p.name is not null
      and exists (select from pli.memberships m where m.person_id = p.id
        and (m.account_id = pli.scope_account() or m.site_id = pli.scope_site()))
  $$;
grant execute on function pli.colleagues(text[]) to pli_site;
