import { Inject, Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { RevealedView } from '#contracts/api/reveals';
import { liveReveal, revealLetter, type LetterToReveal } from '#database/production/reveal-letter';
import type { Sql } from '#database/scope';
import { FairTurns } from '#documents/fair-turns';
import { pagePng } from '#documents/page-png';
import type { DocumentTools } from '#documents/tools';
import { addressLines, type PostalAddress } from '#domain/address';
import { MailError } from '#domain/mail-error';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { actorOf, siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS, TOOLS } from '../parts.ts';
import { noteOf } from './because.ts';

interface Row extends LetterToReveal {
  recipient: PostalAddress | null;
  composed_blob: string | null;
  pages: number | null;
}
/** Enough to read what is printed, on a screen. */
const DPI = 110;
/** Pages of one print room that may wait to be drawn. */
const WAITING_A_SITE = 30;

/** Address and pages of a letter, shown to the person who said why, for a few minutes. */
@Injectable()
export class RevealsService {
  private readonly turns = new FairTurns(1, WAITING_A_SITE);

  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
    @Inject(TOOLS) private readonly tools: DocumentTools,
  ) {}

  /** Reveals a letter; its sender can read of it. */
  async reveal(call: Call, id: string, because: Because): Promise<RevealedView> {
    await this.ledger.write(call, async (tx) => {
      const letter = await letterOf(tx.sql, id);
      await revealLetter(tx, letter, actorOf(call.caller), because.reason);
      await noteOf(tx, { site: siteOf(call) }, id, because);
    });
    return this.revealed(call, id);
  }

  /** What the caller may still see of a letter. */
  revealed(call: Call, id: string): Promise<RevealedView> {
    return this.ledger.read(call, async (sql) => {
      const letter = await letterOf(sql, id);
      const { until, reason_code } = await liveReveal(sql, id, actorOf(call.caller), this.ledger.clock());
      return {
        letterId: id,
        until: until.toISOString(),
        reason: reason_code,
        address: letter.recipient === null ? [] : addressLines(letter.recipient),
        pages: letter.composed_blob === null ? null : letter.pages,
      };
    });
  }

  /** One page as a picture, as it was composed; `not_found` beyond the last. */
  async page(call: Call, id: string, page: number): Promise<Buffer> {
    const pdf = await this.ledger.read(call, async (sql) => {
      const letter = await letterOf(sql, id);
      await liveReveal(sql, id, actorOf(call.caller), this.ledger.clock());
      if (letter.composed_blob === null)
        throw new MailError('letter_not_composed', 'This letter has not been composed yet.', 'later');
      if (page > (letter.pages ?? 0)) throw notFound(`page: the letter has ${letter.pages ?? 0}`);
      return this.blobs.read(sql, accountBlobs(letter.account_id, letter.mode), letter.composed_blob);
    });
    return this.turns.take(siteOf(call), () => pagePng(pdf, { page, dpi: DPI, grey: false }, this.tools), call.gone());
  }
}

async function letterOf(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql<Row & { erased_at: Date | null }>(
    `select id, site_id, account_id, mode, recipient, composed_blob, pages, erased_at from pli.letters
     where id = $1 and state not in ('draft', 'deleted')`,
    [id],
  );
  if (row === undefined) throw notFound('letter');
  if (row.erased_at !== null)
    throw new MailError('content_erased', 'The content of this letter was erased: there is nothing to show any more.');
  return row;
}
