import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  document,
  documentChange,
  documentPage,
  documentQuery,
  pagePictureQuery,
  pictureQuery,
  uploadQuery,
  type DocumentChange,
  type DocumentQuery,
  type PagePictureQuery,
  type PictureQuery,
  type UploadQuery,
} from '#contracts/api/documents';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DocumentPictures } from './document-pictures.ts';
import { DocumentsService } from './documents.service.ts';

const tag = 'Documents';
const read = { role: 'customer', scope: 'documents:read' } as const;
const write = { role: 'customer', scope: 'documents:write' } as const;
const id = idOf('document');

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly pictures: DocumentPictures,
  ) {}

  @Route('POST', '/v1/documents', {
    tag,
    summary: 'Upload a PDF to print as it is',
    description:
      'The bytes themselves, or a form with one part named `file`. A4, fonts embedded, nothing that runs, not encrypted, readable by two parsers; what is to mend is told page by page. It is rewritten once and looks the same; the bytes as sent are kept beside.',
    access: write,
    once: true,
    body: { media: ['application/pdf', 'multipart/form-data'], mostBytes: 20 * 1024 * 1024 },
    answer: { status: 201, schema: document },
    problems: [
      'form_unreadable',
      'document_infected',
      'virus_scan_unavailable',
      'machine_busy',
      'document_unreadable',
      'document_encrypted',
      'document_too_large',
      'document_too_many_pages',
      'document_empty',
      'document_too_heavy',
      'document_active_content',
      'document_has_hidden_layers',
      'page_not_a4',
      'document_font_not_embedded',
    ],
  })
  create(@Asked() call: Call, @Query({ schema: uploadQuery }) query: UploadQuery, @Body() bytes: Buffer) {
    return this.documents.create(call, bytes, query);
  }

  @Route('POST', '/v1/documents/:id/accept', {
    tag,
    summary: 'Accept a repaired document',
    description: 'Look at `content.pdf` first: it is what will be printed.',
    access: write,
    once: true,
    answer: { status: 200, schema: document },
    problems: ['content_erased', 'document_not_proposed'],
  })
  accept(@Asked() call: Call, @Param('id', { schema: id }) documentId: string) {
    return this.documents.accept(call, documentId);
  }

  @Route('DELETE', '/v1/documents/:id', {
    tag,
    summary: 'Erase a document',
    description:
      'Its bytes as sent and as printed, their hash, and what was read in them. Letters made of it stay as they are; one that has not ended keeps it.',
    access: write,
    answer: { status: 204 },
    problems: ['document_in_use'],
  })
  remove(@Asked() call: Call, @Param('id', { schema: id }) documentId: string) {
    return this.documents.remove(call, documentId);
  }

  @Route('GET', '/v1/documents', {
    tag,
    summary: 'List documents',
    access: read,
    answer: { status: 200, schema: documentPage },
  })
  list(@Asked() call: Call, @Query({ schema: documentQuery }) query: DocumentQuery) {
    return this.documents.list(call, query);
  }

  @Route('GET', '/v1/documents/:id', {
    tag,
    summary: 'One document',
    access: read,
    answer: { status: 200, schema: document },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) documentId: string) {
    return this.documents.one(call, documentId);
  }

  @Route('PATCH', '/v1/documents/:id', {
    tag,
    summary: 'Name a document, or keep it to use it again',
    description: 'What is kept in the library is not erased with the letters that used it.',
    access: write,
    answer: { status: 200, schema: document },
    problems: ['content_erased', 'document_not_accepted'],
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) documentId: string,
    @Body({ schema: documentChange }) body: DocumentChange,
  ) {
    return this.documents.change(call, documentId, body);
  }

  @Route('GET', '/v1/documents/:id/pages/:number.png', {
    tag,
    summary: 'One page of a document as a picture, as it is printed or as it was sent',
    access: read,
    answer: { status: 200, media: ['image/png'] },
    problems: ['content_erased', 'raster_failed'],
  })
  async page(
    @Asked() call: Call,
    @Param('id', { schema: id }) documentId: string,
    @Param('number', { schema: z.coerce.number().int().min(1).max(2000) }) number: number,
    @Query({ schema: pagePictureQuery }) query: PagePictureQuery,
  ) {
    return new StreamableFile(await this.pictures.page(call, documentId, number, query), { type: 'image/png' });
  }

  @Route('POST', '/v1/documents/picture', {
    tag,
    summary: 'A page of a PDF that is not stored, as a picture',
    description:
      'To show where a document that was refused is to be mended: what is refused is not kept, so send its bytes again. Nothing is stored.',
    access: write,
    body: { media: ['application/pdf'], mostBytes: 20 * 1024 * 1024 },
    answer: { status: 200, media: ['image/png'] },
    problems: ['document_infected', 'virus_scan_unavailable', 'raster_failed'],
  })
  async picture(@Asked() call: Call, @Query({ schema: pictureQuery }) query: PictureQuery, @Body() bytes: Buffer) {
    return new StreamableFile(await this.pictures.ofBytes(call, bytes, query), { type: 'image/png' });
  }

  @Route('GET', '/v1/documents/:id/content.pdf', {
    tag,
    summary: 'The pages as they are printed',
    access: read,
    answer: { status: 200, media: ['application/pdf'] },
    problems: ['content_erased'],
  })
  async content(@Asked() call: Call, @Param('id', { schema: id }) documentId: string) {
    return new StreamableFile(await this.documents.content(call, documentId), { type: 'application/pdf' });
  }

  @Route('GET', '/v1/documents/:id/original.pdf', {
    tag,
    summary: 'The bytes as they were sent',
    description: 'Unexamined bytes are nobody else’s: what was refused is not kept.',
    access: read,
    answer: { status: 200, media: ['application/pdf'] },
    problems: ['content_erased'],
  })
  async original(@Asked() call: Call, @Param('id', { schema: id }) documentId: string) {
    return new StreamableFile(await this.documents.original(call, documentId), {
      type: 'application/pdf',
      disposition: 'attachment; filename="original.pdf"',
    });
  }
}
