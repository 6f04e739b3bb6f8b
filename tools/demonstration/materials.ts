import { setTimeout as delay } from 'node:timers/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentView } from '#contracts/api/documents';
import type { TemplateVersionView, TemplateView } from '#contracts/api/templates';
import type { PliApi } from './api-client.ts';
import type { CustomerName } from './customers.ts';
import { samplePdf, sampleTemplate, type SampleName, type SamplePdf } from './sample-data.ts';
import { sampleOrders, type Materials } from './sample-orders.ts';

/** How long the print room may take to prove a sample template. */
const APPROVAL_MS = 2 * 60_000;

/** Puts into a customer's account what its sample letters are made of: templates, approved, and documents. Repeating it adds nothing. */
export async function prepareMaterials(api: PliApi, customer: CustomerName): Promise<Materials> {
  const contents = sampleOrders.filter((order) => order.customer === customer).map(({ content }) => content);
  const templates: Partial<Record<SampleName, string>> = {};
  for (const what of contents) {
    if ('template' in what) templates[what.template] ??= await approvedTemplate(api, what.template);
  }
  const documents = new Set(contents.flatMap((what) => ('document' in what ? what.document : [])));
  return {
    templates,
    ...(contents.some(({ notices }) => notices !== undefined) && {
      notice: await uploaded(api, 'tax-notice/notice-explicative'),
    }),
    ...(documents.has('convocation') && { convocation: await uploaded(api, 'office-letter/convocation') }),
    ...(documents.has('dossier') && { dossier: await uploaded(api, 'office-letter/convocation', DOSSIER_COPIES) }),
  };
}

/** A dossier of 48 sheets on both sides: over 250 g, whatever envelope it is in. */
const DOSSIER_COPIES = 48;

/** The id of the approved version of a sample template. */
async function approvedTemplate(api: PliApi, name: SampleName): Promise<string> {
  const { html, schema, data } = sampleTemplate(name);
  const once = `template-${name}`;
  const template = await api.post<TemplateView>('/v1/templates', { name: titles[name] }, once);
  const versions = `/v1/templates/${template.id}/versions`;
  const added = await api.post<TemplateVersionView>(
    versions,
    { html, dataSchema: schema, sampleData: data },
    `${once}-1`,
  );
  await api.post(`${versions}/${added.version}/approve`, undefined, `${once}-1-approve`);
  await approval(api, `${versions}/${added.version}`);
  return added.id;
}

/** A version is approved when the print room has composed its sample; until then it is asked for again and again. */
async function approval(api: PliApi, version: string): Promise<void> {
  for (const deadline = Date.now() + APPROVAL_MS; ; await delay(200)) {
    const { state } = await api.get<TemplateVersionView>(version);
    if (state === 'approved') return;
    if (state === 'draft') throw new Error(`The sample template ${version} was not approved: read there why.`);
    if (Date.now() > deadline) throw new Error(`The sample template ${version} is still ${state}.`);
  }
}

const titles: Readonly<Record<SampleName, string>> = {
  invoice: 'Facture',
  reminder: 'Relance',
  'tax-notice': 'Avis de redevance',
};

async function uploaded(api: PliApi, name: SamplePdf, copies = 1): Promise<string> {
  const pdf = copies === 1 ? samplePdf(name) : await repeated(samplePdf(name), copies);
  return (await api.upload<DocumentView>('/v1/documents', pdf, `${name}-${copies}`)).id;
}

/** The pages of a PDF so many times over. */
async function repeated(pdf: Uint8Array, copies: number): Promise<Uint8Array> {
  const source = await PDFDocument.load(pdf);
  const long = await PDFDocument.create();
  for (let copy = 0; copy < copies; copy++)
    for (const page of await long.copyPages(source, source.getPageIndices())) long.addPage(page);
  return long.save();
}
