import { MailError } from '#domain/mail-error';
import { demonstrationProfile } from '#domain/site-profiles';
import type { Printer } from '#devices/printer';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';
import type { TestSite } from '#database/testing/fixtures';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterEach(() => {
  room.machines = { printerFor: () => room.floor.printer, inserterFor: () => room.floor.inserter };
});
afterAll(() => room.close());

/** Puts something between the lot and its printer. */
function between(over: (real: Printer) => Partial<Printer>): void {
  const { printer } = room.floor;
  room.machines = { ...room.machines, printerFor: () => ({ ...printer, ...over(printer) }) };
}
const jobsOf = async (site: TestSite, lotId: string) => {
  const { number } = await room.lot(lotId);
  return (await room.floor.records('job_accepted')).filter((job) => job.name === `pli-${site.code}-${String(number)}`);
};
const facts = async (lotId: string) =>
  (
    await room.house.db.asOwner<{ kind: string }>(
      `select kind from pli.facts where subject_id = $1 and kind like 'print.%' order by id`,
      [lotId],
    )
  ).map((fact) => fact.kind);

test('a worker that dies after sending: the printer is asked, and prints once', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 4);
  between((real) => ({
    async submit(job) {
      await real.submit(job);
      throw new Error('killed before the answer was written down');
    },
  }));
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 4 });
  expect(await jobsOf(at.site, lotId)).toHaveLength(1);
  expect(await facts(lotId)).toEqual(['print.attempt', 'print.ended']);
});

test('a worker that dies before sending: only when the printer has said twice that it knows no such job is it sent, under the same commitment', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 4);
  let attempts = 0;
  between((real) => ({
    async submit(job) {
      if (++attempts === 1) throw new Error('killed before a byte was sent');
      return real.submit(job);
    },
  }));
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 4 });
  expect(await jobsOf(at.site, lotId)).toHaveLength(1);
  expect(await facts(lotId)).toEqual(['print.attempt', 'print.not_taken', 'print.attempt', 'print.ended']);
  const steps = await room.house.db.asOwner(
    `select distinct job from pli.irreversible_steps where site_id = $1 and step = 'print'`,
    [at.site.id],
  );
  expect(steps).toHaveLength(1);
});

test('a printer that is away is tried again by itself and was sent nothing before', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2);
  let asked = 0;
  between((real) => ({
    async find(name) {
      if (++asked <= 2) throw new MailError('printer_unreachable', 'It is off.', 'later');
      return real.find(name);
    },
  }));
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed' });
  expect(await jobsOf(at.site, lotId)).toHaveLength(1);
});

test('a refused job calls an operator at once; once the printer is mended and somebody says so, it prints', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2);
  let mended = false;
  between((real) => ({
    async submit(job) {
      if (!mended) throw new MailError('printer_refused', 'It takes no A4.', 'never');
      return real.submit(job);
    },
  }));
  await room.working(at.site, async () => {
    await room.until(lotId, (lot) => lot.needs_operator === true);
    expect(await room.lot(lotId)).toMatchObject({ state: 'printing', operator_reason: 'printer_refused' });
    mended = true;
    await room.house.temporal.client.workflow.getHandle(`lot/${lotId}`).signal('nudge');
    await room.made(lotId);
  });
  expect(await jobsOf(at.site, lotId)).toHaveLength(1);
});

const shortly = { deadlines: { ...demonstrationProfile.deadlines, printSeconds: 2 } };
/** A printer whose connection broke while the job was sent, and that then says nothing until `answers`. */
function silent(answers: () => boolean, sends = true): void {
  between((real) => ({
    async submit(job) {
      if (sends) await real.submit(job);
      throw new MailError('printer_outcome_unknown', 'It was cut off.', 'never');
    },
    async find(name) {
      if (!answers() && (await facts(lotOf.get(name) ?? '')).length > 0)
        throw new MailError('printer_unreachable', 'No answer.', 'later');
      return real.find(name);
    },
  }));
}
const lotOf = new Map<string, string>();

