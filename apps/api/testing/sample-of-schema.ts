import { z, type ZodType } from 'zod';

type Node = Record<string, unknown>;

/** Prefixes of the ids that a schema takes anywhere, e.g. `tpv`: found by the pattern that `idOf` gives them. */
export function idPrefixesIn(schema: ZodType): Set<string> {
  const text = JSON.stringify(jsonSchemaOf(schema));
  return new Set([...text.matchAll(/"\^([a-z]{3})_\[/g)].map(([, prefix]) => prefix ?? ''));
}

/** The smallest body that a schema takes, as far as JSON Schema says: ids are those given, by prefix; rules beyond it are not known. */
export function sampleOf(schema: ZodType, ids: Readonly<Record<string, string>>): unknown {
  const root = jsonSchemaOf(schema);
  const definitions = (root.$defs ?? {}) as Record<string, Node>;
  const sample = (node: Node): unknown => {
    if (typeof node.$ref === 'string') return sample(definitions[node.$ref.split('/').at(-1) ?? ''] ?? {});
    if ('const' in node) return node.const;
    if (Array.isArray(node.enum)) return node.enum[0];
    for (const choice of ['anyOf', 'oneOf'] as const)
      if (Array.isArray(node[choice])) return sample((node[choice] as Node[])[0] ?? {});
    if (Array.isArray(node.allOf)) return Object.assign({}, ...(node.allOf as Node[]).map(sample));
    if (node.type === 'object') {
      const properties = (node.properties ?? {}) as Record<string, Node>;
      const required = (node.required ?? []) as string[];
      return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]));
    }
    if (node.type === 'array')
      return Array.from({ length: Number(node.minItems ?? 0) }, () => sample(node.items as Node));
    if (node.type === 'integer' || node.type === 'number') return Number(node.minimum ?? node.default ?? 1);
    if (node.type === 'boolean') return true;
    return textFor(node, ids);
  };
  return sample(root);
}

const jsonSchemaOf = (schema: ZodType): Node => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;

function textFor({ pattern, format, examples, minLength }: Node, ids: Readonly<Record<string, string>>): string {
  const [, prefix = ''] = /^\^([a-z]{3})_\[/.exec(String(pattern)) ?? [];
  const known = ids[prefix];
  if (known !== undefined) return known;
  if (Array.isArray(examples)) return String(examples[0]);
  if (format === 'date-time') return '2027-03-28T09:30:00.000Z';
  if (format === 'date') return '2027-03-28';
  return 'a'.repeat(Number(minLength ?? 1));
}
