import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { MailError } from '#domain/mail-error';
import type { Problem } from '#contracts/api/problem';
import { problemOf } from '../problems/table.ts';
import { LOG } from '../parts.ts';
import { AllowedMethods } from './allowed-methods.ts';
import type { CalledRequest } from './call.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusal.ts';

/** Answers every error as problem+json. What is not ours is told as "internal_error" and described in the log alone. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly methods: AllowedMethods,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response & { problemCode?: string }>();
    const { requestId = '', path } = http.getRequest<CalledRequest>();
    const known = asMailError(thrown);
    const allowed = known.code === 'route_unknown' ? this.methods.of(path) : [];
    const error = allowed.length > 0 ? methodNotAllowed(allowed) : known;
    if (allowed.length > 0) response.setHeader('Allow', allowed.join(', '));
    const { status, title } = problemOf(error);
    if (status >= 500) this.log.error(`answered ${error.code}`, { requestId, error: thrown });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.problemCode = error.code;
    const body: Problem = {
      type: `/problems/${error.code}`,
      code: error.code,
      title,
      status,
      detail: error.message,
      requestId,
      ...(error instanceof Refusal ? { errors: [...error.errors] } : {}),
    };
    if ((status === 503 || status === 429 || error.retry === 'later') && !response.hasHeader('Retry-After'))
      response.setHeader('Retry-After', '1');
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    // A body that was refused half read would be taken for the next request.
    if (status === 413 || status === 408) response.setHeader('Connection', 'close');
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  }
}

const methodNotAllowed = (allowed: readonly string[]) =>
  new MailError('method_not_allowed', `This path takes ${allowed.join(', ')} and no other method.`);

function asMailError(thrown: unknown): MailError {
  if (thrown instanceof MailError) return thrown;
  if (isTooBusy(thrown))
    return new MailError('busy', 'The database has no time for this now. Try again.', 'later', thrown);
  if (isAway(thrown))
    return new MailError('database_away', 'The database does not answer. Try again.', 'later', thrown);
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { status?: unknown } | null)?.status;
  if (status === 404) return new MailError('route_unknown', 'There is no such route. All routes are listed at /docs.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new MailError('request_invalid', 'The request could not be read.', 'never', thrown);
  return new MailError(
    'internal_error',
    'Something went wrong on our side; the request id names it in our log.',
    'never',
    thrown,
  );
}

/** Serialisation, deadlock, lock and statement time-outs: the same request may succeed. */
const busy = new Set(['40001', '40P01', '55P03', '57014']);
/** Connection refused, cut, shut down, too many clients. */
const away = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;

function isTooBusy(thrown: unknown): boolean {
  // No connection of the pool became free in time.
  if (thrown instanceof Error && thrown.message.startsWith('timeout exceeded when trying to connect')) return true;
  return busy.has(codeOf(thrown));
}

function isAway(thrown: unknown): boolean {
  if (away.test(codeOf(thrown))) return true;
  return thrown instanceof Error && /Connection terminated|connection is closed|not queryable/i.test(thrown.message);
}

const codeOf = (thrown: unknown): string => String((thrown as { code?: unknown } | null)?.code ?? '');
