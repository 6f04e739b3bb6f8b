// `npm run bench`: the budgets, as ratios measured in one run. `--json` for machines, a name to run one alone.
import { parseArgs } from 'node:util';
import { assembling } from './bench/assembling.ts';
import { composing } from './bench/composing.ts';
import { transitions } from './bench/transitions.ts';
import type { Bench, Figure } from './bench/measure.ts';

const benches: Record<string, Bench> = { composing, assembling, transitions };

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const results: Figure[] = [];
for (const [name, bench] of Object.entries(benches))
  if (positionals.length === 0 || positionals.includes(name))
    results.push(...(await bench((text) => console.error(text))));

if (values.json) console.log(JSON.stringify({ results }));
else for (const figure of results) console.log(inWords(figure));
// The figures are the answer; a budget that is not met is told by `holds`, and by the exit code.
process.exit(results.every((figure) => figure.holds !== false) ? 0 : 1);

function inWords({ name, value, unit, budget, holds, samples, spread }: Figure): string {
  const range = spread === undefined ? '' : ` (${samples} samples, ${spread.map((s) => s.toFixed(2)).join(' to ')})`;
  const verdict = budget === undefined ? '' : `, budget ${budget}: ${holds ? 'met' : 'NOT MET'}`;
  return `${name}: ${value.toFixed(2)} ${unit}${range}${verdict}`;
}
