import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { newId } from '#contracts/new-id';
import type { PostalAddress } from '#domain/address';
import { specimenEnvelopes, specimenPaper } from '#domain/envelopes';
import { specimenGeometry } from '#domain/geometry-profiles';
import type { OrderOptions } from '#domain/options';
import { specimenPostage } from '#domain/postage';
import type { SiteProfile } from '#domain/profiles';
import { specimenServices } from '#domain/services';
import { demonstrationProfile } from '#domain/site-profiles';
import { letterContentHash, newLetterKey } from '#database/content-hash';
import { inScope } from '#database/scope';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import {
  makeAccount,
  makeOrder,
  makeSite,
  testMasterKey,
  write,
  type TestAccount,
  type TestOrder,
  type TestSite,
} from '#database/testing/fixtures';
import { openBlobs, type Blobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { failureEdge } from '../../activities/failures.ts';
import { recordsOf, type RecordsOfAll } from '../../activities/records.ts';
import { Relay } from '../../apps/worker/relay/relay.ts';
import { ownNamespace, type OwnNamespace } from './own-namespace.ts';
import './quiet-runtime.ts';
import { testedWorkflows } from './tested-workflows.ts';

/** A print room for one test file: its database, its Temporal namespace, its blobs, and workers on the production bundle. */
export interface House {
  db: TestDatabase;
  temporal: OwnNamespace;
  bundle: { code: string; sha256: string };
  records: RecordsOfAll;
  blobs: Blobs;
  relay: Relay;
  /** A site with the specimen profiles and stocks; `profile` overrides the demonstration's. */
  site(profile?: Partial<SiteProfile>): Promise<TestSite>;
  account(site: TestSite, terms?: object): Promise<MailingAccount>;
  /** Orders letters and hands them to the outbox, as the API does. */
  order(site: TestSite, account: MailingAccount, letters: number, of?: LettersOf): Promise<TestOrder>;
  /** Serves `activities` on their queues while `work` goes on; then drains. */
  serving<T>(
    activities: Partial<Record<'records' | 'compose' | 'machines' | 'post', object>>,
    work: () => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
}

export interface MailingAccount extends TestAccount {
  templateVersion: string;
}

export interface LettersOf {
  state?: 'draft' | 'submitted';
  recipient?: Partial<PostalAddress>;
  data?: unknown;
  service?: string;
  options?: Partial<OrderOptions>;
}

export const claire: PostalAddress = {
  kind: 'person',
  name: 'Madame Claire FONTAINE',
  streetNumber: '12',
  street: 'rue des Lilas',
  postcode: '75011',
  town: 'PARIS',
  country: 'FR',
};
const moulins: PostalAddress = {
  kind: 'organisation',
  organisation: 'LES MOULINS',
  streetNumber: '1',
  street: 'place du Marché',
  postcode: '69002',
  town: 'LYON',
  country: 'FR',
};

const terms = {
  carrierContract: 'ours',
  contractOwner: 'provider',
  franking: 'printed',
  mixing: { providerAllows: true, accountAllows: true },
  services: ['priority', 'registered', 'economy'],
};

export async function openHouse({
  html = '<p>{{ text }}</p>',
  clock = () => new Date(),
}: { html?: string; clock?: () => Date } = {}): Promise<House> {
  const [db, temporal, bundle, folder] = await Promise.all([
    cloneDatabase(),
    ownNamespace(),
    testedWorkflows(),
    mkdtemp(join(tmpdir(), 'pli-house-')),
  ]);
  const records = recordsOf(db.worker, clock, bundle.sha256);
  const blobs = openBlobs(localBlobs(folder), testMasterKey);
  const connection = await NativeConnection.connect({ address: temporal.address });
  const relay = new Relay(db.worker, temporal.client, clock);

  return {
    db,
    temporal,
    bundle,
    records,
    blobs,
    relay,
    async site(profile = {}) {
      const site = await makeSite(db.api);
      const from = new Date(Date.now() - 86_400_000);
      const dated = { site_id: site.id, version: 1, valid_from: from, valid_to: null };
      const profiles = {
        site: { ...demonstrationProfile, ...profile },
        services: { versions: specimenServices },
        postage: { rates: specimenPostage },
        geometry: specimenGeometry,
      };
      const stocks = [
        ...specimenEnvelopes.map((data) => ({ kind: 'envelope', data })),
        { kind: 'paper', data: specimenPaper },
      ];
      await write(db.api, { role: 'pli_provider' }, async (tx) => {
        await tx.create(
          'profile',
          'profile.added',
          Object.entries(profiles).map(([kind, data]) => ({
            id: newId('profile'),
            profile_id: newId('profile'),
            kind,
            data,
            ...dated,
          })),
        );
        await tx.create(
          'stock',
          'stock.added',
          stocks.map(({ kind, data: { id: _, ...data } }) => ({
            id: newId('stock'),
            stock_id: newId('stock'),
            kind,
            data,
            ...dated,
          })),
        );
      });
      // The fixture's own stock is a placeholder without a format.
      await db.asOwner(`delete from pli.stocks where id = $1`, [site.stock]);
      return site;
    },
    async account(site, own = {}) {
      const account = await makeAccount(db.api, site, { terms: { ...terms, ...own } });
      const [template, version] = [newId('template'), newId('template_version')];
      const owner = { account_id: account.id, mode: account.mode, created_at: new Date() };
      await write(db.api, account.scope, async (tx) => {
        await tx.create('template', 'template.created', [{ id: template, name: 'Lettre', ...owner }]);
        await tx.create('template_version', 'template_version.added', [
          {
            id: version,
            template_id: template,
            version: 1,
            html,
            data_schema: {},
            sample_data: { text: 'Bonjour' },
            state: 'approved',
            state_since: new Date(),
            approved_at: new Date(),
            ...owner,
          },
        ]);
      });
      return { ...account, templateVersion: version };
    },
    async order(site, account, letters, of = {}) {
      const order = await acceptedOrder({ db }, site, account, letters, of);
      if (of.state === 'draft') await submit(db, site, account, order);
      await inScope(db.api, account.scope, (sql) =>
        sql(
          `insert into pli.outbox (kind, site_id, account_id, order_id, letters, created_at) values ('order', $1, $2, $3, $4, $5)`,
          [site.id, account.id, order.id, letters, clock()],
        ),
      );
      return order;
    },
    async serving(activities, work) {
      const workers = await Promise.all(
        Object.entries(activities).map(([taskQueue, served]) =>
          Worker.create({
            connection,
            namespace: temporal.namespace,
            taskQueue,
            activities: served,
            ...(taskQueue === 'records' && { workflowBundle: bundle as unknown as WorkflowBundleWithSourceMap }),
            interceptors: { activity: [failureEdge] },
            identity: 'test', // histories are kept: they name no machine
          }),
        ),
      );
      const runs = workers.map((worker) => worker.run());
      try {
        return await work();
      } finally {
        for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
        await Promise.all(runs);
      }
    },
    async close() {
      await connection.close();
      await temporal.close();
      await db.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** An order with letters to Claire, made from the account's template; nobody has been told of it. */
export async function acceptedOrder(
  { db }: Pick<House, 'db'>,
  site: Pick<TestSite, 'id'>,
  account: MailingAccount,
  letters: number,
  { state, recipient, data = { text: 'Bonjour' }, service = 'priority', options = {} }: LettersOf = {},
): Promise<TestOrder> {
  const content = { recipient: { ...claire, ...recipient }, sender: moulins, data, client_reference: 'F-1' };
  const key = newLetterKey();
  const letter = {
    ...content,
    content_key: key,
    content_hash: letterContentHash(key, content),
    service,
    options,
    template_version_id: account.templateVersion,
    document_id: null,
    country: content.recipient.country,
    postcode: content.recipient.postcode,
    ...(state === 'draft' && { site_id: site.id }),
  };
  return makeOrder(db.api, account, site, { letters, ...(state && { state }), letter });
}

/** What submitting a draft order writes: the order enters the ledger, its letters stay drafts of that site. */
async function submit(db: TestDatabase, site: TestSite, account: TestAccount, order: TestOrder): Promise<void> {
  const now = new Date();
  const set = {
    state: 'submitted',
    site_id: site.id,
    submitted_at: now,
    deadline_at: new Date(now.getTime() + 3_600_000),
  };
  await write(db.api, account.scope, (tx) =>
    tx.change('order', 'order.submitted', [{ id: order.id, set }], { whole: true }),
  );
}
