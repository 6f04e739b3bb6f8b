import { setTimeout as delay } from 'node:timers/promises';
import type { OrderReceipt } from '#contracts/api/orders';
import { Refused, type PliApi } from '../../demonstration/api-client.ts';
import { samplePdf } from '../../demonstration/sample-data.ts';
import { submit } from '../../demonstration/send-samples.ts';

/** What the letters of every print room are made of, put into the customer's account once. */
export interface Materials {
  readonly templateVersionId: string;
  readonly documentId: string;
}

const sender = {
  kind: 'organisation',
  organisation: 'Les Moulins',
  streetNumber: '1',
  street: 'rue du Port',
  postcode: '44000',
  town: 'Nantes',
  country: 'FR',
} as const;

export async function prepareMail(customer: PliApi): Promise<Materials> {
  const template = await customer.post<{ id: string }>('/v1/templates', { name: 'Rappel' }, 'template');
  const { id: templateVersionId } = await customer.post<{ id: string }>(
    `/v1/templates/${template.id}/versions`,
    {
      html: '<div style="margin: 125mm 25mm 0 25mm">Madame, vous devez {{ total | euros }}.</div>',
      dataSchema: { type: 'object', properties: { total: { type: 'integer' } }, required: ['total'] },
      sampleData: { total: 1250 },
    },
    'version',
  );
  const pdf = samplePdf('office-letter/convocation');
  const { id: documentId } = await customer.upload<{ id: string }>('/v1/documents', pdf, 'document');
  return { templateVersionId, documentId };
}

/**
 * An order of letters of one and of two sheets in turn; the postcode puts them into this order in their lot. The same for every print room, so
 * that each letter is composed once.
 */
export async function sendMail(
  customer: PliApi,
  clientLog: string,
  { templateVersionId, documentId }: Materials,
  to: { siteId: string; key: string; service: 'priority' | 'registered'; letters: number },
): Promise<OrderReceipt> {
  const letters = Array.from({ length: to.letters }, (_, i) => ({
    recipient: {
      kind: 'person',
      name: `Madame Claire Fontaine ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i]}`,
      streetNumber: String(i + 1),
      street: 'rue des Lilas',
      postcode: `${String(i + 10)}000`,
      town: 'Lyon',
      country: 'FR',
    },
    content:
      i % 2 === 0 ? { kind: 'template', templateVersionId, data: { total: 1250 } } : { kind: 'document', documentId },
  }));
  const body = { siteId: to.siteId, options: { service: to.service }, sender, letters, submit: true };
  for (;;) {
    try {
      return await submit(customer, clientLog, body, to.key);
    } catch (error) {
      // The API keeps contracts in mind for two seconds: one made just now is seen then.
      if (!(error instanceof Refused) || error.code !== 'contract_missing') throw error;
      await delay(250);
    }
  }
}
