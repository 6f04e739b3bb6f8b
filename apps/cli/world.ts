/** All that the command line touches beside the API: so that a test can be its terminal. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Home folder of the user. */
  readonly home: string;
  /** Results, for people and programs. */
  out(line: string): void;
  /** What is said beside the result: on standard error, so that results can be piped. */
  say(line: string): void;
  /** A line that is drawn over by the next one; where nothing can be redrawn, nothing. */
  redraw(line: string): void;
  /** Asks the person at the terminal; undefined when nobody is there. */
  ask?(question: string, secret?: boolean): Promise<string>;
  /** Ends what would go on for ever: Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What a program that calls `pli` can tell by its exit code. */
export const exitCodes = {
  done: 0,
  /** The API said no: nothing was sent. */
  refused: 1,
  /** The command line cannot be understood, or lacks something. */
  usage: 2,
  /** The API could not be reached, or asked to come back later: the same command may be repeated. */
  later: 3,
  /** A letter that was watched came to rest without reaching anybody. */
  notDelivered: 4,
  /** The person at the terminal said no. */
  declined: 5,
} as const;

/** Ends the command with a text for the person and a code for programs. */
export class Ends extends Error {
  constructor(
    readonly exitCode: number,
    text: string,
  ) {
    super(text);
  }
}
