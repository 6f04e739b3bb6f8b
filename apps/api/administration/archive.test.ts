import { createHash } from 'node:crypto';
import type { ArchivedFile, ArchivedFileStory } from '#contracts/api/archive';
import type { EventView } from '#contracts/api/events';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { siteScope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import { archiveFile } from '../testing/archived-file.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let accountId: string;
let siteId: string;
let now = new Date('2027-03-02T09:00:00Z');
beforeAll(async () => {
  t = await runApi({ clock: () => now });
  siteId = (await setUpSite(t)).id;
  ({ customer, accountId } = await setUpCustomer(t, siteId));
});
afterAll(() => t.stop());

const pages = Buffer.from('%PDF-1.7 the pages that were printed');

/** A letter that was sent and erased, its file in the archive as the print room's erasure leaves it. */
async function archived(
  sentAt: string,
  keepUntil: string | null,
  recipient: string,
): Promise<{ id: string; letterId: string }> {
  const order = await customer.post<OrderReceipt>('/v1/orders', {
    options: { archive: { kind: 'simple' } },
    letters: [letterTo(await setUpTemplate(customer))],
    submit: true,
  });
  const letterId = order.letters[0]?.id ?? '';
  const of = { accountId, siteId, orderId: order.id, letterId };
  const id = await archiveFile(t, of, pages, {
    recipient,
    client_reference: 'F-12',
    created_at: now,
    sent_at: new Date(sentAt),
    keep_until: keepUntil === null ? null : new Date(keepUntil),
  });
  await write(t.database.worker, siteScope(siteId), async (tx) => {
    const set = { erased_at: now };
    const content = { recipient: null, sender: null, data: null, client_reference: null, content_key: null };
    await tx.change('letter', 'letter.erased', [{ id: letterId, set, content }]);
  });
  return { id, letterId };
}

test('a file is found by its recipient, read with its hash, and each reading is told', async () => {
  const { id, letterId } = await archived(
    '2027-03-01T10:00:00Z',
    '2028-03-01T10:00:00Z',
    'Mairie de Lyon, Madame Fontaine',
  );
  const { rows } = await customer.post<{ rows: ArchivedFile[] }>('/v1/archive/search', { text: 'fontaine' });
  expect(rows).toMatchObject([{ id, letterId, state: 'kept', clientReference: 'F-12', bytes: pages.length }]);
  const file = await customer.call<Buffer>('GET', `/v1/archive/${id}/file.pdf`);
  expect(createHash('sha256').update(file.body).digest('hex')).toBe(rows[0]?.sha256);
  // The letter's own pages are erased: they come from the archive.
  const { body } = await customer.call<Buffer>('GET', `/v1/letters/${letterId}/composed.pdf`);
  expect(body).toEqual(pages);
  const story = await customer.get<ArchivedFileStory>(`/v1/archive/${id}`);
  expect(story.accesses).toHaveLength(2);
  const { events } = await customer.get<{ events: EventView[] }>('/v1/events?limit=1000');
  expect(events.filter(({ type, subjectId }) => type === 'archive.opened' && subjectId === id)).toHaveLength(2);
});

test('a file whose time is over, or that its account ended, is not given out any more, and the list says so', async () => {
  const over = await archived('2026-03-01T10:00:00Z', '2027-03-02T09:30:00Z', 'Clinique');
  const ended = await archived('2026-04-01T10:00:00Z', null, 'Syndic');
  now = new Date('2027-03-02T10:00:00Z');
  const refused = async (id: string) => (await customer.call<Problem>('GET', `/v1/archive/${id}/file.pdf`)).body.code;
  expect(await refused(over.id)).toBe('content_erased');
  expect(await customer.get(`/v1/archive/${over.id}`)).toMatchObject({ reason: 'term_over', recipient: null });
  expect(await customer.post(`/v1/archive/${ended.id}/end`)).toMatchObject({ reason: 'asked', sha256: null });
  expect(await refused(ended.id)).toBe('content_erased');
  expect((await customer.call<Problem>('GET', `/v1/letters/${ended.letterId}/composed.pdf`)).body.code).toBe(
    'content_erased',
  );
  const { rows } = await customer.get<{ rows: ArchivedFile[] }>('/v1/archive?from=2026-03-01&to=2026-12-31');
  expect(rows.map(({ id }) => id)).toEqual([ended.id, over.id]);
});
