import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { ippPrinter } from '#devices/ipp-printer';
import { printJobHasEnded, type Printer, type PrintJobReport } from '#devices/printer';

/**
 * `npm run check:printer`: our IPP client against `ippeveprinter`, a printer that is not ours (OpenPrinting; Debian packages
 * cups-ipp-utils, avahi-daemon, dbus). Debian's build refuses to start without DNS-SD, so a message bus and an Avahi of its own are
 * started for it, on loopback and in a temporary folder. Needs root, for Avahi. Ends with 0 when every check holds.
 */
const started: ChildProcess[] = [];
const folder = await mkdtemp(join(tmpdir(), 'pli-check-printer-'));
let failed = 0;

try {
  if (process.getuid?.() !== 0) throw new Error('Run this as root: Avahi does not start otherwise.');
  const uri = await startPrinter(await freePort());
  const printer = ippPrinter(uri, { askMs: 5_000 });
  await until('the printer answers', async () => (await printer.find('nothing').catch(() => null)) === undefined);
  await checks(printer);
} catch (error) {
  failed += 1;
  say(error instanceof Error ? error.message : String(error));
} finally {
  for (const child of started.reverse()) await ended(child);
  await rm(folder, { recursive: true });
}
say(failed === 0 ? 'Our client and ippeveprinter understand each other.' : `${failed} check(s) failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function checks(printer: Printer): Promise<void> {
  const file = join(folder, 'lot.pdf');
  const pdf = await PDFDocument.create();
  for (let page = 0; page < 4; page++) pdf.addPage([595.28, 841.89]);
  await writeFile(file, await pdf.save());
  const job = { file, sheets: 2, sides: 'two-sided-long-edge' } as const;

  hold('a name never printed is not found', (await printer.find('pli-PAR1-1')) === undefined);
  const { jobId } = await printer.submit({ ...job, name: 'pli-PAR1-1' });
  const done = await endOf(printer, 'pli-PAR1-1');
  hold(`job ${jobId} is found by its name and completed`, done.jobId === jobId && done.state === 'completed');
  say(`  it counts ${done.sheetsCompleted ?? 'no'} sheets and ${done.impressionsCompleted ?? 'no'} impressions`);
  hold('the printer got the very bytes', await holdsSameBytes(file));

  await printer.submit({ ...job, name: 'FAIL-1' });
  hold('a job that the printer aborts is told as aborted', (await endOf(printer, 'FAIL-1')).state === 'aborted');

  const refusal = await printer
    .submit({ ...job, name: 'pli-PAR1-2', media: 'na_foolscap_8.5x13in' })
    .catch((error) => error);
  const code = refusal instanceof Error && 'code' in refusal ? refusal.code : 'accepted';
  hold(`a paper that it has not is refused (${String(code)})`, code === 'printer_refused');

  await printer.submit({ ...job, name: 'pli-PAR1-1' });
  const twice = await printer.find('pli-PAR1-1').catch((error: { code?: string }) => error.code);
  hold('two jobs of one name are told as such', twice === 'printer_job_doubled');
}

async function startPrinter(port: number): Promise<string> {
  const bus = `unix:path=${folder}/bus`;
  const environment = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus };
  const allow = '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>';
  const policy = `<policy context="default">${allow}</policy>`;
  await writeFile(
    join(folder, 'bus.conf'),
    `<busconfig><type>session</type><listen>${bus}</listen><auth>EXTERNAL</auth>${policy}</busconfig>`,
  );
  run('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${folder}/bus.conf`], environment);
  await until('the message bus listens', () =>
    access(join(folder, 'bus')).then(
      () => true,
      () => false,
    ),
  );

  await writeFile(
    join(folder, 'avahi.conf'),
    '[server]\nallow-interfaces=lo\nuse-ipv6=no\n[publish]\npublish-workstation=no\n',
  );
  run('avahi-daemon', ['--no-drop-root', '--no-rlimits', '--no-chroot', '-f', `${folder}/avahi.conf`], environment);

  const press = join(folder, 'press.sh');
  await writeFile(press, '#!/bin/sh\ncase "$IPP_JOB_NAME" in FAIL-*) exit 1;; esac\n', { mode: 0o755 });
  await mkdir(join(folder, 'spool'));
  const options = [
    '-k',
    '-p',
    String(port),
    '-n',
    'localhost',
    '-2',
    '-d',
    `${folder}/spool`,
    '-f',
    'application/pdf',
    '-c',
    press,
  ];
  const printer = (): ChildProcess => run('ippeveprinter', [...options, 'Pli check'], environment);
  // It gives up at once while Avahi is still registering on the bus.
  for (let tries = 0; tries < 10; tries++) {
    const child = printer();
    await pause(1_000);
    if (child.exitCode === null) return `ipp://localhost:${port}/ipp/print`;
  }
  throw new Error('ippeveprinter does not start.');
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(program, args, { env, stdio: 'ignore' });
  child.once('error', () => {
    failed += 1;
    say(`${program} is missing. As root: apt-get install cups-ipp-utils avahi-daemon dbus`);
  });
  started.push(child);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

async function endOf(printer: Printer, name: string): Promise<PrintJobReport> {
  let report: PrintJobReport | undefined;
  await until(`${name} ends`, async () => {
    report = await printer.find(name);
    return report !== undefined && printJobHasEnded(report.state);
  });
  return report as PrintJobReport;
}

/** The printer keeps what it was sent (-k). */
async function holdsSameBytes(file: string): Promise<boolean> {
  const sent = await readFile(file);
  const spooled = (await readdir(join(folder, 'spool'))).filter((name) => name.endsWith('.pdf'));
  const kept = await Promise.all(spooled.map((name) => readFile(join(folder, 'spool', name))));
  return kept.some((bytes) => bytes.equals(sent));
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await isSo()) return;
    await pause(250);
  }
  throw new Error(`Waited 15 s in vain: ${what}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function hold(what: string, holds: boolean): void {
  if (!holds) failed += 1;
  say(`${holds ? 'holds' : 'FAILS'}: ${what}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
