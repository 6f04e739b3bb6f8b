import { addressee } from '../demonstration/addressees.ts';
import { customers, type CustomerName } from '../demonstration/customers.ts';
import { Dice } from '../demonstration/dice.ts';
import type { Letters } from './large-order.ts';

/** A short letter on one page, as a town sends a hundred thousand of: one paragraph, one date, one sum. */
export const shortTemplate = {
  html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Avis {{ number }}</title><style>
@page { size: A4; margin: 120mm 20mm 20mm 25mm } body { margin: 0; font: 10.5pt/1.5 "Liberation Serif", serif }
</style></head><body><p>Avis n° {{ number }}</p><p>Le relevé de votre compteur est prévu le {{ day }}. Merci de laisser le regard
accessible. Si vous êtes absent, notez l’index au dos de cette lettre ({{ index }} m³ au dernier relevé) et renvoyez-la.</p>
<p>Le service des eaux</p></body></html>`,
  schema: {
    type: 'object',
    properties: { number: { type: 'string' }, day: { type: 'string' }, index: { type: 'integer' } },
    required: ['number', 'day', 'index'],
    additionalProperties: false,
  },
  data: { number: '1', day: '3 mars', index: 120 },
};

/** Short letters of a customer, always the same for the same call. */
export function shortLetters(customer: CustomerName, version: string, call: number, count: number): Letters {
  const dice = new Dice(1 + call);
  const letters = Array.from({ length: count }, (_, i) => ({
    recipient: addressee(dice),
    content: {
      kind: 'template',
      templateVersionId: version,
      data: { number: `${call}-${i}`, day: `${1 + dice.below(28)} mars`, index: dice.below(900) },
    },
  }));
  return { letters, sender: customers[customer].sender };
}
