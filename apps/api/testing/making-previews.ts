import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Composer } from '#documents/composer';
import { toolsFromEnv } from '#documents/tools';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { openBlobs } from '#storage/blobs';
import { previewActivities } from '../../../activities/preview/make-preview.ts';
import { recordsOf } from '../../../activities/records.ts';
import { proofActivities } from '../../../activities/templates/proof-sample.ts';
import '../../../workflows/testing/quiet-runtime.ts';
import type { ApiUnderTest } from './running-api.ts';

/** How often it is looked for something to make, in milliseconds. */
const LOOK_EVERY_MS = 100;

/** The blobs that an API and a print room of one test share. */
export interface SharedStore {
  environment: { BLOB_DIR: string; MASTER_KEY_FILE: string };
  remove(): Promise<void>;
}

export async function sharedStore(): Promise<SharedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'pli-previews-'));
  return {
    environment: { BLOB_DIR: join(folder, 'blobs'), MASTER_KEY_FILE: join(folder, 'master.key') },
    remove: () => rm(folder, { recursive: true }),
  };
}

/**
 * A print room that makes previews and proofs of templates as soon as they are asked for, with the real composer: what the worker does, without
 * workflows between. @returns what ends it
 */
export async function makingPreviews(t: ApiUnderTest, { environment }: SharedStore): Promise<() => Promise<void>> {
  const composer = new Composer({ tools: toolsFromEnv(), pages: 1 });
  const deps = {
    records: recordsOf(t.database.worker, () => new Date(), 'bundle'),
    blobs: openBlobs(localBlobs(environment.BLOB_DIR), await masterKeyOfFile(environment.MASTER_KEY_FILE)),
    composer,
  };
  let isOver = false;
  const dueAt = new Date().toISOString();
  const round = async () => {
    const previews = await t.database.asOwner<{ id: string; site_id: string }>(
      `select id, site_id from pli.previews where state = 'making' order by id`,
    );
    for (const { id, site_id } of previews)
      await new MockActivityEnvironment().run(previewActivities(deps).makePreview, {
        siteId: site_id,
        previewId: id,
        dueAt,
      });
    const proofs = await t.database.asOwner<{ id: string; proofs: number; site_id: string }>(
      `select v.id, v.proofs, c.site_id from pli.template_versions v join pli.contracts c on c.account_id = v.account_id and c.mode = v.mode
       where v.state = 'proofing'`,
    );
    for (const { id, proofs: proof, site_id } of proofs)
      await new MockActivityEnvironment().run(proofActivities(deps).proofSample, {
        siteId: site_id,
        versionId: id,
        proof,
        dueAt,
      });
  };
  const rounds = (async () => {
    while (!isOver) {
      await round();
      await delay(LOOK_EVERY_MS);
    }
  })();
  return async () => {
    isOver = true;
    await rounds;
    await composer.close();
  };
}
