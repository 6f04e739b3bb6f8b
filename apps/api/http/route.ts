import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { AccessScope, CallerRole } from '#contracts/api/keys';

/**
 * Who may call a route: anyone; a visitor on our own pages (who signs in, or comes by a link); a person who has begun to sign in and may owe
 * the second factor; a person who is signed in, at whatever desk; or a key or person of that role with that scope.
 */
export type Access =
  'anyone' | 'visitor' | 'begun' | 'person' | { readonly role: CallerRole; readonly scope: AccessScope };

/** What a route answers when all goes well. */
export interface RouteAnswer {
  readonly status: 200 | 201 | 202 | 204;
  readonly schema?: ZodType;
  /** Other media types than JSON that it can answer. */
  readonly media?: readonly string[];
  readonly description?: string;
}

export type BodyMedia =
  'application/json' | 'application/pdf' | 'multipart/form-data' | 'text/csv' | 'application/x-ndjson';

export interface RouteBody {
  readonly media: BodyMedia | readonly BodyMedia[];
  readonly mostBytes: number;
  /** The handler gets a `StreamedBody` instead of the whole. */
  readonly stream?: true;
}

/** All that is said of a route beside the schemas of its arguments; guards, body reader and OpenAPI read it. */
export interface RouteFacts {
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** A page or file of the console: for browsers, and no part of the API that programs are told of. */
  readonly ofConsole?: true;
  readonly answer: RouteAnswer;
  /** The body it reads; JSON of at most 256 kB unless told. */
  readonly body?: RouteBody;
  /** Headers it reads beside the usual ones; for the documentation alone. */
  readonly headers?: readonly { readonly name: string; readonly description: string; readonly schema: ZodType }[];
  /** Its effect happens once: the caller must name it by Idempotency-Key, or may, when 'optional'. */
  readonly once?: true | 'optional';
  /** Problem codes beside those that any route may answer. */
  readonly problems?: readonly string[];
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
export const ROUTE = 'pli:route';

/** Declares a handler as a route of the API. A handler without it is not served: the door refuses what it does not know. */
export const Route = (method: Method, path: string, facts: RouteFacts) =>
  applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(facts.answer.status),
    SetMetadata(ROUTE, { method, path, ...facts }),
  );

export type RouteOf = RouteFacts & { readonly method: Method; readonly path: string };

/** The facts of a handler; undefined when it was not declared by `Route`. */
export const routeOf = (handler: object): RouteOf | undefined =>
  Reflect.getMetadata(ROUTE, handler) as RouteOf | undefined;
