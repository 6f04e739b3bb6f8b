import { Injectable } from '@nestjs/common';
import type { AuditEvent, LetterLedger } from '#contracts/api/audit';
import type { Call } from '../http/caller.ts';
import { sliceOf } from './audit-events.ts';
import { AuditLooks } from './audit-looks.ts';
import { checkProgram, readMe } from './evidence-words.ts';
import { ledgerOfLetter } from './letter-ledger.ts';
import { WorkflowHistories } from './workflow-histories.ts';
import { zipOf, type ZipFile } from './zip.ts';

/** Whole stretches of streams are put in up to so many events; longer ones are read on screen. */
const MOST_BETWEEN = 20_000;

/** All that there is of a letter in one file: its ledger, the stretches of the streams, the histories, and how to check them. */
@Injectable()
export class EvidenceFileService {
  constructor(
    private readonly looks: AuditLooks,
    private readonly histories: WorkflowHistories,
  ) {}

  /** @throws MailError `not_found`, `histories_away` */
  async zip(call: Call, letterId: string): Promise<Buffer> {
    await this.looks.read(call, (sql) => ledgerOfLetter(sql, letterId));
    await this.looks.tell(call, letterId, 'letter.audit_downloaded', {});
    const ledger = await this.looks.read(call, (sql) => ledgerOfLetter(sql, letterId));
    const streams = await this.stretches(call, ledger);
    const { files, missing } = await this.historyFiles(ledger);
    return zipOf([
      { name: 'LISEZ-MOI.txt', bytes: Buffer.from(readMe(ledger, streams.left, missing)) },
      { name: 'check.py', bytes: Buffer.from(checkProgram) },
      {
        name: 'letter.json',
        bytes: Buffer.from(
          JSON.stringify(
            { letter: ledger.letter, subjects: ledger.subjects, streams: ledger.streams, runs: ledger.runs },
            null,
            2,
          ),
        ),
      },
      { name: 'ledger.jsonl', bytes: linesOf(ledger.events) },
      ...streams.files,
      ...files,
    ]);
  }

  private async stretches(call: Call, { streams }: LetterLedger): Promise<{ files: ZipFile[]; left: string[] }> {
    const files: ZipFile[] = [];
    const left: string[] = [];
    for (const { stream, first, last } of streams) {
      if (last - first >= MOST_BETWEEN) left.push(stream);
      else {
        const events = await this.looks.read(call, (sql) => sliceOf(sql, stream, first - 1, last, MOST_BETWEEN));
        files.push({ name: `streams/${fileNameOf(stream)}.jsonl`, bytes: linesOf(events) });
      }
    }
    return { files, left };
  }

  private async historyFiles({ runs }: LetterLedger): Promise<{ files: ZipFile[]; missing: string[] }> {
    const files: ZipFile[] = [];
    const missing: string[] = [];
    for (const { workflow, run } of runs) {
      const text = await this.histories.exported(workflow, run);
      if (text === undefined) missing.push(`${workflow} ${run}`);
      else files.push({ name: `histories/${fileNameOf(workflow)}.${run}.json`, bytes: Buffer.from(text) });
    }
    return { files, missing };
  }
}

const linesOf = (events: readonly AuditEvent[]): Buffer =>
  Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
const fileNameOf = (name: string): string => name.replaceAll('/', '-');
