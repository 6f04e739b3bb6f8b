import { newId } from '#contracts/new-id';
import { processes, processId } from '#contracts/processes';
import { startWorkflow } from '#database/outbox';
import { inScope } from '#database/scope';
import { check } from '#database/checker/check';
import { write, type TestSite } from '#database/testing/fixtures';
import { Composer } from '#documents/composer';
import { toolsFromEnv } from '#documents/tools';
import { proofActivities } from '../activities/templates/proof-sample.ts';
import { sampleTemplate } from '../tools/demonstration/sample-data.ts';
import { openHouse, type House, type MailingAccount } from './testing/house.ts';
import { keepHistory } from './testing/keep-history.ts';

let house: House;
let composer: Composer;
let site: TestSite;
let account: MailingAccount;
beforeAll(async () => {
  house = await openHouse();
  composer = new Composer({ tools: toolsFromEnv(), pages: 1 });
  site = await house.site();
  account = await house.account(site);
});
afterAll(async () => {
  await composer.close();
  await house.close();
});

const page = '@page { size: A4; margin: 115mm 20mm 20mm 30mm }';
const letter = (body: string, style = page) => `<html lang="fr"><style>${style}</style><body>${body}</body></html>`;

/** A version whose approval was asked for, as the API writes it. */
async function asked(html: string, sample_data: object = { name: 'Exemple' }): Promise<string> {
  const [template, version] = [newId('template'), newId('template_version')];
  const owner = { account_id: account.id, mode: account.mode, created_at: new Date() };
  const dueAt = new Date(Date.now() + 60_000);
  await write(house.db.api, account.scope, async (tx) => {
    await tx.create('template', 'template.created', [{ id: template, name: 'Lettre', ...owner }]);
    const content = { html, data_schema: {}, sample_data };
    await tx.create('template_version', 'template_version.added', [
      { id: version, template_id: template, version: 1, state: 'draft', state_since: tx.at, ...content, ...owner },
    ]);
    const set = { state: 'proofing', deadline_at: dueAt, proofs: 1, asked_by: 'customer:key', reason_code: null };
    await tx.change('template_version', 'template_version.proof_asked', [{ id: version, set }]);
    const input = { siteId: site.id, versionId: version, proof: 1, dueAt: dueAt.toISOString(), mode: account.mode };
    const workflowId = processId.proofTemplate(version, 1);
    const start = { siteId: site.id, accountId: account.id, process: processes.proofTemplate, workflowId, input };
    await startWorkflow(tx.sql, start, tx.at);
  });
  return version;
}

/** Lets the processes run that were asked for, to their end. */
async function proofed(...versions: string[]): Promise<void> {
  await house.serving({ records: {}, compose: proofActivities({ ...house, composer }) }, async () => {
    await house.relay.round();
    for (const version of versions)
      await house.temporal.client.workflow.getHandle(processId.proofTemplate(version, 1)).result();
  });
}
const rowOf = async (version: string) =>
  (await house.db.asOwner<Record<string, unknown>>(`select * from pli.template_versions where id = $1`, [version]))[0];
/** The words of why it was not approved, as its account reads them. */
const wordsOf = (version: string) =>
  inScope(house.db.api, account.scope, async (sql) =>
    (await sql<{ text: string }>(`select text from pli.notes where subject_id = $1`, [version])).map(
      ({ text }) => text,
    ),
  );

test('a template that leaves its places empty is approved; the account is told', async () => {
  const version = await asked(letter('<p>Bonjour {{ name }}</p>'));
  await proofed(version);
  await keepHistory(house.temporal.client, processId.proofTemplate(version, 1), 'proof-template-1');
  expect(await rowOf(version)).toMatchObject({
    state: 'approved',
    deadline_at: null,
    reason_code: null,
    asked_by: 'customer:key',
  });
  expect((await rowOf(version))?.approved_at).toBeInstanceOf(Date);
  const events = await inScope(house.db.api, account.scope, (sql) =>
    sql<{ type: string }>(`select type from pli.events where subject_id = $1 order by number`, [version]),
  );
  expect(events.map(({ type }) => type)).toEqual([
    'template_version.added',
    'template_version.proof_asked',
    'template_version.approved',
  ]);
});

test('the templates of the demonstration are approved', async () => {
  const versions = [];
  for (const name of ['invoice', 'reminder', 'tax-notice'] as const) {
    const { html, data } = sampleTemplate(name);
    versions.push(await asked(html, data));
  }
  await proofed(...versions);
  for (const version of versions) expect(await rowOf(version)).toMatchObject({ state: 'approved', reason_code: null });
});

test('one that prints in the window, in the margin of a later page, or on other paper is a draft again and says where', async () => {
  const at = (x: number, y: number, text: string) =>
    `<div style="position:absolute;left:${x}mm;top:${y}mm">${text}</div>`;
  const borderless = '@page { size: A4; margin: 0 } body { margin: 0 }';
  const [window, margin, paper] = [
    await asked(letter(at(110, 55, 'NOTRE OFFRE') + at(30, 130, '{{ name }}'), borderless)),
    await asked(letter(at(30, 130, '{{ name }}') + at(4, 297 + 100, 'En marge'), borderless)),
    await asked(letter('<p>{{ name }}</p>', '@page { size: A5; margin: 100mm 10mm 10mm 30mm }')),
  ];
  await proofed(window, margin, paper);
  expect(await rowOf(window)).toMatchObject({
    state: 'draft',
    reason_code: 'zone_not_empty',
    deadline_at: null,
    approved_at: null,
  });
  expect(await wordsOf(window)).toEqual([
    expect.stringMatching(
      /^Page 1 prints at x \d+–\d+ mm, y \d+–\d+ mm, inside what the window may show .*Leave that place empty.*new version\.$/,
    ),
  ]);
  expect(await wordsOf(margin)).toEqual([expect.stringMatching(/^Page 2 prints at x \d+–\d+ mm, .* the left margin/)]);
  expect(await rowOf(paper)).toMatchObject({ state: 'draft', reason_code: 'page_not_a4' });
});

test('a version that was withdrawn meanwhile stays withdrawn', async () => {
  const version = await asked(letter('<p>{{ name }}</p>'));
  await write(house.db.api, account.scope, (tx) =>
    tx.change('template_version', 'template_version.withdrawn', [
      { id: version, set: { state: 'withdrawn', deadline_at: null } },
    ]),
  );
  await proofed(version);
  expect(await rowOf(version)).toMatchObject({ state: 'withdrawn', approved_at: null });
});

test('the checker finds each version to be what the ledger tells', async () => {
  const report = await check({ database: house.db.checker }, () => new Date());
  expect(JSON.stringify(report)).not.toContain('template_version');
  expect(JSON.stringify(report)).not.toContain('tpv_');
});
