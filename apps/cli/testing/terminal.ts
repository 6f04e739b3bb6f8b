import { pli } from '../command-line.ts';

/** One command as a person or a program saw it. */
export interface Ran {
  readonly exitCode: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly said: string;
  /** Standard output, an object a line. */
  objects<T>(): T[];
}

/** A terminal with a home folder of its own; `answers` are what the person types, in turn; without any nobody is there. */
export async function run(
  args: readonly string[],
  {
    env = {},
    home,
    answers,
    signal,
  }: { env?: Record<string, string>; home: string; answers?: string[]; signal?: AbortSignal },
): Promise<Ran> {
  const out: string[] = [];
  const said: string[] = [];
  const exitCode = await pli(args, {
    env,
    home,
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
    redraw: () => undefined,
    ...(answers && {
      ask: (question: string) => {
        said.push(question);
        return Promise.resolve(answers.shift() ?? '');
      },
    }),
    signal: signal ?? new AbortController().signal,
  });
  return {
    exitCode,
    out: out.join('\n'),
    said: said.join('\n'),
    objects: <T>() => out.map((line) => JSON.parse(line) as T),
  };
}
