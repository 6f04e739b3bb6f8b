import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Start } from './process.ts';

export interface RunningIdentityProvider {
  readonly issuer: string;
  /**
   * Signs somebody in at its own page, as a browser would.
   * @param url where Pli sends the browser
   * @returns what stands behind the `?` of the address to which it is sent back
   */
  signIn(url: string, name: string): Promise<string>;
  stop(): void;
}

const root = join(import.meta.dirname, '../../../..');
const hooks = `import { register } from 'node:module'; register('./tools/source-hooks.mjs', 'file://${root}/');`;

/** A real identity provider (npm `oidc-provider`) as a process of its own, on a port of its own. */
export async function runIdentityProvider(start: Start): Promise<RunningIdentityProvider> {
  const load = `data:text/javascript,${encodeURIComponent(hooks)}`;
  const child = spawn(process.execPath, ['--import', load, join(import.meta.dirname, 'process.ts')], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', IDENTITY_PROVIDER: JSON.stringify(start) },
    // What it warns of (http, pages made for development) is so on purpose.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    const { issuer } = JSON.parse(line) as { issuer: string };
    return { issuer, signIn: (url, name) => signIn(issuer, url, name), stop: () => void child.kill() };
  }
  throw new Error('the identity provider ended before it listened');
}

async function signIn(issuer: string, url: string, name: string): Promise<string> {
  const cookies = new Map<string, string>();
  const ask = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let answer = await ask(url);
  for (;;) {
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the identity provider answered ${answer.status}: ${await answer.text()}`);
    const to = new URL(location, issuer);
    if (to.origin !== issuer) return to.search.slice(1);
    answer = await ask(to.href);
    if (to.pathname.startsWith('/interaction/') && answer.status === 200)
      answer = await ask(to.href, { prompt: 'login', login: name, password: 'any' });
  }
}
