import { findingsIn } from './testing/findings-in.ts';
import { keepHistory } from './testing/keep-history.ts';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());

const keep = (lotId: string, name: string) => keepHistory(room.house.temporal.client, `lot/${lotId}`, name);
const counted = (rows: Record<string, unknown>[], column: string) =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row[column]))].map((value) => [
      String(value),
      rows.filter((row) => row[column] === value).length,
    ]),
  );

test('a lot of 200 letters is printed once, inserted, balanced and put into a deposit', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 200, { data: { pages: 3 } });
  await room.working(at.site, () => room.made(lotId));

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
  const trays = await room.house.db.asOwner<Record<string, unknown>>(
    `select * from pli.trays where lot_id = $1 order by position`,
    [lotId],
  );
  expect(trays.map(({ state, pieces: n }) => [state, n])).toEqual([
    ['sealed', 120],
    ['sealed', 80],
  ]);
  expect(new Set(pieces.map((piece) => piece.deposit_id))).toEqual(new Set(trays.map((tray) => tray.deposit_id)));
  // One deposit, or two when a slot passed between the two seals: each is planned, and its process started.
  const deposits = await room.house.db.asOwner<Record<string, unknown>>(
    `select d.id, d.state, o.workflow_type from pli.deposits d join pli.outbox o on o.workflow_id = 'deposit/' || d.id where d.site_id = $1`,
    [at.site.id],
  );
  expect(new Set(deposits.map(({ id }) => id))).toEqual(new Set(trays.map((tray) => tray.deposit_id)));
  for (const deposit of deposits) expect(deposit).toMatchObject({ state: 'planned', workflow_type: 'deposit' });
  expect(await room.floor.records('job_accepted')).toHaveLength(1);

  // Cheap enough for many lots: batches, no signal a piece. (A nudge more or less, by how the machines' ends fall.)
  const { raw } = await room.house.temporal.client.workflow.getHandle(`lot/${lotId}`).describe();
  expect(Number(raw.workflowExecutionInfo?.stateTransitionCount)).toBeLessThanOrEqual(60);
  await keep(lotId, 'lot-200-pieces');
});

test('sheets that a jam prints again balance as duplicates', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 12);
  await room.floor.post('/faults', { lot: 'next', fault: 'jam', sheets: 3 });
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    sheets_printed: 17,
    sheets_good: 12,
    sheets_banner: 2,
    sheets_duplicate: 3,
    pieces_good: 12,
  });
});

test('a printer that is cut off before it answers prints once', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 5);
  await room.floor.post('/faults', { lot: 'next', fault: 'unknown_answer' });
  const { number } = await room.lot(lotId);
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 5 });
  const jobs = await room.floor.records('job_accepted');
  expect(jobs.filter((job) => job.name === `pli-${at.site.code}-${String(number)}`)).toHaveLength(1);
  await keep(lotId, 'lot-unknown-answer');
});

test('two letters with swapped contents wait for a person; spoiled, their next copies make a lot of their own', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 6, { data: { pages: 4 } });
  await room.floor.post('/faults', { lot: 'next', fault: 'swap' });
  await room.working(at.site, async () => {
    const suspects = await room.until(
      lotId,
      (lot, pieces) => lot.state === 'reconciling' && pieces.some((piece) => piece.state === 'suspect'),
    );
    expect(suspects.filter((piece) => piece.state === 'suspect')).toHaveLength(2);
    expect(await room.lot(lotId)).toMatchObject({ needs_operator: true, operator_reason: 'pieces_unresolved' });
    for (const piece of suspects)
      if (piece.state === 'suspect') await room.resolve(at.site, String(piece.id), { found: 'spoiled' });
    await room.made(lotId);
    const [reprint] = await room.reprintsOf(lotId);
    await room.made(String(reprint?.id));
  });
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces_good: 4,
    pieces_spoiled: 2,
    sheets_spoiled: 4,
    envelopes_used: 6,
    envelopes_spoiled: 2,
  });

  await keep(lotId, 'lot-swap-reprinted');

  const [reprint] = await room.reprintsOf(lotId);
  expect(reprint).toMatchObject({ kind: 'reprint', state: 'closed', pieces: 2, pieces_good: 2, sheets_good: 4 });
  const copies = await room.pieces(String(reprint?.id));
  expect(copies.map(({ copy, state, position }) => [copy, state, position])).toEqual([
    [2, 'trayed', 1],
    [2, 'trayed', 2],
  ]);
  const letters = await room.house.db.asOwner(`select current_copy, state from pli.letters where id = any($1)`, [
    copies.map((piece) => piece.letter_id),
  ]);
  expect(letters).toEqual([
    { current_copy: 2, state: 'in_production' },
    { current_copy: 2, state: 'in_production' },
  ]);
  const refunds = await room.house.db.asOwner(
    `select state, copy, count(*)::int as n from pli.postage_entries where letter_id = any($1) group by 1, 2 order by 2`,
    [copies.map((piece) => piece.letter_id)],
  );
  expect(refunds).toEqual([
    { state: 'refund_due', copy: 1, n: 2 },
    { state: 'marked', copy: 2, n: 2 },
  ]);
});

test('a diverted letter is checked and released into its tray', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 4);
  await room.floor.post('/faults', { lot: 'next', fault: 'divert' });
  await room.working(at.site, async () => {
    const pieces = await room.until(lotId, (_, all) => all.some((piece) => piece.state === 'diverted'));
    const diverted = pieces.find((piece) => piece.state === 'diverted');
    await room.resolve(at.site, String(diverted?.id), { found: 'trayed', tray: Number(diverted?.tray) });
    await room.made(lotId);
  });
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces_good: 4,
    envelopes_used: 4,
    envelopes_spoiled: 0,
  });
});

test('registered letters take their numbers from the range; a spoiled copy voids its own, the next copy takes another', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 3, { service: 'registered' });
  await room.floor.post('/faults', { lot: 'next', fault: 'divert' });
  await room.working(at.site, async () => {
    const pieces = await room.until(lotId, (_, all) => all.some((piece) => piece.state === 'diverted'));
    await room.resolve(at.site, String(pieces.find((piece) => piece.state === 'diverted')?.id), { found: 'spoiled' });
    await room.made(lotId);
    const [reprint] = await room.reprintsOf(lotId);
    await room.made(String(reprint?.id));
  });
  const numbers = await room.house.db.asOwner(
    `select number, code, state, copy from pli.registered_numbers where site_id = $1 order by number`,
    [at.site.id],
  );
  expect(numbers.map(({ state, copy }) => `${String(copy)} ${String(state)}`).sort()).toEqual([
    '1 assigned',
    '1 assigned',
    '1 void',
    '2 assigned',
  ]);
  expect(numbers.map(({ number }) => Number(number))).toEqual([10_000_001, 10_000_002, 10_000_003, 10_000_004]);
  const letters = await room.house.db.asOwner(
    `select registered_number from pli.letters where site_id = $1 order by 1`,
    [at.site.id],
  );
  expect(letters).toHaveLength(3);
  const pieces = await room.pieces(lotId);
  expect(
    pieces
      .filter((piece) => piece.state === 'trayed')
      .every((piece) => piece.coupon_at !== null && piece.franked_at !== null),
  ).toBe(true);
});

test.each(['lost', 'doubled'] as const)('nudges that are %s change nothing', async (nudges) => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 3);
  await room.working(at.site, () => room.made(lotId), { nudges });
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 3 });
});

test("rows, ledger and the floor's own journal agree on all of it", async () => {
  expect(await findingsIn(room)).toEqual([]);
});
