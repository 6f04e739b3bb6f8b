// `pli`: the command line.
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { pli } from './command-line.ts';
import type { World } from './world.ts';

const { stdin, stdout, stderr } = process;
const interrupted = new AbortController();
process.once('SIGINT', () => {
  interrupted.abort();
  process.exitCode = 130;
  // What holds on to the process (a question, a request) goes with it.
  setTimeout(() => process.exit(130), 500).unref();
});
// `pli events | head` closes the pipe: that is no error.
stdout.on('error', ({ code }: { code?: string }) => process.exit(code === 'EPIPE' ? 0 : 1));

let drawn = false;
/** Takes away the line that is drawn over, so that another can stand. */
const clear = () => {
  if (drawn) stderr.write('\r\x1b[2K');
  drawn = false;
};
const world: World = {
  env: process.env,
  home: homedir(),
  out(line) {
    clear();
    if (line !== '') stdout.write(`${line}\n`);
  },
  say(line) {
    clear();
    stderr.write(`${line}\n`);
  },
  redraw(line) {
    if (!stderr.isTTY || line === '') return;
    stderr.write(`\r\x1b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    drawn = true;
  },
  ...(stdin.isTTY && { ask }),
  signal: interrupted.signal,
};

/** What is secret is not shown while it is typed. */
async function ask(question: string, secret = false): Promise<string> {
  clear();
  const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: stdin, output: secret ? quiet : stderr, terminal: true });
  if (secret) stderr.write(question);
  try {
    return await line.question(secret ? '' : question, { signal: interrupted.signal });
  } finally {
    line.close();
    if (secret) stderr.write('\n');
  }
}

const exitCode = await pli(process.argv.slice(2), world);
clear();
process.exitCode ??= exitCode;
