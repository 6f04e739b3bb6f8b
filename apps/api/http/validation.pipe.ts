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
        error.issues.map((issue) => itemOf(issue, metadata)),
      );
      throw error;
    }
  }
}

function itemOf(issue: Issue, { type, data }: ArgumentMetadata): ProblemItem {
  const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  const place = type === 'body' ? { pointer: pointerOf(path) } : { parameter: data ?? path.join('.') };
  const code = typeof issue.params?.code === 'string' ? issue.params.code : 'value_invalid';
  return { code, detail: issue.message, ...place };
}

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
