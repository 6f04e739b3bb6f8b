import { Inject, Injectable } from '@nestjs/common';
import { FairTurns } from '#documents/fair-turns';
import { pagePng } from '#documents/page-png';
import type { DocumentTools } from '#documents/tools';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { TOOLS } from '../parts.ts';
import { LettersService } from './letters.service.ts';

/** Pages of one account in one mode that may wait to be drawn; more are told to come back. */
const WAITING_AN_ACCOUNT = 30;
/** As a page is read on a screen. */
const DPI = 100;

/** The pages of a letter as pictures, as long as they exist. */
@Injectable()
export class LetterPages {
  /** One at a time: drawing takes a core for a part of a second. */
  private readonly turns = new FairTurns(1, WAITING_AN_ACCOUNT);

  constructor(
    private readonly letters: LettersService,
    @Inject(TOOLS) private readonly tools: Pick<DocumentTools, 'pdftoppm'>,
  ) {}

  /** @throws MailError `letter_not_composed` (later) · `content_erased` · `not_found` beyond the last page */
  png(call: Call, letterId: string, page: number): Promise<Buffer> {
    const { account, mode } = customerOf(call);
    return this.turns.take(
      `${account}/${mode}`,
      async () => {
        const pdf = await this.letters.composed(call, letterId);
        const { pages, grey } = await this.letters.looks(call, letterId);
        if (page > pages) throw notFound(`page: the letter has ${pages}`);
        return pagePng(pdf, { page, dpi: DPI, grey }, this.tools);
      },
      call.gone(),
    );
  }
}
