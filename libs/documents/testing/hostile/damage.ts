import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hostile } from './hostile.ts';
import { onePage } from './raw-pdf.ts';

/** A file of some producer, to be damaged. */
export type Sound = { readonly name: string; readonly bytes: Uint8Array };

const cuts = [0.02, 0.1, 0.3, 0.5, 0.75, 0.9, 0.98, 0.999];

/** Sound files cut off at many places, as a broken transfer leaves them. */
export function cutOff(sound: readonly Sound[]): Hostile[] {
  return sound.flatMap(({ name, bytes }) =>
    cuts.map((part) => ({
      name: `${name}, cut off after ${part * 100} %`,
      bytes: () => bytes.subarray(0, Math.floor(bytes.length * part)),
    })),
  );
}

/** Sound files with bytes changed at random; the same for the same seed. */
export function flipped(sound: readonly Sound[], seeds: readonly number[]): Hostile[] {
  return sound.flatMap(({ name, bytes }) =>
    seeds.map((seed) => ({
      name: `${name}, bytes changed by seed ${seed}`,
      bytes: () => changed(bytes, seed),
    })),
  );
}

function changed(bytes: Uint8Array, seed: number): Uint8Array {
  const random = mulberry32(seed);
  const copy = Uint8Array.from(bytes);
  const times = 1 + Math.floor(random() ** 3 * 200);
  for (let i = 0; i < times; i++) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

/** Locked in every way qpdf knows, and in ways nobody knows. */
export function locked(qpdf: string): Hostile[] {
  const refused = ['document_encrypted'] as const;
  const lock = (name: string, user: string, bits: string, ...options: string[]): Hostile => ({
    name: `locked: ${name}`,
    bytes: () => lockedBy(qpdf, ['--allow-weak-crypto', '--encrypt', user, 'owner', bits, ...options, '--']),
    expected: refused,
  });
  const claimed = (name: string, encrypt: string): Hostile => ({
    name: `locked: ${name}`,
    bytes: () => onePage({ trailer: `/Encrypt ${encrypt}/ID[<00><00>]` }),
    expected: refused,
  });
  return [
    lock('40 bits, a password', 'secret', '40'),
    lock('128 bits, a password', 'secret', '128', '--use-aes=n'),
    lock('AES 128, a password', 'secret', '128', '--use-aes=y'),
    lock('AES 256, a password', 'secret', '256'),
    lock('AES 256, rights alone', '', '256', '--print=none', '--modify=none'),
    lock('128 bits, rights alone', '', '128', '--use-aes=n', '--extract=n'),
    claimed('by a lock nobody knows', '<</Filter/Acme.Lock/V 9>>'),
    claimed('by certificates', '<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128/Recipients[<00>]>>'),
    claimed('by a lock that is noise', '<</Filter/Standard/V 5/R 6/O<00>/U<00>/OE<00>/UE<00>/P -1/Perms<00>>>'),
    claimed('by a key of two billion bits', '<</Filter/Standard/V 2/R 3/O(x)/U(x)/P 0/Length 2147483640>>'),
    claimed('by a number', '7'),
    { ...claimed('by something that is not there', '99 0 R'), expected: ['accepted', ...refused] },
  ];
}

function lockedBy(qpdf: string, options: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'pli-locked-'));
  try {
    const [open, shut] = [join(folder, 'open.pdf'), join(folder, 'shut.pdf')];
    writeFileSync(open, onePage());
    execFileSync(qpdf, [...options, open, shut], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(shut));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A small generator of numbers in [0, 1) that gives the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
