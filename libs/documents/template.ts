import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Liquid, type Template } from 'liquidjs';
import { MailError } from '#domain/mail-error';
import { addFrenchFilters } from './template-filters.ts';

/** What a template may take. The amounts are far above any honest letter and far below what hurts a worker. */
export const templateLimits = {
  /** Characters of a template; a logo as data: URI fits. */
  source: 1_000_000,
  /** Milliseconds of rendering; it blocks the process. */
  renderMs: 500,
  /** liquidjs' count of characters and elements made while rendering. */
  memory: 20_000_000,
  /** Characters of the HTML made. */
  html: 5_000_000,
} as const;

/** No file system behind `include`, `render` and `layout`; unknown names are errors; data is escaped unless the template says raw. */
const liquid = new Liquid({
  templates: {},
  dynamicPartials: false,
  relativeReference: false,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  outputEscape: 'escape',
  locale: 'fr-FR',
  timezoneOffset: 0,
  parseLimit: templateLimits.source,
  renderLimit: templateLimits.renderMs,
  memoryLimit: templateLimits.memory,
});
addFrenchFilters(liquid);
// There are no files to take in: said when the template comes, not when its first letter is drawn.
for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];

export type ParsedTemplate = Template[];

/**
 * Parses a template: Liquid in HTML. Errors: `template_too_large`, `template_invalid` (with line and column; also when it is
 * blank, or has a script, as none ever runs).
 */
export function parseTemplate(html: string): ParsedTemplate {
  if (html.length > templateLimits.source)
    throw new MailError(
      'template_too_large',
      `The template has ${html.length} characters; at most ${templateLimits.source} are taken. Make its images smaller.`,
    );
  if (html.trim() === '')
    throw new MailError('template_invalid', 'The template is blank. Give the HTML of the letter.');
  const script = /<script\b/i.exec(html);
  if (script)
    throw new MailError(
      'template_invalid',
      `The template has a <script> in line ${html.slice(0, script.index).split('\n').length}; scripts never run in a letter. Remove it, and compute with Liquid instead.`,
    );
  try {
    return liquid.parse(html);
  } catch (cause) {
    throw new MailError(
      'template_invalid',
      `The template cannot be read: ${firstLine(cause)}. Mend it there.`,
      'never',
      cause,
    );
  }
}

/** Template and data → HTML. Error: `template_render_failed`, naming what is missing (never a value). */
export function renderTemplate(template: ParsedTemplate, data: unknown): string {
  let html: string;
  try {
    html = liquid.renderSync(template, data as object) as string;
  } catch (cause) {
    throw new MailError(
      'template_render_failed',
      `The template could not be filled: ${firstLine(cause)}. Mend the template, or give the data it asks for.`,
      'never',
      cause,
    );
  }
  if (html.length > templateLimits.html)
    throw new MailError('template_render_failed', 'The filled template is larger than any letter. Give it less data.');
  return html;
}

/** A check of data against a template's JSON Schema (draft 2020-12). Error: `template_schema_invalid`. */
export function dataCheck(schema: object): (data: unknown) => DataFault[] {
  let validate: ValidateFunction;
  try {
    // `$async` and remote references are refused by Ajv as nobody loads them; patterns run under the `u` flag.
    // A definition is compiled once, however often it is referred to.
    validate = new Ajv2020({
      allErrors: true,
      strict: true,
      allowUnionTypes: true,
      validateFormats: false,
      inlineRefs: false,
    }).compile(schema);
  } catch (cause) {
    throw new MailError(
      'template_schema_invalid',
      `The JSON Schema of the data cannot be used: ${firstLine(cause)}.`,
      'never',
      cause,
    );
  }
  return (data) =>
    validate(data) === true
      ? []
      : (validate.errors ?? []).map(({ instancePath, message = 'is not valid' }) => ({
          pointer: instancePath,
          text: message,
        }));
}

/** Where the data is wrong (JSON Pointer) and why. */
export type DataFault = { pointer: string; text: string };

/** liquidjs and Ajv say the reason first; what follows shows source or values. */
function firstLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split('\n')[0] ?? '').slice(0, 300);
}
