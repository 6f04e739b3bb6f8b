import type { PreviewInput } from '#contracts/processes';
import { calendarsOf } from '#database/site-profile';
import { productionDataAt } from '#database/production/production-data';
import { MailError } from '#domain/mail-error';
import type { ComposeDeps } from '../compose/deps.ts';
import { judgeOf } from '../compose/judge-letter.ts';
import { makeLetters } from '../compose/make-letters.ts';
import { whileBeating } from '../lot/heartbeat.ts';
import { letterOfPreview } from './letter-of-preview.ts';
import { settlePreview } from './settle-preview.ts';

export interface PreviewOutcome {
  /** `passed_over`: erased meanwhile, or settled by an earlier attempt. */
  outcome: 'ready' | 'refused' | 'passed_over';
  /** Code of why the letter cannot be made as it is. */
  reason?: string;
}

export const previewActivities = (deps: ComposeDeps) => ({
  /**
   * Makes the letter of a preview as an order's is made: composed, or found composed, its sheets counted, enveloped, weighed and priced. The bytes
   * are stored under the key of their composition, so that an order prints the very same. Done twice, it is settled once.
   * @throws MailError when it is no fault of the letter: `profile_not_valid`, `paper_not_stocked`, `browser_unavailable` (later); the preview tells it
   */
  makePreview: (asked: PreviewInput): Promise<PreviewOutcome> => whileBeating(() => makeOrTell(deps, asked)),
});
export type PreviewActivities = ReturnType<typeof previewActivities>;

async function makeOrTell(deps: ComposeDeps, asked: PreviewInput): Promise<PreviewOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make(deps, asked);
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      // The bytes found a moment ago lost their last use since: they are composed anew.
      if (error.code === 'blob_missing' && attempt < 3) continue;
      await tellTrouble(deps, asked, error);
      throw error;
    }
  }
}

async function make(deps: ComposeDeps, { siteId, previewId }: PreviewInput): Promise<PreviewOutcome> {
  const at = deps.records.clock();
  const read = await deps.records.read(siteId, async (sql) => {
    const letter = await letterOfPreview(sql, previewId);
    return letter && { letter, data: await productionDataAt(sql, siteId, at) };
  });
  if (read === undefined) return { outcome: 'passed_over' };
  const { letter, data } = read;
  const judge = judgeOf(siteId, data, calendarsOf(data.profile), at);
  const [made] = await makeLetters(deps, siteId, [letter], data, judge);
  if (made === undefined) throw new Error('a letter was given and none answered');
  if ('stuck' in made) throw made.stuck;
  return deps.records.write(siteId, (tx) => settlePreview(tx, deps.blobs, previewId, made, data));
}

/** Whoever looks at the preview shall know why it is not made yet. */
async function tellTrouble({ records }: ComposeDeps, { siteId, previewId }: PreviewInput, error: MailError) {
  const trouble = JSON.stringify({ code: error.code, detail: error.message });
  await records.write(siteId, ({ sql }) =>
    sql(`update pli.previews set trouble = $2 where id = $1 and state = 'making'`, [previewId, trouble]),
  );
}
