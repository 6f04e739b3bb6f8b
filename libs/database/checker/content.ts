import { letterContentHash, type LetterContent } from '../content-hash.ts';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

const BATCH = 2000;

/** What a letter says is what its hash in the ledger was made of, as long as it is not erased. */
export async function checkContent(sql: Sql, findings: Findings): Promise<void> {
  for (let after = ''; ;) {
    const letters = await sql<LetterContent & { id: string; content_key: Buffer | null; content_hash: Buffer | null }>(
      `select id, recipient, sender, data, client_reference, content_key, content_hash from pli.letters
       where id > $1 and erased_at is null and state not in ('draft', 'deleted') order by id limit ${BATCH}`,
      [after],
    );
    for (const letter of letters) {
      const { id, content_key: key, content_hash: hash } = letter;
      if (key === null || hash === null) findings.add('mismatched', 'content', id, 'has content and no hash of it');
      else if (!letterContentHash(key, letter).equals(hash))
        findings.add('mismatched', 'content', id, 'its content is not what was hashed');
    }
    const last = letters.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
