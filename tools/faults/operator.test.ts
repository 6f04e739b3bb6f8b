import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { formatMark } from '#domain/marks';
import { PliApi } from '../demonstration/api-client.ts';
import { JournalWatch } from './journal-watch.ts';
import { Operator } from './operator.ts';

const sheet = (piece: number, n: number) => formatMark({ kind: 'sheet', site: 'PAR1', lot: 7, piece, sheet: n, of: 2 });
const windowCode = formatMark({ kind: 'window', site: 'PAR1', lot: 7, piece: 3, copy: 1 });
const piece = {
  id: 'let_x.1',
  lotId: 'lot_x',
  lotNumber: 7,
  position: 3,
  state: 'suspect',
  sheets: 2,
  windowCode,
  trayId: 'try_x',
  since: 's',
};
const sheetOut = (n: number) =>
  ({
    type: 'sheet_out',
    jobId: 1,
    name: 'pli-PAR1-7',
    sheetCode: sheet(3, n),
    windowCode: null,
    repeat: false,
  }) as const;
const closed = (sheetCodes: string[], outcome: 'closed' | 'diverted' = 'closed') =>
  ({
    type: 'envelope_closed',
    job: 'pli-PAR1-7',
    site: 'PAR1',
    sequence: 1,
    position: 3,
    windowCode,
    sheetCodes,
    outcome,
    tray: outcome === 'closed' ? 12 : null,
  }) as const;

/** Pli and the simulator in one: shows a piece and its lot, and notes what the operator tells and moves. */
let server: Server;
let folder: string;
const told: unknown[] = [];
let needsOperator = true;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method === 'POST') told.push({ path: request.url, ...(JSON.parse(body) as object) });
      const lot = { id: 'lot_x', state: 'printing', needsOperator };
      const rows = request.url?.startsWith('/v1/site/lots?') ? [lot] : [piece];
      const one = { ...lot, trays: [{ id: 'try_x', state: 'open', number: 12 }] };
      response.end(JSON.stringify(request.url === '/v1/site/lots/lot_x' ? one : { rows, next: null }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'pli-operator-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

async function walk(...paper: JournalEntry[]): Promise<unknown[]> {
  told.length = 0;
  writeFileSync(
    join(folder, 'journal.jsonl'),
    paper.map((entry, i) => JSON.stringify({ n: i + 1, at: '', ...entry }) + '\n').join(''),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Operator(new PliApi(url, 'key'), new JournalWatch({ SIMULATOR_DIR: folder }), url).walk();
  return told;
}
const says = (finding: object) => [{ path: '/v1/site/pieces/let_x.1/resolve', reason: 'seen_on_paper', ...finding }];

test('nothing on paper: it never became paper', async () => {
  expect(await walk()).toEqual(says({ found: 'voided' }));
});

test('all its sheets in the stack: it is printed; one missing: it is spoiled', async () => {
  expect(await walk(sheetOut(1), sheetOut(2))).toEqual(says({ found: 'printed' }));
  expect(await walk(sheetOut(1))).toEqual(says({ found: 'spoiled' }));
});

test('a closed envelope with exactly its sheets lies in its tray', async () => {
  expect(await walk(closed([sheet(3, 1), sheet(3, 2)]))).toEqual(says({ found: 'trayed', tray: 12 }));
});

test('an envelope with a sheet of another letter is taken out of the trays and spoiled', async () => {
  const found = await walk(closed([sheet(3, 1), sheet(4, 2)]));
  expect(found).toEqual([{ path: '/hands', windowCode, tray: null }, ...says({ found: 'spoiled' })]);
});

test('a good envelope from the pocket is put into its tray', async () => {
  const found = await walk(closed([sheet(3, 1), sheet(3, 2)], 'diverted'));
  expect(found).toEqual([{ path: '/hands', windowCode, tray: 12 }, ...says({ found: 'trayed', tray: 12 })]);
});

test('nobody acts before somebody is called', async () => {
  needsOperator = false;
  expect(await walk()).toEqual([]);
});
