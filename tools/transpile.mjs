// How our TypeScript becomes JavaScript: in the build, in tests, and for what runs before anything is built. Types are checked by `npm run check`.
import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

/** What tsconfig.json tells tsc of the language, for swc. */
export const language = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
  },
  module: { type: 'es6' },
};

/** The code of a source file, with its map as swc's option `sourceMaps` says. Throws what the parser found. */
export async function transpile(filename, { jsc, ...options }) {
  const source = await readFile(filename, 'utf8');
  return transform(source, { filename, swcrc: false, ...language, jsc: { ...language.jsc, ...jsc }, ...options });
}
