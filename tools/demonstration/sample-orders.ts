import type { PostalAddress } from '#domain/address';
import type { OrderOptions } from '#domain/options';
import { addressee } from './addressees.ts';
import { customers, type CustomerName } from './customers.ts';
import { Dice } from './dice.ts';
import { sampleData, type SampleName } from './sample-data.ts';

/** What a sample letter is made of: a template with data and perhaps an attachment, or a document of an office program. */
export type SampleContent = { template: SampleName; withNotice?: true } | { document: 'convocation' };

interface SampleOrder {
  readonly name: string;
  readonly customer: CustomerName;
  readonly letters: number;
  readonly content: SampleContent;
  readonly options: Partial<OrderOptions>;
}

/** All three envelopes, both sides and one, three services, templates with and without attachment, and an office program's PDF. */
export const sampleOrders: readonly SampleOrder[] = [
  { name: 'invoices', customer: 'electrician', letters: 14, content: { template: 'invoice' }, options: {} },
  { name: 'reminders', customer: 'nursery', letters: 9, content: { template: 'reminder' }, options: {} },
  {
    name: 'flat-invoices',
    customer: 'electrician',
    letters: 4,
    content: { template: 'invoice' },
    options: { envelope: 'C4', sides: 'simplex', colour: 'colour' },
  },
  {
    name: 'economy-reminders',
    customer: 'nursery',
    letters: 5,
    content: { template: 'reminder' },
    options: { service: 'economy', sides: 'simplex', envelope: 'C5' },
  },
  {
    name: 'tax-notices',
    customer: 'community',
    letters: 8,
    content: { template: 'tax-notice', withNotice: true },
    options: { service: 'registered' },
  },
  {
    name: 'large-tax-notices',
    customer: 'community',
    letters: 3,
    content: { template: 'tax-notice', withNotice: true },
    options: { envelope: 'C4' },
  },
  {
    name: 'convocations',
    customer: 'manager',
    letters: 7,
    content: { document: 'convocation' },
    options: { envelope: 'C5', archive: { kind: 'simple' } },
  },
];

export const sampleLetters = sampleOrders.reduce((sum, { letters }) => sum + letters, 0);

/** Ids, in a customer's account, of what its letters are made of. */
export interface Materials {
  readonly templates: Readonly<Partial<Record<SampleName, string>>>;
  readonly notice?: string;
  readonly convocation?: string;
}

/** The body of `POST /v1/orders` for letters of that content: always the same for the same dice. */
export function orderBody(
  order: Pick<SampleOrder, 'customer' | 'letters' | 'content' | 'options'>,
  materials: Materials,
  dice: Dice,
): object {
  const letters = Array.from({ length: order.letters }, () => {
    const recipient = addressee(dice);
    return { recipient, ...letterOf(order.content, recipient, materials, dice) };
  });
  return { options: order.options, sender: customers[order.customer].sender, letters, submit: true };
}

function letterOf(what: SampleContent, recipient: PostalAddress, materials: Materials, dice: Dice): object {
  const { templates, notice, convocation } = materials;
  if ('document' in what) return { content: { kind: 'document', documentId: convocation } };
  const to = recipient.name?.startsWith('Monsieur') ? 'Monsieur' : recipient.name ? 'Madame' : 'Madame, Monsieur';
  const { data, reference } = sampleData(what.template, to, dice);
  return {
    content: { kind: 'template', templateVersionId: templates[what.template], data },
    clientReference: reference,
    ...(what.withNotice && { attachments: [notice] }),
  };
}

/** The body of a sample order and the key under which it is sent, once however often it is tried. */
export function sampleOrder(order: SampleOrder, materials: Materials): { body: object; key: string } {
  const seed = 1000 + sampleOrders.indexOf(order);
  return { body: orderBody(order, materials, new Dice(seed)), key: `sample-${order.name}` };
}
