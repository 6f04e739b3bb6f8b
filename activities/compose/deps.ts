import type { Composer } from '#documents/composer';
import type { Blobs } from '#storage/blobs';
import type { Records } from '../records.ts';

/** What composing is made of. */
export interface ComposeDeps {
  records: Records;
  blobs: Blobs;
  composer: Pick<Composer, 'compose' | 'key'>;
}
