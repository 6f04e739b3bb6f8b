import { letterContentHash, type LetterContent } from '../content-hash.ts';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

const BATCH = 2000;

/** Answers kept under idempotency keys tell nothing of what was erased. */
export async function checkAnswers(sql: Sql, findings: Findings): Promise<void> {
  await findings.addFrom(
    sql,
    'mismatched',
    'content',
    `select i.names as subject, 'was erased, and an answer kept under an idempotency key still tells of it' as text from pli.idempotency_keys i
     where i.erased_at is null and i.names is not null and (
       exists (select from pli.documents d where d.id = i.names and d.state = 'erased')
       or exists (select from pli.subscribers s where s.id = i.names and s.state = 'deleted'))`,
    [],
  );
}

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
