// `npm run bench`: the budgets, as ratios measured in one run. `--json` for machines, names to run some alone, `--full` with the long ones.
import { parseArgs } from 'node:util';
import { accepting } from './bench/accepting.ts';
import { assembling } from './bench/assembling.ts';
import { composing } from './bench/composing.ts';
import { hundredThousand } from './bench/hundred-thousand.ts';
import type { Bench, Figure } from './bench/measure.ts';
import { million } from './bench/million.ts';
import { oneFile } from './bench/one-file.ts';
import { telling } from './bench/telling.ts';
import { pipeline } from './bench/pipeline.ts';
import { smallOrders } from './bench/small-orders.ts';

const benches: Record<string, Bench> = {
  composing,
  assembling,
  accepting,
  pipeline,
  'small-orders': smallOrders,
  telling,
};
/** An hour or so, most of it the last; only under `--full` or by name. */
const longBenches: Record<string, Bench> = { million, 'one-file': oneFile, 'hundred-thousand': hundredThousand };
const all = { ...benches, ...longBenches };

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in all));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}.`);
  process.exit(2);
}

const wanted = positionals.length > 0 ? positionals : Object.keys(values.full ? all : benches);
const results: Figure[] = [];
for (const name of wanted) {
  const start = Date.now();
  results.push(...(await (all[name] as Bench)((text) => console.error(text))));
  console.error(`${name}: done in ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

if (values.json) console.log(JSON.stringify({ results }));
else for (const figure of results) console.log(inWords(figure));
// The figures are the answer; a budget that is not met is told by `holds`, and by the exit code.
process.exit(results.every((figure) => figure.holds !== false) ? 0 : 1);

function inWords({ name, value, unit, budget, holds, samples, spread }: Figure): string {
  const range = spread === undefined ? '' : ` (${samples} samples, ${spread.map((s) => s.toFixed(2)).join(' to ')})`;
  const verdict = budget === undefined ? '' : `, budget ${budget}: ${holds ? 'met' : 'NOT MET'}`;
  return `${name}: ${value.toFixed(2)} ${unit}${range}${verdict}`;
}
