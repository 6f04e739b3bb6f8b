import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { newSite, site, siteChange, sitePage, type NewSite } from '#contracts/api/sites';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { SitesService } from './sites.service.ts';

const tag = 'Provider: sites';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;
const id = idOf('site');

@Controller()
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Route('POST', '/v1/provider/sites', {
    tag,
    summary: 'Make a site (a print room)',
    access: write,
    answer: { status: 201, schema: site },
    problems: ['site_code_taken'],
  })
  create(@Asked() call: Call, @Body({ schema: newSite }) body: NewSite) {
    return this.sites.create(call, body);
  }

  @Route('GET', '/v1/provider/sites', {
    tag,
    summary: 'List sites',
    access: read,
    answer: { status: 200, schema: sitePage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.sites.list(call, query);
  }

  @Route('GET', '/v1/provider/sites/:id', {
    tag,
    summary: 'One site',
    access: read,
    answer: { status: 200, schema: site },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) siteId: string) {
    return this.sites.one(call, siteId);
  }

  @Route('PATCH', '/v1/provider/sites/:id', {
    tag,
    summary: 'Rename or suspend a site',
    access: write,
    answer: { status: 200, schema: site },
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) siteId: string,
    @Body({ schema: siteChange }) body: z.output<typeof siteChange>,
  ) {
    return this.sites.change(call, siteId, body);
  }
}
