import { randomUUID } from 'node:crypto';
import { newId } from '#contracts/new-id';
import { accountScope } from '#database/scope';
import { testMasterKey } from '#database/testing/fixtures';
import { networksOf } from '#telling/networks';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import type { Settings } from '../settings.ts';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../testing/sample-site.ts';
import { WebhooksService } from './webhooks.service.ts';

let t: ApiUnderTest;
let account: string;
beforeAll(async () => {
  t = await runApi();
  account = (await setUpCustomer(t, (await setUpSite(t)).id)).accountId;
});
afterAll(() => t?.stop());

const callOf = (key: string): Call => ({
  caller: {
    keyId: newId('key'),
    role: 'customer',
    scopes: ['webhooks:write'],
    account,
    mode: 'test',
    scope: accountScope(account, 'test'),
  },
  requestId: randomUUID(),
  idempotencyKey: key,
  requestHash: () => Buffer.alloc(32, 1),
  gone: () => new AbortController().signal,
  replayed: false,
});

test('a webhook made once is answered again with its secret, even when its address could not be taken any more', async () => {
  const ledger = new ScopedLedger(t.database.api, () => new Date(), testMasterKey);
  const serviceWhere = (networks: string) =>
    new WebhooksService(ledger, testMasterKey, { WEBHOOK_ALLOWED_NETWORKS: networksOf(networks) } as Settings);
  const given = { url: 'http://127.0.0.1:9/' };
  const made = await serviceWhere('127.0.0.0/8').create(callOf('one'), given);
  expect(made.secret).toMatch(/^whsec_/);
  const again = callOf('one');
  expect(await serviceWhere('').create(again, given)).toEqual(made);
  expect(again.replayed).toBe(true);
  await expect(serviceWhere('').create(callOf('two'), given)).rejects.toMatchObject({ code: 'webhook_url_refused' });
});
