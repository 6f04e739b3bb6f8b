import { z } from 'zod';
import { templateVersionStates, type TemplateVersionState } from '#domain/life-cycles';
import { waiting } from './letters.ts';
import { displayName, idOf, jsonObject, mode, moment, pageOf } from './shapes.ts';

const templateVersionState = z.enum(
  Object.keys(templateVersionStates) as [TemplateVersionState, ...TemplateVersionState[]],
);

export const newTemplate = z.strictObject({ name: displayName }).meta({ id: 'NewTemplate' });
export const template = z
  .object({
    id: idOf('template'),
    name: z.string(),
    mode,
    createdAt: moment,
    latestVersion: z.number().int().nullable(),
    approvedVersion: z.number().int().nullable().describe('The latest that may be used for live letters'),
    state: templateVersionState.nullable().describe('Of the latest version'),
    changedAt: moment.describe('When its latest version was added'),
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
    state: templateVersionState.describe('`proofing`: its sample is being composed'),
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

/** A template that is looked at before it is saved. */
export const templateTrial = z
  .strictObject({
    html: newTemplateVersion.shape.html,
    dataSchema: jsonObject.optional().describe('The data are checked by it, when it is given'),
    data: jsonObject.describe('Invented data, never a customer’s'),
  })
  .meta({ id: 'TemplateTrial' });
export type TemplateTrial = z.output<typeof templateTrial>;

export const templateChange = z
  .object({
    at: moment,
    event: z.string(),
    version: z.number().int().nullable().describe('null: of the template itself'),
    state: z.string().nullable().describe('The state it came into, when it changed'),
    reason: z.string().nullable(),
    pages: z.number().int().nullable().describe('Of the proof that approved it'),
    actor: z.string().describe('Who, by id: `person:usr_…`, `customer:key_…`, or a process'),
    name: z.string().nullable().describe('Who, by name, when it is a person of the account'),
  })
  .meta({ id: 'TemplateChange' });
export type TemplateChange = z.output<typeof templateChange>;
export const templateHistory = z.object({ rows: z.array(templateChange).describe('The latest first, at most 500') });
