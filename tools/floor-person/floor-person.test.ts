import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatMark } from '#domain/marks';
import { PliApi } from '../demonstration/api-client.ts';
import { FloorPerson } from './floor-person.ts';
import type { Room, SeenEnvelope } from './room.ts';

const window = (piece: number) => formatMark({ kind: 'window', site: 'PAR1', lot: 7, piece, copy: 1 });
const sheet = (piece: number, n: number) => formatMark({ kind: 'sheet', site: 'PAR1', lot: 7, piece, sheet: n, of: 2 });
const suspect = (position: number, reason: string, state = 'suspect') => ({
  id: `let_${position}.1`,
  lotId: 'lot_x',
  lotNumber: 7,
  position,
  state,
  reason,
  sheets: 2,
  windowCode: window(position),
  trayId: 'try_x',
  since: 's',
});
const lying = (piece: number, where: SeenEnvelope['where'], tray: number | null = null): SeenEnvelope => ({
  lot: 7,
  windowCode: window(piece),
  where,
  tray,
});

/** Pli as the person sees it: unresolved pieces and their lot; it notes what it is told. */
let server: Server;
let pieces: object[] = [];
let lot = { id: 'lot_x', state: 'reconciling', needsOperator: true };
const told: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method === 'POST') {
        const piece = /let_(\d+)/.exec(request.url ?? '')?.[1];
        const { found, tray, reason } = JSON.parse(body) as { found: string; tray?: number; reason: string };
        told.push(`${piece} ${found}${tray ? ` in ${tray}` : ''}: ${reason}`);
      }
      const rows = request.url?.startsWith('/v1/site/lots?') ? [lot] : pieces;
      const whole = { ...lot, trays: [{ id: 'try_x', state: 'open', number: 12 }] };
      response.end(JSON.stringify(request.url === '/v1/site/lots/lot_x' ? whole : { rows, next: null }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  lot = { id: 'lot_x', state: 'reconciling', needsOperator: true };
});

/** What the person tells and does when these lie about. */
async function walk(
  unresolved: object[],
  envelopes: readonly SeenEnvelope[],
  sheets: readonly string[] = [],
  inside: readonly string[] = [],
): Promise<string[]> {
  told.length = 0;
  pieces = unresolved;
  const room: Room = {
    lookAround: async () => ({
      envelopes: envelopes.filter(({ where }) => where !== 'tray'),
      sheets: sheets.map((sheetCode) => ({ lot: 7, sheetCode, where: 'bin' })),
    }),
    lookInto: async (tray) => envelopes.filter((envelope) => envelope.tray === tray),
    put: async (windowCode, tray) => void told.push(`puts ${windowCode} into ${tray}`),
    async open(windowCode) {
      told.push(`opens ${windowCode}`);
      return inside;
    },
  };
  await new FloorPerson(new PliApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'key'), room).walk();
  return told;
}

test('no envelope and no sheet: it never became paper', async () => {
  expect(await walk([suspect(3, 'no_record')], [])).toEqual(['3 voided: no_sheet_found']);
});

test('its sheets lie in the bin: it is spoiled', async () => {
  expect(await walk([suspect(3, 'incomplete', 'diverted')], [], [sheet(3, 2)])).toEqual(['3 spoiled: sheets_found']);
});

test('while the lot is at the printer, all its sheets in the stack make it printed, one too few spoiled', async () => {
  lot.state = 'printing';
  expect(await walk([suspect(3, 'print_broken_off')], [], [sheet(3, 1), sheet(3, 2)])).toEqual([
    '3 printed: whole_in_stack',
  ]);
  expect(await walk([suspect(3, 'print_broken_off')], [], [sheet(3, 1)])).toEqual(['3 spoiled: sheets_found']);
});

test('an envelope from the pocket or from the floor is put into its tray', async () => {
  expect(await walk([suspect(3, 'diverted', 'diverted')], [lying(3, 'pocket')])).toEqual([
    `puts ${window(3)} into 12`,
    '3 trayed in 12: seen_pocket',
  ]);
  expect(await walk([suspect(3, 'no_record')], [lying(3, 'floor')])).toEqual([
    `puts ${window(3)} into 12`,
    '3 trayed in 12: seen_floor',
  ]);
});

test('neighbours of an envelope that is found again are released where they are', async () => {
  const around = [suspect(2, 'beside_gap'), suspect(3, 'no_record'), suspect(4, 'beside_gap')];
  const seen = [lying(2, 'tray', 12), lying(3, 'floor'), lying(4, 'tray', 12)];
  expect((await walk(around, seen)).filter((word) => !word.startsWith('puts'))).toEqual([
    '2 trayed in 12: seen_tray',
    '3 trayed in 12: seen_floor',
    '4 trayed in 12: seen_tray',
  ]);
});

test('a piece without an envelope: the ones beside it are opened, and what slipped into them is found', async () => {
  const around = [suspect(2, 'beside_gap'), suspect(3, 'incomplete', 'diverted'), suspect(4, 'beside_gap')];
  const seen = [lying(2, 'tray', 12), lying(4, 'tray', 12)];
  expect(await walk(around, seen, [], [sheet(3, 1)])).toEqual([
    `opens ${window(2)}`,
    '2 spoiled: opened',
    `opens ${window(4)}`,
    '4 spoiled: opened',
    '3 spoiled: sheets_found',
  ]);
});

test('an envelope of which the camera read what does not belong there is opened', async () => {
  expect(await walk([suspect(3, 'foreign_sheet')], [lying(3, 'tray', 12)])).toEqual([
    `opens ${window(3)}`,
    '3 spoiled: opened',
  ]);
});

test('nobody acts before somebody is called', async () => {
  lot.needsOperator = false;
  expect(await walk([suspect(3, 'no_record')], [])).toEqual([]);
});
