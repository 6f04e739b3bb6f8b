import type { components } from '#client/api';

type Told = components['schemas']['Problem'];

/** A refusal of the API (RFC 9457), or that it could not be reached (`code` is then "unreachable"). */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    /** The server's sentence, in English: what, why and how to mend it. */
    readonly detail: string,
    readonly requestId: string | undefined,
    readonly errors: NonNullable<Told['errors']> = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** Whether the same call may succeed by itself a little later. */
  get mayHelpToRepeat(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }

  static unreachable(cause: unknown): Problem {
    const problem = new Problem('unreachable', 0, '', '', undefined);
    problem.cause = cause;
    return problem;
  }
}

/** The problem in an answer; one of our own making when what is between us and the API answered instead of it. */
export async function asProblem(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => undefined)) as Partial<Told> | undefined;
  return new Problem(
    told?.code ?? 'unreachable',
    response.status,
    told?.title ?? response.statusText,
    told?.detail ?? '',
    told?.requestId,
    told?.errors,
  );
}
