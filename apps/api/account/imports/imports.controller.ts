import { Readable } from 'node:stream';
import { Body, Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import {
  BEGINNING_BYTES,
  beginningQuery,
  fileBeginning,
  IMPORT_BYTES,
  IMPORT_ERRORS_DAYS,
  importErrorPage,
  importErrorQuery,
  importPage,
  importQuery,
  letterImport,
  newImport,
  type BeginningQuery,
  type ImportErrorQuery,
  type ImportQuery,
  type NewImport,
} from '#contracts/api/imports';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../../http/call.ts';
import type { Call } from '../../http/caller.ts';
import { Route } from '../../http/route.ts';
import type { StreamedBody } from '../../http/streamed-body.ts';
import { FileBeginnings } from './file-beginning.ts';
import { ImportsService } from './imports.service.ts';
import { partOfFile } from './part-of-file.ts';
import { FileReceiver } from './receive-file.ts';

const tag = 'Imports';
const read = { role: 'customer', scope: 'orders:read' } as const;
const write = { role: 'customer', scope: 'orders:write' } as const;
const id = idOf('import');

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly receiver: FileReceiver,
    private readonly beginnings: FileBeginnings,
  ) {}

  @Route('POST', '/v1/imports', {
    tag,
    summary: 'Say how a file of letters is to be read into a draft',
    description:
      'For large orders: CSV of any usual delimiter and encoding, or JSON Lines. The file itself is sent to `/v1/imports/{id}/content`. As long as the import is not complete its order cannot be submitted.',
    access: write,
    once: true,
    answer: { status: 201, schema: letterImport },
    problems: ['order_not_draft', 'letters_invalid', 'too_many_imports'],
  })
  create(@Asked() call: Call, @Body({ schema: newImport }) body: NewImport) {
    return this.imports.create(call, body);
  }

  @Route('POST', '/v1/imports/beginning', {
    tag,
    summary: 'See how a file of letters would be read',
    description: `Send its first bytes, up to ${BEGINNING_BYTES}: headings, the first rows, and which column is taken for what. Nothing is stored.`,
    access: write,
    body: { media: ['text/csv'], mostBytes: BEGINNING_BYTES },
    answer: { status: 200, schema: fileBeginning },
    problems: ['import_unreadable', 'import_text_unreadable', 'template_version_unknown'],
  })
  beginning(@Asked() call: Call, @Query({ schema: beginningQuery }) query: BeginningQuery, @Body() bytes: Buffer) {
    return this.beginnings.of(call, bytes, query);
  }

  @Route('GET', '/v1/imports', {
    tag,
    summary: 'List imports',
    access: read,
    answer: { status: 200, schema: importPage },
  })
  list(@Asked() call: Call, @Query({ schema: importQuery }) query: ImportQuery) {
    return this.imports.list(call, query);
  }

  @Route('GET', '/v1/imports/:id', {
    tag,
    summary: 'One import: how far its file is read, and what was found',
    access: read,
    answer: { status: 200, schema: letterImport },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) importId: string) {
    return this.imports.one(call, importId);
  }

  @Route('PUT', '/v1/imports/:id/content', {
    tag,
    summary: 'Send the file, or the rest of it',
    description:
      'Read as it comes: each good row is a letter of the draft at once, each other one is left out and told in `errors.csv`. Broken off, go on from `nextByte` with `Upload-Offset`, or send the whole file again: rows that are known are skipped. It may be sent as often as you like: no row is taken twice.',
    access: write,
    body: { media: ['text/csv', 'application/x-ndjson'], mostBytes: IMPORT_BYTES, stream: true },
    headers: [
      {
        name: 'Upload-Offset',
        description: 'Byte of the file at which this body begins: 0 (or left out), or `nextByte`',
        schema: z
          .string()
          .regex(/^\d{1,12}$/)
          .meta({ examples: ['1048576'] }),
      },
      {
        name: 'Content-Range',
        description:
          'Instead of it, `bytes <first>-<last>/<all>`: this body is these bytes of a file of that many. A part that is not the last leaves the import open; the next one begins at `nextByte`, for a row that it cuts is not taken',
        schema: z
          .string()
          .regex(/^bytes \d{1,12}-\d{1,12}\/\d{1,12}$/i)
          .meta({ examples: ['bytes 0-1048575/5242880'] }),
      },
    ],
    answer: { status: 200, schema: letterImport },
    problems: [
      'order_not_draft',
      'order_full',
      'import_ended',
      'import_offset_unknown',
      'content_range_unreadable',
      'content_range_impossible',
      'import_file_differs',
      'import_moved_on',
      'import_unreadable',
      'import_columns_unknown',
      'import_too_many_errors',
      'content_erased',
      'template_data_too_slow',
    ],
  })
  receive(
    @Asked() call: Call,
    @Param('id', { schema: id }) importId: string,
    @Req() request: Request,
    @Body() body: StreamedBody,
  ) {
    return this.receiver.receive(call, importId, partOfFile(request.headers), body);
  }

  @Route('GET', '/v1/imports/:id/errors', {
    tag,
    summary: 'The rows left out, page by page',
    access: read,
    answer: { status: 200, schema: importErrorPage },
    problems: ['content_erased'],
  })
  errorRows(
    @Asked() call: Call,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: importErrorQuery }) query: ImportErrorQuery,
  ) {
    return this.imports.errorRows(call, importId, query);
  }

  @Route('GET', '/v1/imports/:id/errors.csv', {
    tag,
    summary: 'The rows left out, and how to mend them',
    description: `One line for each thing to mend, with its row and column. It holds what the cells held, and is erased ${IMPORT_ERRORS_DAYS} days after the import is complete.`,
    access: read,
    answer: { status: 200, media: ['text/csv'], description: 'CSV in UTF-8, with the delimiter of the file' },
    problems: ['content_erased'],
  })
  async errors(@Asked() call: Call, @Param('id', { schema: id }) importId: string) {
    const lines = await this.imports.errors(call, importId);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="errors.csv"',
    });
  }

  @Route('DELETE', '/v1/imports/:id', {
    tag,
    summary: 'End an import and take its letters out of the draft',
    access: write,
    answer: { status: 204 },
    problems: ['order_not_draft'],
  })
  delete(@Asked() call: Call, @Param('id', { schema: id }) importId: string) {
    return this.imports.delete(call, importId);
  }
}
