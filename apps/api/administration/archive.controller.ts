import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import {
  archivedFile,
  archivedFileStory,
  archivePage,
  archiveQuery,
  archiveSearch,
  type ArchiveQuery,
  type ArchiveSearch,
} from '#contracts/api/archive';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ArchiveService } from './archive.service.ts';

const tag = 'Archive';
const read = { role: 'customer', scope: 'archive:read' } as const;
const write = { role: 'customer', scope: 'archive:write' } as const;
const id = idOf('archived_file');

@Controller()
export class ArchiveController {
  constructor(private readonly archive: ArchiveService) {}

  @Route('GET', '/v1/archive', {
    tag,
    summary: 'List files of sent letters in the archive, newest first',
    description: 'Those erased are listed too, with the day and the reason: that there was a file stays known.',
    access: read,
    answer: { status: 200, schema: archivePage },
  })
  list(@Asked() call: Call, @Query({ schema: archiveQuery }) query: ArchiveQuery) {
    return this.archive.list(call, query);
  }

  @Route('POST', '/v1/archive/search', {
    tag,
    summary: 'Find archived files by recipient or reference',
    description:
      'A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.',
    access: read,
    answer: { status: 200, schema: archivePage },
  })
  search(@Asked() call: Call, @Body({ schema: archiveSearch }) body: ArchiveSearch) {
    return this.archive.list(call, body);
  }

  @Route('GET', '/v1/archive/:id', {
    tag,
    summary: 'One archived file, and who opened it',
    access: read,
    answer: { status: 200, schema: archivedFileStory },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) fileId: string) {
    return this.archive.one(call, fileId);
  }

  @Route('GET', '/v1/archive/:id/file.pdf', {
    tag,
    summary: 'The file: the very pages that were printed',
    description: 'Each reading is an event of the account’s feed, `archive.opened`.',
    access: read,
    answer: { status: 200, media: ['application/pdf'] },
    problems: ['content_erased'],
  })
  async file(@Asked() call: Call, @Param('id', { schema: id }) fileId: string) {
    return new StreamableFile(await this.archive.open(call, fileId), {
      type: 'application/pdf',
      disposition: `inline; filename="${fileId}.pdf"`,
    });
  }

  @Route('POST', '/v1/archive/:id/end', {
    tag,
    summary: 'Have an archived file erased now, before its time',
    description: 'It cannot be read any more at once; its bytes go with the next erasure of the print room.',
    access: write,
    answer: { status: 200, schema: archivedFile },
    problems: ['content_erased'],
  })
  end(@Asked() call: Call, @Param('id', { schema: id }) fileId: string) {
    return this.archive.end(call, fileId);
  }
}
