export { openPli, type Pli, type PliSettings, type Schemas } from './client.ts';
export { PliError, PliUnreachable, type Problem } from './errors.ts';
export type { FollowOptions } from './event-stream.ts';
