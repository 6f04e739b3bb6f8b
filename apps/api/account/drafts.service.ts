import { Injectable } from '@nestjs/common';
import { LETTERS_AN_ORDER, type LettersReceipt, type NewLetters } from '#contracts/api/letters';
import type { OrderChange } from '#contracts/api/orders';
import { deleteDraft } from '#database/delete-draft';
import { MailError } from '#domain/mail-error';
import type { OrderOptions } from '#domain/options';
import { orderOptionsSchema } from '#domain/options-schema';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound, refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { pointerOf } from '../http/validation.pipe.ts';
import { contentFaults, draftRows } from './letter-rows.ts';
import { letterheadFaults } from './named-documents.ts';
import { draftForChange, insertDraftLetters, type StoredDraft } from './order-rows.ts';
import { TemplateData } from './template-data.ts';

const withoutContent = 'recipient = null, sender = null, data = null, client_reference = null, content_key = null';

/** Changes to drafts. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
  ) {}

  /** Adds letters. Each is checked as far as it can be without a print room: its address, its data, what it refers to. */
  addLetters(call: Call, orderId: string, given: NewLetters): Promise<LettersReceipt> {
    return this.ledger.once(call, 201, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      if (order.letters + given.letters.length > LETTERS_AN_ORDER)
        throw new MailError(
          'order_full',
          `An order holds at most ${LETTERS_AN_ORDER} letters; this one has ${order.letters}. Make another order.`,
        );
      const [last] = await tx.sql<{ position: number | null }>(
        `select max(position) as position from pli.letters where order_id = $1`,
        [orderId],
      );
      const rows = draftRows(given.letters, {
        orderId,
        ...customerOf(call),
        firstPosition: (last?.position ?? 0) + 1,
        sender: given.sender,
        service: order.options.service,
        at: tx.at,
      });
      refuseWith('letters_invalid', await contentFaults(tx.sql, rows, this.templates), 'the letters');
      const letterCount = order.letters + rows.length;
      await tx.sql(`update pli.orders set letters = $2 where id = $1`, [orderId, letterCount]);
      await insertDraftLetters(tx.sql, rows);
      return { orderId, letterCount, letters: rows.map(({ id, position }) => ({ id, position })) };
    });
  }

  /** Changes options; what is not named stays. */
  change(call: Call, orderId: string, { options, without }: OrderChange): Promise<void> {
    return this.ledger.write(call, async ({ sql }) => {
      const order = await draftForChange(sql, orderId);
      refuseWith('request_invalid', await letterheadFaults(sql, options));
      const { clientReference, costCentre, ...kept } = mergedOptions(order, options, without);
      await sql(`update pli.orders set options = $2, client_reference = $3, cost_centre = $4 where id = $1`, [
        orderId,
        JSON.stringify(kept),
        clientReference ?? null,
        costCentre ?? null,
      ]);
    });
  }

  /** Deletes a draft with everything that was written in it. */
  delete(call: Call, orderId: string): Promise<void> {
    return this.ledger.write(call, async (tx) => {
      await draftForChange(tx.sql, orderId);
      await deleteDraft(tx, orderId);
    });
  }

  /** Takes a letter out. Its place in the order stays empty. */
  deleteLetter(call: Call, orderId: string, letterId: string): Promise<void> {
    return this.ledger.write(call, async ({ sql, at }) => {
      await draftForChange(sql, orderId);
      const deleted = await sql(
        `update pli.letters set state = 'deleted', state_since = $3, erased_at = $3, ${withoutContent}
         where id = $2 and order_id = $1 and state = 'draft' returning id`,
        [orderId, letterId, at],
      );
      if (deleted.length === 0) throw notFound('letter in this draft');
      await sql(`update pli.orders set letters = letters - 1 where id = $1`, [orderId]);
    });
  }
}

/** @throws Refusal `request_invalid` when the options contradict each other after the change */
function mergedOptions(
  order: StoredDraft,
  change: OrderChange['options'],
  without: OrderChange['without'],
): OrderOptions {
  const references = {
    ...(order.client_reference === null ? {} : { clientReference: order.client_reference }),
    ...(order.cost_centre === null ? {} : { costCentre: order.cost_centre }),
  };
  const { error, data } = orderOptionsSchema.safeParse({
    ...order.options,
    ...references,
    ...change,
    ...Object.fromEntries(without.map((name) => [name, undefined])),
  });
  refuseWith(
    'request_invalid',
    (error?.issues ?? []).map(({ message, path }) => ({
      code: 'option_conflict',
      detail: message,
      pointer: pointerOf(['options', ...path.map(String)]),
    })),
  );
  return data as OrderOptions;
}
