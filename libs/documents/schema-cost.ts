/** Checked without a watchdog is only what is short: sizes multiply, of the schema's lists with the data's. */
const MOST_CHARACTERS = 10_000;

/** What makes a short schema dear: patterns for names, comparing all items with all, names that are resolved anew. Rare, and judged no further. */
const alwaysCostly = /"(patternProperties|uniqueItems|\$id|\$dynamicRef|\$recursiveRef)":/;

/** From the beginning, characters, classes and fixed counts one after the other: read once, never gone back over. Anything else might backtrack. */
const straight = /^\^(?:[^\\^$.*+?()[\]{}|]|\\[dws.\-/]|\[(?:[^\\\]]|\\[dws.\-/])+\]|\{\d{1,3}\})*\$?$/;

/**
 * Whether checking data against a customer's JSON Schema might take for ever: by its size, by patterns that backtrack, by references that
 * multiply, or by comparing all items with all. A plain pattern (`^\d{4}-\d{2}$`) and a reference to a definition that refers to nothing never do.
 */
export function mayRunForEver(schema: object): boolean {
  const text = JSON.stringify(schema);
  if (text.length > MOST_CHARACTERS || alwaysCostly.test(text)) return true;
  const { $defs, ...rest } = schema as { $defs?: unknown };
  const simplyReferred = valuesOf(rest, '$ref').every((to) => typeof to === 'string' && to.startsWith('#/$defs/'));
  if (!simplyReferred || valuesOf($defs, '$ref').length > 0) return true;
  return valuesOf(schema, 'pattern').some((pattern) => typeof pattern !== 'string' || !straight.test(pattern));
}

/** Everything that stands under a name, however deep. */
function valuesOf(node: unknown, name: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(value, name)]);
}
