// `npm run client`: writes the client's types anew from the routes of the API, and packs the client for other programs' package.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiOf } from '../apps/api/docs/openapi.ts';
import { controllers } from '../apps/api/routes.ts';
import { packClient } from './client/pack.ts';
import { typesOf } from './client/types-of.ts';
import { rootFolder } from './toolbox.ts';

const file = join(rootFolder, 'libs/client/api.ts');
writeFileSync(file, await typesOf(openApiOf(controllers), file));
const archive = await packClient(rootFolder);
console.log(
  `libs/client/api.ts is as the routes are.\n\nTo use the client in a program of yours:\n  npm install ${archive}`,
);
