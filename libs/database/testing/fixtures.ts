import type { DataSource } from 'typeorm';
import { newId } from '#contracts/new-id';
import { masterKey, newWrappedKey } from '#storage/master-key';
import { letterContentHash, newLetterKey } from '../content-hash.ts';
import { inLedger, type Act, type LedgerTransaction, type Row } from '../ledger.ts';
import { accountScope, siteScope, type Mode, type Scope } from '../scope.ts';

/** Wraps the content keys of the fixtures. */
export const testMasterKey = masterKey(Buffer.alloc(32, 7));

const act: Act = { actor: 'test', cause: { request: 'fixture' } };

/** One transaction in a scope, told to the ledger, on the machine's clock. */
export function write<T>(
  database: DataSource,
  scope: Scope,
  work: (tx: LedgerTransaction) => Promise<T>,
  at?: Date,
): Promise<T> {
  return inLedger(database, scope, at ? { ...act, at } : act, () => new Date(), work);
}

export interface TestSite {
  id: string;
  code: string;
  mode: Mode;
  scope: Scope;
  printer: string;
  inserter: string;
  carrier: string;
  /** Row ids of the first version, and the ids that stay over versions. */
  stock: string;
  stockId: string;
  profile: string;
  profileId: string;
  counter: string;
}

/** A site with its stream, numbers, content key, three devices, an envelope stock, a profile and a postage counter. */
export async function makeSite(
  database: DataSource,
  {
    mode = 'test',
    code = nextCode(),
    stock = {},
    profile = {},
  }: { mode?: Mode; code?: string; stock?: unknown; profile?: unknown } = {},
): Promise<TestSite> {
  const now = new Date();
  const id = newId('site');
  const [printer, inserter, carrier] = [newId('device'), newId('device'), newId('device')];
  const [stockRow, profileRow, counter] = [newId('stock'), newId('profile'), newId('postage_counter')];
  const [stockId, profileId] = [newId('stock'), newId('profile')];
  await write(database, { role: 'pli_provider' }, async (tx) => {
    await tx.create('site', 'site.created', [
      { id, code, name: 'Atelier', mode, time_zone: 'Europe/Paris', state: 'active', created_at: now },
    ]);
    await tx.sql(`insert into pli.streams (id, site_id, mode) values ($1, $2, $3)`, [`site/${id}`, id, mode]);
    await tx.sql(`insert into pli.site_numbers (site_id, kind) select $1, unnest(array['lot', 'tray', 'deposit'])`, [
      id,
    ]);
    await tx.sql(`insert into pli.content_keys (owner_id, site_id, wrapped, created_at) values ($1, $1, $2, $3)`, [
      id,
      newWrappedKey(testMasterKey, id),
      now,
    ]);
    const simulated = mode === 'test';
    await tx.create(
      'device',
      'device.added',
      Object.entries({ printer, inserter, carrier }).map(([kind, device]) => ({
        id: device,
        site_id: id,
        mode,
        kind,
        name: kind,
        address: 'nowhere',
        simulated,
        settings: {},
        created_at: now,
      })),
    );
    const dated = { site_id: id, version: 1, valid_from: now, valid_to: null };
    await tx.create('stock', 'stock.added', [
      { id: stockRow, stock_id: stockId, kind: 'envelope', data: stock, ...dated },
    ]);
    await tx.create('profile', 'profile.added', [
      { id: profileRow, profile_id: profileId, kind: 'production', data: profile, ...dated },
    ]);
    await tx.create('postage_counter', 'postage_counter.added', [
      { id: counter, site_id: id, mode, carrier_contract: 'ours', franking_mode: 'printed', last_mark: 0 },
    ]);
  });
  const scope = siteScope(id);
  return {
    id,
    code,
    mode,
    scope,
    printer,
    inserter,
    carrier,
    stock: stockRow,
    stockId,
    profile: profileRow,
    profileId,
    counter,
  };
}

/** A code that no other site of this process has. */
function nextCode(): string {
  sites += 1;
  return `T${sites.toString(36).padStart(3, '0').toUpperCase()}`;
}
let sites = 0;

export interface TestAccount {
  id: string;
  mode: Mode;
  contract: string;
  scope: Scope;
}

