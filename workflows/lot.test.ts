import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());

const counted = (rows: Record<string, unknown>[], column: string) =>
  Object.fromEntries([...new Set(rows.map((row) => row[column]))].map((value) => [String(value), rows.filter((row) => row[column] === value).length]));

test('a lot of 200 letters is printed once, inserted, balanced and put into a deposit', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 200, { data: { pages: 3 } });
  await room.working(at.site, () => room.made(at.site, lotId));

  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    sheets_printed: 402,
    sheets_good: 400,
    sheets_banner: 2,
    sheets_spoiled: 0,
    sheets_duplicate: 0,
    pieces_good: 200,
    envelopes_used: 200,
    envelopes_good: 200,
    needs_operator: false,
    deadline_at: null,
  });
  const pieces = await room.pieces(lotId);
  expect(counted(pieces, 'state')).toEqual({ trayed: 200 });
  expect(new Set(pieces.map((piece) => piece.mark)).size).toBe(200);
  const trays = await room.house.db.asOwner<Record<string, unknown>>(`select * from pli.trays where lot_id = $1 order by position`, [lotId]);
  expect(trays.map(({ state, pieces: n }) => [state, n])).toEqual([
    ['sealed', 120],
    ['sealed', 80],
  ]);
  expect(new Set(pieces.map((piece) => piece.deposit_id))).toEqual(new Set(trays.map((tray) => tray.deposit_id)));
  const deposits = await room.house.db.asOwner(`select d.state, o.workflow_type from pli.deposits d join pli.outbox o on o.workflow_id = 'deposit/' || d.id where d.site_id = $1`, [at.site.id]);
  expect(deposits).toEqual([{ state: 'planned', workflow_type: 'deposit' }]);
  expect(await room.floor.records('job_accepted')).toHaveLength(1);

  const description = await room.house.temporal.client.workflow.getHandle(`lot/${lotId}`).describe();
  console.log('transitions', description.raw.workflowExecutionInfo?.stateTransitionCount?.toString(), 'events', description.historyLength, description.historySize);
});
