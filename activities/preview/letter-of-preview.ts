import { createHash } from 'node:crypto';
import type { Sql } from '#database/scope';
import { lettersFrom, type WaitingLetter } from '../compose/letters-of-portion.ts';

/** The letter that a preview shows, with all it is made of; undefined when it is no longer to be made (erased, or made by an earlier attempt). */
export async function letterOfPreview(sql: Sql, previewId: string): Promise<WaitingLetter | undefined> {
  const [letter] = await lettersFrom(
    sql,
    // Its options are whole: no order's stand behind them. What must be accepted stops nothing yet.
    `(select made.*, p.contract_id from pli.previews p cross join lateral jsonb_populate_record(null::pli.letters, p.letter) made
       where p.id = $1 and p.state = 'making') l
     cross join lateral (select '{}'::jsonb as options, l.contract_id, '{}'::text[] as accept) o`,
    '',
    [previewId],
  );
  if (letter === undefined) return undefined;
  const [unsaved] = await sql<{ template: { html: string } | null }>(
    `select template from pli.previews where id = $1`,
    [previewId],
  );
  if (!unsaved?.template) return letter;
  const { html } = unsaved.template;
  // Of the same text one template: what the composer keeps of it is found again.
  return { ...letter, template: { version: `unsaved/${createHash('sha256').update(html).digest('hex')}`, html } };
}
