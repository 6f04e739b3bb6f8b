import { Injectable } from '@nestjs/common';
import type { ContractTerms } from '#contracts/api/contracts';
import type { Mode, Sql } from '#database/scope';
import type { GeometryProfile } from '#domain/geometry';
import { VirusScanProbe } from '#documents/clamd';
import { startFaults } from '#domain/live-mode';
import { MailError } from '#domain/mail-error';
import type { SiteProfile } from '#domain/profiles';
import type { ServiceVersion } from '#domain/services';

/** What holds for an account's orders at one of its print rooms. */
export interface SiteRules {
  siteId: string;
  siteCode: string;
  siteName: string;
  timeZone: string;
  contractId: string;
  terms: ContractTerms;
  profile: SiteProfile;
  services: readonly ServiceVersion[];
  geometry: GeometryProfile;
}

interface Row {
  account_state: 'active' | 'suspended';
  contract_id: string | null;
  terms: ContractTerms;
  site_id: string;
  code: string;
  name: string;
  time_zone: string;
  site_state: 'active' | 'suspended';
  /** Whether one of its machines is. */
  simulated: boolean;
  profile: SiteProfile | null;
  services: { versions: ServiceVersion[] } | null;
  geometry: GeometryProfile | null;
  /** What the provider still has to say of the site. */
  lacking: string[];
}

/** What is read of versions holds for some seconds: a version never changes, and a new one begins that much later at worst. */
const FRESH_MS = 2000;

/** The rules by which orders are submitted, kept for some seconds so that a burst of orders reads them once. */
@Injectable()
export class RulesBook {
  private readonly kept = new Map<string, { rows: Row[]; until: number }>();

  constructor(private readonly virusScan: VirusScanProbe) {}

  /**
   * The print room of an order: the one named, or the only one that the account has a contract with.
   * @throws MailError `account_suspended`, `contract_missing`, `site_needed`, `site_suspended`, `profile_not_valid`, `live_site_not_ready`
   */
  async rulesFor(
    sql: Sql,
    of: { account: string; mode: Mode },
    siteId: string | undefined,
    at: Date,
  ): Promise<SiteRules> {
    const rows = await this.rowsOf(sql, of, at);
    if (rows[0]?.account_state === 'suspended')
      throw new MailError(
        'account_suspended',
        'This account is suspended: it can read, and submit nothing. Ask the provider.',
      );
    const contracts = rows.filter((row) => row.contract_id !== null);
    const named = siteId === undefined ? contracts : contracts.filter((row) => row.site_id === siteId);
    const [row, another] = named;
    if (row === undefined)
      throw new MailError(
        'contract_missing',
        `This account has no valid ${of.mode} contract with ${siteId ? 'that' : 'any'} print room.`,
      );
    if (another !== undefined)
      throw new MailError(
        'site_needed',
        `This account has contracts with several print rooms: name one as siteId (${named.map((r) => r.site_id).join(', ')}).`,
      );
    const rules = rulesOf(row, at);
    if (of.mode === 'live') await this.requireReady(row);
    return rules;
  }

  /**
   * The print room that the account signed with first, of those at work: for what any of them may show.
   * @throws MailError as `rulesFor`
   */
  async anyOf(sql: Sql, of: { account: string; mode: Mode }, at: Date): Promise<SiteRules> {
    const rows = await this.rowsOf(sql, of, at);
    const atWork = rows.find((row) => row.contract_id !== null && row.site_state === 'active');
    return this.rulesFor(sql, of, atWork?.site_id, at);
  }

  /** A live print room works with real machines alone and takes nothing in that no virus scanner has looked at. */
  private async requireReady({ simulated }: Row): Promise<void> {
    const scanner = await this.virusScan.scanner();
    const machines = simulated ? [{ name: 'a machine', simulated }] : [];
    if (startFaults({ mode: 'live' }, machines, scanner).length === 0) return;
    const lacks = simulated ? 'some of its machines are simulated' : 'no virus scanner answers it';
    throw new MailError(
      'live_site_not_ready',
      `This live print room takes no orders now: ${lacks}. Ask the provider, or order in test mode.`,
    );
  }

  private async rowsOf(sql: Sql, { account, mode }: { account: string; mode: Mode }, at: Date): Promise<Row[]> {
    const key = `${account}/${mode}`;
    const kept = this.kept.get(key);
    if (kept && kept.until > at.getTime() && kept.until - FRESH_MS <= at.getTime()) return kept.rows;
    const rows = await sql<Row>(
      `select a.state as account_state, c.contract_id, c.terms, s.id as site_id, s.code, s.name, s.time_zone, s.state as site_state,
         exists (select from pli.devices d where d.site_id = s.id and d.simulated and d.retired_at is null) as simulated,
         (select data from pli.profiles where site_id = s.id and kind = 'site' and valid_from <= $1 order by valid_from desc, version desc limit 1) as profile,
         (select data from pli.profiles where site_id = s.id and kind = 'services' and valid_from <= $1 order by valid_from desc, version desc limit 1) as services,
         (select data from pli.profiles where site_id = s.id and kind = 'geometry' and valid_from <= $1 order by valid_from desc, version desc limit 1) as geometry,
         array(select k from unnest(array['site', 'services', 'postage', 'geometry']) k
           where not exists (select from pli.profiles where site_id = s.id and kind = k and valid_from <= $1)) as lacking
       from pli.accounts a
       left join pli.contracts c on c.account_id = a.id and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
       left join pli.sites s on s.id = c.site_id order by c.contract_id`,
      [at],
    );
    if (this.kept.size > 10_000) this.kept.clear();
    this.kept.set(key, { rows, until: at.getTime() + FRESH_MS });
    return rows;
  }
}

function rulesOf(row: Row, at: Date): SiteRules {
  if (row.site_state === 'suspended')
    throw new MailError('site_suspended', 'This print room takes no orders now. Ask the provider, or name another.');
  if (
    row.profile === null ||
    row.services === null ||
    row.geometry === null ||
    row.contract_id === null ||
    row.lacking.length > 0
  )
    throw new MailError(
      'profile_not_valid',
      `The print room lacks a profile of its ${row.lacking.join(', ')} valid at ${at.toISOString()}: the provider must add it.`,
    );
  return {
    siteId: row.site_id,
    siteCode: row.code,
    siteName: row.name,
    timeZone: row.time_zone,
    contractId: row.contract_id,
    terms: row.terms,
    profile: row.profile,
    services: row.services.versions,
    geometry: row.geometry,
  };
}
