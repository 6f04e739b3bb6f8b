// `npm run openapi`: prints the OpenAPI document of this version, without a running API: for generators of clients.
import { openApiOf } from '../apps/api/docs/openapi.ts';
import { controllers } from '../apps/api/routes.ts';

console.log(JSON.stringify(openApiOf(controllers), null, 2));