test('a printer that stays silent until the deadline: its copies are suspect, an operator is called; when it speaks they go on', async () => {
  const at = await room.site(shortly);
  const lotId = await room.plannedLot(at, 2);
  lotOf.set(`pli-${at.site.code}-1`, lotId);
  let speaks = false;
  silent(() => speaks);
  await room.working(at.site, async () => {
    await room.until(
      lotId,
      (lot, pieces) => lot.operator_reason === 'printer_silent' && pieces.every((piece) => piece.state === 'suspect'),
    );
    speaks = true;
    await room.made(lotId);
  });
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 2, needs_operator: false });
  expect(await jobsOf(at.site, lotId)).toHaveLength(1);
});

test('a printer that never got the job and was given up: its copies never became paper, each letter is made once in the reprint lot', async () => {
  const at = await room.site(shortly);
  const lotId = await room.plannedLot(at, 2);
  lotOf.set(`pli-${at.site.code}-1`, lotId);
  let speaks = false;
  silent(() => speaks, false);
  await room.working(at.site, async () => {
    const pieces = await room.until(lotId, (_, all) => all.every((piece) => piece.state === 'suspect'));
    await room.resolve(at.site, String(pieces[0]?.id), { found: 'voided' });
    speaks = true;
    await room.made(lotId);
    room.machines = { printerFor: () => room.floor.printer, inserterFor: () => room.floor.inserter };
    await room.made(String((await room.reprintsOf(lotId))[0]?.id));
  });
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_voided: 2, sheets_printed: 0 });
  expect(await jobsOf(at.site, lotId)).toHaveLength(0);
  expect(await room.reprintsOf(lotId)).toMatchObject([{ state: 'closed', pieces: 2, pieces_good: 2 }]);
});

test('a job that the printer broke off: every copy is suspect; found printed they go on, the others get their next copies', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 3);
  between(() => ({
    submit: async () => ({ jobId: 1 }),
    find: async (name) => ({
      jobId: 1,
      name,
      state: 'aborted',
      sheetsCompleted: 2,
      impressionsCompleted: 2,
      at: new Date(),
    }),
  }));
  await room.working(at.site, async () => {
    const pieces = await room.until(
      lotId,
      (lot, all) => lot.needs_operator === true && all.every((piece) => piece.state === 'suspect'),
    );
    expect(await room.lot(lotId)).toMatchObject({ state: 'printing', operator_reason: 'print_broken_off' });
    room.machines = { printerFor: () => room.floor.printer, inserterFor: () => room.floor.inserter };
    for (const piece of pieces)
      await room.resolve(at.site, String(piece.id), { found: piece.position === 1 ? 'spoiled' : 'voided' });
    await room.made(lotId);
    await room.made(String((await room.reprintsOf(lotId))[0]?.id));
  });
  // One banner and one sheet came out; the banner of the end did not.
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_spoiled: 1, pieces_voided: 2 });
  expect((await room.reprintsOf(lotId))[0]).toMatchObject({ state: 'closed', pieces_good: 3 });
});

test('a copy that another job holds is never printed a second time', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2);
  await room.house.db.asOwner(
    `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at)
     select 'print', letter_id, copy, site_id, mode, 'pli-ELSE-1', now() from pli.pieces where lot_id = $1 and position = 1`,
    [lotId],
  );
  await room.working(at.site, async () => {
    await room.until(lotId, (lot) => lot.needs_operator === true);
  });
  expect(await room.lot(lotId)).toMatchObject({ state: 'assembled', operator_reason: 'print_failed' });
  expect(await jobsOf(at.site, lotId)).toHaveLength(0);
});

test('bytes that are not the ones composed stop the lot before it becomes paper', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2);
  await room.house.db.asOwner(
    `update pli.letters set composed_hash = '\\x00' where id = (select letter_id from pli.pieces where lot_id = $1 and position = 2)`,
    [lotId],
  );
  await room.working(at.site, async () => {
    await room.until(lotId, (lot) => lot.needs_operator === true);
  });
  expect(await room.lot(lotId)).toMatchObject({ state: 'planned', operator_reason: 'assembly_failed' });
  const [told] = await room.house.db.asOwner(
    `select data->>'code' as code from pli.events where subject_id = $1 and type = 'lot.operator_called'`,
    [lotId],
  );
  expect(told).toEqual({ code: 'composed_bytes_differ' });
});
