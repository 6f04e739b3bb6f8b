import { readFileSync } from 'node:fs';
import type { Schemas } from '#client/client';
import { acceptedWarnings, orderOptions, type LetterFlags } from './letter-options.ts';
import { hashOf } from './name-of.ts';
import type { Understood } from './recipient.ts';
import type { Session } from './session.ts';
import { templateVersion } from './template.ts';
import { uploaded } from './upload.ts';
import { Ends, exitCodes } from './world.ts';

/** What one letter is made of. */
export interface Written extends LetterFlags {
  readonly file?: string;
  readonly template?: string;
  readonly data?: readonly string[];
  readonly pages?: string;
  readonly attach?: readonly string[];
  readonly letterhead?: string;
  readonly repair?: true;
}
type Content = Schemas['NewLetter']['content'];
type OrderOfOne = Schemas['NewOrder'] & { letters: [Schemas['NewLetter']] };

/** One letter as an order holds it, and all that it says in a form that does not change when it is sent again. */
export interface WrittenLetter {
  readonly said: object;
  readonly words: string;
  /** Uploads its files. */
  order(): Promise<OrderOfOne>;
}

/** Reads what the flags name. Nothing is uploaded yet. @throws Ends when it is neither a file nor a template */
export async function writeLetter(
  session: Session,
  written: Written,
  to: Understood,
  from: Understood | undefined,
): Promise<WrittenLetter> {
  const { file, template, pages, attach = [], letterhead } = written;
  if ((file === undefined) === (template === undefined))
    throw new Ends(exitCodes.usage, 'Say what the letter is made of: a PDF (pli send letter.pdf …) or --template.');
  const data = template === undefined ? undefined : dataOf(written.data ?? []);
  const version = template === undefined ? undefined : await templateVersion(session, template);
  const hashes = await Promise.all(
    [...(file ? [file] : []), ...attach, ...(letterhead ? [letterhead] : [])].map(hashOf),
  );
  const options = orderOptions(written);
  const accept = acceptedWarnings(written);
  const { reference } = written;
  return {
    said: { to: to.address, from: from?.address, hashes, version, data, pages, options, accept, reference },
    words: file ?? `${template}`,
    async order() {
      const upload = (path: string) => uploaded(session, path, written.repair === true);
      const content: Content =
        version !== undefined
          ? { kind: 'template', templateVersionId: version, data: data ?? {} }
          : { kind: 'document', documentId: await upload(file ?? ''), ...(pages !== undefined && { pages }) };
      const attachments: string[] = [];
      for (const each of attach) attachments.push(await upload(each));
      const backgroundPage = letterhead === undefined ? undefined : await upload(letterhead);
      return {
        options: { ...options, ...(backgroundPage !== undefined && { backgroundPage }) },
        ...(from && { sender: from.address }),
        letters: [{ recipient: to.address, content, attachments, ...(reference && { clientReference: reference }) }],
        accept,
      };
    },
  };
}

/** `--data file.json`, or `--data total=1250 name=Fontaine`: numbers and true or false as such. */
function dataOf(given: readonly string[]): Record<string, unknown> {
  const parts = given.map((each): Record<string, unknown> => {
    const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(each) ?? [];
    if (name === undefined) return JSON.parse(readFileSync(each, 'utf8')) as Record<string, unknown>;
    return { [name]: /^(-?\d+(\.\d+)?|true|false)$/.test(value ?? '') ? (JSON.parse(value ?? '') as unknown) : value };
  });
  return Object.assign({}, ...parts) as Record<string, unknown>;
}
