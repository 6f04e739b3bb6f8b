import { withHolidays } from '#domain/holidays';
import { addDays, type LocalDate } from '#domain/local-date';
import { instantAt, localDateOf } from '#domain/local-time';
import type { SiteCalendars } from '#domain/deposit-planning';
import { MailError } from '#domain/mail-error';
import { defaultKeepDays, type SiteProfile } from '#domain/profiles';
import type { Sql } from './scope.ts';

/**
 * The version of the site's profile that holds at an instant: of two that begin together, the one added later.
 * @throws MailError `profile_not_valid` when none has begun
 */
export async function siteProfileAt(sql: Sql, siteId: string, at: Date): Promise<SiteProfile> {
  const [row] = await sql<{ data: Omit<SiteProfile, 'keep'> & Partial<Pick<SiteProfile, 'keep'>> }>(
    `select data from pli.profiles where site_id = $1 and kind = 'site' and valid_from <= $2 order by valid_from desc, version desc limit 1`,
    [siteId, at],
  );
  if (row === undefined)
    throw new MailError(
      'profile_not_valid',
      `The site has no profile valid at ${at.toISOString()}. Add a version that begins by then.`,
    );
  // Versions stored before there was something to keep say nothing of it.
  return { keep: defaultKeepDays, ...row.data };
}

/** The day that it is at a site at an instant, by its own calendar. */
export async function todayOfSite(sql: Sql, siteId: string, at: Date): Promise<LocalDate> {
  return localDateOf(at, (await siteProfileAt(sql, siteId, at)).site.timeZone);
}

/** From which instant until which a day of a site lasts. */
export async function dayOfSite(
  sql: Sql,
  siteId: string,
  day: LocalDate,
  at: Date,
): Promise<{ from: Date; until: Date }> {
  const { timeZone } = (await siteProfileAt(sql, siteId, at)).site;
  return { from: instantAt(day, '00:00', timeZone), until: instantAt(addDays(day, 1), '00:00', timeZone) };
}

/** The three calendars of a profile with their public holidays. */
export function calendarsOf(profile: SiteProfile): SiteCalendars {
  return {
    site: withHolidays(profile.site),
    depositPoint: { ...withHolidays(profile.depositPoint), limit: profile.depositPoint.limit },
    delivery: withHolidays(profile.delivery),
  };
}
