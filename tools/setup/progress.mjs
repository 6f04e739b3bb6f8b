// A progress bar on standard error: one moving line on a terminal, a line a stage elsewhere.

/** Milliseconds: a stage that says nothing is drawn at two thirds after this time. */
const usualStage = 15_000;

export class Progress {
  #done = 0;
  #stage = undefined;
  #started = Date.now();
  #timer = undefined;
  #said = 0;

  constructor(title, stream = process.stderr) {
    this.title = title;
    this.stream = stream;
  }

  /**
   * Opens the next stage, worth `share` of the whole (0 to 1). Gives a function that takes how far the stage is (0 to 1)
   * and, if wished, words to show instead of the stage's name.
   */
  stage(name, share) {
    this.#closeStage();
    const stage = { words: name, share, fraction: undefined, since: Date.now() };
    this.#stage = stage;
    if (this.stream.isTTY) this.#timer ??= setInterval(() => this.#draw(), 250).unref();
    this.#say(name);
    return (fraction, words = name) => {
      if (this.#stage !== stage) return;
      stage.fraction = Math.max(stage.fraction ?? 0, Math.min(1, fraction));
      if (words !== stage.words) this.#say(words);
      stage.words = words;
      this.#draw();
    };
  }

  /** Writes a line that stays, above the moving one. */
  line(text) {
    this.stream.write(this.stream.isTTY ? `\r\x1b[2K${text}\n` : `${text}\n`);
    this.#draw();
  }

  /** Clears the moving line; says how long it all took if it went well. */
  close(wentWell) {
    clearInterval(this.#timer);
    this.#closeStage();
    if (this.stream.isTTY) this.stream.write('\r\x1b[2K');
    if (wentWell) this.stream.write(`${this.title}: done in ${this.#seconds()} s\n`);
  }

  /** Runs `work` with a bar that is cleared whatever happens, and gives what it gave. */
  static async during(title, work) {
    const progress = new Progress(title);
    let wentWell = false;
    try {
      const result = await work(progress);
      wentWell = true;
      return result;
    } finally {
      progress.close(wentWell);
    }
  }

  /** Where nothing can be redrawn, new words are a new line, one a second at most. */
  #say(words) {
    if (this.stream.isTTY || Date.now() - this.#said < 1000) return;
    this.#said = Date.now();
    this.stream.write(`${this.title}: ${words} …\n`);
  }

  #closeStage() {
    this.#done += this.#stage?.share ?? 0;
    this.#stage = undefined;
  }

  #draw() {
    if (!this.stream.isTTY || this.#stage === undefined) return;
    const { share, fraction: told, since } = this.#stage;
    const guessed = 1 - Math.exp((since - Date.now()) / usualStage); // npm and tsc do not tell how far they are
    const fraction = Math.min(1, this.#done + share * (told ?? guessed));
    const filled = Math.round(fraction * 30);
    const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
    const line = `${this.title} ${bar} ${Math.round(fraction * 100)} %  ${this.#stage.words}`;
    const time = `  ${this.#seconds()} s`;
    // A line that wraps cannot be taken back.
    this.stream.write(`\r\x1b[2K${line.slice(0, (this.stream.columns ?? 80) - time.length - 1)}${time}`);
  }

  #seconds() {
    return Math.round((Date.now() - this.#started) / 1000);
  }
}
