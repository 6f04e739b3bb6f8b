/** Comparing all items with all, references by name that are found at run time, patterns for names: rare, and never judged further. */
const alwaysCostly = /"(patternProperties|\$dynamicRef|uniqueItems)":/;

/** Characters, classes and fixed counts, one after the other: read once, never gone back over. Anything else might backtrack. */
const straight = /^\^?(?:[^\\^$.*+?()[\]{}|]|\\[dws.\-/]|\[(?:[^\\\]]|\\[dws.\-/])+\]|\{\d{1,3}\})*\$?$/;

/**
 * Whether checking data against a customer's JSON Schema might take for ever: by patterns that backtrack, references that multiply, or
 * comparing all items with all. A plain pattern (`^\d{4}-\d{2}$`) and a reference to a definition that refers to nothing never do.
 */
export function mayRunForEver(schema: object): boolean {
  if (alwaysCostly.test(JSON.stringify(schema))) return true;
  const { $defs, ...rest } = schema as { $defs?: unknown };
  const referred = valuesOf(rest, '$ref');
  const simplyReferred = referred.every((to) => typeof to === 'string' && to.startsWith('#/$defs/'));
  if (!simplyReferred || valuesOf($defs, '$ref').length > 0) return true;
  return valuesOf(schema, 'pattern').some((pattern) => typeof pattern !== 'string' || !straight.test(pattern));
}

/** Everything that stands under a name, however deep. */
function valuesOf(node: unknown, name: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(value, name)]);
}
