// The console to dist/apps/console by Vite, each asset beside its compressed forms. Fails when the first load weighs more than its budget.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { rootFolder } from './setup/shell.mjs';

/** Compressed script (gzip) that a first visit may load before it shows a page, in bytes. */
const FIRST_LOAD_BYTES = 250_000;
const source = join(rootFolder, 'apps/console');
const built = join(rootFolder, 'dist/apps/console');
const inputsFile = join(built, 'inputs.json');

if (!isCurrent()) await buildConsole();

/** Whether nothing that went into the last build has changed: the console's folder, and what it imports of ours besides. */
function isCurrent() {
  if (!existsSync(inputsFile)) return false;
  const { stamp, outside } = JSON.parse(readFileSync(inputsFile, 'utf8'));
  return outside.every((file) => existsSync(join(rootFolder, file))) && stamp === stampOf(outside);
}

function stampOf(outside) {
  const own = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(rootFolder.length + 1))
    .filter((file) => !/\.test\.ts$|\.md$|\/testing\//.test(file));
  const hash = createHash('sha256');
  for (const file of [...own, ...outside, 'package-lock.json', 'tools/build-console.mjs'].sort())
    hash.update(`${file}\0`).update(readFileSync(join(rootFolder, file)));
  return hash.digest('hex');
}

async function buildConsole() {
  const { build } = await import('vite');
  const result = await build({ configFile: join(source, 'vite.config.mjs'), logLevel: 'warn' });
  const chunks = result.output.filter(({ type }) => type === 'chunk');
  const outside = [
    ...new Set(
      chunks
        .flatMap(({ moduleIds }) => moduleIds)
        .map((id) => id.split('?')[0].slice(rootFolder.length + 1))
        .filter((file) => /^(apps|libs)\//.test(file) && !file.startsWith('apps/console/')),
    ),
  ].sort();
  compress(join(built, 'assets'));
  checkFirstLoad(chunks);
  writeFileSync(inputsFile, JSON.stringify({ stamp: stampOf(outside), outside }, undefined, 1));
}

function compress(folder) {
  for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg|map)$/.test(file))) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
  }
}

/** The first load: the entry, what it imports, and the frame's own words in the language where they are longer. */
function checkFirstLoad(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const weight = ({ code }) => gzipSync(code, { level: 9 }).length;
  const entry = chunks.find(({ isEntry }) => isEntry);
  const loaded = new Set();
  const load = (chunk) => {
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const name of chunk.imports) load(byName.get(name));
  };
  load(entry);
  const script = [...loaded].reduce((sum, chunk) => sum + weight(chunk), 0);
  const words = (language) =>
    chunks
      .filter(
        ({ facadeModuleId }) =>
          facadeModuleId?.includes(`/words/${language}/`) && /\/(frame|states)\.ts$/.test(facadeModuleId),
      )
      .reduce((sum, chunk) => sum + weight(chunk), 0);
  const total = script + Math.max(words('fr'), words('en'));
  const told = `The first load of the console is ${kB(total)} of compressed script; at most ${kB(FIRST_LOAD_BYTES)} are allowed.`;
  if (process.env.CONSOLE_SIZES)
    for (const chunk of [...loaded]) console.log(`${kB(weight(chunk)).padStart(9)}  ${chunk.fileName}`);
  console.log(told);
  if (total > FIRST_LOAD_BYTES)
    throw new Error(`${told} Load what is not needed at once by import() where it is needed.`);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
