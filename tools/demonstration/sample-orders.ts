import type { PostalAddress } from '#domain/address';
import type { OrderOptions } from '#domain/options';
import { addressee, type Destination } from './addressees.ts';
import { customers, type CustomerName } from './customers.ts';
import { Dice } from './dice.ts';
import { sampleData, type SampleName } from './sample-data.ts';

/** What a sample letter is made of: a template with data, or a document of an office program; attachments are notices of a sheet each. */
export type SampleContent =
  { template: SampleName; notices?: number } | { document: 'convocation' | 'dossier'; notices?: number };

interface SampleOrder {
  readonly name: string;
  readonly customer: CustomerName;
  readonly letters: number;
  readonly content: SampleContent;
  readonly options: Partial<OrderOptions>;
  /** Where its letters go; mainland France when left out. */
  readonly to?: Destination;
}

/** Orders as any day brings them: all three envelopes, both sides and one, three services, templates and an office program's PDF. */
export const everydayOrders: readonly SampleOrder[] = [
  // These two share a lot of C5/6 that is full with them: two accounts, two trays.
  { name: 'invoices', customer: 'electrician', letters: 100, content: { template: 'invoice' }, options: {} },
  { name: 'reminders', customer: 'nursery', letters: 80, content: { template: 'reminder' }, options: {} },
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
    letters: 3,
    content: { template: 'reminder' },
    options: { service: 'economy', sides: 'simplex', envelope: 'C5' },
  },
  {
    name: 'tax-notices',
    customer: 'community',
    letters: 8,
    content: { template: 'tax-notice', notices: 1 },
    options: { service: 'registered' },
  },
  {
    name: 'large-tax-notices',
    customer: 'community',
    letters: 3,
    content: { template: 'tax-notice', notices: 1 },
    options: { envelope: 'C4' },
  },
  {
    name: 'convocations',
    customer: 'manager',
    letters: 5,
    content: { document: 'convocation' },
    options: { envelope: 'C5', archive: { kind: 'simple' } },
  },
];

/** Letters at the edges of the rules: weight bands, the fold, borders. A convocation is one sheet behind its address page. */
const edgeOrders: readonly SampleOrder[] = [
  { name: 'letter-of-19.97-g', customer: 'manager', ...edge({ document: 'convocation', notices: 1 }) },
  // Three sheets of its own would be 19.97 g: its address page brings it into the next band.
  { name: 'pushed-into-the-next-band', customer: 'manager', ...edge({ document: 'convocation', notices: 2 }) },
  { name: 'five-sheets', customer: 'manager', ...edge({ document: 'convocation', notices: 3 }) },
  { name: 'six-sheets', customer: 'manager', ...edge({ document: 'convocation', notices: 4 }) },
  { name: 'economy-too-heavy', customer: 'manager', ...edge({ document: 'dossier' }), options: { service: 'economy' } },
  { name: 'overseas', customer: 'electrician', ...edge({ template: 'invoice' }), letters: 2, to: 'overseas' },
  { name: 'to-belgium', customer: 'nursery', ...edge({ template: 'reminder' }), to: 'belgium' },
  { name: 'to-switzerland', customer: 'nursery', ...edge({ template: 'reminder' }), to: 'switzerland' },
];

function edge(content: SampleContent): Pick<SampleOrder, 'letters' | 'content' | 'options'> {
  return { letters: 1, content, options: {} };
}

/** What the customers send on the demonstration's day; 200 of these letters go under the print room's own carrier contract. */
export const sampleOrders: readonly SampleOrder[] = [...everydayOrders, ...edgeOrders];

export const sampleLetters = sampleOrders.reduce((sum, { letters }) => sum + letters, 0);

/** Ids, in a customer's account, of what its letters are made of. */
export interface Materials {
  readonly templates: Readonly<Partial<Record<SampleName, string>>>;
  readonly notice?: string;
  readonly convocation?: string;
  readonly dossier?: string;
}

/** The body of `POST /v1/orders` for letters of that content: always the same for the same dice. */
export function orderBody(
  order: Pick<SampleOrder, 'customer' | 'letters' | 'content' | 'options' | 'to'>,
  materials: Materials,
  dice: Dice,
): object {
  const letters = Array.from({ length: order.letters }, () => {
    const recipient = addressee(dice, order.to);
    return { recipient, ...letterOf(order.content, recipient, materials, dice) };
  });
  return { options: order.options, sender: customers[order.customer].sender, letters, submit: true };
}

function letterOf(what: SampleContent, recipient: PostalAddress, materials: Materials, dice: Dice): object {
  const attachments = Array.from({ length: what.notices ?? 0 }, () => materials.notice);
  if ('document' in what) return { content: { kind: 'document', documentId: materials[what.document] }, attachments };
  const to = recipient.name?.startsWith('Monsieur') ? 'Monsieur' : recipient.name ? 'Madame' : 'Madame, Monsieur';
  const { data, reference } = sampleData(what.template, to, dice);
  const content = { kind: 'template', templateVersionId: materials.templates[what.template], data };
  return { content, clientReference: reference, attachments };
}

/** The body of a sample order and the key under which it is sent, once however often it is tried. */
export function sampleOrder(order: SampleOrder, materials: Materials): { body: object; key: string } {
  const seed = 1000 + sampleOrders.indexOf(order);
  return { body: orderBody(order, materials, new Dice(seed)), key: `sample-${order.name}` };
}
