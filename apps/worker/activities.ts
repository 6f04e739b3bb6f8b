import type { DataSource } from 'typeorm';
import type { Clock } from '#database/ledger';
import type { Composer } from '#documents/composer';
import type { DocumentTools } from '#documents/tools';
import type { Blobs } from '#storage/blobs';
import type { MasterKey } from '#storage/master-key';
import { intakeRecordActivities } from '../../activities/compose/accept-letters.ts';
import { composeActivities } from '../../activities/compose/portion.ts';
import { formLotsActivities } from '../../activities/pool/form-site-lots.ts';
import { lotActivities } from '../../activities/lot/index.ts';
import { depositActivities } from '../../activities/deposit/index.ts';
import { erasureActivities } from '../../activities/erasure/index.ts';
import { previewActivities } from '../../activities/preview/make-preview.ts';
import { proofActivities } from '../../activities/templates/proof-sample.ts';
import { trackingActivities } from '../../activities/tracking/index.ts';
import { supportActivities } from '../../activities/support/index.ts';
import type { RecordsOfAll } from '../../activities/records.ts';
import { floor } from './floor.ts';
import { post } from './post.ts';
import type { WorkerSettings } from './settings.ts';

/** What activities are made of; opened once a process, closed when it ends. */
export interface WorkerParts {
  settings: WorkerSettings;
  database: DataSource;
  records: RecordsOfAll;
  blobs: Blobs;
  masterKey: MasterKey;
  composer: Composer;
  tools: DocumentTools;
  clock: Clock;
}

export type ActivityQueue = 'records' | 'compose' | 'machines' | 'post';

/** The activities each queue serves. Every business gives a factory over what it needs; here they meet. */
export function activitiesOf(parts: WorkerParts): Record<ActivityQueue, object> {
  const workDir = parts.settings.WORK_DIR;
  const lot = lotActivities({ ...parts, ...floor, workDir });
  const deposit = depositActivities({ ...parts, ...post });
  const erasure = erasureActivities({ ...parts, ...floor, workDir });
  return {
    records: {
      ...intakeRecordActivities(parts),
      ...formLotsActivities(parts),
      ...lot,
      ...deposit,
      ...erasure,
      ...supportActivities(parts),
    },
    compose: {
      ...composeActivities(parts),
      ...proofActivities(parts),
      ...previewActivities(parts),
      ...lot,
      ...deposit,
    },
    machines: { ...lot, ...deposit },
    post: { ...lot, ...deposit, ...trackingActivities({ ...parts, ...post }) },
  };
}
