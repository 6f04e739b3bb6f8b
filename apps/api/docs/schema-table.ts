import { escape } from './html.ts';
import type { OpenApiDocument } from './openapi.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  additionalProperties?: Schema | boolean;
}
type Schemas = OpenApiDocument['components']['schemas'];

/** How deep fields are unfolded; deeper ones are named by their kind. */
const MOST_DEPTH = 5;

/** A JSON Schema as a table of fields that unfold. */
export function schemaTable(schema: object, document: OpenApiDocument): string {
  return tableOf(schema as Schema, document.components.schemas, 0);
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  return { ...(schemas[$ref.replace('#/components/schemas/', '')] as Schema | undefined), ...beside };
}

function tableOf(given: Schema, schemas: Schemas, depth: number): string {
  const schema = resolved(given, schemas);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices && schema.properties === undefined) {
    const inner = choices
      .map((choice) => resolved(choice, schemas))
      .filter((choice) => choice.properties ?? choice.items);
    return inner
      .map((choice, i) => `${i > 0 ? '<p class="who">or</p>' : ''}${tableOf(choice, schemas, depth)}`)
      .join('');
  }
  if (schema.items) return tableOf(schema.items, schemas, depth);
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    rowOf(name, property, schema.required?.includes(name) ?? false, schemas, depth),
  );
  return rows.length > 0 ? `<table>${rows.join('')}</table>` : '';
}

function rowOf(name: string, given: Schema, required: boolean, schemas: Schemas, depth: number): string {
  const schema = resolved(given, schemas);
  const inner = depth < MOST_DEPTH ? tableOf(schema, schemas, depth + 1) : '';
  const described = schema.description ? ` ${escape(schema.description)}` : '';
  const fallback =
    schema.default === undefined
      ? ''
      : ` <span class="type">default <code>${escape(JSON.stringify(schema.default))}</code></span>`;
  const unfold = inner === '' ? '' : `<details><summary>fields</summary>${inner}</details>`;
  return `<tr><td>${escape(name)}${required ? '<span class="req" title="compulsory">*</span>' : ''}</td><td><span class="type">${escape(kindOf(schema, schemas))}</span>${described}${fallback}${unfold}</td></tr>`;
}

function kindOf(given: Schema, schemas: Schemas): string {
  const schema = resolved(given, schemas);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map((choice) => kindOf(choice, schemas)))].join(' or ');
  if (schema.items)
    return `list of ${kindOf(schema.items, schemas)}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`;
  if (schema.properties) return 'object';
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything');
  return schema.maxLength ? `${type}, at most ${schema.maxLength} characters` : type;
}
