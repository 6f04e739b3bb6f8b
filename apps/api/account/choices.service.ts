import { Injectable } from '@nestjs/common';
import type { Choices } from '#contracts/api/choices';
import type { ContractTerms } from '#contracts/api/contracts';
import { stocksAt } from '#database/production/production-data';
import { calendarsOf, siteProfileAt } from '#database/site-profile';
import type { Sql } from '#database/scope';
import type { PostalAddress } from '#domain/address';
import { planDeposit } from '#domain/deposit-planning';
import { destinationZones } from '#domain/destinations';
import { envelopeFormats } from '#domain/geometry';
import { localDateOf } from '#domain/local-time';
import { MailError } from '#domain/mail-error';
import { isValidOn, type ServiceName, type ServiceVersion } from '#domain/services';
import { ruleOf } from '../administration/cost-centre-rule.ts';
import { customerOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

/** Letters of late in which senders are looked for. */
const LETTERS_LOOKED_AT = 300;
const MOST_OFFERED = 8;

interface SiteRow {
  id: string;
  name: string;
  time_zone: string;
  terms: ContractTerms;
  services: { versions: ServiceVersion[] } | null;
}

/** What a person who sends may choose from. */
@Injectable()
export class ChoicesService {
  constructor(private readonly ledger: ScopedLedger) {}

  choices(call: Call): Promise<Choices> {
    const { mode } = customerOf(call);
    const at = this.ledger.clock();
    return this.ledger.read(call, async (sql) => {
      const rows = await sql<SiteRow>(
        `select distinct on (s.id) s.id, s.name, s.time_zone, c.terms,
           (select data from pli.profiles p where p.site_id = s.id and p.kind = 'services' and p.valid_from <= $1
            order by p.valid_from desc, p.version desc limit 1) as services
         from pli.contracts c join pli.sites s on s.id = c.site_id
         where s.state = 'active' and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to) order by s.id, c.version desc`,
        [at],
      );
      const sites: Choices['sites'] = [];
      for (const row of rows) {
        const site = await siteChoices(sql, row, at);
        if (site !== undefined) sites.push(site);
      }
      return { mode, sites, senders: await sendersOfLate(sql), costCentres: await costCentres(sql) };
    });
  }
}

/** Undefined: the provider has not said yet how this print room works. */
async function siteChoices(
  sql: Sql,
  { id, name, time_zone, terms, services }: SiteRow,
  at: Date,
): Promise<Choices['sites'][number] | undefined> {
  try {
    const profile = await siteProfileAt(sql, id, at);
    const { slotAt, j } = planDeposit(profile, calendarsOf(profile), at);
    const { envelopes } = await stocksAt(sql, id, at);
    const valid = (services?.versions ?? []).filter((version) => isValidOn(version, j));
    return {
      id,
      name,
      services: terms.services.flatMap((service) => serviceChoice(service, valid)),
      envelopes: envelopeFormats.flatMap((format) => {
        const held = envelopes.filter((stock) => stock.format === format).map(({ maxSheets }) => maxSheets);
        return held.length === 0 ? [] : [{ format, maxSheets: Math.max(...held) }];
      }),
      nextDeposit: { day: j, leavesAt: slotAt.toISOString() },
      today: localDateOf(at, time_zone),
      cancellation: terms.cancellation,
    };
  } catch (error) {
    if (error instanceof MailError) return undefined;
    throw error;
  }
}

function serviceChoice(name: ServiceName, valid: readonly ServiceVersion[]): Choices['sites'][number]['services'] {
  const versions = valid.filter(({ product }) => product === name);
  const [first] = versions;
  if (first === undefined) return [];
  return [
    {
      name,
      maxMassG: Math.max(...versions.map(({ maxMassG }) => maxMassG)),
      senderCompulsory: first.senderCompulsory,
      tracked: first.tracked,
      destinations: destinationZones.flatMap((zone) => {
        const version = versions.find(({ destination }) => destination === zone);
        return version === undefined ? [] : [{ zone, promiseDays: version.promiseDays }];
      }),
    },
  ];
}

async function sendersOfLate(sql: Sql): Promise<Choices['senders']> {
  const rows = await sql<{ sender: PostalAddress }>(
    `select sender from (select id, sender from pli.letters where sender is not null order by id desc limit ${LETTERS_LOOKED_AT}) l
     group by sender order by max(id) desc limit ${MOST_OFFERED}`,
  );
  return rows.map(({ sender }) => sender as Choices['senders'][number]);
}

/** Those that the account lists; where it asks for no more, also those that orders named of late. */
async function costCentres(sql: Sql): Promise<string[]> {
  const listed = await sql<{ code: string }>(`select code from pli.cost_centres where state = 'active' order by code`);
  const codes = listed.map(({ code }) => code);
  if ((await ruleOf(sql)) !== 'free') return codes;
  return [...new Set([...codes, ...(await costCentresOfLate(sql))])];
}

async function costCentresOfLate(sql: Sql): Promise<string[]> {
  const rows = await sql<{ cost_centre: string }>(
    `select cost_centre from (select id, cost_centre from pli.orders where cost_centre is not null order by id desc limit ${LETTERS_LOOKED_AT}) o
     group by cost_centre order by max(id) desc limit 50`,
  );
  return rows.map(({ cost_centre }) => cost_centre);
}
