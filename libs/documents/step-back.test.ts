import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stepBackAsWeDo } from './step-back.ts';

/** How far the session of a process steps back; undefined where the kernel does not group by session. */
function sessionNiceness(pid: number): number | undefined {
  try {
    const said = /nice (-?\d+)/.exec(readFileSync(`/proc/${pid}/autogroup`, 'utf8'))?.[1];
    return said === undefined ? undefined : Number(said);
  } catch {
    return undefined;
  }
}

test('a browser in a session of its own steps back as far as the worker that started it', async () => {
  const browser = spawn('sleep', ['60'], { detached: true });
  try {
    const pid = browser.pid as number;
    const grouped = sessionNiceness(pid) !== undefined;
    await stepBackAsWeDo(pid, 10);
    expect(sessionNiceness(pid)).toBe(grouped ? 10 : undefined);
    // A worker that is not nice leaves it as it is.
    await stepBackAsWeDo(pid, 0);
    expect(sessionNiceness(pid)).toBe(grouped ? 10 : undefined);
  } finally {
    browser.kill('SIGKILL');
  }
});

test('a process that has ended is no error', () => expect(stepBackAsWeDo(4_194_303, 10)).resolves.toBeUndefined());
