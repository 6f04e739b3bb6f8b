import { Injectable } from '@nestjs/common';
import type { DraftCheckRequest, DraftCheckView } from '#contracts/api/drafts';
import type { ProblemItem } from '#contracts/api/problem';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { refuseCostCentre } from '../../administration/cost-centre-rule.ts';
import { customerOf, type Call } from '../../http/caller.ts';
import { Refusal } from '../../http/refusal.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { readDraft } from '../order-rows.ts';
import { RulesBook } from '../site-rules.ts';
import { kindsOf } from '../stored-draft.ts';
import { refuseUnmakeable } from '../submission.ts';
import { otherAddressesStored } from '../window-warnings.ts';

/** Tells all that submission would refuse of a draft, without submitting it. */
@Injectable()
export class DraftCheck {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly rulesBook: RulesBook,
  ) {}

  /** @throws MailError `not_found`, `order_not_draft` */
  check(call: Call, orderId: string, { siteId, accept }: DraftCheckRequest): Promise<DraftCheckView> {
    const at = this.ledger.clock();
    return this.ledger.read(call, async (sql) => {
      const draft = await readDraft(sql, orderId);
      const { problems: unfinished, rowsLeftOut } = await importsOf(sql, orderId);
      const problems = [...unfinished];
      const told = async (work: () => Promise<readonly ProblemItem[]>) => void problems.push(...(await itemsOf(work)));
      if (draft.letters === 0)
        problems.push({ code: 'order_empty', detail: 'This order has no letters. Add some before submitting it.' });
      else
        await told(async () => {
          const rules = await this.rulesBook.rulesFor(sql, customerOf(call), siteId ?? draft.site_id ?? undefined, at);
          const kinds = await kindsOf(sql, draft);
          await told(async () => {
            await refuseCostCentre(sql, draft.cost_centre);
            return [];
          });
          await told(() =>
            Promise.resolve().then(() => {
              refuseUnmakeable(kinds, 'stored', rules, draft.mode, at);
              return [];
            }),
          );
          return otherAddressesStored(sql, orderId, [...draft.accept, ...accept], rules.geometry);
        });
      return { submittable: problems.length === 0, letterCount: draft.letters, problems, rowsLeftOut };
    });
  }
}

/** What a refusal holds, or the error itself as its only item. */
async function itemsOf(work: () => Promise<readonly ProblemItem[]>): Promise<readonly ProblemItem[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    if (error instanceof MailError) return [{ code: error.code, detail: error.message }];
    throw error;
  }
}

async function importsOf(sql: Sql, orderId: string): Promise<{ problems: ProblemItem[]; rowsLeftOut: number }> {
  const imports = await sql<{ id: string; state: string; rows_taken: number; rows_left_out: number }>(
    `select id, state, rows_taken, rows_left_out from pli.imports where order_id = $1 and state <> 'deleted'`,
    [orderId],
  );
  const unfinished = imports.filter(
    ({ state, rows_taken }) => state !== 'complete' && (state !== 'abandoned' || rows_taken > 0),
  );
  return {
    problems: unfinished.map(({ id, state }) => ({
      code: 'import_not_complete',
      detail: `The import ${id} is ${state}: its file is not read to the end. Go on with it, or delete it, which takes its letters out.`,
    })),
    rowsLeftOut: imports.reduce((sum, { state, rows_left_out }) => sum + (state === 'complete' ? rows_left_out : 0), 0),
  };
}
