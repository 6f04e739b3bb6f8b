import type { z } from 'zod';
import { newOrder } from '#contracts/api/orders';
import { newId } from '#contracts/new-id';
import { dataCheck } from '#documents/template';
import { sampleTemplate, type SampleName } from './sample-data.ts';
import { sampleLetters, sampleOrder, sampleOrders } from './sample-orders.ts';

const materials = {
  templates: {
    invoice: newId('template_version'),
    reminder: newId('template_version'),
    'tax-notice': newId('template_version'),
  },
  notice: newId('document'),
  convocation: newId('document'),
};
const asked = (order: (typeof sampleOrders)[number]) => newOrder.parse(sampleOrder(order, materials).body);

test('the samples are at least 40 letters, in all three envelopes, from templates and from an office program', () => {
  const letters = sampleOrders.flatMap((order) => asked(order).letters);
  expect(letters).toHaveLength(sampleLetters);
  expect(sampleLetters).toBeGreaterThanOrEqual(40);
  expect(new Set(letters.map(({ content }) => content.kind))).toEqual(new Set(['template', 'document']));
  // An envelope that is left to Pli is a C5/6 for these few sheets.
  expect(new Set(sampleOrders.map((order) => asked(order).options.envelope))).toEqual(new Set(['auto', 'C5', 'C4']));
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
