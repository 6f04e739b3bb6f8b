import { Inject, Injectable } from '@nestjs/common';
import type { DepositExtract } from '#contracts/api/letters';
import type { Mode, Sql } from '#database/scope';
import { depositExtract, type ExtractLetter } from '#documents/papers/deposit-extract';
import type { DocumentTools } from '#documents/tools';
import type { PostalAddress } from '#domain/address';
import { countryLineOf } from '#domain/addresses/countries';
import type { LetterState } from '#domain/life-cycles';
import { localDateOf } from '#domain/local-time';
import { MailError } from '#domain/mail-error';
import { formatMark } from '#domain/marks';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { TOOLS } from '../parts.ts';

interface Row {
  id: string;
  state: LetterState;
  mode: Mode;
  client_reference: string | null;
  recipient: PostalAddress | null;
  country: string;
  postcode: string;
  service: string;
  weight_mg: number | null;
  weight_band: number | null;
  registered_number: string | null;
  handed_over_at: Date;
  accepted_at: Date | null;
  deposit_day: string | null;
  deposit_number: number;
}
interface Deposit {
  letters: Row[];
  more: boolean;
  site: { code: string; name: string; time_zone: string };
  customer: string;
  contract: string;
}
const MOST_LETTERS = 1000;
const columns =
  'l.id, l.state, l.mode, l.client_reference, l.recipient, l.country, l.postcode, l.service, l.weight_mg, l.weight_band, l.registered_number, l.handed_over_at, l.accepted_at, l.deposit_day, l.deposit_number';

/** The customer's part of a deposit, seen from one of its letters. */
@Injectable()
export class DepositExtractService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(TOOLS) private readonly tools: DocumentTools,
  ) {}

  async json(call: Call, letterId: string): Promise<DepositExtract> {
    const { letters, more, site } = await this.depositOf(call, letterId);
    const first = letters[0] as Row;
    return {
      deposit: formatMark({ kind: 'deposit', site: site.code, deposit: first.deposit_number }),
      site: site.name,
      mode: first.mode,
      handedOverAt: first.handed_over_at.toISOString(),
      acceptedByCarrierAt: first.accepted_at?.toISOString() ?? null,
      depositDay: first.deposit_day,
      issuer: `Hand-over told by ${site.name}; the proof of deposit is the carrier's own`,
      letters: letters.map((row) => ({
        letterId: row.id,
        clientReference: row.client_reference,
        service: row.service,
        weightMg: row.weight_mg,
        weightBand: row.weight_band,
        registeredNumber: row.registered_number,
        state: row.state,
      })),
      more,
    };
  }

  async pdf(call: Call, letterId: string): Promise<Buffer> {
    const { letters, site, customer, contract } = await this.depositOf(call, letterId);
    const first = letters[0] as Row;
    const pdf = await depositExtract(
      {
        site: site.code,
        siteName: site.name,
        deposit: first.deposit_number,
        mode: first.mode,
        customer,
        contract,
        day: first.deposit_day ?? localDateOf(first.handed_over_at, site.time_zone),
        handedOverAt: first.handed_over_at.toISOString(),
        ...(first.accepted_at ? { acceptedAt: first.accepted_at.toISOString() } : {}),
        timeZone: site.time_zone,
        letters: letters.map(extractLetter),
      },
      this.tools,
    );
    return Buffer.from(pdf);
  }

  private depositOf(call: Call, letterId: string): Promise<Deposit> {
    return this.ledger.read(call, async (sql) => {
      const [letter] = await sql<{
        site_id: string;
        deposit_number: number | null;
        handed_over_at: Date | null;
        order_id: string;
      }>(
        `select site_id, deposit_number, handed_over_at, order_id from pli.letters where id = $1 and state <> 'deleted'`,
        [letterId],
      );
      if (letter === undefined) throw notFound('letter');
      if (letter.deposit_number === null || letter.handed_over_at === null)
        throw new MailError(
          'letter_not_handed_over',
          'This letter has not been handed over to the carrier yet.',
          'later',
        );
      const letters = await sql<Row>(
        `select ${columns} from pli.letters l where l.site_id = $1 and l.deposit_number = $2 and l.handed_over_at is not null
         order by l.id <> $3, l.id limit $4`,
        [letter.site_id, letter.deposit_number, letterId, MOST_LETTERS + 1],
      );
      const about = await aboutOf(sql, letter);
      return { letters: letters.slice(0, MOST_LETTERS), more: letters.length > MOST_LETTERS, ...about };
    });
  }
}

async function aboutOf(
  sql: Sql,
  letter: { site_id: string; order_id: string },
): Promise<Pick<Deposit, 'site' | 'customer' | 'contract'>> {
  const [row] = await sql<{ code: string; name: string; time_zone: string; customer: string; contract: string | null }>(
    `select s.code, s.name, s.time_zone, a.name as customer,
       (select terms->>'carrierContract' from pli.contracts c where c.contract_id = o.contract_id order by version desc limit 1) as contract
     from pli.orders o join pli.accounts a on a.id = o.account_id join pli.sites s on s.id = $2 where o.id = $1`,
    [letter.order_id, letter.site_id],
  );
  if (row === undefined) throw notFound('letter');
  const { code, name, time_zone, customer, contract } = row;
  return { site: { code, name, time_zone }, customer, contract: contract ?? '' };
}

const extractLetter = (row: Row): ExtractLetter => ({
  ...(row.client_reference ? { reference: row.client_reference } : {}),
  letterId: row.id,
  recipient: row.recipient?.organisation ?? row.recipient?.name ?? '(contenu effacé)',
  town: [row.postcode, row.recipient?.town, countryLineOf(row.country)].filter(Boolean).join(' '),
  product: row.service,
  weightMg: row.weight_mg ?? 0,
  ...(row.registered_number ? { registeredNumber: row.registered_number } : {}),
  state: stateOnPaper(row.state),
});

function stateOnPaper(state: LetterState): ExtractLetter['state'] {
  if (state === 'lost') return 'missing';
  return state === 'handed_over' ? 'handed_over' : 'accepted';
}
