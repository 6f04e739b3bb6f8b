import { Controller, Header, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { MailError } from '#domain/mail-error';
import { Route } from '../http/route.ts';
import { OPENAPI } from '../parts.ts';
import { problemPages } from '../problems/table.ts';
import type { OpenApiDocument } from './openapi.ts';
import { problemIndex, problemPage } from './problem-pages.ts';
import { referencePage } from './reference-page.ts';

const tag = 'About';
const problemInfo = z.object({
  code: z.string(),
  status: z.number().int(),
  title: z.string(),
  means: z.string(),
  mend: z.string(),
});
const html = { status: 200, schema: z.array(problemInfo), media: ['text/html'] } as const;
/** Our pages load nothing and run nothing. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

@Controller()
export class DocsController {
  private reference: string | undefined;

  constructor(@Inject(OPENAPI) private readonly document: () => OpenApiDocument) {}

  @Route('GET', '/openapi.json', {
    tag,
    summary: 'This API for programs (OpenAPI 3.1)',
    access: 'anyone',
    answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
  })
  openApi() {
    return this.document();
  }

  @Route('GET', '/docs', {
    tag,
    summary: 'This API for people',
    access: 'anyone',
    answer: { status: 200, media: ['text/html'] },
  })
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', policy)
  page() {
    return (this.reference ??= referencePage(this.document(), problemPages));
  }

  @Route('GET', '/problems', { tag, summary: 'All problem codes', access: 'anyone', answer: html })
  @Header('Content-Security-Policy', policy)
  problems(@Req() request: Request) {
    const list = [...problemPages].map(([name, told]) => ({ code: name, ...told }));
    return answer(request, () => problemIndex(problemPages), list);
  }

  @Route('GET', '/problems/:code', {
    tag,
    summary: 'What a problem code means and how to mend it',
    access: 'anyone',
    answer: { ...html, schema: problemInfo },
  })
  @Header('Content-Security-Policy', policy)
  problem(
    @Param('code', { schema: z.string().regex(/^[a-z0-9_]{1,60}$/, 'A problem code') }) name: string,
    @Req() request: Request,
  ) {
    const told = problemPages.get(name);
    if (told === undefined)
      throw new MailError('not_found', 'There is no such problem code. All are listed at /problems.');
    return answer(request, () => problemPage(name, told), { code: name, ...told });
  }
}

/** HTML for browsers, JSON for programs. */
function answer(request: Request, asHtml: () => string, asJson: unknown): unknown {
  if (request.accepts(['json', 'html']) !== 'html') return asJson;
  request.res?.type('text/html; charset=utf-8');
  return asHtml();
}
