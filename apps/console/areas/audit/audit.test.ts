import { readFileSync } from 'node:fs';
import { inLedger } from '#database/ledger';
import { siteScope } from '#database/scope';
import { ownNamespace, type OwnNamespace } from '../../../../workflows/testing/own-namespace.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { putIntoLot } from '../../../api/testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../../../api/testing/sample-site.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let temporal: OwnNamespace;
let c: OpenConsole;
let auditor: PersonClient;
let letterId: string;

beforeAll(async () => {
  temporal = await ownNamespace();
  c = await openConsole({
    environment: { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace },
  });
  const { site, customer, template } = await setUpFloor(c.t);
  const order = await customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: [letterTo(template), letterTo(template)],
    submit: true,
  });
  letterId = order.letters[0]?.id ?? '';
  const lot = await putIntoLot(
    c.t.database,
    site,
    order.letters.map(({ id }) => id),
    { lot: 'inserting', pieces: ['trayed', 'trayed'] },
  );
  const workflow = `lot/${lot.lotId}`;
  const started = await temporal.client.workflow.start('lot', {
    workflowId: workflow,
    taskQueue: 'nobody',
    args: [{ siteId: site.id, lotId: lot.lotId }],
  });
  const act = {
    actor: 'workflow:openLot',
    cause: { workflow, run: started.firstExecutionRunId, bundle: 'ab'.repeat(32) },
  };
  await inLedger(
    c.t.database.worker,
    siteScope(site.id),
    act,
    () => new Date(),
    async (tx) => tx.tell(`site/${site.id}`, 'lot', lot.lotId, 'lot.opened', {}),
  );
  auditor = await c.t.signIn({ role: 'auditor', name: 'Ada' });
});
afterAll(async () => {
  await c.stop();
  await temporal.close();
});

test('an auditor finds a letter, sees its chain checked, reads its processes in words and takes all of it away', async () => {
  const page = await c.visit('/audit', { as: auditor });
  await page.getByRole('heading', { level: 1, name: 'Contrôle' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'audit-search');
  // As a scanner does: text, then Enter.
  await page.getByLabel('Numéro').fill(`${letterId}.1`);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: letterId }).click();
  await page.getByRole('heading', { level: 1, name: 'Lettre contrôlée' }).waitFor();
  // Account, site and provider (that it is read).
  await expect(
    page
      .getByText(/^La chaîne tient/)
      .nth(2)
      .waitFor(),
  ).resolves.toBeUndefined();
  const events = page.getByRole('list', { name: 'Événements sur cette lettre' });
  await events.getByText('Empreinte juste').first().waitFor();
  expect(await events.getByText('Empreinte fausse').count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'audit-letter');
  await events.locator('summary').first().click();
  await page.getByText('Empreinte précédente').first().waitFor();
  await page.getByRole('button', { name: 'Lire l’historique' }).click();
  await page.getByText('Le processus commence : Lot').waitFor();
  await expectAccessible(page);
  await picture(page, 'audit-history');
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tout télécharger (zip)' }).click();
  const file = await (await arrives).path();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});

test('in English, in the dark, on a telephone: an event that was changed shows where the chain breaks', async () => {
  const [victim] = await c.t.database.asOwner<{ number: string }>(
    `update pli.events set data = data || '{"forged": true}' where subject_id = $1 and type = 'piece.planned' returning number`,
    [`${letterId}.1`],
  );
  const page = await c.visit(`/audit/letters/${letterId}`, { as: auditor, language: 'en', scheme: 'dark', width: 360 });
  await page.getByRole('heading', { level: 1, name: 'Letter under audit' }).waitFor();
  await page.getByText(`The chain breaks at event no. ${victim?.number}`).waitFor();
  await page.getByText(/it was changed afterwards/).waitFor();
  expect(await page.getByText('Hash is wrong').count()).toBe(1);
  await expectAccessible(page);
  await picture(page, 'audit-broken-dark-360');
});
