type Registering = (...args: unknown[]) => unknown;
const hooks = ['beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
const blocks = ['test', 'it', 'describe'];
const variants = ['only', 'skip'];

/**
 * Runs test files one after the other as if they were one, each as a block that bears its path. jest gives every file fresh copies of all modules,
 * and reading 2,000 of them costs a test of the API two seconds of processor; together they are read once.
 * A file that cannot be loaded is one failed test, and the others run.
 */
export async function together(files: readonly string[], load: (file: string) => Promise<unknown>): Promise<void> {
  const scope = globalThis as unknown as Record<string, Registering>;
  const own = Object.fromEntries([...hooks, ...blocks].map((name) => [name, scope[name]!]));
  for (const file of files) {
    // A block cannot wait for a module to load: what the module registers is noted, and registered in the block afterwards.
    const noted: (() => unknown)[] = [];
    for (const [name, register] of Object.entries(own)) scope[name] = noting(register, noted);
    try {
      await load(file);
    } catch (error) {
      noted.push(() => own['test']!('can be loaded', () => Promise.reject(error as Error)));
    } finally {
      Object.assign(scope, own);
    }
    own['describe']!(file, () => noted.forEach((register) => register()));
  }
}

/** A stand-in that notes what it is called with; `test.each(…)(…)`, `test.skip(…)` and their like too. */
function noting(register: Registering, noted: (() => unknown)[]): Registering {
  const note: Registering = (...args) => void noted.push(() => register(...args));
  const parts = register as unknown as Record<string, Registering>;
  for (const name of variants) if (parts[name]) Object.assign(note, { [name]: noting(parts[name], noted) });
  const { each } = parts;
  if (each === undefined) return note;
  const noteEach: Registering =
    (...table) =>
    (...args: unknown[]) =>
      void noted.push(() => (each(...table) as Registering)(...args));
  return Object.assign(note, { each: noteEach });
}
