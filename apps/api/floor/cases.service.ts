import { Injectable } from '@nestjs/common';
import type { CaseDecisionBody, CaseQuery, CaseView } from '#contracts/api/cases';
import { pageFrom } from '#contracts/api/shapes';
import { decideCase } from '#database/production/decide-case';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { filters } from './filters.ts';
import { decisionOf } from './case-decision.ts';
import { casesSelection, caseView, type CaseRow } from './case-view.ts';

@Injectable()
export class CasesService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    { limit, after, state, depositId, kind, standing }: CaseQuery,
  ): Promise<{ rows: CaseView[]; next: string | null }> {
    const asked = filters('c.id > $1', after ?? '', limit + 1)
      .and((p) => `c.state = ${p}`, state)
      .and((p) => `c.deposit_id = ${p}`, depositId)
      .and((p) => `c.kind = ${p}`, kind)
      .stands(standing, 'c', this.ledger.clock(), 'c.created_at');
    const read = await this.ledger.read(call, (sql) =>
      sql<CaseRow & Record<string, unknown>>(
        `${casesSelection} where ${asked.where} order by c.id limit $2`,
        asked.values,
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
