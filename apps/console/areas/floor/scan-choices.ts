import { http, type Schemas } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';

export type Scanned = Schemas['Scanned'];

/** What may be done about what was scanned, in the order of its digits. */
export type Choice =
  | {
      readonly what: 'intoTray';
      readonly tray: { readonly id: string; readonly number: number };
      readonly windowCode: string;
    }
  | { readonly what: 'spoil'; readonly piece: string }
  | { readonly what: 'seal'; readonly tray: string }
  | { readonly what: 'openThis'; readonly to: string };

/** Why a piece is spoiled: asked before, told by the ledger. In the order of their digits. */
export const spoilReasons = ['wrong_contents', 'torn', 'soiled'] as const;
export type SpoilReason = (typeof spoilReasons)[number];

/** What has happened, for the words of the desk. */
export type Outcome = 'trayed' | 'already_there' | 'reappeared' | 'spoiled' | 'sealed';

/** @param may whether the desk may change anything */
export function choicesFor({ piece, tray, lot, deposit, advice }: Scanned, may: boolean): Choice[] {
  const choices: Choice[] = [];
  if (piece !== null && may) {
    if (advice.tray !== null) choices.push({ what: 'intoTray', tray: advice.tray, windowCode: piece.windowCode });
    if (['check', 'put_aside_and_spoil', 'put_into_tray', 'open_tray'].includes(advice.do))
      choices.push({ what: 'spoil', piece: piece.id });
  }
  if (piece === null && tray !== null && may && advice.do === 'seal') choices.push({ what: 'seal', tray: tray.id });
  const to =
    piece !== null
      ? `/pieces/${piece.id}`
      : tray !== null
        ? `/trays/${tray.id}`
        : lot !== null
          ? `/lots/${lot.id}`
          : deposit !== null
            ? `/deposits/${deposit.id}`
            : undefined;
  if (to !== undefined) choices.push({ what: 'openThis', to });
  return choices;
}

/** Puts a closed envelope into a tray. Throws `Problem`. */
export async function intoTray(trayId: string, windowCode: string): Promise<Outcome> {
  const { data } = await http.POST('/v1/site/trays/{id}/pieces', {
    params: { path: { id: trayId } },
    body: { windowCode, reason: 'scanned_into_tray' },
    headers: newOnce(),
  });
  return data?.outcome ?? 'trayed';
}

/** Tells of a piece that it was opened and put into the sealed bin. Throws `Problem`. */
export async function spoil(piece: string, reason: SpoilReason): Promise<Outcome> {
  await http.POST('/v1/site/pieces/{id}/resolve', {
    params: { path: { id: piece } },
    body: { found: 'spoiled', reason },
    headers: newOnce(),
  });
  return 'spoiled';
}

/** Has a tray sealed that is complete. Throws `Problem`. */
export async function seal(tray: string): Promise<Outcome> {
  await http.POST('/v1/site/trays/{id}/seal', { params: { path: { id: tray } }, body: { reason: 'last_piece_in' } });
  return 'sealed';
}
