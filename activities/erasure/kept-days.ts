import { defaultKeepDays, type KeepDays } from '#domain/profiles';

/**
 * SQL: how long something of `of` (account_id, mode) is kept at instant `$1`: the longest that the profiles of its account's print rooms say. An
 * account that no print room serves yet has the days of a profile that says nothing.
 */
export const keptFor = (what: keyof KeepDays, of: string): string =>
  `coalesce((
     select max(coalesce((p.data->'keep'->>'${what}')::float8, ${defaultKeepDays[what]}))
     from pli.contracts c cross join lateral (
       select data from pli.profiles p where p.site_id = c.site_id and p.kind = 'site' and p.valid_from <= $1
       order by p.valid_from desc, p.version desc limit 1) p
     where c.account_id = ${of}.account_id and c.mode = ${of}.mode), ${defaultKeepDays[what]}) * interval '1 day'`;
