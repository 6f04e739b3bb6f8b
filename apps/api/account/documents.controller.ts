import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { document, documentPage, documentReceipt } from '#contracts/api/documents';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DocumentsService } from './documents.service.ts';

const tag = 'Documents';
const read = { role: 'customer', scope: 'documents:read' } as const;
const id = idOf('document');

@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Route('POST', '/v1/documents', {
    tag,
    summary: 'Upload a PDF to print as it is',
    description:
      'A4, not encrypted, readable by two parsers. It is rewritten once and looks the same; a letter made of it gets an address page.',
    access: { role: 'customer', scope: 'documents:write' },
    once: true,
    body: { media: 'application/pdf', mostBytes: 20 * 1024 * 1024 },
    answer: { status: 201, schema: documentReceipt },
    problems: [
      'document_unreadable',
      'document_encrypted',
      'document_too_large',
      'document_too_many_pages',
      'document_empty',
      'document_too_heavy',
      'document_has_hidden_layers',
      'page_not_a4',
    ],
  })
  create(@Asked() call: Call, @Body() bytes: Buffer) {
    return this.documents.create(call, bytes);
  }

  @Route('GET', '/v1/documents', {
    tag,
    summary: 'List documents',
    access: read,
    answer: { status: 200, schema: documentPage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
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
}
