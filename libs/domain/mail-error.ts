/**
 * The one error of the house. `publicText` may be shown to whoever called (what happened, why, how to mend it) and holds no
 * personal data and no inner detail; those stay in `cause`. `retry` is decided where the error is born: 'later' when the same
 * call may succeed another time, 'never' when it cannot. Edges: the API answers problem+json by `code`; an activity fails
 * non-retryably when 'never'.
 */
export class MailError extends Error {
  constructor(
    readonly code: string,
    publicText: string,
    readonly retry: 'never' | 'later' = 'never',
    cause?: unknown,
  ) {
    super(publicText, cause === undefined ? undefined : { cause });
    this.name = 'MailError';
  }

  /** Where on a page it is: of the letter as it is printed, or of the document sent; mm from its top left. */
  place?: PagePlace;

  /** The same error, which now says where. */
  at(place: PagePlace): this {
    this.place = place;
    return this;
  }
}

/** A place on a page: pages count from 1, `area` is in mm from the top left of the page as it is seen. */
export type PagePlace = {
  readonly page: number;
  readonly area?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};
