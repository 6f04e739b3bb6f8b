import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with 46 MiB and one pass: the strongest of the settings of equal strength in OWASP's Password Storage Cheat Sheet. */
const options: Options = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };
/** Each takes a core for some tens of milliseconds and 46 MiB: more at once would only wait for each other. */
const AT_ONCE = 2;

let busy = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

/** The same word typed on two keyboards is one password (NIST SP 800-63B, 3.1.1.2: normalise with NFKC). */
const normalised = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalised(password), options));

/** A hash of nothing that anybody knows, so that an unknown e-mail takes as long as a known one. */
const nobodys = hash(Math.random().toString(), options);

/** Whether it is the password of that hash; takes as long when there is no hash. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await nobodys);
  return (await inTurn(() => verify(against, normalised(password)))) && stored !== null;
}
