import { openPli, type Pli } from '#client/client';
import type { Settings } from './settings.ts';
import { Ends, exitCodes, type World } from './world.ts';

/** One run of the command line: whom it speaks to, and how it answers. */
export class Session {
  readonly pli: Pli;
  #replayed = false;

  constructor(
    readonly world: World,
    readonly settings: Settings,
    /** Answers are for programs: one JSON object a line on standard output, nothing is asked. */
    readonly json: boolean,
    /** The person said yes beforehand. */
    readonly yes: boolean,
  ) {
    this.pli = openPli({
      ...settings,
      patienceMs: 1000 * Number(world.env.PLI_PATIENCE ?? 15),
      onAnswer: ({ headers }) => void (this.#replayed = headers.get('idempotent-replayed') === 'true'),
    });
  }

  /** Whether the last answer was given before, to the same command. */
  get replayed(): boolean {
    return this.#replayed;
  }

  /** The result: words for a person, an object for a program. */
  result(words: string, object: object): void {
    this.world.out(this.json ? JSON.stringify(object) : words);
  }

  /** Something beside the result, for a person only. */
  say(words: string): void {
    if (!this.json) this.world.say(words);
  }

  /** @throws Ends when the person says no, or nobody is there to be asked */
  async confirm(question: string): Promise<void> {
    if (this.yes) return;
    if (this.world.ask === undefined || this.json)
      throw new Ends(exitCodes.usage, 'Nobody is at the terminal to be asked: say --yes if what is above is right.');
    const answer = await this.world.ask(`${question} [y/N] `);
    if (!/^(y|yes|o|oui)$/i.test(answer.trim())) throw new Ends(exitCodes.declined, 'Nothing was sent.');
  }
}
