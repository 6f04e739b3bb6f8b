import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { clamdForTests } from '../../../tools/setup/clamd-for-tests.mjs';
import { VirusScanProbe } from '../clamd.ts';
import { openScratch } from '../scratch.ts';

/** What our own signature finds: no scanner but this one knows it. */
export const infected = 'PLI-VIRUS-TEST-SIGNATURE-7d1f';
const largestMb = 4;

/** Bytes that clamd takes in one stream (its StreamMaxLength, usually 25 MB), made small here. */
export const clamdTakes = largestMb * 1024 * 1024;

/** A clamd with one signature of ours, on a socket and behind a port. It fetches nothing. */
export async function runClamd() {
  const { program, env } = await clamdForTests();
  const folder = await openScratch();
  const socket = join(folder, 'clamd.sock');
  await writeFile(join(folder, 'pli.ndb'), `Pli.Test.Letter:0:*:${Buffer.from(infected).toString('hex')}\n`);
  const settings = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${folder}`,
    `TemporaryDirectory ${folder}`,
    'Foreground yes',
    `StreamMaxLength ${largestMb}M`,
    'MaxThreads 2',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(program, [`--config-file=${join(folder, 'clamd.conf')}`], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    relay.close();
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const relay = createServer((client) => {
    const inner = connect(socket);
    for (const end of [client, inner]) end.on('error', () => end.destroy());
    client.pipe(inner).pipe(client);
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const unix = `unix:${socket}`;
  const until = performance.now() + 30_000;
  while (!(await new VirusScanProbe({ address: unix }).scanner())?.answers) {
    if (performance.now() > until || child.exitCode !== null) {
      await stop();
      throw new Error('clamd does not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { unix, tcp: `127.0.0.1:${(relay.address() as AddressInfo).port}`, stop };
}
