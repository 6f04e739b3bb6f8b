import type { z } from 'zod';
import { newOrder } from '#contracts/api/orders';
import { newId } from '#contracts/new-id';
import { dataCheck } from '#documents/template';
import { sampleTemplate, type SampleName } from './sample-data.ts';
import { customers } from './customers.ts';
import { dayProfile } from './day.ts';
import { everydayOrders, sampleLetters, sampleOrder, sampleOrders } from './sample-orders.ts';

const materials = {
  templates: {
    invoice: newId('template_version'),
    reminder: newId('template_version'),
    'tax-notice': newId('template_version'),
  },
  notice: newId('document'),
  convocation: newId('document'),
  dossier: newId('document'),
};
const asked = (order: (typeof sampleOrders)[number]) => newOrder.parse(sampleOrder(order, materials).body);

const lettersOf = (orders: readonly (typeof sampleOrders)[number][]) =>
  orders.reduce((n, { letters }) => n + letters, 0);
const printable = sampleOrders.filter(({ name }) => name !== 'economy-too-heavy');

test('the samples fill a slip of 200 under the print room’s own contract, and come in all three envelopes', () => {
  const shared = printable.filter(({ customer }) => customers[customer].terms.contractOwner === 'provider');
  expect(lettersOf(shared)).toBe(200);
  const letters = sampleOrders.flatMap((order) => asked(order).letters);
  expect(letters).toHaveLength(sampleLetters);
  expect(new Set(letters.map(({ content }) => content.kind))).toEqual(new Set(['template', 'document']));
  // An envelope that is left to Pli is a C5/6 for few sheets.
  expect(new Set(sampleOrders.map((order) => asked(order).options.envelope))).toEqual(new Set(['auto', 'C5', 'C4']));
});

test('two accounts fill one lot of the day, in two trays', () => {
  const class56 = everydayOrders.filter(({ name }) => ['invoices', 'reminders'].includes(name));
  expect(new Set(class56.map(({ customer }) => customer)).size).toBe(2);
  expect(lettersOf(class56)).toBe(dayProfile.lots.maxPieces);
  expect(Math.ceil(lettersOf(class56) / dayProfile.lots.tray.maxPieces)).toBe(2);
});

test.each(sampleOrders.filter(({ content }) => 'template' in content))(
  'the data of $name fit their template',
  (order) => {
    const { template } = order.content as { template: SampleName };
    const faults = dataCheck(sampleTemplate(template).schema);
    for (const { content } of asked(order).letters) {
      const { data } = content as Extract<
        z.output<typeof newOrder>['letters'][number]['content'],
        { kind: 'template' }
      >;
      expect(faults(data)).toEqual([]);
    }
  },
);

test('an order is the same each time it is sent', () => {
  for (const order of sampleOrders) expect(sampleOrder(order, materials)).toEqual(sampleOrder(order, materials));
});
