import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { WorkflowNotFoundError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { newId } from '#contracts/new-id';
import { NUDGE } from '#contracts/processes';
import { resolvePiece, type Finding } from '#database/production/resolve-piece';
import { write, type TestSite } from '#database/testing/fixtures';
import { compositionKey } from '#documents/composition-key';
import { houseFonts } from '#documents/fonts/house-fonts';
import { saveWithSlots } from '#documents/mark-slots';
import { countSheets } from '#documents/sheets';
import { toolsFromEnv } from '#documents/tools';
import type { SiteProfile } from '#domain/profiles';
import { demonstrationProfile } from '#domain/site-profiles';
import type { ComposeDeps } from '../../activities/compose/deps.ts';
import { composeActivities } from '../../activities/compose/portion.ts';
import type { Floor as Machines, LotDeps } from '../../activities/lot/deps.ts';
import { lotActivities } from '../../activities/lot/index.ts';
import { formLotsActivities } from '../../activities/pool/form-site-lots.ts';
import { openFloor, type Floor } from '../../apps/simulator/testing/floor.ts';
import { watchMachines } from '../../apps/worker/watchers/machines.ts';
import { acceptedOrder, openHouse, type House, type LettersOf, type MailingAccount } from './house.ts';

/** Rows as PostgreSQL's driver gives them to a looker-on. */
type Row = Record<string, unknown>;

/** A house with a floor: lots of real pages go to simulated machines over their real protocols. */
export interface PrintRoom {
  house: House;
  floor: Floor;
  /** The machines as the activities reach them; a test may put something in between. */
  machines: Machines;
  deps(): LotDeps;
  site(profile?: Partial<SiteProfile>): Promise<{ site: TestSite; account: MailingAccount }>;
  /** One planned lot of so many letters, its process not started. */
  plannedLot(at: { site: TestSite; account: MailingAccount }, letters: number, of?: LettersOf): Promise<string>;
  /** The lot's row, and its pieces in order. */
  lot(lotId: string): Promise<Row>;
  pieces(lotId: string): Promise<Row[]>;
  /** Waits until lot and pieces are so; gives the pieces. */
  until(lotId: string, so: (lot: Row, pieces: Row[]) => boolean): Promise<Row[]>;
  /** The lots made for its dead copies. */
  reprintsOf(lotId: string): Promise<Row[]>;
  /** Serves the lot's activities, carries starts and nudges, and watches the machines while `work` goes on. */
  working<T>(
    site: TestSite,
    work: () => Promise<T>,
    how?: { nudges?: 'lost' | 'doubled'; watch?: boolean },
  ): Promise<T>;
  /** Starts the lot's process as the relay does, and waits for its end. */
  made(lotId: string): Promise<void>;
  /** One look at the machines of a site, when `working` does not watch them. @returns how many facts were new */
  look(site: TestSite): Promise<number>;
  resolve(site: TestSite, pieceId: string, finding: Finding): Promise<void>;
  close(): Promise<void>;
}

/** Pages of white paper, real enough to be marked, printed and read. */
const whitePaper: ComposeDeps['composer'] = {
  key: (request) => compositionKey(request, 'white'),
  async compose({ letters }) {
    return Promise.all(
      letters.map(async (request) => {
        const { pages = 1 } = request.content.kind === 'template' ? (request.content.data as { pages?: number }) : {};
        const parts = [{ kind: 'document' as const, pages }];
        const sheets = countSheets(parts, request.sides);
        return {
          letterId: request.letterId,
          ok: true as const,
          pdf: await whitePages(pages),
          parts,
          sheets,
          sheetCodeZones: Array.from({ length: sheets }, () => 0),
          warnings: [],
        };
      }),
    );
  },
};

const made = new Map<number, Promise<Uint8Array>>();
function whitePages(pages: number): Promise<Uint8Array> {
  const known =
    made.get(pages) ??
    PDFDocument.create().then((pdf) => {
      for (let i = 0; i < pages; i++) pdf.addPage([595.28, 841.89]);
      return saveWithSlots(pdf, houseFonts(toolsFromEnv().fonts));
    });
  made.set(pages, known);
  return known;
}

const inActivity = <T>(work: () => Promise<T>): Promise<T> => new MockActivityEnvironment().run(work) as Promise<T>;

/** `clock` is what the activities and the watch go by; `settings` are the simulator's. */
export async function openPrintRoom({
  clock = () => new Date(),
  settings = {},
}: { clock?: () => Date; settings?: Record<string, string> } = {}): Promise<PrintRoom> {
  const [house, floor, workDir] = await Promise.all([
    openHouse({ clock }),
    openFloor(settings),
    mkdtemp(join(tmpdir(), 'pli-work-')),
  ]);
  const rows = (statement: string, ...parameters: unknown[]) => house.db.asOwner<Row>(statement, parameters);
  const real: Machines = { printerFor: () => floor.printer, inserterFor: () => floor.inserter };

  const room: PrintRoom = {
    house,
    floor,
    machines: real,
    deps: () => ({
      records: house.records,
      blobs: house.blobs,
      tools: toolsFromEnv(),
      workDir,
      printerFor: (device) => room.machines.printerFor(device),
      inserterFor: (device) => room.machines.inserterFor(device),
    }),

    async site(profile = {}) {
      const lots = { ...demonstrationProfile.lots, maxWaitSeconds: 0, maxPieces: 1000, maxSheets: 5000 };
      const site = await house.site({ lots, ...profile });
      const range = {
        id: newId('number_range'),
        site_id: site.id,
        mode: 'test',
        kind: 's10',
        prefix: 'RA',
        country: 'FR',
      };
      await write(house.db.api, { role: 'pli_provider' }, (tx) =>
        tx.create('number_range', 'number_range.added', [
          { ...range, first: 10_000_001, last: 10_000_500, next: 10_000_001, created_at: new Date() },
        ]),
      );
      return { site, account: await house.account(site) };
    },

    async plannedLot({ site, account }, letters, of = {}) {
      const order = await acceptedOrder(house, site, account, letters, of);
      const { composePortion } = composeActivities({ ...house, composer: whitePaper });
      for (let from = 0; from < letters; from += 100)
        await inActivity(() => composePortion({ siteId: site.id, orderId: order.id, from, letters: 100 }));
      await inActivity(() => formLotsActivities(house).formSiteLots(site.id));
      const lots = await rows(`select distinct lot_id from pli.pieces p where letter_id = any($1)`, order.letterIds);
      if (lots.length !== 1) throw new Error(`${lots.length} lots were formed`);
      return String(lots[0]?.lot_id);
    },

    lot: async (lotId) => (await rows(`select * from pli.lots where id = $1`, lotId))[0] ?? {},
    pieces: (lotId) =>
      rows(
        `select p.*, t.number as tray from pli.pieces p join pli.trays t on t.id = p.tray_id where p.lot_id = $1 order by position`,
        lotId,
      ),
    async until(lotId, so) {
      for (;;) {
        const pieces = await room.pieces(lotId);
        if (so(await room.lot(lotId), pieces)) return pieces;
        await delay(30);
      }
    },
    reprintsOf: (lotId) => rows(`select * from pli.lots where reprint_of = $1 order by number`, lotId),

    async working(site, work, { nudges, watch = true } = {}) {
      const activities = lotActivities(room.deps());
      const ending = new AbortController();
      const carrying = repeat(ending.signal, () => carry(house, site, nudges));
      const watching = watch ? repeat(ending.signal, () => room.look(site)) : Promise.resolve();
      try {
        return await house.serving(
          { records: activities, compose: activities, machines: activities, post: activities },
          work,
        );
      } finally {
        // Drained first: what the workers still do is watched until the end.
        ending.abort();
        await Promise.all([carrying, watching]);
      }
    },

    async made(lotId) {
      for (;;) {
        try {
          await house.temporal.client.workflow.getHandle(`lot/${lotId}`).result();
          return;
        } catch (error) {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
          await delay(20);
        }
      }
    },

    look: (site) => watchMachines({ database: house.db.worker, clock, ...room.machines }, site.id),

    async resolve(site, pieceId, finding) {
      await write(house.db.api, site.scope, (tx) => resolvePiece(tx, pieceId, finding, 'checked'));
    },

    async close() {
      await house.close();
      await floor.close();
      await rm(workDir, { recursive: true });
    },
  };
  return room;
}

async function repeat(signal: AbortSignal, round: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await round();
    await delay(30);
  }
}

