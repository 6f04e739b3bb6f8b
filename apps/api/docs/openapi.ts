import type { Type } from '@nestjs/common';
import { z, type ZodType } from 'zod';
import { scopesOfPeople, type AccessScope } from '#contracts/api/keys';
import { problem } from '#contracts/api/problem';
import type { Access, RouteOf } from '../http/route.ts';
import { routesOf, type RouteArguments } from './routes-of.ts';

type Json = Record<string, unknown>;
/** The parts of an OpenAPI 3.1 document that our own pages read. */
export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: {
    name: string;
    in: 'path' | 'query' | 'header';
    required: boolean;
    description?: string;
    schema: Json;
  }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
  'x-pli-access': string;
  'x-pli-problems': readonly string[];
}
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: Json;
  servers: Json[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
}

/** Printable ASCII that no proxy trims: what `Asked` takes, without blanks at its ends. */
const idempotencyKeyPattern = '^[!-~]([ -~]{0,253}[!-~])?$';

/** The OpenAPI 3.1 document of all routes, made from the schemas that validate. */
export function openApiOf(controllers: readonly Type[]): OpenApiDocument {
  const schemas: Record<string, Json> = {};
  const paths: OpenApiDocument['paths'] = {};
  const routes = routesOf(controllers).filter(({ route }) => !route.ofConsole);
  for (const { route, args, handler } of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, args, handler, schemas);
  }
  schemaOf(problem, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pli',
      version: '1',
      description:
        'Letters in by API, out by post, with the proof kept. Errors are problem+json (RFC 9457); each code has a page under /problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ route }) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key: pli_test_…, pli_live_…, pli_op_…, pli_prov_…',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'pli',
          description: 'The session of a person, given by POST /v1/session; over https the cookie is called __Host-pli',
        },
      },
    },
  };
}

function operationOf(
  route: RouteOf,
  args: RouteArguments,
  handler: string,
  schemas: Record<string, Json>,
): OpenApiOperation {
  const { access, answer, body, once, problems = [] } = route;
  const description = [
    route.description,
    once &&
      `${once === true ? 'Needs' : 'Takes'} an Idempotency-Key: sent again with the same key, it has no second effect.`,
  ]
    .filter(Boolean)
    .join('\n\n');
  return {
    operationId: handler.replace('Controller.', '.'),
    tags: [route.tag],
    summary: route.summary,
    ...(description ? { description } : {}),
    security: securityOf(access),
    parameters: [
      ...args.params.map(({ name, schema }) =>
        parameter(name, 'path', true, schema ? schemaOf(schema, 'input', schemas) : { type: 'string' }),
      ),
      ...queryParameters(args.query, schemas),
      ...(route.headers ?? []).map(({ name, description, schema }) => ({
        ...parameter(name, 'header', false, schemaOf(schema, 'input', schemas)),
        description,
      })),
      ...(once
        ? [parameter('Idempotency-Key', 'header', once === true, { type: 'string', pattern: idempotencyKeyPattern })]
        : []),
    ],
    ...requestBody([body?.media ?? []].flat(), args.body, schemas),
    responses: {
      [answer.status]: answerOf(answer, schemas),
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    'x-pli-access': accessInWords(access),
    'x-pli-problems': problems,
  };
}

/** Keys open what has a role, people at a desk of that role too; only people open what is theirs. */
function securityOf(access: Access): OpenApiOperation['security'] {
  if (access === 'anyone' || access === 'visitor') return [];
  if (access === 'begun' || access === 'person') return [{ session: [] }];
  return isOfPeople(access) ? [{ session: [access.scope] }] : [{ key: [access.scope] }, { session: [access.scope] }];
}

/** Auditors have no keys, and some rights no key can have. */
const isOfPeople = ({ role, scope }: Exclude<Access, string>): boolean =>
  role === 'auditor' || (scopesOfPeople as readonly AccessScope[]).includes(scope);

function accessInWords(access: Access): string {
  switch (access) {
    case 'anyone':
      return 'anyone';
    case 'visitor':
      return 'anyone, on the pages of this Pli';
    case 'begun':
      return 'a person who signs in';
    case 'person':
      return 'a person who has signed in';
    default:
      return `${access.role} ${isOfPeople(access) ? 'person' : 'key or person'} with ${access.scope}`;
  }
}

function requestBody(
  media: readonly string[],
  schema: ZodType | undefined,
  schemas: Record<string, Json>,
): Pick<OpenApiOperation, 'requestBody'> | object {
  const binary = media.filter((type) => type !== 'application/json');
  if (binary.length > 0) {
    const bytes = { type: 'string', format: 'binary' };
    // A form holds one file, under the name that form-file.ts looks for.
    const form = { type: 'object', properties: { file: bytes }, required: ['file'], additionalProperties: false };
    const content = binary.map((type) => [type, { schema: type === 'multipart/form-data' ? form : bytes }]);
    return {
      requestBody: { required: true, content: Object.fromEntries(content) as Record<string, { schema: Json }> },
    };
  }
  if (schema === undefined) return {};
  // No body is read as `{}`.
  const required = !schema.safeParse({}).success;
  return {
    requestBody: { required, content: { 'application/json': { schema: schemaOf(schema, 'input', schemas) } } },
  };
}

function answerOf(
  { schema, media = [], description = 'Done' }: RouteOf['answer'],
  schemas: Record<string, Json>,
): OpenApiOperation['responses'][string] {
  const json = schema ? { 'application/json': { schema: schemaOf(schema, 'output', schemas) } } : {};
  const others = Object.fromEntries(
    media.map((type) => [
      type,
      { schema: type.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' } },
    ]),
  );
  const content = { ...json, ...others };
  return { description, ...(Object.keys(content).length > 0 ? { content } : {}) };
}

function queryParameters(schema: ZodType | undefined, schemas: Record<string, Json>) {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', schemas, true) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) =>
    parameter(name, 'query', required.includes(name), property),
  );
}

function parameter(name: string, where: 'path' | 'query' | 'header', required: boolean, schema: Json) {
  const { description, ...rest } = schema;
  return { name, in: where, required, ...(typeof description === 'string' ? { description } : {}), schema: rest };
}

/** A schema as OpenAPI writes it; named ones go to the components and are referred to. */
function schemaOf(schema: ZodType, io: 'input' | 'output', schemas: Record<string, Json>, inline = false): Json {
  const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>;
  };
  for (const [name, definition] of Object.entries(made.$defs ?? {})) schemas[name] ??= referring(definition) as Json;
  const json = referring(made) as Json;
  delete json.$defs;
  delete json.$schema;
  const name = z.globalRegistry.get(schema)?.id;
  if (name === undefined || inline) return json;
  schemas[name] ??= json;
  return { $ref: `#/components/schemas/${name}` };
}

/** Refers to our components, and leaves out the names by which zod keeps schemas apart (a property called id is an object here). */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'id' && typeof inner === 'string'))
      .map(([key, inner]) => [
        key,
        key === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : referring(inner),
      ]),
  );
}
