import { PliError, PliUnreachable, type Problem } from '#client/errors';
import { mendInWords, placeInWords } from './in-words.ts';
import { Ends, exitCodes, type World } from './world.ts';

interface ProblemPage {
  title: string;
  means: string;
  mend: string;
}

/** Says what went wrong, why, and how to mend it; gives the exit code. */
export async function tell(world: World, error: unknown, api: string | undefined, json: boolean): Promise<number> {
  if (error instanceof PliError) {
    const page = await pageOf(api, error.problem);
    if (json) world.out(JSON.stringify({ error: error.problem, ...(page && { mend: page.mend }) }));
    else world.say(wordsOf(error.problem, page, api));
    return error.status === 429 || error.status >= 500 ? exitCodes.later : exitCodes.refused;
  }
  const [exitCode, text] = plain(error);
  if (json) world.out(JSON.stringify({ error: { code: codeOf(exitCode), detail: text } }));
  else world.say(text);
  return exitCode;
}

function plain(error: unknown): [number, string] {
  if (error instanceof Ends) return [error.exitCode, error.message];
  if (error instanceof PliUnreachable)
    return [
      exitCodes.later,
      `${error.message}\n  How to mend: is Pli running there (npm start), and is PLI_API its address? The same command may be repeated: nothing is sent twice.`,
    ];
  const { code, path, message } = error as { code?: string; path?: string; message?: string };
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return [
      exitCodes.usage,
      `${path ?? 'A file'} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`,
    ];
  return [exitCodes.refused, message ?? String(error)];
}

const codeOf = (exitCode: number) => Object.entries(exitCodes).find(([, code]) => code === exitCode)?.[0] ?? 'failed';

function wordsOf(problem: Problem, page: ProblemPage | undefined, api: string | undefined): string {
  const items = (problem.errors ?? []).slice(0, 20).map((item) => {
    const where = placeInWords(item);
    return `    ${where ? `${where}: ` : ''}${withoutMarks(item.detail)}`;
  });
  const mend = mendInWords(detailedCode(problem)) ?? page?.mend;
  const more = (problem.errors?.length ?? 0) - items.length;
  return [
    `Refused: ${problem.title}`,
    `  What:        ${withoutMarks(problem.detail)}`,
    ...items,
    ...(more > 0 ? [`    … and ${more} more`] : []),
    ...(page ? [`  Why:         ${withoutMarks(page.means)}`] : []),
    ...(mend === undefined ? [] : [`  How to mend: ${withoutMarks(mend)}`]),
    `  More:        ${api ?? ''}/problems/${detailedCode(problem)}${problem.requestId ? ` (request ${problem.requestId})` : ''}`,
  ].join('\n');
}

/** The API's texts put its own words between backticks, for programmers. */
const withoutMarks = (text: string) => text.replaceAll('`', '"');

/** The code that says most: of the one thing that is wrong, else of the whole. */
function detailedCode({ code, errors = [] }: Problem): string {
  const codes = new Set(errors.map((item) => item.code));
  return codes.size === 1 ? ([...codes][0] ?? code) : code;
}

async function pageOf(api: string | undefined, problem: Problem): Promise<ProblemPage | undefined> {
  try {
    const answer = await fetch(`${api}/problems/${detailedCode(problem)}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok ? ((await answer.json()) as ProblemPage) : undefined;
  } catch {
    return undefined;
  }
}
