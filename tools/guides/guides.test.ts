import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Letter, LetterRow } from '#contracts/api/letters';
import { demonstrationProfile } from '#domain/site-profiles';
import { run } from '../../apps/cli/testing/terminal.ts';
import { buildClient } from '../client/pack.ts';
import { openFactory, type Factory } from '../faults/testing/factory.ts';
import { pythonForTests } from '../setup/wheels.mjs';
import { rootFolder } from '../toolbox.ts';
import { programOf } from './blocks.ts';

const execute = promisify(execFile);
const guide = (name: string) => readFileSync(join(rootFolder, 'docs/guides', name), 'utf8');
const samplePdf = join(rootFolder, 'tools/demonstration/samples/office-letter/convocation.pdf');

let factory: Factory;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  factory = await openFactory(demonstrationProfile);
  await factory.printRoom();
  folder = mkdtempSync(join(tmpdir(), 'pli-guides-'));
  symlinkSync(join(rootFolder, 'tools'), join(folder, 'tools'));
  env = { ...process.env, API: factory.customer.url, KEY: factory.customerKey };
});
afterAll(async () => {
  await factory.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, as the reader would have, with the letter in it. */
function desk(name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  symlinkSync(join(rootFolder, 'tools'), join(own, 'tools'));
  cpSync(samplePdf, join(own, 'letter.pdf'));
  return own;
}

/** Runs a reader's program; what it prints. */
async function reader(program: string, args: string[], cwd: string, more: object = {}): Promise<string> {
  try {
    return (await execute(program, args, { cwd, env: { ...env, ...more }, timeout: 120_000 })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args[0]} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** The one letter that a guide has sent, once it is composed. */
async function sentBy<T>(work: () => Promise<T>): Promise<{ printed: T; letter: Letter }> {
  const ids = async () => (await factory.customer.all<LetterRow>('/v1/letters')).map(({ id }) => id);
  const before = await ids();
  const printed = await work();
  const sent = (await ids()).filter((id) => !before.includes(id));
  expect(sent).toHaveLength(1);
  return { printed, letter: await factory.customer.get<Letter>(`/v1/letters/${sent[0]}`) };
}

/** The events that a guide prints: those of its own letter alone, not the account's history. */
const eventsIn = (printed: string) => printed.split('\n').filter((line) => /^\d+ \w+\.\w+ \w+$/.test(line));
const eventsOf = ({ id, timeline }: Letter) =>
  timeline
    .filter(({ about, state }) => about === 'letter' && (state === 'accepted' || state === 'composed'))
    .map(({ number, event }) => `${number} ${event} ${id}`);

const isPdf = (file: string) => readFileSync(file).subarray(0, 5).toString() === '%PDF-';

test('the guide for curl sends a letter', async () => {
  const cwd = desk('curl');
  const program = programOf(guide('curl.md'), 'sh');
  const { printed, letter } = await sentBy(() => reader('bash', ['-euo', 'pipefail', '-c', program], cwd));
  expect(letter.recipientLines).toEqual(['Madame Claire Fontaine', '12 RUE DES LILAS', '75011 PARIS']);
  expect(printed).toContain('"state":"ready"');
  expect(printed).toContain(`"subjectId":"${letter.id}"`);
  expect(isPdf(join(cwd, 'preview.pdf'))).toBe(true);
});

test('the guide for TypeScript compiles against the packed client and sends a letter', async () => {
  const cwd = desk('typescript');
  mkdirSync(join(cwd, 'node_modules'));
  await buildClient(rootFolder, join(cwd, 'node_modules/pli-client'));
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers', 'eventsource-parser', '@types', 'undici-types'])
    symlinkSync(join(rootFolder, 'node_modules', name), join(cwd, 'node_modules', name));
  writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(cwd, 'send.ts'), programOf(guide('typescript.md'), 'ts'));
  const flags = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--skipLibCheck', '--types', 'node'];
  const tsc = join(rootFolder, 'node_modules/typescript/bin/tsc');
  await reader(process.execPath, [tsc, ...flags, 'send.ts'], cwd);
  const { printed, letter } = await sentBy(() => reader(process.execPath, ['send.js'], cwd));
  expect(printed).toContain(`Sent: ${letter.id}`);
  expect(eventsIn(printed)).toEqual(eventsOf(letter));
  expect(printed).toContain('send_date_invalid');
  expect(isPdf(join(cwd, 'preview.pdf'))).toBe(true);
});

test('the guide for Python sends a letter with a generated client, of which nothing is missing', async () => {
  const cwd = desk('python');
  const { python, env: where } = await pythonForTests();
  writeFileSync(join(cwd, 'client.yml'), programOf(guide('python.md'), 'yaml'));
  const openApi = await (await fetch(`${factory.customer.url}/openapi.json`)).text();
  writeFileSync(join(cwd, 'openapi.json'), openApi);
  const make = ['-m', 'openapi_python_client', 'generate', '--path', 'openapi.json', '--config', 'client.yml'];
  const said = await reader(python, [...make, '--output-path', 'client'], cwd, where);
  expect(said).not.toMatch(/warning|unable/i);
  writeFileSync(join(cwd, 'send.py'), programOf(guide('python.md'), 'python'));
  const paths = { ...where, PYTHONPATH: [join(cwd, 'client'), where.PYTHONPATH].join(':') };
  const { printed, letter } = await sentBy(() => reader(python, ['send.py'], cwd, paths));
  expect(printed).toContain(`Sent: ${letter.id}`);
  expect(eventsIn(printed)).toEqual(eventsOf(letter));
  expect(isPdf(join(cwd, 'preview.pdf'))).toBe(true);
});

test('the command line shows a letter, sends it, and follows it into the pool', async () => {
  const cwd = desk('command-line');
  const at = { env: { PLI_API: factory.customer.url, PLI_KEY: factory.customerKey }, home: cwd };
  const letter = [join(cwd, 'letter.pdf'), '--to', 'Monsieur Luc Petit, 3 rue du Bac, 75007 Paris'];
  const output = join(cwd, 'preview.pdf');
  const shown = await run(['preview', ...letter, '-o', output, '--zones'], at);
  expect(shown).toMatchObject({ exitCode: 0, out: expect.stringMatching(/pages on \d sheets in a C5/) });
  expect(isPdf(output)).toBe(true);
  expect(readFileSync(join(cwd, 'preview-1.png')).subarray(1, 4).toString()).toBe('PNG');
  const sent = await run(['send', ...letter, '--yes', '--json'], at);
  const [{ letterId } = { letterId: '' }] = sent.objects<{ letterId: string }>();
  const watched = await run(['watch', letterId, '--until', 'pooled', '--json'], at);
  const states = watched.objects<{ state: string | null }>().map(({ state }) => state);
  expect(states).toEqual(expect.arrayContaining(['accepted', 'composed', 'pooled']));
  expect(watched.exitCode).toBe(0);
});
