/** What a log line may say beside its text: ids, numbers, codes, patterns. Never an address, a name, a body or a URL with values. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** JSON lines on standard output. */
export interface Log {
  info(text: string, facts?: LogFacts): void;
  warn(text: string, facts?: LogFacts): void;
  error(text: string, facts?: LogFacts): void;
}

export function jsonLog(write: (line: string) => void = bufferedOutput()): Log {
  const line =
    (level: string) =>
    (text: string, facts: LogFacts = {}) => {
      const { error, ...rest } = facts;
      const told = error === undefined ? rest : { ...rest, error: describe(error) };
      write(`${JSON.stringify({ at: new Date().toISOString(), level, text, ...told })}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** How long a line may wait for others; writing to a file holds up the process, so lines go together. */
const TOGETHER_MS = 50;

function bufferedOutput(): (line: string) => void {
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0) process.stdout.write(waiting.join(''));
    waiting = [];
  };
  process.on('exit', flush);
  return (line) => {
    if (waiting.push(line) === 1) setTimeout(flush, TOGETHER_MS).unref();
  };
}

/** Errors whose message is written by programmers alone. Those of databases and parsers quote data and are not among them. */
const plain = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'MailError', 'Refusal', 'AssertionError']);

/** An error without what it may quote: name, SQLSTATE or system code, constraint, and where in the code it happened. */
export function describe(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table, cause } = error as Error &
    Record<'code' | 'constraint' | 'table' | 'cause', unknown>;
  const frames = (error.stack ?? '').split('\n').filter((row) => /^\s+at /.test(row));
  return {
    name: error.constructor.name,
    ...(plain.has(error.constructor.name) ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(cause instanceof Error ? { cause: describe(cause) } : {}),
    at: frames.slice(0, 8).map((row) => row.trim()),
  };
}
