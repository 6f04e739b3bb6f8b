import type { ProblemItem } from '#contracts/api/problem';
import type { Sql } from '#database/scope';
import { addressLines, senderLine, type PostalAddress } from '#domain/address';
import type { GeometryProfile, Rect } from '#domain/geometry';
import { otherAddressInWindow } from '#domain/letter-warnings';
import { MailError } from '#domain/mail-error';
import { otherAddressIn, showsAddress, type TextLine } from '#domain/window-text';
import { pointerOf } from '../http/validation.pipe.ts';

/** A letter of a document as far as its first page and its address go. */
interface Addressed {
  id: string;
  recipient: PostalAddress;
  sender: PostalAddress | null;
  country: string;
  document_id: string | null;
  document_pages: string | null;
  accept: readonly string[];
}

/** First pages are read, and letters looked at, so many at a time: lines of text take some kilobytes a page. */
const AT_ONCE = 500;
/** A caller mends a few and looks again. */
const MOST_ITEMS = 100;

/** The first of the pages that ranges name. */
const firstOf = (ranges: string | null): number => (ranges === null ? 1 : parseInt(ranges, 10));
const keyOf = (letter: Pick<Addressed, 'document_id' | 'document_pages'>) =>
  `${letter.document_id}/${firstOf(letter.document_pages)}`;

/**
 * Letters whose document shows somebody else's address in the window, and whose sender has not accepted it: told before they are firm. Judged
 * by the text that was read at upload; the composer judges again by what is seen. Places are in the body's `letters`.
 */
export async function otherAddresses(
  sql: Sql,
  letters: readonly Addressed[],
  accepted: readonly string[],
  geometry: GeometryProfile,
): Promise<ProblemItem[]> {
  if (accepted.includes('other_address_in_window')) return [];
  const asked = letters.filter(({ accept, document_id }) => document_id !== null && !isAccepted(accept));
  const pages = await firstPages(sql, asked, geometry);
  return letters.flatMap((letter, i) => {
    const area = asked.includes(letter) ? otherAddressOf(letter, pages, geometry) : undefined;
    return area ? [itemOf(area, letter, { pointer: pointerOf(['letters', i, 'content']) })] : [];
  });
}

/** The same for the letters of a stored draft, of any number: those of which a page shows an address at all are read. */
export async function otherAddressesStored(
  sql: Sql,
  orderId: string,
  accepted: readonly string[],
  geometry: GeometryProfile,
): Promise<ProblemItem[]> {
  if (accepted.includes('other_address_in_window')) return [];
  const sources = await sql<{ document_id: string; document_pages: string | null }>(
    `select distinct document_id, document_pages from pli.letters
     where order_id = $1 and state = 'draft' and document_id is not null and not accept @> array['other_address_in_window']`,
    [orderId],
  );
  const items: ProblemItem[] = [];
  for (let from = 0; from < sources.length && items.length < MOST_ITEMS; from += AT_ONCE) {
    const some = sources.slice(from, from + AT_ONCE);
    const pages = await firstPages(sql, some, geometry);
    const showing = some.filter((source) => pages.has(keyOf(source)));
    if (showing.length > 0) items.push(...(await otherAddressesOf(sql, orderId, showing, pages, geometry)));
  }
  return items.slice(0, MOST_ITEMS);
}

/** Goes through the letters made of these pages, by position. */
async function otherAddressesOf(
  sql: Sql,
  orderId: string,
  sources: readonly { document_id: string; document_pages: string | null }[],
  pages: ReadonlyMap<string, TextLine[]>,
  geometry: GeometryProfile,
): Promise<ProblemItem[]> {
  const items: ProblemItem[] = [];
  for (let last = 0; items.length < MOST_ITEMS;) {
    const letters = await sql<Addressed & { position: number }>(
      `select l.id, l.position, l.recipient, l.sender, l.country, l.document_id, l.document_pages, l.accept from pli.letters l
       join unnest($2::text[], $3::text[]) as s(document_id, pages)
         on s.document_id = l.document_id and s.pages is not distinct from l.document_pages
       where l.order_id = $1 and l.state = 'draft' and l.position > $4 and not l.accept @> array['other_address_in_window']
       order by l.position limit $5`,
      [orderId, sources.map((s) => s.document_id), sources.map((s) => s.document_pages), last, AT_ONCE],
    );
    for (const letter of letters) {
      const area = otherAddressOf(letter, pages, geometry);
      if (area) items.push(itemOf(area, letter, { pointer: pointerOf(['content']), letterId: letter.id }));
    }
    if (letters.length < AT_ONCE) return items;
    last = letters.at(-1)?.position ?? 0;
  }
  return items;
}

/** The lines of the first pages that show an address in the window, by document and page. */
async function firstPages(
  sql: Sql,
  letters: readonly Pick<Addressed, 'document_id' | 'document_pages'>[],
  geometry: GeometryProfile,
): Promise<Map<string, TextLine[]>> {
  const wanted = new Map(letters.map((letter) => [keyOf(letter), letter]));
  if (wanted.size === 0) return new Map();
  const rows = await sql<{ key: string; lines: TextLine[] | null }>(
    `select w.key, d.page_lines->(w.page - 1) as lines from unnest($1::text[], $2::text[], $3::int[]) as w(key, id, page)
     join pli.documents d on d.id = w.id where d.page_lines is not null`,
    [
      [...wanted.keys()],
      [...wanted.values()].map(({ document_id }) => document_id),
      [...wanted.values()].map(({ document_pages }) => firstOf(document_pages)),
    ],
  );
  return new Map(
    rows.flatMap(({ key, lines }) => (lines && showsAddress(lines, geometry) ? [[key, lines] as const] : [])),
  );
}

function otherAddressOf(letter: Addressed, pages: ReadonlyMap<string, TextLine[]>, geometry: GeometryProfile) {
  const lines = pages.get(keyOf(letter));
  if (lines === undefined) return undefined;
  try {
    const recipientLines = addressLines(letter.recipient);
    const sender = letter.sender ? senderLine(letter.sender, letter.country) : '';
    return otherAddressIn(lines, { recipientLines, senderLine: sender, geometry });
  } catch (error) {
    // An address that cannot be printed is told as such.
    if (error instanceof MailError) return undefined;
    throw error;
  }
}

const isAccepted = (accept: readonly string[]) => accept.includes('other_address_in_window');

function itemOf(
  area: Rect,
  { document_pages }: Addressed,
  place: Pick<ProblemItem, 'pointer' | 'letterId'>,
): ProblemItem {
  const warning = otherAddressInWindow(area);
  return {
    code: 'warning_not_accepted',
    detail: `${warning.code}: ${warning.detail}`,
    page: firstOf(document_pages),
    ...(warning.area && { area: warning.area }),
    ...place,
  };
}
