import { z } from 'zod';
import { idOf, moment, pageOf } from './shapes.ts';

export const document = z
  .object({
    id: idOf('document'),
    state: z.enum(['proposed', 'stored', 'erased']),
    pages: z.number().int(),
    bytes: z.number().int().describe('As stored: rewritten once, looking the same'),
    createdAt: moment,
    erasedAt: moment.nullable(),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.output<typeof document>;
export const documentReceipt = document
  .extend({ originalSha256: z.string().describe('Of the bytes that were sent') })
  .meta({ id: 'DocumentReceipt' });
export type DocumentReceipt = z.output<typeof documentReceipt>;
export const documentPage = pageOf(document);
