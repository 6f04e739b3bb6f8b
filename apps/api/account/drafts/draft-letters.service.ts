import { Injectable } from '@nestjs/common';
import type { DraftLetterView, Preparation, SameInAll } from '#contracts/api/drafts';
import type { NewLetter } from '#contracts/api/letters';
import type { ProblemItem } from '#contracts/api/problem';
import { letterContentHash } from '#database/content-hash';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../../http/caller.ts';
import { notFound, refuseWith } from '../../http/refusal.ts';
import { pointerOf } from '../../http/validation.pipe.ts';
import { NamedDocuments } from '../named-documents.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { contentFaults, draftRows, type DraftLetter } from '../letter-rows.ts';
import { draftForChange, insertDraftLetters, type StoredDraft } from '../order-rows.ts';
import { TemplateData } from '../template-data.ts';
import { letterAsGiven } from './stored-letter.ts';

/** Letters that are read, changed and written in one go. */
const LETTERS_AT_ONCE = 500;
/** Faults after which the rest is not looked at. */
const MOST_FAULTS = 100;

/** Changes to the letters of a draft in their place. */
@Injectable()
export class DraftLettersService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
  ) {}

  /** Keeps where a person is and what is no letter yet. */
  prepare(call: Call, orderId: string, preparation: Preparation): Promise<void> {
    return this.ledger.write(call, async ({ sql }) => {
      await draftForChange(sql, orderId);
      await sql(`update pli.orders set preparation = $2, prepared_documents = $3 where id = $1`, [
        orderId,
        JSON.stringify(preparation),
        documentsOf(preparation),
      ]);
    });
  }

  /**
   * Makes a draft a letter to one recipient, this one: it takes the place of the only letter, or is the first.
   * @throws MailError `draft_of_several`, `order_not_draft`; Refusal `letters_invalid`
   */
  putOnly(call: Call, orderId: string, letter: NewLetter): Promise<DraftLetterView> {
    return this.ledger.write(call, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      const existing = await tx.sql<{ id: string; position: number }>(
        `select id, position from pli.letters where order_id = $1 and state = 'draft' order by position limit 2`,
        [orderId],
      );
      if (existing.length > 1)
        throw new MailError(
          'draft_of_several',
          `This draft has ${order.letters} letters. Change one of them by its id, or take the others out first.`,
        );
      const [old] = existing;
      const row = await this.checked(tx, call, order, letter, old?.position);
      if (old !== undefined) return this.replace(tx, old.id, row);
      await tx.sql(`update pli.orders set letters = letters + 1 where id = $1`, [orderId]);
      await insertDraftLetters(tx.sql, [row]);
      return letterAsGiven(row);
    });
  }

  /** Writes a letter of a draft anew in its place. */
  change(call: Call, orderId: string, letterId: string, letter: NewLetter): Promise<DraftLetterView> {
    return this.ledger.write(call, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      const [old] = await tx.sql<{ position: number }>(
        `select position from pli.letters where id = $1 and order_id = $2 and state = 'draft' for update`,
        [letterId, orderId],
      );
      if (old === undefined) throw notFound('letter in this draft');
      return this.replace(tx, letterId, await this.checked(tx, call, order, letter, old.position));
    });
  }

  /** Makes the same in all letters of a draft what is named; everything else of each stays. All of them change, or none. */
  changeAll(call: Call, orderId: string, same: SameInAll): Promise<number> {
    return this.ledger.write(call, async (tx) => {
      await draftForChange(tx.sql, orderId);
      const faults: ProblemItem[] = await unknownIn(tx.sql, same);
      let changed = 0;
      for (let after = 0; faults.length < MOST_FAULTS;) {
        const batch = await tx.sql<DraftLetter>(
          `select * from pli.letters where order_id = $1 and state = 'draft' and position > $2 order by position limit $3`,
          [orderId, after, LETTERS_AT_ONCE],
        );
        const last = batch.at(-1);
        if (last === undefined) break;
        const rows = batch.map((row) => withSame(row, same));
        const found = await contentFaults(tx.sql, rows, this.templates);
        faults.push(...found.map((fault) => ofLetter(fault, rows)));
        await writeAnew(tx, rows);
        changed += rows.length;
        after = last.position;
      }
      refuseWith('letters_invalid', faults, 'the letters');
      return changed;
    });
  }

  private async checked(
    tx: LedgerTransaction,
    call: Call,
    { id, options: { service } }: StoredDraft,
    letter: NewLetter,
    position = 1,
  ): Promise<DraftLetter> {
    const of = { orderId: id, ...customerOf(call), firstPosition: position, sender: undefined, service, at: tx.at };
    const rows = draftRows([letter], of);
    const faults = await contentFaults(tx.sql, rows, this.templates);
    refuseWith(
      'letters_invalid',
      faults.map((fault) => ({ ...fault, pointer: fault.pointer?.replace('/letters/0', '/letter') ?? '/letter' })),
      'the letter',
    );
    return rows[0] as DraftLetter;
  }

  private async replace(tx: LedgerTransaction, id: string, row: DraftLetter): Promise<DraftLetterView> {
    const anew = { ...row, id };
    await writeAnew(tx, [anew]);
    return letterAsGiven(anew);
  }
}

