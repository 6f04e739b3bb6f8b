import {
  Injectable,
  StandardSchemaValidationPipe,
  type ArgumentMetadata,
  type StandardSchemaValidationPipeOptions,
} from '@nestjs/common';
import type { ProblemItem } from '#contracts/api/problem';
import { refuseWith } from './refusal.ts';

/** An issue as zod gives it; our own rules name their code in `params`. */
type PlainIssue = Parameters<NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>>[0][number];
type Issue = PlainIssue & { readonly params?: { readonly code?: unknown } };
/** As far as it is told; zod's own are written a little otherwise. */
type AnyIssue = Pick<PlainIssue, 'message' | 'path'> & { readonly params?: { readonly code?: unknown } | undefined };

class Issues extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('issues');
  }
}

/**
 * Validates each argument by the schema that its decorator names, the same that the documentation shows, and says for every fault
 * where it is.
 */
@Injectable()
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new Issues(issues) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Issues)) throw error;
      refuseWith(
        'request_invalid',
        error.issues.map((issue) => itemOf(issue, metadata, value)),
      );
      throw error;
    }
  }
}

function itemOf(issue: Issue, { type, data }: ArgumentMetadata, value: unknown): ProblemItem {
  const { code, detail, path } = faultOf(issue, value);
  const place = type === 'body' ? { pointer: pointerOf(path) } : { parameter: data ?? path.join('.') };
  return { code, detail, ...place };
}

/** What an issue says of a value: its stable code, words of ours, and where in the value it is. */
export function faultOf(issue: AnyIssue, value: unknown): { code: string; detail: string; path: string[] } {
  const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  const code = typeof issue.params?.code === 'string' ? issue.params.code : 'value_invalid';
  return { code, detail: inWords(issue.message, valueAt(value, path)), path };
}

const kinds: Record<string, string> = {
  string: 'Text is needed',
  number: 'A number is needed',
  int: 'A whole number is needed',
  boolean: 'true or false is needed',
  array: 'A list is needed',
  object: 'A JSON object is needed',
  record: 'A JSON object is needed',
};

/** Words of ours for what zod says of a value that is missing or of another kind; what our schemas say themselves stays. */
function inWords(message: string, given: unknown): string {
  if (!/^Invalid (input|option|discriminator)/.test(message)) return message;
  if (given === undefined) return 'This field is missing';
  // Only numbers in a URL come to us as what is not a number, and all of those are whole.
  if (message.endsWith('received NaN')) return kinds.int ?? message;
  return kinds[/^Invalid input: expected (\w+), received/.exec(message)?.[1] ?? ''] ?? message;
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
    value,
  );

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
