/** A progress bar of one line. */
export function bar(title: string, done: number, all: number, words: string): string {
  const share = all > 0 ? Math.min(1, done / all) : 0;
  const full = Math.round(share * 24);
  return `${title} ${'█'.repeat(full)}${'░'.repeat(24 - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${words}`;
}

/** Runs at most every so many milliseconds, for what is told far more often than anybody reads. */
export function seldom<A extends unknown[]>(ms: number, work: (...args: A) => void): (...args: A) => void {
  let next = 0;
  return (...args) => {
    if (Date.now() < next) return;
    next = Date.now() + ms;
    work(...args);
  };
}
