import { z } from 'zod';
import { templateVersionStates, type TemplateVersionState } from '#domain/life-cycles';
import { waiting } from './letters.ts';
import { displayName, idOf, jsonObject, mode, moment, pageOf } from './shapes.ts';

export const newTemplate = z.strictObject({ name: displayName }).meta({ id: 'NewTemplate' });
export const template = z
  .object({
    id: idOf('template'),
    name: z.string(),
    mode,
    createdAt: moment,
    latestVersion: z.number().int().nullable(),
  })
  .meta({ id: 'Template' });
export type TemplateView = z.output<typeof template>;
export const templatePage = pageOf(template);

export const newTemplateVersion = z
  .strictObject({
    html: z
      .string()
      .min(1)
      .describe(
        'Liquid in HTML, A4. Leaves the window block of page 1 and the left margin empty: Pli sets the address and its marks there',
      ),
    dataSchema: jsonObject.describe('JSON Schema (2020-12) of the data of a letter'),
    sampleData: jsonObject.describe('Invented data, never a customer’s: approval fills the template with it'),
  })
  .meta({ id: 'NewTemplateVersion' });
export type NewTemplateVersion = z.output<typeof newTemplateVersion>;

export const templateVersion = z
  .object({
    id: idOf('template_version'),
    templateId: idOf('template'),
    version: z.number().int(),
    state: z
      .enum(Object.keys(templateVersionStates) as [TemplateVersionState, ...TemplateVersionState[]])
      .describe('`proofing`: its sample is being composed'),
    reason: z.string().nullable().describe('Code of why the last proof did not approve it'),
    createdAt: moment,
    approvedAt: moment.nullable(),
  })
  .meta({ id: 'TemplateVersion' });
export type TemplateVersionView = z.output<typeof templateVersion>;
export const templateVersionWhole = templateVersion
  .extend({
    reasonText: z.string().nullable().describe('What is wrong, where, and how to mend it'),
    askedBy: z.string().nullable().describe('Who asked for the last approval'),
    waiting: waiting.nullable(),
    html: z.string(),
    dataSchema: jsonObject,
    sampleData: jsonObject,
  })
  .meta({ id: 'TemplateVersionWhole' });
export const templateVersionPage = pageOf(templateVersion);
