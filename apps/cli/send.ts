import { PliError } from '#client/errors';
import { writeLetter, type Written } from './letter.ts';
import { nameOf } from './name-of.ts';
import { shown, understand, type Understood } from './recipient.ts';
import type { Session } from './session.ts';
import { watch } from './watch.ts';
import { Ends, exitCodes } from './world.ts';

export interface SendFlags extends Written {
  readonly to?: string;
  readonly again?: true;
  readonly sure?: true;
  readonly watch?: true;
}

/** Sends one letter: understands the addresses, shows them, asks, and orders it once, however often the command is run. */
export async function send(session: Session, flags: SendFlags): Promise<number> {
  const { to, from } = await addresses(session, flags);
  const letter = await writeLetter(session, flags, to, from);
  session.say(`\n${letter.words}${flags.service ? `, ${flags.service}` : ''}`);
  await session.confirm('Send it?');
  const once = nameOf('order', letter.said, flags.again === true);
  const body = { ...(await letter.order()), submit: true };
  const order = await session.pli.post('/v1/orders', { body, once }).catch((error: unknown) => {
    // The same was said before, of files that were erased with their letter since.
    if (error instanceof PliError && error.code === 'idempotency_key_reused') return undefined;
    throw error;
  });
  if (order === undefined) {
    session.result('Sent already, and erased since. Nothing was sent again; --again sends it once more.', {
      repeated: true,
    });
    return exitCodes.done;
  }
  const repeated = session.replayed;
  const letterId = order.letters[0]?.id ?? '';
  session.result(
    repeated
      ? `Sent already: letter ${letterId} of order ${order.id}. Nothing was sent again; --again sends it once more.`
      : `Sent: letter ${letterId} of order ${order.id}. Follow it: pli watch ${letterId}`,
    { order, letterId, recipientLines: to.lines, repeated },
  );
  return flags.watch ? watch(session, letterId, {}) : exitCodes.done;
}

/** Both addresses as Pli understood them, shown. @throws Ends when one is in doubt and nobody can be asked */
export async function addresses(
  session: Session,
  flags: Pick<SendFlags, 'to' | 'sender' | 'sure'>,
): Promise<{ to: Understood; from: Understood | undefined }> {
  if (flags.to === undefined)
    throw new Ends(
      exitCodes.usage,
      'Say who gets it: --to "Madame Claire Fontaine, 12 rue des Lilas, 75011 Paris"; or many people: --csv file.',
    );
  const to = await understand(session, flags.to, 'recipient');
  const sender = flags.sender ?? session.settings.sender;
  const from = sender === undefined ? undefined : await understand(session, sender, 'sender');
  session.say(shown('To', to));
  if (from) session.say(shown('From', from));
  const doubts = [...to.doubts, ...(from?.doubts ?? [])];
  if (session.yes && doubts.length > 0 && !flags.sure)
    throw new Ends(
      exitCodes.usage,
      `Nothing was sent: the address leaves a doubt that --yes alone does not settle.\n${doubts.map((doubt) => `    ${doubt}`).join('\n')}\n  How to mend: write the address otherwise, or say --sure when what is printed is right.`,
    );
  return { to, from };
}
