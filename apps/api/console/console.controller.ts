import { randomBytes } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { MailError } from '#domain/mail-error';
import { PublicAddress } from '../http/public-address.ts';
import { Route } from '../http/route.ts';
import { SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { ConsoleFiles } from './console-files.ts';
import { headersOfPages, policyOf } from './page-headers.ts';

const page = {
  tag: 'Console',
  access: 'anyone',
  ofConsole: true,
  answer: { status: 200, media: ['text/html'] },
} as const;
const A_YEAR = 'public, max-age=31536000, immutable';

/** Gives browsers the web application: one page for all its addresses, and the files it is made of. */
@Controller()
export class ConsoleController {
  private readonly files: ConsoleFiles;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly address: PublicAddress,
  ) {
    this.files = new ConsoleFiles(settings.CONSOLE_DIR);
  }

  @Route('GET', '/', { ...page, summary: 'To the console' })
  door(@Res() response: Response) {
    response.redirect(302, '/app');
  }

  @Route('GET', '/app', { ...page, summary: 'The console' })
  first(@Res() response: Response) {
    return this.page(response);
  }

  @Route('GET', '/app/*path', { ...page, summary: 'The console, at one of its pages' })
  any(@Res() response: Response) {
    return this.page(response);
  }

  @Route('GET', '/assets/:file', { ...page, summary: 'A file of the console' })
  async asset(@Req() request: Request, @Res() response: Response) {
    const file = await this.files.asset(request.path.slice('/assets/'.length), (encodings) =>
      request.acceptsEncodings(encodings),
    );
    if (file === undefined) throw new MailError('not_found', 'The console has no such file; load its page again.');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', A_YEAR);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (file.encoding !== undefined) response.setHeader('Content-Encoding', file.encoding);
    response.type(file.type).send(file.bytes);
  }

  /** The same page for each address: its script reads the address. The nonce is new each time, so it is never stored. */
  private async page(response: Response) {
    const nonce = randomBytes(18).toString('base64url');
    const html = await this.files.page(nonce);
    for (const [name, value] of headersOfPages(this.address.isSecure)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', policyOf(nonce));
    if (html === undefined) response.status(503);
    response.type('text/html; charset=utf-8').send(html ?? notBuilt);
  }
}

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pli</title><p>The console is not built on this machine: run <code>npm run build</code> and load this page again. The API works without it; it is described at <a href="/docs">/docs</a>.</p></html>';
