import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { newPreviewQuery, preview } from '#contracts/api/previews';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import {
  newTemplate,
  newTemplateVersion,
  template,
  templateHistory,
  templatePage,
  templateTrial,
  templateVersion,
  templateVersionPage,
  templateVersionWhole,
  type NewTemplateVersion,
  type TemplateTrial,
} from '#contracts/api/templates';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { PreviewViews } from './preview-views.ts';
import { TemplateHistory } from './template-history.ts';
import { TemplateTrials } from './template-trials.ts';
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
  constructor(
    private readonly templates: TemplatesService,
    private readonly trials: TemplateTrials,
    private readonly previews: PreviewViews,
    private readonly changes: TemplateHistory,
  ) {}

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

  @Route('POST', '/v1/templates/preview', {
    tag,
    summary: 'Make a letter of a template that is not saved yet, to look at it',
    description:
      'As a preview of a letter to an invented recipient: `GET /v1/previews/{id}` and its pages show it, also most that are refused. The HTML is erased with it.',
    access: write,
    once: true,
    body: { media: 'application/json', mostBytes: 4 * 1024 * 1024 },
    answer: { status: 202, schema: preview, description: 'Ready, refused, or still in the making' },
    problems: [
      'template_invalid',
      'template_too_large',
      'template_schema_invalid',
      'template_sample_invalid',
      'previews_too_many',
      'contract_missing',
      'site_needed',
      'site_suspended',
      'account_suspended',
      'profile_not_valid',
      'live_site_not_ready',
    ],
  })
  async preview(
    @Asked() call: Call,
    @Query({ schema: newPreviewQuery }) { wait }: z.output<typeof newPreviewQuery>,
    @Body({ schema: templateTrial }) body: TemplateTrial,
  ) {
    const made = await this.trials.create(call, body);
    return this.previews.settled(call, made.id, wait);
  }

  @Route('GET', '/v1/templates/:id', {
    tag,
    summary: 'One template',
    access: read,
    answer: { status: 200, schema: template },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) templateId: string) {
    return this.templates.one(call, templateId);
  }

  @Route('GET', '/v1/templates/:id/history', {
    tag,
    summary: 'Who changed what of a template, and when: versions added, asked to be approved, approved, withdrawn',
    access: read,
    answer: { status: 200, schema: templateHistory },
  })
  history(@Asked() call: Call, @Param('id', { schema: id }) templateId: string) {
    return this.changes.of(call, templateId);
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
