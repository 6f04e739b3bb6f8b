import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';
import type { Dice } from './dice.ts';

const folder = join(rootFolder, 'tools/demonstration/samples');

export type SampleName = 'invoice' | 'reminder' | 'tax-notice';
export type SamplePdf = 'tax-notice/notice-explicative' | 'office-letter/convocation';

/** A sample template as it is offered to the API. */
export function sampleTemplate(name: SampleName): { html: string; schema: object; data: object } {
  return {
    html: readFileSync(join(folder, name, 'template.html'), 'utf8'),
    schema: readJson(name, 'schema.json'),
    data: readJson(name, 'data.json'),
  };
}

/** A sample document: the notice that goes with the tax notice, and a letter made by an office program. */
export function samplePdf(name: SamplePdf): Buffer {
  return readFileSync(join(folder, `${name}.pdf`));
}

/**
 * The data of one more letter, and the sender's own number of it: the sample's with other quantities, numbers and sums, which add up.
 * @param to how the recipient is called
 */
export function sampleData(name: SampleName, to: string, dice: Dice): { data: object; reference: string } {
  const number = String(1000 + dice.below(9000));
  if (name === 'invoice') {
    const data = invoice(readJson<Invoice>(name, 'data.json'), number, dice);
    return { data, reference: data.invoice.number };
  }
  if (name === 'reminder') {
    const data = reminder(readJson<Reminder>(name, 'data.json'), number, to, dice);
    return { data, reference: `R-${data.invoice.number}` };
  }
  const data = taxNotice(readJson<TaxNotice>(name, 'data.json'), number, dice);
  return { data, reference: data.notice.number };
}

interface Invoice {
  invoice: { number: string };
  customer: { number: string };
  groups: { lines: { quantity: number; unitPrice: number; total: number }[] }[];
  vat: { base: number; amount: number; rate: number }[];
  totals: { net: number; vat: number; deposit: number; due: number };
}

function invoice(data: Invoice, number: string, dice: Dice): Invoice {
  const groups = data.groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => {
      const quantity = line.quantity + dice.below(3);
      return { ...line, quantity, total: Math.round(quantity * line.unitPrice) };
    }),
  }));
  const net = groups.flatMap(({ lines }) => lines).reduce((sum, { total }) => sum + total, 0);
  const vat = Math.round(net * 0.2);
  const { deposit } = data.totals;
  return {
    ...data,
    invoice: { ...data.invoice, number: `F-2025-0${number}` },
    customer: { number: `C-0${number}` },
    groups,
    vat: [{ rate: 20, base: net, amount: vat }],
    totals: { net, vat, deposit, due: net + vat - deposit },
  };
}

interface Reminder {
  level: number;
  customer: { number: string; greeting: string };
  invoice: { number: string };
  lines: { number: string; amount: number; paid: number; rest: number }[];
  total: number;
}

function reminder(data: Reminder, number: string, to: string, dice: Dice): Reminder {
  const lines = data.lines.map((line, index) => {
    const amount = line.amount + 100 * dice.below(400);
    return { ...line, number: index === 0 ? line.number : `VO-2025-${number}`, amount, rest: amount - line.paid };
  });
  return {
    ...data,
    level: 1 + dice.below(2),
    customer: { number: `71-2${number}`, greeting: to },
    invoice: { number: `VO-2025-${number}` },
    lines,
    total: lines.reduce((sum, { rest }) => sum + rest, 0),
  };
}

interface TaxNotice {
  notice: { number: string; paid: number; due: number };
  payer: { number: string };
  lines: { label: string; base: string; rate: number; amount: number }[];
}

function taxNotice(data: TaxNotice, number: string, dice: Dice): TaxNotice {
  const extra = 1 + dice.below(20);
  const lines = data.lines.map((line) =>
    line.label.startsWith('Levées supplémentaires')
      ? { ...line, base: `${extra} levées`, amount: extra * line.rate }
      : line,
  );
  const due = lines.reduce((sum, { amount }) => sum + amount, 0) - data.notice.paid;
  return {
    ...data,
    notice: { ...data.notice, number: `OM-2025-00${number}`, due },
    payer: { ...data.payer, number: `77-118-${number}` },
    lines,
  };
}

function readJson<T extends object>(name: SampleName, file: string): T {
  return JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as T;
}
