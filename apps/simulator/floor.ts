import type { Inserted, Whereabouts } from './inserted.ts';
import { lotOf } from './faults.ts';
import type { Printed } from './printed.ts';

/** Where somebody who walks through the room looks; everywhere when nothing is said. */
export interface Gaze {
  readonly site?: string | undefined;
  readonly lot?: number | undefined;
  /** Into this tray, at what lies in it. */
  readonly tray?: number | undefined;
}

export interface SeenEnvelope {
  /** Tells two envelopes apart that show the same code. */
  readonly envelope: number;
  readonly site: string;
  readonly lot: number;
  readonly windowCode: string | null;
  readonly where: Whereabouts;
  readonly tray: number | null;
  /** Torn, for all to see. */
  readonly damaged: boolean;
}

export interface SeenSheet {
  readonly site: string;
  readonly lot: number;
  readonly sheetCode: string | null;
  /** bin: in no envelope any more, or never · stack: printed, not inserted yet. */
  readonly where: 'bin' | 'stack';
}

export interface Sight {
  readonly envelopes: SeenEnvelope[];
  readonly sheets: SeenSheet[];
}

const openly: readonly Whereabouts[] = ['floor', 'pocket', 'desk', 'back_from_post'];

/**
 * What a person sees who walks through the print room: envelopes that lie outside the trays, and loose sheets; or what lies in one tray. Not
 * seen is what is inside an envelope, and what the post has.
 */
export function floorSeen({ printed, inserted }: { printed: Printed; inserted: Inserted }, gaze: Gaze): Sight {
  const isLookedAt = ({ site, lot }: { site: string; lot: number }): boolean =>
    (gaze.site === undefined || site === gaze.site) && (gaze.lot === undefined || lot === gaze.lot);
  const envelopes = [...inserted.envelopes.values()]
    .filter(isLookedAt)
    .filter(({ where, tray }) => (gaze.tray === undefined ? openly.includes(where) : tray === gaze.tray))
    .map(({ n, site, lot, windowCode, where, tray, damaged }) => ({
      envelope: n,
      site,
      lot,
      windowCode,
      where,
      tray,
      damaged,
    }));
  if (gaze.tray !== undefined) return { envelopes, sheets: [] };
  return { envelopes, sheets: [...stacked(printed, inserted), ...binned(inserted)].filter(isLookedAt) };
}

function stacked(printed: Printed, inserted: Inserted): SeenSheet[] {
  return printed.stacks().flatMap(({ name, sheets }) => {
    const fed = inserted.lots.get(name)?.fed ?? 0;
    // The machine takes the stack from its top; which sheets it has taken is a matter of count, for codes may be there twice.
    return sheets.slice(fed).map(({ sheetCode }): SeenSheet => ({ ...lotOf(name), sheetCode, where: 'stack' }));
  });
}

function binned(inserted: Inserted): SeenSheet[] {
  const fromMachine = [...inserted.lots.values()].flatMap(({ site, lot, lines }) =>
    lines
      .flatMap((line) =>
        line.kind === 'outsorted' ? [line.sheetCode] : line.outcome === 'incomplete' ? line.sheetCodes : [],
      )
      .map((sheetCode): SeenSheet => ({ site, lot, sheetCode, where: 'bin' })),
  );
  const opened = [...inserted.envelopes.values()]
    .filter(({ where }) => where === 'opened')
    .flatMap(({ site, lot, sheetCodes }) =>
      sheetCodes.map((sheetCode): SeenSheet => ({ site, lot, sheetCode, where: 'bin' })),
    );
  return [...fromMachine, ...opened];
}
