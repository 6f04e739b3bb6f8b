import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { newId } from '#contracts/new-id';
import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';
import { finishLot, type FinishedLot } from '../testing/finished-lot.ts';
import {
  makeAccount,
  makeOrder,
  makeSite,
  write,
  type TestAccount,
  type TestOrder,
  type TestSite,
} from '../testing/fixtures.ts';
import { makeLot } from '../testing/production.ts';
import { check } from './check.ts';
import { findingKinds, type FindingKind, type Report } from './report.ts';

/**
 * Every finding is shown by tampering with one row or one record of a world in which the checker finds nothing: a check that
 * cannot fail would prove nothing.
 */
let db: TestDatabase;
let folder: string;
let site: TestSite;
let account: TestAccount;
let order: TestOrder;
let lot: FinishedLot;
let open: TestOrder;
let clientLines: { at: string; orderId: string; letterIds: string[]; key: string }[];

beforeAll(async () => {
  db = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'checker-'));
  site = await makeSite(db.api);
  account = await makeAccount(db.api, site);
  order = await makeOrder(db.api, account, site, { letters: 3 });
  lot = await finishLot(db, site, account, order, 1, 1);
  open = await makeOrder(db.api, account, site, { letters: 2 });
  await makeOrder(db.api, account, site, { letters: 2, state: 'draft' });
  clientLines = [order, open].map((o) => ({
    at: '2027-01-04T08:00:00Z',
    orderId: o.id,
    letterIds: o.letterIds,
    key: `key of ${o.id}`,
  }));
});
afterAll(async () => {
  await db?.drop();
  await rm(folder, { recursive: true, force: true });
});

const verify = async ({
  journal = lot.journal,
  client = clientLines,
  now = new Date(),
}: { journal?: JournalEntry[]; client?: typeof clientLines; now?: Date } = {}) => {
  const files = { journal: join(folder, 'journal.jsonl'), clientLog: join(folder, 'client.jsonl') };
  const numbered = journal.map((entry, i) => JSON.stringify({ n: i + 1, at: '2027-01-04T08:00:00Z', ...entry }));
  await writeFile(files.journal, numbered.map((line) => `${line}\n`).join(''));
  await writeFile(files.clientLog, client.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return check({ database: db.checker, ...files }, () => now);
};
const countsOf = (report: Report) =>
  Object.fromEntries(findingKinds.filter((kind) => report[kind] > 0).map((kind) => [kind, report[kind]]));

/** Runs `tamper` past every rule, verifies, and puts the database back. */
async function tampered(statements: string[]): Promise<Report> {
  const tables = [...new Set(statements.flatMap((s) => [...s.matchAll(/pli\.([a-z_]+)/g)].map((m) => m[1] ?? '')))];
  const session = `set session_replication_role = replica; `; // neither foreign keys nor triggers stand in the way
  for (const table of tables)
    await db.asOwner(
      `drop table if exists public.kept_${table}; create table public.kept_${table} as table pli.${table}`,
    );
  try {
    await db.asOwner(session + statements.join('; ') + '; reset session_replication_role');
    return await verify();
  } finally {
    for (const table of tables)
      await db.asOwner(
        `${session} delete from pli.${table}; insert into pli.${table} overriding system value select * from public.kept_${table}; reset session_replication_role`,
      );
  }
}

const untampered = () => verify().then((report) => expect(countsOf(report)).toEqual({}));

test('a world in which everything went right has no finding', async () => {
  const report = await verify();
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    letters: 5,
    lost: 0,
    duplicated: 0,
    unexpected: 0,
    stuck: 0,
    mismatched: 0,
    missingWitnesses: [],
  });
  expect(report.events).toBeGreaterThan(60);
});

