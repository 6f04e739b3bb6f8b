import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import {
  auditFound,
  auditSearch,
  letterLedger,
  runHistory,
  runQuery,
  SLICE_MOST,
  sliceQuery,
  streamSlice,
  type AuditSearch,
  type RunQuery,
  type SliceQuery,
} from '#contracts/api/audit';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { AuditService } from './audit.service.ts';
import { EvidenceFileService } from './evidence-file.service.ts';

const tag = 'Audit';
const access = { role: 'auditor', scope: 'audit:read' } as const;
const id = idOf('letter');

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly file: EvidenceFileService,
  ) {}

  @Route('POST', '/v1/audit/letters/search', {
    tag,
    summary: 'Find letters by an id, a code that Pli prints, or a registered number; never by a name',
    access,
    answer: { status: 200, schema: auditFound },
  })
  search(@Asked() call: Call, @Body({ schema: auditSearch }) body: AuditSearch) {
    return this.audit.search(call, body);
  }

  @Route('GET', '/v1/audit/letters/:id', {
    tag,
    summary: 'All that the ledger tells of a letter, its order, its copies and what these went through',
    description:
      'With what is needed to compute each hash anew, and the runs of the processes that carried it. That it was read is an event about the letter, which stands in the answer.',
    access,
    answer: { status: 200, schema: letterLedger },
  })
  ledger(@Asked() call: Call, @Param('id', { schema: id }) letterId: string) {
    return this.audit.ledger(call, letterId);
  }

  @Route('GET', '/v1/audit/letters/:id/stream', {
    tag,
    summary: 'A stretch of a stream that tells of the letter, with all that lies between',
    description: `At most ${SLICE_MOST} events; \`next\` leads on. Numbers follow each other, so that nothing can be left out.`,
    access,
    answer: { status: 200, schema: streamSlice },
    problems: ['stream_not_of_letter'],
  })
  slice(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Query({ schema: sliceQuery }) query: SliceQuery,
  ) {
    return this.audit.slice(call, letterId, query);
  }

  @Route('GET', '/v1/audit/letters/:id/history', {
    tag,
    summary: 'The history of a process that carried the letter, as steps',
    description: '`kept: false` when the namespace keeps it no more; what it did stands in the ledger.',
    access,
    answer: { status: 200, schema: runHistory },
    problems: ['histories_away'],
  })
  history(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Query({ schema: runQuery }) query: RunQuery,
  ) {
    return this.audit.history(call, letterId, query);
  }

  @Route('GET', '/v1/audit/letters/:id/history.json', {
    tag,
    summary: 'The same as Temporal exports it, to be replayed',
    access,
    answer: { status: 200, media: ['application/octet-stream'] },
    problems: ['histories_away', 'history_not_kept'],
  })
  async raw(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Query({ schema: runQuery }) query: RunQuery,
  ) {
    return new StreamableFile(await this.audit.rawHistory(call, letterId, query), { type: 'application/octet-stream' });
  }

  @Route('GET', '/v1/audit/letters/:id/evidence.zip', {
    tag,
    summary: 'One file of all: ledger, stretches of the streams, histories, and how to check them without us',
    access,
    answer: { status: 200, media: ['application/zip'] },
    problems: ['histories_away'],
  })
  async zip(@Asked() call: Call, @Param('id', { schema: id }) letterId: string) {
    return new StreamableFile(await this.file.zip(call, letterId), { type: 'application/zip' });
  }
}