/** What a preparation names is still used. */
export function documentsOf({ content, attachments = [] }: Preparation): string[] {
  const own = content?.kind === 'document' && content.documentId !== undefined ? [content.documentId] : [];
  return [...own, ...attachments.map(({ documentId }) => documentId)];
}

/** Columns that a change of a draft's letter writes; its id, place and owner stay. */
const changeable = [
  'recipient',
  'sender',
  'data',
  'client_reference',
  'content_key',
  'content_hash',
  'country',
  'postcode',
  'options',
  'service',
  'template_version_id',
  'document_id',
  'document_pages',
  'address_page',
  'attachment_ids',
  'attachment_pages',
  'accept',
] as const satisfies readonly (keyof DraftLetter)[];

async function writeAnew({ sql }: LedgerTransaction, rows: readonly DraftLetter[]): Promise<void> {
  const plain = rows.map((row) =>
    Object.fromEntries(
      ['id' as const, ...changeable].map((name) => {
        const value = row[name];
        return [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value];
      }),
    ),
  );
  await sql(
    `update pli.letters l set (${changeable.join(', ')}) = (select ${changeable.map((name) => `n.${name}`).join(', ')})
     from jsonb_populate_recordset(null::pli.letters, $1) n where l.id = n.id and l.state = 'draft'`,
    [JSON.stringify(plain)],
  );
}

/** What is named and not there, also when the draft has no letter yet. */
async function unknownIn(sql: Sql, { content, attachments = [] }: SameInAll): Promise<ProblemItem[]> {
  const named = [
    ...(content?.kind === 'document' ? [{ id: content.documentId, path: ['content', 'documentId'] }] : []),
    ...attachments.map(({ documentId: id }, i) => ({ id, path: ['attachments', i] })),
  ];
  const documents = await NamedDocuments.read(
    sql,
    named.map(({ id }) => id),
  );
  const faults: ProblemItem[] = named.flatMap(({ id, path }) =>
    documents.faultsOf(id, null).map(({ code, detail }) => ({ code, detail, pointer: pointerOf(path) })),
  );
  if (content?.kind !== 'template') return faults;
  const known = await sql(`select from pli.template_versions where id = $1 and state <> 'withdrawn'`, [
    content.templateVersionId,
  ]);
  if (known.length > 0) return faults;
  const detail = 'There is no such template version in this account and mode, or it was withdrawn.';
  const pointer = pointerOf(['content', 'templateVersionId']);
  return [...faults, { code: 'template_version_unknown', detail, pointer }];
}

function withSame(row: DraftLetter, { content, attachments, sender, options }: SameInAll): DraftLetter {
  const changed: DraftLetter = {
    ...row,
    ...(content?.kind === 'document' && {
      document_id: content.documentId,
      document_pages: content.documentId === row.document_id ? row.document_pages : null,
      address_page: content.addressPage ?? row.address_page ?? 'auto',
      template_version_id: null,
      data: null,
    }),
    ...(content?.kind === 'template' && {
      template_version_id: content.templateVersionId,
      document_id: null,
      document_pages: null,
      address_page: null,
      data: row.data ?? {},
    }),
    ...(attachments && {
      attachment_ids: attachments.map(({ documentId }) => documentId),
      attachment_pages: attachments.map(({ pages }) => pages ?? ''),
    }),
    ...(sender !== undefined && { sender }),
    ...(options && { options: { ...row.options, ...options }, service: options.service ?? row.service }),
  };
  const { recipient, data, client_reference } = changed;
  const said = { recipient, sender: changed.sender, data, client_reference };
  return { ...changed, content_hash: letterContentHash(changed.content_key, said) };
}

/** A fault of one of several stored letters names it, not a place in the call's body. */
function ofLetter({ pointer = '', ...fault }: ProblemItem, rows: readonly DraftLetter[]): ProblemItem {
  const [, index = '', inside = ''] = /^\/letters\/(\d+)(.*)$/.exec(pointer) ?? [];
  const letterId = rows[Number(index)]?.id;
  return { ...fault, pointer: inside, ...(letterId !== undefined && { letterId }) };
}
