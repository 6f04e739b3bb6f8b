import { controllers } from '../routes.ts';
import { openApiOf, type OpenApiDocument } from './openapi.ts';

let document: OpenApiDocument | undefined;

/** The document of this API, made when it is first asked for: it holds the process for a second. */
export const openApiDocument = (): OpenApiDocument => (document ??= openApiOf(controllers));
