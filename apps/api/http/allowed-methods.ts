import type { Type } from '@nestjs/common';
import { routesOf } from '../docs/routes-of.ts';

/** Tells which methods a path takes: none when no route has this path. A path that takes GET takes HEAD, too. */
export function methodsByPath(controllers: readonly Type[]): (path: string) => string[] {
  const patterns = routesOf(controllers).map(({ route: { path, method } }) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+').replace(/\*\w+/g, '.+')}$`),
    methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
  }));
  return (asked) => {
    const path = asked.replace(/(?<=.)\/$/, '');
    const itself = patterns.filter((route) => route.path === path);
    // `search` is no id.
    const fitting = itself.length > 0 ? itself : patterns.filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))];
  };
}
