import type { DataSource } from 'typeorm';
import type { Records } from '../../activities/records.ts';
import type { WorkerSettings } from './settings.ts';

/** What activities are made of; opened once a process, closed when it ends. */
export interface WorkerParts {
  settings: WorkerSettings;
  database: DataSource;
  records: Records;
}

export type ActivityQueue = 'records' | 'compose' | 'machines' | 'post';

/** The activities each queue serves. Every business gives a factory over what it needs; here they meet. */
export function activitiesOf(parts: WorkerParts): Record<ActivityQueue, object> {
  const { records } = parts;
  void records;
  return {
    records: {},
    compose: {},
    machines: {},
    post: {},
  };
}