describe('a tampered database', () => {
  const letter = () => order.letterIds[0];
  const openLetter = () => open.letterIds[0];
  const cases: [string, () => string[], Partial<Record<FindingKind, number>>, RegExp][] = [
    [
      'a letter vanishes',
      () => [`delete from pli.letters where id = '${openLetter()}'`],
      { lost: 1, mismatched: 2 },
      /no such letter/,
    ],
    [
      'a letter turns back into a draft',
      () => [`update pli.letters set state = 'deleted' where id = '${openLetter()}'`],
      { lost: 1, mismatched: 2 },
      /submitted, and it is deleted/,
    ],
    [
      'an open letter has no deadline',
      () => [`update pli.letters set deadline_at = null where id = '${openLetter()}'`],
      { lost: 1, stuck: 1, mismatched: 1 },
      /no deadline/,
    ],
    [
      'a letter changes its state untold',
      () => [`update pli.letters set state = 'delivered' where id = '${letter()}'`],
      { mismatched: 1 },
      /its state differ/,
    ],
    [
      'an amount changes untold',
      () => [`update pli.postage_entries set cents = 1 where letter_id = '${letter()}'`],
      { mismatched: 1 },
      /its cents differ/,
    ],
    [
      'a content changes',
      () => [`update pli.letters set recipient = '{"lines":["X"]}' where id = '${letter()}'`],
      { mismatched: 1 },
      /content is not what was hashed/,
    ],
    [
      'a content hash is lost',
      () => [`update pli.letters set content_key = null where id = '${letter()}'`],
      { mismatched: 1 },
      /no hash of it/,
    ],
    [
      'an order miscounts its open letters',
      () => [`update pli.orders set open_letters = 1 where id = '${open.id}'`],
      { mismatched: 1 },
      /says 2 letters, 1 open/,
    ],
    [
      'an order never ends',
      () => [
        `update pli.orders set state = 'in_progress', deadline_at = now() + interval '1 hour' where id = '${order.id}'`,
      ],
      { mismatched: 2 },
      /0 open/,
    ],
    [
      'an event changes',
      () => [`update pli.events set data = data || '{"x":1}' where number = 3 and stream = 'site/${site.id}'`],
      { mismatched: 1 },
      /event 3 is not what was hashed/,
    ],
    [
      'an event changes with its hash',
      () => [`update pli.events set hash = sha256('x') where number = 3 and stream = 'site/${site.id}'`],
      { mismatched: 1 },
      /event 3 is not what/,
    ],
    [
      'an actor is replaced',
      () => [`update pli.events set actor = 'other' where number = 4 and stream = 'site/${site.id}'`],
      { mismatched: 1 },
      /event 4/,
    ],
    [
      'an event that sets nothing vanishes',
      () => [`delete from pli.events where type = 'piece.marked' and subject_id = '${lot.pieces[0]?.id}'`],
      { mismatched: 2 },
      /follows event/,
    ],
    [
      'the last event vanishes',
      () => [
        `delete from pli.events e using pli.streams s where s.id = e.stream and s.id = 'provider' and e.number = s.last_number`,
      ],
      { mismatched: 2 },
      /its head says/,
    ],
    [
      'a head vanishes',
      () => [`delete from pli.streams where id = 'site/${site.id}'`],
      { mismatched: 1 },
      /events and no head/,
    ],
    [
      'a row is slipped in untold',
      () => [`insert into pli.accounts values ('acc_x', 'x', 'active', now())`],
      { mismatched: 1 },
      /no event tells/,
    ],
    [
      'a lot loses a sheet',
      () => [`update pli.lots set sheets_spoiled = 1 where id = '${lot.id}'`],
      { mismatched: 2 },
      /sheets: 8 printed; 6 good, 1 spoiled/,
    ],
    [
      'a lot loses a piece',
      () => [`update pli.lots set pieces_good = 2 where id = '${lot.id}'`],
      { mismatched: 2 },
      /pieces: 3 in; 2 good/,
    ],
    [
      'a lot counts pieces that it has not',
      () => [`update pli.lots set pieces = 4, pieces_good = 4 where id = '${lot.id}'`],
      { mismatched: 2 },
      /says 4 pieces, and has 3/,
    ],
    [
      'a lot loses an envelope',
      () => [`update pli.lots set envelopes_used = 4 where id = '${lot.id}'`],
      { mismatched: 2 },
      /envelopes: 4 used; 3 good/,
    ],
    [
      'a closed lot has a piece on paper only',
      () => [
        `update pli.pieces set state = 'printed', deadline_at = now() + interval '1 hour' where id = '${lot.pieces[0]?.id}'`,
      ],
      { mismatched: 4 },
      /its piece 1 is printed/,
    ],
    [
      'a deposit miscounts',
      () => [`update pli.deposits set pieces_accepted = 2 where id = '${lot.deposit}'`],
      { mismatched: 2 },
      /declared 3 pieces; 2 accepted, 0 in cases/,
    ],
    [
      'an accepted piece has no postage',
      () => [`delete from pli.postage_entries where letter_id = '${letter()}'`],
      { mismatched: 3 },
      /without postage/,
    ],
    [
      'an accepted piece is not debited',
      () => [`update pli.postage_entries set state = 'marked', debited_at = null where letter_id = '${letter()}'`],
      { mismatched: 2 },
      /its postage is marked/,
    ],
    [
      'a dead copy stays debited',
      () => [`update pli.pieces set state = 'spoiled' where id = '${lot.pieces[0]?.id}'`],
      { mismatched: 3 },
      /was debited, and is spoiled/,
    ],
    [
      'a marked copy that died is not on the refund list',
      () => [
        `update pli.postage_entries set state = 'marked', debited_at = null where letter_id = '${letter()}'; update pli.pieces set state = 'spoiled' where letter_id = '${letter()}'`,
      ],
      { mismatched: 4 },
      /not due for refund/,
    ],
    [
      'a dead copy keeps its registered number',
      () => [
        `insert into pli.number_ranges values ('rng_x', '${site.id}', 'test', 's10', 'RA', 'FR', 1, 9, 2, now())`,
        `insert into pli.registered_numbers values ('n', 'rng_x', 1, 'RA1', '${site.id}', 'test', 'assigned', '${letter()}', 1, now(), null)`,
        `update pli.pieces set state = 'spoiled' where letter_id = '${letter()}'`,
      ],
      { mismatched: 6 },
      /registered number is not void/,
    ],
    [
      'the post holds what our books have in a tray',
      () => [`update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`],
      { mismatched: 3 },
      /the post accepted it, and our books call it trayed/,
    ],
    [
      'the post holds what our books are about to call handed over: no finding but the row itself',
      () => [
        `update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
        `insert into pli.irreversible_steps values ('hand_off', '${letter()}', 1, '${site.id}', 'test', 'd', now())`,
      ],
      { mismatched: 2 },
      /^(?!.*the post accepted it)/s,
    ],
    [
      'a piece carries another mark',
      () => [`update pli.pieces set mark = 99 where id = '${lot.pieces[0]?.id}'`],
      { mismatched: 2 },
      /carries mark 99/,
    ],
    [
      'a counter runs back',
      () => [`update pli.postage_counters set last_mark = 1 where id = '${site.counter}'`],
      { mismatched: 1 },
      /stands at mark 1, and gave out 3/,
    ],
    [
      'a piece carries a number it was not given',
      () => [`update pli.pieces set registered_number = 'RA1' where id = '${lot.pieces[0]?.id}'`],
      { mismatched: 3 },
      /not given/,
    ],
    [
      'a printed count differs from the printer',
      () => [`update pli.lots set sheets_printed = 9, sheets_spoiled = 1 where id = '${lot.id}'`],
      { mismatched: 2 },
      /says 9 sheets printed, the printer 8/,
    ],
    [
      'a piece is unknown to us',
      () => [`update pli.pieces set window_code = 'other' where id = '${lot.pieces[0]?.id}'`],
      { unexpected: 2, mismatched: 2 },
      /we do not know/,
    ],
    [
      'a lot is unknown to us',
      () => [`update pli.lots set number = 77 where id = '${lot.id}'`],
      { unexpected: 9, mismatched: 5 },
      /a print job of no lot/,
    ],
  ];
  test.each(cases)('%s', async (_, tamper, counts, text) => {
    const report = await tampered(tamper());
    expect(countsOf(report)).toEqual(counts);
    expect(report.findings.map((f) => f.text).join('\n')).toMatch(text);
  });
  afterAll(untampered);
});

describe('a journal that tells something else', () => {
  const changed = (change: (journal: JournalEntry[]) => JournalEntry[] | void) => {
    const journal = structuredClone(lot.journal);
    return verify({ journal: change(journal) ?? journal });
  };
  const of = <T extends JournalEntry['type']>(journal: JournalEntry[], type: T) =>
    journal.filter((e): e is Extract<JournalEntry, { type: T }> => e.type === type);
  const cases: [
    string,
    (journal: JournalEntry[]) => JournalEntry[] | void,
    Partial<Record<FindingKind, number>>,
    RegExp,
  ][] = [
    [
      'a piece is printed by two jobs',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, jobId: 99 }],
      { duplicated: 1, mismatched: 1 },
      /printed by 2 jobs/,
    ],
    [
      'a piece is in two closed envelopes',
      (j) => [...j, of(j, 'envelope_closed')[0]!],
      { duplicated: 1 },
      /in 2 closed envelopes/,
    ],
    [
      'the post accepts two envelopes of a letter',
      (j) => [...j, of(j, 'envelope_closed')[0]!, { ...of(j, 'item_accepted')[0]!, envelope: j.length + 1 }],
      { duplicated: 2 },
      /accepted 2 envelopes/,
    ],
    [
      'a print job of nobody',
      (j) => [...j, { ...of(j, 'job_accepted')[0]!, name: 'pli-XXXX-1', jobId: 9 }],
      { unexpected: 1 },
      /no lot of ours/,
    ],
    [
      'a sheet of nobody',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: `S/${site.code}/1/9/1/2/X` }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'a sheet beyond the last of its piece',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: `S/${site.code}/1/1/3/3/X` }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'a sheet without a code',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: null }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'an envelope without a code',
      (j) => [...j, { ...of(j, 'envelope_closed')[0]!, windowCode: null }],
      { unexpected: 1 },
      /an envelope of no piece/,
    ],
    [
      'an item that was not declared',
      (j) => void (of(j, 'item_accepted')[0]!.declared = false),
      { unexpected: 1 },
      /did not declare/,
    ],
    [
      'a swap: two envelopes hold each other’s second sheet',
      (j) => {
        const [a, b] = of(j, 'envelope_closed');
        [a!.sheetCodes, b!.sheetCodes] = [
          [a!.sheetCodes[0]!, b!.sheetCodes[1]!],
          [b!.sheetCodes[0]!, a!.sheetCodes[1]!],
        ];
      },
      { mismatched: 2 },
      /its envelope holds/,
    ],
    [
      'a sheet is missing in an envelope',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.pop(),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'sheets lie in the wrong order',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.reverse(),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'a sheet is repeated in an envelope',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.push(of(j, 'envelope_closed')[0]!.sheetCodes[1]!),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'the post accepts an envelope that nobody closed',
      (j) => void (of(j, 'item_accepted')[0]!.envelope = 1),
      { mismatched: 1 },
      /no machine closed/,
    ],
    [
      'the post reads another code',
      (j) => void (of(j, 'item_accepted')[0]!.envelope += 1),
      { mismatched: 1 },
      /another code than the inserter/,
    ],
    [
      'the post never accepted what our books call accepted',
      (j) => j.slice(0, -1),
      { mismatched: 1 },
      /never accepted it/,
    ],
    [
      'the post read another registered number',
      (j) => void (of(j, 'item_accepted')[0]!.registeredNumber = 'RA1'),
      { mismatched: 1 },
      /another registered number/,
    ],
    [
      'the printer printed one sheet less',
      (j) => j.filter((e) => !(e.type === 'sheet_out' && e.sheetCode?.startsWith('T/'))),
      { mismatched: 4 },
      /the printer 7/,
    ],
  ];
  test.each(cases)('%s', async (_, change, counts, text) => {
    const report = await changed(change);
    expect(countsOf(report)).toEqual(counts);
    expect(report.findings.map((f) => f.text).join('\n')).toMatch(text);
  });

  test('a jam that repeats sheets in one job is a matter of the sheet balance, not a duplicate', async () => {
    const report = await changed((j) => [...j, { ...of(j, 'sheet_out')[2]!, repeat: true }]);
    expect(countsOf(report)).toEqual({ mismatched: 1 }); // the lot said 8 sheets
    expect(report.findings[0]?.text).toMatch('says 8 sheets printed, the printer 9');
  });
  test('a record is missing', async () => {
    const file = join(folder, 'gap.jsonl');
    await writeFile(
      file,
      lot.journal.map((e, i) => `${JSON.stringify({ n: i < 3 ? i + 1 : i + 2, at: '', ...e })}\n`).join(''),
    );
    const report = await check({ database: db.checker, journal: file }, () => new Date());
    expect(report.findings.map((f) => f.text)).toContain('record 5 follows record 3');
  });
  test('a torn last record is not one', async () => {
    await verify();
    const file = join(folder, 'journal.jsonl');
    await appendFile(file, '{"n":99,"type":"item_accep');
    expect(countsOf(await check({ database: db.checker, journal: file }, () => new Date()))).toEqual({});
  });
});

describe('a client that was told something else', () => {
  test('a letter that never was', async () => {
    const report = await verify({
      client: [
        ...clientLines,
        { at: '', orderId: newId('order'), letterIds: [newId('letter'), newId('letter')], key: 'k' },
      ],
    });
    expect(countsOf(report)).toEqual({ lost: 2 });
  });
  test('a letter of another order', async () => {
    const report = await verify({ client: [{ at: '', orderId: open.id, letterIds: order.letterIds, key: 'k' }] });
    expect(countsOf(report)).toEqual({ lost: 3 });
  });
  test('one request answered by two orders', async () => {
    const report = await verify({ client: clientLines.map((line) => ({ ...line, key: 'same' })) });
    expect(countsOf(report)).toEqual({ duplicated: 1 });
  });
  test('the same answer twice is one order', async () => {
    expect(countsOf(await verify({ client: [...clientLines, ...clientLines] }))).toEqual({});
  });
});

describe('deadlines', () => {
  test('a minute of grace, by the clock that is given', async () => {
    const [row] = await db.asOwner<{ due: Date }>(
      `select max(deadline_at) as due from pli.letters where order_id = $1`,
      [open.id],
    );
    const at = (seconds: number) => new Date((row?.due.getTime() ?? 0) + seconds * 1000);
    expect((await verify({ now: at(60) })).stuck).toBe(0);
    const late = await verify({ now: at(61) });
    expect(late.stuck).toBe(3); // two letters and their order
    expect(late.findings[0]?.text).toMatch(/this order is submitted, due at 20/);
  });

  test('everything that waits is judged: lot, tray, deposit, piece, case', async () => {
    const other = await makeOrder(db.api, account, site, { letters: 1 });
    const made = await makeLot(db.worker, site, account, other, { number: 2 });
    await write(db.worker, site.scope, (tx) =>
      tx.create('case', 'case.opened', [
        {
          id: newId('case'),
          site_id: site.id,
          mode: 'test',
          kind: 'count_differs',
          deposit_id: made.deposit,
          state: 'open',
          deadline_at: tx.at,
          created_at: tx.at,
        },
      ]),
    );
    expect((await verify()).findings).toEqual([]);
    const late = await verify({ now: new Date(Date.now() + 3_700_000) });
    const stuck = new Set(late.findings.map((f) => /this ([a-z]+) is/.exec(f.text)?.[1]));
    expect(stuck).toEqual(new Set(['order', 'letter', 'lot', 'tray', 'deposit', 'piece', 'case']));
  });
});

describe('a witness that is not heard', () => {
  test('is named', async () => {
    const report = await check({ database: db.checker }, () => new Date());
    expect(report.missingWitnesses).toEqual([
      expect.stringContaining('the client'),
      `the machines and the post of ${site.code}: no journal of the simulator was given`,
    ]);
    expect(countsOf(report)).toEqual({});
  });
  test('real devices keep no journal', async () => {
    const live = await makeSite(db.api, { mode: 'live' });
    const report = await verify();
    expect(report.missingWitnesses).toEqual([
      `the machines and the post of ${live.code}: real devices keep no journal of their own`,
    ]);
  });
});

test('the checker writes nothing and leaves its connection as it found it', async () => {
  for (let i = 0; i < 4; i++) await verify();
  expect(
    await db.checker.query(
      `select current_user as who, count(*) as tables from pg_class where relpersistence = 't' and pg_table_is_visible(oid)`,
    ),
  ).toEqual([{ who: 'pli_checker', tables: 0 }]);
});
