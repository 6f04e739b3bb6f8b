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
  damaged: false,
});

/** Pli as the person sees it; it notes what it is told. */
let server: Server;
let pieces: object[] = [];
let cases: object[] = [];
let trays: object[] = [];
let scanned: object = {};
let lot = { id: 'lot_x', state: 'reconciling', needsOperator: true };
const told: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.end(JSON.stringify(answerTo(`${request.method} ${request.url}`, body))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  lot = { id: 'lot_x', state: 'reconciling', needsOperator: true };
  [pieces, cases, trays] = [[], [], []];
  scanned = { piece: suspect(3, 'no_record'), tray: null, advice: { do: 'check', tray: { id: 'try_x', number: 12 } } };
});

function answerTo(request: string, body: string): object {
  const of = (rows: object[]) => ({ rows, next: null });
  if (request.startsWith('GET /v1/site/pieces')) return of(pieces);
  if (request.startsWith('GET /v1/site/lots?')) return of([lot]);
  if (request === 'GET /v1/site/lots/lot_x') return { ...lot, trays: [{ id: 'try_x', state: 'open', number: 12 }] };
  if (request.startsWith('GET /v1/site/cases')) return of(cases);
  if (request.startsWith('GET /v1/site/trays')) return of(trays);
  if (request === 'POST /v1/site/scans') return scanned;
  if (request === 'POST /v1/site/trays') return { id: 'try_new', number: 99 };
  const { found, outcome, windowCode, reason } = JSON.parse(body) as Record<string, string>;
  const [, thing, act] = /site\/\w+\/(\w+)(?:\.\d)?\/([\w-]+)$/.exec(request) ?? [];
  told.push([thing, act, found ?? outcome ?? windowCode, reason].filter(Boolean).join(' '));
  return {};
}

/** What the person tells and does when these lie about. */
async function walk(
  envelopes: readonly SeenEnvelope[],
  sheets: readonly string[] = [],
  inside: readonly string[] = [],
): Promise<string[]> {
  told.length = 0;
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
  const api = new PliApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'key');
  await new FloorPerson(api, room, { searchMs: 1000 }).walk();
  return told;
}

describe('pieces that Pli calls somebody for', () => {
  test('no envelope and no sheet: it never became paper', async () => {
    pieces = [suspect(3, 'no_record')];
    expect(await walk([])).toEqual(['let_3 resolve voided no_sheet_found']);
  });

  test('its sheets lie in the bin: it is spoiled', async () => {
    pieces = [suspect(3, 'incomplete', 'diverted')];
    expect(await walk([], [sheet(3, 2)])).toEqual(['let_3 resolve spoiled sheets_found']);
  });

  test('while the lot is at the printer, all its sheets in the stack make it printed, one too few spoiled', async () => {
    lot.state = 'printing';
    pieces = [suspect(3, 'print_broken_off')];
    expect(await walk([], [sheet(3, 1), sheet(3, 2)])).toEqual(['let_3 resolve printed whole_in_stack']);
    expect(await walk([], [sheet(3, 1)])).toEqual(['let_3 resolve spoiled sheets_found']);
  });

  test.each(['pocket', 'floor'] as const)('an envelope from the %s is scanned into its tray', async (where) => {
    pieces = [suspect(3, where === 'pocket' ? 'diverted' : 'no_record', where === 'pocket' ? 'diverted' : 'suspect')];
    expect(await walk([lying(3, where)])).toEqual([
      `puts ${window(3)} into 12`,
      `try_x pieces ${window(3)} seen_${where}`,
    ]);
  });

  test('a torn envelope from the pocket is opened and spoiled', async () => {
    pieces = [suspect(3, 'diverted', 'diverted')];
    expect(await walk([{ ...lying(3, 'pocket'), damaged: true }])).toEqual([
      `opens ${window(3)}`,
      'let_3 resolve spoiled torn',
    ]);
  });

  test('neighbours of an envelope that is found again are released', async () => {
    pieces = [suspect(2, 'beside_gap'), suspect(3, 'no_record'), suspect(4, 'beside_gap')];
    const told = await walk([lying(2, 'tray', 12), lying(3, 'floor'), lying(4, 'tray', 12)]);
    expect(told.filter((word) => word.startsWith('try_x'))).toEqual([
      `try_x pieces ${window(2)} seen_tray`,
      `try_x pieces ${window(3)} seen_floor`,
      `try_x pieces ${window(4)} seen_tray`,
    ]);
  });

  test('a piece without an envelope: the ones beside it are opened, and what slipped into them is found', async () => {
    pieces = [suspect(2, 'beside_gap'), suspect(3, 'incomplete', 'diverted'), suspect(4, 'beside_gap')];
    expect(await walk([lying(2, 'tray', 12), lying(4, 'tray', 12)], [], [sheet(3, 1)])).toEqual([
      `opens ${window(2)}`,
      'let_2 resolve spoiled opened_from_tray',
      `opens ${window(4)}`,
      'let_4 resolve spoiled opened_from_tray',
      'let_3 resolve spoiled sheets_found',
    ]);
  });

  test('an envelope of which the camera read what does not belong there is opened', async () => {
    pieces = [suspect(3, 'foreign_sheet')];
    expect(await walk([lying(3, 'tray', 12)])).toEqual([
      `opens ${window(3)}`,
      'let_3 resolve spoiled opened_from_tray',
    ]);
  });

  test('nobody acts before somebody is called', async () => {
    lot.needsOperator = false;
    pieces = [suspect(3, 'no_record')];
    expect(await walk([lying(3, 'floor')])).toEqual([]);
  });
});

