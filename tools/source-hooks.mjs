// Lets Node run our TypeScript straight from source, for the moments before anything is built (jest's set-up).
// Used by: import { register } from 'node:module'; register('./source-hooks.mjs', import.meta.url).
import { fileURLToPath } from 'node:url';
import { transpile } from './transpile.mjs';

/** `#domain/…` means the .ts file here, as in tests. Packages may have sources of their own under that word: those are not meant. */
export function resolve(specifier, context, next) {
  const ours = specifier.startsWith('#') ? ['source'] : [];
  return next(specifier, { ...context, conditions: [...ours, ...context.conditions] });
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const { code } = await transpile(fileURLToPath(url), { sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