/** Carries the site's starts and nudges of lots to Temporal, as the relay does; nudges may get lost or come twice. */
async function carry({ db, temporal }: House, site: TestSite, nudges?: 'lost' | 'doubled'): Promise<void> {
  const due = await db.asOwner<{
    id: string;
    kind: string;
    workflow_type: string;
    workflow_id: string;
    input: unknown;
  }>(
    `select id, kind, workflow_type, workflow_id, input from pli.outbox where site_id = $1 and done_at is null and kind in ('start', 'nudge') order by id`,
    [site.id],
  );
  const { workflow } = temporal.client;
  for (const row of due) {
    const start = row.kind === 'start' && row.workflow_type === 'lot';
    if (start)
      await workflow
        .start('lot', {
          taskQueue: 'records',
          workflowId: row.workflow_id,
          args: [row.input],
          workflowIdConflictPolicy: 'USE_EXISTING',
        })
        .catch(() => undefined);
    const times = row.kind !== 'nudge' || nudges === 'lost' ? 0 : nudges === 'doubled' ? 2 : 1;
    for (let i = 0; i < times; i++)
      await workflow
        .getHandle(row.workflow_id)
        .signal(NUDGE)
        .catch(() => undefined);
    await db.asOwner(`update pli.outbox set done_at = now() where id = $1`, [row.id]);
  }
}
