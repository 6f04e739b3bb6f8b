import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The printer's disk: documents that were taken and are not printed yet. */
export interface Spool {
  /** Writes the document to disk under no job's name yet; gives how to make it a job's, and its size. */
  receive(
    document: AsyncIterable<Buffer>,
  ): Promise<{ octets: number; keepAs: (jobId: number) => Promise<void>; drop: () => Promise<void> }>;
  path(jobId: number): string;
}

/** Opens the spool in `directory` and clears out what was cut off while being received. */
export async function openSpool(directory: string): Promise<Spool> {
  await mkdir(directory, { recursive: true });
  for (const file of await readdir(directory)) if (file.endsWith('.part')) await rm(join(directory, file));
  const path = (jobId: number): string => join(directory, `${jobId}.pdf`);

  async function force(): Promise<void> {
    const handle = await open(directory, 'r');
    await handle.sync().finally(() => handle.close());
  }

  return {
    path,
    async receive(document) {
      const part = join(directory, `${randomUUID()}.part`);
      const file = await open(part, 'w');
      let octets = 0;
      try {
        for await (const bytes of document) {
          await file.write(bytes);
          octets += bytes.length;
        }
        await file.sync();
      } catch (error) {
        await file.close();
        await rm(part, { force: true });
        throw error;
      }
      await file.close();
      return {
        octets,
        keepAs: async (jobId) => {
          await rename(part, path(jobId));
          await force();
        },
        drop: () => rm(part, { force: true }),
      };
    },
  };
}
