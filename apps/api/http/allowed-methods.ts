import type { Type } from '@nestjs/common';
import { routesOf } from '../docs/routes-of.ts';

/** Which methods each path takes. */
export class AllowedMethods {
  readonly #patterns;

  constructor(controllers: readonly Type[]) {
    this.#patterns = routesOf(controllers).map(({ route: { path, method } }) => ({
      path,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+').replace(/\*\w+/g, '.+')}$`),
      methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
    }));
  }

  /** None when no route has this path. A path that takes GET takes HEAD, too. */
  of(asked: string): string[] {
    const path = asked.replace(/(?<=.)\/$/, '');
    const itself = this.#patterns.filter((route) => route.path === path);
    // `search` is no id.
    const fitting = itself.length > 0 ? itself : this.#patterns.filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))];
  }
}
