import { PDFDocument } from '@cantoo/pdf-lib';
import type { OrderReceipt } from '#contracts/api/orders';
import { archiveFile } from './archived-file.ts';
import type { ApiUnderTest, Client } from './running-api.ts';
import { putIntoLot } from './sample-lot.ts';
import { letterTo, setUpCarrier, setUpCustomer, setUpSite, setUpTemplate } from './sample-site.ts';

/** A customer and a print room that have one of each thing that a route can name, and the keys of others who have none of them. */
export interface OneOfEach {
  accountId: string;
  siteId: string;
  customer: Client;
  operator: Client;
  /** Another account at the same print room, one at another, and the same account in the other mode. */
  strangers: Record<string, Client>;
  /** Operators of another print room, of the same and of the other mode. */
  neighbours: Record<string, Client>;
  /** By prefix, as the customer names its own; `site` what the print room names of it. */
  ids: Record<string, string>;
  atSite: Record<string, string>;
}

const A4 = [595.28, 841.89] as const;

export async function setUpOneOfEach(t: ApiUnderTest): Promise<OneOfEach> {
  const site = await setUpSite(t);
  const other = await setUpSite(t);
  const live = await setUpSite(t, 'live');
  await setUpCarrier(t, site.id);
  const { accountId, customer } = await setUpCustomer(t, site.id);
  const operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  const version = await setUpTemplate(customer);
  const order = await customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(version)], submit: true });
  const draft = await customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(version)] });
  const letter = { order: order.letters[0]?.id ?? '', draft: draft.letters[0]?.id ?? '' };
  const of = { accountId, siteId: site.id, orderId: order.id, letterId: letter.order };
  const arc = await archiveFile(t, of, Buffer.from('%PDF-1.7'));
  const floor = await setUpFloorOf(t, operator, site, letter.order);
  return {
    accountId,
    siteId: site.id,
    customer,
    operator,
    strangers: {
      'another account at the same print room': (await setUpCustomer(t, site.id)).customer,
      'another account at another print room': (await setUpCustomer(t, other.id)).customer,
      'the other mode': await t.makeKey({ role: 'customer', accountId, mode: 'live', name: 'live' }),
    },
    neighbours: {
      'another print room': await t.makeKey({ role: 'operator', siteId: other.id, name: 'neighbour' }),
      'a live print room': await t.makeKey({ role: 'operator', siteId: live.id, name: 'live neighbour' }),
    },
    ids: {
      ...(await setUpContent(customer, version, draft.id, letter.draft)),
      arc,
      ord: draft.id,
      let: letter.draft,
      mbr: (await t.signIn({ role: 'sender', accountId })).membership,
      key: await keyIdOf(t, accountId),
    },
    atSite: { ...floor, ord: order.id, let: letter.order },
  };
}

/** A key that nobody else of the test uses: a route revokes it. */
async function keyIdOf(t: ApiUnderTest, accountId: string): Promise<string> {
  await t.makeKey({ role: 'customer', accountId, mode: 'test', name: 'to revoke' });
  const [key] = await t.database.asOwner<{ id: string }>(
    `select id from pli.api_keys where account_id = $1 and mode = 'test' order by id desc limit 1`,
    [accountId],
  );
  return key?.id ?? '';
}

async function setUpContent(customer: Client, version: string, orderId: string, letterId: string) {
  const made = async (path: string, body: unknown) => (await customer.post<{ id: string }>(path, body)).id;
  const pdf = await PDFDocument.create();
  pdf.addPage([...A4]);
  const { rows } = await customer.get<{ rows: { id: string }[] }>('/v1/templates');
  const content = { kind: 'template', templateVersionId: version };
  const webhook = await made('/v1/webhooks', { url: 'https://8.8.8.8/hook' });
  await customer.post(`/v1/webhooks/${webhook}/test`);
  const deliveries = await customer.get<{ rows: { id: string }[] }>(`/v1/webhooks/${webhook}/deliveries`);
  return {
    tpl: rows[0]?.id ?? '',
    tpv: version,
    doc: await made('/v1/documents', await pdf.save()),
    imp: await made('/v1/imports', { orderId: await made('/v1/orders', {}), letter: { content } }),
    prv: await made('/v1/previews?wait=0', { orderId, letterId }),
    ccn: await made('/v1/cost-centres', { code: 'DRH', label: 'Ressources humaines' }),
    whk: webhook,
    msg: deliveries.rows[0]?.id ?? '',
    tkt: await made('/v1/tickets', { subject: 'Où est ma lettre ?', text: 'Elle devait partir hier.', letterId }),
  };
}

async function setUpFloorOf(t: ApiUnderTest, operator: Client, site: { id: string; code: string }, letterId: string) {
  const lot = await putIntoLot(t.database, site, [letterId], { lot: 'inserting', pieces: ['trayed'] });
  const piece = lot.pieceIds[0] ?? '';
  const sealed = await operator.post<{ depositId: string }>(`/v1/site/trays/${lot.trayId}/seal`, { reason: 'full' });
  const [open] = await t.database.asOwner<{ id: string }>(
    `insert into pli.cases (id, site_id, mode, kind, deposit_id, piece_id, state, deadline_at, created_at)
     values ('cas_00000000000000000000000001', $1, 'test', 'missing_at_deposit', $2, $3, 'open', now(), now()) returning id`,
    [site.id, sealed.depositId, piece],
  );
  return { lot: lot.lotId, try: lot.trayId, dep: sealed.depositId, piece, cas: open?.id ?? '' };
}