describe('what lies about', () => {
  const advised = (to: string, tray: object | null = null) => {
    scanned = { piece: suspect(3, 'x', 'missing_at_deposit'), tray, advice: { do: to, tray: null, sentence: '' } };
  };

  test('missing at the post and lying on the desk: a tray is opened for it', async () => {
    advised('open_tray');
    expect(await walk([lying(3, 'desk')])).toEqual([
      `puts ${window(3)} into 99`,
      `try_new pieces ${window(3)} seen_desk`,
    ]);
  });

  test('handed back because its mark cannot be read: it is opened, and its next copy gets another mark', async () => {
    advised('put_into_tray');
    cases = [{ id: 'cas_x', kind: 'refused_at_deposit', windowCode: window(3), reason: 'Affranchissement illisible' }];
    expect(await walk([lying(3, 'back_from_post')])).toEqual([
      `opens ${window(3)}`,
      'let_3 resolve spoiled opened_from_back_from_post',
    ]);
  });

  test('taken out of a tray that is sealed and still here: its seal is broken, and set anew', async () => {
    advised('break_seal', { id: 'try_x', number: 12 });
    expect(await walk([lying(3, 'desk')])).toEqual([
      'try_x break-seal envelope_found_outside',
      `puts ${window(3)} into 12`,
      'try_x seal filled_by_hand',
    ]);
  });

  test('its tray has left: it is kept until the carrier has counted', async () => {
    advised('keep_until_counted');
    expect(await walk([lying(3, 'desk')])).toEqual([]);
  });
});

test('a missing envelope is looked for, and given up', async () => {
  const missing = { id: 'cas_x', kind: 'missing_at_deposit', pieceId: 'let_3.1', windowCode: window(3) };
  cases = [{ ...missing, createdAt: new Date().toISOString() }];
  expect(await walk([])).toEqual([]);
  cases = [{ ...missing, createdAt: new Date(0).toISOString() }];
  expect(await walk([])).toEqual(['cas_x close lost neither_here_nor_there']);
});

test('a tray that a person filled is sealed by a person', async () => {
  trays = [
    { id: 'try_lot', lotId: 'lot_x', sealBrokenAt: null, inside: 3, coming: 0 },
    { id: 'try_own', lotId: null, sealBrokenAt: null, inside: 1, coming: 0 },
    { id: 'try_empty', lotId: null, sealBrokenAt: null, inside: 0, coming: 0 },
  ];
  expect(await walk([])).toEqual(['try_own seal filled_by_hand']);
});
