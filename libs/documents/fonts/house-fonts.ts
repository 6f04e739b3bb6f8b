import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MailError } from '#domain/mail-error';
import { TrueTypeFont } from './true-type.ts';

/** The faces that Pli itself prints with: Liberation Sans, the metric twin of Arial, in every Debian. */
export type HouseFonts = { readonly regular: TrueTypeFont; readonly bold: TrueTypeFont; readonly fingerprint: string };

const usualFolders = [
  '/usr/share/fonts/truetype/liberation',
  '/usr/share/fonts/truetype/liberation2',
  '/usr/share/fonts/liberation',
  '/usr/share/fonts/liberation-sans',
  // Where set-up unpacks Debian's package when it may not install it.
  '.local/debian/usr/share/fonts/truetype/liberation',
  '.local/debian/usr/share/fonts/truetype/liberation2',
];
const loaded = new Map<string, HouseFonts>();

/** Reads the fonts of `folder`, else of the first usual place that has them; kept for the process. Errors: `fonts_missing`. */
export function houseFonts(folder?: string): HouseFonts {
  const found = (folder === undefined ? usualFolders : [folder]).find((f) => existsSync(join(f, files.regular)));
  if (found === undefined)
    throw new MailError(
      'fonts_missing',
      'Liberation Sans was not found: another font would change line breaks. Install fonts-liberation or set LIBERATION_FONTS.',
      'later',
    );
  const known = loaded.get(found);
  if (known) return known;
  const regular = readFileSync(join(found, files.regular));
  const bold = readFileSync(join(found, files.bold));
  const fonts = {
    regular: new TrueTypeFont(regular, 'LiberationSans'),
    bold: new TrueTypeFont(bold, 'LiberationSans-Bold'),
    fingerprint: createHash('sha256').update(regular).update(bold).digest('hex'),
  };
  loaded.set(found, fonts);
  return fonts;
}

const files = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' };
