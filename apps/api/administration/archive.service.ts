import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ArchivedFile, ArchivedFileStory, ArchiveQuery } from '#contracts/api/archive';
import { pageFrom } from '#contracts/api/shapes';
import type { ArchivedFileRow } from '#database/entities/administration';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { streamOfCaller } from '../account/events.service.ts';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { namesOfActors } from '../people/colleagues.ts';
import { BLOBS } from '../parts.ts';
import { Conditions, withinDays } from './conditions.ts';

type Row = Omit<ArchivedFileRow, 'content_key' | 'content_hash' | 'state_since'> & {
  service: string;
  cost_centre: string | null;
};
const columns = `a.id, a.letter_id, a.order_id, a.state, a.blob, a.sha256, a.bytes, a.recipient, a.client_reference, a.sent_at, a.keep_until, a.created_at,
  a.erased_at, a.reason_code, l.service, o.cost_centre`;
const tables = `pli.archived_files a join pli.letters l on l.id = a.letter_id join pli.orders o on o.id = a.order_id join pli.sites s on s.id = a.site_id`;
const ACCESSES_SHOWN = 100;

/** Files of sent letters that an account keeps in its archive. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
  ) {}

  async list(
    call: Call,
    { limit, before, from, to, state, orderId, text }: ArchiveQuery & { text?: string },
  ): Promise<{ rows: ArchivedFile[]; next: string | null }> {
    const where = new Conditions();
    where.add(
      (p) => `(a.sent_at, a.id) < (select b.sent_at, b.id from pli.archived_files b where b.id = ${p})`,
      before,
    );
    withinDays(where, 'a.sent_at', { from, to });
    where.add((p) => `a.state = ${p}`, state);
    where.add((p) => `a.order_id = ${p}`, orderId);
    where.add(
      (p) =>
        `(position(lower(${p}) in lower(a.recipient)) > 0 or position(lower(${p}) in lower(a.client_reference)) > 0)`,
      text,
    );
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from ${tables} where ${where.text} order by a.sent_at desc, a.id desc limit ${limit + 1}`,
        where.values,
      ),
    );
    return pageFrom(
      read.map((row) => viewOf(row, this.ledger.clock())),
      limit,
    );
  }

  /** One file, and who opened it. */
  async one(call: Call, id: string): Promise<ArchivedFileStory> {
    return this.ledger.read(call, async (sql) => {
      const row = await fileRow(sql, id);
      const accesses = await sql<{ at: Date; actor: string }>(
        `select at, actor from pli.events where subject_id = $1 and stream = $2 and type = 'archive.opened' order by number desc limit $3`,
        [id, streamOfCaller(call), ACCESSES_SHOWN],
      );
      const nameOf = await namesOfActors(
        sql,
        accesses.map(({ actor }) => actor),
      );
      return {
        ...viewOf(row, this.ledger.clock()),
        accesses: accesses.map(({ at, actor }) => ({ at: at.toISOString(), actor, name: nameOf(actor) })),
      };
    });
  }

  /**
   * The bytes of a file; that it was read is told.
   * @throws MailError `content_erased`, `blob_damaged`
   */
  open(call: Call, id: string): Promise<Buffer> {
    return this.ledger.write(call, async (tx) => this.read(call, tx, await fileRow(tx.sql, id)));
  }

  /** The archived file of a letter whose own bytes were erased; undefined when it has none. */
  openOfLetter(call: Call, letterId: string): Promise<Buffer | undefined> {
    return this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<Row>(`select ${columns} from ${tables} where a.letter_id = $1`, [letterId]);
      return row && this.read(call, tx, row);
    });
  }

  /** Ends the time of a file now; the print room's erasure takes its bytes away. */
  async end(call: Call, id: string): Promise<ArchivedFile> {
    return this.ledger.write(call, async (tx) => {
      const row = await fileRow(tx.sql, id);
      if (row.state === 'erased') throw erased();
      if (row.keep_until !== null && row.keep_until <= tx.at) return viewOf(row, tx.at);
      const set = { keep_until: tx.at, reason_code: 'asked' as const };
      await tx.change('archived_file', 'archive.end_asked', [{ id, set }], { from: ['kept'] });
      return viewOf({ ...row, ...set }, tx.at);
    });
  }

  private async read(call: Call, tx: LedgerTransaction, row: Row): Promise<Buffer> {
    const { account, mode } = customerOf(call);
    const over = row.keep_until !== null && row.keep_until <= tx.at;
    if (row.blob === null || row.sha256 === null || over) throw erased();
    const bytes = await this.blobs.read(tx.sql, accountBlobs(account, mode), row.blob);
    if (!createHash('sha256').update(bytes).digest().equals(row.sha256))
      throw new MailError('blob_damaged', 'The archived file is not what was sent: it is not given out.');
    tx.tell(streamOfCaller(call), 'archived_file', row.id, 'archive.opened', { letter: row.letter_id });
    return bytes;
  }
}

const erased = () =>
  new MailError(
    'content_erased',
    'This file is not in the archive any more: its time was over, or its account ended it.',
  );

async function fileRow(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql<Row>(`select ${columns} from ${tables} where a.id = $1`, [id]);
  if (row === undefined) throw notFound('archived file');
  return row;
}

/** A file whose time is over is not shown any more, also where its erasure has still to come. */
function viewOf(row: Row, now: Date): ArchivedFile {
  const over = row.keep_until !== null && row.keep_until <= now;
  return {
    id: row.id,
    letterId: row.letter_id,
    orderId: row.order_id,
    state: row.state,
    service: row.service,
    costCentre: row.cost_centre,
    recipient: over ? null : row.recipient,
    clientReference: over ? null : row.client_reference,
    bytes: row.bytes,
    sha256: over ? null : (row.sha256?.toString('hex') ?? null),
    sentAt: row.sent_at.toISOString(),
    keptSince: row.created_at.toISOString(),
    keepUntil: row.keep_until?.toISOString() ?? null,
    erasedAt: row.erased_at?.toISOString() ?? null,
    reason: row.reason_code ?? (over ? 'term_over' : null),
  };
}
