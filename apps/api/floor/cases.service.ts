import { Injectable } from '@nestjs/common';
import type { CaseDecisionBody, CaseQuery, CaseView } from '#contracts/api/cases';
import { pageFrom } from '#contracts/api/shapes';
import { decideCase, type CaseDecision } from '#database/production/decide-case';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { casesSelection, caseView, type CaseRow } from './case-view.ts';

@Injectable()
export class CasesService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    { limit, after, state, depositId }: CaseQuery,
  ): Promise<{ rows: CaseView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<CaseRow & Record<string, unknown>>(
        `${casesSelection} where c.id > $1 and ($2::text is null or c.state = $2) and ($3::text is null or c.deposit_id = $3) order by c.id limit $4`,
        [after ?? '', state ?? null, depositId ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(caseView), limit);
  }

  async one(call: Call, id: string): Promise<CaseView> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<CaseRow & Record<string, unknown>>(`${casesSelection} where c.id = $1`, [id]),
    );
    if (row === undefined) throw notFound('case');
    return caseView(row);
  }

  /** Closes a case as a person decides, with the reason. */
  close(call: Call, id: string, { reason, text, ...body }: CaseDecisionBody): Promise<CaseView> {
    return this.ledger
      .write(call, async (tx) => {
        await decideCase(tx, id, decisionOf(body), reason);
        await noteOf(tx, { site: siteOf(call) }, id, { reason, text });
      })
      .then(() => this.one(call, id));
  }
}

type Decided = CaseDecisionBody extends infer Body
  ? Body extends unknown
    ? Omit<Body, 'reason' | 'text'>
    : never
  : never;

function decisionOf(body: Decided): CaseDecision {
  if (body.outcome !== 'found_by_carrier') return body;
  const { outcome, foundAt } = body;
  return { outcome, ...(foundAt !== undefined && { foundAt: new Date(foundAt) }) };
}
