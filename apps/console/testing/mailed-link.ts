import { personLetter } from '#contracts/person-mail';
import type { ApiUnderTest } from '../../api/testing/running-api.ts';

/** The link of the last mail, as the worker would send it. */
export async function mailedLink({ database, masterKey }: ApiUnderTest): Promise<string> {
  const [mail] = await database.asOwner<{ id: string; sealed: Buffer }>(
    `select id, sealed from pli.person_mails order by id desc limit 1`,
  );
  if (mail === undefined) throw new Error('no mail was written');
  return personLetter.parse(JSON.parse(masterKey.unwrap(mail.sealed, mail.id).toString())).link;
}
