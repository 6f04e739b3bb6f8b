import { statSync, writeFileSync } from 'node:fs';
import type { Schemas } from '#client/client';
import { bar, seldom } from './bar.ts';
import { acceptedWarnings, orderOptions, type LetterFlags } from './letter-options.ts';
import { mappingOf } from './mapping.ts';
import { hashOf, nameOf } from './name-of.ts';
import { understand } from './recipient.ts';
import type { Session } from './session.ts';
import { templateVersion } from './template.ts';
import { uploaded } from './upload.ts';
import { watch } from './watch.ts';
import { Ends, exitCodes } from './world.ts';

export interface SendFileFlags extends LetterFlags {
  readonly csv?: string;
  readonly jsonl?: string;
  readonly file?: string;
  readonly template?: string;
  readonly repair?: true;
  readonly map?: readonly string[];
  readonly errors?: string;
  readonly leaveOut?: true;
  readonly again?: true;
  readonly watch?: true;
}
type Import = Schemas['Import'];

/**
 * Sends a letter to each row of a file. Broken off anywhere, the same command goes on where it was: order, import and submission have
 * names made of the file and of what is said of it.
 */
export async function sendFile(session: Session, flags: SendFileFlags): Promise<number> {
  const { pli } = session;
  const job = await prepare(session, flags);
  const order = await pli.post('/v1/orders', { body: { options: orderOptions(flags) }, once: job.name('order') });
  const known = await pli.get('/v1/orders/{id}', { params: { path: { id: order.id } } });
  if (known.state !== 'draft') {
    session.result(
      `Sent already: order ${order.id}, ${known.letterCount} letters. Nothing was sent again; --again sends them once more.`,
      { order: known, repeated: true },
    );
    return flags.watch ? watch(session, order.id, {}) : exitCodes.done;
  }
  const { id } = await pli.post('/v1/imports', {
    body: { orderId: order.id, ...job.reading },
    once: job.name('import'),
  });
  const read = await pli.sendFile(id, job.file, progressOf(session));
  if (read.state !== 'complete')
    throw new Ends(exitCodes.refused, `The import ${id} is ${read.state}. Say --again to send the file once more.`);
  session.say(readingOf(read));
  if (read.rows.leftOut > 0) await saidOfRowsLeftOut(session, read, flags, job.file);
  await session.confirm(`Send ${letters(read.rows.taken)}?`);
  const receipt = await submit(session, order.id, flags, job.name('submit'));
  session.result(`Sent: ${letters(read.rows.taken)}, order ${order.id}. Follow it: pli watch ${order.id}`, {
    order: receipt,
    import: read,
    repeated: false,
  });
  return flags.watch ? watch(session, order.id, {}) : exitCodes.done;
}

/** All that must be known before anything is sent, and the names that make the command repeatable. */
async function prepare(session: Session, flags: SendFileFlags) {
  const file = flags.csv ?? flags.jsonl ?? '';
  const format = flags.csv === undefined ? ('jsonl' as const) : ('csv' as const);
  statSync(file);
  const version = flags.template === undefined ? undefined : await templateVersion(session, flags.template);
  const pdf = flags.file === undefined ? undefined : await uploaded(session, flags.file, flags.repair === true);
  if (format === 'csv' && (version === undefined) === (pdf === undefined))
    throw new Ends(exitCodes.usage, 'Say what the letters are made of: --template, or a PDF that all of them get.');
  const content =
    version !== undefined
      ? { content: { kind: 'template' as const, templateVersionId: version } }
      : pdf !== undefined
        ? { content: { kind: 'document' as const, documentId: pdf } }
        : {};
  const sender = flags.sender ?? session.settings.sender;
  const from = sender === undefined ? undefined : await understand(session, sender, 'sender');
  const reading = {
    format,
    ...(format === 'csv' && { mapping: mappingOf(flags.map) }),
    letter: { ...content, ...(from && { sender: from.address }) },
  };
  const said = { hash: await hashOf(file), reading, options: orderOptions(flags) };
  const suffix = flags.again === true ? nameOf('again', said, true) : '';
  return { file, reading, name: (what: string) => nameOf(`file-${what}`, { said, suffix }, false) };
}

async function submit(session: Session, id: string, flags: SendFileFlags, once: string) {
  const accept = acceptedWarnings(flags);
  const body = { ...(flags.leaveOut && { importErrors: 'leave_out' as const }), ...(accept.length > 0 && { accept }) };
  return session.pli.post('/v1/orders/{id}/submit', { params: { path: { id } }, body, once });
}

/** @throws Ends when rows were left out and the person did not say that this is right */
async function saidOfRowsLeftOut(session: Session, { id, rows }: Import, flags: SendFileFlags, file: string) {
  const errors = flags.errors ?? `${file}.errors.csv`;
  writeFileSync(errors, await session.pli.bytes('/v1/imports/{id}/errors.csv', { params: { path: { id } } }));
  const words = `${rows.leftOut} of ${rows.read} rows cannot be sent; ${errors} says of each what is wrong and how to mend it.`;
  if (!flags.leaveOut)
    throw new Ends(
      exitCodes.refused,
      `${words}\n  Nothing was sent. Mend the rows and run the command again; or send the other ${rows.taken} with --leave-out.`,
    );
  session.say(words);
}

function readingOf({ rows, reading }: Import): string {
  if (reading === null) return `${rows.read} rows.`;
  const { encoding, delimiter, unusedColumns } = reading;
  const unused = unusedColumns.length > 0 ? ` Columns taken for nothing: ${unusedColumns.join(', ')}.` : '';
  const how = [encoding, delimiter && `columns cut by "${delimiter === '\t' ? 'tab' : delimiter}"`]
    .filter(Boolean)
    .join(', ');
  return `${rows.read} rows${how ? ` (${how})` : ''}: ${letters(rows.taken)}, ${rows.leftOut} left out.${unused}`;
}

function progressOf({ world, json }: Session) {
  const draw = seldom(200, (sent: number, all: number) =>
    world.redraw(bar('Sending', sent, all, `${megabytes(sent)} of ${megabytes(all)}`)),
  );
  return json ? () => undefined : draw;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const letters = (count: number) => (count === 1 ? '1 letter' : `${count.toLocaleString('en')} letters`);
