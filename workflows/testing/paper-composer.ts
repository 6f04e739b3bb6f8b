import { MailError } from '#domain/mail-error';
import { countSheets } from '#documents/sheets';
import type { ComposeDeps } from '../../activities/compose/deps.ts';
import { compositionKey } from '#documents/composition-key';

/**
 * Composes at once, without a browser: `data.pages` pages a letter. Counts what it was given, so that a test sees what was not composed twice.
 * With `data.refuse` it refuses the letter by that code.
 */
export class PaperComposer {
  composed: string[] = [];
  /** Called before each chunk; throw to fail it. */
  before: () => Promise<void> | void = () => undefined;

  readonly key: ComposeDeps['composer']['key'] = (request) => compositionKey(request, 'paper');

  readonly compose: ComposeDeps['composer']['compose'] = async ({ letters }) => {
    await this.before();
    return letters.map((request) => {
      const { letterId, content, sides } = request;
      const asked = content.kind === 'template' ? (content.data as { pages?: number; refuse?: string }) : {};
      if (asked.refuse !== undefined)
        return { letterId, ok: false, error: new MailError(asked.refuse, 'It cannot be printed.') };
      this.composed.push(letterId);
      const parts = [{ kind: 'document' as const, pages: asked.pages ?? 1 }];
      const sheets = countSheets(parts, sides);
      return {
        letterId,
        ok: true,
        pdf: Buffer.from(`%PDF ${this.key(request)}`),
        parts,
        sheets,
        sheetCodeZones: Array.from({ length: sheets }, () => 0),
        warnings: [],
      };
    });
  };
}
