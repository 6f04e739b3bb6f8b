import { Controller } from '@nestjs/common';
import { attention } from '#contracts/api/attention';
import { board } from '#contracts/api/board';
import { Asked } from '../http/call.ts';
import { siteOf, type Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { attentionGroups } from './attention-groups.ts';
import { boardOf } from './board-counts.ts';

const tag = 'Print room: board';
const access = { role: 'operator', scope: 'floor:read' } as const;

@Controller()
export class BoardController {
  constructor(private readonly ledger: ScopedLedger) {}

  @Route('GET', '/v1/site/board', {
    tag,
    summary: 'Today at a glance: what is in which stage, how old, at risk and late; the next cut-off and trucks',
    description: 'Each number names the list that it equals.',
    access,
    answer: { status: 200, schema: board },
  })
  board(@Asked() call: Call) {
    const now = this.ledger.clock();
    return this.ledger.read(call, (sql) => boardOf(sql, siteOf(call), now));
  }

  @Route('GET', '/v1/site/attention', {
    tag,
    summary: 'What is stuck or suspect, by cause, with who can act and what is suggested',
    description:
      'Everything that waits for a person or is past its deadline: pieces that no machine vouches for, lots, first-offs, trays, deposits, cases, letters and machines. Each group names the list that it equals.',
    access,
    answer: { status: 200, schema: attention },
  })
  attention(@Asked() call: Call) {
    const now = this.ledger.clock();
    return this.ledger.read(call, async (sql) => ({
      at: now.toISOString(),
      groups: await attentionGroups(sql, siteOf(call), now),
    }));
  }
}
