import { Injectable } from '@nestjs/common';
import {
  SLICE_MOST,
  type AuditFound,
  type AuditSearch,
  type LetterLedger,
  type RunHistory,
  type RunQuery,
  type SliceQuery,
  type StreamSlice,
} from '#contracts/api/audit';
import { stepsOf } from '#evidence/history-steps';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { sliceOf } from './audit-events.ts';
import { AuditLooks } from './audit-looks.ts';
import { findLetters } from './find-letters.ts';
import { ledgerOfLetter } from './letter-ledger.ts';
import { WorkflowHistories } from './workflow-histories.ts';

/** What an auditor reads of a letter; each look is told before it is shown. */
@Injectable()
export class AuditService {
  constructor(
    private readonly looks: AuditLooks,
    private readonly histories: WorkflowHistories,
  ) {}

  /** Only what it found is told, of each letter: the text itself might be anything. */
  async search(call: Call, { text }: AuditSearch): Promise<AuditFound> {
    return this.looks.read(call, (sql) => findLetters(sql, text));
  }

  async ledger(call: Call, letterId: string): Promise<LetterLedger> {
    await this.mustBe(call, letterId);
    await this.looks.tell(call, letterId, 'letter.audit_ledger_read', {});
    return this.looks.read(call, (sql) => ledgerOfLetter(sql, letterId));
  }

  /** A stretch of a stream that tells of the letter, as it stands between: proof that nothing was left out. */
  async slice(call: Call, letterId: string, { stream, after, to }: SliceQuery): Promise<StreamSlice> {
    const ledger = await this.looks.read(call, (sql) => ledgerOfLetter(sql, letterId));
    if (!ledger.streams.some((one) => one.stream === stream))
      throw new MailError('stream_not_of_letter', 'This stream tells nothing of the letter. Take one of its ledger.');
    await this.looks.tell(call, letterId, 'letter.audit_stream_read', { stream, after, to });
    const events = await this.looks.read(call, (sql) => sliceOf(sql, stream, after, to, SLICE_MOST));
    const last = events.at(-1);
    return {
      events,
      next: events.length === SLICE_MOST && last !== undefined && last.number < to ? last.number : null,
    };
  }

  /** The history of a run that carried the letter, as steps. */
  async history(call: Call, letterId: string, query: RunQuery): Promise<RunHistory> {
    const text = await this.exported(call, letterId, query);
    if (text === undefined) return { kept: false, events: 0, steps: [] };
    const history = JSON.parse(text) as { events?: unknown[] };
    return { kept: true, events: history.events?.length ?? 0, steps: stepsOf(history) as RunHistory['steps'] };
  }

  /** The same as Temporal exports it. @throws MailError `history_not_kept` */
  async rawHistory(call: Call, letterId: string, query: RunQuery): Promise<Buffer> {
    const text = await this.exported(call, letterId, query);
    if (text === undefined)
      throw new MailError(
        'history_not_kept',
        'The namespace no longer keeps the history of this run. What it did stands in the ledger, which is kept.',
      );
    return Buffer.from(text);
  }

  private async exported(call: Call, letterId: string, { workflow, run }: RunQuery): Promise<string | undefined> {
    const { runs } = await this.looks.read(call, (sql) => ledgerOfLetter(sql, letterId));
    if (!runs.some((one) => one.workflow === workflow && one.run === run))
      throw notFound('run of a process of this letter');
    await this.looks.tell(call, letterId, 'letter.audit_history_read', { workflow, run });
    return this.histories.exported(workflow, run);
  }

  private async mustBe(call: Call, letterId: string): Promise<void> {
    const [letter] = await this.looks.read(call, (sql) =>
      sql(`select from pli.letters where id = $1 and state <> 'deleted'`, [letterId]),
    );
    if (letter === undefined) throw notFound('letter');
  }
}
