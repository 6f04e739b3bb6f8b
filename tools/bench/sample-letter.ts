import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';

type InvoiceData = Record<string, unknown> & { invoice: Record<string, unknown> };

/** The two-page invoice of the samples: its Liquid template, its schema, and its data under any number. */
export async function sampleInvoice() {
  const folder = join(rootFolder, 'tools/demonstration/samples/invoice');
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const data = JSON.parse(await read('data.json')) as InvoiceData;
  const numbered = (n: number): InvoiceData => ({ ...data, invoice: { ...data.invoice, number: `F-${n}` } });
  return { html: await read('template.html'), numbered };
}