/** An account with its content key, and its contract with the site in the site's mode. */
export async function makeAccount(
  database: DataSource,
  site: Pick<TestSite, 'id' | 'mode'>,
  { terms = {}, id = newId('account') }: { terms?: Row; id?: string } = {},
): Promise<TestAccount> {
  const now = new Date();
  const contract = newId('contract');
  await write(database, { role: 'pli_provider' }, async (tx) => {
    const [known] = await tx.sql(`select from pli.accounts where id = $1`, [id]);
    if (!known) {
      await tx.create('account', 'account.created', [{ id, name: 'Les Moulins', state: 'active', created_at: now }]);
      await tx.sql(`insert into pli.content_keys (owner_id, account_id, wrapped, created_at) values ($1, $1, $2, $3)`, [
        id,
        newWrappedKey(testMasterKey, id),
        now,
      ]);
    }
    await tx.sql(
      `insert into pli.streams (id, account_id, mode) values ('account/' || $1 || '/' || $2::text, $1, $2) on conflict do nothing`,
      [id, site.mode],
    );
    await tx.create('contract', 'contract.signed', [
      {
        id: contract,
        contract_id: newId('contract'),
        version: 1,
        account_id: id,
        site_id: site.id,
        mode: site.mode,
        terms,
        valid_from: now,
        valid_to: null,
      },
    ]);
  });
  return { id, mode: site.mode, contract, scope: accountScope(id, site.mode) };
}

export interface TestOrder {
  id: string;
  letterIds: string[];
}

/** A submitted (or draft) order of letters, each made from one stored document, told to the account's stream. `letter` overrides columns. */
export async function makeOrder(
  database: DataSource,
  account: TestAccount,
  site: Pick<TestSite, 'id'>,
  {
    letters = 1,
    state = 'submitted',
    letter = {},
  }: { letters?: number; state?: 'draft' | 'submitted'; letter?: Row } = {},
): Promise<TestOrder> {
  const now = new Date();
  const owner = { account_id: account.id, mode: account.mode };
  const [id, document] = [newId('order'), newId('document')];
  const letterIds = Array.from({ length: letters }, () => newId('letter'));
  const draft = state === 'draft';
  const deadline = draft ? null : new Date(now.getTime() + 3_600_000);
  // As erasure gives it to what nobody uses.
  const inAMonth = new Date(now.getTime() + 30 * 86_400_000);
  const documentKey = newLetterKey();
  const order = {
    id,
    ...owner,
    site_id: draft ? null : site.id,
    state,
    state_since: now,
    deadline_at: deadline ?? inAMonth,
    options: {},
    letters,
    open_letters: letters,
    created_at: now,
    submitted_at: draft ? null : now,
  };
  const rows = letterIds.map((letterId, i) => letterRow(letterId, i + 1));

  function letterRow(letterId: string, position: number): Row {
    const key = newLetterKey();
    const content = {
      recipient: { lines: ['MADAME CLAIRE FONTAINE', '12 RUE DES LILAS', '75011 PARIS'] },
      sender: { lines: ['LES MOULINS'] },
      data: null,
      client_reference: `facture ${position}`,
    };
    return {
      id: letterId,
      order_id: id,
      position,
      ...owner,
      site_id: draft ? null : site.id,
      state: draft ? 'draft' : 'accepted',
      state_since: now,
      deadline_at: deadline,
      ...content,
      content_key: key,
      content_hash: letterContentHash(key, content),
      country: 'FR',
      postcode: '75011',
      options: {},
      service: 'priority',
      document_id: document,
      created_at: now,
      ...letter,
    };
  }

  for (let from = 0; from < Math.max(rows.length, 1); from += 400)
    await write(database, account.scope, async (tx) => {
      if (from === 0) {
        const stored = {
          id: document,
          ...owner,
          state: 'stored',
          pages: 1,
          bytes: 1000,
          blob: 'b',
          content_key: documentKey,
          deadline_at: inAMonth,
        };
        await tx.create('document', 'document.stored', [
          { ...stored, content_hash: Buffer.alloc(32), created_at: now },
        ]);
        if (!draft) await tx.create('order', 'order.submitted', [order]);
        else await insertUntold(tx, 'orders', [order]);
      }
      const chunk = rows.slice(from, from + 400);
      if (!draft) await tx.create('letter', 'letter.accepted', chunk);
      else await insertUntold(tx, 'letters', chunk);
    });
  return { id, letterIds };
}

/** Drafts are not told to the ledger. */
async function insertUntold(tx: LedgerTransaction, table: string, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row);
    const values = Object.values(row).map((v) =>
      v !== null && typeof v === 'object' && !(v instanceof Date || Buffer.isBuffer(v)) ? JSON.stringify(v) : v,
    );
    await tx.sql(
      `insert into pli.${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      values,
    );
  }
}
