import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Schemas } from '#client/client';
import { writeLetter } from './letter.ts';
import { addresses, type SendFlags } from './send.ts';
import type { Session } from './session.ts';
import { Ends, exitCodes } from './world.ts';

export interface PreviewFlags extends SendFlags {
  /** File for the PDF. */
  readonly output?: string;
  /** Also the pages as pictures, with the window and all zones drawn over. */
  readonly zones?: true;
}
type Preview = Schemas['Preview'];

/** Shows a letter as it would be printed, with what it weighs and costs. Nothing is ordered. */
export async function preview(session: Session, flags: PreviewFlags): Promise<number> {
  const { pli, world } = session;
  const { to, from } = await addresses(session, { ...flags, sure: true });
  const written = await writeLetter(session, flags, to, from);
  const {
    letters: [letter],
    options,
    sender,
  } = await written.order();
  const body = { letter, ...(options && { options }), ...(sender && { sender }) };
  let made: Preview = await pli.post('/v1/previews', { body, once: randomUUID() });
  let said = '';
  while (made.state === 'making' && !world.signal.aborted) {
    const waits = made.trouble?.detail ?? made.waiting?.sentence ?? 'Being made.';
    if (waits !== said) session.say((said = waits));
    made = await pli.get('/v1/previews/{id}', { params: { path: { id: made.id }, query: { wait: 10 } } });
  }
  if (made.state !== 'ready') return refused(session, made);
  const files = await save(session, made, flags);
  session.result(wordsOf(made, files), { ...made, files });
  return exitCodes.done;
}

function refused(session: Session, made: Preview): number {
  const problems = made.problems.map(
    ({ code, detail, page }) => `    ${page ? `page ${page}: ` : ''}${detail} (${code})`,
  );
  if (made.state !== 'refused') throw new Ends(exitCodes.refused, `The preview is ${made.state}; make it again.`);
  if (session.json) session.result('', made);
  else session.world.say(['This letter cannot be made as it is:', ...problems].join('\n'));
  return exitCodes.refused;
}

async function save({ pli }: Session, { id, made }: Preview, { output, zones }: PreviewFlags): Promise<string[]> {
  const file = output ?? 'preview.pdf';
  writeFileSync(file, await pli.bytes('/v1/previews/{id}/letter.pdf', { params: { path: { id } } }));
  const files = [file];
  for (let number = 1; zones && number <= (made?.pages ?? 0); number++) {
    const picture = `${file.replace(/\.pdf$/i, '')}-${number}.png`;
    const params = { path: { id, number }, query: { zones: 'true' as const } };
    writeFileSync(picture, await pli.bytes('/v1/previews/{id}/pages/{number}.png', { params }));
    files.push(picture);
  }
  return files;
}

function wordsOf({ made, warnings, validUntil }: Preview, files: readonly string[]): string {
  if (made === null) return '';
  const { pages, sheets, envelope, weightMg, weightBand, product, postageCents, plannedDeposit, promise } = made;
  return [
    `${pages} pages on ${sheets} sheets in a ${envelope}, ${(weightMg / 1000).toFixed(1)} g (up to ${weightBand} g), ${product}: ${(postageCents / 100).toFixed(2)} €`,
    `Ordered now, it goes with the deposit of ${plannedDeposit.day}; the post promises ${promise.day} (J+${promise.days}).`,
    ...warnings.map(
      ({ code, detail, page, mustAccept }) =>
        `  ! ${page ? `page ${page}: ` : ''}${detail}${mustAccept ? ` To send it all the same: --accept ${code}` : ''}`,
    ),
    `${files.join(', ')}: what would be printed. Pli keeps it until ${validUntil}.`,
  ].join('\n');
}
