import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  caseDecision,
  casePage,
  caseQuery,
  siteCase,
  type CaseDecisionBody,
  type CaseQuery,
} from '#contracts/api/cases';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { CasesService } from './cases.service.ts';

const tag = 'Print room: cases';
const read = { role: 'operator', scope: 'floor:read' } as const;
const id = idOf('case');

@Controller()
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Route('GET', '/v1/site/cases', {
    tag,
    summary: "List cases: what the carrier's counts and our slips do not agree about",
    access: read,
    answer: { status: 200, schema: casePage },
  })
  list(@Asked() call: Call, @Query({ schema: caseQuery }) query: CaseQuery) {
    return this.cases.list(call, query);
  }

  @Route('GET', '/v1/site/cases/:id', {
    tag,
    summary: 'One case',
    access: read,
    answer: { status: 200, schema: siteCase },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) caseId: string) {
    return this.cases.one(call, caseId);
  }

  @Route('POST', '/v1/site/cases/:id/close', {
    tag,
    summary: 'Close a case by a decision, with its reason',
    description:
      'A missing piece is lost or found by the carrier; a count is explained, or lacks a piece that is named; an undeclared item is explained. A piece that is in hand again closes its case by its scan.',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: siteCase },
    problems: [
      'case_unknown',
      'case_closed',
      'outcome_not_possible',
      'piece_not_in_count',
      'piece_named_already',
      'acceptance_out_of_time',
    ],
  })
  close(
    @Asked() call: Call,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: caseDecision }) body: CaseDecisionBody,
  ) {
    return this.cases.close(call, caseId, body);
  }
}
