import { z } from 'zod';

/** Repairs of an uploaded document that the sender may ask for: see `POST /v1/documents?repair=`. */
export const repairKind = z.enum(['embed_fonts', 'fit_to_a4']);
export type RepairKind = z.output<typeof repairKind>;

const millimetres = z.number().describe('mm');

/** One thing to mend: where in the request (a JSON pointer into the body, or the name of a parameter), what, and its code. */
export const problemItem = z.object({
  code: z.string(),
  detail: z.string(),
  pointer: z.string().optional().describe('JSON pointer into the body (RFC 6901)'),
  parameter: z.string().optional().describe('Name of the query or path parameter, or header'),
  page: z.number().int().optional().describe('Page of the document that it is about, from 1'),
  area: z
    .object({ x: millimetres, y: millimetres, width: millimetres, height: millimetres })
    .optional()
    .describe('Where on that page, from its top left as it is seen'),
  repair: repairKind.optional().describe('A repair that would mend it: send the document again with `?repair=`'),
  letterId: z.string().optional().describe('The letter of a stored draft that it is about'),
});
export type ProblemItem = z.output<typeof problemItem>;

/** An error as RFC 9457 writes it. `code` is stable; `detail` may change. */
export const problem = z
  .object({
    type: z.string().describe('Page that explains the code, relative to the API: /problems/<code>'),
    code: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(problemItem).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;
