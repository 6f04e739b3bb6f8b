import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import {
  newTemplate,
  newTemplateVersion,
  template,
  templatePage,
  templateVersion,
  templateVersionPage,
  templateVersionWhole,
  type NewTemplateVersion,
} from '#contracts/api/templates';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { TemplatesService } from './templates.service.ts';

const tag = 'Templates';
const read = { role: 'customer', scope: 'templates:read' } as const;
const write = { role: 'customer', scope: 'templates:write' } as const;
const approve = { role: 'customer', scope: 'templates:approve' } as const;
const id = idOf('template');
const number = z.coerce.number().int().min(1).max(1_000_000);
const one = '/v1/templates/:id/versions/:version';

@Controller()
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Route('POST', '/v1/templates', {
    tag,
    summary: 'Make a template',
    access: write,
    once: true,
    answer: { status: 201, schema: template },
  })
  create(@Asked() call: Call, @Body({ schema: newTemplate }) body: z.output<typeof newTemplate>) {
    return this.templates.create(call, body.name);
  }

  @Route('GET', '/v1/templates', {
    tag,
    summary: 'List templates',
    access: read,
    answer: { status: 200, schema: templatePage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.templates.list(call, query);
  }

  @Route('POST', '/v1/templates/:id/versions', {
    tag,
    summary: 'Add a version: Liquid in HTML, the JSON Schema of its data, and a sample',
    access: write,
    once: true,
    body: { media: 'application/json', mostBytes: 4 * 1024 * 1024 },
    answer: { status: 201, schema: templateVersion },
    problems: ['template_invalid', 'template_too_large', 'template_schema_invalid', 'template_sample_invalid'],
  })
  addVersion(
    @Asked() call: Call,
    @Param('id', { schema: id }) templateId: string,
    @Body({ schema: newTemplateVersion }) body: NewTemplateVersion,
  ) {
    return this.templates.addVersion(call, templateId, body);
  }

  @Route('GET', '/v1/templates/:id/versions', {
    tag,
    summary: 'List versions',
    access: read,
    answer: { status: 200, schema: templateVersionPage },
  })
  versions(
    @Asked() call: Call,
    @Param('id', { schema: id }) templateId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ) {
    return this.templates.versions(call, templateId, query);
  }

  @Route('GET', one, {
    tag,
    summary: 'One version with its HTML, schema and sample, and why it was not approved',
    access: read,
    answer: { status: 200, schema: templateVersionWhole },
  })
  version(
    @Asked() call: Call,
    @Param('id', { schema: id }) templateId: string,
    @Param('version', { schema: number }) version: number,
  ) {
    return this.templates.version(call, templateId, version);
  }

  @Route('POST', `${one}/approve`, {
    tag,
    summary: 'Have a version approved for live letters',
    description:
      'The sample data must fill it without fault, which is answered at once. Then a print room composes it: the version is `proofing`, and soon `approved`, or a `draft` again whose `reason` and `reasonText` say what to mend: not A4, or printed where Pli sets the address and its marks. Read the version to know. In test mode a version may be used before.',
    access: approve,
    once: true,
    answer: { status: 202, schema: templateVersion, description: 'Asked for; read the version to know how it ended' },
    problems: ['template_render_failed', 'template_version_withdrawn', 'contract_missing', 'profile_not_valid'],
  })
  approve(
    @Asked() call: Call,
    @Param('id', { schema: id }) templateId: string,
    @Param('version', { schema: number }) version: number,
  ) {
    return this.templates.approve(call, templateId, version);
  }

  @Route('POST', `${one}/withdraw`, {
    tag,
    summary: 'Take a version out of use',
    access: approve,
    once: true,
    answer: { status: 200, schema: templateVersion },
  })
  withdraw(
    @Asked() call: Call,
    @Param('id', { schema: id }) templateId: string,
    @Param('version', { schema: number }) version: number,
  ) {
    return this.templates.withdraw(call, templateId, version);
  }
}
