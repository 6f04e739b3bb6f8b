import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import type { OpenApiDocument } from '../../apps/api/docs/openapi.ts';

const head = `// Made by \`npm run client\` from the routes of the API: never edited. Every route, body and answer as TypeScript sees it.
`;

/**
 * The TypeScript types of the API that libs/client stands on, formatted as the house does.
 * @param file where the text will stand: decides how it is formatted
 */
export async function typesOf(document: OpenApiDocument, file: string): Promise<string> {
  const source = withoutIdempotencyKeys(document) as unknown as Parameters<typeof openapiTS>[0];
  const ast = await openapiTS(source, {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    transform: (schema) => (schema.format === 'binary' ? ts.factory.createTypeReferenceNode('Uint8Array') : undefined),
  });
  return format(head + astToString(ast), { ...(await resolveConfig(file)), filepath: file });
}

/** The client names each call itself, so that it may be repeated: nobody has to write the header. */
function withoutIdempotencyKeys(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { ...operation, parameters: operation.parameters.filter(({ name }) => name !== 'Idempotency-Key') },
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as OpenApiDocument['paths'] };
}
