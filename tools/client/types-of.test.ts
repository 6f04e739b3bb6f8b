import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApiOf } from '../../apps/api/docs/openapi.ts';
import { controllers } from '../../apps/api/routes.ts';
import { rootFolder } from '../toolbox.ts';
import { typesOf } from './types-of.ts';

test("the client's types are those of the routes: after a change of a route, `npm run client` writes them anew", async () => {
  const file = join(rootFolder, 'libs/client/api.ts');
  const differs = (await readFile(file, 'utf8')) !== (await typesOf(openApiOf(controllers), file));
  expect({ differs, mend: 'npm run client' }).toEqual({ differs: false, mend: 'npm run client' });
});
