-- Who did something is told by name to people of the same account. What else is known of a person stays with the person.
create function pli.colleagues(ids text[]) returns table (id text, name text)
  language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.name from pli.persons p
    where p.id = any(ids) and p.name is not null
      and exists (select from pli.memberships m where m.person_id = p.id and m.account_id = pli.scope_account())
  $$;
revoke execute on function pli.colleagues(text[]) from public;
grant execute on function pli.colleagues(text[]) to pli_account;
