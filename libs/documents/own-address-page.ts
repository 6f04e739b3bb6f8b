import type { Rect } from '#domain/geometry';
import { overlaps, union } from '#domain/geometry';
import type { AddressPageReason } from '#domain/letter-warnings';
import type { MarksBeside } from '#domain/window-marks';
import { judgeWindowText, otherAddressIn, windowOf, type WindowRecord, type WindowVerdict } from '#domain/window-text';
import type { PageLine } from './page-lines.ts';
import { inkBeside, type SeenPage } from './seen-text.ts';

/** The first page of a document, as far down as windows go. */
export type FirstPage = {
  /** The lines that its file holds. */
  readonly said: readonly PageLine[];
  /** Those that may be seen on the paper, and those that are all that is seen in their place. */
  readonly painted: readonly PageLine[];
  readonly seen: readonly PageLine[];
  /** Undefined when the file holds no line, or nothing that can be compared. */
  readonly look: SeenPage | undefined;
};

/** What a first page is good for: to carry the address itself, or why not; and whose address it shows instead. */
export type OwnPage = {
  readonly serves:
    | { readonly senderShown: boolean; readonly marks: MarksBeside | undefined }
    | { readonly why: AddressPageReason; readonly area?: Rect };
  readonly otherAddress?: Rect;
};

/** Fine enough for a hairline and for the dot of an i. */
export const ownPageDpi = 100;

/**
 * Judges a customer's page from its bytes: by its text (#domain/window-text), and by its ink: each line of the address must be seen
 * where the text says it is, and the window must show nothing else at any play.
 */
export function judgeOwnPage({ said, painted, seen, look }: FirstPage, record: WindowRecord): OwnPage {
  // Told whenever it may be seen; to serve takes more.
  const other = otherAddressIn(painted, record);
  const judged = (serves: OwnPage['serves']): OwnPage => ({ serves, ...(other && { otherAddress: other }) });
  const verdict = judgeWindowText(seen, record);
  if (!verdict.serves) return judged(hidden(verdict, said, record) ?? withoutTheRest(verdict));
  const shown = [...verdict.recipient, ...verdict.sender];
  const more = look && inkBeside(look, windowOf(record).ever, shown);
  return judged(
    more ? { why: 'shows_more', area: more } : { senderShown: verdict.sender.length > 0, marks: verdict.marks },
  );
}

type Refused = Extract<WindowVerdict, { serves: false }>;
const withoutTheRest = ({ why, area }: Refused) => ({ why, ...(area && { area }) });

/** Whether a page would be judged otherwise by what its file says: then it is not the text that is wrong, but that it is not what is seen. */
function hidden({ why }: Refused, said: readonly PageLine[], record: WindowRecord): OwnPage['serves'] | undefined {
  if (why !== 'no_text' && why !== 'differs') return undefined;
  const bySaid = judgeWindowText(said, record);
  if (!bySaid.serves && bySaid.why === why) return undefined;
  const { ever } = windowOf(record);
  const boxes = said.filter((line) => overlaps(line, ever)).map(({ x, y, width, height }) => ({ x, y, width, height }));
  return { why: 'not_seen', ...(boxes.length > 0 && { area: boxes.reduce(union) }) };
}
