import 'reflect-metadata';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { Type } from '@nestjs/common';
import type { ZodType } from 'zod';
import { routeOf, type RouteOf } from '../http/route.ts';

/** A handler's schemas, as its parameter decorators name them. */
export interface RouteArguments {
  body?: ZodType;
  query?: ZodType;
  params: { name: string; schema: ZodType | undefined }[];
}

/** Every route of the controllers with the schemas of its arguments. */
export function routesOf(controllers: readonly Type[]): { route: RouteOf; args: RouteArguments; handler: string }[] {
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype as object).flatMap((name) => {
      const handler: unknown = (controller.prototype as Record<string, unknown>)[name];
      const route = typeof handler === 'function' ? routeOf(handler) : undefined;
      return route ? [{ route, args: argumentsOf(controller, name), handler: `${controller.name}.${name}` }] : [];
    }),
  );
}

function argumentsOf(controller: Type, name: string): RouteArguments {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { data?: string; schema?: ZodType }
  >;
  const args: RouteArguments = { params: [] };
  for (const [key, { data, schema }] of Object.entries(given)) {
    const kind = Number(key.split(':')[0]) as RouteParamtypes;
    if (kind === RouteParamtypes.PARAM && data) args.params.push({ name: data, schema });
    if (kind === RouteParamtypes.BODY && schema) args.body = schema;
    if (kind === RouteParamtypes.QUERY && schema) args.query = schema;
  }
  return args;
}
