import { newId } from '#contracts/new-id';
import { processes, processId } from '#contracts/processes';
import { startWorkflow } from '#database/outbox';
import { testMasterKey, write, type TestSite } from '#database/testing/fixtures';
import { defaultOptions } from '#domain/options';
import { erasureActivities } from '../activities/erasure/index.ts';
import { previewActivities } from '../activities/preview/make-preview.ts';
import { claire, openHouse, type House, type MailingAccount } from './testing/house.ts';
import { keepHistory } from './testing/keep-history.ts';
import { PaperComposer } from './testing/paper-composer.ts';
import { skippedTime } from './testing/skipped-time.ts';

let house: House;
let site: TestSite;
let account: MailingAccount;
const composer = new PaperComposer();
beforeAll(async () => {
  house = await openHouse();
  site = await house.site();
  account = await house.account(site);
});
afterAll(() => house.close());

/** A preview that its account asked for, as the API writes it, waiting for the relay; it is looked at for a second. */
async function asked(data: object = { text: 'Bonjour' }, at = new Date()): Promise<string> {
  const id = newId('preview');
  const { id: account_id, mode } = account;
  const dueAt = new Date(at.getTime() + 60_000);
  const [contract] = await house.db.asOwner<{ id: string }>(`select id from pli.contracts where account_id = $1`, [
    account_id,
  ]);
  const letter = {
    ...{
      id,
      order_id: id,
      position: 1,
      account_id,
      mode,
      site_id: site.id,
      state: 'draft',
      state_since: at,
      created_at: at,
    },
    ...{ recipient: claire, sender: null, data, country: 'FR', postcode: claire.postcode, attachment_ids: [] },
    ...{ options: defaultOptions, service: 'priority', template_version_id: account.templateVersion },
  };
  await write(house.db.api, account.scope, async (tx) => {
    await tx.create('preview', 'preview.asked', [
      {
        ...{ id, account_id, mode, site_id: site.id, contract_id: contract?.id, state: 'making', letter },
        ...{ state_since: at, created_at: at, deadline_at: dueAt, valid_until: new Date(at.getTime() + 1000) },
      },
    ]);
    const input = { siteId: site.id, previewId: id, dueAt: dueAt.toISOString(), mode };
    const start = { siteId: site.id, accountId: account_id, process: processes.preview, input };
    await startWorkflow(tx.sql, { ...start, workflowId: processId.preview(id) }, tx.at);
  });
  return id;
}
const serving = <T>(work: () => Promise<T>) => {
  const deps = { ...house, composer, database: house.db.worker };
  const machines = { workDir: '/nonexistent', inserterFor: () => Promise.reject(new Error('no inserter')) as never };
  return house.serving(
    {
      compose: previewActivities(deps),
      records: erasureActivities({ ...deps, ...machines, masterKey: testMasterKey }),
    },
    work,
  );
};
const made = (id: string) => house.temporal.client.workflow.getHandle(processId.preview(id)).result();
const rowOf = async (id: string) =>
  (await house.db.asOwner<Record<string, unknown>>(`select * from pli.previews where id = $1`, [id]))[0];

test('a letter is made to be looked at, another is refused; erasing takes both when their time is over', async () => {
  const [good, bad] = [await asked(), await asked({ refuse: 'address_too_wide' })];
  const long = new Date(Date.now() - 3600_000);
  const old = await asked({ text: 'Adieu' }, long);
  await serving(async () => {
    await house.relay.round();
    await Promise.all([good, bad, old].map(made));
    expect(await rowOf(good)).toMatchObject({ state: 'ready', sheets: 1, postage_cents: 150, deadline_at: null });
    expect(await rowOf(bad)).toMatchObject({ state: 'refused', reason_code: 'address_too_wide', composed_blob: null });
    const workflowId = `erase/${site.id}/now`;
    await house.temporal.client.workflow.execute('erase', {
      workflowId,
      taskQueue: 'records',
      args: [{ siteId: site.id }],
    });
    await keepHistory(house.temporal.client, workflowId, 'erase-1');
  });
  await keepHistory(house.temporal.client, processId.preview(good), 'preview-1');
  await keepHistory(house.temporal.client, processId.preview(bad), 'preview-refused-1');
  expect(await rowOf(old)).toMatchObject({ state: 'erased', letter: null, composed_blob: null });
});

test('what is no fault of the letter waits for a person, calls an operator when it is late, and goes on when mended', async () => {
  const id = await asked({ text: 'Au revoir' });
  const workflowId = processId.preview(id);
  const papers = (to: string) => house.db.asOwner(`update pli.stocks set valid_from = ${to} where kind = 'paper'`);
  await papers(`valid_from + interval '30 days'`);
  const time = await skippedTime(house.temporal);
  await serving(async () => {
    const args = [{ siteId: site.id, previewId: id, dueAt: new Date(Date.now() + 40_000).toISOString() }];
    await time.startUntil('preview', { workflowId, taskQueue: 'records', args }, 50_000);
    expect(await rowOf(id)).toMatchObject({ state: 'making', trouble: { code: 'paper_not_stocked' } });
    const { searchAttributes } = await house.temporal.client.workflow.getHandle(workflowId).describe();
    expect(searchAttributes).toMatchObject({ PliNeedsOperator: [true] });
    await papers(`valid_from - interval '30 days'`);
    await time.passAll(workflowId);
    await made(id);
  });
  await keepHistory(house.temporal.client, workflowId, 'preview-mended-1');
  expect(await rowOf(id)).toMatchObject({ state: 'ready', trouble: null });
  await time.close();
});
