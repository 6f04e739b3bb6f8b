import type { ProblemPage } from '../problems/table.ts';
import { escape, page, prose } from './html.ts';
import type { OpenApiDocument, OpenApiOperation } from './openapi.ts';
import { schemaTable } from './schema-table.ts';

interface Listed {
  method: string;
  path: string;
  operation: OpenApiOperation;
}

const anchor = ({ method, path }: Listed): string => `${method}${path}`.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase();

/** The documentation of every route, made from the OpenAPI document. */
export function referencePage(document: OpenApiDocument, problems: ReadonlyMap<string, ProblemPage>): string {
  const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const byTag = document.tags.map(({ name }) => ({
    name,
    routes: listed.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const menu = byTag
    .map(({ name, routes }) => `<h2>${escape(name)}</h2><ul>${routes.map(menuItem).join('')}</ul>`)
    .join('');
  const body = byTag
    .map(
      ({ name, routes }) =>
        `<h2 class="tag">${escape(name)}</h2>${routes.map((route) => routeSection(route, document)).join('')}`,
    )
    .join('');
  return page(
    'Pli: the API',
    `<div class="page"><nav aria-label="Routes">${menu}<h2>Errors</h2><ul><li><a href="/problems">All codes</a></li></ul></nav><main>${introduction(problems.size)}${body}</main></div>`,
  );
}

const menuItem = (route: Listed): string =>
  `<li><a href="#${anchor(route)}"><span class="m ${route.method}">${route.method}</span><span>${escape(route.path.replace(/^\/v1\//, ''))}</span></a></li>`;

function introduction(codes: number): string {
  return `<h1>Pli: the API</h1>
<p class="lead">Letters in by API, out by post, with the proof kept. Everything is JSON over HTTP. The same description for programs is <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h4>Keys</h4><p class="lead">Give a key with each request: <code>Authorization: Bearer pli_test_…</code>. Its prefix says what it opens: <code>pli_test_</code> and <code>pli_live_</code> a customer's account in one mode, <code>pli_op_</code> a print room, <code>pli_prov_</code> the setting up.</p>
<h4>Once only</h4><p class="lead">Calls with an effect take an <code>Idempotency-Key</code>, a text of yours. Send the same call with the same key as often as you like: it happens once, and each time you get the first answer, with <code>Idempotent-Replayed: true</code>.</p>
<h4>Errors</h4><p class="lead">Errors are <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>; <code>errors</code> says where in the request. Each of the <a href="/problems">${codes} codes</a> has a page.</p>
<h4>A letter in one call</h4>
<pre>curl -X POST /v1/orders \\
  -H "Authorization: Bearer $PLI_KEY" -H "Idempotency-Key: invoice-2027-001" -H "Content-Type: application/json" \\
  -d '{ "submit": true, "letters": [ {
        "recipient": { "kind": "person", "name": "Madame Claire Fontaine", "streetNumber": "12", "street": "rue des Lilas", "postcode": "69001", "town": "Lyon" },
        "content": { "kind": "template", "templateVersionId": "tpv_…", "data": { "total": 1250 } } } ] }'</pre>`;
}

function routeSection(route: Listed, document: OpenApiDocument): string {
  const { operation, method, path } = route;
  const { parameters, requestBody, responses } = operation;
  const given =
    parameters.length > 0
      ? `<h4>Parameters</h4><table>${parameters.map((parameter) => parameterRow(parameter)).join('')}</table>`
      : '';
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([media, { schema }]) =>
      `<h4>Body, ${escape(media)}</h4>${media.includes('json') ? schemaTable(schema, document) : '<p>The bytes.</p>'}`,
  );
  const answers = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content = {} }]) => {
      const media = Object.keys(content);
      const json = content['application/json'];
      return `<h4>Answer ${status}${media.length > 0 ? `, ${media.map(escape).join(' or ')}` : ', no body'}</h4>${json ? schemaTable(json.schema, document) : ''}`;
    });
  const codes = operation['x-pli-problems'];
  const wrong =
    codes.length > 0
      ? `<h4>May also answer</h4><div class="codes">${codes.map((code) => `<a href="/problems/${code}">${code}</a>`).join(' ')}</div>`
      : '';
  return `<section class="route" id="${anchor(route)}"><h3>${escape(operation.summary)}</h3>
<div class="path"><span class="m ${method}">${method}</span><span>${escape(path)}</span></div>
<div class="who">${escape(operation['x-pli-access'])}</div>${operation.description ? prose(operation.description) : ''}${given}${bodies.join('')}${answers.join('')}${wrong}</section>`;
}

function parameterRow({
  name,
  in: where,
  required,
  description,
  schema,
}: OpenApiOperation['parameters'][number]): string {
  const kind = Array.isArray(schema.enum) ? schema.enum.map(String).join(' | ') : String(schema.type ?? '');
  return `<tr><td>${escape(name)}${required ? '<span class="req" title="compulsory">*</span>' : ''}</td><td><span class="type">${where}, ${escape(kind)}</span> ${escape(description ?? '')}</td></tr>`;
}
