import type { components } from './api.ts';

export type Problem = components['schemas']['Problem'];

/** An answer of the API that says no: what, why and how to mend it are in `problem` (RFC 9457), `code` is stable. */
export class PliError extends Error {
  override readonly name = 'PliError';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    const items = problem.errors?.map(({ pointer, parameter, detail }) =>
      [pointer ?? parameter, detail].filter(Boolean).join(': '),
    );
    super([`${problem.code}: ${problem.detail}`, ...(items ?? [])].join('\n  '));
  }

  get code(): string {
    return this.problem.code;
  }
}

/** No answer came, however often it was asked: the API does not run there, or the way to it is cut. */
export class PliUnreachable extends Error {
  override readonly name = 'PliUnreachable';

  constructor(
    readonly api: string,
    cause: unknown,
  ) {
    super(`${api} does not answer: ${wordsOf(cause)}`, { cause });
  }
}

/** The problem of an answer; one of our making when something between us and the API answered instead of it. */
export async function errorOf(response: Response): Promise<PliError> {
  const text = await response.text().catch(() => '');
  const told = parsed(text);
  const problem: Problem = told ?? {
    type: '/problems/not_pli',
    code: 'not_pli',
    title: 'Not an answer of Pli',
    status: response.status,
    detail: `${new URL(response.url).origin} answered ${response.status} without a problem of Pli: is this its address?`,
    requestId: '',
  };
  return new PliError(response.status, problem);
}

function parsed(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Problem | null;
    return typeof problem?.code === 'string' && typeof problem.detail === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(cause: unknown): string {
  const { cause: inner, message } = cause as { cause?: { message?: string; code?: string }; message?: string };
  return inner?.message || inner?.code || message || String(cause);
}
