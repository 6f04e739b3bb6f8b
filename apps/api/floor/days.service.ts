import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CloseDayBody, dayClosing, SiteDay } from '#contracts/api/days';
import { newId } from '#contracts/new-id';
import type { Sql } from '#database/scope';
import { dayOfSite, todayOfSite } from '#database/site-profile';
import { unexplained, type CarriedOver, type DayFigures } from '#domain/end-of-day';
import type { LocalDate } from '#domain/local-date';
import { MailError } from '#domain/mail-error';
import { actorOf, siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { attentionGroups } from './attention-groups.ts';
import { noteOf } from './because.ts';
import { dayFigures } from './day-figures.ts';

type Open = SiteDay['open'][number];
interface Row {
  id: string;
  day: string;
  figures: DayFigures;
  carried_over: CarriedOver[];
  signed_by: string;
  signed_at: Date;
}

/** The end of a day: what was counted, what is explained, and who signed. */
@Injectable()
export class DaysService {
  constructor(private readonly ledger: ScopedLedger) {}

  one(call: Call, day: LocalDate): Promise<SiteDay> {
    const siteId = siteOf(call);
    const now = this.ledger.clock();
    return this.ledger.read(call, async (sql) => ({
      day,
      figures: await dayFigures(sql, siteId, await dayOfSite(sql, siteId, day, now)),
      open: await openOn(sql, siteId, day, now),
      carriedFrom: await closing(sql, siteId, `day < $2 order by day desc limit 1`, day),
      closing: await closing(sql, siteId, `day = $2`, day),
    }));
  }

  /**
   * Signs a day when everything open is explained, with a new date and an owner.
   * @throws MailError `day_not_come` · `day_closed` · `day_not_explained`
   */
  async close(call: Call, day: LocalDate, { carriedOver, ...because }: CloseDayBody): Promise<SiteDay> {
    const siteId = siteOf(call);
    await this.ledger
      .write(call, async (tx) => {
        const today = await todayOfSite(tx.sql, siteId, tx.at);
        if (day > today)
          throw new MailError('day_not_come', `It is ${today} at this site: ${day} cannot be closed yet.`);
        if ((await closing(tx.sql, siteId, `day = $2`, day)) !== null) throw closedAlready(day);
        const open = await openOn(tx.sql, siteId, day, tx.at);
        const explained = carriedOver.map((one): CarriedOver => ({
          ...one,
          count: open.find(({ cause }) => cause === one.cause)?.count ?? 0,
        }));
        const left = unexplained(open, explained, today);
        if (left.length > 0)
          throw new MailError(
            'day_not_explained',
            `Still open and not explained: ${left.join(', ')}. Settle each, or say why it is carried over, to which day after ${today}, and who sees to it.`,
          );
        const id = newId('day_closing', tx.at);
        await tx.create('day_closing', 'day.closed', [
          {
            id,
            site_id: siteId,
            day,
            figures: await dayFigures(tx.sql, siteId, await dayOfSite(tx.sql, siteId, day, tx.at)),
            carried_over: explained.filter(({ count }) => count > 0),
            signed_by: actorOf(call.caller),
            signed_at: tx.at,
          },
        ]);
        await noteOf(tx, { site: siteId }, id, because);
      })
      .catch((error: unknown) => {
        // Two supervisors at once: one of them signed.
        throw isDoubled(error) ? closedAlready(day) : error;
      });
    return this.one(call, day);
  }
}

/** What must be explained: all that calls for a person, and every piece due by that day that the carrier has not accepted. */
async function openOn(sql: Sql, siteId: string, day: LocalDate, now: Date): Promise<Open[]> {
  const groups = await attentionGroups(sql, siteId, now);
  const due = await sql<{ state: string; count: number }>(
    `select p.state, count(*)::int as count from pli.pieces p join pli.lots l on l.id = p.lot_id
     where p.site_id = $1 and p.state in ('planned', 'printed', 'inserted', 'trayed', 'handed_over') and l.planned_deposit_date <= $2
     group by 1 order by 1`,
    [siteId, day],
  );
  return [
    ...groups.map(({ cause, kind, state, reason, count, list }) => ({ cause, kind, state, reason, count, list })),
    ...due.map(({ state, count }): Open => ({
      cause: `due.${state}`,
      kind: 'piece',
      state,
      reason: 'due',
      count,
      list: `/v1/site/pieces?state=${state}&dueBy=${day}`,
    })),
  ];
}

async function closing(
  sql: Sql,
  siteId: string,
  which: string,
  day: LocalDate,
): Promise<z.output<typeof dayClosing> | null> {
  const [row] = await sql<Row>(
    `select id, day, figures, carried_over, signed_by, signed_at from pli.day_closings where site_id = $1 and ${which}`,
    [siteId, day],
  );
  if (row === undefined) return null;
  const { id, figures, signed_by: signedBy } = row;
  return { id, day: row.day, figures, carriedOver: row.carried_over, signedBy, signedAt: row.signed_at.toISOString() };
}

const closedAlready = (day: LocalDate) =>
  new MailError('day_closed', `${day} was signed already. What came after belongs to the next day.`);

const isDoubled = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';
